package org.backfile.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.backfile.article.Article;
import org.backfile.article.ArticleId;
import org.backfile.article.Paragraph;
import org.backfile.page.SitePath;
import org.backfile.render.BodyHtml.Picture;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.backfile.source.Scan;
import org.backfile.source.SourceEntry;
import org.backfile.source.SourceForm;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of the input folder that Markdown and HTML articles refer to, on their way into the site under a name
 * made of their bytes. PNG, JPEG and GIF; a picture that is not there, lies outside the source or is none of these is a
 * problem.
 */
final class Pictures implements BiFunction<ArticleId, String, @Nullable Picture> {
    private static final Map<String, String> EXTENSIONS = Map.of("png", "png", "jpeg", "jpg", "gif", "gif");

    private final List<Path> sources;
    private final Output output;
    private final SortedMap<ArticleId, SortedMap<String, Picture>> byArticle = new TreeMap<>();
    private final Map<Path, Picture> taken = new TreeMap<>();
    private final Set<Path> used = new TreeSet<>();
    private final Set<SitePath> put = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<Path, LastBuild.Looked> lookedAt = new TreeMap<>();

    private Pictures(List<Path> sources, Output output) {
        this.sources = sources;
        this.output = output;
    }

    /** Finds the references in all articles that can have some, and hands the pictures to the output. */
    static Pictures collect(List<Path> sources, Scan scan, Holdings holdings, Output output) {
        Pictures pictures = new Pictures(sources, output);
        for (SourceEntry entry : scan.entries()) {
            SourceForm form = SourceForm.of(entry.path()).orElse(SourceForm.TEXT);
            if (form == SourceForm.MARKDOWN || form == SourceForm.HTML) {
                pictures.collect(entry, holdings);
            }
        }
        return pictures;
    }

    /** The picture that an article refers to by a path, or null. */
    @Override
    public @Nullable Picture apply(ArticleId article, String reference) {
        SortedMap<String, Picture> own = byArticle.get(article);
        return own == null ? null : own.get(reference);
    }

    /** Stands for all pictures of an article. */
    String digestFor(ArticleId article) {
        return String.valueOf(byArticle.get(article));
    }

    /** All places where a picture is or was expected, as they were found. */
    Collection<LastBuild.Looked> lookedAt() {
        return lookedAt.values();
    }

    /** The absolute paths of the pictures that articles show. */
    Set<Path> used() {
        return used;
    }

    /** References that lead to no picture. */
    List<Problem> problems() {
        return problems;
    }

    private void collect(SourceEntry entry, Holdings holdings) {
        for (ArticleId id : holdings.articlesOf(entry.path())) {
            Article article = holdings.article(id);
            for (Paragraph paragraph : article.body()) {
                switch (paragraph.kind()) {
                    case IMAGE -> take(entry, id, paragraph.text(), paragraph.fromLine());
                    case MARKDOWN -> collectMarkdown(entry, id, paragraph);
                    case TEXT, SUBHEADING, LIST_ITEM, QUOTE, PREFORMATTED, VERSE, CAPTION -> {}
                }
            }
        }
    }

    /** Finds {@code ![words](path)}; the parser that renders it says in the end what is a picture. */
    private void collectMarkdown(SourceEntry entry, ArticleId id, Paragraph markdown) {
        String text = markdown.text();
        int line = markdown.fromLine();
        int counted = 0;
        for (int at = text.indexOf("]("); at >= 0; at = text.indexOf("](", at + 1)) {
            int open = text.lastIndexOf("![", at);
            int end = at + 2;
            while (end < text.length() && " \t\n)>".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            for (; counted < at; counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            if (open >= 0 && at - open < 1_000 && text.indexOf(']', open) == at) {
                String path = text.substring(at + 2, end);
                take(entry, id, path.startsWith("<") ? path.substring(1) : path, line);
            }
        }
    }

    private void take(SourceEntry entry, ArticleId id, String reference, int line) {
        if (reference.isEmpty() || reference.contains("://") || reference.startsWith("data:")) {
            return;
        }
        Picture picture = picture(entry, reference);
        if (picture == null) {
            String shown = reference.length() > 80 ? reference.substring(0, 80) + "…" : reference;
            problems.add(new Problem(
                    entry.path(),
                    line,
                    0,
                    ProblemKind.MISSING_IMAGE,
                    "there is no PNG, JPEG or GIF picture at \"" + shown + "\""));
        } else {
            byArticle.computeIfAbsent(id, i -> new TreeMap<>()).put(reference, picture);
        }
    }

    private @Nullable Picture picture(SourceEntry entry, String reference) {
        try {
            Path root = root(entry);
            String path = URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
            Path named = path.startsWith("/")
                    ? root.resolve(path.substring(1))
                    : entry.file().resolveSibling(path);
            lookedAt.computeIfAbsent(named, LastBuild.Looked::at);
            if (!Files.isRegularFile(named)) {
                return null;
            }
            Path file = named.toRealPath();
            if (!file.startsWith(root)) {
                return null;
            }
            Picture known = taken.get(file);
            Picture picture = known != null ? known : read(file);
            if (picture != null) {
                used.add(named.toAbsolutePath().normalize());
            }
            return picture;
        } catch (IOException | InvalidPathException e) {
            return null;
        } catch (IllegalArgumentException e) {
            return null; // a stray % in the reference
        }
    }

    /** The source that holds the file: a folder, or the folder of a file named singly. */
    private Path root(SourceEntry entry) throws IOException {
        Path file = entry.file().toRealPath();
        for (Path source : sources) {
            Path real = source.toRealPath();
            if (Files.isDirectory(real) && file.startsWith(real)) {
                return real;
            }
        }
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    private @Nullable Picture read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                String extension = EXTENSIONS.get(reader.getFormatName().toLowerCase(Locale.ROOT));
                if (extension == null) {
                    return null;
                }
                SitePath path = new SitePath(
                        "assets/pictures/" + Sha256.of(bytes).toString().substring(0, 16) + "." + extension);
                Picture picture = new Picture(path, reader.getWidth(0), reader.getHeight(0));
                taken.put(file, picture);
                if (put.add(path)) {
                    output.put(path, bytes);
                }
                return picture;
            } finally {
                reader.dispose();
            }
        }
    }
}
