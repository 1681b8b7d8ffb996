package org.backfile.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.backfile.article.Article;
import org.backfile.article.ArticleId;
import org.backfile.page.Content;
import org.backfile.page.Page;
import org.backfile.page.PageSettings;
import org.backfile.page.Shelf;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * Turns pages into HTML with the templates of a theme. Safe to use from several threads; the same page, articles,
 * settings and theme give the same bytes. Some tenths of a millisecond for a story of 600 words, linear in what the
 * page shows.
 */
public final class Renderer {
    private static final List<String> ASSETS = List.of("style.css", "search.js", "icon.svg");

    private final PageSettings settings;
    private final Theme theme;
    private final List<Shelf> shelves;
    private final SitePictures pictures;
    private final Bodies bodies;
    private final String missingStyle;

    /** The first folders of doors. */
    private final Set<String> doors = new HashSet<>();

    private final Map<Place, View.Site> sites = new ConcurrentHashMap<>();

    /** All that the masthead of a page depends on: how deep it stands, which doors are near, and its shelf. */
    private record Place(int depth, String near, @Nullable Shelf shelf) {}

    /**
     * A renderer of one site.
     *
     * @param shelves those that hold something, for the navigation
     * @param own gives the text of a file of the archive's own theme by its name, null where it has none
     * @param pictures those that articles and the owner's text show
     */
    public Renderer(
            PageSettings settings, List<Shelf> shelves, Function<String, @Nullable String> own, SitePictures pictures) {
        this.settings = settings;
        this.shelves = List.copyOf(shelves);
        shelves.forEach(shelf -> doors.add(shelf.door().value().split("/", -1)[0]));
        this.theme = new Theme(settings.language(), own);
        this.pictures = pictures;
        this.bodies = new Bodies(theme.messages(), pictures);
        String style = theme.file("404.css");
        this.missingStyle = style == null ? "" : style;
    }

    /** What the archive's owner should know of the theme: sentences. */
    public List<String> warnings() {
        return theme.messages().warnings();
    }

    /** The theme's files that stand in the site as they are. */
    public Map<SitePath, byte[]> assets() {
        Map<SitePath, byte[]> assets = new TreeMap<>();
        for (String name : ASSETS) {
            String text = theme.file(name);
            if (text != null) {
                assets.put(new SitePath("assets/" + name), text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return assets;
    }

    /** {@link #render(SitePath, Content, Function)} of a page whose content is not at hand. */
    public byte[] render(Page page, Function<ArticleId, Article> articles) {
        return render(page.path(), page.content(), articles);
    }

    /**
     * The page at {@code path} as HTML in UTF-8.
     *
     * @param articles gives those articles that {@link Content#bodies()} names
     * @throws TemplateProblem where a template is missing or wrong
     */
    public byte[] render(SitePath path, Content content, Function<ArticleId, Article> articles) {
        PageViews views = new PageViews(path, theme.messages(), settings, bodies, missingStyle, articles);
        View view = content.match(views);
        View.Model model = new View.Model(
                site(path, content), content.match(new PageHead(path, theme.messages(), settings, pictures)), view);
        return theme.page(content.match(TemplateName.CASES), model);
    }

    private static @Nullable Shelf shelf(Content content) {
        if (content instanceof Content.Listing listing) {
            return listing.shelf();
        }
        return content instanceof Content.Year || content instanceof Content.DayPage
                ? Shelf.YEARS
                : content instanceof Content.Calendar ? Shelf.ON_THIS_DAY : null;
    }

    private View.Site site(SitePath path, Content content) {
        String[] folders = path.value().split("/", -1);
        int depth = folders.length - 1;
        // a door may stand on the page itself, or in the page's folder
        String near = depth == 0 || doors.contains(folders[0]) ? folders[0] : "";
        return sites.computeIfAbsent(new Place(depth, near, shelf(content)), place -> site(path, place));
    }

    private View.Site site(SitePath path, Place place) {
        Messages messages = theme.messages();
        PageWords words = new PageWords(path, messages);
        List<View.Door> doors = new ArrayList<>();
        for (Shelf shelf : shelves) {
            doors.add(
                    new View.Door(words.href(shelf), messages.text("nav." + shelf.id()), null, shelf == place.shelf()));
        }
        return new View.Site(
                settings.title(),
                settings.tagline(),
                messages.language(),
                messages.direction(),
                "../".repeat(place.depth()),
                doors,
                settings.notice());
    }
}
