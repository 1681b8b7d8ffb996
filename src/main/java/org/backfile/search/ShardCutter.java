package org.backfile.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a sequence of items into shards of about one size, at places that the items themselves choose: before the item
 * with the smallest hash among those where a cut would be no smaller than 0.6 and no larger than 1.4 of the size. So an item
 * that grows, comes or goes moves the cuts beside it and, a few shards on, no other.
 */
final class ShardCutter<T extends ShardCutter.Item> {
    private final long smallest;
    private final long largest;
    private final Consumer<List<T>> shards;
    private final List<T> held = new ArrayList<>();
    private long heldBytes;

    /** Something that stands in one shard as a whole. */
    interface Item {
        /** What the item takes, about. */
        long bytes();

        /** The same for the same item in every build. */
        int hash();
    }

    ShardCutter(int bytes, Consumer<List<T>> shards) {
        this.smallest = bytes * 6L / 10;
        this.largest = bytes * 14L / 10;
        this.shards = shards;
    }

    void add(T item) {
        while (heldBytes + item.bytes() > largest && !held.isEmpty()) {
            cut();
        }
        held.add(item);
        heldBytes += item.bytes();
    }

    /** Gives out what is left. */
    void finish() {
        if (!held.isEmpty()) {
            shards.accept(held);
        }
    }

    private void cut() {
        int best = held.size();
        int smallestHash = Integer.MAX_VALUE;
        long before = 0;
        for (int i = 0; i < held.size(); i++) {
            if (before >= smallest && held.get(i).hash() < smallestHash) {
                smallestHash = held.get(i).hash();
                best = i;
            }
            before += held.get(i).bytes();
        }
        shards.accept(List.copyOf(held.subList(0, best)));
        held.subList(0, best).clear();
        heldBytes = 0;
        for (T item : held) {
            heldBytes += item.bytes();
        }
    }
}
