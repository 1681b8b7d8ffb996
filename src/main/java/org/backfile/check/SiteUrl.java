package org.backfile.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a URL leads that stands in a file of the site.
 *
 * @param path the file inside the site, decoded, a folder with its slash; the URL itself where it leads elsewhere
 * @param fragment the place inside the page, decoded; empty where there is none
 */
record SiteUrl(Kind kind, String path, String fragment) {
    /** The ways a URL can lead. */
    enum Kind {
        /** To a file of the site. */
        INSIDE,
        /** To another site, {@code https://…}. */
        OUTSIDE,
        /** To nothing a browser loads: mail, telephone, data inside the URL. */
        ELSEWHERE,
        /** From the root of whatever server: breaks on disk and under a sub-path. */
        ROOTED,
        /** Above the root of the site. */
        ABOVE,
        /** To something to run. */
        SCRIPT,
        /** Not a URL. */
        SPOILT
    }

    /** The URL {@code url} as a browser reads it in the file {@code from}. Linear in the lengths. */
    static SiteUrl of(String from, String url) {
        String trimmed = url.strip();
        String scheme = scheme(trimmed);
        if (scheme != null) {
            return new SiteUrl(kindOf(scheme), trimmed, "");
        }
        if (trimmed.startsWith("//")) {
            return new SiteUrl(Kind.OUTSIDE, trimmed, "");
        }
        if (trimmed.startsWith("/")) {
            return new SiteUrl(Kind.ROOTED, trimmed, "");
        }
        int hash = trimmed.indexOf('#');
        String beforeHash = hash < 0 ? trimmed : trimmed.substring(0, hash);
        int query = beforeHash.indexOf('?');
        String path = decoded(query < 0 ? beforeHash : beforeHash.substring(0, query));
        String fragment = hash < 0 ? "" : decoded(withoutDirective(trimmed.substring(hash + 1)));
        if (path == null || fragment == null) {
            return new SiteUrl(Kind.SPOILT, trimmed, "");
        }
        return path.isEmpty() ? new SiteUrl(Kind.INSIDE, from, fragment) : resolved(from, path, fragment, trimmed);
    }

    private static SiteUrl resolved(String from, String path, String fragment, String url) {
        Deque<String> folders = new ArrayDeque<>();
        int slash = from.lastIndexOf('/');
        if (slash >= 0) {
            folders.addAll(Arrays.asList(from.substring(0, slash).split("/", -1)));
        }
        String[] steps = path.split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            boolean last = i == steps.length - 1;
            if (steps[i].equals("..")) {
                if (folders.pollLast() == null) {
                    return new SiteUrl(Kind.ABOVE, url, "");
                }
            } else if (!steps[i].equals(".")) {
                folders.addLast(steps[i]);
                continue;
            }
            if (last) {
                folders.addLast("");
            }
        }
        return new SiteUrl(Kind.INSIDE, String.join("/", folders), fragment);
    }

    private static Kind kindOf(String scheme) {
        return switch (scheme) {
            case "http", "https", "ftp", "ws", "wss" -> Kind.OUTSIDE;
            case "javascript", "vbscript" -> Kind.SCRIPT;
            default -> Kind.ELSEWHERE;
        };
    }

    private static @Nullable String scheme(String url) {
        int i = 0;
        while (i < url.length() && isSchemeCharacter(url.charAt(i), i)) {
            i++;
        }
        return i > 0 && i < url.length() && url.charAt(i) == ':'
                ? url.substring(0, i).toLowerCase(Locale.ROOT)
                : null;
    }

    private static boolean isSchemeCharacter(char c, int index) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (index > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'));
    }

    /** A text fragment ({@code #:~:text=…}) is the browser's own business. */
    private static String withoutDirective(String fragment) {
        int directive = fragment.indexOf(":~:");
        return directive < 0 ? fragment : fragment.substring(0, directive);
    }

    /** The text with its percent escapes decoded as UTF-8; null where they are none. */
    static @Nullable String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                out.put(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            out.put((byte) ((high << 4) | low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
