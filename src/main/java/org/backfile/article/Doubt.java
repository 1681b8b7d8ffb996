package org.backfile.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.backfile.source.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A file whose reading is worth a look. Each reason has a weight, and their sum is the score; files below
 * {@link #LEAST} are not doubtful. A missing date alone is no doubt, since whole archives have none.
 *
 * <table>
 * <caption>What makes a reading doubtful</caption>
 * <tr><td>100</td><td>the bytes are no text</td></tr>
 * <tr><td>60</td><td>no article was found</td></tr>
 * <tr><td>40</td><td>bytes that mean nothing</td></tr>
 * <tr><td>30</td><td>an article without a headline; one without a body</td></tr>
 * <tr><td>25</td><td>the date in the text is more than a month from that in the path</td></tr>
 * <tr><td>20</td><td>most lines were taken for the page's</td></tr>
 * <tr><td>15</td><td>a date, row or front matter that is not understood</td></tr>
 * <tr><td>10</td><td>a body of a few words; a guessed date; a guessed charset, or two in one file</td></tr>
 * <tr><td>5</td><td>no date</td></tr>
 * </table>
 *
 * @param path the file
 * @param score at least {@link #LEAST}; more is worse
 * @param reasons clauses in English, the weightiest first
 */
public record Doubt(String path, int score, List<String> reasons) {
    /** The least score of a doubtful file. */
    public static final int LEAST = 15;

    private static final int FEW_WORDS = 15;
    private static final int FAR_APART = 31;

    /** Worst first, then by path. */
    public static final Comparator<Doubt> WORST_FIRST =
            Comparator.comparingInt(Doubt::score).reversed().thenComparing(Doubt::path);

    public Doubt {
        reasons = List.copyOf(reasons);
    }

    /**
     * What is doubtful about the reading of a file; empty where nothing is.
     *
     * @param mostlyPage whether most of its lines are the page and not the article, see {@link #isMostlyPage}
     */
    public static Optional<Doubt> of(
            String path, List<ArticleCard> articles, boolean mostlyPage, List<Problem> problems) {
        Reasons reasons = new Reasons(articles);
        problems.forEach(reasons::add);
        reasons.add(30, "no headline", card -> card.headline() == null);
        reasons.add(30, "no body", card -> card.words() == 0);
        reasons.add(10, "a body of a few words", card -> card.words() > 0 && card.words() < FEW_WORDS);
        reasons.add(25, "another date in the text than in the path", Doubt::hasTwoDates);
        reasons.add(10, "a date that is guessed", Doubt::isGuessed);
        reasons.add(5, "no date", card -> card.date() == null);
        if (mostlyPage) {
            reasons.add(20, "most lines were taken for the page's and not the article's");
        }
        return reasons.score >= LEAST
                ? Optional.of(new Doubt(path, reasons.score, reasons.clauses()))
                : Optional.empty();
    }

    private static boolean hasTwoDates(ArticleCard card) {
        Evidence evidence = card.dateEvidence();
        ArticleDate date = card.date();
        if (date == null || evidence == null || evidence.rule() == Rule.PATH_DATE || evidence.rule() == Rule.OVERRIDE) {
            return false;
        }
        Stated<ArticleDate> inPath = PathDate.of(card.id().path(), DateOrder.UNKNOWN);
        return inPath != null && areFarApart(date, inPath.value());
    }

    private static boolean areFarApart(ArticleDate one, ArticleDate other) {
        boolean coarse = one.month() == 0 || other.month() == 0;
        return coarse ? one.year() != other.year() : Math.abs(days(one) - days(other)) > FAR_APART;
    }

    /** Days since the year 0 as if all months had 31, which is close enough. */
    private static int days(ArticleDate date) {
        return (date.year() * 12 + date.month()) * 31 + date.day();
    }

    private static boolean isGuessed(ArticleCard card) {
        @Nullable Evidence evidence = card.dateEvidence();
        return evidence != null && evidence.confidence() == Confidence.GUESSED;
    }

    /** Whether more than half of the lines that hold anything were taken for the page's. */
    public static boolean isMostlyPage(List<Span> spans) {
        int boilerplate = 0;
        int filled = 0;
        for (Span span : spans) {
            int lines = span.to() - span.from() + 1;
            boilerplate += span.role() == LineRole.BOILERPLATE ? lines : 0;
            filled += span.role() == LineRole.BLANK || span.role() == LineRole.MARKUP ? 0 : lines;
        }
        return boilerplate * 2 > filled;
    }

    /** Adds up reasons; each counts once, however often it holds. */
    private static final class Reasons {
        private record Reason(int weight, String clause) {}

        private final List<ArticleCard> articles;
        private final List<Reason> reasons = new ArrayList<>();
        private int score;

        Reasons(List<ArticleCard> articles) {
            this.articles = articles;
        }

        void add(int weight, String clause) {
            if (reasons.stream().noneMatch(reason -> reason.clause.equals(clause))) {
                reasons.add(new Reason(weight, clause));
                score += weight;
            }
        }

        void add(int weight, String clause, Predicate<ArticleCard> holds) {
            int count = 0;
            for (ArticleCard card : articles) {
                count += holds.test(card) ? 1 : 0;
            }
            if (count > 0) {
                add(weight, articles.size() == 1 ? clause : clause + " (" + count + " of " + articles.size() + ")");
            }
        }

        void add(Problem problem) {
            switch (problem.kind()) {
                case UNREADABLE_FILE -> add(100, "the bytes are no text, or can't be read");
                case NO_TEXT -> add(60, "no article found");
                case UNDECODABLE_BYTES -> add(40, "bytes that mean nothing");
                case BAD_DATE -> add(15, "a date that is not believed");
                case LATE_DATE -> add(15, "a date after the latest that an article can have");
                case BAD_RECORD -> add(15, "a row that is not understood");
                case BAD_FRONT_MATTER -> add(15, "front matter that is not understood");
                case GUESSED_CHARSET -> add(10, "a charset that is guessed");
                case MIXED_ENCODINGS -> add(10, "two charsets in one file");
                default -> {
                    // says nothing against the reading of the file's words
                }
            }
        }

        List<String> clauses() {
            return reasons.stream()
                    .sorted(Comparator.comparingInt(Reason::weight).reversed())
                    .map(Reason::clause)
                    .toList();
        }
    }
}
