package io.lockkeeper.outbox;

import io.lockkeeper.testbed.Testbed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever dies and whenever: what is committed is applied exactly once and in order per key, what is rolled back never.
 *
 * <p>{@code -Doutbox.seeds=1000} tries more, {@code -Doutbox.seed=7} begins at a given one.
 */
class OutboxPropertyIT {

    private static final long FIRST_SEED = Long.getLong("outbox.seed", 1);
    private static final Set<String> STEPS = Set.of(
            "writer: before key lock",
            "writer: after key lock",
            "writer: before put",
            "writer: after put",
            "writer: before commit",
            "writer: after commit",
            "relay: before lane lock",
            "relay: after lane lock",
            "relay: before read",
            "relay: after read",
            "relay: before publish",
            "relay: after publish",
            "relay: before delete",
            "relay: after delete",
            "relay: before commit",
            "relay: after commit",
            "consumer: before receive",
            "consumer: before inbox insert",
            "consumer: after inbox insert",
            "consumer: before handler",
            "consumer: before effect",
            "consumer: after effect",
            "consumer: after handler",
            "consumer: before commit",
            "consumer: after commit",
            "consumer: before offset commit",
            "consumer: after offset commit");

    @Test
    void appliesEachCommittedEventOnceAndInOrderWhateverDies() throws Exception {
        Set<String> crashedAt = new TreeSet<>();
        for (long seed : seeds(12)) {
            Faults faults = new Faults(seed);
            try (Broker broker = new RecordingBroker(faults)) {
                holds(seed, new CrashyRun(faults, broker, 25).run());
            }
            crashedAt.addAll(faults.crashedAt());
        }
        assertThat(crashedAt).as("steps at which something died").containsAll(STEPS);
    }

    @Test
    void appliesEachCommittedEventOnceAndInOrderOverKafka() throws Exception {
        for (long seed : seeds(3)) {
            Faults faults = new Faults(seed);
            try (Broker broker = new KafkaTestBroker(Testbed.shared().kafka().bootstrapServers())) {
                holds(seed, new CrashyRun(faults, broker, 25).run());
            }
        }
    }

    private static long[] seeds(int usually) {
        return LongStream.range(0, Integer.getInteger("outbox.seeds", usually))
                .map(i -> FIRST_SEED + i)
                .toArray();
    }

    private static void holds(long seed, Schema schema) {
        assertThat(schema.number("SELECT count(*) FROM expected"))
                .as("events of seed %d", seed)
                .isPositive();
        assertThat(schema.rows("SELECT id FROM expected EXCEPT SELECT id FROM applied"))
                .as("lost, seed %d", seed)
                .isEmpty();
        assertThat(schema.rows("SELECT id FROM applied EXCEPT SELECT id FROM expected"))
                .as("applied though rolled back, seed %d", seed)
                .isEmpty();
        assertThat(schema.rows("SELECT id FROM applied GROUP BY id HAVING count(*) > 1"))
                .as("applied twice, seed %d", seed)
                .isEmpty();
        for (String key : schema.rows("SELECT DISTINCT key FROM expected ORDER BY key")) {
            List<String> put = schema.rows("SELECT id FROM expected WHERE key = '" + key + "' ORDER BY seq");
            assertThat(schema.rows("SELECT id FROM applied WHERE key = '" + key + "' ORDER BY n"))
                    .as("order of %s, seed %d", key, seed)
                    .isEqualTo(put);
        }
        schema.execute("DROP SCHEMA " + schema.rows("SELECT current_schema()").getFirst() + " CASCADE");
    }
}
