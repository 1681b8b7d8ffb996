package org.backfile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenizerTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))");

    @ParameterizedTest
    @MethodSource("examples")
    void cutsTextAsTheSharedExamplesSay(String text, String tokens) {
        assertThat(tokens(text)).isEqualTo(tokens);
    }

    @Test
    void searchScriptCutsTextAsTheSharedExamplesSay() throws IOException {
        List<String> printed =
                Node.run("tokens.cjs", Node.resource("tokens.txt").toString());

        assertThat(printed).containsExactly(examples().count() + " examples");
    }

    @Test
    void turkishLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(tokens("TITLE İI")).isEqualTo("title ii");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void ofAnEndlessWordTheStartCounts() {
        assertThat(tokens("a".repeat(5_000_000))).isEqualTo("a".repeat(Tokenizer.WORD_LIMIT));
        assertThat(tokens("a-".repeat(1_000_000))).startsWith("a a a").doesNotContain("=");
        assertThat(tokens("é".repeat(1_000_000)))
                .isEqualTo("e".repeat(Tokenizer.WORD_LIMIT) + " =" + "é".repeat(Tokenizer.WORD_LIMIT));
    }

    @Test
    void hasTheTableOfCharactersThatTheScriptHas() throws IOException {
        String script = Files.readString(java.nio.file.Path.of("templates/search.js"));
        String table = script.substring(script.indexOf("const RANGES =") + 14, script.indexOf("const SEPARATOR"));
        String digits = table.replaceAll("[^0-9a-z]+", " ").strip();

        assertThat(digits).isEqualTo(WordCharacters.RANGES);
    }

    static Stream<Arguments> examples() throws IOException {
        return Files.readAllLines(Node.resource("tokens.txt")).stream()
                .filter(line -> !line.startsWith("#") && line.contains("\t"))
                .map(TokenizerTest::unescaped)
                .map(line -> Arguments.of((Object[]) line.split("\t", -1)));
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(Character.toString(
                        Integer.parseInt(match.group(1) != null ? match.group(1) : match.group(2), 16))));
    }

    /** The tokens in the notation of the examples. */
    static String tokens(String text) {
        List<String> tokens = new ArrayList<>();
        new Tokenizer()
                .tokenize(
                        text,
                        (chars, length, advances) -> tokens.add((advances ? "" : "=") + new String(chars, 0, length)));
        return String.join(" ", tokens);
    }
}
