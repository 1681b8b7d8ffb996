package org.backfile.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backfile.source.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One article read from plain lines: its repeats and boilerplate taken out, its head told from its body. Of a page and of
 * Markdown, which have paragraphs of their own, only the fields and what each line is.
 */
final class PlainText {
    private static final int DATELINED_BLOCKS = 4;

    private final Fields fields;
    private final List<Paragraph> body;
    private final LineRole[] roles;
    private final int[] repeats;
    private final List<Problem> problems;

    private PlainText(Fields fields, List<Paragraph> body, LineRole[] roles, int[] repeats, List<Problem> problems) {
        this.fields = fields;
        this.body = body;
        this.roles = roles;
        this.repeats = repeats;
        this.problems = problems;
    }

    Fields fields() {
        return fields;
    }

    /** The paragraphs of plain lines; empty for a page and for Markdown. */
    List<Paragraph> body() {
        return body;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What line {@code i} is, counted from 0. */
    LineRole role(int i) {
        return roles[i];
    }

    /** The line that line {@code i} repeats, counted from 0, or -1. */
    int repeated(int i) {
        return repeats[i];
    }

    /** Reads the lines of {@code text}, about which nothing is written. */
    static PlainText read(TextLines text, FolderJudgement folder, String path) {
        return read(text, folder, path, Fields.UNKNOWN);
    }

    /**
     * Reads the lines of {@code text}.
     *
     * @param written what metadata says; a headline known from there is not sought, but known again
     */
    static PlainText read(TextLines text, FolderJudgement folder, String path, Fields written) {
        int[] repeats = RepeatFinder.find(text);
        LineRole[] roles = new LineRole[text.count()];
        for (int i = 0; i < roles.length; i++) {
            roles[i] = repeats[i] >= 0 ? LineRole.REPEAT : roleByShape(text, i);
        }
        Boilerplate.mark(text, roles, folder);
        List<Block> blocks = Layout.blocks(text, roles, folder);
        markHeadline(blocks, roles, Fields.value(written.headline()));
        List<Problem> problems = new ArrayList<>();
        Head head = new HeadFinder(text, roles, repeats, blocks, folder, path, written, problems)
                .find(written.headline() == null);
        List<Block> bodyBlocks = bodyOf(blocks, roles);
        List<Paragraph> body = new BodyShape(text, roles, bodyBlocks).paragraphs();
        Fields fields = fields(text, roles, head, bodyBlocks, folder, path);
        return new PlainText(fields, body, roles, repeats, problems);
    }

    /** Reads the paragraphs of a page, each as one line, for what stands around its text. */
    static PlainText read(HtmlArticle page, FolderJudgement folder, String path) {
        TextLines text = page.text();
        LineRole[] roles = new LineRole[text.count()];
        for (int i = 0; i < roles.length; i++) {
            roles[i] = text.isBlank(i) ? LineRole.BLANK : LineRole.BODY;
        }
        Boilerplate.mark(text, roles, folder);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < roles.length; i++) {
            Paragraph.Kind kind = page.body().get(i).kind();
            if (roles[i] == LineRole.BODY && kind != Paragraph.Kind.IMAGE) {
                blocks.add(new Block(kind, text.text(i), i, i, text.weight(i)));
            }
        }
        return around(
                text, roles, blocks, folder, path, page.fields(), page.fields().headline() == null);
    }

    /** Reads the lines of Markdown below its headline, for what stands around its text. */
    static PlainText readMarkdown(TextLines text, FolderJudgement folder, String path, Fields written) {
        LineRole[] roles = new LineRole[text.count()];
        boolean fenced = false;
        for (int i = 0; i < roles.length; i++) {
            boolean fence = text.length(i) >= 3
                    && (text.text(i).startsWith("```") || text.text(i).startsWith("~~~"));
            roles[i] = text.isBlank(i) ? LineRole.BLANK : fenced || fence ? LineRole.MARKUP : LineRole.BODY;
            fenced ^= fence;
        }
        PlainText found = around(text, roles, Layout.blocks(text, roles, folder), folder, path, written, false);
        for (int i = 0; i < roles.length; i++) {
            roles[i] = roles[i] == LineRole.MARKUP ? LineRole.BODY : roles[i]; // code is the body's, and no head
        }
        return found;
    }

    private static PlainText around(
            TextLines text,
            LineRole[] roles,
            List<Block> blocks,
            FolderJudgement folder,
            String path,
            Fields written,
            boolean seekHeadline) {
        int[] repeats = new int[roles.length];
        Arrays.fill(repeats, -1);
        List<Problem> problems = new ArrayList<>();
        Head head = new HeadFinder(text, roles, repeats, blocks, folder, path, written, problems).find(seekHeadline);
        Fields fields = fields(text, roles, head, bodyOf(blocks, roles), folder, path);
        return new PlainText(fields, List.of(), roles, repeats, problems);
    }

