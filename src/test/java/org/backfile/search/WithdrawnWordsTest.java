package org.backfile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.backfile.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index is packed, so that a word could stand in it and no plain search of the files would find it. */
class WithdrawnWordsTest {
    @TempDir
    Path folder;

    @Test
    void noPartOfTheIndexHoldsAWordOfAWithdrawnArticle() {
        Archive archive = new Archive(folder)
                .with(
                        "fog.txt",
                        "Herring boats stay in port\n\nPELLWICK - The fog, which smelt of marmalades, is expected to lift"
                                + " by Thursday.\n")
                .with(
                        "whist.txt",
                        "Whist drive ends in a draw\n\nPELLWICK - Forty players sat down to whist on Friday and none of"
                                + " them won.\n");
        archive.build();
        assertThat(decoded(archive)).contains("term marmalades").anyMatch(isOfTheFog("text"));

        archive.file("overrides.csv", "path,field,value\nfog.txt,withdrawn,At the request of the fog\n");
        archive.build();

        assertThat(decoded(archive))
                .contains("term whist")
                .noneMatch(line -> line.contains("marmalade"))
                .noneMatch(isOfTheFog("record"))
                .noneMatch(isOfTheFog("text"));
    }

    private static Predicate<String> isOfTheFog(String part) {
        return line -> line.startsWith(part) && (line.contains("smelt of") || line.contains("Herring"));
    }

    private static List<String> decoded(Archive archive) {
        return Node.run("words.cjs", archive.site().toString());
    }
}
