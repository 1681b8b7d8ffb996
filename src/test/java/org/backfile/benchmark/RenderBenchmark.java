package org.backfile.benchmark;

import java.util.concurrent.TimeUnit;
import org.backfile.article.Article;
import org.backfile.article.ArticleId;
import org.backfile.page.Archive;
import org.backfile.page.Archive.Draft;
import org.backfile.page.Checksum;
import org.backfile.page.Page;
import org.backfile.page.PageSettings;
import org.backfile.page.SitePlan;
import org.backfile.render.Renderer;
import org.backfile.render.SitePictures;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many pages a second one core renders: a story of 600 words, and a month of 600 headlines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RenderBenchmark {
    private final Archive archive = new Archive();
    private Renderer renderer;
    private Page story;
    private Page month;
    private Article article;

    /** Makes a month of stories. */
    @Setup
    public void prepare() {
        String paragraph = "The harbour of the old town was shut at dawn as the wind rose and the boats came home. ";
        for (int i = 0; i < 600; i++) {
            archive.add(
                    Draft.of(i + ".txt", "Storm number " + i + " closes harbour", "2014-12-%02d".formatted(1 + i % 28))
                            .in("News", "WELLHAVEN", "Ada Pell", "The Lantern")
                            .saying((paragraph.repeat(5).strip() + "\n\n").repeat(7)));
        }
        SitePlan plan = archive.plan(PageSettings.titled("The Lantern"));
        renderer = new Renderer(PageSettings.titled("The Lantern"), plan.shelves(), name -> null, SitePictures.NONE);
        ArticleId id = new ArticleId("7.txt", 1);
        article = archive.article(id);
        for (Page page : plan.pages()) {
            if (page.path().equals(plan.address(id))) {
                story = page;
            } else if (page.path().value().equals("2014/12/index.html")) {
                month = page;
            }
        }
    }

    /** A story's page. */
    @Benchmark
    public byte[] story() {
        return renderer.render(story, id -> article);
    }

    /** A month's page. */
    @Benchmark
    public byte[] month() {
        return renderer.render(month, id -> article);
    }

    /** What a page says of itself, without rendering. */
    @Benchmark
    public long inputs() {
        Checksum checksum = new Checksum();
        story.content().addTo(checksum);
        return checksum.value();
    }
}
