package org.backfile.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.backfile.article.SharedCorpora.Label;
import org.backfile.source.SourceFile;

/**
 * Pages of invented sites, made from a description of each ({@code made-sites/*.site}) with labels that the making
 * itself yields. A description names its pages' lines from top to bottom: {@code page} is the site's, {@code body}
 * the article's, {@code loose} counts for neither; {@code ?} means in half of the pages, {@code *2-4} so many times.
 * Other sections hold the values of {@code {slots}}; {@code use} puts a section's lines in. The seed is fixed.
 */
final class MadeSites {
    private static final Path DESCRIPTIONS = Path.of("src/test/resources/made-sites");

    private final List<SourceFile> files = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    /** All sites, each in its folder. */
    static MadeSites all() {
        MadeSites made = new MadeSites();
        try (Stream<Path> descriptions = Files.list(DESCRIPTIONS)) {
            for (Path description : descriptions.sorted().toList()) {
                String folder = description.getFileName().toString().replace(".site", "");
                Site site = new Site(folder, sections(Files.readAllLines(description)));
                site.addTo(made.files, made.labels);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    List<SourceFile> files() {
        return files;
    }

    List<Label> labels() {
        return labels;
    }

    private static Map<String, List<String>> sections(List<String> lines) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else if (!line.isBlank()) {
                section.add(line);
            }
        }
        return sections;
    }

    /** One site: its description, and the headlines of its pages. */
    private static final class Site {
        private final String folder;
        private final Map<String, List<String>> sections;
        private final SplittableRandom random;
        private final List<String> headlines = new ArrayList<>();

        Site(String folder, Map<String, List<String>> sections) {
            this.folder = folder;
            this.sections = sections;
            this.random = new SplittableRandom(folder.hashCode());
        }

        void addTo(List<SourceFile> files, List<Label> labels) {
            int pages = Integer.parseInt(setting("pages"));
            List<String> templates = section("headline");
            for (int i = 0; i < pages; i++) {
                headlines.add(filled(templates.get(i % templates.size()), new LinkedHashMap<>()));
            }
            for (int i = 0; i < pages; i++) {
                Page page = new Page(this, i);
                page.addLines(section("page"));
                String path = folder + '/' + filled(setting("path"), page.known);
                files.add(TextFiles.file(path, String.join("\n", page.lines) + "\n"));
                labels.add(page.label(path));
            }
        }

        private String setting(String name) {
            for (String line : section("site")) {
                if (line.startsWith(name + " ")) {
                    return line.substring(name.length() + 1);
                }
            }
            throw new IllegalArgumentException(name);
        }

        private List<String> section(String name) {
            List<String> section = sections.get(name);
            if (section == null) {
                throw new IllegalArgumentException(folder + ": no section [" + name + "]");
            }
            return section;
        }

        /** The text with its slots filled: by what the page knows of itself, else by chance. */
        private String filled(String text, Map<String, String> known) {
            StringBuilder filled = new StringBuilder();
            int from = 0;
            for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
                int close = text.indexOf('}', open);
                filled.append(text, from, open);
                String slot = text.substring(open + 1, close);
                String value = known.get(slot);
                filled.append(value == null ? drawn(slot, known) : value);
                from = close + 1;
            }
            return filled.append(text.substring(from)).toString();
        }

        private String drawn(String slot, Map<String, String> known) {
            return switch (slot) {
                case "n" -> Integer.toString(random.nextInt(2, 980));
                case "h" -> Integer.toString(random.nextInt(10, 24));
                case "m" -> Integer.toString(random.nextInt(10, 60));
                case "paragraph" -> paragraph(known);
                case "other" -> other(known);
                default -> filled(one(section(slot)), known);
            };
        }

        private String paragraph(Map<String, String> known) {
            StringBuilder paragraph = new StringBuilder();
            for (int sentences = random.nextInt(1, 4); sentences > 0; sentences--) {
                paragraph.append(paragraph.length() > 0 ? " " : "").append(filled(one(section("sentence")), known));
            }
            return paragraph.toString();
        }

        /** The headline of another page of the site, or of one that the folder does not have. */
        private String other(Map<String, String> known) {
            String other = random.nextInt(3) == 0 ? filled(one(section("old")), known) : one(headlines);
            return other.equals(known.get("headline")) ? other(known) : other;
        }

        private String one(List<String> values) {
            return values.get(random.nextInt(values.size()));
        }
    }

