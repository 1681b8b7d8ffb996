package org.backfile.story;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;

/**
 * The stories of the last grouping and a digest of all that they follow from: where that is the same, so are they.
 * Unchangeable; some ten bytes an article.
 */
final class KnownStories {
    /** The name under which they are kept. */
    static final String NAME = "stories";

    private static final int DIGEST_BYTES = 2 * Long.BYTES;

    private final byte[] inputs;
    /**
     * Of each story: the number of its members, of its look-alikes, then the members (the place of the card with the role
     * in the lowest bits, and for versions the two shares as eight bytes each) and the look-alikes' places.
     */
    private final int[] stories;

    private KnownStories(byte[] inputs, int[] stories) {
        this.inputs = inputs;
        this.stories = stories;
    }

    /** A digest of all that stories follow from. */
    static byte[] digest(
            List<ArticleCard> cards, Fingerprints fingerprints, Verdicts verdicts, StorySettings settings) {
        Inputs inputs = new Inputs();
        inputs.add(settings.dateWindowDays());
        for (int i = 0; i < cards.size(); i++) {
            ArticleCard card = cards.get(i);
            ArticleDate date = card.date();
            inputs.add(card.idHash());
            inputs.add(card.bodySha1());
            inputs.add(card.words());
            inputs.add(Objects.toString(card.headline(), "\0"));
            inputs.add(date == null ? 0 : (date.year() * 100L + date.month()) * 100 + date.day());
            inputs.add(fingerprints.key(i));
        }
        for (List<Verdicts.Pair> pairs : List.of(verdicts.same(), verdicts.different())) {
            inputs.add(pairs.size());
            for (Verdicts.Pair pair : pairs) {
                inputs.add(pair.one());
                inputs.add(pair.other());
            }
        }
        return inputs.digest();
    }

    /**
     * What a digest is made of, each string with its length so that none runs into the next. 128 bits of two sums that mix
     * each eight bytes in: a cryptographic digest would cost a young Java half a second, and nobody gains by a collision.
     */
    private static final class Inputs {
        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
        private long one = 1;
        private long other = 2;

        void add(ArticleId id) {
            add(id.path());
            add(id.number());
        }

        void add(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            add(bytes.length);
            if (buffer.remaining() < bytes.length) {
                empty();
            }
            if (buffer.remaining() < bytes.length) {
                mixIn(ByteBuffer.wrap(bytes));
            } else {
                buffer.put(bytes);
            }
        }

        void add(long number) {
            if (buffer.remaining() < Long.BYTES) {
                empty();
            }
            buffer.putLong(number);
        }

        private void empty() {
            mixIn(buffer.flip());
            buffer.clear();
        }

        private void mixIn(ByteBuffer in) {
            while (in.remaining() >= Long.BYTES) {
                mixIn(in.getLong());
            }
            while (in.hasRemaining()) {
                mixIn(in.get());
            }
        }

        private void mixIn(long bits) {
            one = Fingerprint.mix(one ^ bits);
            other = Fingerprint.mix(other + bits * 0x9E3779B97F4A7C15L);
        }

        byte[] digest() {
            empty();
            return ByteBuffer.allocate(DIGEST_BYTES).putLong(one).putLong(other).array();
        }
    }

    /** Takes the stories one after another, articles by their places in the list of cards. */
    static final class Builder {
        private final byte[] inputs;
        private int[] flat = new int[1024];
        private int at;

        Builder(byte[] inputs) {
            this.inputs = inputs;
        }

        /** Begins a story; its members come next, then its look-alikes. */
        void story(int members, int lookAlikes) {
            int most = at + 2 + 5 * members + lookAlikes;
            if (most > flat.length) {
                flat = Arrays.copyOf(flat, 2 * most);
            }
            flat[at++] = members;
            flat[at++] = lookAlikes;
        }

        void member(int card, Stories.Role role) {
            flat[at++] = card * ROLES.length + role.ordinal();
        }

        void version(int card, double ofLead, double inLead) {
            member(card, Stories.Role.VERSION);
            at = put(flat, at, ofLead);
            at = put(flat, at, inLead);
        }

        /** Adds the first article of another story. */
        void lookAlike(int card) {
            flat[at++] = card;
        }

        KnownStories all() {
            return new KnownStories(inputs, Arrays.copyOf(flat, at));
        }
    }

    private static final Stories.Role[] ROLES = Stories.Role.values();

    private static int put(int[] flat, int at, double share) {
        long bits = Double.doubleToLongBits(share);
        flat[at] = (int) (bits >>> Integer.SIZE);
        flat[at + 1] = (int) bits;
        return at + 2;
    }

    private double share(int at) {
        return Double.longBitsToDouble((long) stories[at] << Integer.SIZE | (stories[at + 1] & 0xFFFFFFFFL));
    }

    /** Whether the stories of these inputs are known. */
    boolean follow(byte[] from) {
        return Arrays.equals(inputs, from);
    }

    /** The stories, of the cards that they were made of. */
    Stories stories(List<ArticleCard> cards) {
        List<Stories.Story> all = new ArrayList<>();
        for (int at = 0; at < stories.length; ) {
            int members = stories[at++];
            int lookAlikes = stories[at++];
            Stories.Member[] ofStory = new Stories.Member[members];
            for (int i = 0; i < members; i++) {
                ArticleId id = cards.get(stories[at] / ROLES.length).id();
                Stories.Role role = ROLES[stories[at++] % ROLES.length];
                boolean version = role == Stories.Role.VERSION;
                ofStory[i] = new Stories.Member(id, role, version ? share(at) : 1, version ? share(at + 2) : 1);
                at += version ? 4 : 0;
            }
            ArticleId[] alike = new ArticleId[lookAlikes];
            for (int i = 0; i < lookAlikes; i++) {
                alike[i] = cards.get(stories[at++]).id();
            }
            all.add(new Stories.Story(List.of(ofStory), List.of(alike)));
        }
        return new Stories(all);
    }

    /** The form for the store. */
    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(inputs.length + Integer.BYTES * stories.length);
        out.put(inputs);
        Flat.put(out, stories);
        return out.array();
    }

    /** The stories of the last grouping. */
    static KnownStories of(GroupingMemory memory) {
        byte[] stored = memory.get(NAME);
        if (stored == null) {
            return new KnownStories(new byte[0], new int[0]);
        }
        if (stored.length < DIGEST_BYTES || (stored.length - DIGEST_BYTES) % Integer.BYTES != 0) {
            throw new IllegalArgumentException("no stories: " + stored.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(stored);
        byte[] inputs = new byte[DIGEST_BYTES];
        in.get(inputs);
        return new KnownStories(inputs, Flat.ints(in, in.remaining() / Integer.BYTES));
    }
}
