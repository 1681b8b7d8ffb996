package org.backfile.publish;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests with AWS Signature Version 4, as Amazon's "Create a signed AWS API request" describes it. Thread-safe.
 *
 * @param service the service signed for: {@code s3}
 */
record SigV4(Credentials credentials, String region, String service) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The instant as the header {@code x-amz-date} writes it. */
    static String time(Instant now) {
        return TIME.format(now);
    }

    /**
     * The header {@code Authorization} for a request.
     *
     * @param path percent-encoded once
     * @param query encoded and sorted; empty where there is none
     * @param headers to be signed, names in lower case, {@code host} and {@code x-amz-date} among them
     * @param payload the SHA-256 of the body in hexadecimal digits
     */
    String authorization(String method, String path, String query, SortedMap<String, String> headers, String payload) {
        StringBuilder canonical = new StringBuilder();
        canonical
                .append(method)
                .append('\n')
                .append(path)
                .append('\n')
                .append(query)
                .append('\n');
        headers.forEach((name, value) ->
                canonical.append(name).append(':').append(collapsed(value)).append('\n'));
        String signed = String.join(";", headers.keySet());
        canonical.append('\n').append(signed).append('\n').append(payload);
        String time = headers.getOrDefault("x-amz-date", "");
        String day = time.substring(0, 8);
        String scope = day + "/" + region + "/" + service + "/aws4_request";
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n"
                + Digests.hex(canonical.toString().getBytes(StandardCharsets.UTF_8));
        String signature = HexFormat.of().formatHex(hmac(signingKey(day), toSign));
        return ALGORITHM + " Credential=" + credentials.key() + "/" + scope + ", SignedHeaders=" + signed
                + ", Signature=" + signature;
    }

    /** The headers of a request, signed: those given with date, payload's hash, token and authorization. */
    SortedMap<String, String> signed(
            String method, String path, SortedMap<String, String> headers, String payload, Instant now) {
        TreeMap<String, String> all = new TreeMap<>(headers);
        all.put("x-amz-date", time(now));
        all.put("x-amz-content-sha256", payload);
        @Nullable String token = credentials.token();
        if (token != null) {
            all.put("x-amz-security-token", token);
        }
        all.put("authorization", authorization(method, path, "", all, payload));
        return all;
    }

    private byte[] signingKey(String day) {
        byte[] key = hmac(("AWS4" + credentials.secret()).getBytes(StandardCharsets.UTF_8), day);
        return hmac(hmac(hmac(key, region), service), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The value without spaces at its ends and with runs of spaces made one. */
    private static String collapsed(String value) {
        StringBuilder text = new StringBuilder(value.length());
        String stripped = value.strip();
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c != ' ' || text.charAt(text.length() - 1) != ' ') {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The path percent-encoded as the signature wants it: everything but {@code A–Z a–z 0–9 - . _ ~ /}. */
    static String encoded(String path) {
        StringBuilder text = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || "-._~/".indexOf(c) >= 0) {
                text.append(c);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "SigV4[" + region + "/" + service + "]";
    }
}
