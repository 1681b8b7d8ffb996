package org.backfile.story;

/**
 * Aligns two short stretches of words so that most of them stand beside the same word, or one it may be misread for;
 * what is left over stands beside a word of its kind (global alignment, Needleman and Wunsch 1970). Time is the product
 * of the lengths, at most {@value #MOST} each.
 */
final class GapAligner {
    static final int MOST = 63;

    /** In a stretch no longer than this, every shared word counts. */
    private static final int SHORT = 3;

    private static final int SAME = 6;
    private static final int ALIKE = 3;
    private static final int OTHER = -1;
    private static final int MISSING = -1;

    private final int[] row = new int[MOST + 1];
    private int pairs;
    private final int[] rowOf = new int[MOST + 1];
    private final int[] columnOf = new int[MOST + 1];
    private final boolean[] agree = new boolean[MOST + 1];
    private final byte[] step = new byte[(MOST + 1) * (MOST + 1)];

    /** Receives two places that stand beside each other. */
    @FunctionalInterface
    interface Sink {
        /** Takes one pair; the answer is not used. */
        boolean pair(int atA, int atB);
    }

    void align(int[] a, int fromA, int toA, int[] b, int fromB, int toB, Sink sink) {
        int rows = Math.min(MOST, toA - fromA);
        int columns = Math.min(MOST, toB - fromB);
        for (int j = 0; j <= columns; j++) {
            row[j] = j * MISSING;
        }
        for (int i = 1; i <= rows; i++) {
            fill(i, a[fromA + i - 1], b, fromB, columns);
        }
        trace(rows, columns);
        emit(a, fromA, b, fromB, rows, columns, sink);
    }

    private void fill(int i, int word, int[] b, int fromB, int columns) {
        int diagonal = row[0];
        int left = i * MISSING;
        row[0] = left;
        for (int j = 1; j <= columns; j++) {
            int match = diagonal + value(word, b[fromB + j - 1]);
            diagonal = row[j];
            int up = diagonal + MISSING;
            int best = Math.max(match, Math.max(up, left + MISSING));
            row[j] = best;
            left = best;
            step[i * (MOST + 1) + j] = (byte) (best == match ? 0 : best == up ? 1 : 2);
        }
    }

    private void trace(int rows, int columns) {
        int i = rows;
        int j = columns;
        pairs = 0;
        while (i > 0 && j > 0) {
            switch (step[i * (MOST + 1) + j]) {
                case 0 -> {
                    rowOf[pairs] = --i;
                    columnOf[pairs++] = --j;
                }
                case 1 -> i--;
                default -> j--;
            }
        }
    }

    /** In stretches that are mostly different, a shared word counts only beside another: "of the" is everywhere. */
    private void emit(int[] a, int fromA, int[] b, int fromB, int rows, int columns, Sink sink) {
        int longer = Math.max(rows, columns);
        int drift = Math.abs(rows - columns);
        int shared = 0;
        for (int p = 0; p < pairs; p++) {
            agree[p] = agrees(a[fromA + rowOf[p]], b[fromB + columnOf[p]]);
            shared += agree[p] ? 1 : 0;
        }
        boolean mostlyShared = longer <= SHORT
                || shared * 2 >= longer
                || (drift <= 1 && longer <= 12)
                || (drift <= 2 && shared * 3 >= longer);
        for (int p = 0; p < pairs; p++) {
            boolean beside = agree[p] && (neighbours(p, p - 1) || neighbours(p, p + 1));
            if (mostlyShared || !agree[p] || beside) {
                sink.pair(fromA + rowOf[p], fromB + columnOf[p]);
            }
        }
    }

    private boolean neighbours(int p, int q) {
        return q >= 0
                && q < pairs
                && agree[q]
                && Math.abs(rowOf[p] - rowOf[q]) == 1
                && Math.abs(columnOf[p] - columnOf[q]) == 1;
    }

    private static boolean agrees(int a, int b) {
        boolean numbers = Token.kind(a) == Token.NUMBER && Token.kind(b) == Token.NUMBER;
        return Token.sameWord(a, b) || (!numbers && Token.alike(a, b));
    }

    private static int value(int a, int b) {
        if (Token.sameWord(a, b)) {
            return SAME;
        }
        int kindA = Token.kind(a);
        int kindB = Token.kind(b);
        if (kindA == Token.NUMBER && kindB == Token.NUMBER) {
            return 1;
        }
        if (Token.alike(a, b)) {
            return ALIKE;
        }
        return kindA == Token.NAME && kindB == Token.NAME ? 1 : OTHER;
    }
}
