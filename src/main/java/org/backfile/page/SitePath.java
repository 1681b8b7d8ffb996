package org.backfile.page;

import org.jspecify.annotations.Nullable;

/**
 * An address in the site: the path of a file, relative to the root, with {@code /}, and where a place on a page is meant
 * {@code #} and the id of what stands there: {@code 2014/12/30/storm-k3f9x.html}, {@code 2014/12/index.html#d30}.
 *
 * @param value not empty, no leading slash, no {@code ..}, at most 200 characters
 */
public record SitePath(String value) implements Comparable<SitePath> {
    public SitePath {
        if (value.isEmpty()
                || value.startsWith("/")
                || value.length() > 200
                || (value.contains("..") && ("/" + value + "/").contains("/../"))
                || value.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("not a path inside the site: " + value);
        }
    }

    /** A place on this page. */
    public SitePath at(String id) {
        return new SitePath(page().value + "#" + id);
    }

    /** The file: this address without the place in it. */
    public SitePath page() {
        int length = pageLength();
        return length == value.length() ? this : new SitePath(value.substring(0, length));
    }

    private int pageLength() {
        int hash = value.indexOf('#');
        return hash < 0 ? value.length() : hash;
    }

    /** The id of the place that is meant; empty for the page as a whole. */
    public String anchor() {
        int hash = value.indexOf('#');
        return hash < 0 ? "" : value.substring(hash + 1);
    }

    /** The relative URL of {@code target} as seen from this page, not percent-encoded. */
    public String to(SitePath target) {
        int hash = target.value.indexOf('#');
        if (hash >= 0
                && hash < target.value.length() - 1
                && hash == pageLength()
                && value.startsWith(target.value.substring(0, hash))) {
            return target.value.substring(hash);
        }
        int shared = 0;
        int limit = Math.min(value.length(), target.value.length());
        for (int i = 0; i < limit && value.charAt(i) == target.value.charAt(i); i++) {
            if (value.charAt(i) == '/') {
                shared = i + 1;
            }
        }
        int up = 0;
        for (int i = shared; i < value.length(); i++) {
            up += value.charAt(i) == '/' ? 1 : 0;
        }
        return "../".repeat(up) + target.value.substring(shared);
    }

    // as records do it, without the time that they take to find out how

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SitePath path && path.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(SitePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
