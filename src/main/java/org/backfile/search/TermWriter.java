package org.backfile.search;

/**
 * Writes terms one after another, each as what it shares with the one before and its further characters: five bits for a
 * letter from a to z, more for others.
 */
final class TermWriter {
    private static final int DIGIT = 26;
    private static final int FIELD = 27;
    private static final int OTHER = 28;
    private static final String FIELDS = "HBPS";

    private final BitWriter out;
    private String last = "";

    TermWriter(BitWriter out) {
        this.out = out;
    }

    void write(String term) {
        int shared = shared(last, term);
        out.gamma(shared + 1);
        out.gamma(term.length() - shared + 1);
        for (int i = shared; i < term.length(); i++) {
            write(term.charAt(i));
        }
        last = term;
    }

    /** How many code units two terms share from their start. */
    static int shared(String a, String b) {
        int shared = 0;
        while (shared < a.length() && shared < b.length() && a.charAt(shared) == b.charAt(shared)) {
            shared++;
        }
        return shared;
    }

    private void write(char c) {
        if (c >= 'a' && c <= 'z') {
            out.write(c - 'a', 5);
        } else if (c >= '0' && c <= '9') {
            out.write(DIGIT << 4 | c - '0', 9);
        } else if (FIELDS.indexOf(c) >= 0) {
            out.write(FIELD << 2 | FIELDS.indexOf(c), 7);
        } else {
            out.write(OTHER << 16 | c, 21);
        }
    }
}
