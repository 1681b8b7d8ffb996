package org.backfile.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backfile.article.Doubt;
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
 * @param doubts the files whose reading is worth a look, worst first
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
        List<Doubt> doubts,
        List<String> notes,
        List<Stage> stages,
        Path index) {
    public BuildReport {
        problems = List.copyOf(problems);
        doubts = List.copyOf(doubts);
        notes = List.copyOf(notes);
        stages = List.copyOf(stages);
    }

    /** The report of a build that finds everything as this one left it. */
    BuildReport ofNextBuild() {
        return with(0, 0, written + unchanged, 0, List.of(), notes);
    }

    /** This report of a build that took its time otherwise. */
    BuildReport timed(List<Stage> spent) {
        return with(read, written, unchanged, deleted, spent, notes);
    }

    /** This report with one more sentence. */
    BuildReport noting(String sentence) {
        List<String> more = new ArrayList<>(notes);
        more.add(sentence);
        return with(read, written, unchanged, deleted, stages, more);
    }

    private BuildReport with(
            long newRead, long newWritten, long newUnchanged, long newDeleted, List<Stage> spent, List<String> said) {
        return new BuildReport(
                files,
                newRead,
                articles,
                stories,
                copies,
                versions,
                repeatedLines,
                boilerplateLines,
                pages,
                newWritten,
                newUnchanged,
                newDeleted,
                problems,
                doubts,
                said,
                spent,
                index);
    }

    void write(RecordWriter out) {
        for (long count : new long[] {
            files,
            read,
            articles,
            stories,
            copies,
            versions,
            repeatedLines,
            boilerplateLines,
            pages,
            written,
            unchanged,
            deleted
        }) {
            out.number(count);
        }
        ReadingRecord.writeProblems(problems, "", out);
        ReadingRecord.writeDoubts(doubts, out);
        out.number(notes.size());
        notes.forEach(out::string);
    }

    static BuildReport read(RecordReader in, Path index) {
        long[] counts = new long[12];
        Arrays.setAll(counts, i -> in.number());
        List<Problem> problems = ReadingRecord.readProblems("", in);
        List<Doubt> doubts = ReadingRecord.readDoubts(in);
        String[] notes = new String[in.count()];
        Arrays.setAll(notes, i -> in.string());
        return new BuildReport(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                counts[6],
                counts[7],
                counts[8],
                counts[9],
                counts[10],
                counts[11],
                problems,
                doubts,
                List.of(notes),
                List.of(),
                index);
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
