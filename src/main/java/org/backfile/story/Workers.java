package org.backfile.story;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A fixed number of threads that share a range of work; closed when the work is done. */
final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService executor;

    Workers(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "backfile-stories");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Work on the numbers from {@code from} to below {@code to}. */
    @FunctionalInterface
    interface Range {
        void work(int from, int to);
    }

    /** Begins work that goes on while the caller does something else, which then calls {@link #join}. */
    <T> Future<T> begin(Callable<T> work) {
        return executor.submit(work);
    }

    /** Has each number from 0 to below {@code count} worked on, and returns when all are done. */
    void forEach(int count, IntConsumer work) {
        inSteps(count, 1, (from, to) -> work.accept(from));
    }

    /** Splits 0 to below {@code count} into ranges, has them worked on, and returns when all are done. */
    void forRanges(int count, Range range) {
        inSteps(count, Math.max(1, Math.min(4096, count / (threads * 16) + 1)), range);
    }

    private void inSteps(int count, int step, Range range) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(executor.submit(() -> {
                for (int from; (from = next.getAndAdd(step)) < count && from >= 0; ) {
                    range.work(from, Math.min(count, from + step));
                }
            }));
        }
        for (Future<?> one : running) {
            join(one);
        }
    }

    /** The result of work that was begun. */
    static <T> T join(Future<T> one) {
        try {
            return one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while grouping stories", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
