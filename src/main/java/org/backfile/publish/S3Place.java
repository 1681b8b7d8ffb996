package org.backfile.publish;

import java.net.URI;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * A bucket and the place in it.
 *
 * @param endpoint {@code https://s3.example.org}, without a path
 * @param prefix empty, or with a slash at its end
 * @param pathStyle whether the bucket is the first step of the path, else the first label of the host
 */
record S3Place(URI endpoint, String bucket, String prefix, boolean pathStyle) {
    /**
     * The place that settings name.
     *
     * @param target {@code s3://bucket/prefix}
     */
    static S3Place of(String target, @Nullable String endpoint, @Nullable Boolean pathStyle, String region)
            throws PublishFailure {
        String rest = target.substring("s3://".length());
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        String prefix = slash < 0 ? "" : rest.substring(slash + 1);
        if (bucket.isEmpty() || !bucket.chars().allMatch(S3Place::isBucketCharacter)) {
            throw new PublishFailure("“" + target + "” names no bucket – write s3://bucket or s3://bucket/prefix");
        }
        boolean inPath = pathStyle != null ? pathStyle : endpoint != null || bucket.contains(".");
        String address = endpoint == null ? "https://s3." + region + ".amazonaws.com" : endpoint;
        String slashed = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        return new S3Place(endpoint(address), bucket, slashed, inPath);
    }

    private static URI endpoint(String address) throws PublishFailure {
        try {
            URI endpoint = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
            boolean web = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
            if (web
                    && endpoint.getHost() != null
                    && endpoint.getRawPath().isEmpty()
                    && endpoint.getUserInfo() == null) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new PublishFailure("the endpoint is not an address like https://s3.example.org – mend --endpoint");
    }

    private static boolean isBucketCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._".indexOf(c) >= 0;
    }

    /** What the place is called in messages. */
    String name() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    /** Where the file at {@code path} stands. */
    URI address(SitePath path) {
        String key = SigV4.encoded("/" + prefix + path);
        String authority = endpoint.getRawAuthority();
        return URI.create(
                pathStyle
                        ? endpoint.getScheme() + "://" + authority + "/" + bucket + key
                        : endpoint.getScheme() + "://" + bucket + "." + authority + key);
    }

    /** What a refusal means, and what to do about it. */
    static String meaning(int status, String code) {
        return switch (code) {
            case "SignatureDoesNotMatch" -> "the secret key is wrong – look at AWS_SECRET_ACCESS_KEY or the profile";
            case "InvalidAccessKeyId" -> "the access key is unknown – look at AWS_ACCESS_KEY_ID or the profile";
            case "ExpiredToken" -> "the temporary key has expired – get a new one";
            case "AccessDenied" -> "the key may not do this – allow it to read, write and delete in the bucket";
            case "NoSuchBucket" -> "there is no such bucket – create it, or mend its name";
            case "RequestTimeTooSkewed" -> "this machine's clock is wrong – set it";
            case "EntityTooLarge" -> "a file is too large for the service – see backfile check --host s3";
            case "PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed" ->
                "the bucket is in another region – set --region or AWS_REGION";
            default ->
                status / 100 == 3
                        ? "the bucket is in another region – set --region or AWS_REGION"
                        : "the service refused with " + status + (code.isEmpty() ? "" : " " + code);
        };
    }
}
