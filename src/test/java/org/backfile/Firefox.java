package org.backfile;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system's Firefox with one page, driven by WebDriver BiDi over its own socket, without a driver program. The
 * preference {@code remote.prefs.recommended} is off, since those preferences loosen what pages on a disk may do.
 */
public final class Firefox implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("BiDi listening on (ws://\\S+)");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final StringBuilder received = new StringBuilder();
    private int commands;
    private final String context;

    private Firefox(Process process, Path profile, String address) throws Exception {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address + "/session"), new Listener())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        command("session.new", "{\"capabilities\":{}}");
        this.context = command("browsingContext.getTree", "{}")
                .getAsJsonArray("contexts")
                .get(0)
                .getAsJsonObject()
                .get("context")
                .getAsString();
    }

    /** Starts a Firefox without a window and with a profile of its own; the test is skipped where there is none. */
    public static Firefox start() throws Exception {
        Path program = Browsers.firefox();
        Path profile = Files.createTempDirectory("firefox");
        Files.writeString(profile.resolve("user.js"), """
                user_pref("remote.prefs.recommended", false);
                user_pref("app.update.enabled", false);
                user_pref("datareporting.policy.dataSubmissionEnabled", false);
                user_pref("browser.shell.checkDefaultBrowser", false);
                """);
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-remote",
                        "--profile",
                        profile.toString(),
                        "--remote-debugging-port",
                        "0")
                .redirectErrorStream(true)
                .start();
        return new Firefox(process, profile, address(process));
    }

    private static String address(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread drain = new Thread(() -> output.lines().forEach(rest -> {}));
                drain.setDaemon(true);
                drain.start();
                return listening.group(1);
            }
        }
        throw new IOException("Firefox ended before it listened");
    }

    /** Goes to an address and waits until the page is loaded. */
    public void navigate(String url) {
        JsonObject parameters = parameters();
        parameters.addProperty("url", url);
        parameters.addProperty("wait", "complete");
        command("browsingContext.navigate", parameters.toString());
    }

    /** One page back. */
    public void back() {
        JsonObject parameters = parameters();
        parameters.addProperty("delta", -1);
        command("browsingContext.traverseHistory", parameters.toString());
    }

    /** The value of a JavaScript expression, as text; promises are waited for. */
    public String evaluate(String expression) {
        JsonObject target = parameters();
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", "(async () => String(" + expression + "))()");
        parameters.add("target", target);
        parameters.addProperty("awaitPromise", true);
        parameters.addProperty("userActivation", true);
        JsonObject result = command("script.evaluate", parameters.toString());
        if (!result.has("result")) {
            throw new IllegalStateException(result.toString());
        }
        return result.getAsJsonObject("result").get("value").getAsString();
    }

    /** Presses keys one after another: characters, or the code points that WebDriver gives to keys, as U+E007 for Enter. */
    public void type(String keys) {
        JsonArray actions = new JsonArray();
        keys.codePoints().forEach(key -> {
            for (String kind : new String[] {"keyDown", "keyUp"}) {
                JsonObject action = new JsonObject();
                action.addProperty("type", kind);
                action.addProperty("value", Character.toString(key));
                actions.add(action);
            }
        });
        JsonObject source = new JsonObject();
        source.addProperty("type", "key");
        source.addProperty("id", "keyboard");
        source.add("actions", actions);
        JsonArray sources = new JsonArray();
        sources.add(source);
        JsonObject parameters = parameters();
        parameters.add("actions", sources);
        command("input.performActions", parameters.toString());
    }

    private JsonObject parameters() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("context", context);
        return parameters;
    }

    private JsonObject command(String method, String parameters) {
        int id = ++commands;
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            JsonObject message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message.get("type").getAsString().equals("error")) {
                throw new IllegalStateException(method + ": " + message);
            }
            return message.getAsJsonObject("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(method + " was not answered", e);
        }
    }

    private final class Listener implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            received.append(part);
            if (last) {
                JsonObject message = JsonParser.parseString(received.toString()).getAsJsonObject();
                received.setLength(0);
                if (message.has("id") && !message.get("id").isJsonNull()) {
                    CompletableFuture<JsonObject> answer =
                            waiting.remove(message.get("id").getAsInt());
                    if (answer != null) {
                        answer.complete(message);
                    }
                }
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    @Override
    public void close() throws Exception {
        try {
            command("browser.close", "{}");
        } finally {
            process.waitFor(10, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try (var files = Files.walk(profile)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
