package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.backfile.source.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
    @Test
    void yamlOfJekyll() {
        assertThat(read("""
                        ---
                        layout: post
                        title: "Storm closes: the harbour"
                        date: 2014-12-30 23:30:00 -0500
                        author: Ada Quill
                        categories: [local, weather]
                        lang: en_US
                        tags:
                          - storm
                        ---
                        Body.
                        """)).isEqualTo("""
                        headline=Storm closes: the harbour @3:8-34
                        section=local @6:13-28
                        byline=Ada Quill @5:9-17
                        date=2014-12-30 @4:7-31
                        language=en-US @7:7-11
                        front-matter front-matter front-matter front-matter front-matter front-matter front-matter\
                         front-matter front-matter front-matter\s
                        """);
    }

    @Test
    void authorsMayBeAListOrHaveNames() {
        assertThat(read("""
                        ---
                        Title: 1.10
                        authors:
                          - name: By Ada Quill
                            email: a@example.org
                          - Tom Brandt
                        publisher:
                          name: The Lantern
                        params:
                          place: Oldhaven
                        draft: ~
                        kicker: null
                        ...
                        """)).startsWith("""
                        headline=1.10 @2:8-11
                        byline=Ada Quill, Tom Brandt @4:3-6:1
                        place=Oldhaven @10:10-17
                        publication=The Lantern @8:3-1
                        """);
    }

    @Test
    void tomlOfHugo() {
        assertThat(read("""
                        +++
                        title = "Storm \\u2013 \\"big\\"" # a comment
                        date = 2014-12-30T10:00:00+01:00 # local
                        draft = false
                        authors = ['Ada Quill',
                          "Tom Brandt"]
                        description = \"""
                        long
                        text\"""
                        [taxonomies]
                        categories = ["local", "weather"]
                        [extra]
                        "place" = 'Oldhaven'
                        +++
                        """)).startsWith("""
                        headline=Storm – "big" @2:8-42
                        section=local @11:13-33
                        byline=Ada Quill, Tom Brandt @5:10-6:15
                        place=Oldhaven @13:10-20
                        date=2014-12-30 @3:7-40
                        front-matter""");
    }

    @Test
    void brokenYamlIsToldAndReadLineByLine() {
        assertThat(read("""
                        ---
                        title: Storm: the harbour closes
                        by: "Ada Quill"
                        date: 2014-12-30
                        section: [broken
                        ---
                        """)).isEqualTo("""
                        headline=Storm: the harbour closes @2:8-32
                        byline=Ada Quill @3:5-15
                        date=2014-12-30 @4:7-16
                        front-matter front-matter front-matter front-matter front-matter front-matter\s
                        2:0 the front matter is no YAML
                        """);
    }

    @Test
    void brokenTomlIsTold() {
        assertThat(read("+++\ntitle = \"Storm\nnonsense\ndate = 2014-12-30\nlist = [1,\n+++\n"))
                .contains("date=2014-12-30", "2:0 the front matter is no TOML here");
        assertThat(read("+++\nx = '''\nnever closed\n+++\n")).contains("3:0 the front matter is no TOML here");
    }

    @Test
    void aDateThatIsNoneIsAProblemAndNoDate() {
        assertThat(read("---\ntitle: Storm\ndate: next week\n---\n"))
                .contains("3:7 the date \"next week\" is not understood")
                .doesNotContain("date=");
    }

    @Test
    void publishedMayBeAYesOrNo() {
        assertThat(read("---\ntitle: Storm\npublished: true\ncreated: 2014-01-02\n---\n"))
                .contains("date=2014-01-02")
                .doesNotContain("understood");
    }

    @Test
    void theFirstValueOfAFieldCounts() {
        assertThat(read("---\ntitle: One\nheadline: Two\n---\n")).startsWith("headline=One @2:8-10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nThe storm came at night.\n---\nThen it went.\n",
                "---\ntitle: never closed\n",
                "--- \n",
                "Title\n---\nkey: value\n---\n",
                "----\ntitle: x\n----\n",
                ""
            })
    void aDividerIsNoFrontMatter(String text) {
        assertThat(head(text)).isEmpty();
    }

    @Test
    void emptyFrontMatterSaysNothing() {
        assertThat(read("---\n---\nBody\n")).isEqualTo("front-matter front-matter \n");
        assertThat(read("\n+++\n+++\nBody\n")).isEqualTo("blank front-matter front-matter \n");
    }

    @Test
    void aliasesAreNotUnfolded() {
        StringBuilder bomb = new StringBuilder("---\ntitle: Storm\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(String.join(", ", java.util.Collections.nCopies(10, before)))
                    .append("]\n");
        }
        bomb.append("author: *a11\n---\n");

        assertThat(read(bomb.toString())).startsWith("headline=Storm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deepNestingIsRefused(String open) {
        assertThat(read("---\nkey:\n" + open.repeat(5000) + "\n---\n")).contains("the front matter is nested too deep");
    }

    @Test
    void aVeryLongBlockIsNoFrontMatter() {
        assertThat(head("---\ntitle: x\n" + "y: z\n".repeat(100_000) + "---\n")).isEmpty();
        assertThat(head("---\ntitle: " + "x".repeat(1 << 20) + "\n---\n")).isEmpty();
    }

    @Test
    void aTextBetweenTheFencesHasNoKeys() {
        assertThat(read("---\n\"title: x\"\n---\n")).contains("2:0 the front matter has no keys");
    }

    private static Optional<WrittenHead> head(String text) {
        Lines lines = new Lines(text);
        return FrontMatter.read(lines, 1, lines.count(), "a.md", DateOrder.UNKNOWN);
    }

    private static String read(String text) {
        return Shown.head(head(text).orElseThrow());
    }
}
