package org.backfile.check;

import java.util.List;
import java.util.Locale;

/**
 * Where a site may be published, and what that host takes.
 *
 * <p>The limits are the hosts' own words on the day named with each; hosts change them, so a finding names the day.
 * Netlify's is the exception: it is often quoted, and no page of Netlify that says it was found on that day.
 */
public enum Host {
    /** GitHub Pages, from a branch or a workflow. */
    GITHUB_PAGES("GitHub Pages"),
    /** Cloudflare Pages, free plan; paid plans take 100,000 files since January 2026. */
    CLOUDFLARE_PAGES("Cloudflare Pages"),
    /** Netlify. */
    NETLIFY("Netlify"),
    /** Amazon S3 and what speaks its protocol, files sent in one piece. */
    S3("S3"),
    /** A web server of one's own: what file systems commonly hold. */
    ANY("any web server");

    /** What a host may limit. */
    enum Limit {
        FILES("files"),
        SITE_BYTES("bytes in all"),
        FILE_BYTES("bytes a file"),
        PATH_BYTES("bytes a path"),
        NAME_BYTES("bytes a file name"),
        DIRECTORY_ENTRIES("entries a folder"),
        REDIRECTS("lines in _redirects"),
        REDIRECT_CHARACTERS("characters a line in _redirects");

        private final String unit;

        Limit(String unit) {
            this.unit = unit;
        }

        /** What is counted, in the plural. */
        String unit() {
            return unit;
        }
    }

    /**
     * The most that a host takes of something.
     *
     * @param day when the host's documentation was read, {@code 2026-11-22}
     */
    record Bound(Limit limit, long most, String day) {}

    private static final String READ = "2026-11-22";

    private final String label;

    Host(String label) {
        this.label = label;
    }

    /** The host's name for people. */
    public String label() {
        return label;
    }

    /** What it limits. */
    List<Bound> bounds() {
        return switch (this) {
            case GITHUB_PAGES ->
                List.of(
                        new Bound(Limit.SITE_BYTES, 1_000_000_000L, READ),
                        new Bound(Limit.FILE_BYTES, 100L << 20, READ));
            case CLOUDFLARE_PAGES ->
                List.of(
                        new Bound(Limit.FILES, 20_000, READ),
                        new Bound(Limit.FILE_BYTES, 25L << 20, READ),
                        new Bound(Limit.REDIRECTS, 2_000, READ),
                        new Bound(Limit.REDIRECT_CHARACTERS, 1_000, READ));
            case NETLIFY -> List.of(new Bound(Limit.DIRECTORY_ENTRIES, 54_000, READ));
            case S3 -> List.of(new Bound(Limit.PATH_BYTES, 1_024, READ), new Bound(Limit.FILE_BYTES, 5L << 30, READ));
            case ANY -> List.of(new Bound(Limit.PATH_BYTES, 4_096, READ), new Bound(Limit.NAME_BYTES, 255, READ));
        };
    }

    /** The name on the command line: {@code github-pages}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
