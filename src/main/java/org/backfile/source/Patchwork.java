package org.backfile.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is not UTF-8 as a whole, looked at line by line: lines with sequences of UTF-8's shape are UTF-8 (broken
 * ones, with U+FFFD for what is broken), the others are in some other charset. Such sequences hardly ever arise by
 * chance in a line of another charset, but in a thousand lines some do; where UTF-8 lines are few, the rest decides
 * about them.
 */
final class Patchwork {
    /** The most bytes of foreign lines that are weighed; more says nothing new. */
    private static final int WEIGHED = 4 * 1024;

    /** Lines of UTF-8 count as such where they have at least a tenth of the file's bytes outside ASCII. */
    private static final int SHARE = 10;

    private final String path;
    private final byte[] bytes;
    private final ByteArrayOutputStream foreign = new ByteArrayOutputStream();
    private long shapedInUtf8Lines;
    private long strayInForeignLines;
    private int foreignLines;
    private int firstForeignLine;

    Patchwork(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
        int number = 0;
        for (int start = 0; start < bytes.length; ) {
            int end = lineEnd(start);
            count(start, end, ++number);
            start = next(end);
        }
    }

    private void count(int start, int end, int number) {
        Utf8Shape shape = Utf8Shape.of(bytes, start, end);
        if (shape.isUtf8()) {
            shapedInUtf8Lines += shape.shaped();
        } else if (shape.stray() > 0) {
            strayInForeignLines += shape.stray();
            foreignLines++;
            firstForeignLine = firstForeignLine == 0 ? number : firstForeignLine;
            int taken = Math.min(end - start, WEIGHED - foreign.size());
            if (taken > 0) {
                foreign.write(bytes, start, taken);
                foreign.write('\n');
            }
        }
    }

    Decoded decode(FolderCharsets folders) {
        if (foreignLines == 0) {
            return lineByLine(StandardCharsets.UTF_8, null, List.of());
        }
        CharsetFacts facts = CharsetFacts.of(foreign.toByteArray());
        CharsetCandidate candidate = folders.candidateFor(path, facts);
        String name = candidate.charset().name();
        if (shapedInUtf8Lines > 0 && shapedInUtf8Lines * SHARE >= strayInForeignLines) {
            String message = foreignLines == 1
                    ? "one line is not UTF-8"
                    : foreignLines + " lines are not UTF-8, this one the first";
            Problem mixed =
                    new Problem(path, firstForeignLine, 0, ProblemKind.MIXED_ENCODINGS, message + "; read as " + name);
            return lineByLine(candidate.charset(), facts, List.of(mixed));
        }
        Problem guessed = Problem.ofFile(path, ProblemKind.GUESSED_CHARSET, "the file is not UTF-8; read as " + name);
        return whole(candidate.charset(), facts, guessed);
    }

    private Decoded whole(Charset charset, CharsetFacts facts, Problem guessed) {
        String text = new String(bytes, charset);
        BadPlaces bad = new BadPlaces(path, charset.name());
        bad.add(List.of(guessed));
        bad.addAll(text);
        return finished(text, charset.name(), bad, facts);
    }

    private Decoded lineByLine(Charset other, @Nullable CharsetFacts facts, List<Problem> problems) {
        StringBuilder text = new StringBuilder(bytes.length);
        BadPlaces bad = new BadPlaces(path, other.name());
        bad.add(problems);
        int number = 0;
        for (int start = 0; start < bytes.length; ) {
            int end = lineEnd(start);
            boolean utf8 = Utf8Shape.of(bytes, start, end).isUtf8();
            String line = new String(bytes, start, end - start, utf8 ? StandardCharsets.UTF_8 : other);
            bad.addLine(++number, line);
            text.append(line);
            int next = next(end);
            for (int i = end; i < next; i++) {
                text.append((char) bytes[i]);
            }
            start = next;
        }
        return finished(text.toString(), "UTF-8", bad, facts);
    }

    private Decoded finished(String text, String charset, BadPlaces bad, @Nullable CharsetFacts facts) {
        if (text.indexOf('\0') >= 0) {
            bad.addZeros(text);
        }
        Mojibake.Mended mended = Mojibake.mend(path, text.replace('\0', '\uFFFD'));
        List<Problem> problems = new ArrayList<>(bad.problems());
        problems.addAll(mended.problems());
        problems.sort(null);
        return new Decoded(mended.text(), charset, problems, true, facts);
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private int next(int end) {
        boolean both = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
        return both ? end + 2 : Math.min(end + 1, bytes.length);
    }
}
