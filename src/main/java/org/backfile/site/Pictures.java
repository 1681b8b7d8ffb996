package org.backfile.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.backfile.article.ArticleId;
import org.backfile.article.Paragraph;
import org.backfile.page.SitePath;
import org.backfile.render.Reference;
import org.backfile.render.SitePictures;
import org.backfile.render.SiteUrl;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.backfile.source.Scan;
import org.backfile.source.Sha256;
import org.backfile.source.SourceEntry;
import org.backfile.source.SourceForm;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that Markdown and HTML articles and the owner's own text refer to, on their way into the site under a name
 * made of their bytes. PNG, JPEG and GIF inside the source, or the archive's folder; any other is a problem, and so is a
 * link of the owner's that leads nowhere.
 */
final class Pictures implements SitePictures {
    private static final Map<String, String> EXTENSIONS = Map.of("png", "png", "jpeg", "jpg", "gif", "gif");

    private final List<Path> sources;
    private final Output output;
    private final Map<ArticleId, Map<String, Picture>> byArticle = new TreeMap<>();
    private final Map<String, Picture> ofOwner = new LinkedHashMap<>();
    private final Map<Path, Picture> taken = new TreeMap<>();
    private final Set<Path> used = new TreeSet<>();
    private final Set<SitePath> put = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<Path, LastBuild.Looked> lookedAt = new TreeMap<>();

    private Pictures(List<Path> sources, Output output) {
        this.sources = sources;
        this.output = output;
    }

    /**
     * Finds the references in all articles that can have some and in the owner's text, and hands the pictures to the
     * output.
     */
    static Pictures collect(BuildRequest request, @Nullable String about, Scan scan, Holdings holdings, Output output) {
        Pictures pictures = new Pictures(request.sources(), output);
        for (SourceEntry entry : scan.entries()) {
            SourceForm form = SourceForm.of(entry.path()).orElse(SourceForm.TEXT);
            if (form == SourceForm.MARKDOWN || form == SourceForm.HTML) {
                pictures.collect(entry, holdings);
            }
        }
        Path config = request.config();
        if (config != null && about != null) {
            pictures.collectOwners(config.resolveSibling(SettingsFile.ABOUT), about);
        }
        return pictures;
    }

    @Override
    public Map<String, Picture> of(ArticleId article) {
        return byArticle.getOrDefault(article, Map.of());
    }

    @Override
    public Map<String, Picture> ofOwner() {
        return ofOwner;
    }

    /** Stands for all pictures of an article. */
    String digestFor(ArticleId article) {
        return of(article).toString();
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
            Map<String, Picture> own = new LinkedHashMap<>();
            for (Paragraph paragraph : holdings.article(id).body()) {
                int line = paragraph.fromLine();
                if (paragraph.kind() == Paragraph.Kind.IMAGE) {
                    take(entry, paragraph.image().path(), line, own);
                } else if (paragraph.kind() == Paragraph.Kind.MARKDOWN
                        && paragraph.text().contains("![")) {
                    for (Reference reference : Reference.in(paragraph.text())) {
                        if (reference.picture()) {
                            take(entry, reference.target(), line + reference.line() - 1, own);
                        }
                    }
                }
            }
            if (!own.isEmpty()) {
                byArticle.put(id, own);
            }
        }
    }

    private void take(SourceEntry entry, String reference, int line, Map<String, Picture> into) {
        Path file = entry.file();
        take(file, entry.path(), source(file), reference, line, into);
    }

    private void collectOwners(Path about, String text) {
        List<Path> roots = new ArrayList<>(sources);
        roots.add(0, about.toAbsolutePath().getParent());
        for (Reference reference : Reference.in(text)) {
            String target = reference.target();
            if (reference.picture()) {
                take(about, SettingsFile.ABOUT, roots, target, reference.line(), ofOwner);
            } else if (SiteUrl.ofOwner(target).isEmpty()) {
                problems.add(new Problem(
                        SettingsFile.ABOUT,
                        reference.line(),
                        0,
                        ProblemKind.DROPPED_LINK,
                        "a link to \"" + shown(target) + "\" is shown as its words alone"));
            }
        }
    }

    /** Takes a picture that the text in {@code file} refers to; it must lie inside one of {@code roots}. */
    private void take(Path file, String path, List<Path> roots, String reference, int line, Map<String, Picture> into) {
        if (reference.isEmpty() || reference.contains("://") || reference.startsWith("data:")) {
            return;
        }
        Picture picture = picture(file, roots, reference);
        if (picture == null) {
            problems.add(new Problem(
                    path,
                    line,
                    0,
                    ProblemKind.MISSING_IMAGE,
                    "there is no PNG, JPEG or GIF picture at \"" + shown(reference) + "\""));
        } else {
            into.put(reference, picture);
        }
    }

    private static String shown(String reference) {
        return reference.length() > 80 ? reference.substring(0, 80) + "…" : reference;
    }

    private @Nullable Picture picture(Path from, List<Path> roots, String reference) {
        try {
            String path = URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
            Path named = path.startsWith("/") ? roots.get(0).resolve(path.substring(1)) : from.resolveSibling(path);
            lookedAt.computeIfAbsent(named, LastBuild.Looked::at);
            if (!Files.isRegularFile(named)) {
                return null;
            }
            Path file = named.toRealPath();
            if (!isInside(file, roots)) {
                return null;
            }
            Picture known = taken.get(file);
            Picture picture = known != null ? known : read(file);
            if (picture != null) {
                used.add(named.toAbsolutePath().normalize());
            }
            return picture;
        } catch (IOException | IllegalArgumentException e) {
            return null; // it can't be read, or a stray % or sign in the reference names no file
        }
    }

    private static boolean isInside(Path file, List<Path> roots) throws IOException {
        for (Path root : roots) {
            if (file.startsWith(root.toRealPath())) {
                return true;
            }
        }
        return false;
    }

    /** The source that holds the file: a folder, or the folder of a file named singly. */
    private List<Path> source(Path named) {
        try {
            Path file = named.toRealPath();
            for (Path source : sources) {
                if (Files.isDirectory(source) && file.startsWith(source.toRealPath())) {
                    return List.of(source);
                }
            }
            Path folder = file.getParent();
            return List.of(folder == null ? file : folder);
        } catch (IOException e) {
            return List.of(named); // it is gone, and nothing lies inside it
        }
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
