package org.backfile.source;

import java.util.ArrayList;
import java.util.List;

/** Collects the places of one file where bytes mean nothing: one problem a line for the first lines, then a count. */
final class BadPlaces {
    private static final int LINES_TOLD = 10;

    private final String path;
    private final String charset;
    private final List<Problem> problems = new ArrayList<>();
    private int told;
    private int linesLeftOut;

    BadPlaces(String path, String charset) {
        this.path = path;
        this.charset = charset;
    }

    /** Adds each line of {@code text} that has a U+FFFD. */
    void addAll(String text) {
        each(text, '\uFFFD', "shown as U+FFFD: no " + charset);
    }

    /** Adds each line of {@code text} that has a U+0000. */
    void addZeros(String text) {
        each(text, '\0', "shown as U+FFFD: a zero byte");
    }

    /** Adds line {@code number} if it has a U+FFFD. */
    void addLine(int number, String line) {
        tell(number, line, '\uFFFD', "shown as U+FFFD: no " + charset);
    }

    void add(List<Problem> others) {
        problems.addAll(others);
    }

    private void each(String text, char bad, String what) {
        Lines lines = new Lines(text);
        for (int line = 1; line <= lines.count(); line++) {
            tell(line, lines.get(line), bad, what);
        }
    }

    private void tell(int number, String line, char bad, String what) {
        int first = line.indexOf(bad);
        if (first < 0) {
            return;
        }
        if (told == LINES_TOLD) {
            linesLeftOut++;
            return;
        }
        told++;
        long count = line.chars().filter(c -> c == bad).count();
        String message = count == 1 ? "one place " + what : count + " places " + what;
        problems.add(new Problem(path, number, first + 1, ProblemKind.UNDECODABLE_BYTES, message));
    }

    /** All problems in the order of place; the count of lines left out last. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        if (linesLeftOut > 0) {
            all.add(Problem.ofFile(
                    path, ProblemKind.UNDECODABLE_BYTES, "bytes that mean nothing in " + linesLeftOut + " more lines"));
        }
        all.sort(null);
        return all;
    }
}
