package org.backfile.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells open pages of builds, by server-sent events. Each page holds one connection and one thread. Thread-safe. */
final class OpenPages {
    /** An empty word so often shows whether the page is still there. */
    private static final long HEARTBEAT_SECONDS = 15;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private long builds;
    private Optional<String> failure = Optional.empty();
    private boolean closed;

    /** What a page should know. */
    private record State(long builds, Optional<String> failure, boolean closed) {}

    /** A build is done. */
    void built(Optional<String> sentence) {
        lock.lock();
        try {
            builds++;
            failure = sentence;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells a page of this build and those that follow, until the page is closed or the preview ends. */
    void tell(OutputStream page) throws IOException {
        State known = state();
        write(
                page,
                known.failure().isPresent() ? event("failed", known.failure().get()) : ": hello\n\n");
        while (!known.closed()) {
            State next = awaited(known);
            if (next.closed()) {
                return;
            } else if (next.builds() == known.builds()) {
                write(page, ": still here\n\n");
            } else {
                write(
                        page,
                        next.failure().isPresent()
                                ? event("failed", next.failure().get())
                                : event("built", String.valueOf(next.builds())));
            }
            known = next;
        }
    }

    private State state() {
        lock.lock();
        try {
            return new State(builds, failure, closed);
        } finally {
            lock.unlock();
        }
    }

    private State awaited(State known) {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
            while (!closed && builds == known.builds() && left > 0) {
                left = news.awaitNanos(left);
            }
            return new State(builds, failure, closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new State(builds, failure, true);
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
