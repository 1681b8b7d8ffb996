package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.backfile.source.SourceFile;

/**
 * Reads a source file: which articles stand in it, what is known of each and on what that rests, and what every line
 * is. Both methods depend on nothing but their arguments and the settings; safe for use by several threads. Time and
 * memory are proportional to the size of the file, whatever it holds; nothing in a file makes them throw.
 */
public final class ArticleReader {
    private final ReadingSettings settings;

    public ArticleReader(ReadingSettings settings) {
        this.settings = settings;
    }

    /** What the file adds to the knowledge about its folder. */
    public FileFacts facts(SourceFile file) {
        Lines lines = file.lines();
        return FactFinder.facts(new TextLines(lines, 1, lines.count()), file.path());
    }

    /** The file's articles and the account of its lines, as the decisions about its folder have it. */
    public FileReading read(SourceFile file, FolderDecisions decisions) {
        Lines lines = file.lines();
        List<Problem> problems = new ArrayList<>(file.problems());
        List<Article> articles = new ArrayList<>();
        TextLines text = new TextLines(lines, 1, lines.count());
        PlainText plain = PlainText.read(text, decisions.judgementOf(file.path()), file.path(), true);
        Fields fields = PathAndSettings.complete(plain.fields(), file.path(), settings);
        problems.addAll(plain.problems());
        int number = 0;
        if (!plain.body().isEmpty() || plain.fields().headline() != null) {
            number = 1;
            articles.add(article(new ArticleId(file.path(), 1), fields, plain.body()));
        } else {
            problems.add(Problem.ofFile(file.path(), ProblemKind.NO_TEXT, "no text found"));
        }
        Spans spans = new Spans();
        for (int i = 0; i < text.count(); i++) {
            spans.add(plain.role(i), number, plain.repeated(i) + 1);
        }
        return new FileReading(
                file.path(),
                file.bytes(),
                file.sha256(),
                file.charset(),
                lines.count(),
                spans.toList(),
                articles,
                problems);
    }

    static Article article(ArticleId id, Fields fields, List<Paragraph> body) {
        List<String> texts = new ArrayList<>(body.size());
        for (Paragraph paragraph : body) {
            texts.add(paragraph.text());
        }
        Words.Digest words = Words.digest(texts);
        return new Article(id, fields, body, words.count(), words.sha1());
    }
}