    /** One page while it is made. */
    private static final class Page {
        private final Site site;
        private final Map<String, String> known = new LinkedHashMap<>();
        private final List<String> lines = new ArrayList<>();
        private final Map<String, List<String>> label = new LinkedHashMap<>();

        Page(Site site, int number) {
            this.site = site;
            int day = site.random.nextInt(1, 27);
            int later = day + site.random.nextInt(1, 3);
            int month = site.random.nextInt(1, 13);
            int year = site.random.nextInt(2009, 2019);
            known.put("i", Integer.toString(number + 1));
            known.put("headline", site.headlines.get(number));
            known.put("author", site.one(site.section("author")));
            known.put("d", Integer.toString(day));
            known.put("D2", String.format(Locale.ROOT, "%02d", day));
            known.put("d+", Integer.toString(later));
            known.put("D2+", String.format(Locale.ROOT, "%02d", later));
            known.put("M", Integer.toString(month));
            known.put("M2", String.format(Locale.ROOT, "%02d", month));
            known.put("y", Integer.toString(year));
            known.put("Y", "2019");
            if (site.sections.containsKey("month")) {
                known.put("month", site.section("month").get(month - 1));
            }
            if (site.sections.containsKey("weekday")) {
                int weekday =
                        java.time.LocalDate.of(year, month, day).getDayOfWeek().getValue();
                known.put("weekday", site.section("weekday").get(weekday - 1));
            }
            String here = site.one(site.section("city"));
            known.put("here", here);
            known.put("HERE", here.toUpperCase(Locale.forLanguageTag("tr")));
            label.put("date", List.of(String.format(Locale.ROOT, "%d-%02d-%02d", year, month, day)));
        }

        void addLines(List<String> templates) {
            for (String template : templates) {
                int space = template.indexOf(' ');
                String mark = template.substring(0, space);
                for (int times = times(mark); times > 0; times--) {
                    addLine(mark.replaceFirst("[?*].*", ""), template.substring(space + 1));
                }
            }
        }

        private int times(String mark) {
            if (mark.endsWith("?")) {
                return site.random.nextInt(2);
            }
            int star = mark.indexOf('*');
            if (star < 0) {
                return 1;
            }
            String[] range = mark.substring(star + 1).split("-", -1);
            int least = Integer.parseInt(range[0]);
            return range.length == 1 ? least : site.random.nextInt(least, Integer.parseInt(range[1]) + 1);
        }

        private void addLine(String mark, String template) {
            if (mark.equals("use")) {
                addLines(site.section(template));
                return;
            }
            String line = site.filled(template, known);
            lines.add(line);
            switch (mark) {
                case "page" -> addNumber("boilerplate");
                case "body" -> addNumber("body");
                case "place-body" -> {
                    addNumber("body");
                    label.put("place", List.of(known.get(template.contains("{HERE}") ? "HERE" : "here")));
                }
                case "headline", "kicker" -> label.put(mark, List.of(line));
                case "byline", "byline-date" -> label.put("byline", List.of(known.get("author")));
                case "date", "loose" -> {}
                default -> throw new IllegalArgumentException(mark);
            }
        }

        private void addNumber(String kind) {
            label.computeIfAbsent(kind, k -> new ArrayList<>()).add(Integer.toString(lines.size()));
        }

        Label label(String path) {
            label.put("file", List.of(path));
            return new Label(label);
        }
    }
}
