package org.backfile.cli;

import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.backfile.article.ArticleDate;
import org.backfile.site.StoryExplanation;
import org.backfile.story.DecidingRule;
import org.backfile.story.PairExplanation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Why two articles are, or are not, one story: in words for people and in JSON for machines. */
final class StoryExplanationText {
    private static final int RUNS = 8;
    private static final int NAMES = 12;
    private static final int RUN_WORDS = 16;

    private final StoryExplanation explanation;
    private final PairExplanation pair;
    private final StoryExplanation.Side one;
    private final StoryExplanation.Side other;

    StoryExplanationText(StoryExplanation explanation) {
        this.explanation = explanation;
        this.pair = explanation.pair();
        this.one = explanation.one();
        this.other = explanation.other();
    }

    private boolean sameStory() {
        Boolean together = explanation.together();
        return together == null ? explanation.rule().sameStory() : together;
    }

    /** For people: the decision, what speaks for and against it, and how to change it. */
    String plain() {
        StringBuilder text = new StringBuilder();
        text.append("1  ")
                .append(title(one))
                .append("\n2  ")
                .append(title(other))
                .append("\n\n");
        text.append(sameStory() ? "One story. " : "Not one story. ").append(reason(explanation.rule()));
        if (explanation.together() != null
                && explanation.together() != explanation.rule().sameStory()) {
            text.append(" That is what the two say by themselves; in this archive ")
                    .append(
                            sameStory()
                                    ? "other articles, or the owner, join them."
                                    : "words that stand in many stories do not count, and their stories differ.");
        }
        text.append("\n\n  rule      ").append(explanation.rule().id());
        text.append("\n  dates     ").append(dates());
        text.append(String.format(
                Locale.ROOT,
                "%n  shared    %.0f %% of the %,d words of 1 stand in 2, %.0f %% of the %,d words of 2 stand in 1%n",
                100 * pair.shareOfA(),
                one.words().size(),
                100 * pair.shareOfB(),
                other.words().size()));
        differences(text);
        names(text, "only in 1", one, pair.ownNamesA());
        names(text, "only in 2", other, pair.ownNamesB());
        runs(text);
        if (explanation.together() != null) {
            text.append("\nTo have it otherwise, write in overrides.csv:\n  ")
                    .append(override())
                    .append('\n');
        } else {
            text.append("\nNot both are files of this archive: judged by the two alone.\n");
        }
        return text.append('\n').toString();
    }

    private static String title(StoryExplanation.Side side) {
        String headline = side.card().headline();
        return side.card().id()
                + (side.ofFile() > 1 ? " (article " + side.card().id().number() + " of " + side.ofFile() + ")" : "")
                + (headline == null ? "" : ": " + ExplanationText.shortened(headline));
    }

    private static String reason(DecidingRule rule) {
        return switch (rule) {
            case TOLD_SAME -> "The owner says so in overrides.csv.";
            case TOLD_APART -> "The owner says so in overrides.csv.";
            case SAME_WORDS -> "Their bodies have the same words.";
            case NEARLY_THE_SAME ->
                "Most words of each stand in the other, and the names and numbers that differ are too few for another story.";
            case ONE_HOLDS_THE_OTHER -> "Most words of the shorter stand in the longer and make a good part of it.";
            case TOO_LITTLE_SHARED -> "Too few words of the shorter stand in the longer.";
            case TOO_SMALL_A_PART -> "The longer holds the shorter, but is mostly about other things.";
            case OTHER_NAMES -> "The form is the same, but the names in it differ.";
            case OTHER_NUMBERS -> "The form is the same, but the numbers in it differ.";
            case OTHER_NAMES_AND_NUMBERS -> "The form is the same, but the names and numbers in it differ.";
            case OTHER_WORDS -> "The form is the same, but passages were written anew.";
            case OTHER_DATE -> "They are alike, but dated too far apart for texts that are not nearly the same.";
        };
    }

    private String dates() {
        String dates = date(one.card().date()) + " and " + date(other.card().date());
        return pair.daysApart() < 0
                ? dates
                : dates + ", " + pair.daysApart() + (pair.daysApart() == 1 ? " day apart" : " days apart");
    }

