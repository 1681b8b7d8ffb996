package org.backfile.publish;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Opens targets by their names.
 *
 * @param folder the working folder, from which relative places are meant
 * @param home the user's folder, for the AWS files
 * @param environment the process's variables
 * @param clock for the signatures of requests
 * @param pause waits between attempts
 */
public record Targets(Path folder, Path home, Map<String, String> environment, Clock clock, Pause pause) {
    private static final String FORMS =
            "dir:/path, git:origin#gh-pages, s3://bucket/prefix, rsync:user@host:/path or sftp:user@host:/path";
    private static final String DEFAULT_BRANCH = "gh-pages";
    private static final long FIRST_WAIT_MILLIS = 500;

    /** Waits. */
    public interface Pause {
        /** Sleeps so long. */
        void millis(long millis) throws InterruptedException;
    }

    /**
     * Opens the target; some are asked at once whether they are there.
     *
     * @throws PublishFailure where there is no name, the name means nothing, a key is missing or nobody answers
     */
    public Target open(PublishSettings settings) throws PublishFailure {
        String target = settings.target() == null ? "" : settings.target();
        if (target.startsWith("s3://")) {
            return s3(target, settings);
        }
        int colon = target.indexOf(':');
        String kind = colon < 0 ? "" : target.substring(0, colon);
        String place = target.substring(colon + 1);
        return switch (kind) {
            case "dir" -> new DirectoryTarget(folder.resolve(place));
            case "git" -> git(place);
            case "rsync" -> CopyingProgramTarget.of(CopyingProgramTarget.Kind.RSYNC, place, folder, backoff());
            case "sftp" -> CopyingProgramTarget.of(CopyingProgramTarget.Kind.SFTP, place, folder, backoff());
            default -> throw new PublishFailure("“" + Programs.hidden(target) + "” is no target – write " + FORMS);
        };
    }

    private Target git(String place) throws PublishFailure {
        int hash = place.lastIndexOf('#');
        String remote = hash < 0 ? place : place.substring(0, hash);
        String branch = hash < 0 ? DEFAULT_BRANCH : place.substring(hash + 1);
        return new GitTarget(remote.isEmpty() ? "origin" : remote, branch, folder, backoff());
    }

    private Target s3(String target, PublishSettings settings) throws PublishFailure {
        String region = Credentials.region(settings.region(), settings.profile(), environment, home);
        String endpoint = settings.endpoint() != null
                ? settings.endpoint()
                : environment.getOrDefault("AWS_ENDPOINT_URL_S3", environment.get("AWS_ENDPOINT_URL"));
        S3Place place = S3Place.of(target, endpoint, settings.pathStyle(), region);
        Credentials credentials = Credentials.find(settings.profile(), environment, home);
        return new S3Target(place, new SigV4(credentials, region, "s3"), clock, backoff());
    }

    private Backoff backoff() {
        return new Backoff(pause::millis, FIRST_WAIT_MILLIS);
    }
}
