package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.backfile.Archive;
import org.backfile.source.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
    @TempDir
    Path folder;

    private static final Overrides OVERRIDES = Overrides.read("""
            path,field,value
            a/b.txt,Headline,"Storm, at last"
            a/b.txt,date,30 December 2014
            a/b.txt#2,withdrawn,at the writer's wish
            ./a\\b.txt#1,byline,
            # a remark
            a/b.txt,language,en_US
            a/b.txt,same-story,c.txt
            gone.txt,date,2014
            ,x,y
            alone
            """, "overrides.csv");

    @Test
    void rowsOfAnArticleComeInTheirOrder() {
        assertThat(OVERRIDES.of(new ArticleId("a/b.txt", 1)))
                .extracting(Overrides.Correction::field, Overrides.Correction::line)
                .containsExactly(
                        Tuple.tuple("headline", 2),
                        Tuple.tuple("date", 3),
                        Tuple.tuple("byline", 5),
                        Tuple.tuple("language", 7),
                        Tuple.tuple("same-story", 8));
        assertThat(OVERRIDES.of(new ArticleId("a/b.txt", 2)))
                .containsExactly(new Overrides.Correction(Overrides.WITHDRAWN, "at the writer's wish", 4));
        assertThat(OVERRIDES.of(new ArticleId("other", 1))).isEmpty();
    }

    @Test
    void rowsThatSayNothingAndRowsAboutNothingAreTold() {
        assertThat(OVERRIDES.problems()).extracting(Problem::line).containsExactly(10, 11);
        assertThat(OVERRIDES.stale(Set.of("a/b.txt", "a/b.txt#2", "c.txt"), "overrides.csv"))
                .extracting(Problem::toString)
                .containsExactly("overrides.csv:9: no article is called \"gone.txt\" – take the row out of"
                        + " overrides.csv, or mend its path");
    }

    @Test
    void aRowWithoutItsValueTakesNothingAwayUnlessItWithdraws() {
        Overrides rows = Overrides.read("a.txt,place\nb.txt,withdrawn\n", "overrides.csv");

        assertThat(rows.problems()).extracting(Problem::line).containsExactly(1);
        assertThat(rows.of(new ArticleId("a.txt", 1))).isEmpty();
        assertThat(rows.withdrawn(new ArticleId("b.txt", 1))).isEmpty();
    }

    @Test
    void aRowThatAnotherOneOverrulesIsTold() {
        Overrides rows = Overrides.read(
                "a.txt,same-story,b.txt#1\na.txt,same-story,c.txt\nb.txt,other-story,a.txt\n", "overrides.csv");

        assertThat(rows.stale(Set.of("a.txt", "b.txt"), "overrides.csv"))
                .extracting(Problem::line, Problem::message)
                .containsExactly(
                        Tuple.tuple(1, "line 3 says that the two are no one story, and that counts"),
                        Tuple.tuple(2, "no article is called \"c.txt\""));
    }

    @Test
    void aPathWithTheFolderOfTheArticlesBeforeItIsRecognised() {
        assertThat(Overrides.read("articles/b.txt,date,2014\n", "overrides.csv")
                        .stale(Set.of("b.txt"), "overrides.csv"))
                .extracting(Problem::message)
                .containsExactly("no article is called \"articles/b.txt\"; is \"b.txt\" meant?");
    }

    @Test
    void aDateThatARowSaysAnswersTheProblemOfTheOneInTheFile() {
        Archive archive = new Archive(folder)
                .with("a.txt", "Storm closes the harbour\n\n31 February 2014\n\nThe ferry stayed in port all day.\n")
                .with("b.txt", "Storm closes the market\n\n31 February 2014\n\nThe stalls stayed shut all day.\n")
                .file("overrides.csv", "a.txt,date,2014-02-28\n");

        assertThat(archive.build().out()).doesNotContain("a.txt:").contains("b.txt:3:1: there is no such day");
    }

    @Test
    void inATableTheProblemOfADateIsAnsweredByARowAboutItsArticle() {
        String row =
                "{\"headline\": \"Storm number %d\", \"date\": \"2014-02-3%d\", \"body\": \"The ferry stayed in port.\"}\n";
        Archive archive = new Archive(folder)
                .with(
                        "t.jsonl",
                        row.formatted(1, 1) + "{bad\n" + row.formatted(2, 2) + row.formatted(3, 3)
                                + row.formatted(4, 4))
                .file("overrides.csv", "t.jsonl#2,date,2014-02-28\nt.jsonl#3,withdrawn,at her wish\nt.jsonl#4,date,\n");

        assertThat(archive.build().out())
                .contains("t.jsonl:1:", "t.jsonl:2: the line is no JSON object", "t.jsonl:5:")
                .doesNotContain("t.jsonl:3:", "t.jsonl:4:");
    }

    @Test
    void theOwnersWordCountsBeforeAllOthers() {
        Stated<String> inferred = new Stated<>("Ada", new Evidence(null, Rule.FIRST_LINE, Confidence.GUESSED));
        Fields read = new Fields(inferred, null, null, null, inferred, null, null, null, null, null);
        List<Problem> complaints = new ArrayList<>();

        Fields fields = OVERRIDES.apply(new ArticleId("a/b.txt", 1), read, "overrides.csv", complaints);
        assertThat(Shown.fields(fields)).isEqualTo("headline=Storm, at last\ndate=2014-12-30\nlanguage=en-US\n");
        assertThat(fields.date().evidence().rule()).isEqualTo(Rule.OVERRIDE);
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyFieldCanBeSetAndTakenAway() {
        StringBuilder rows = new StringBuilder();
        List<String> names =
                List.of("title", "kicker", "masthead", "section", "author", "agency", "place", "publication");
        names.forEach(
                name -> rows.append("a,").append(name).append(',').append(name).append('\n'));
        Fields set = Overrides.read(rows.toString(), "o")
                .apply(new ArticleId("a", 1), Fields.UNKNOWN, "o", new ArrayList<>());

        assertThat(Shown.fields(set)).isEqualTo("""
                        headline=title
                        kicker=kicker
                        masthead=masthead
                        section=section
                        byline=author
                        agency=agency
                        place=place
                        publication=publication
                        """);
        Fields gone = Overrides.read("a,date,\na,language,\na,title,\n", "o")
                .apply(new ArticleId("a", 1), set, "o", new ArrayList<>());
        assertThat(gone.headline()).isNull();
        assertThat(gone.date()).isNull();
    }

    @Test
    void aValueThatCannotBeIsToldAndChangesNothing() {
        List<Problem> complaints = new ArrayList<>();
        Fields fields = Overrides.read("a,date,3/4/2014\na,language,???\n", "o")
                .apply(new ArticleId("a", 1), Fields.UNKNOWN, "o", complaints);

        assertThat(fields).isEqualTo(Fields.UNKNOWN);
        assertThat(complaints)
                .extracting(Problem::message)
                .containsExactly(
                        "the date \"3/4/2014\" may have the day or the month first",
                        "the language is no tag such as \"en\"");
    }

    @Test
    void noRowsChangeNothing() {
        assertThat(Overrides.NONE.apply(new ArticleId("a", 1), Fields.UNKNOWN, "o", new ArrayList<>()))
                .isSameAs(Fields.UNKNOWN);
        assertThat(Overrides.read("", "o").byArticle()).isEmpty();
    }
}
