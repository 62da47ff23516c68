package io.lockkeeper.riskengine.facts;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedMapTest {

    @Test
    void isAsASortedMapAfterEveryChange() {
        // given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TreeMap<Integer, String> expected = new TreeMap<>();
        SharedMap<Integer, String> map = SharedMap.of(new TreeMap<Integer, String>());

        for (int i = 0; i < 2_000; i++) {
            // when
            int key = random.nextInt(300);
            if (random.nextInt(3) == 0) {
                expected.remove(key);
                map = map.without(key);
            } else {
                expected.put(key, "v" + i);
                map = map.with(key, "v" + i);
            }

            // then
            assertThat(map.get(key)).as("seed " + seed).isEqualTo(expected.get(key));
            assertThat(map).as("seed " + seed).hasSameSizeAs(expected);
        }
        assertThat(map.entrySet()).as("seed " + seed).containsExactlyElementsOf(expected.entrySet());
    }

    @Test
    void staysWhatItWasWhenAnotherIsMadeFromIt() {
        // given
        SharedMap<Integer, String> first = SharedMap.of(new TreeMap<Integer, String>(Map.of(1, "a")));

        // when
        SharedMap<Integer, String> second = first.with(1, "b").with(2, "c");

        // then
        assertThat(first).isEqualTo(Map.of(1, "a"));
        assertThat(second.without(2)).isEqualTo(Map.of(1, "b"));
    }
}
