package org.backfile.site;

import java.util.List;
import java.util.Optional;
import org.backfile.article.ArticleCard;
import org.backfile.article.Doubt;
import org.backfile.article.FileAccount;
import org.backfile.article.LineRole;
import org.backfile.article.Span;
import org.backfile.page.Content;
import org.backfile.source.Problem;

/**
 * What stays in memory of the account of a source file.
 *
 * @param source what its articles' pages say of it
 * @param spans in how many its lines are parted
 * @param boilerplateLines lines left out since they belong to the page and not to the article
 * @param mostlyPage whether most of its lines are the page and not the article
 * @param problems what was wrong with it
 */
record FileNote(
        Content.SourceNote source, int spans, int boilerplateLines, boolean mostlyPage, List<Problem> problems) {
    FileNote {
        problems = List.copyOf(problems);
    }

    static FileNote of(FileAccount account) {
        return new FileNote(
                new Content.SourceNote(
                        account.path(), account.bytes(), account.sha256(), lines(account, LineRole.REPEAT)),
                account.spans().size(),
                lines(account, LineRole.BOILERPLATE),
                Doubt.isMostlyPage(account.spans()),
                account.problems());
    }

    /** Why the reading of the file, which gave these articles, is worth a look; empty where it isn't. */
    Optional<Doubt> doubt(List<ArticleCard> articles) {
        return Doubt.of(source.path(), articles, mostlyPage, problems);
    }

    private static int lines(FileAccount account, LineRole role) {
        int lines = 0;
        for (Span span : account.spans()) {
            if (span.role() == role) {
                lines += span.to() - span.from() + 1;
            }
        }
        return lines;
    }

    void write(RecordWriter out) {
        out.number(source.bytes())
                .digest(source.sha256())
                .number(source.repeatedLines())
                .number(spans)
                .number(boilerplateLines)
                .number(mostlyPage ? 1 : 0);
        ReadingRecord.writeProblems(problems, source.path(), out);
    }

    static FileNote read(String path, RecordReader in) {
        Content.SourceNote source = new Content.SourceNote(path, in.number(), in.digest(), in.small());
        return new FileNote(source, in.small(), in.small(), in.small() == 1, ReadingRecord.readProblems(path, in));
    }
}
