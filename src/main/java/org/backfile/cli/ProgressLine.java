package org.backfile.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.backfile.site.Progress;

/**
 * Shows progress on standard error: on a terminal one line that is written over, elsewhere a line at the end of each
 * phase. Draws at most ten times a second. Thread-safe.
 */
final class ProgressLine implements Progress {
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final int BAR = 24;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanoClock;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong nextDraw = new AtomicLong();

    private volatile Phase phase = Phase.SCAN;
    private volatile long total;
    private volatile long started;
    private boolean any;

    ProgressLine(PrintWriter err, boolean terminal, LongSupplier nanoClock) {
        this.err = err;
        this.terminal = terminal;
        this.nanoClock = nanoClock;
    }

    @Override
    public synchronized void phase(Phase next, long steps) {
        close();
        phase = next;
        total = steps;
        started = nanoClock.getAsLong();
        done.set(0);
        nextDraw.set(started + REDRAW_NANOS);
        any = true;
    }

    @Override
    public void advance(long steps) {
        long now = done.addAndGet(steps);
        if (!terminal) {
            return;
        }
        long time = nanoClock.getAsLong();
        long due = nextDraw.get();
        if (time >= due && nextDraw.compareAndSet(due, time + REDRAW_NANOS)) {
            draw(now, time);
        }
    }

    /** Ends the phase that is running: wipes the bar, or prints the phase's line. */
    synchronized void close() {
        if (!any) {
            return;
        }
        any = false;
        if (terminal) {
            err.print(CLEAR_LINE);
            err.flush();
        } else {
            double seconds = (nanoClock.getAsLong() - started) / 1e9;
            err.println(String.format(
                    Locale.ROOT, "%s: %,d %s in %.1f s", phase.label(), done.get(), phase.unit(), seconds));
            err.flush();
        }
    }

    private synchronized void draw(long now, long time) {
        if (!any) {
            return;
        }
        double seconds = Math.max(1e-3, (time - started) / 1e9);
        StringBuilder line = new StringBuilder(CLEAR_LINE).append(phase.label()).append(' ');
        if (total > 0) {
            int filled = (int) Math.min(BAR, BAR * now / total);
            line.append('[')
                    .append("=".repeat(filled))
                    .append(" ".repeat(BAR - filled))
                    .append("] ");
            line.append(String.format(Locale.ROOT, "%,d of %,d %s", now, total, phase.unit()));
        } else {
            line.append(String.format(Locale.ROOT, "%,d %s", now, phase.unit()));
        }
        line.append(String.format(Locale.ROOT, ", %,d a second", Math.round(now / seconds)));
        if (total > now && now > 0 && seconds > 1) {
            line.append(String.format(Locale.ROOT, ", %,.0f s left", seconds * (total - now) / now));
        }
        err.print(line);
        err.flush();
    }
}
