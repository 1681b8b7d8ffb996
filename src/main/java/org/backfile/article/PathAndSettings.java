package org.backfile.article;

import org.jspecify.annotations.Nullable;

/** Completes what a text says by what its path and the settings say. Stateless. */
final class PathAndSettings {
    private PathAndSettings() {}

    /** The fields with date, publication and language filled in where the text gave none. */
    static Fields complete(Fields fields, String path, ReadingSettings settings) {
        return new Fields(
                fields.headline(),
                fields.kicker(),
                fields.masthead(),
                fields.section(),
                fields.byline(),
                fields.agency(),
                fields.place(),
                fields.date() != null ? fields.date() : PathDate.of(path),
                publication(fields, settings.publicationOf(path)),
                language(fields, settings.languageOf(path)));
    }

    private static @Nullable Stated<String> publication(Fields fields, @Nullable String set) {
        if (fields.publication() != null) {
            return fields.publication();
        }
        return set == null ? fields.masthead() : setting(set);
    }

    private static @Nullable Stated<String> language(Fields fields, @Nullable String set) {
        Stated<String> found = fields.language();
        boolean written = found != null && found.evidence().confidence() == Confidence.WRITTEN;
        return set == null || written ? found : setting(set);
    }

    private static Stated<String> setting(String value) {
        return new Stated<>(value, new Evidence(null, Rule.SETTING, Confidence.WRITTEN));
    }
}
