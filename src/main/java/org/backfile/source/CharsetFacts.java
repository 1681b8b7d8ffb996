package org.backfile.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a file's bytes say about its charset where they do not decide it: for each candidate how much likelier it is
 * than windows-1252, in tenths of a nat. A value of the file's bytes alone; about 40 bytes. Files whose charset is sure
 * (UTF-8, a mark, a declared charset) have none.
 */
public final class CharsetFacts {
    /** More than this is sure anyway; it keeps sums and stored bytes small. */
    private static final int LIMIT = 30_000;

    private static final List<List<SingleByteModel>> LETTERS = new ArrayList<>();
    private static final List<EastAsianModel> EAST_ASIAN = new ArrayList<>();

    static {
        for (CharsetCandidate candidate : CharsetCandidate.all()) {
            if (candidate.isSingleByte()) {
                LETTERS.add(Arrays.stream(candidate.languages())
                        .map(letters -> new SingleByteModel(candidate.charset(), letters))
                        .toList());
            } else {
                EAST_ASIAN.add(new EastAsianModel(candidate));
            }
        }
    }

    private final short[] gains;

    private CharsetFacts(short[] gains) {
        this.gains = gains;
    }

    /** Weighs the bytes; cost is some forty passes over those outside ASCII and their neighbours. */
    static CharsetFacts of(byte[] text) {
        byte[] bytes = telling(text);
        int length = bytes.length;
        int[] costs = new int[CharsetCandidate.all().size()];
        int next = 0;
        for (List<SingleByteModel> languages : LETTERS) {
            int least = Integer.MAX_VALUE;
            for (SingleByteModel language : languages) {
                least = Math.min(least, language.cost(bytes, length));
            }
            costs[next++] = least;
        }
        for (EastAsianModel model : EAST_ASIAN) {
            costs[next++] = model.cost(bytes, length);
        }
        short[] gains = new short[costs.length];
        for (int i = 0; i < costs.length; i++) {
            gains[i] = (short) Math.max(-LIMIT, Math.min(LIMIT, costs[0] - costs[i]));
        }
        return new CharsetFacts(gains);
    }

    /** The bytes outside ASCII and those beside them, a space for what is left out: no model looks further. */
    private static byte[] telling(byte[] text) {
        byte[] telling = new byte[text.length];
        int count = 0;
        for (int i = 0; i < text.length; i++) {
            boolean before = i > 0 && text[i - 1] < 0;
            boolean after = i + 1 < text.length && text[i + 1] < 0;
            if (text[i] < 0 || before || after) {
                telling[count++] = text[i];
            } else if (count > 0 && telling[count - 1] != ' ') {
                telling[count++] = ' ';
            }
        }
        return Arrays.copyOf(telling, count);
    }

    /** How much likelier than windows-1252 the candidate of that index is. */
    int gain(int candidate) {
        return gains[candidate];
    }

    /** A form to store, for {@link #fromBytes} of the same version of Backfile. */
    public byte[] toBytes() {
        byte[] bytes = new byte[gains.length * 2];
        for (int i = 0; i < gains.length; i++) {
            bytes[2 * i] = (byte) (gains[i] >> 8);
            bytes[2 * i + 1] = (byte) gains[i];
        }
        return bytes;
    }

    /**
     * What {@link #toBytes} stored.
     *
     * @throws IllegalArgumentException where the length is another
     */
    public static CharsetFacts fromBytes(byte[] bytes) {
        short[] gains = new short[CharsetCandidate.all().size()];
        if (bytes.length != gains.length * 2) {
            throw new IllegalArgumentException(bytes.length + " bytes are no charset facts");
        }
        for (int i = 0; i < gains.length; i++) {
            gains[i] = (short) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xFF));
        }
        return new CharsetFacts(gains);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CharsetFacts facts && Arrays.equals(gains, facts.gains);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(gains);
    }

    @Override
    public String toString() {
        return Arrays.toString(gains);
    }
}
