package org.backfile.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    /** The check values that the catalogue of parametrised CRC algorithms gives for these nine digits. */
    @Test
    void isCrc32cAboveCrc32() {
        assertThat(Checksum.of("123456789".getBytes(US_ASCII))).isEqualTo(0xE3069283_CBF43926L);
    }

    @Test
    void doesNotDependOnHowTheBytesAreParted() {
        Checksum parted = new Checksum().add("1234".getBytes(US_ASCII)).add("56789".getBytes(US_ASCII));

        assertThat(parted.value()).isEqualTo(Checksum.of("123456789".getBytes(US_ASCII)));
    }

    @Test
    void tellsEachBitFromTheOther() {
        Set<Long> seen = new HashSet<>();
        byte[] bytes = new byte[1_000];
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            seen.add(Checksum.of(bytes));
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }

        assertThat(seen).hasSize(8 * bytes.length);
    }

    @Test
    void textsCountWithTheirLengthsAndEachHalfOfACharacter() {
        long value = new Checksum().add("ab").add("c").value();

        assertThat(new Checksum().add("ab").add("c").value()).isEqualTo(value);
        assertThat(new Checksum().add("a").add("bc").value()).isNotEqualTo(value);
        assertThat(new Checksum().add("\uD83D").value())
                .isNotEqualTo(new Checksum().add("\uD83E").value());
    }

    @Test
    void longTextsCountToTheirEnd() {
        String text = "é".repeat(5_000);

        assertThat(new Checksum().add(text + "a").value())
                .isNotEqualTo(new Checksum().add(text + "b").value());
    }
}
