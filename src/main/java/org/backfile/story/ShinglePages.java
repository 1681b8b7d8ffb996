package org.backfile.story;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The shingles of all texts, on the pages that the last grouping kept and on new ones for what came since. A page is
 * written once and kept as long as most of it is in use; small ones are put together, so that a build in which little
 * changed writes little. Kept pages are read each time they are looked at, and held only in an index of all.
 */
final class ShinglePages {
    private static final String DIRECTORY = "pages";
    /** Texts of so many words together are a page, however few they are. */
    private static final int WORDS = 1 << 20;
    /** A page with fewer texts in use and fewer words is put together with others. */
    private static final int FEW_TEXTS = ShinglePage.TEXTS / 2;

    private static final int FEW_WORDS = 1 << 17;

    /** Where no more than one shingle in so many is wanted, an index of these costs less than one of all. */
    private static final int PART = 4;

    private final GroupingMemory memory;
    private final Workers workers;
    private final Changes changes;
    private final int[] names;
    private final int[] placesThen;
    private final int[] places;
    private final int[] words;
    private final int[] oddWords;
    /** The pages that came after those that were kept. */
    private ShinglePage[] fresh = {};

    private boolean spent;

    private ShinglePages(
            GroupingMemory memory, Workers workers, Changes changes, Directory directory, int[] words, int[] oddWords) {
        this.memory = memory;
        this.workers = workers;
        this.changes = changes;
        this.names = directory.names;
        this.placesThen = directory.places;
        this.places = new int[words.length];
        this.words = words;
        this.oddWords = oddWords;
    }

    /** Leaves the pages for the next grouping as they are. */
    static void retain(GroupingMemory memory) {
        memory.retain(DIRECTORY);
        for (int name : directory(memory).names) {
            memory.retain(name(name));
        }
    }

    private record Directory(int[] names, int[] places) {}

    private static Directory directory(GroupingMemory memory) {
        byte[] stored = memory.get(DIRECTORY);
        if (stored == null) {
            return new Directory(new int[0], new int[0]);
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(stored);
            return new Directory(Flat.ints(in, in.getInt()), Flat.ints(in, in.getInt()));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("no directory of pages", e);
        }
    }

    private static String name(int number) {
        return "page " + number;
    }

    /**
     * The pages of the last grouping and what came since, all of which is kept for the next grouping.
     *
     * @param bodyWords about how long each text of now is
     * @param known of the texts of then
     */
    static ShinglePages of(
            GroupingMemory memory,
            Workers workers,
            Changes changes,
            int[] bodyWords,
            Findings known,
            IntFunction<Fingerprint> fingerprint) {
        int[] words = changes.ofNow(known.words());
        int[] oddWords = changes.ofNow(known.oddWords());
        ShinglePages pages = new ShinglePages(memory, workers, changes, directory(memory), words, oddWords);
        pages.renew(bodyWords, fingerprint);
        return pages;
    }

    private void renew(int[] bodyWords, IntFunction<Fingerprint> fingerprint) {
        BitSet sparse = sparse();
        int[] moving = moving(sparse);
        int[] starts = pageStarts(moving, bodyWords);
        int firstName = Arrays.stream(names).max().orElse(-1) + 1;
        ShinglePage[] old = new ShinglePage[names.length];
        sparse.stream().forEach(page -> old[page] = page(page));
        for (int text = 0; text < places.length; text++) {
            int then = changes.thenOf(text);
            places[text] = then == Changes.NONE ? -1 : placesThen[then];
        }
        fresh = new ShinglePage[starts.length - 1];
        workers.forEach(fresh.length, page -> {
            ShinglePage.Builder builder = new ShinglePage.Builder();
            for (int i = starts[page]; i < starts[page + 1]; i++) {
                int text = moving[i];
                if (places[text] < 0) {
                    Fingerprint print = fingerprint.apply(text);
                    words[text] = print.tokens().length;
                    oddWords[text] = print.oddWords();
                    builder.add(print);
                } else {
                    builder.add(old[pageOf(places[text])], number(places[text]));
                }
                places[text] = ((names.length + page) << ShinglePage.PLACE_BITS) | (i - starts[page]);
            }
            fresh[page] = builder.page();
            memory.put(name(firstName + page), fresh[page].toBytes());
        });
        keep(sparse, firstName);
    }

