package org.backfile.article;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the sums of the folders decide about their files: which lines are boilerplate, which first line is a masthead,
 * whether 3/4 is the third of April, which year a date without one is from, and which labels name sections. Immutable
 * and safe for use by several threads.
 */
public final class FolderDecisions {
    /** Nothing decided: each file stands alone. */
    public static final FolderDecisions NONE = new FolderDecisions(Map.of());

    /** A folder with fewer files is judged with its neighbours below the folder above. */
    private static final int ENOUGH_FILES = 8;

    private final Map<String, FolderJudgement> judgements;

    private FolderDecisions(Map<String, FolderJudgement> judgements) {
        this.judgements = judgements;
    }

    /** @param sections the keys of the labels that name sections anywhere in the archive, ascending */
    static FolderDecisions from(Map<String, FolderSum> folders, long[] sections) {
        Map<String, Integer> filesBelow = new TreeMap<>();
        folders.forEach((folder, sum) -> {
            for (String above = folder; above != null; above = above(above)) {
                filesBelow.merge(above, sum.files(), Integer::sum);
            }
        });
        Map<String, FolderSum> judged = new TreeMap<>();
        Map<String, String> judgeOf = new TreeMap<>();
        folders.forEach((folder, sum) -> {
            String judge = folder;
            if (sum.files() < ENOUGH_FILES) {
                String above = above(folder);
                while (above != null && filesBelow.getOrDefault(judge, 0) < ENOUGH_FILES) {
                    judge = above;
                    above = above(above);
                }
            }
            judgeOf.put(folder, judge);
            judged.computeIfAbsent(judge, j -> new FolderSum());
        });
        TreeMap<String, FolderSum> sorted = new TreeMap<>(folders);
        judged.forEach((judge, total) -> {
            if (judge.isEmpty()) {
                sorted.values().forEach(total::add);
                return;
            }
            FolderSum own = sorted.get(judge);
            if (own != null) {
                total.add(own);
            }
            sorted.subMap(judge + '/', judge + (char) ('/' + 1)).values().forEach(total::add);
        });
        Map<String, FolderJudgement> byJudge = new TreeMap<>();
        judged.forEach((judge, sum) -> byJudge.put(judge, FolderJudgement.of(sum, sections)));
        Map<String, FolderJudgement> judgements = new TreeMap<>();
        judgeOf.forEach((folder, judge) -> judgements.put(folder, byJudge.getOrDefault(judge, FolderJudgement.NONE)));
        return new FolderDecisions(judgements);
    }

    private static @Nullable String above(String folder) {
        return folder.isEmpty() ? null : FolderSums.folderOf(folder);
    }

    /** What is decided for the files of that file's folder. */
    FolderJudgement judgementOf(String path) {
        return judgements.getOrDefault(FolderSums.folderOf(path), FolderJudgement.NONE);
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
