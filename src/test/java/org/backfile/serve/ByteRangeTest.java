package org.backfile.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=0-3       | 0 | 3
                    bytes=4-        | 4 | 9
                    bytes=-3        | 7 | 9
                    bytes=-30       | 0 | 9
                    bytes=8-99      | 8 | 9
                    bytes=5-2       | 0 | 9
                    bytes=0-1,4-5   | 0 | 9
                    bytes=a-b       | 0 | 9
                    bytes=7         | 0 | 9
                    lines=1-2       | 0 | 9
                    bytes=0-99999999999999999999 | 0 | 9
                    """)
    void aRangeOfTenBytes(String header, long first, long last) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange(first, last));
    }

    @Test
    void noHeaderMeansAll() {
        assertThat(ByteRange.of(null, 10).length()).isEqualTo(10);
        assertThat(ByteRange.of(null, 0).length()).isZero();
    }

    @Test
    void whatBeginsBehindTheEndIsOutside() {
        assertThat(ByteRange.of("bytes=10-", 10).isOutside()).isTrue();
        assertThat(ByteRange.of("bytes=-0", 10).isOutside()).isTrue();
        assertThat(ByteRange.of("bytes=9-", 10).isOutside()).isFalse();
    }
}
