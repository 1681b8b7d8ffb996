package org.backfile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostFitTest {
    private static List<String> told(HostFit fit) {
        return fit.findings().stream().map(Finding::toString).toList();
    }

    @Test
    void cloudflareTakesTwentyThousandFilesAndNotOneMore() {
        HostFit fits = new HostFit(Host.CLOUDFLARE_PAGES);
        HostFit over = new HostFit(Host.CLOUDFLARE_PAGES);
        for (int i = 0; i < 20_000; i++) {
            fits.add("a/" + i + ".html", 1);
            over.add("a/" + i + ".html", 1);
        }
        over.add("b.html", 1);

        assertThat(told(fits)).isEmpty();
        assertThat(told(over))
                .containsExactly(
                        ".: 20,001 files, and Cloudflare Pages takes at most 20,000 (as of 2026-11-22); as long as"
                                + " nothing is published, “layout: day” in backfile.yaml gives fewer, larger pages");
    }

    @Test
    void aFileCanBeTooLarge() {
        HostFit fit = new HostFit(Host.CLOUDFLARE_PAGES);
        fit.add("data/articles.csv", (25L << 20) + 1);

        assertThat(told(fit))
                .containsExactly(
                        "data/articles.csv: 26,214,401 bytes a file, and Cloudflare Pages takes at most 26,214,400 (as of"
                                + " 2026-11-22)");
    }

    @Test
    void gitHubPagesTakesAGigabyteAndNeedsNojekyll() {
        HostFit fit = new HostFit(Host.GITHUB_PAGES);
        for (int i = 0; i < 11; i++) {
            fit.add(i + ".bin", 100_000_000);
        }

        assertThat(told(fit))
                .containsExactly(
                        ".: 1,100,000,000 bytes in all, and GitHub Pages takes at most 1,000,000,000 (as of 2026-11-22)",
                        ".nojekyll: without this file GitHub Pages leaves out what begins with _");
    }

    @Test
    void aFoldersEntriesAreItsFilesAndFolders() {
        HostFit fit = new HostFit(Host.NETLIFY);
        for (int i = 0; i < 54_001; i++) {
            fit.add("undated/" + i + "/x.html", 1);
        }

        assertThat(told(fit))
                .containsExactly(
                        "undated: 54,001 entries a folder, and Netlify takes at most 54,000 (as of 2026-11-22)");
    }

    @Test
    void longPathsAreToldInBytes() {
        HostFit s3 = new HostFit(Host.S3);
        HostFit any = new HostFit(Host.ANY);
        s3.add("é".repeat(513), 1);
        any.add("é".repeat(128), 1);

        assertThat(told(s3)).singleElement().asString().contains("1,026 bytes a path, and S3 takes at most 1,024");
        assertThat(told(any)).singleElement().asString().contains("256 bytes a file name");
    }

    @Test
    void redirectsAreCountedWithoutComments() {
        HostFit fit = new HostFit(Host.CLOUDFLARE_PAGES);
        fit.redirects("# comment\n\n" + "/a /b 301\n".repeat(2_001) + "/" + "c".repeat(1_000));

        assertThat(told(fit))
                .containsExactly(
                        "_redirects:2004: 1,001 characters a line in _redirects, and Cloudflare Pages takes at most 1,000"
                                + " (as of 2026-11-22)",
                        "_redirects: 2,002 lines in _redirects, and Cloudflare Pages takes at most 2,000 (as of"
                                + " 2026-11-22)");
    }
}
