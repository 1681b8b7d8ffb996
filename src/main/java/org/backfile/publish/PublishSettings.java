package org.backfile.publish;

import org.jspecify.annotations.Nullable;

/**
 * Where the archive is published: the {@code publish:} section of {@code backfile.yaml}. No secret stands here.
 *
 * @param target {@code dir:/path}, {@code git:origin#gh-pages}, {@code s3://bucket/prefix},
 *     {@code rsync:user@host:/path} or {@code sftp:user@host:/path}
 * @param endpoint the address of an S3-compatible service, {@code https://s3.example.org}; null for Amazon's
 * @param region the region that S3 requests are signed for; null for the one that the environment names
 * @param profile the profile in the AWS files; null for the one that the environment names
 * @param pathStyle whether the bucket stands in the path and not in the host's name; null for what the endpoint suggests
 */
public record PublishSettings(
        String target,
        @Nullable String endpoint,
        @Nullable String region,
        @Nullable String profile,
        @Nullable Boolean pathStyle) {
    /** Settings that say nothing but the target. */
    public static PublishSettings of(String target) {
        return new PublishSettings(target, null, null, null, null);
    }
}
