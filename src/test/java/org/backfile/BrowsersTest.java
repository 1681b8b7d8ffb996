package org.backfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag(Browsers.TAG)
class BrowsersTest {
    @Test
    void chromiumOpensAPageFromTheDisk(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.html"), "<!doctype html><title>From a disk</title>");

        try (BrowserContext context = Browsers.chromium().newContext()) {
            Page page = context.newPage();
            page.navigate(file.toUri().toString());

            assertThat(page.title()).isEqualTo("From a disk");
        }
    }
}
