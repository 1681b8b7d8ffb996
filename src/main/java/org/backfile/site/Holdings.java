package org.backfile.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;
import org.backfile.article.Doubt;
import org.backfile.article.FileAccount;
import org.backfile.article.Overrides;
import org.backfile.render.DataFiles;
import org.backfile.source.Problem;
import org.backfile.story.Fingerprint;
import org.backfile.story.Fingerprints;
import org.jspecify.annotations.Nullable;

/**
 * What the archive holds, read: its files in path order, and the card of every article in the order of ids. Texts come
 * back from the store when they are asked for. Unchanging; safe for use by several threads.
 */
final class Holdings implements Fingerprints, DataFiles.Texts {
    private final List<StoredFile> files;
    private final List<Problem> problems;
    private final int fresh;
    private final boolean settled;
    private final ReadingStore store;
    private final Map<String, StoredFile> byPath;
    private final List<ArticleCard> cards = new ArrayList<>();
    private final List<ArticleId> ids = new ArrayList<>();
    private final SortedMap<ArticleId, Withdrawal> withdrawn = new TreeMap<>();
    private int[] fileOfCard = new int[0];
    private int[] placeOfCard = new int[0];
    private @Nullable List<Doubt> doubts;

    /**
     * An article that its owner took out of the archive.
     *
     * @param card with nothing but what the address is made of
     */
    record Withdrawal(ArticleCard card, String reason) {}

    private Holdings(List<StoredFile> files, List<Problem> problems, int fresh, boolean settled, ReadingStore store) {
        this.files = files;
        this.byPath = new HashMap<>(files.size() * 2);
        files.forEach(file -> byPath.put(file.path(), file));
        this.problems = problems;
        this.fresh = fresh;
        this.settled = settled;
        this.store = store;
    }

    /**
     * The holdings of an archive.
     *
     * @param fresh how many files were read anew
     * @param settled whether no file has to be looked into again while its stamp is the same
     */
    static Holdings of(List<StoredEntry> entries, Overrides overrides, int fresh, boolean settled, ReadingStore store) {
        List<StoredFile> stored = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (StoredEntry entry : entries) {
            problems.addAll(entry.problems());
            stored.addAll(entry.files());
        }
        stored.sort(Comparator.comparing(StoredFile::path));
        Holdings holdings = new Holdings(stored, problems, fresh, settled, store);
        holdings.collectCards(overrides);
        problems.addAll(overrides.problems());
        if (!overrides.isEmpty()) {
            problems.addAll(overrides.stale(holdings.names(), OverridesFile.NAME));
        }
        stored.forEach(file -> problems.addAll(file.note().problems()));
        problems.sort(Comparator.naturalOrder());
        return holdings;
    }

    /** Every article as corrections name it, withdrawn ones too. */
    private Set<String> names() {
        Set<String> names = new HashSet<>();
        ids.forEach(id -> names.add(id.toString()));
        withdrawn.keySet().forEach(id -> names.add(id.toString()));
        return names;
    }

    /** A sentence for each withdrawn article that has copies which are not withdrawn, as their owner may want it. */
    List<String> standing() {
        Map<String, List<ArticleId>> copies = new HashMap<>();
        withdrawn.values().forEach(gone -> copies.put(gone.card().bodySha1(), new ArrayList<>()));
        for (ArticleCard card : copies.isEmpty() ? List.<ArticleCard>of() : cards) {
            List<ArticleId> standing = card.words() == 0 ? null : copies.get(card.bodySha1());
            if (standing != null) {
                standing.add(card.id());
            }
        }
        List<String> sentences = new ArrayList<>();
        withdrawn.forEach((id, gone) -> {
            List<ArticleId> standing = copies.getOrDefault(gone.card().bodySha1(), List.of());
            if (!standing.isEmpty()) {
                sentences.add("the words of " + id + ", which is withdrawn, still stand in " + standing.get(0)
                        + (standing.size() == 1 ? "" : " and " + (standing.size() - 1) + " more"));
            }
        });
        return sentences;
    }

