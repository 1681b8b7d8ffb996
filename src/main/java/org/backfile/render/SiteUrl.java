package org.backfile.render;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.backfile.page.SitePath;

/**
 * URLs as they are written into pages: percent-encoded, and never of a kind that runs something. Stateless.
 */
public final class SiteUrl {
    private static final int LONGEST = 4000;

    private SiteUrl() {}

    /** The relative URL of {@code to} as seen from the page {@code from}, percent-encoded; letters of other scripts too. */
    public static String relative(SitePath from, SitePath to) {
        String url = encoded(from.to(to));
        int slash = url.indexOf('/');
        int colon = url.indexOf(':');
        boolean readAsScheme = colon >= 0 && (slash < 0 || colon < slash);
        return readAsScheme || url.isEmpty() ? "./" + url : url;
    }

    /**
     * The absolute URL of a page.
     *
     * @param site the address of the site's root; a slash is added where it lacks one at its end
     */
    public static String absolute(String site, SitePath path) {
        return (site.endsWith("/") ? site : site + "/") + encoded(path.value());
    }

    private static String encoded(String path) {
        String allowed = "-._~!$&'()*+,;=:@/#";
        if (isPlain(path, allowed)) {
            return path;
        }
        StringBuilder out = new StringBuilder(path.length() + 8);
        encode(path, allowed, false, out);
        return out.toString();
    }

    /**
     * The URL of a link that stands in an article, mended so that it is valid. Empty where it is not an absolute
     * {@code http}, {@code https} or {@code mailto} URL: relative ones led to neighbours on a site that is not here, the
     * rest may run something. URLs with a user name are refused too, since they are mostly there to deceive.
     */
    public static Optional<String> outward(String written) {
        String url = written.strip();
        if (url.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://")) {
            return web("http://", url.substring(7));
        }
        if (lower.startsWith("https://")) {
            return web("https://", url.substring(8));
        }
        if (lower.startsWith("//")) {
            return web("https://", url.substring(2));
        }
        return lower.startsWith("mailto:") ? mail(url.substring(7)) : Optional.empty();
    }

    /**
     * The URL of a link in the owner's own text, mended so that it is valid: as {@link #outward}, or relative to a page at
     * the site's root. Empty also where it would leave the site's folder.
     */
    public static Optional<String> ofOwner(String written) {
        Optional<String> outward = outward(written);
        String url = written.strip();
        if (outward.isPresent() || url.isEmpty() || url.length() > LONGEST || leaves(url)) {
            return outward;
        }
        if (url.substring(0, firstOf(url, "/?#")).indexOf(':') >= 0) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder(url.length() + 8);
        int hash = firstOf(url, "#");
        int path = firstOf(url, "?#");
        String page = url.substring(0, path).endsWith("/") ? "index.html" : ""; // on a disk a folder opens no page
        encode(url.substring(0, path) + page + url.substring(path, hash), "-._~!$&'()*+,;=:@/?", true, out);
        if (hash < url.length()) {
            encode(url.substring(hash + 1), "-._~!$&'()*+,;=:@/?", true, out.append('#'));
        }
        return Optional.of(out.toString());
    }

    /** Whether a relative link goes above the folder that it is relative to. */
    private static boolean leaves(String url) {
        if (url.startsWith("/") || url.indexOf('\\') >= 0) {
            return true;
        }
        int depth = 0;
        for (String step : url.substring(0, firstOf(url, "?#")).split("/", -1)) {
            depth += step.equals("..") ? -1 : step.isEmpty() || step.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> web(String scheme, String rest) {
        int end = firstOf(rest, "/?#\\");
        String authority = rest.substring(0, end);
        int colon = authority.indexOf(':');
        String port = colon < 0 ? "" : authority.substring(colon);
        Optional<String> host = host(colon < 0 ? authority : authority.substring(0, colon));
        if (host.isEmpty() || !isPort(port)) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder(scheme).append(host.get()).append(port);
        int hash = rest.indexOf('#', end);
        encode(rest.substring(end, hash < 0 ? rest.length() : hash), "-._~!$&'()*+,;=:@/?", true, out);
        if (hash >= 0) {
            encode(rest.substring(hash + 1), "-._~!$&'()*+,;=:@/?", true, out.append('#'));
        }
        return Optional.of(out.toString());
    }

    private static Optional<String> mail(String address) {
        int end = firstOf(address, "?#");
        int at = address.indexOf('@');
        if (at <= 0 || at >= end || !isPlain(address.substring(0, at), "-._~+")) {
            return Optional.empty();
        }
        String box = address.substring(0, at);
        return host(address.substring(at + 1, end)).map(host -> "mailto:" + box + "@" + host);
    }

    private static int firstOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isPort(String port) {
        if (port.isEmpty()) {
            return true;
        }
        if (port.length() < 2 || port.length() > 6 || !isPlain(port.substring(1), "")) {
            return false;
        }
        for (int i = 1; i < port.length(); i++) {
            if (port.charAt(i) > '9') {
                return false;
            }
        }
        return Integer.parseInt(port.substring(1)) <= 65_535;
    }

    private static Optional<String> host(String written) {
        String host;
        try {
            host = IDN.toASCII(written).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAName) {
            return Optional.empty();
        }
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            if (label.isEmpty() || label.length() > 63 || !isPlain(label, "-_")) {
                return Optional.empty();
            }
        }
        boolean number = labels[labels.length - 1].charAt(0) <= '9';
        return host.length() <= 253 && (!number || isAddress(labels)) ? Optional.of(host) : Optional.empty();
    }

    /** Four numbers from 0 to 255: what a host must be that ends in a number. */
    private static boolean isAddress(String[] labels) {
        for (String label : labels) {
            if (label.length() > 3 || !label.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
            boolean octal = label.length() > 1 && label.charAt(0) == '0';
            if (octal || Integer.parseInt(label) > 255) {
                return false;
            }
        }
        return labels.length == 4;
    }

    private static boolean isPlain(String text, String more) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAlphanumeric(text.charAt(i)) && more.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static void encode(String text, String allowed, boolean escapesStay, StringBuilder out) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isAlphanumeric(c) || (c < 128 && allowed.indexOf(c) >= 0) || (escapesStay && isEscape(text, i))) {
                out.append((char) c);
            } else {
                for (byte b : Character.toString(isHalf(c) ? 0xFFFD : c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(hex(b >> 4)).append(hex(b));
                }
            }
            i += Character.charCount(c);
        }
    }

    private static boolean isHalf(int c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && text.charAt(at + 1) < 128
                && text.charAt(at + 2) < 128;
    }

    private static char hex(int b) {
        return "0123456789ABCDEF".charAt(b & 15);
    }
}
