package org.backfile.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs the user's own programs, with the user's own settings. Not thread-safe. */
final class Programs {
    private final Path folder;
    private final Map<String, String> environment;

    /**
     * Programs that run in a folder.
     *
     * @param environment variables beside the user's own
     */
    Programs(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * What a program did.
     *
     * @param output read as UTF-8
     * @param error what it wrote to standard error, secrets in addresses hidden
     */
    record Outcome(int code, String output, String error) {
        private static final String FATAL = "fatal:";

        /** The output as text, without white space at its ends. */
        String text() {
            return output.strip();
        }

        /** What the error says: the line that git begins with "fatal:", as advice follows it, else the last one. */
        String reason() {
            List<String> lines = error.lines().filter(line -> !line.isBlank()).toList();
            return lines.stream()
                    .filter(line -> line.startsWith(FATAL))
                    .map(line -> line.substring(FATAL.length()).strip())
                    .findFirst()
                    .orElseGet(() -> lines.isEmpty()
                            ? "it ended with code " + code
                            : lines.get(lines.size() - 1).strip());
        }
    }

    /**
     * Runs a program to its end, whatever its exit code.
     *
     * @param input what it reads from standard input
     */
    Outcome run(byte[] input, List<String> command) throws PublishFailure {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            CompletableFuture<byte[]> error = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
            CompletableFuture<Void> fed = CompletableFuture.runAsync(() -> feed(process.getOutputStream(), input));
            byte[] output = process.getInputStream().readAllBytes();
            fed.join();
            int code = process.waitFor();
            return new Outcome(
                    code,
                    new String(output, StandardCharsets.UTF_8),
                    hidden(new String(error.join(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new PublishFailure(
                    "the program " + command.get(0) + " could not be started – is it installed and in PATH?", e);
        } catch (CompletionException e) {
            throw new PublishFailure("the program " + command.get(0) + " broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailure(command.get(0) + " was interrupted; run the same command again to go on", e);
        }
    }

    /** Runs a program that has to work. */
    Outcome must(String act, byte[] input, List<String> command) throws PublishFailure {
        Outcome outcome = run(input, command);
        if (outcome.code() != 0) {
            throw new PublishFailure(act + " failed: " + outcome.reason());
        }
        return outcome;
    }

    private static byte[] all(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            return new byte[0]; // the program is gone; its exit code tells
        }
    }

    private static void feed(OutputStream stream, byte[] input) {
        try (stream) {
            stream.write(input);
        } catch (IOException e) {
            return; // the program stopped reading; its exit code tells
        }
    }

    /** The text with the secrets of addresses hidden: {@code https://user:token@host} becomes {@code https://…@host}. */
    static String hidden(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int scheme = text.indexOf("://"); scheme >= 0; scheme = text.indexOf("://", from)) {
            int start = scheme + 3;
            int end = start;
            int at = -1;
            while (end < text.length() && " \t\r\n'\"/".indexOf(text.charAt(end)) < 0) {
                at = text.charAt(end) == '@' ? end : at;
                end++;
            }
            parts.add(text.substring(from, start));
            parts.add(at < 0 ? text.substring(start, end) : "…" + text.substring(at, end));
            from = end;
        }
        parts.add(text.substring(from));
        return String.join("", parts);
    }
}
