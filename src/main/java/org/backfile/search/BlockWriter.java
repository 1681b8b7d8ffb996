package org.backfile.search;

import java.util.ArrayList;
import java.util.List;
import org.backfile.article.ArticleDate;
import org.backfile.search.PreparedDocument.Display;
import org.jspecify.annotations.Nullable;

/**
 * Writes what results show: files of headlines and files of texts, of a segment's documents in order.
 *
 * <p>A block of headlines is a text in {@link ContextCoder}'s code after its length and its coded length; its first line
 * names the files of its texts; then a line a document: headline, kicker, place, section, address, date, and the bytes
 * of its text, between tabs. An address is a character for how many of its characters the date and headline foretell,
 * and the rest.
 */
final class BlockWriter {
    private static final int OPENING_WORDS = 8;

    private final IndexSizes sizes;
    private final IndexSink sink;
    private final List<String> blocks = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final ContextCoder coder = new ContextCoder();
    private final Tokenizer tokenizer = new Tokenizer();

    BlockWriter(IndexSizes sizes, IndexSink sink) {
        this.sizes = sizes;
        this.sink = sink;
    }

    /** The names of the files of headlines. */
    List<String> blocks() {
        return blocks;
    }

    /** The names of the files of texts. */
    List<String> texts() {
        return texts;
    }

    void write(List<PreparedDocument> documents) {
        for (int from = 0; from < documents.size(); from += sizes.documentsInBlock()) {
            writeBlock(documents.subList(from, Math.min(documents.size(), from + sizes.documentsInBlock())));
        }
    }

    private void writeBlock(List<PreparedDocument> documents) {
        StringBuilder names = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (int from = 0; from < documents.size(); from += sizes.documentsInText()) {
            List<PreparedDocument> part =
                    documents.subList(from, Math.min(documents.size(), from + sizes.documentsInText()));
            String name = writeTexts(part, lines);
            texts.add(name);
            names.append(names.length() == 0 ? "" : " ").append(name);
        }
        byte[] raw = new ByteWriter(lines.length() * 2)
                .utf8(names.append('\n').append(lines).toString())
                .toBytes();
        byte[] coded = coder.encode(raw);
        ByteWriter content = new ByteWriter(coded.length + 8);
        content.number(raw.length).write(coded);
        blocks.add(put(ScriptFile.packed(content.toBytes())));
    }

    private String put(ScriptFile file) {
        sink.put(ScriptFile.pathOf(file.name()), file.bytes());
        return file.name();
    }

    private String writeTexts(List<PreparedDocument> documents, StringBuilder lines) {
        ByteWriter quoted = new ByteWriter(1 << 16);
        for (PreparedDocument document : documents) {
            if (quoted.length() > 0 || document != documents.get(0)) {
                quoted.ascii("\",\"");
            }
            int start = quoted.length();
            ScriptFile.quote(document.text(), quoted);
            appendLine(lines, document, quoted.length() - start);
        }
        return put(ScriptFile.list(quoted.toBytes()));
    }

    private void appendLine(StringBuilder line, PreparedDocument document, int textBytes) {
        Display display = document.display();
        ArticleDate date = display.date();
        String headline = display.headline();
        field(line, headline == null ? "\u0001" + opening(document) : headline);
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

    private static String opening(PreparedDocument document) {
        String text = new String(
                document.text(), 0, Math.min(document.text().length, 1000), java.nio.charset.StandardCharsets.UTF_8);
        int at = 0;
        for (int words = 0; words < OPENING_WORDS && at < text.length(); words++) {
            at = endOfWord(text, at);
        }
        return text.substring(0, Math.min(at, 120)).strip();
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        while (at < text.length() && text.charAt(at) > ' ') {
            at++;
        }
        return at;
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
