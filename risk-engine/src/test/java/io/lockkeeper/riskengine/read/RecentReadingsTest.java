package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import io.lockkeeper.riskengine.read.pg.Grammar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentReadingsTest {
    private static final List<Operation> READING = List.of(new Unreadable("x"));

    @Test
    void forgetsTheOldestWhenItIsFull() {
        // given
        RecentReadings recent = new RecentReadings();

        // when
        for (int i = 0; i < 50; i++) {
            recent.keep(text(i), READING);
            recent.of(text(0));
        }

        // then
        assertThat(recent.of(text(0))).contains(READING);
        assertThat(recent.of(text(1))).isEmpty();
        assertThat(recent.of(text(49))).contains(READING);
    }

    @Test
    void readsAStatementOnce() {
        // given
        List<String> read = new ArrayList<>();
        TokenReader tokens = new TokenReader();
        StatementReader reader = new PostgresReader(new Grammar(Duration.ofSeconds(60)), sql -> {
            read.add(sql);
            return tokens.apply(sql);
        });

        // when
        List<Operation> first = reader.read("SELECT 1");
        List<Operation> second = reader.read("SELECT 1");

        // then
        assertThat(second).isEqualTo(first);
        assertThat(read).containsExactly("SELECT 1");
    }

    private static String text(int i) {
        return i + "x".repeat(100_000);
    }
}
