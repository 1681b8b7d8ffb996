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

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
