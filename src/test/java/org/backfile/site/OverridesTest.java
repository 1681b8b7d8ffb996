package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.backfile.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner says in overrides.csv counts more than what the texts say. */
class OverridesTest {
    private static final String FOG = """
            The Tidings
            HARBOUR
            Herring boats stay in port
            PELLWICK — No boat left the harbour on Monday because nobody could see the harbour at all.
            The fog, which smelt of quinces, is expected to lift by Thursday, the harbour master said.
            """;
    private static final String WHIST = """
            The Tidings
            SPORT
            Whist drive ends in a draw
            PELLWICK — Forty players sat down to whist in the parish hall on Friday and none of them won.
            """;

    @TempDir
    Path folder;

    @Test
    void aFieldIsSetAsTheOwnerSays() {
        Archive archive = new Archive(folder)
                .with("fog.txt", FOG)
                .file("overrides.csv", "path,field,value\nfog.txt,date,1988-02-03\nfog.txt,byline,Ada Quill\n");

        archive.build();

        assertThat(archive.page("data/articles/1988.jsonl"))
                .contains("\"date\":\"1988-02-03\"", "\"byline\":\"Ada Quill\"", "\"rule\":\"override\"");
    }

    @Test
    void aRowAboutNoArticleIsReported() {
        Archive archive =
                new Archive(folder).with("fog.txt", FOG).file("overrides.csv", "path,field,value\nfrog.txt,place,X\n");

        assertThat(archive.build().out()).contains("overrides.csv:2: no article is called \"frog.txt\"");
    }

    @Test
    void aWithdrawnArticlesWordsStandNowhereButItsAddressAnswers() {
        Archive archive = new Archive(folder).with("fog.txt", FOG).with("whist.txt", WHIST);
        archive.build();
        assertThat(everything(archive)).contains("quinces");
        String address = archive.files().keySet().stream()
                .filter(path -> path.contains("herring-boats"))
                .findFirst()
                .orElseThrow();

        archive.file("overrides.csv", "path,field,value\nfog.txt,withdrawn,At the request of the fog\n");
        archive.build();

        assertThat(archive.page(address)).contains("At the request of the fog").doesNotContain("quinces");
        assertThat(everything(archive)).doesNotContain("quinces").doesNotContain("Herring boats stay in port");
        assertThat(archive.page("data/ledger/1.jsonl")).contains("\"role\":\"withdrawn\"");
        assertThat(everything(archive)).contains("Whist drive ends in a draw");
    }

    @Test
    void aWithdrawnArticlesCopyIsTold() {
        Archive archive = new Archive(folder)
                .with("fog.txt", FOG)
                .with("other/fog.txt", FOG)
                .with("whist.txt", WHIST)
                .file("overrides.csv", "path,field,value\nfog.txt,withdrawn,At the request of the fog\n");

        assertThat(archive.build().out())
                .contains("note: the words of fog.txt, which is withdrawn, still stand in other/fog.txt");

        archive.file(
                "overrides.csv",
                "path,field,value\nfog.txt,withdrawn,At the request of the fog\nother/fog.txt,withdrawn,The same\n");
        assertThat(archive.build().out()).doesNotContain("still stand");
    }

    @Test
    void theOwnerPartsAndJoinsStories() {
        Archive archive = new Archive(folder)
                .with("a/fog.txt", FOG)
                .with("b/fog.txt", FOG)
                .with("whist.txt", WHIST)
                .file("overrides.csv", "path,field,value\na/fog.txt,other-story,b/fog.txt\n");
        assertThat(archive.build().out()).contains("3 articles, 3 stories");

        archive.file("overrides.csv", "path,field,value\na/fog.txt,same-story,whist.txt\n");
        assertThat(archive.build().out()).contains("3 articles, 1 story");
    }

    private static String everything(Archive archive) {
        StringBuilder all = new StringBuilder();
        archive.files().values().forEach(bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString();
    }
}
