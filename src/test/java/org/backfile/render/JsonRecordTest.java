package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordTest {
    private static final int FRAME = "{\"a\":}\n".length();

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Storm closes harbour",
                "\"quoted\" and \\ back",
                "\u0000\u0001\n\t\u001F\u007F",
                "Müller жзи 日本語 𝒜",
                "\u2028\u2029<script>&",
                "\uD800\uD800\uD800\uD800\uD800\uD800",
                "half \uDC00?\uD83D??"
            })
    void neverTakesMoreBytesForAValueThanItsBound(String value) {
        int taken = JsonRecord.line(json -> json.field("a", value)).length - FRAME;

        assertThat(JsonRecord.mostBytes(value)).isGreaterThan(taken); // a comma may come behind it
    }
}
