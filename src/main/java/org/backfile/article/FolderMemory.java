package org.backfile.article;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the files of each folder told and what was decided for them, for the next build: folders whose files are as they
 * were need not be summed and judged again. Decisions are the same with it as without it. Unchangeable; some ten bytes
 * for each label and each line decided about.
 */
public final class FolderMemory {
    /** Nothing known. */
    public static final FolderMemory NONE = new FolderMemory(new long[0], Map.of(), Map.of());

    private final long[] sections;
    private final Map<String, FolderFiles.Told> told;
    private final Map<String, Judged> judged;

    /**
     * What was decided for the files of some folders.
     *
     * @param key stands for all of these files
     */
    record Judged(long key, FolderJudgement judgement) {}

    /**
     * @param sections the keys of the labels that are sections' names, ascending
     * @param told by folder
     * @param judged by the folder that was judged with those below it
     */
    FolderMemory(long[] sections, Map<String, FolderFiles.Told> told, Map<String, Judged> judged) {
        this.sections = sections;
        this.told = told;
        this.judged = judged;
    }

    boolean hasSections(long[] other) {
        return Arrays.equals(sections, other);
    }

    boolean hasFolders(int count) {
        return told.size() == count;
    }

    /** What the files of a folder told, where they are the same; else null. */
    FolderFiles.@Nullable Told told(String folder, long key) {
        FolderFiles.Told known = told.get(folder);
        return known != null && known.key() == key ? known : null;
    }

    /** What was decided for a folder and those below it, where all their files are the same; else null. */
    @Nullable
    FolderJudgement judgement(String folder, long key) {
        Judged known = judged.get(folder);
        return known != null && known.key() == key ? known.judgement() : null;
    }

    /** The form for the store. */
    public byte[] toBytes() {
        SortedMap<String, FolderFiles.Told> folders = new TreeMap<>(told);
        SortedMap<String, Judged> judges = new TreeMap<>(judged);
        int size = 3 * Integer.BYTES + sections.length * Long.BYTES;
        for (Map.Entry<String, FolderFiles.Told> folder : folders.entrySet()) {
            size += storedBytes(folder.getKey())
                    + Long.BYTES
                    + Integer.BYTES
                    + folder.getValue().labels().storedBytes();
        }
        for (Map.Entry<String, Judged> judge : judges.entrySet()) {
            size += storedBytes(judge.getKey())
                    + Long.BYTES
                    + judge.getValue().judgement().storedBytes();
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(sections.length);
        for (long section : sections) {
            out.putLong(section);
        }
        out.putInt(folders.size());
        folders.forEach((folder, files) -> {
            write(folder, out);
            out.putLong(files.key()).putInt(files.texts());
            files.labels().write(out);
        });
        out.putInt(judges.size());
        judges.forEach((folder, judge) -> {
            write(folder, out);
            out.putLong(judge.key());
            judge.judgement().write(out);
        });
        return out.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException where the bytes are none of it
     */
    public static FolderMemory fromBytes(byte[] stored) {
        try {
            ByteBuffer in = ByteBuffer.wrap(stored);
            long[] sections = new long[in.getInt()];
            Arrays.setAll(sections, i -> in.getLong());
            Map<String, FolderFiles.Told> told = new HashMap<>();
            for (int left = in.getInt(); left > 0; left--) {
                told.put(string(in), new FolderFiles.Told(in.getLong(), in.getInt(), SectionSum.read(in)));
            }
            Map<String, Judged> judged = new HashMap<>();
            for (int left = in.getInt(); left > 0; left--) {
                judged.put(string(in), new Judged(in.getLong(), FolderJudgement.read(in, sections)));
            }
            return new FolderMemory(sections, told, judged);
        } catch (BufferUnderflowException | NegativeArraySizeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no memory of folders", e);
        }
    }

    private static int storedBytes(String text) {
        return Integer.BYTES + text.length() * Character.BYTES;
    }

    private static void write(String text, ByteBuffer out) {
        out.putInt(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.putChar(text.charAt(i)); // paths may hold lone surrogates, which no charset writes
        }
    }

    private static String string(ByteBuffer in) {
        char[] text = new char[in.getInt()];
        for (int i = 0; i < text.length; i++) {
            text[i] = in.getChar();
        }
        return new String(text);
    }
}
