package org.backfile.site;

import java.nio.file.Path;
import java.util.List;
import org.backfile.source.Problem;

/**
 * What a build did.
 *
 * @param files source files read, entries of containers counted singly
 * @param read those of them that were read anew, because they are new or changed
 * @param articles articles found
 * @param stories stories that they make
 * @param copies articles with the same words as their story's lead
 * @param versions articles with other words than their story's lead
 * @param repeatedLines lines taken out because they stand earlier in their file
 * @param boilerplateLines lines taken out because they are the page and not the article
 * @param pages HTML pages of the site
 * @param written files of the site whose bytes are new or changed
 * @param unchanged files of the site that stand as they were
 * @param deleted files of the site that are gone
 * @param problems what is wrong with the input, in order of place
 * @param notes sentences about what the build left out and why
 * @param stages how long each phase took, in order
 * @param index the page to open
 */
public record BuildReport(
        long files,
        long read,
        long articles,
        long stories,
        long copies,
        long versions,
        long repeatedLines,
        long boilerplateLines,
        long pages,
        long written,
        long unchanged,
        long deleted,
        List<Problem> problems,
        List<String> notes,
        List<Stage> stages,
        Path index) {
    public BuildReport {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        stages = List.copyOf(stages);
    }

    /**
     * How long a phase took.
     *
     * @param seconds of wall time
     */
    public record Stage(Progress.Phase phase, double seconds) {}

    /** The seconds of all phases together. */
    public double seconds() {
        return stages.stream().mapToDouble(Stage::seconds).sum();
    }
}