    private static String date(@Nullable ArticleDate date) {
        return date == null ? "unknown" : date.toString();
    }

    private void differences(StringBuilder text) {
        if (pair.differences().isEmpty()) {
            return;
        }
        text.append("  differ    ");
        pair.differences().stream()
                .limit(NAMES)
                .forEach(difference -> text.append(one.words().get(difference.atA()))
                        .append(" – ")
                        .append(other.words().get(difference.atB()))
                        .append("; "));
        more(text, pair.differences().size(), NAMES);
    }

    private static void names(StringBuilder text, String label, StoryExplanation.Side side, List<Integer> places) {
        if (places.isEmpty()) {
            return;
        }
        text.append("  ").append(label).append(' ');
        places.stream()
                .limit(NAMES)
                .forEach(place -> text.append(side.words().get(place)).append("; "));
        more(text, places.size(), NAMES);
    }

    private static void more(StringBuilder text, int count, int shown) {
        text.setLength(text.length() - 2);
        text.append(count > shown ? "; and " + (count - shown) + " more\n" : "\n");
    }

    private void runs(StringBuilder text) {
        if (pair.shared().isEmpty()) {
            return;
        }
        text.append("\nWords in both, longest runs first:\n");
        longest()
                .limit(RUNS)
                .forEach(run ->
                        text.append(String.format(Locale.ROOT, "  %5d  %s%n", run.length(), shortened(words(run)))));
        int rest = pair.shared().size() - RUNS;
        if (rest > 0) {
            text.append("         and ").append(rest).append(rest == 1 ? " shorter run\n" : " shorter runs\n");
        }
    }

    private java.util.stream.Stream<PairExplanation.Run> longest() {
        return pair.shared().stream()
                .sorted(Comparator.comparingInt((PairExplanation.Run run) -> -run.length())
                        .thenComparingInt(PairExplanation.Run::fromA));
    }

    private List<String> words(PairExplanation.Run run) {
        return one.words().subList(run.fromA(), run.fromA() + run.length());
    }

    private static String shortened(List<String> words) {
        int half = RUN_WORDS / 2;
        return words.size() <= RUN_WORDS
                ? String.join(" ", words)
                : String.join(" ", words.subList(0, half)) + " … "
                        + String.join(" ", words.subList(words.size() - half, words.size()));
    }

    private String override() {
        return csv(one.card().id().toString())
                + (sameStory() ? ",other-story," : ",same-story,")
                + csv(other.card().id().toString());
    }

    private static String csv(String value) {
        return value.matches("[^,\"\\r\\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** For machines: one object, everything in full. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeBooleanProperty("one_story", sameStory());
            json.writeStringProperty("rule", explanation.rule().id());
            json.writeBooleanProperty("in_archive", explanation.together() != null);
            if (pair.daysApart() >= 0) {
                json.writeNumberProperty("days_apart", pair.daysApart());
            }
            side(json, "one", one, pair.shareOfA(), pair.ownNamesA());
            side(json, "other", other, pair.shareOfB(), pair.ownNamesB());
            json.writeArrayPropertyStart("shared");
            for (PairExplanation.Run run : pair.shared()) {
                json.writeStartObject();
                json.writeNumberProperty("one", run.fromA());
                json.writeNumberProperty("other", run.fromB());
                json.writeStringProperty("words", String.join(" ", words(run)));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("differences");
            for (PairExplanation.Difference difference : pair.differences()) {
                json.writeStartObject();
                json.writeStringProperty("one", one.words().get(difference.atA()));
                json.writeStringProperty("other", other.words().get(difference.atB()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty("override", override());
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void side(
            JsonGenerator json, String name, StoryExplanation.Side side, double share, List<Integer> ownNames) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("path", side.card().id().path());
        json.writeNumberProperty("article", side.card().id().number());
        ArticleDate date = side.card().date();
        if (date != null) {
            json.writeStringProperty("date", date.toString());
        }
        json.writeNumberProperty("words", side.words().size());
        json.writeNumberProperty("shared_share", Math.round(share * 1000) / 1000.0);
        json.writeArrayPropertyStart("only_here");
        ownNames.forEach(place -> json.writeString(side.words().get(place)));
        json.writeEndArray();
        json.writeEndObject();
    }
}
