package org.backfile.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts that break careless writers: our own, and those of the shared corpus where it is there. */
final class Hostile {
    private static final Path CORPUS = Path.of("../shared/data/naughty/labels.jsonl");

    private Hostile() {}

    static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "]]>",
                "& &amp; &#0; &#x202e;",
                "\"'`",
                "a\u0000b\u0001c\u001Fd\u007Fe\u0085f",
                "\uFFFE\uFFFF\uFDD0",
                "\uD800 alone \uDC00",
                "\u2028line\u2029par",
                "\u202Egnp.exe",
                "\u2067left open",
                "line one\nline two\r\nline three\ttabbed",
                "ER  - \r\nTY  - BOOK",
                "{unbalanced",
                "} \\end{document}",
                "100% of $5 & #1_x^2~y\\z",
                "@article{x, title={y}}",
                "=1+1",
                "  spaces  ",
                "😀 港 الميناء e\u0301",
                "x".repeat(5000)));
        if (Files.exists(CORPUS)) {
            try {
                for (String line : Files.readAllLines(CORPUS)) {
                    if (Json.object(line).get("payload") instanceof String payload && payload.length() < 10_000) {
                        texts.add(payload);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
