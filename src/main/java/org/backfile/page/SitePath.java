package org.backfile.page;

/**
 * The path of a file in the site, relative to its root, with {@code /}: {@code 2014/12/30/storm-k3f9x.html}.
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

    /** The relative URL of {@code target} as seen from this page, not percent-encoded. */
    public String to(SitePath target) {
        int shared = 0;
        int limit = Math.min(value.length(), target.value.length());
        for (int i = 0; i < limit && value.charAt(i) == target.value.charAt(i); i++) {
            if (value.charAt(i) == '/') {
                shared = i + 1;
            }
        }
        StringBuilder url = new StringBuilder();
        for (int i = shared; i < value.length(); i++) {
            if (value.charAt(i) == '/') {
                url.append("../");
            }
        }
        return url.append(target.value, shared, target.value.length()).toString();
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
