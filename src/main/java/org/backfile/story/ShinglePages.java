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
 * changed writes little.
 */
final class ShinglePages {
    private static final String DIRECTORY = "pages";
    /** Texts of so many words together are a page, however few they are. */
    private static final int WORDS = 1 << 20;
    /** A page with fewer texts in use and fewer shingles is put together with others. */
    private static final int FEW_TEXTS = ShinglePage.TEXTS / 2;

    private static final int FEW_SHINGLES = 1 << 16;

    /** Where no more than one shingle in so many is wanted, an index of these costs less than one of all. */
    private static final int PART = 4;

    private final GroupingMemory memory;
    private final Workers workers;
    private final ShinglePage[] kept;
    private final int[] names;
    private final int[] placesThen;
    private ShinglePage[] pages;
    private int[] places = {};
    private boolean spent;

    private ShinglePages(GroupingMemory memory, Workers workers, ShinglePage[] kept, int[] names, int[] placesThen) {
        this.memory = memory;
        this.workers = workers;
        this.kept = kept;
        this.names = names;
        this.placesThen = placesThen;
        this.pages = kept;
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

    /** Reads the pages of the last grouping. */
    static ShinglePages read(GroupingMemory memory, Workers workers) {
        Directory directory = directory(memory);
        ShinglePage[] pages = new ShinglePage[directory.names.length];
        workers.forEach(pages.length, page -> {
            byte[] stored = memory.get(name(directory.names[page]));
            if (stored == null) {
                throw new IllegalArgumentException("a page went that the directory has");
            }
            pages[page] = ShinglePage.fromBytes(stored);
        });
        return new ShinglePages(memory, workers, pages, directory.names, directory.places);
    }

    /**
     * Adds what came, and keeps all that is in use for the next grouping.
     *
     * @param words about how long each text of now is
     */
    void renew(Changes changes, int[] words, IntFunction<Fingerprint> fingerprint) {
        BitSet sparse = sparse(changes);
        int[] moving = moving(changes, words.length, sparse);
        int[] starts = pageStarts(moving, words);
        int newPages = starts.length - 1;
        int firstName = Arrays.stream(names).max().orElse(-1) + 1;
        pages = Arrays.copyOf(kept, kept.length + newPages);
        places = new int[words.length];
        for (int text = 0; text < places.length; text++) {
            int then = changes.thenOf(text);
            places[text] = then == Changes.NONE ? -1 : placesThen[then];
        }
        workers.forEach(newPages, page -> {
            ShinglePage.Builder builder = new ShinglePage.Builder();
            for (int i = starts[page]; i < starts[page + 1]; i++) {
                int place = places[moving[i]];
                if (place < 0) {
                    builder.add(fingerprint.apply(moving[i]));
                } else {
                    builder.add(kept[page(place)], number(place));
                }
                places[moving[i]] = kept.length + page << ShinglePage.PLACE_BITS | i - starts[page];
            }
            pages[kept.length + page] = builder.page();
            memory.put(name(firstName + page), pages[kept.length + page].toBytes());
        });
        keep(sparse, firstName);
    }

    /** The kept pages of which too little is in use. */
    private BitSet sparse(Changes changes) {
        int[] texts = new int[kept.length];
        int[] shingles = new int[kept.length];
        for (int i = 0; i < changes.count(); i++) {
            if (!changes.changed(i)) {
                int place = placesThen[changes.then(i)];
                texts[page(place)]++;
                shingles[page(place)] += kept[page(place)].size(number(place));
            }
        }
        BitSet sparse = new BitSet();
        for (int page = 0; page < kept.length; page++) {
            sparse.set(page, texts[page] < FEW_TEXTS && shingles[page] < FEW_SHINGLES);
        }
        return sparse;
    }

    private int[] moving(Changes changes, int texts, BitSet sparse) {
        int[] moving = new int[texts];
        int count = 0;
        for (int text = 0; text < texts; text++) {
            int then = changes.thenOf(text);
            if (then == Changes.NONE || sparse.get(page(placesThen[then]))) {
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
        int[] newPlace = new int[pages.length];
        int[] keptNames = new int[pages.length - sparse.cardinality()];
        int count = 0;
        for (int page = 0; page < pages.length; page++) {
            if (!sparse.get(page)) {
                newPlace[page] = count;
                keptNames[count++] = page < kept.length ? names[page] : firstName + page - kept.length;
                if (page < kept.length) {
                    memory.retain(name(names[page]));
                }
            }
        }
        int[] keptPlaces = new int[places.length];
        for (int text = 0; text < places.length; text++) {
            keptPlaces[text] = newPlace[page(places[text])] << ShinglePage.PLACE_BITS | number(places[text]);
        }
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * (2 + count + keptPlaces.length));
        out.putInt(count);
        Flat.put(out, keptNames);
        out.putInt(keptPlaces.length);
        Flat.put(out, keptPlaces);
        memory.put(DIRECTORY, out.array());
    }

    private static int page(int place) {
        return place >>> ShinglePage.PLACE_BITS;
    }

    private static int number(int place) {
        return place & ShinglePage.TEXTS - 1;
    }

    /** The length of each text in words. */
    int[] words() {
        int[] words = new int[places.length];
        Arrays.setAll(words, this::words);
        return words;
    }

    /** The length of a text in words. */
    int words(int text) {
        return pages[page(places[text])].words(number(places[text]));
    }

    /** How many of a text's words look misread. */
    int oddWords(int text) {
        return pages[page(places[text])].oddWords(number(places[text]));
    }

    /**
     * An index of the shingles of some texts.
     *
     * @param sieve passes all of these, or null for all that there are
     */
    record Part(ShingleIndex index, @Nullable HashSieve sieve) {}

    /** An index of all shingles of these texts and of those that went, perhaps of all; after that there is no other one. */
    Part index(BitSet texts, Changes changes) {
        Part part = null;
        if (texts.cardinality() < places.length) {
            HashSieve sieve = new HashSieve();
            texts.stream().forEach(text -> add(places[text], sieve));
            addWent(changes, sieve);
            part = part(places, sieve);
        }
        if (part == null) {
            spent = true;
            part = new Part(ShingleIndex.of(pages, places, workers), null);
        }
        return part;
    }

    /** The texts that may have other candidates than then. */
    BitSet touched(Changes changes, byte[] magnitudes) {
        if (changes.changed() < places.length / PART && changes.count() <= ShingleIndex.MOST_TEXTS) {
            HashSieve sieve = new HashSieve();
            int[] common = new int[changes.count()];
            for (int text = 0; text < common.length; text++) {
                int now = changes.now(text);
                common[text] = now == Changes.NONE ? placesThen[changes.then(text)] : places[now];
                if (changes.changed(text)) {
                    add(common[text], sieve);
                }
            }
            Part part = part(common, sieve);
            if (part != null) {
                return Touched.of(changes, part.index, magnitudes);
            }
        }
        BitSet all = new BitSet();
        all.set(0, places.length);
        return all;
    }

    private void addWent(Changes changes, HashSieve sieve) {
        for (int text = 0; text < changes.count(); text++) {
            if (changes.now(text) == Changes.NONE) {
                add(placesThen[changes.then(text)], sieve);
            }
        }
    }

    private void add(int place, HashSieve sieve) {
        ShinglePage page = pages[page(place)];
        for (int round = 0; round < ShingleIndex.ROUNDS; round++) {
            for (int i = page.start(round, number(place)); i < page.end(round, number(place)); i++) {
                sieve.add(page.shingles()[i]);
            }
        }
    }

    /** An index of what passes the sieve, or null where that is too much. */
    private @Nullable Part part(int[] placesOf, HashSieve sieve) {
        ShinglePage[] some = new ShinglePage[pages.length];
        workers.forEach(pages.length, page -> some[page] = pages[page].only(sieve));
        return shingles(some) * PART > shingles(pages)
                ? null
                : new Part(ShingleIndex.of(some, placesOf, workers), sieve);
    }

    private static long shingles(ShinglePage[] pages) {
        return Arrays.stream(pages).mapToLong(page -> page.shingles().length).sum();
    }

    /**
     * What was found of texts, but for those that may have a shingle that passes the sieve.
     *
     * @param found by text, null where nothing is known
     * @param sieve or null, which nothing passes
     */
    @Nullable
    BitSet[] unchanged(@Nullable BitSet[] found, @Nullable HashSieve sieve) {
        if (sieve != null) {
            for (int text = 0; text < found.length; text++) {
                found[text] = found[text] == null || spent || has(text, sieve) ? null : found[text];
            }
        }
        return found;
    }

    private boolean has(int text, HashSieve sieve) {
        ShinglePage page = pages[page(places[text])];
        int number = number(places[text]);
        for (int round = 0; round < ShingleIndex.ROUNDS; round++) {
            for (int i = page.start(round, number); i < page.end(round, number); i++) {
                if (sieve.passes(page.shingles()[i])) {
                    return true;
                }
            }
        }
        return false;
    }
}
