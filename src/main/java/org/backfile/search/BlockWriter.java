package org.backfile.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.backfile.article.ArticleDate;
import org.backfile.search.PreparedDocument.Display;
import org.jspecify.annotations.Nullable;

/**
 * Writes what results show: files of headlines and files of texts, of a segment's documents in order.
 *
 * <p>A block of headlines is a text in {@link ContextCoder}'s code after its length and its coded length; its first line
 * names the files of its texts and, after a tab, has the pairs of their {@link PairCode}; then a line a document: headline, kicker, place, section, address, date, and the bytes
 * of its text, between tabs. An address is a character for how many of its characters the date and headline foretell,
 * and the rest.
 */
final class BlockWriter {
    /** One document of so many is looked at to choose the code of the texts. */
    private static final int SAMPLED = 16;

    private final IndexSizes sizes;
    private final IndexSink sink;
    private final List<SegmentPart.Block> blocks = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final ContextCoder coder = new ContextCoder();
    private final Tokenizer tokenizer = new Tokenizer();
    private final ByteWriter quoted = new ByteWriter(1 << 16);

    BlockWriter(IndexSizes sizes, IndexSink sink) {
        this.sizes = sizes;
        this.sink = sink;
    }

    /** The files of headlines. */
    List<SegmentPart.Block> blocks() {
        return blocks;
    }

    /** The names of the files of texts. */
    List<String> texts() {
        return texts;
    }

    void write(List<PreparedDocument> documents) {
        List<byte[]> sample = new ArrayList<>();
        for (int i = 0; i < documents.size(); i += SAMPLED) {
            sample.add(documents.get(i).text());
        }
        PairCode code = PairCode.of(sample);
        ShardCutter<PreparedDocument> cutter =
                new ShardCutter<>(sizes.documentsInBlock(), block -> writeBlock(block, code));
        documents.forEach(cutter::add);
        cutter.finish();
    }

    private void writeBlock(List<PreparedDocument> documents, PairCode code) {
        StringBuilder names = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (int from = 0; from < documents.size(); from += sizes.documentsInText()) {
            List<PreparedDocument> part =
                    documents.subList(from, Math.min(documents.size(), from + sizes.documentsInText()));
            String name = writeTexts(part, code, lines);
            texts.add(name);
            names.append(names.length() == 0 ? "" : " ").append(name);
        }
        byte[] raw = names.append('\t')
                .append(code.pairs())
                .append('\n')
                .append(lines)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        byte[] coded = coder.encode(raw);
        String name = ScriptFile.put(
                sink, new ByteWriter(coded.length + 8).number(raw.length).write(coded));
        blocks.add(new SegmentPart.Block(name, documents.size()));
    }

    private String writeTexts(List<PreparedDocument> documents, PairCode code, StringBuilder lines) {
        quoted.clear();
        String between = "";
        for (PreparedDocument document : documents) {
            quoted.ascii(between);
            between = "\",\"";
            int start = quoted.length();
            code.write(document.text(), quoted);
            appendLine(lines, document.display(), quoted.length() - start);
        }
        return ScriptFile.putList(sink, quoted);
    }

    private void appendLine(StringBuilder line, Display display, int textBytes) {
        ArticleDate date = display.date();
        String headline = display.headline();
        field(line, headline == null ? "\u0001" + display.opening() : headline);
        field(line, display.kicker());
        field(line, display.place());
        field(line, display.section());
        field(line, address(display));
        field(line, date == null ? null : date.iso());
        line.append(Integer.toString(textBytes, 36)).append('\n');
    }

    /** Appends a field that holds no tab and no line's end any more. */
    private static void field(StringBuilder line, @Nullable String value) {
        if (value != null) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                line.append(c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
            }
        }
        line.append('\t');
    }

    private String address(Display display) {
        String url = display.url().value();
        StringBuilder guess = new StringBuilder();
        ArticleDate date = display.date();
        if (date != null) {
            guess.append(date.iso().replace('-', '/')).append('/');
        }
        if (display.headline() != null) {
            tokenizer.tokenize(display.headline(), (chars, length, advances) -> {
                if (advances) {
                    guess.append(chars, 0, length).append('-');
                }
            });
        }
        int same = 0;
        int most = Math.min(90, Math.min(url.length(), guess.length()));
        while (same < most && url.charAt(same) == guess.charAt(same)) {
            same++;
        }
        return (char) ('#' + same) + url.substring(same);
    }
}
