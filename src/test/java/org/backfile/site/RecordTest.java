package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.backfile.article.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link RecordReader} reads what {@link RecordWriter} wrote. */
class RecordTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, -1, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE})
    void numbersComeBack(long number) {
        RecordReader in =
                new RecordReader(new RecordWriter().number(number).fixed(number).toBytes());
        assertThat(in.number()).isEqualTo(number);
        assertThat(in.fixed()).isEqualTo(number);
        assertThat(in.atEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Zoë", "\u4e2d", "\ud83d\ude00", "\ud83d", "a\udc00", "\udc00\ud83d", "\0"})
    void stringsComeBackUnitByUnit(String text) {
        RecordReader in = new RecordReader(new RecordWriter()
                .string(text)
                .string(null)
                .hex(text)
                .string(text)
                .toBytes());
        assertThat(in.string()).isEqualTo(text);
        assertThat(in.stringOrNull()).isNull();
        assertThat(in.hex()).isEqualTo(text);
        assertThat(in.shared()).isEqualTo(text);
    }

    @Test
    void hexadecimalDigitsTakeHalfTheRoom() {
        RecordWriter out = new RecordWriter().hex("00ffa0");
        assertThat(out.size()).isEqualTo(4);
        assertThat(new RecordReader(out.toBytes()).hex()).isEqualTo("00ffa0");
    }

    @Test
    void stringsThatAreAlikeBecomeOne() {
        RecordReader in = new RecordReader(
                new RecordWriter().string("Sports").string("Sports").toBytes());
        assertThat(in.shared()).isSameAs(in.shared());
    }

    @Test
    void bytesThatNobodyWroteAreNoticedAndNeverMakeItHang() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                ReadingRecord.readArticle("a.txt", new RecordReader(bytes));
                ReadingRecord.readAccount("a.txt", new RecordReader(bytes));
            } catch (DamagedStore | IllegalArgumentException | java.time.DateTimeException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void whatCannotBeIsNamed() {
        assertDamaged(new RecordWriter().number(99), "no such constant: 99", in -> in.constant(Confidence.values()));
        assertDamaged(new RecordWriter().number(1L << 40), "too large", RecordReader::small);
        assertDamaged(new RecordWriter().number(9), "more things than there are bytes: 9", RecordReader::count);
        assertDamaged(new RecordWriter().string(null), "a text is missing", RecordReader::string);
        assertDamaged(new RecordWriter().string(null), "a text is missing", RecordReader::shared);
        assertDamaged(new RecordWriter().number(1L << 50), "too long", RecordReader::stringOrNull);
        assertDamaged(new RecordWriter().number(5), "ends too early", RecordReader::raw);
        assertDamaged(new RecordWriter().append(new byte[] {-1, -1}), "ends too early", RecordReader::number);
    }

    private static void assertDamaged(
            RecordWriter written, String why, java.util.function.Consumer<RecordReader> reading) {
        RecordReader in = new RecordReader(written.toBytes());
        assertThatThrownBy(() -> reading.accept(in))
                .isInstanceOf(DamagedStore.class)
                .hasMessageContaining(why);
    }
}
