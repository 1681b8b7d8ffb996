package org.backfile.story;

/**
 * Aligns two short stretches of words so that most of them stand beside the same word, or one it may be misread for;
 * what is left over stands beside a word of its kind (global alignment, Needleman and Wunsch 1970). Time is the product
 * of the lengths, at most {@value #MOST} each.
 */
final class GapAligner {
    static final int MOST = 63;

    private static final int SAME = 6;
    private static final int ALIKE = 3;
    private static final int OTHER = -1;
    private static final int MISSING = -1;

    private final int[] row = new int[MOST + 1];
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
            int diagonal = row[0];
            row[0] = i * MISSING;
            for (int j = 1; j <= columns; j++) {
                int match = diagonal + value(a[fromA + i - 1], b[fromB + j - 1]);
                int up = row[j] + MISSING;
                int left = row[j - 1] + MISSING;
                diagonal = row[j];
                int best = Math.max(match, Math.max(up, left));
                row[j] = best;
                step[i * (MOST + 1) + j] = (byte) (best == match ? 0 : best == up ? 1 : 2);
            }
        }
        trace(rows, columns, fromA, fromB, sink);
    }

    private void trace(int rows, int columns, int fromA, int fromB, Sink sink) {
        int i = rows;
        int j = columns;
        while (i > 0 && j > 0) {
            switch (step[i * (MOST + 1) + j]) {
                case 0 -> {
                    i--;
                    j--;
                    sink.pair(fromA + i, fromB + j);
                }
                case 1 -> i--;
                default -> j--;
            }
        }
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
