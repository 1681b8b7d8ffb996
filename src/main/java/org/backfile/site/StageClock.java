package org.backfile.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures the phases of a build on their way to whoever listens. */
final class StageClock implements Progress {
    private final Progress listener;
    private final List<BuildReport.Stage> stages = new ArrayList<>();
    private @Nullable Phase running;
    private long since;

    StageClock(Progress listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void phase(Phase phase, long total) {
        stop();
        running = phase;
        since = System.nanoTime();
        listener.phase(phase, total);
    }

    @Override
    public void advance(long steps) {
        listener.advance(steps);
    }

    /** The phases so far, the running one ended. */
    synchronized List<BuildReport.Stage> stages() {
        stop();
        return List.copyOf(stages);
    }

    private void stop() {
        if (running != null) {
            stages.add(new BuildReport.Stage(running, (System.nanoTime() - since) / 1e9));
            running = null;
        }
    }
}
