package org.backfile.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.backfile.article.ArticleId;
import org.backfile.article.Overrides;
import org.backfile.story.Verdicts;

/** Reads {@code overrides.csv}, the owner's corrections; there need be none. */
final class OverridesFile {
    /** What problems call the file. */
    static final String NAME = "overrides.csv";

    private OverridesFile() {}

    static Overrides read(Path file) {
        if (!Files.exists(file)) {
            return Overrides.NONE;
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Overrides.read(text.startsWith("\ufeff") ? text.substring(1) : text, NAME);
        } catch (IOException e) {
            throw Refusal.ofDisk(file, "read", e);
        }
    }

    /** The pairs that the owner says are, or are not, one story; those of articles that there are. */
    static Verdicts verdicts(Overrides overrides, Holdings holdings) {
        List<Verdicts.Pair> same = new ArrayList<>();
        List<Verdicts.Pair> different = new ArrayList<>();
        overrides.byArticle().forEach((article, rows) -> {
            for (Overrides.Correction row : rows) {
                Verdicts.Pair pair = new Verdicts.Pair(id(article), id(row.value()));
                boolean known = holdings.has(pair.one()) && holdings.has(pair.other());
                if (known && row.field().equals(Overrides.SAME_STORY)) {
                    same.add(pair);
                } else if (known && row.field().equals(Overrides.OTHER_STORY)) {
                    different.add(pair);
                }
            }
        });
        return new Verdicts(same, different);
    }

    private static ArticleId id(String written) {
        int hash = written.lastIndexOf('#');
        String number = hash < 0 ? "" : written.substring(hash + 1);
        boolean numbered = !number.isEmpty()
                && number.length() < 9
                && number.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(number) > 0;
        return numbered
                ? new ArticleId(written.substring(0, hash), Integer.parseInt(number))
                : new ArticleId(written, 1);
    }
}
