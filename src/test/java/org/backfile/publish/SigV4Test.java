package org.backfile.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of Amazon's public suite for Signature Version 4, their signatures computed anew by another program. */
class SigV4Test {
    private static final Credentials EXAMPLE =
            new Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);
    private static final String NO_BODY = Digests.hex(new byte[0]);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET  | /           | ''                          | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
                    POST | /           | ''                          | 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b
                    GET  | /           | Param1=value1&Param2=value2 | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500
                    GET  | /%E1%88%B4  | ''                          | 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85
                    """)
    void aRequestIsSignedAsThePublicSuiteSays(String method, String path, String query, String signature) {
        var headers = new TreeMap<>(Map.of("host", "example.amazonaws.com", "x-amz-date", "20150830T123600Z"));

        assertThat(new SigV4(EXAMPLE, "us-east-1", "service").authorization(method, path, query, headers, NO_BODY))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                        + " SignedHeaders=host;x-amz-date, Signature=" + signature);
    }

    @Test
    void runsOfSpacesInAHeaderCountAsOne() {
        var headers = new TreeMap<>(Map.of(
                "host", "example.amazonaws.com",
                "x-amz-date", "20150830T123600Z",
                "my-header1", " value1 ",
                "my-header2", "\"a   b   c\""));

        assertThat(new SigV4(EXAMPLE, "us-east-1", "service").authorization("GET", "/", "", headers, NO_BODY))
                .endsWith("Signature=acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
    }

    @Test
    void anS3RequestIsSignedWithItsPayload() {
        var headers = new TreeMap<>(Map.of(
                "host", "examplebucket.s3.amazonaws.com",
                "x-amz-date", "20130524T000000Z",
                "x-amz-content-sha256", NO_BODY,
                "range", "bytes=0-9"));

        assertThat(new SigV4(EXAMPLE, "us-east-1", "s3").authorization("GET", "/test.txt", "", headers, NO_BODY))
                .endsWith(
                        "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=67fe34c8530db585abddc51067328adfedb6e42487d2566dc7d927d6e2722900");
    }

    @Test
    void aTemporaryKeysTokenIsSignedToo() {
        SigV4 signature = new SigV4(new Credentials("A", "B", "token"), "us-east-1", "s3");

        assertThat(signature.signed("GET", "/", new TreeMap<>(), NO_BODY, Instant.parse("2026-11-22T10:00:00Z")))
                .containsEntry("x-amz-date", "20261122T100000Z")
                .containsEntry("x-amz-security-token", "token")
                .hasEntrySatisfying("authorization", value -> assertThat(value).contains("x-amz-security-token"));
    }

    @Test
    void pathsAreEncodedByteByByte() {
        assertThat(SigV4.encoded("/2014/café opens~1.html")).isEqualTo("/2014/caf%C3%A9%20opens~1.html");
    }

    @Test
    void noSecretIsInTheTextForms() {
        assertThat(EXAMPLE + " " + new SigV4(EXAMPLE, "us-east-1", "s3"))
                .isEqualTo("Credentials[hidden] SigV4[us-east-1/s3]");
    }
}
