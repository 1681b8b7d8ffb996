package org.backfile.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.backfile.source.SourceFile;

/** One file while it is read: how many articles it has so far, and what each line has turned out to be. Used once. */
final class FileText {
    private final SourceFile file;
    private final Lines lines;
    private final ScannedFile scanned;
    private final FolderJudgement folder;
    private final ReadingSettings settings;
    private final LineRole[] roles;
    private final int[] articleOf;
    private final int[] repeatOf;
    private final List<Problem> problems;
    private final Consumer<Article> sink;
    private int articles;

    /** @param sink takes each article as soon as it is read */
    FileText(ScannedFile scanned, FolderJudgement folder, ReadingSettings settings, Consumer<Article> sink) {
        this.file = scanned.file();
        this.lines = file.lines();
        this.scanned = scanned;
        this.folder = folder;
        this.settings = settings;
        this.roles = new LineRole[lines.count()];
        Arrays.fill(roles, LineRole.BLANK);
        this.articleOf = new int[lines.count()];
        this.repeatOf = new int[lines.count()];
        this.problems = new ArrayList<>(file.problems());
        this.sink = sink;
    }

    FileAccount read() {
        if (!scanned.isReadable()) {
            Arrays.fill(roles, LineRole.UNREADABLE);
            return account();
        }
        switch (scanned.form()) {
            case HTML -> readPage();
            case JSON_LINES, CSV -> readRows();
            case MARKDOWN -> readMarkdown();
            case TEXT, ZIP, TAR_GZ -> readText();
        }
        if (articles == 0) {
            problems.add(Problem.ofFile(file.path(), ProblemKind.NO_TEXT, "no text found"));
        }
        return account();
    }

    private FileAccount account() {
        Spans spans = new Spans();
        for (int i = 0; i < roles.length; i++) {
            spans.add(roles[i], articleOf[i], repeatOf[i]);
        }
        problems.sort(null);
        return new FileAccount(
                file.path(), file.bytes(), file.sha256(), file.charset(), lines.count(), spans.toList(), problems);
    }

    private void readText() {
        for (ArticleSplitter.Part part : ArticleSplitter.split(lines)) {
            switch (part.kind()) {
                case TEXT -> readPart(part, written(part));
                case EXPORT ->
                    readPart(
                            part,
                            Optional.of(
                                    ExportHead.read(lines, part.from(), part.to(), file.path(), folder.dateOrder())));
                case SEPARATOR -> {
                    for (int line = part.from(); line <= part.to(); line++) {
                        roles[line - 1] = isBlank(line) ? LineRole.BLANK : LineRole.SEPARATOR;
                    }
                }
            }
        }
    }

