package org.backfile.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.backfile.article.ArticleDate;
import org.backfile.search.PreparedDocument.Display;
import org.jspecify.annotations.Nullable;

/**
 * Writes what results show: files of headlines and files of texts, of a segment's documents in order.
 *
 * <p>A file of texts is either a list of strings in {@link PairCode}'s code, or a line a text in {@link ContextCoder}'s after their length
 * in bytes ({@link IndexSizes#closeTexts}).
 *
 * <p>A block of headlines is a text in {@link ContextCoder}'s code after its length; its first line has, between tabs, the
 * names of the files of its texts, the pairs of their {@link PairCode}, and how many texts and bytes of the first of these files come
 * before the block's first. Then a line a document: headline, kicker, place, section, address, date, and the bytes of its text in
 * base 36, where it can be read alone, after a slash where it is the first of its file, between tabs. An address is a character for how
 * many of its characters the date and headline foretell, and the rest.
 */
final class BlockWriter {
    /** One document of so many is looked at to choose the code of the texts. */
    private static final int SAMPLED = 16;

    /** What stands between two texts in a script. */
    private static final String BETWEEN = "\",\"";

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
        PairCode code = sizes.closeTexts() ? PairCode.NONE : PairCode.of(sample(documents));
        List<Place> places = new ArrayList<>(documents.size());
        cut(documents, sizes.documentsInText(), group -> {
            if (sizes.closeTexts()) {
                writeCloseTexts(group, places);
            } else {
                writeTexts(group, code, places);
            }
        });
        Iterator<Place> next = places.iterator();
        cut(documents, sizes.documentsInBlock(), block -> writeBlock(block, next, code));
    }

    private static List<byte[]> sample(List<PreparedDocument> documents) {
        List<byte[]> sample = new ArrayList<>();
        for (int i = 0; i < documents.size(); i += SAMPLED) {
            sample.add(documents.get(i).text());
        }
        return sample;
    }

    private static void cut(List<PreparedDocument> documents, int size, Consumer<List<PreparedDocument>> files) {
        ShardCutter<PreparedDocument> cutter = new ShardCutter<>(size, files);
        documents.forEach(cutter::add);
        cutter.finish();
    }

    /** Where a text stands: its file, the texts and bytes before it there, and its bytes, 0 where it can't be read alone. */
    private record Place(String file, int texts, int before, int bytes) {}

    private void writeTexts(List<PreparedDocument> documents, PairCode code, List<Place> places) {
        quoted.clear();
        int[] starts = new int[documents.size() + 1];
        for (int i = 0; i < documents.size(); i++) {
            quoted.ascii(i == 0 ? "" : BETWEEN);
            starts[i] = quoted.length();
            code.write(documents.get(i).text(), quoted);
        }
        starts[documents.size()] = quoted.length() + BETWEEN.length();
        String name = ScriptFile.putList(sink, quoted);
        texts.add(name);
        for (int i = 0; i < documents.size(); i++) {
            places.add(new Place(name, i, starts[i], starts[i + 1] - BETWEEN.length() - starts[i]));
        }
    }

    private void writeCloseTexts(List<PreparedDocument> documents, List<Place> places) {
        ByteWriter lines = new ByteWriter(1 << 14);
        documents.forEach(document -> lines.write(document.text()).write('\n'));
        String name = putCoded(lines);
        texts.add(name);
        for (int i = 0; i < documents.size(); i++) {
            places.add(new Place(name, i, 0, 0));
        }
    }

    private String putCoded(ByteWriter lines) {
        return ScriptFile.put(sink, lines, () -> coder.encode(lines));
    }

    private void writeBlock(List<PreparedDocument> documents, Iterator<Place> places, PairCode code) {
        StringBuilder head = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        Place first = null;
        for (PreparedDocument document : documents) {
            Place place = places.next();
            if (first == null || place.texts() == 0) {
                head.append(first == null ? "" : " ").append(place.file());
            }
            first = first == null ? place : first;
            appendLine(lines, document.display(), place);
        }
        head.append('\t').append(code.pairs());
        if (first != null) {
            head.append('\t').append(first.texts()).append('\t').append(first.before());
        }
        String block = head.append('\n').append(lines).toString();
        blocks.add(new SegmentPart.Block(
                putCoded(new ByteWriter(0).write(block.getBytes(StandardCharsets.UTF_8))), documents.size()));
    }

    private void appendLine(StringBuilder line, Display display, Place place) {
        ArticleDate date = display.date();
        String headline = display.headline();
        field(line, headline == null ? "\u0001" + display.opening() : headline);
        field(line, display.kicker());
        field(line, display.place());
        field(line, display.section());
        field(line, address(display));
        field(line, date == null ? null : date.iso());
        line.append(place.texts() == 0 ? "/" : "")
                .append(place.bytes() == 0 ? "" : Integer.toString(place.bytes(), 36))
                .append('\n');
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
