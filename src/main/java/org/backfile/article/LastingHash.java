package org.backfile.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The beginning of a SHA-256, for names that must not change from one version of the program to the next. Thread-safe. */
public final class LastingHash {
    /** One for each thread: asking the platform for one takes longer than hashing a path. */
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(LastingHash::newSha256);

    private LastingHash() {}

    /** The first 64 bits of the SHA-256 of {@code text} in UTF-8. */
    public static long of(String text) {
        return ByteBuffer.wrap(SHA256.get().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