    /** The kept pages of which too little is in use. */
    private BitSet sparse() {
        int[] texts = new int[names.length];
        long[] size = new long[names.length];
        for (int text = 0; text < places.length; text++) {
            int then = changes.thenOf(text);
            if (then != Changes.NONE) {
                int page = pageOf(placesThen[then]);
                texts[page]++;
                size[page] += words[text];
            }
        }
        BitSet sparse = new BitSet();
        for (int page = 0; page < texts.length; page++) {
            sparse.set(page, texts[page] < FEW_TEXTS && size[page] < FEW_WORDS);
        }
        return sparse;
    }

    private int[] moving(BitSet sparse) {
        int[] moving = new int[places.length];
        int count = 0;
        for (int text = 0; text < moving.length; text++) {
            int then = changes.thenOf(text);
            if (then == Changes.NONE || sparse.get(pageOf(placesThen[then]))) {
                moving[count++] = text;
            }
        }
        return Arrays.copyOf(moving, count);
    }

    private static int[] pageStarts(int[] texts, int[] words) {
        int[] starts = new int[texts.length + 1];
        int count = 0;
        long size = 0;
        for (int i = 0; i < texts.length; i++) {
            if (i == 0 || i - starts[count - 1] == ShinglePage.TEXTS || size > WORDS) {
                starts[count++] = i;
                size = 0;
            }
            size += words[texts[i]];
        }
        starts[count++] = texts.length;
        return Arrays.copyOf(starts, texts.length == 0 ? 1 : count);
    }

