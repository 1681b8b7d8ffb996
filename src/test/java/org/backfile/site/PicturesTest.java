package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.backfile.Archive;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    @TempDir
    Path folder;

    @Test
    void aPictureOfTheInputFolderIsShownWithItsSize() throws IOException {
        Archive archive = new Archive(folder)
                .with("posts/light.md", "# The light\n\n![A lighthouse at dusk](../pictures/light.png)\n\nIt shines.\n")
                .with("pictures/light.png", png(40, 30));

        assertThat(archive.build().exitCode()).isZero();

        String page = archive.files().keySet().stream()
                .filter(path -> path.startsWith("undated/the-light"))
                .findFirst()
                .orElseThrow();
        Element picture = Jsoup.parse(archive.page(page)).selectFirst("article img");
        assertThat(picture.attr("alt")).isEqualTo("A lighthouse at dusk");
        assertThat(picture.attr("width")).isEqualTo("40");
        assertThat(picture.attr("height")).isEqualTo("30");
        assertThat(picture.attr("loading")).isEqualTo("lazy");
        assertThat(archive.site().resolve(page).getParent().resolve(picture.attr("src")))
                .exists();

        assertThat(archive.build().out()).contains("0 files written").contains("0 deleted");
    }

    @Test
    void aPictureThatIsMissingOrOutsideTheSourceIsAProblemWithItsPlace() throws IOException {
        Archive archive = new Archive(folder)
                .with("light.md", "# The light\n\nIt shines.\n\n![x](gone.png) ![y](../secret.png)\n")
                .file("secret.png", png(4, 4));

        String out = archive.build().out();

        assertThat(out)
                .contains("light.md:5: there is no PNG, JPEG or GIF picture at \"gone.png\"")
                .contains("light.md:5: there is no PNG, JPEG or GIF picture at \"../secret.png\"");
        assertThat(archive.files().keySet()).noneMatch(path -> path.startsWith("assets/pictures"));
    }

    @Test
    void aPictureThatAnArticleShowsIsNotListedAsNotRead() throws IOException {
        Archive archive = new Archive(folder)
                .with("light.md", "# The light\n\nIt shines.\n\n![x](a.png)\n")
                .with("a.png", png(4, 4))
                .with("b.png", png(5, 5));

        assertThat(archive.build().out())
                .contains("b.png: one file not read (.png)")
                .doesNotContain("a.png");
    }

    @Test
    void theOwnersTextShowsPicturesOfTheArchivesFolder() throws IOException {
        Archive archive = new Archive(folder)
                .with("light.txt", "The light\n\nIt shines on the quay and on the sea.\n")
                .with("lens.png", png(8, 6))
                .file("logo.png", png(40, 30))
                .file("about.md", "![Our sign](logo.png \"Since 1931\")\n\n![The lens](articles/lens.png)\n");

        assertThat(archive.build().out()).doesNotContain("about.md").doesNotContain("not read");

        Element figure = Jsoup.parse(archive.page("about.html")).selectFirst("main figure");
        assertThat(figure.selectFirst("img").attr("alt")).isEqualTo("Our sign");
        assertThat(figure.selectFirst("figcaption").text()).isEqualTo("Since 1931");
        assertThat(archive.files().keySet().stream().filter(path -> path.startsWith("assets/pictures/")))
                .hasSize(2);

        archive.file("logo.png", png(50, 30));
        archive.build();
        assertThat(Jsoup.parse(archive.page("about.html"))
                        .selectFirst("main img")
                        .attr("width"))
                .isEqualTo("50");
    }

    @Test
    void whatTheOwnersTextRefersToInVainIsAProblemWithItsPlace() {
        Archive archive = new Archive(folder)
                .with("light.txt", "The light\n\nIt shines on the quay and on the sea.\n")
                .file("about.md", "Since 1931.\n\n![Our sign](gone.png) and\n[our house](../house.html)\n");

        assertThat(archive.build().out())
                .contains("about.md:3: there is no PNG, JPEG or GIF picture at \"gone.png\"")
                .contains("about.md:4: a link to \"../house.html\" is shown as its words alone");
        assertThat(Jsoup.parse(archive.page("about.html")).selectFirst("main").text())
                .contains("[Picture not in the archive: Our sign] and our house")
                .doesNotContain("gone.png");
    }

    @Test
    void wordsOfMarkdownAreThoseThatItsPageShows() {
        Archive archive = new Archive(folder)
                .with("light.md", "# The light\n\nIt *shines*, [they say](https://example.org/a/b \"c\").\n");
        archive.build();

        assertThat(archive.page("data/articles/undated.jsonl")).contains("\"words\":4");
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
