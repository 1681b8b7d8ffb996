package org.backfile.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells open pages of builds, by server-sent events. Each page holds one connection and one thread. A build gives the
 * pages that are open before it has made the rest; they are shown from here until it is done. Thread-safe.
 */
final class OpenPages {
    /** An empty word so often shows whether the page is still there. */
    private static final long HEARTBEAT_SECONDS = 15;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Set<String> served = new HashSet<>();
    private final Map<String, byte[]> ahead = new HashMap<>();
    private long builds;
    private Optional<String> failure = Optional.empty();
    private boolean closed;

    /** What a page should know: the build that it is from, and whether a later one failed. */
    private record State(long build, Optional<String> failure, boolean closed) {}

    /** The files that were asked for since the last build, with where their bytes go in the next one. */
    Map<String, Consumer<byte[]>> awaited() {
        lock.lock();
        try {
            Map<String, Consumer<byte[]>> awaited = new HashMap<>();
            served.forEach(path -> awaited.put(path, bytes -> show(path, bytes)));
            return awaited;
        } finally {
            lock.unlock();
        }
    }

    private void show(String path, byte[] bytes) {
        lock.lock();
        try {
            ahead.put(path, bytes);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What a file is shown from.
     *
     * @param build the number of the build
     * @param ahead the bytes where that build is still under way, else null: they stand in the output
     */
    record Shown(long build, byte @Nullable [] ahead) {}

    /** A file is asked for. */
    Shown served(String path) {
        lock.lock();
        try {
            served.add(path);
            byte[] bytes = ahead.get(path);
            return new Shown(bytes == null ? builds : builds + 1, bytes);
        } finally {
            lock.unlock();
        }
    }

    /** A build is done. */
    void built(Optional<String> sentence) {
        lock.lock();
        try {
            builds++;
            failure = sentence;
            served.retainAll(ahead.keySet());
            ahead.clear();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells a page of builds after its own, until the page is closed or the preview ends.
     *
     * @param build the page's own
     */
    void tell(String path, long build, OutputStream page) throws IOException {
        State known = new State(build, Optional.empty(), false);
        write(page, ": hello\n\n");
        while (!known.closed()) {
            State next = awaited(path, known);
            if (next.closed()) {
                return;
            } else if (next.equals(known)) {
                write(page, ": still here\n\n");
            } else {
                write(
                        page,
                        next.failure().isPresent()
                                ? event("failed", next.failure().get())
                                : event("built", String.valueOf(next.build())));
            }
            known = next;
        }
    }

    /** A page that is shown ahead is of the build under way. */
    private State state(String path) {
        lock.lock();
        try {
            return ahead.containsKey(path)
                    ? new State(builds + 1, Optional.empty(), closed)
                    : new State(builds, failure, closed);
        } finally {
            lock.unlock();
        }
    }

    private State awaited(String path, State known) {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
            while (!closed && state(path).equals(known) && left > 0) {
                left = news.awaitNanos(left);
            }
            return state(path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new State(known.build(), known.failure(), true);
        } finally {
            lock.unlock();
        }
    }

    /** An event; its text may have several lines. */
    private static String event(String name, String text) {
        StringBuilder event = new StringBuilder("event: ").append(name).append('\n');
        text.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        return event.append('\n').toString();
    }

    private static void write(OutputStream page, String text) throws IOException {
        page.write(text.getBytes(StandardCharsets.UTF_8));
        page.flush();
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
