package org.backfile.story;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;

/**
 * The stories of the last grouping and a digest of all that they follow from: where that is the same, so are they.
 * Unchangeable; some ten bytes an article.
 */
final class KnownStories {
    /** The name under which they are kept. */
    static final String NAME = "stories";

    private static final int DIGEST_BYTES = 32;

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
            inputs.add(card.id());
            inputs.add(card.bodySha1());
            inputs.add(card.words());
            inputs.add(Objects.toString(card.headline(), "\0"));
            inputs.add(Objects.toString(card.date(), ""));
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

    /** What a digest is made of, each string with its length so that none runs into the next. */
    private static final class Inputs {
        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
        private final MessageDigest sha256;

        Inputs() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

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
                sha256.update(bytes);
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
            sha256.update(buffer.flip());
            buffer.clear();
        }

        byte[] digest() {
            empty();
            return sha256.digest();
        }
    }

    static KnownStories of(byte[] inputs, List<ArticleCard> cards, Stories stories) {
        List<ArticleId> ids = cards.stream().map(ArticleCard::id).toList();
        int[] flat = new int[2 * stories.stories().size() + 5 * cards.size() + 1024];
        int at = 0;
        for (Stories.Story story : stories.stories()) {
            int most = at + 2 + 5 * story.members().size() + story.lookAlikes().size();
            if (most > flat.length) {
                flat = Arrays.copyOf(flat, 2 * most);
            }
            flat[at++] = story.members().size();
            flat[at++] = story.lookAlikes().size();
            for (Stories.Member member : story.members()) {
                flat[at++] = Collections.binarySearch(ids, member.article()) * ROLES.length
                        + member.role().ordinal();
                if (member.role() == Stories.Role.VERSION) {
                    at = put(flat, at, member.ofLead());
                    at = put(flat, at, member.inLead());
                }
            }
            for (ArticleId lookAlike : story.lookAlikes()) {
                flat[at++] = Collections.binarySearch(ids, lookAlike);
            }
        }
        return new KnownStories(inputs, Arrays.copyOf(flat, at));
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
            List<Stories.Member> ofStory = new ArrayList<>(members);
            for (int i = 0; i < members; i++) {
                ArticleId id = cards.get(stories[at] / ROLES.length).id();
                Stories.Role role = ROLES[stories[at++] % ROLES.length];
                boolean version = role == Stories.Role.VERSION;
                ofStory.add(new Stories.Member(id, role, version ? share(at) : 1, version ? share(at + 2) : 1));
                at += version ? 4 : 0;
            }
            List<ArticleId> alike = new ArrayList<>(lookAlikes);
            for (int i = 0; i < lookAlikes; i++) {
                alike.add(cards.get(stories[at++]).id());
            }
            all.add(new Stories.Story(ofStory, alike));
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
