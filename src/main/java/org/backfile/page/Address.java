package org.backfile.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The permanent address of an article, a function of that article alone: its date as folders, the slug of its headline
 * (of its file's name where it has none) and characters of a hash of its path and number, in base 32. Where a day's short
 * articles share a page, the hash alone is the article's place on it. Stateless.
 */
public final class Address {
    /** Crockford's base 32: no letter that reads as a digit. */
    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int SHORT = 5;
    private static final int LONG = 12;

    private static final Pattern FORM = Pattern.compile("(?:undated|\\d+(?:/\\d\\d){0,2})/[^/]+-([0-9a-hjkmnp-tv-z]{"
            + SHORT + "}|[0-9a-hjkmnp-tv-z]{" + LONG + "})\\.html");

    private Address() {}

    /** The address of an article: {@code 2014/12/30/storm-closes-harbour-k3f9x.html}. */
    public static SitePath of(ArticleCard card) {
        return address(card, SHORT);
    }

    /** The address of an article whose short one is another's already: the same with twelve characters of the hash. */
    static SitePath longer(ArticleCard card) {
        return address(card, LONG);
    }

    private static SitePath address(ArticleCard card, int hashLength) {
        String name = name(card.headline(), card.id());
        return new SitePath(folder(card.date()) + "/" + name + "-" + base32(card.idHash(), hashLength) + ".html");
    }

    /** The folders of a date: {@code 2014/12/30}, {@code 2014/12}, {@code 2014}, or {@code undated}. */
    static String folder(@Nullable ArticleDate date) {
        return date == null ? "undated" : date.iso().replace('-', '/');
    }

    private static String name(@Nullable String headline, ArticleId id) {
        String slug = headline == null ? "" : Slug.of(headline);
        if (slug.isEmpty()) {
            slug = Slug.of(fileName(id.path()));
        }
        return slug.isEmpty() ? "article" : slug;
    }

    private static String fileName(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    /** What an article's address ends in: slug and hash as its page's name, or its place on the page of its day. */
    public static String name(SitePath address) {
        String path = address.value();
        boolean own = address.anchor().isEmpty();
        return own ? path.substring(path.lastIndexOf('/') + 1, path.length() - ".html".length()) : address.anchor();
    }

    /** Where on the page of its day an article stands: the characters of its hash, which no new headline changes. */
    static String place(ArticleCard card) {
        return base32(card.idHash(), SHORT);
    }

    /** The place of an article whose short one is another's on that page. */
    static String longerPlace(ArticleCard card) {
        return base32(card.idHash(), LONG);
    }

    /** The place that an article with a page of its own would have; empty where the address is no article's. */
    public static String place(SitePath address) {
        Matcher parts = FORM.matcher(address.value());
        return parts.matches() ? parts.group(1).substring(0, SHORT) : "";
    }

    /** A name for a heading that has no letter or digit. */
    static String nameless(String heading) {
        return "x-" + base32(Sha256.of(heading).a(), LONG);
    }

    private static String base32(long bits, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(BASE_32.charAt((int) (bits >>> (59 - 5 * i)) & 31));
        }
        return text.toString();
    }
}
