package org.backfile.article;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Completes what a text says by what its path and the settings say. Stateless. */
final class PathAndSettings {
    private PathAndSettings() {}

    /** The fields with date, publication and language filled in where the text gave none. */
    static Fields complete(Fields fields, String path, DateOrder order, ReadingSettings settings) {
        return new Fields(
                fields.headline(),
                fields.kicker(),
                fields.masthead(),
                fields.section(),
                fields.byline(),
                fields.agency(),
                fields.place(),
                fields.date() != null ? fields.date() : PathDate.of(path, order),
                publication(fields, settings.publicationOf(path)),
                language(fields, settings.languageOf(path), settings.language()));
    }

    /** What is written, and what was inferred where nothing is or where the date written is a guess. */
    static Fields merge(Fields written, Fields inferred) {
        return new Fields(
                first(written.headline(), inferred.headline()),
                first(written.kicker(), inferred.kicker()),
                first(written.masthead(), inferred.masthead()),
                first(written.section(), inferred.section()),
                first(written.byline(), inferred.byline()),
                first(written.agency(), inferred.agency()),
                first(written.place(), inferred.place()),
                isGuess(written.date())
                        ? first(inferred.date(), written.date())
                        : first(written.date(), inferred.date()),
                first(written.publication(), inferred.publication()),
                first(written.language(), inferred.language()));
    }

    private static boolean isGuess(@Nullable Stated<ArticleDate> date) {
        return date != null && date.evidence().confidence() == Confidence.GUESSED;
    }

    private static <T> @Nullable Stated<T> first(@Nullable Stated<T> one, @Nullable Stated<T> other) {
        return one != null ? one : other;
    }

    /** The fields with their evidence moved: they were found in the text of a cell or a page, not in the file's lines. */
    static Fields placedAt(Fields fields, UnaryOperator<Evidence.Place> place) {
        return new Fields(
                moved(fields.headline(), place),
                moved(fields.kicker(), place),
                moved(fields.masthead(), place),
                moved(fields.section(), place),
                moved(fields.byline(), place),
                moved(fields.agency(), place),
                moved(fields.place(), place),
                moved(fields.date(), place),
                moved(fields.publication(), place),
                moved(fields.language(), place));
    }

    private static <T> @Nullable Stated<T> moved(@Nullable Stated<T> field, UnaryOperator<Evidence.Place> place) {
        Evidence.Place found = field == null ? null : field.evidence().place();
        if (field == null || found == null) {
            return field;
        }
        return new Stated<>(
                field.value(),
                new Evidence(
                        place.apply(found),
                        field.evidence().rule(),
                        field.evidence().confidence()));
    }

    /** The fields without their date. */
    static Fields undated(Fields fields) {
        return new Fields(
                fields.headline(),
                fields.kicker(),
                fields.masthead(),
                fields.section(),
                fields.byline(),
                fields.agency(),
                fields.place(),
                null,
                fields.publication(),
                fields.language());
    }

    private static @Nullable Stated<String> publication(Fields fields, @Nullable String set) {
        if (fields.publication() != null) {
            return fields.publication();
        }
        return set == null ? fields.masthead() : setting(set);
    }

    /** What is written counts most, then what is said of the folder, then the text; the archive's language fills gaps. */
    private static @Nullable Stated<String> language(
            Fields fields, @Nullable String ofFolder, @Nullable String ofArchive) {
        Stated<String> found = fields.language();
        boolean written = found != null && found.evidence().confidence() == Confidence.WRITTEN;
        if (!written && ofFolder != null) {
            return setting(ofFolder);
        }
        return found != null || ofArchive == null
                ? found
                : new Stated<>(ofArchive, new Evidence(null, Rule.SETTING, Confidence.INFERRED));
    }

    private static Stated<String> setting(String value) {
        return new Stated<>(value, new Evidence(null, Rule.SETTING, Confidence.WRITTEN));
    }
}
