package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A page's text is UTF-8 as the JDK encodes it, in whatever pieces a template writes it. */
class PageTextTest {
    private static final String[] SIGNS = {
        "a", "&", "é", "ß", "–", "“", "€", "波", "\uFFFD", "𝄞", "😀", "\uD83D", "\uDE00"
    };

    @Test
    void isWhatTheJdkEncodes() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            StringBuilder whole = new StringBuilder();
            int signs = random.nextInt(6_000);
            for (int i = 0; i < signs; i++) {
                whole.append(random.nextInt(4) > 0 ? "x" : SIGNS[random.nextInt(SIGNS.length)]);
            }
            String text = whole.toString();
            PageText page = new PageText();
            int at = 0;
            while (at < text.length()) {
                int count = Math.min(text.length() - at, 1 + random.nextInt(3_000));
                switch (random.nextInt(3)) {
                    case 0 -> page.write(text, at, count);
                    case 1 -> page.write(text.toCharArray(), at, count);
                    default -> {
                        count = 1;
                        page.write(text.charAt(at));
                    }
                }
                at += count;
            }
            assertThat(page.toBytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
