package org.backfile.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * What to build, and where everything stands. The files named here need not exist, save the sources.
 *
 * @param sources folders or files to read, at least one
 * @param output the folder to write the site to
 * @param templates the folder whose files replace the theme's
 * @param config the archive's settings, or null for the defaults
 * @param overrides the owner's corrections
 * @param store the folder of the reading store
 * @param report whether the site has a page of doubtful files
 * @param verify whether files are read again although size, time and inode stand as before
 * @param published which of the pages that stand in the output readers can know, so that their addresses must go on
 *     leading somewhere
 * @param former the manifest of another earlier site whose addresses must do so, or null
 * @param compress whether each text has a gzip twin, also where the settings don't say so
 * @param threads how many threads work, from 1
 */
public record BuildRequest(
        List<Path> sources,
        Path output,
        Path templates,
        @Nullable Path config,
        Path overrides,
        Path store,
        boolean report,
        boolean verify,
        Predicate<SitePath> published,
        @Nullable Path former,
        boolean compress,
        int threads) {
    public BuildRequest {
        sources = List.copyOf(sources);
        if (sources.isEmpty() || threads < 1) {
            throw new IllegalArgumentException("nothing to read, or no thread to read it with");
        }
    }

    /** Where it is remembered how the output's files were left, and what they were made from. */
    Path outputMemory() {
        return store.resolve("output");
    }

    /** The files of the archive's owner beside sources and templates; they need not exist. */
    List<Path> settingsFiles() {
        List<Path> files = new ArrayList<>(List.of(overrides));
        if (config != null) {
            files.add(config);
            files.add(config.resolveSibling(SettingsFile.ABOUT));
        }
        if (former != null) {
            files.add(former);
        }
        return files;
    }

    /** Whether readers can know earlier pages at all. */
    boolean hasReaders() {
        return published.test(new SitePath("index.html"));
    }

    /** The same build, where other pages than all those in the output were published. */
    public BuildRequest where(Predicate<SitePath> known, @Nullable Path manifest) {
        return new BuildRequest(
                sources, output, templates, config, overrides, store, report, verify, known, manifest, compress,
                threads);
    }

    /** The same build with a gzip twin of each text. */
    public BuildRequest compressed() {
        return new BuildRequest(
                sources, output, templates, config, overrides, store, report, verify, published, former, true, threads);
    }
}
