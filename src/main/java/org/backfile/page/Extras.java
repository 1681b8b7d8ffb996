package org.backfile.page;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.backfile.article.ArticleId;
import org.backfile.article.Doubt;
import org.jspecify.annotations.Nullable;

/**
 * What pages show beside articles and stories.
 *
 * @param notes a source file's note by its path, null where there is none; asked often and from several threads
 * @param files source files that were read
 * @param notRead files that were not
 * @param boilerplateLines lines left out since they belong to pages and not to articles
 * @param problems problems of the input by kind, most first
 * @param repeating the files with repeated lines, in path order
 * @param doubts the files whose reading is worth a look, worst first
 * @param downloads the data files, in path order; asked for when their page is made
 * @param published what earlier builds published, so that their addresses go on leading somewhere
 * @param withdrawn the owner's reason to withdraw an article, null where it is not withdrawn
 */
public record Extras(
        Function<String, Content.@Nullable SourceNote> notes,
        int files,
        int notRead,
        int boilerplateLines,
        List<Content.Counted> problems,
        List<Content.SourceNote> repeating,
        List<Doubt> doubts,
        Supplier<List<Content.Download>> downloads,
        Published published,
        Function<ArticleId, @Nullable String> withdrawn) {
    public Extras {
        problems = List.copyOf(problems);
        repeating = List.copyOf(repeating);
        doubts = List.copyOf(doubts);
    }

    /** Nothing but the number of files read. */
    public static Extras ofFiles(int files) {
        return new Extras(
                path -> null, files, 0, 0, List.of(), List.of(), List.of(), List::of, Published.NOTHING, id -> null);
    }
}