    private void keep(BitSet sparse, int firstName) {
        int pages = names.length + fresh.length;
        int[] newPlace = new int[pages];
        int[] keptNames = new int[pages - sparse.cardinality()];
        int count = 0;
        for (int page = 0; page < pages; page++) {
            if (!sparse.get(page)) {
                newPlace[page] = count;
                keptNames[count++] = page < names.length ? names[page] : firstName + page - names.length;
                if (page < names.length) {
                    memory.retain(name(names[page]));
                }
            }
        }
        int[] keptPlaces = new int[places.length];
        for (int text = 0; text < places.length; text++) {
            keptPlaces[text] = newPlace[pageOf(places[text])] << ShinglePage.PLACE_BITS | number(places[text]);
        }
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * (2 + count + keptPlaces.length));
        out.putInt(count);
        Flat.put(out, keptNames);
        out.putInt(keptPlaces.length);
        Flat.put(out, keptPlaces);
        memory.put(DIRECTORY, out.array());
    }

    private static int pageOf(int place) {
        return place >>> ShinglePage.PLACE_BITS;
    }

    private static int number(int place) {
        return place & ShinglePage.TEXTS - 1;
    }

    private ShinglePage page(int number) {
        return number < names.length ? ShinglePage.fromBytes(bytes(number)) : fresh[number - names.length];
    }

    private byte[] bytes(int number) {
        if (number >= names.length) {
            return fresh[number - names.length].toBytes();
        }
        byte[] stored = memory.get(name(names[number]));
        if (stored == null) {
            throw new IllegalArgumentException("a page went that the directory has");
        }
        return stored;
    }

    private int pages() {
        return names.length + fresh.length;
    }

    /** The length of each text in words. */
    int[] words() {
        return words;
    }

    /** How many of each text's words look misread. */
    int[] oddWords() {
        return oddWords;
    }

    /**
     * An index of the shingles of some texts.
     *
     * @param sieve passes all of these, or null for all that there are
     */
    record Part(ShingleIndex index, @Nullable HashSieve sieve) {}

    /** The texts that may have other candidates than then. */
    BitSet touched(byte[] magnitudes) {
        if (changes.changed() < places.length / PART && changes.count() <= ShingleIndex.MOST_TEXTS) {
            BitSet came = new BitSet();
            int[] common = new int[changes.count()];
            for (int text = 0; text < common.length; text++) {
                int now = changes.now(text);
                common[text] = now == Changes.NONE ? placesThen[changes.then(text)] : places[now];
                if (now != Changes.NONE && changes.changed(text)) {
                    came.set(now);
                }
            }
            Part part = part(common, sieve(came));
            if (part != null) {
                return Touched.of(changes, part.index, magnitudes);
            }
        }
        BitSet all = new BitSet();
        all.set(0, places.length);
        return all;
    }

    /** An index of all shingles of these texts and of those that went, perhaps of all; after that there is no other one. */
    Part index(BitSet texts) {
        Part part = texts.cardinality() * PART < places.length ? part(places, sieve(texts)) : null;
        if (part == null) {
            ShinglePage[] all = new ShinglePage[pages()];
            Arrays.fill(all, ShinglePage.EMPTY);
            BitSet used = new BitSet();
            Arrays.stream(places).forEach(place -> used.set(pageOf(place)));
            workers.forEach(all.length, page -> all[page] = used.get(page) ? page(page) : ShinglePage.EMPTY);
            spent = true;
            part = new Part(ShingleIndex.of(all, places, workers), null);
        }
        return part;
    }

    /** Passes the shingles of these texts and of those that went. */
    private HashSieve sieve(BitSet texts) {
        BitSet wanted = new BitSet();
        texts.stream().forEach(text -> wanted.set(places[text]));
        for (int text = 0; text < changes.count(); text++) {
            if (changes.now(text) == Changes.NONE) {
                wanted.set(placesThen[changes.then(text)]);
            }
        }
        HashSieve sieve = new HashSieve();
        workers.forEach(pages(), number -> {
            int first = wanted.nextSetBit(number << ShinglePage.PLACE_BITS);
            if (first >= 0 && pageOf(first) == number) {
                ShinglePage page = page(number);
                synchronized (sieve) {
                    for (int i = first; i >= 0 && pageOf(i) == number; i = wanted.nextSetBit(i + 1)) {
                        page.forEach(number(i), sieve::add);
                    }
                }
            }
        });
        return sieve;
    }

    /** An index of what passes the sieve, or null where that is too much. */
    private @Nullable Part part(int[] placesOf, HashSieve sieve) {
        ShinglePage[] some = new ShinglePage[pages()];
        long[] sizes = new long[some.length];
        workers.forRanges(some.length, (from, to) -> {
            ShinglePage.Sifter sifter = new ShinglePage.Sifter(sieve);
            for (int page = from; page < to; page++) {
                byte[] stored = bytes(page);
                some[page] = sifter.sift(stored);
                sizes[page] = stored.length / Integer.BYTES - (long) PART * some[page].shingles().length;
            }
        });
        return Arrays.stream(sizes).sum() < 0 ? null : new Part(ShingleIndex.of(some, placesOf, workers), sieve);
    }

    /**
     * What was found of texts, but for those that may have a shingle that passes the sieve.
     *
     * @param found by text, null where nothing is known
     * @param sieve or null, which nothing passes
     */
    @Nullable
    BitSet[] unchanged(@Nullable BitSet[] found, @Nullable HashSieve sieve) {
        if (sieve == null) {
            return found;
        }
        BitSet[] unchanged = new BitSet[found.length];
        if (!spent) {
            int[][] textsOf = new int[pages()][ShinglePage.TEXTS];
            for (int text = 0; text < places.length; text++) {
                textsOf[pageOf(places[text])][number(places[text])] = text + 1;
            }
            workers.forEach(pages(), number -> {
                ShinglePage passing = new ShinglePage.Sifter(sieve).sift(bytes(number));
                for (int i = 0; i < passing.count(); i++) {
                    int text = textsOf[number][i] - 1;
                    if (text >= 0 && passing.isEmpty(i)) {
                        unchanged[text] = found[text];
                    }
                }
            });
        }
        return unchanged;
    }
}
