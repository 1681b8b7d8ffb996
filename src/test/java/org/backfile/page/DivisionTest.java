package org.backfile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DivisionTest {
    private static List<String> keys(Set<String> keys) {
        List<String> sorted = new ArrayList<>(keys);
        sorted.sort(HeadlineShelf::byCodePoint);
        return sorted;
    }

    private static Set<String> random(int count, long seed, String alphabet) {
        Random random = new Random(seed);
        Set<String> keys = new TreeSet<>();
        int[] letters = alphabet.codePoints().toArray();
        while (keys.size() < count) {
            StringBuilder key = new StringBuilder();
            for (int i = 3 + random.nextInt(12); i > 0; i--) {
                key.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            keys.add(key.toString());
        }
        return keys;
    }

    @Test
    void everyRowStandsOnExactlyOneLeafInOrder() {
        for (String alphabet : List.of("abc", "abcdefghijklmnopqrstuvwxyz0123456789-", "かなカナ漢字𠀀z-")) {
            List<String> keys = keys(random(20_000, 7, alphabet));
            List<Division.Leaf> leaves = Division.divide(keys, i -> 100);
            int next = 0;
            Set<String> names = new HashSet<>();
            for (Division.Leaf leaf : leaves) {
                assertThat(leaf.from()).isEqualTo(next);
                assertThat(leaf.to() - leaf.from()).isBetween(1, Division.MOST_ROWS);
                assertThat(names.add(leaf.name())).as(leaf.name()).isTrue();
                next = leaf.to();
            }
            assertThat(next).isEqualTo(keys.size());
        }
    }

    @Test
    void aLeafIsDividedByBytesToo() {
        List<Division.Leaf> leaves = Division.divide(keys(random(900, 3, "abcdefgh")), i -> 2000);
        assertThat(leaves).allMatch(leaf -> (leaf.to() - leaf.from()) * 2000L <= Division.MOST_BYTES);
    }

    @Test
    void oneRowTooHeavyForAnyPageStandsAlone() {
        assertThat(Division.divide(List.of("a", "b"), i -> 1_000_000)).hasSize(2);
    }

    @Test
    void nothingIsDividedIntoNothing() {
        assertThat(Division.divide(List.of(), i -> 1)).isEmpty();
    }

    @Test
    void anAdditionLeavesTheNamesOfAllButOneLeafAlone() {
        Random random = new Random(11);
        Set<String> keys = random(30_000, 5, "abcdefghijklmnopqrstuvwxyz-");
        Set<String> before = names(keys);
        for (String added : random(50, random.nextLong(), "abcdefghijklmnopqrstuvwxyz-")) {
            keys.add(added);
            Set<String> after = names(keys);
            Set<String> gone = new TreeSet<>(before);
            gone.removeAll(after);
            assertThat(gone).hasSizeLessThanOrEqualTo(1);
            before = after;
        }
    }

    private static Set<String> names(Set<String> keys) {
        Set<String> names = new TreeSet<>();
        Division.divide(keys(keys), i -> 100).forEach(leaf -> names.add(leaf.name()));
        return names;
    }
}
