package org.backfile.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a build. Work is given out by number and may be done in any order; what comes of it is kept by number,
 * so that no result depends on the order.
 */
final class Workers implements AutoCloseable {
    private final ForkJoinPool pool;

    Workers(int threads) {
        this.pool = new ForkJoinPool(threads);
    }

    /**
     * Does {@code work} for each number from 0 to {@code count} (exclusive), the lowest first, and waits until all is done:
     * neighbours are done at about the same time, and nobody is left with a long share at the end. After a failure
     * nothing more is begun, and it is thrown when nothing runs any more: whoever clears up does so after the last write.
     */
    void forEach(int count, IntConsumer work) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        AtomicInteger next = new AtomicInteger();
        IntConsumer share = worker -> {
            for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement()) {
                try {
                    work.accept(i);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            }
        };
        run(() -> IntStream.range(0, pool.getParallelism()).parallel().forEach(share));
        Throwable first = failure.get();
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** The results of {@code work} for each number from 0 to {@code count} (exclusive), in the order of the numbers. */
    <T> List<T> map(int count, IntFunction<T> work) {
        List<T> results = new ArrayList<>(Collections.nCopies(count, null));
        forEach(count, i -> results.set(i, work.apply(i)));
        return results;
    }

    /** Begins work that goes on while the caller does something else, which then joins it. */
    <T> ForkJoinTask<T> begin(Callable<T> work) {
        return pool.submit(work);
    }

    private void run(Runnable work) {
        try {
            pool.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("The build was stopped; the site stands as it was.");
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
