package org.backfile.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs S3 requests. Its text form shows nothing of the secret.
 *
 * @param token of a temporary key, or null
 */
record Credentials(String key, String secret, @Nullable String token) {
    /**
     * The credentials that the standard variables or the AWS files name: {@code AWS_ACCESS_KEY_ID} and
     * {@code AWS_SECRET_ACCESS_KEY} unless a profile is asked for, else the profile in {@code ~/.aws/credentials} or
     * {@code ~/.aws/config}.
     *
     * @param profile the profile asked for, or null
     * @param home the user's folder
     */
    static Credentials find(@Nullable String profile, Map<String, String> environment, Path home)
            throws PublishFailure {
        String key = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        if (profile == null && key != null && secret != null) {
            return new Credentials(key, secret, environment.get("AWS_SESSION_TOKEN"));
        }
        Map<String, String> section = profile(profile, environment, home);
        key = section.get("aws_access_key_id");
        secret = section.get("aws_secret_access_key");
        if (key == null || secret == null) {
            throw new PublishFailure("no key for S3: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write"
                    + " aws_access_key_id and aws_secret_access_key under [" + profileName(profile, environment)
                    + "] in ~/.aws/credentials");
        }
        return new Credentials(key, secret, section.get("aws_session_token"));
    }

    /** The region that the settings, the environment or the profile names, else {@code us-east-1}. */
    static String region(@Nullable String asked, @Nullable String profile, Map<String, String> environment, Path home)
            throws PublishFailure {
        for (String named : new @Nullable String[] {
            asked,
            environment.get("AWS_REGION"),
            environment.get("AWS_DEFAULT_REGION"),
            profile(profile, environment, home).get("region")
        }) {
            if (named != null && !named.isBlank()) {
                return named;
            }
        }
        return "us-east-1";
    }

    private static String profileName(@Nullable String profile, Map<String, String> environment) {
        return profile != null ? profile : environment.getOrDefault("AWS_PROFILE", "default");
    }

    /** The profile's lines of both files; those of {@code credentials} prevail. */
    private static Map<String, String> profile(@Nullable String profile, Map<String, String> environment, Path home)
            throws PublishFailure {
        String name = profileName(profile, environment);
        Path config = file(environment, "AWS_CONFIG_FILE", home.resolve(".aws/config"));
        Path credentials = file(environment, "AWS_SHARED_CREDENTIALS_FILE", home.resolve(".aws/credentials"));
        Map<String, String> lines = section(config, name.equals("default") ? name : "profile " + name);
        lines.putAll(section(credentials, name));
        return lines;
    }

    private static Path file(Map<String, String> environment, String variable, Path standard) {
        String named = environment.get(variable);
        return named == null ? standard : Path.of(named);
    }

    private static Map<String, String> section(Path file, String name) throws PublishFailure {
        Map<String, String> values = new HashMap<>();
        boolean inside = false;
        for (String raw : lines(file)) {
            String line = raw.strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                inside = line.substring(1, line.length() - 1).strip().equals(name);
            } else if (inside && !line.startsWith("#") && !line.startsWith(";") && line.indexOf('=') > 0) {
                int equals = line.indexOf('=');
                values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return values;
    }

    private static List<String> lines(Path file) throws PublishFailure {
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new PublishFailure(file + " could not be read: " + Reasons.of(e), e);
        }
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