    private static List<Block> bodyOf(List<Block> blocks, LineRole[] roles) {
        List<Block> body = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (roles[block.from()] == LineRole.BODY) {
                body.add(block);
            }
        }
        return body;
    }

    /** The headline that metadata gives, printed once more above the text. */
    private static void markHeadline(List<Block> blocks, LineRole[] roles, @Nullable String headline) {
        for (int k = 0; headline != null && k < Math.min(3, blocks.size()); k++) {
            Block block = blocks.get(k);
            if (block.text().equalsIgnoreCase(headline) && blocks.size() > 1) {
                Arrays.fill(roles, block.from(), block.to() + 1, LineRole.HEADLINE);
                blocks.remove(k);
                return;
            }
        }
    }

    private static LineRole roleByShape(TextLines text, int i) {
        if (text.isBlank(i)) {
            return LineRole.BLANK;
        }
        return text.wordCount(i) == 0 && isRule(text, i) ? LineRole.SEPARATOR : LineRole.BODY;
    }

    /** Three signs or more, all of them such as lines are drawn with. */
    private static boolean isRule(TextLines text, int i) {
        int signs = 0;
        for (int at = 0; at < text.length(i); at++) {
            char c = text.charAt(i, at);
            if (c != ' ' && "-=_*#~+.·•—–―─━═".indexOf(c) < 0) {
                return false;
            }
            signs += c == ' ' ? 0 : 1;
        }
        return signs >= 3;
    }

    private static Fields fields(
            TextLines text, LineRole[] roles, Head head, List<Block> body, FolderJudgement folder, String path) {
        Stated<String> place = null;
        Stated<String> agency = head.agency();
        Stated<ArticleDate> date = head.date();
        Block first = datelined(body, text, roles);
        Dateline dateline = first == null ? null : first.dateline();
        if (first != null && dateline != null) {
            int column = text.column(first.from());
            Confidence confidence = dateline.certain() ? Confidence.INFERRED : Confidence.GUESSED;
            int named = nameBeforePlace(dateline, text, roles);
            place = stated(
                    text,
                    first,
                    dateline.place().substring(named),
                    column + dateline.placeFrom() + named,
                    named > 0 ? Confidence.INFERRED : confidence);
            String service = dateline.agency();
            if (service != null && agency == null) {
                agency = stated(text, first, service, column + dateline.agencyFrom(), confidence);
            }
            if (date == null) {
                date = datelineDate(text, first, dateline, folder, path);
            }
        }
        Stated<String> language = Language.of(text, body);
        return new Fields(
                head.headline(),
                head.kicker(),
                head.masthead(),
                head.section(),
                head.byline(),
                agency,
                place,
                date,
                null,
                language);
    }

    /** The first of the body's first blocks that starts with a dateline: a subtitle may stand above it. */
    private static @Nullable Block datelined(List<Block> body, TextLines text, LineRole[] roles) {
        for (int k = 0; k < Math.min(DATELINED_BLOCKS, body.size()); k++) {
            Dateline dateline = body.get(k).dateline();
            if (dateline != null
                    && (k == 0
                            || ((dateline.certain() || nameBeforePlace(dateline, text, roles) > 0)
                                    && body.get(k).isProse()))) {
                return body.get(k);
            }
        }
        return null;
    }

    /** How long the site's name is that stands before the place, {@code Harbour News, Eastport -}, its comma included. */
    private static int nameBeforePlace(Dateline dateline, TextLines text, LineRole[] roles) {
        String place = dateline.place();
        int comma = place.indexOf(", ");
        for (int i = 0; comma > 0 && i < roles.length; i++) {
            boolean ofPage = roles[i] == LineRole.BOILERPLATE || roles[i] == LineRole.MASTHEAD;
            if (ofPage && text.length(i) == comma && text.text(i).equalsIgnoreCase(place.substring(0, comma))) {
                return comma + 2;
            }
        }
        return 0;
    }

    private static Stated<String> stated(TextLines text, Block block, String value, int column, Confidence confidence) {
        int line = block.from();
        return new Stated<>(
                value, new Evidence(place(text, line, column, column + value.length() - 1), Rule.DATELINE, confidence));
    }

    /** A dateline's day; its year, where none is printed, from the path or from all other files of the folder. */
    private static @Nullable Stated<ArticleDate> datelineDate(
            TextLines text, Block block, Dateline dateline, FolderJudgement folder, String path) {
        PrintedDate printed = dateline.date();
        if (printed == null || printed.day() == 0) {
            return null;
        }
        Stated<ArticleDate> ofPath = printed.year() == 0 ? PathDate.of(path, folder.dateOrder()) : null;
        if (ofPath != null && ofPath.value().day() != 0) {
            return ofPath;
        }
        ArticleDate date = ofPath == null
                ? printed.meant(folder)
                : ArticleDate.ifValid(ofPath.value().year(), printed.month(), printed.day())
                        .orElse(null);
        if (date == null) {
            return null;
        }
        int column = text.column(block.from());
        return new Stated<>(
                date,
                new Evidence(
                        place(text, block.from(), column + printed.from(), column + printed.to() - 1),
                        Rule.DATELINE,
                        printed.isWhole() ? Confidence.INFERRED : Confidence.GUESSED));
    }

    static Evidence.Place place(TextLines text, int line, int fromColumn, int toColumn) {
        return new Evidence.Place(text.lineNumber(line), text.lineNumber(line), fromColumn, toColumn);
    }
}
