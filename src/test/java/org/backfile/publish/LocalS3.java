package org.backfile.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A server on the loopback that speaks as much of S3's protocol as a publication needs, and lets nobody in whose signature
 * is wrong. It works out signatures from the request as it came over the wire, by code of its own.
 */
final class LocalS3 implements AutoCloseable {
    static final String KEY = "AKIDLOCAL";
    static final String SECRET = "the/local+secret";

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Map<String, String>> headers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger(Integer.MAX_VALUE);

    LocalS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the buckets hold, keys with the bucket before them. */
    Map<String, byte[]> objects() {
        return objects;
    }

    /** Puts an object past the door. */
    void put(String key, byte[] object) {
        objects.put(key, object);
        headers.put(key, Map.of());
    }

    /** The headers that an object was put with. */
    Map<String, String> headers(String key) {
        return headers.get(key);
    }

    /** Method and key of each request that was let in. */
    List<String> requests() {
        return requests;
    }

    /** The next requests are answered with 503. */
    void failNext(int count) {
        failures.set(count);
    }

    /** After so many more changes nothing is changed any more, as if whoever sends them had been killed. */
    void changeNoMoreThan(int count) {
        changes.set(count);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String refusal = refusal(exchange, body);
        if (refusal != null) {
            error(exchange, 403, refusal);
        } else if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            error(exchange, 503, "SlowDown");
        } else {
            String key = URLDecoder.decode(
                    exchange.getRequestURI().getRawPath().substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + key);
            boolean changing = exchange.getRequestMethod().equals("PUT")
                    || exchange.getRequestMethod().equals("DELETE");
            if (!key.startsWith("archive/")) {
                error(exchange, 404, "NoSuchBucket");
            } else if (changing && changes.getAndDecrement() <= 0) {
                error(exchange, 403, "AccessDenied");
            } else {
                store(exchange, key, body);
            }
        }
        exchange.close();
    }

    private void store(HttpExchange exchange, String key, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, body);
                headers.put(
                        key,
                        Map.of(
                                "content-type", exchange.getRequestHeaders().getFirst("content-type"),
                                "cache-control", exchange.getRequestHeaders().getFirst("cache-control"),
                                "x-amz-meta-sha256",
                                        exchange.getRequestHeaders().getFirst("x-amz-meta-sha256")));
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> {
                byte[] object = objects.get(key);
                if (object == null) {
                    error(exchange, 404, "NoSuchKey");
                } else {
                    headers.get(key).forEach(exchange.getResponseHeaders()::set);
                    boolean head = exchange.getRequestMethod().equals("HEAD");
                    exchange.sendResponseHeaders(200, head || object.length == 0 ? -1 : object.length);
                    if (!head) {
                        exchange.getResponseBody().write(object);
                    }
                }
            }
        }
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        byte[] xml = ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : xml.length);
        if (!head) {
            exchange.getResponseBody().write(xml);
        }
    }

    /** The code with which the request is refused, or null. */
    private static String refusal(HttpExchange exchange, byte[] body) {
        var request = exchange.getRequestHeaders();
        String authorization = request.getFirst("Authorization");
        if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 Credential=")) {
            return "AccessDenied";
        }
        String[] parts = authorization.substring("AWS4-HMAC-SHA256 ".length()).split(", ", -1);
        String[] credential = parts[0].substring("Credential=".length()).split("/", 2);
        List<String> signed =
                List.of(parts[1].substring("SignedHeaders=".length()).split(";", -1));
        String date = request.getFirst("x-amz-date");
        if (!credential[0].equals(KEY)) {
            return "InvalidAccessKeyId";
        }
        if (!hex(sha256(body)).equals(request.getFirst("x-amz-content-sha256"))) {
            return "XAmzContentSHA256Mismatch";
        }
        List<String> lines = new ArrayList<>(
                List.of(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), ""));
        for (String name : signed) {
            lines.add(name + ":" + request.getFirst(name));
        }
        lines.addAll(List.of("", String.join(";", signed), request.getFirst("x-amz-content-sha256")));
        String canonical = String.join("\n", lines);
        String toSign = String.join(
                "\n", "AWS4-HMAC-SHA256", date, credential[1], hex(sha256(canonical.getBytes(StandardCharsets.UTF_8))));
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String step : credential[1].split("/", -1)) {
            key = hmac(key, step);
        }
        boolean hostSigned = signed.contains("host") && signed.contains("x-amz-content-sha256");
        return hostSigned && parts[2].equals("Signature=" + hex(hmac(key, toSign))) ? null : "SignatureDoesNotMatch";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
