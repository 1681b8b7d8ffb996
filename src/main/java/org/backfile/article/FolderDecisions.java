package org.backfile.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the sums of the folders decide about their files: which lines are boilerplate, which first line is a masthead,
 * whether 3/4 is the third of April, which year a date without one is from, and which labels name sections. Immutable
 * and safe for use by several threads.
 */
public final class FolderDecisions {
    /** Nothing decided: each file stands alone. */
    public static final FolderDecisions NONE = new FolderDecisions(new long[0], new TreeMap<>(), Map.of(), Map.of());

    /** A folder with fewer files is judged with its neighbours below the folder above. */
    private static final int ENOUGH_FILES = 8;

    private final long[] sections;
    private final SortedMap<String, FolderFiles.Told> told;
    private final Map<String, FolderJudgement> judged;
    /** By folder, the one that it is judged with. */
    private final Map<String, String> judgeOf;
    /** The folders whose files were decided about the same from the same. */
    private final Set<String> remembered = new HashSet<>();

    private FolderDecisions(
            long[] sections,
            SortedMap<String, FolderFiles.Told> told,
            Map<String, FolderJudgement> judged,
            Map<String, String> judgeOf) {
        this.sections = sections;
        this.told = told;
        this.judged = judged;
        this.judgeOf = judgeOf;
    }

    static FolderDecisions from(SortedMap<String, FolderFiles> folders, FolderMemory known) {
        SortedMap<String, FolderFiles.Told> told = new TreeMap<>();
        SectionSum labels = new SectionSum();
        Set<String> same = new HashSet<>();
        folders.forEach((folder, files) -> {
            FolderFiles.Told earlier = known.told(folder, files.key());
            if (earlier != null) {
                same.add(folder);
            }
            FolderFiles.Told now = earlier == null ? files.told() : earlier;
            told.put(folder, now);
            labels.add(now.labels());
        });
        long[] sections = labels.decide();
        Map<String, String> judgeOf = judges(told);
        Map<String, FolderJudgement> judged = new ConcurrentHashMap<>();
        Set<String> again = ConcurrentHashMap.newKeySet();
        new TreeSet<>(judgeOf.values()).parallelStream().forEach(judge -> {
            FolderJudgement earlier = known.judgement(judge, key(below(judge, told)));
            if (earlier == null) {
                FolderSum sum = new FolderSum();
                below(judge, folders).values().forEach(files -> files.addTo(sum));
                judged.put(judge, FolderJudgement.of(sum, sections));
            } else {
                again.add(judge);
                judged.put(judge, earlier.withSections(sections));
            }
        });
        FolderDecisions decisions = new FolderDecisions(sections, told, judged, judgeOf);
        if (known.hasSections(sections)) {
            same.stream().filter(folder -> again.contains(judgeOf.get(folder))).forEach(decisions.remembered::add);
        }
        return decisions;
    }

    /** By folder, the one that its files are judged with: itself, or where it has few files one above that has enough. */
    private static Map<String, String> judges(SortedMap<String, FolderFiles.Told> told) {
        Map<String, Integer> textsBelow = new HashMap<>();
        told.forEach((folder, files) -> {
            for (String above = folder; above != null; above = above(above)) {
                textsBelow.merge(above, files.texts(), Integer::sum);
            }
        });
        Map<String, String> judgeOf = new HashMap<>();
        told.forEach((folder, files) -> {
            String judge = folder;
            if (files.texts() < ENOUGH_FILES) {
                String above = above(folder);
                while (above != null && textsBelow.getOrDefault(judge, 0) < ENOUGH_FILES) {
                    judge = above;
                    above = above(above);
                }
            }
            judgeOf.put(folder, judge);
        });
        return judgeOf;
    }

    /** What of {@code folders} is the folder {@code judge} or below it. */
    private static <T> SortedMap<String, T> below(String judge, SortedMap<String, T> folders) {
        if (judge.isEmpty()) {
            return folders;
        }
        SortedMap<String, T> all = new TreeMap<>(folders.subMap(judge + '/', judge + (char) ('/' + 1)));
        T own = folders.get(judge);
        if (own != null) {
            all.put(judge, own);
        }
        return all;
    }

    /** Stands for the files of all these folders. */
    private static long key(SortedMap<String, FolderFiles.Told> folders) {
        long key = folders.size();
        for (Map.Entry<String, FolderFiles.Told> folder : folders.entrySet()) {
            key = FolderKeys.mix(key ^ folder.getValue().key())
                    + folder.getKey().hashCode();
        }
        return key;
    }

    private static @Nullable String above(String folder) {
        return folder.isEmpty() ? null : FolderSums.folderOf(folder);
    }

    /** What is decided for the files of that file's folder. */
    FolderJudgement judgementOf(String path) {
        String judge = judgeOf.get(FolderSums.folderOf(path));
        return judge == null ? FolderJudgement.NONE : judged.getOrDefault(judge, FolderJudgement.NONE);
    }

    /** True where all files of this file's folder are as they were, and so is all that was decided about them. */
    public boolean isRemembered(String path) {
        return remembered.contains(FolderSums.folderOf(path));
    }

    /** True where nothing at all was decided anew, and no folder is gone. */
    public boolean isRemembered(FolderMemory known) {
        return remembered.size() == told.size() && known.hasFolders(told.size());
    }

    /**
     * What the next build need not find out again.
     *
     * @param keys of all files, as they are now that they have been read
     */
    public FolderMemory memory(FolderKeys keys) {
        SortedMap<String, FolderFiles.Told> now = new TreeMap<>();
        told.forEach((folder, files) ->
                now.put(folder, new FolderFiles.Told(keys.of(folder), files.texts(), files.labels())));
        Map<String, FolderMemory.Judged> judgements = new HashMap<>();
        judged.forEach((judge, judgement) ->
                judgements.put(judge, new FolderMemory.Judged(key(below(judge, now)), judgement)));
        return new FolderMemory(sections, now, judgements);
    }

    /**
     * A digest of those decisions that concern this file. Files with equal bytes and equal digests are read alike;
     * where nothing concerns the file the digest is that of {@link #NONE}.
     */
    public String digestFor(String path, FileFacts facts) {
        FolderJudgement judgement = judgementOf(path);
        StringBuilder digest = new StringBuilder();
        long mixed = 0;
        int concerned = 0;
        for (int i = 0; i < facts.lineCount(); i++) {
            int decision = judgement.decisionOn(facts.key(i));
            if (decision != 0) {
                concerned++;
                mixed = (mixed ^ facts.key(i)) * 0x9E3779B97F4A7C15L + decision;
            }
        }
        if (concerned > 0) {
            digest.append('l').append(concerned).append('.').append(Long.toHexString(mixed));
        }
        for (int word : facts.cutWords()) {
            if (judgement.hasWord(word)) {
                digest.append('w').append(Integer.toHexString(word));
            }
        }
        DateHabits dates = facts.dates();
        if (dates.undecided() > 0 || dates.yearless() > 0) {
            digest.append(judgement.dateDigest());
        }
        return digest.toString();
    }
}
