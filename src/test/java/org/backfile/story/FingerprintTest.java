package org.backfile.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.backfile.article.Article;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static int[] kinds(String body) {
        return Arrays.stream(
                        Fingerprint.of(Archive.article("a.txt", "", null, body)).tokens())
                .map(Token::kind)
                .toArray();
    }

    @Test
    void aCapitalTellsANameOnlyInsideASentence() {
        assertThat(kinds("Yesterday Brandt left. She took 40 men to B12 x."))
                .containsExactly(
                        Token.START,
                        Token.NAME,
                        Token.LOWER,
                        Token.START,
                        Token.LOWER,
                        Token.NUMBER,
                        Token.LOWER,
                        Token.LOWER,
                        Token.ODD,
                        Token.ODD);
    }

    @Test
    void inALineOfCapitalsNoWordIsAName() {
        assertThat(kinds("BRANDT LEAVES HARBOUR")).containsOnly(Token.START);
        assertThat(kinds("OSLO - the harbour is closed")).startsWith(Token.NAME, Token.LOWER);
    }

    @Test
    void scriptsWithoutSpacesGiveATokenForEachTwoCharacters() {
        Article article = Archive.article("a.txt", "", null, "千葉県2019年 は A");

        assertThat(Fingerprint.words(article)).containsExactly("千葉", "葉県", "2019", "年", "は", "A");
        assertThat(Fingerprint.of(article).tokens()).hasSize(6);
    }

    @Test
    void aMisreadWordIsAlikeAndAnotherWordIsNot() {
        int[] words = Fingerprint.of(Archive.article("a.txt", "", null, "harbour harb0ur harhour captain"))
                .tokens();

        assertThat(Token.alike(words[0], words[1])).isTrue();
        assertThat(Token.alike(words[0], words[2])).isTrue();
        assertThat(Token.alike(words[0], words[3])).isFalse();
    }

    @Test
    void aFingerprintReadsBackAsItWasWritten() {
        Fingerprint print = Fingerprint.of(Archive.article("a.txt", "Ferry aground", null, "The ferry Aurora sank."));

        assertThat(Fingerprint.fromBytes(print.toBytes())).isEqualTo(print).hasSameHashCodeAs(print);
        assertThat(print.headlineLength()).isEqualTo(2);
        assertThat(print).hasToString("Fingerprint[2+4 words]");
        assertThat(print).isNotEqualTo(Fingerprint.of(Archive.article("a.txt", "Ferry", null, "aground The ferry")));
    }

    @Test
    void otherBytesAreRefused() {
        for (byte[] bytes : List.of(new byte[0], new byte[5], new byte[] {0, 0, 0, 9, 0, 0, 0, 0})) {
            assertThatThrownBy(() -> Fingerprint.fromBytes(bytes)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new StorySettings(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StorySettings(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
