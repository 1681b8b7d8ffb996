package org.backfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.backfile.site.Progress.Phase;
import org.junit.jupiter.api.Test;

/** What a log of a build shows while the build runs. */
class ProgressLineTest {
    @Test
    void tellsOfAPhaseWhenItEndsAndNotWhenTheBuildDoes() {
        StringWriter log = new StringWriter();
        long[] now = {0};
        ProgressLine line = new ProgressLine(new PrintWriter(new BufferedWriter(log)), false, () -> now[0]);
        line.phase(Phase.READ, 1_200);
        line.advance(1_200);
        now[0] = 2_500_000_000L;
        line.phase(Phase.GROUP, 1_200);
        assertThat(log.toString().strip()).isEqualTo("reading: 1,200 files in 2.5 s");
    }
}
