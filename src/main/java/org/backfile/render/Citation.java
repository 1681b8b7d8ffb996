package org.backfile.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.page.Address;
import org.backfile.page.Content;
import org.backfile.page.PageSettings;
import org.jspecify.annotations.Nullable;

/**
 * How to cite a story: as ready text, in BibTeX (read by biblatex too) and in RIS. What is unknown is left out; a date is
 * as fine as it is known. Every value stands on one line and can't end the field that it stands in.
 */
final class Citation {
    private static final char FIRST_STRONG_ISOLATE = 0x2068;
    private static final char POP_ISOLATE = 0x2069;

    /** The first character of a script that is written from right to left. */
    private static final char FIRST_TURNED = 0x590;

    private final Content.Story story;
    private final Messages messages;
    private final @Nullable String permalink;

    // what is known of the article, each on one line; empty where it is not
    private final String byline;
    private final String headline;
    private final String publication;
    private final String place;
    private final String section;
    private final String language;
    private final String archive;

    private Citation(Content.Story story, PageSettings settings, Messages messages) {
        this.story = story;
        this.messages = messages;
        String site = settings.siteUrl();
        this.permalink = site == null ? null : SiteUrl.absolute(site, story.path());
        ArticleCard lead = story.lead();
        this.byline = line(lead.byline());
        this.headline = line(lead.headline());
        this.publication = line(lead.publication());
        this.place = line(lead.place());
        this.section = line(lead.section());
        this.language = line(lead.language());
        this.archive = line(settings.title());
    }

    /** The citation of a story's lead, in the words of {@code messages}. */
    static View.Citation of(Content.Story story, PageSettings settings, Messages messages) {
        Citation citation = new Citation(story, settings, messages);
        return new View.Citation(
                citation.text(), citation.bibtex(), citation.ris(), story.path().value(), citation.permalink);
    }

    private String text() {
        List<String> sentences = new ArrayList<>();
        if (!byline.isEmpty()) {
            sentences.add(apart(byline));
        }
        sentences.add(headline.isEmpty() ? messages.text("cite.untitled") : quoted());
        String joint = messages.text("cite.joint");
        StringBuilder printed = new StringBuilder();
        if (!publication.isEmpty()) {
            printed.append(apart(publication)).append(joint);
        }
        if (!place.isEmpty()) {
            printed.append(apart(place)).append(joint);
        }
        String date = story.date() == null ? messages.text("cite.no-date") : messages.date(story.date());
        sentences.add(printed.append(apart(date)).toString());
        sentences.add(apart(archive));
        String stop = messages.text("cite.stop");
        StringBuilder text = new StringBuilder();
        for (String sentence : sentences) {
            char last = sentence.charAt(
                    sentence.length() - (sentence.charAt(sentence.length() - 1) == POP_ISOLATE ? 2 : 1));
            text.append(sentence);
            // after a sentence that has its stop only what stands behind one: a space, or nothing
            text.append(
                    ".!?。…؟！？".indexOf(last) < 0
                            ? stop
                            : stop.substring(stop.strip().length()));
        }
        return (permalink == null ? text : text.append(apart(permalink)))
                .toString()
                .strip();
    }

    /** The headline in quotation marks; such marks inside it, where they come in pairs, become those of the second level. */
    private String quoted() {
        String marks = messages.text("cite.quoted").startsWith("「") ? "「」" : "\"“”„‟«»";
        int count = 0;
        for (int i = 0; i < headline.length(); i++) {
            count += marks.indexOf(headline.charAt(i)) >= 0 ? 1 : 0;
        }
        boolean inPairs = count > 0 && count % 2 == 0;
        return messages.text("cite.quoted", apart(inPairs ? nested(marks) : headline));
    }

    private String nested(String marks) {
        String[] inner = messages.text("cite.quoted-within").split("\\{0}", 2);
        StringBuilder nested = new StringBuilder();
        boolean opened = false;
        for (int i = 0; i < headline.length(); i++) {
            char c = headline.charAt(i);
            boolean isMark = inner.length == 2 && marks.indexOf(c) >= 0;
            nested.append(isMark ? inner[opened ? 1 : 0] : String.valueOf(c));
            opened ^= isMark;
        }
        return nested.toString();
    }

    /** A part that holds letters of the other direction than the interface's does not turn what stands around it. */
    private String apart(String part) {
        boolean leftToRight = messages.direction().equals("ltr");
        for (int i = 0; i < part.length(); i = part.offsetByCodePoints(i, 1)) {
            boolean known = leftToRight && part.charAt(i) < FIRST_TURNED;
            if (!known && turns(Character.getDirectionality(part.codePointAt(i)), leftToRight)) {
                return FIRST_STRONG_ISOLATE + part + POP_ISOLATE;
            }
        }
        return part;
    }

