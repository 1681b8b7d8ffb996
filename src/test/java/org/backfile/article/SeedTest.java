package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedTest {
    private static final Path SEED = Path.of("../shared/seed/000_777a941248fb4af0.txt");

    @Test
    void theFoundingFileIsOneStoryWithItsBodyOnce() throws IOException {
        assumeThat(SEED).exists();
        var reader = new ArticleReader(ReadingSettings.defaults());

        var reading =
                reader.read(TextFiles.file("000_777a941248fb4af0.txt", Files.readString(SEED)), FolderDecisions.NONE);

        var article = reading.articles().get(0);
        assertThat(Fields.value(article.fields().headline())).isEqualTo("Iran and Iraq Deepen Defense Ties, Sign Pact");
        assertThat(Fields.value(article.fields().kicker())).isEqualTo("THINK TANK: SENIOR");
        assertThat(Fields.value(article.fields().masthead())).isEqualTo("Scorpion");
        assertThat(Fields.value(article.fields().place())).isEqualTo("WASHINGTON");
        assertThat(article.fields().date()).isNull();
        assertThat(article.body()).hasSize(13);
        List<Integer> repeated = new ArrayList<>();
        for (Span span : reading.account().spans()) {
            if (span.role() == LineRole.REPEAT) {
                repeated.addAll(List.of(span.from(), span.to(), span.of()));
            }
        }
        assertThat(repeated).containsExactly(17, 30, 3, 31, 31, 3);
    }
}
