package org.backfile.publish;

import org.jspecify.annotations.Nullable;

/**
 * Where and how the archive is published: the {@code publish:} section of {@code backfile.yaml}. No secret stands here.
 *
 * @param target {@code dir:/path}, {@code git:origin#gh-pages}, {@code s3://bucket/prefix},
 *     {@code rsync:user@host:/path} or {@code sftp:user@host:/path}; null where none is named
 * @param endpoint the address of an S3-compatible service, {@code https://s3.example.org}; null for Amazon's
 * @param region the region that S3 requests are signed for; null for the one that the environment names
 * @param profile the profile in the AWS files; null for the one that the environment names
 * @param pathStyle whether the bucket stands in the path and not in the host's name; null for what the endpoint suggests
 * @param compress whether the build puts a gzip twin beside each text, for hosts that send such files as they are
 * @param headers whether the build writes {@code _headers} and {@code _redirects}, for hosts that read them
 */
public record PublishSettings(
        @Nullable String target,
        @Nullable String endpoint,
        @Nullable String region,
        @Nullable String profile,
        @Nullable Boolean pathStyle,
        boolean compress,
        boolean headers) {
    /** Nothing is said. */
    public static final PublishSettings NONE = new PublishSettings(null, null, null, null, null, false, false);

    /** Settings that say nothing but the target. */
    public static PublishSettings of(String target) {
        return new PublishSettings(target, null, null, null, null, false, false);
    }

    /** These settings where {@code over} says nothing else. */
    public PublishSettings under(PublishSettings over) {
        return new PublishSettings(
                over.target != null ? over.target : target,
                over.endpoint != null ? over.endpoint : endpoint,
                over.region != null ? over.region : region,
                over.profile != null ? over.profile : profile,
                over.pathStyle != null ? over.pathStyle : pathStyle,
                over.compress || compress,
                over.headers || headers);
    }
}