    private static boolean turns(byte direction, boolean leftToRight) {
        return switch (direction) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> !leftToRight;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> leftToRight;
            default -> false;
        };
    }

    /** The value on one line, without what text files should not hold. */
    private static String line(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String clean = HtmlText.clean(value);
        return isLine(clean) ? clean : joined(clean);
    }

    /** Whether nothing but single spaces stands between words. */
    private static boolean isLine(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? afterSpace : isSpace(c)) {
                return false;
            }
            afterSpace = c == ' ';
        }
        return !afterSpace || text.isEmpty();
    }

    private static boolean isSpace(int c) {
        return (c <= ' ' || c >= 0x80) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static String joined(String value) {
        StringBuilder line = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            boolean space = isSpace(c);
            boolean afterSpace = line.length() == 0 || line.charAt(line.length() - 1) == ' ';
            if (!space) {
                line.appendCodePoint(c);
            } else if (!afterSpace) {
                line.append(' ');
            }
        });
        return line.toString().strip();
    }

    private String bibtex() {
        ArticleDate date = story.date();
        StringBuilder entry = new StringBuilder(512).append("@article{").append(key());
        // braces around an author keep a byline whole that BibTeX would take for several names
        addField(entry, "author", "{", byline, "}");
        addField(entry, "title", "{", headline, "}");
        addField(entry, "journal", "", publication, "");
        addField(entry, "location", "", place, "");
        if (date != null) {
            entry.append(",\n  date = {").append(date.iso()).append('}');
            entry.append(",\n  year = {").append(date.iso(), 0, 4).append('}');
        }
        if (date != null && date.month() != 0) {
            entry.append(",\n  month = ").append(MONTHS.get(date.month() - 1));
        }
        entry.append(",\n  entrysubtype = {newspaper}");
        addField(entry, "langid", "", language, "");
        addField(entry, "note", "", archive, "");
        if (permalink != null) {
            entry.append(",\n  url = {").append(permalink).append('}');
        }
        return entry.append("\n}\n").toString();
    }

    /** BibTeX's names for the months. */
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private String key() {
        String name = Address.name(story.path());
        StringBuilder key = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            boolean hyphen = c == '-' && key.length() > 0 && key.charAt(key.length() - 1) != '-';
            if (plain || hyphen) {
                key.append(c);
            }
        }
        return key.toString();
    }

    private static void addField(StringBuilder entry, String name, String before, String line, String after) {
        if (!line.isEmpty()) {
            entry.append(",\n  ").append(name).append(" = {").append(before);
            latex(line, entry);
            entry.append(after).append('}');
        }
    }

    /** A line as LaTeX prints it; no brace that BibTeX would count is left. */
    private static void latex(String line, StringBuilder out) {
        int done = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            String written = c == ' ' || (c >= 'a' && c <= 'z') ? null : latex(c);
            if (written != null) {
                out.append(line, done, i).append(written);
                done = i + 1;
            }
        }
        out.append(line, done, line.length());
    }

    private static @Nullable String latex(char c) {
        return switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '{' -> "\\textbraceleft{}";
            case '}' -> "\\textbraceright{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '&' -> "\\&";
            case '%' -> "\\%";
            case '$' -> "\\$";
            case '#' -> "\\#";
            case '_' -> "\\_";
            default -> null;
        };
    }

    private String ris() {
        StringBuilder record = new StringBuilder(512).append("TY  - NEWS\r\n");
        addTag(record, "AU", byline);
        addTag(record, "TI", headline);
        addTag(record, "T2", publication);
        ArticleDate date = story.date();
        if (date != null) {
            String[] parts = (date.iso() + "--").split("-", -1);
            addTag(record, "PY", parts[0]);
            addTag(record, "DA", parts[0] + "/" + parts[1] + "/" + parts[2] + "/");
        }
        addTag(record, "SE", section);
        addTag(record, "CY", place);
        addTag(record, "LA", language);
        addTag(record, "DB", archive);
        addTag(record, "UR", line(permalink));
        return record.append("ER  - \r\n").toString();
    }

    private static void addTag(StringBuilder record, String tag, String line) {
        if (!line.isEmpty()) {
            record.append(tag).append("  - ").append(line).append("\r\n");
        }
    }
}
