package org.backfile.publish;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.backfile.page.SitePath;

/** A bucket at Amazon S3 or a service that speaks its protocol. Sends eight files at a time, each in one piece. */
final class S3Target implements Target {
    private static final int AT_ONCE = 8;
    private static final String NO_BODY = Digests.hex(new byte[0]);
    private static final String DIGEST_HEADER = "x-amz-meta-sha256";

    private final S3Place place;
    private final SigV4 signature;
    private final Clock clock;
    private final Backoff backoff;
    private final HttpClient http;
    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "backfile-s3");
        thread.setDaemon(true);
        return thread;
    });

    S3Target(S3Place place, SigV4 signature, Clock clock, Backoff backoff) {
        this.place = place;
        this.signature = signature;
        this.clock = clock;
        this.backoff = backoff;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return place.name();
    }

    @Override
    public Optional<byte[]> read(SitePath path) throws PublishFailure {
        HttpResponse<byte[]> response = request("GET", path, new TreeMap<>(), NO_BODY, BodyPublishers.noBody());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(response.body());
    }

    @Override
    public boolean holds(SitePath path, String digest) throws PublishFailure {
        HttpResponse<byte[]> response = request("HEAD", path, new TreeMap<>(), NO_BODY, BodyPublishers.noBody());
        return response.statusCode() == 200
                && response.headers().firstValue(DIGEST_HEADER).orElse("").equals(digest);
    }

    @Override
    public void send(Path site, List<Shipment> files, Progress progress) throws PublishFailure {
        List<Act> acts = new ArrayList<>(files.size());
        for (Shipment file : files) {
            acts.add(() -> {
                put(site, file);
                progress.done(file.path(), file.size());
            });
        }
        together(acts);
    }

    private void put(Path site, Shipment file) throws PublishFailure {
        String path = file.path().value();
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("content-type", FileKind.mediaType(path));
        headers.put("cache-control", FileKind.cacheControl(path));
        headers.put(DIGEST_HEADER, file.digest());
        BodyPublisher body;
        try {
            body = BodyPublishers.ofFile(site.resolve(path));
        } catch (IOException e) {
            throw new PublishFailure(site.resolve(path) + " is missing – build again", e);
        }
        request("PUT", file.path(), headers, file.digest(), body);
    }

    @Override
    public void delete(List<SitePath> files, Progress progress) throws PublishFailure {
        List<Act> acts = new ArrayList<>(files.size());
        for (SitePath path : files) {
            acts.add(() -> {
                request("DELETE", path, new TreeMap<>(), NO_BODY, BodyPublishers.noBody());
                progress.done(path, 0);
            });
        }
        together(acts);
    }

    private interface Act {
        void run() throws PublishFailure;
    }

    /** Runs all acts, some at a time; after the first failure none is begun, and that failure is thrown. */
    private void together(List<Act> acts) throws PublishFailure {
        List<Future<?>> running = new ArrayList<>(acts.size());
        for (Act act : acts) {
            running.add(senders.submit(() -> {
                act.run();
                return null;
            }));
        }
        try {
            for (Future<?> done : running) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PublishFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("sending failed in an unforeseen way", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailure("sending was interrupted; run the same command again to go on", e);
        } finally {
            running.forEach(task -> task.cancel(false));
        }
    }

    private HttpResponse<byte[]> request(
            String method, SitePath path, SortedMap<String, String> headers, String payload, BodyPublisher body)
            throws PublishFailure {
        URI address = place.address(path);
        headers.put("host", address.getRawAuthority());
        return backoff.run(method + " " + path + " at " + name(), () -> {
            SortedMap<String, String> signed =
                    signature.signed(method, address.getRawPath(), headers, payload, clock.instant());
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address).method(method, body).timeout(Duration.ofMinutes(5));
            signed.forEach((name, value) -> {
                if (!name.equals("host")) {
                    request.header(name, value); // the client writes the host itself, from the address
                }
            });
            return judged(http.send(request.build(), BodyHandlers.ofByteArray()));
        });
    }

    /** The response, where it is an answer and not a failure; what may pass is told as an {@link IOException}. */
    private HttpResponse<byte[]> judged(HttpResponse<byte[]> response) throws IOException, PublishFailure {
        int status = response.statusCode();
        String code = code(response.body());
        if (status / 100 == 2 || (status == 404 && !code.equals("NoSuchBucket"))) {
            return response;
        }
        if (status >= 500 || status == 429 || code.equals("RequestTimeout") || code.equals("SlowDown")) {
            throw new IOException("the service answered " + status + " " + code);
        }
        throw new PublishFailure(name() + ": " + S3Place.meaning(status, code));
    }

    /** The code in an error's XML, {@code <Code>NoSuchBucket</Code>}: letters only, so that nothing else is repeated. */
    private static String code(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 4096), StandardCharsets.UTF_8);
        int start = text.indexOf("<Code>");
        int end = text.indexOf("</Code>", Math.max(0, start));
        String code = start < 0 || end < start ? "" : text.substring(start + 6, end);
        return code.chars().allMatch(Character::isLetterOrDigit) ? code : "";
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