    private boolean isBlank(int line) {
        String text = lines.text();
        for (int at = lines.start(line); at < lines.end(line); at++) {
            if (!TextLines.isSpace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private Optional<WrittenHead> written(ArticleSplitter.Part part) {
        DateOrder order = folder.dateOrder();
        return FrontMatter.read(lines, part.from(), part.to(), file.path(), order)
                .or(() -> HeaderBlock.read(lines, part.from(), part.to(), file.path(), order));
    }

    private void readPart(ArticleSplitter.Part part, Optional<WrittenHead> head) {
        Fields written = head.map(WrittenHead::fields).orElse(Fields.UNKNOWN);
        head.ifPresent(found -> problems.addAll(found.problems()));
        TextLines text = textOf(part, head);
        PlainText plain = PlainText.read(text, folder, file.path(), written);
        problems.addAll(plain.problems());
        Fields fields = PathAndSettings.merge(written, plain.fields());
        int number = add(fields, plain.body());
        for (int i = 0; i < text.count(); i++) {
            int line = part.from() + i;
            LineRole metadata = head.isPresent() ? head.get().roleOf(line) : null;
            setLine(line, metadata == null ? plain.role(i) : metadata, number);
            if (metadata == null && plain.repeated(i) >= 0) {
                repeatOf[line - 1] = part.from() + plain.repeated(i);
            }
        }
    }

    /** The part's lines without its metadata. */
    private TextLines textOf(ArticleSplitter.Part part, Optional<WrittenHead> head) {
        if (head.isEmpty()) {
            return scanned.text().part(part.from(), part.to(), line -> false);
        }
        WrittenHead found = head.get();
        return found.cutsLines()
                ? new TextLines(lines, part.from(), part.to(), line -> found.roleOf(line) != null, found::cutOf)
                : scanned.text().part(part.from(), part.to(), line -> found.roleOf(line) != null);
    }

    private void setLine(int line, LineRole role, int article) {
        roles[line - 1] = role;
        articleOf[line - 1] = article;
    }

    /** Hands over an article unless there is nothing to it; returns its number, or 0. */
    private int add(Fields fields, List<Paragraph> body) {
        if (body.isEmpty() && fields.headline() == null) {
            return 0;
        }
        articles++;
        Fields complete = PathAndSettings.complete(fields, file.path(), folder.dateOrder(), settings);
        sink.accept(article(new ArticleId(file.path(), articles), notTooLate(complete), body));
        return articles;
    }

    /** A date after the latest that is possible is a mistake: said, and not believed. */
    private Fields notTooLate(Fields fields) {
        Stated<ArticleDate> date = fields.date();
        ArticleDate latest = settings.latestDate();
        if (date == null || latest == null || !isAfter(date.value(), latest)) {
            return fields;
        }
        Evidence.Place place = date.evidence().place();
        problems.add(new Problem(
                file.path(),
                place == null ? 0 : place.fromLine(),
                place == null ? 0 : place.fromColumn(),
                ProblemKind.LATE_DATE,
                "the date " + date.value() + " is after the latest that an article can have, " + latest));
        return PathAndSettings.undated(fields);
    }

    private static boolean isAfter(ArticleDate date, ArticleDate latest) {
        if (date.year() != latest.year() || date.month() == 0 || latest.month() == 0) {
            return date.year() > latest.year();
        }
        return date.month() != latest.month()
                ? date.month() > latest.month()
                : latest.day() > 0 && date.day() > latest.day();
    }

    static Article article(ArticleId id, Fields fields, List<Paragraph> body) {
        List<String> texts = new ArrayList<>(body.size());
        for (Paragraph paragraph : body) {
            if (paragraph.kind() != Paragraph.Kind.IMAGE) {
                texts.add(paragraph.text());
            }
        }
        Words.Digest words = Words.digest(texts);
        return new Article(id, fields, body, words.count(), words.sha1());
    }

    private void readPage() {
        HtmlArticle page = scanned.page(folder.dateOrder());
        PlainText plain = PlainText.read(page, folder, file.path());
        problems.addAll(page.problems());
        problems.addAll(plain.problems());
        Fields inferred = PathAndSettings.placedAt(plain.fields(), page::placeOf);
        int number = add(PathAndSettings.merge(page.fields(), inferred), page.kept(plain));
        LineRole[] found = page.roles(plain);
        for (int line = 1; line <= lines.count(); line++) {
            setLine(line, found[line - 1], number);
        }
    }

    private void readRows() {
        for (int line = 1; line <= lines.count(); line++) {
            roles[line - 1] = isBlank(line) ? LineRole.BLANK : LineRole.RECORD;
        }
        problems.addAll(scanned.forEachRow(folder.dateOrder(), this::readRow));
    }

    private void readRow(Row row) {
        problems.addAll(row.problems());
        HtmlArticle page = row.page();
        FolderJudgement judgement = folder.withoutSections();
        PlainText plain = page == null
                ? PlainText.read(row.lines(), judgement, file.path(), row.fields())
                : PlainText.read(page, judgement, file.path());
        Evidence.Place place = new Evidence.Place(row.fromLine(), row.toLine(), 1, 1);
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Paragraph paragraph : page == null ? plain.body() : page.kept(plain)) {
            paragraphs.add(new Paragraph(paragraph.kind(), paragraph.text(), row.fromLine(), row.toLine()));
        }
        Fields inferred = PathAndSettings.placedAt(plain.fields(), inCell -> place);
        int number = add(PathAndSettings.merge(row.fields(), inferred), paragraphs);
        Arrays.fill(articleOf, row.fromLine() - 1, row.toLine(), number);
    }

    /** A Markdown file is one article; its body stays Markdown, its first-level heading is the headline. */
    private void readMarkdown() {
        Optional<WrittenHead> head = FrontMatter.read(lines, 1, lines.count(), file.path(), folder.dateOrder());
        head.ifPresent(found -> problems.addAll(found.problems()));
        int first = head.map(found -> found.lastLine() + 1).orElse(1);
        int heading = MarkdownHeading.line(lines, first);
        Fields written = head.map(WrittenHead::fields).orElse(Fields.UNKNOWN);
        Stated<String> headline = heading == 0 ? null : MarkdownHeading.headline(lines, heading);
        boolean isTitle = headline != null && MarkdownHeading.agrees(headline, written.headline());
        int afterHeading = isTitle ? MarkdownHeading.lastLine(lines, heading) + 1 : 0;
        TextLines text =
                scanned.text().part(1, lines.count(), line -> line < first || (line >= heading && line < afterHeading));
        PlainText plain = PlainText.readMarkdown(text, folder, file.path(), written);
        problems.addAll(plain.problems());
        for (int line = 1; line <= lines.count(); line++) {
            LineRole metadata = head.isPresent() ? head.get().roleOf(line) : null;
            boolean inHeading = isTitle && line >= heading && line < afterHeading;
            LineRole role = isBlank(line) ? LineRole.BLANK : inHeading ? LineRole.HEADLINE : plain.role(line - 1);
            roles[line - 1] = metadata == null ? role : metadata;
        }
        Fields stated = new Fields(isTitle ? headline : null, null, null, null, null, null, null, null, null, null);
        Fields found = PathAndSettings.merge(stated, plain.fields());
        Arrays.fill(articleOf, add(PathAndSettings.merge(written, found), markdown()));
    }

    /** The lines of the body, with the blank ones between them, as one paragraph. */
    private List<Paragraph> markdown() {
        StringBuilder source = new StringBuilder();
        int firstLine = 0;
        int lastLine = 0;
        for (int line = 1; line <= lines.count(); line++) {
            if (roles[line - 1] == LineRole.BODY) {
                firstLine = firstLine == 0 ? line : firstLine;
                lastLine = line;
            }
            if (firstLine > 0 && (roles[line - 1] == LineRole.BODY || roles[line - 1] == LineRole.BLANK)) {
                source.append(lines.get(line)).append('\n');
            }
        }
        return firstLine == 0
                ? List.of()
                : List.of(
                        new Paragraph(Paragraph.Kind.MARKDOWN, source.toString().stripTrailing(), firstLine, lastLine));
    }
}