    private void collectCards(Overrides overrides) {
        int most = files.stream().mapToInt(file -> file.cards().size()).sum();
        fileOfCard = new int[most];
        placeOfCard = new int[most];
        for (int i = 0; i < files.size(); i++) {
            List<ArticleCard> inFile = files.get(i).cards();
            for (int place = 0; place < inFile.size(); place++) {
                ArticleCard card = inFile.get(place);
                String reason = overrides.withdrawn(card.id());
                if (reason != null) {
                    withdrawn.put(card.id(), new Withdrawal(card, reason));
                    continue;
                }
                fileOfCard[cards.size()] = i;
                placeOfCard[cards.size()] = place;
                cards.add(card);
                ids.add(card.id());
            }
        }
    }

    /** The articles that the owner has withdrawn, by id; they are in no other list. */
    SortedMap<ArticleId, Withdrawal> withdrawn() {
        return Collections.unmodifiableSortedMap(withdrawn);
    }

    /** Whether there is an article of that id, not withdrawn. */
    boolean has(ArticleId id) {
        return Collections.binarySearch(ids, id) >= 0;
    }

    /** The files, in path order. */
    List<StoredFile> files() {
        return files;
    }

    /** How many of the files were read anew, because they are new or changed. */
    int freshFiles() {
        return fresh;
    }

    /** True where the same files, by their stamps, will be the same archive. */
    boolean settled() {
        return settled;
    }

    /** The file of that path. */
    StoredFile file(String path) {
        StoredFile file = byPath.get(path);
        if (file == null) {
            throw new IllegalArgumentException("no such file: " + path);
        }
        return file;
    }

    @Override
    public FileAccount account(String path) {
        return store.account(file(path));
    }

    /** The articles of the file of that path, withdrawn ones left out; none where there is no such file. */
    List<ArticleId> articlesOf(String path) {
        StoredFile file = byPath.get(path);
        return file == null
                ? List.of()
                : file.cards().stream().map(ArticleCard::id).filter(this::has).toList();
    }

    /** The cards of all articles, in the order of ids. */
    List<ArticleCard> cards() {
        return Collections.unmodifiableList(cards);
    }

    /** An article with its body. */
    @Override
    public Article article(ArticleId id) {
        int index = index(id);
        return store.article(files.get(fileOfCard[index]), placeOfCard[index]);
    }

    @Override
    public Fingerprint get(int index) {
        return Fingerprint.fromBytes(store.fingerprint(files.get(fileOfCard[index]), placeOfCard[index]));
    }

    @Override
    public long key(int index) {
        return files.get(fileOfCard[index]).fingerprintKey(placeOfCard[index]);
    }

    private int index(ArticleId id) {
        int index = Collections.binarySearch(ids, id);
        if (index < 0) {
            throw new IllegalArgumentException("no such article: " + id);
        }
        return index;
    }

    /** What is wrong with the input, in order of place. */
    List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** The files whose reading is worth a look, worst first; those with a withdrawn article left out. Found out once. */
    synchronized List<Doubt> doubts() {
        if (doubts == null) {
            doubts = findDoubts();
        }
        return doubts;
    }

    private List<Doubt> findDoubts() {
        Set<String> silent = new HashSet<>();
        withdrawn.keySet().forEach(id -> silent.add(id.path()));
        return files.stream()
                .flatMap(file -> file.note().doubt(file.cards()).stream())
                .filter(doubt -> !silent.contains(doubt.path()))
                .sorted(Doubt.WORST_FIRST)
                .toList();
    }

    /** How many lines were taken out since they stand earlier in their file. */
    long repeatedLines() {
        return files.stream()
                .mapToLong(file -> file.note().source().repeatedLines())
                .sum();
    }

    /** How many lines were taken out since they are the page and not the article. */
    long boilerplateLines() {
        return files.stream().mapToLong(file -> file.note().boilerplateLines()).sum();
    }
}
