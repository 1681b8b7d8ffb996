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
 * as fine as it is known. Stateless; every value stands on one line and can't end the field that it stands in.
 */
final class Citation {
    private static final char FIRST_STRONG_ISOLATE = 0x2068;
    private static final char POP_ISOLATE = 0x2069;

    private Citation() {}

    /** The citation of a story's lead, in the words of {@code messages}. */
    static View.Citation of(Content.Story story, PageSettings settings, Messages messages) {
        String site = settings.siteUrl();
        String permalink = site == null ? null : SiteUrl.absolute(site, story.path());
        return new View.Citation(
                text(story, settings, messages, permalink),
                bibtex(story, settings, permalink),
                ris(story, settings, permalink),
                story.path().value(),
                permalink);
    }

    private static String text(
            Content.Story story, PageSettings settings, Messages messages, @Nullable String permalink) {
        ArticleCard lead = story.lead();
        List<String> sentences = new ArrayList<>();
        addLine(sentences, lead.byline());
        sentences.replaceAll(byline -> apart(byline, messages));
        String headline = line(lead.headline());
        sentences.add(headline.isEmpty() ? messages.text("cite.untitled") : quoted(headline, messages));
        List<String> printed = new ArrayList<>();
        addLine(printed, lead.publication());
        addLine(printed, lead.place());
        printed.add(story.date() == null ? messages.text("cite.no-date") : messages.date(story.date()));
        printed.replaceAll(part -> apart(part, messages));
        sentences.add(String.join(messages.text("cite.joint"), printed));
        sentences.add(apart(line(settings.title()), messages));
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
        return (permalink == null ? text : text.append(apart(permalink, messages)))
                .toString()
                .strip();
    }

    /** The headline in quotation marks; such marks inside it, where they come in pairs, become those of the second level. */
    private static String quoted(String headline, Messages messages) {
        String marks = messages.text("cite.quoted").startsWith("「") ? "「」" : "\"“”„‟«»";
        long count = headline.chars().filter(c -> marks.indexOf(c) >= 0).count();
        if (count == 0 || count % 2 != 0) {
            return messages.text("cite.quoted", apart(headline, messages));
        }
        return messages.text("cite.quoted", apart(nested(headline, marks, messages), messages));
    }

    private static String nested(String headline, String marks, Messages messages) {
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
    private static String apart(String part, Messages messages) {
        boolean leftToRight = messages.direction().equals("ltr");
        for (int i = 0; i < part.length(); i = part.offsetByCodePoints(i, 1)) {
            if (turns(Character.getDirectionality(part.codePointAt(i)), leftToRight)) {
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

    private static void addLine(List<String> list, @Nullable String value) {
        String line = line(value);
        if (!line.isEmpty()) {
            list.add(line);
        }
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
            if (c == ' ' ? afterSpace : Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                return false;
            }
            afterSpace = c == ' ';
        }
        return !afterSpace || text.isEmpty();
    }

    private static String joined(String value) {
        StringBuilder line = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            boolean afterSpace = line.length() == 0 || line.charAt(line.length() - 1) == ' ';
            if (!space) {
                line.appendCodePoint(c);
            } else if (!afterSpace) {
                line.append(' ');
            }
        });
        return line.toString().strip();
    }

    private static String bibtex(Content.Story story, PageSettings settings, @Nullable String permalink) {
        ArticleCard lead = story.lead();
        ArticleDate date = story.date();
        StringBuilder entry = new StringBuilder("@article{" + key(story));
        // braces around an author keep a byline whole that BibTeX would take for several names
        addField(entry, "author", "{", lead.byline(), "}");
        addField(entry, "title", "{", lead.headline(), "}");
        addField(entry, "journal", "", lead.publication(), "");
        addField(entry, "location", "", lead.place(), "");
        if (date != null) {
            entry.append(",\n  date = {").append(date.iso()).append('}');
            entry.append(",\n  year = {").append(date.iso(), 0, 4).append('}');
        }
        if (date != null && date.month() != 0) {
            entry.append(",\n  month = ").append(MONTHS.get(date.month() - 1));
        }
        entry.append(",\n  entrysubtype = {newspaper}");
        addField(entry, "langid", "", lead.language(), "");
        addField(entry, "note", "", settings.title(), "");
        if (permalink != null) {
            entry.append(",\n  url = {").append(permalink).append('}');
        }
        return entry.append("\n}\n").toString();
    }

    /** BibTeX's names for the months. */
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static String key(Content.Story story) {
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

    private static void addField(
            StringBuilder entry, String name, String before, @Nullable String value, String after) {
        String line = line(value);
        if (!line.isEmpty()) {
            entry.append(",\n  ").append(name).append(" = {").append(before);
            for (int i = 0; i < line.length(); i++) {
                latex(line.charAt(i), entry);
            }
            entry.append(after).append('}');
        }
    }

    /** A character as LaTeX prints it; no brace that BibTeX would count is left. */
    private static void latex(char c, StringBuilder out) {
        switch (c) {
            case '\\' -> out.append("\\textbackslash{}");
            case '{' -> out.append("\\textbraceleft{}");
            case '}' -> out.append("\\textbraceright{}");
            case '~' -> out.append("\\textasciitilde{}");
            case '^' -> out.append("\\textasciicircum{}");
            case '&', '%', '$', '#', '_' -> out.append('\\').append(c);
            default -> out.append(c);
        }
    }

    private static String ris(Content.Story story, PageSettings settings, @Nullable String permalink) {
        ArticleCard lead = story.lead();
        StringBuilder record = new StringBuilder("TY  - NEWS\r\n");
        addTag(record, "AU", lead.byline());
        addTag(record, "TI", lead.headline());
        addTag(record, "T2", lead.publication());
        ArticleDate date = story.date();
        if (date != null) {
            String[] parts = (date.iso() + "--").split("-", -1);
            addTag(record, "PY", parts[0]);
            addTag(record, "DA", parts[0] + "/" + parts[1] + "/" + parts[2] + "/");
        }
        addTag(record, "SE", lead.section());
        addTag(record, "CY", lead.place());
        addTag(record, "LA", lead.language());
        addTag(record, "DB", settings.title());
        addTag(record, "UR", permalink);
        return record.append("ER  - \r\n").toString();
    }

    private static void addTag(StringBuilder record, String tag, @Nullable String value) {
        String line = line(value);
        if (!line.isEmpty()) {
            record.append(tag).append("  - ").append(line).append("\r\n");
        }
    }
}
