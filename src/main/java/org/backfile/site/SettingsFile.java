package org.backfile.site;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.backfile.article.ArticleDate;
import org.backfile.article.ReadingSettings;
import org.backfile.page.PageSettings;
import org.backfile.page.SiteLayout;
import org.backfile.publish.PublishSettings;
import org.backfile.source.SourceSettings;
import org.jspecify.annotations.Nullable;

/** Reads {@code backfile.yaml}; all that is wrong with it is told at once, each with its place. */
public final class SettingsFile {
    private static final String TITLE = "News archive";

    /** The archive's own words on its about page, in a file beside the settings. */
    static final String ABOUT = "about.md";

    private final List<String> errors = new ArrayList<>();

    private SettingsFile() {}

    /**
     * The settings of an archive.
     *
     * @param file the settings file, or null where there is none
     * @param report whether the site has a page of doubtful files
     * @throws Refusal where the file can't be read or says what can't be
     */
    static ArchiveSettings read(@Nullable Path file, boolean report) {
        if (file == null) {
            return new SettingsFile().settings(YamlMapping.parse("", "", new ArrayList<>()), null, report);
        }
        String text = textOf(file);
        SettingsFile reading = new SettingsFile();
        YamlMapping root = YamlMapping.parse(file.toString(), text == null ? "" : text, reading.errors);
        Path about = file.resolveSibling(ABOUT);
        ArchiveSettings settings = reading.settings(root, textOf(about), report);
        if (text == null) {
            throw new Refusal(file + " does not exist – name the settings file with --config");
        }
        if (!reading.errors.isEmpty()) {
            throw new Refusal(String.join("\n", reading.errors));
        }
        return settings;
    }

    /**
     * The section {@code publish:} of a settings file.
     *
     * @param file the settings file, or null where there is none
     * @throws Refusal where the file can't be read or says what can't be
     */
    public static PublishSettings publishing(@Nullable Path file) {
        return read(file, false).publish();
    }

    private static @Nullable String textOf(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Refusal.ofDisk(file, "read", e);
        }
    }

    private ArchiveSettings settings(YamlMapping root, @Nullable String about, boolean report) {
        String title = root.text("title");
        String tagline = root.text("tagline");
        String language = language(root);
        ArticleDate latest = date(root, "latest-date");
        String notice = root.text("notice");
        String siteUrl = siteUrl(root);
        SiteLayout layout = layout(root);
        SortedMap<String, Charset> charsets = new TreeMap<>();
        Map<String, String> publications = new TreeMap<>();
        Map<String, String> languages = new TreeMap<>();
        Map<String, String> fieldNames = new TreeMap<>();
        YamlMapping folders = root.mapping("folders");
        folders.forEachMapping((folder, said) -> folder(folder, said, charsets, publications, languages));
        root.mapping("fields").forEachText((name, field) -> fieldNames.put(name.toLowerCase(Locale.ROOT), field));
        PublishSettings publish = publish(root.mapping("publish"));
        root.finish();
        PageSettings page = new PageSettings(
                title == null || title.isBlank() ? TITLE : title,
                tagline == null ? "" : tagline,
                language == null ? "en" : language.toLowerCase(Locale.ROOT),
                siteUrl,
                notice,
                about,
                layout,
                report);
        return new ArchiveSettings(
                new SourceSettings(charsets),
                new ReadingSettings(language, latest, fieldNames, publications, languages),
                page,
                publish);
    }

    private static PublishSettings publish(YamlMapping said) {
        PublishSettings settings = new PublishSettings(
                said.text("target"),
                said.text("endpoint"),
                said.text("region"),
                said.text("profile"),
                flag(said, "path-style"),
                "gzip".equals(said.text("compress")),
                Boolean.TRUE.equals(flag(said, "headers")));
        if (said.text("compress") != null && !settings.compress()) {
            said.reject("compress", "\"compress\" knows gzip only");
        }
        said.finish();
        return settings;
    }

    /** What a switch says; null where it is not set. */
    private static @Nullable Boolean flag(YamlMapping said, String key) {
        String text = said.text(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            said.reject(key, "\"" + key + "\" must be true or false");
        }
        return text == null ? null : text.equals("true");
    }

    private void folder(
            String folder,
            YamlMapping said,
            SortedMap<String, Charset> charsets,
            Map<String, String> publications,
            Map<String, String> languages) {
        String path = folder.equals(".") ? "" : folder.replaceFirst("/+$", "");
        String charset = said.text("charset");
        if (charset != null) {
            SourceSettings.charsetNamed(charset)
                    .ifPresentOrElse(
                            known -> charsets.put(path, known),
                            () -> said.reject("charset", "no charset is called \"" + charset + "\""));
        }
        String publication = said.text("publication");
        if (publication != null) {
            publications.put(path, publication);
        }
        String language = language(said);
        if (language != null) {
            languages.put(path, language);
        }
        said.finish();
    }

    /** A well-formed tag (BCP 47, section 2.1), or null where none is given. */
    private static @Nullable String language(YamlMapping said) {
        String text = said.text("language");
        if (text == null || text.isBlank()) {
            return null;
        }
        String tag = text.strip().replace('_', '-');
        try {
            new Locale.Builder().setLanguageTag(tag);
            return tag;
        } catch (IllformedLocaleException e) {
            said.reject("language", "\"language\" must be a tag like en or pt-BR");
            return null;
        }
    }

    private static @Nullable ArticleDate date(YamlMapping root, String key) {
        String text = root.text(key);
        if (text == null) {
            return null;
        }
        String[] parts = text.split("-", -1);
        try {
            int year = Integer.parseInt(parts[0]);
            int month = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            int day = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
            var date = ArticleDate.ifValid(year, month, day);
            if (parts.length <= 3 && date.isPresent()) {
                return date.get();
            }
        } catch (NumberFormatException e) {
            // told below, with the other ways to be wrong
        }
        root.reject(key, "\"" + key + "\" must be a date like 2025-12-31");
        return null;
    }

    private static SiteLayout layout(YamlMapping root) {
        String text = root.text("layout");
        if (text == null || text.equals("story")) {
            return SiteLayout.STORY;
        }
        if (!text.equals("day")) {
            root.reject("layout", "\"layout\" must be story or day");
        }
        return SiteLayout.DAY;
    }

    private static @Nullable String siteUrl(YamlMapping root) {
        String text = root.text("site-url");
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null) {
                return text.endsWith("/") ? text : text + "/";
            }
        } catch (URISyntaxException e) {
            // told below
        }
        root.reject("site-url", "\"site-url\" must be an address like https://archive.example.org/tidings/");
        return null;
    }
}
