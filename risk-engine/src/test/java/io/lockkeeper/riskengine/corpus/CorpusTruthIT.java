package io.lockkeeper.riskengine.corpus;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What the PostgreSQL corpora say of locks, rewrites, scans and refusals is what a PostgreSQL 17 server does: a sample of it,
 * or all of it with {@code -Dlockkeeper.corpus.all}.
 */
class CorpusTruthIT {
    private static final int SAMPLE = 6;

    /** How these find their rows is up to the planner, and to when statistics were gathered last. */
    private static final Pattern PLANNED =
            Pattern.compile("(?is)(?:--[^\\n]*\\n|/\\*.*?\\*/|\\s)*(?:SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|DO)\\b");

    private static CorpusDatabase database;
    private static CorpusObserver observer;

    @BeforeAll
    static void start() throws SQLException {
        database = new CorpusDatabase();
        observer = new CorpusObserver(database);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> everyEntryIsTrue() {
        int step = System.getProperty("lockkeeper.corpus.all") == null ? SAMPLE : 1;
        List<Corpus.Entry> entries = Corpus.names("postgresql").stream()
                .flatMap(name -> Corpus.of("postgresql", name).entries().stream())
                .toList();
        return IntStream.iterate(0, i -> i < entries.size(), i -> i + step)
                .mapToObj(entries::get)
                .map(entry -> dynamicTest(entry.toString(), () -> check(entry)));
    }

    private static void check(Corpus.Entry entry) throws SQLException {
        if (entry.label() == Label.FAILS) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> observer.observe(entry.sql()));
            return;
        }
        Truth seen = observer.observe(entry.sql());
        Truth told = Truth.of(entry);
        assertThat(seen.locks()).isEqualTo(told.locks());
        assertThat(seen.rewrites()).isEqualTo(told.rewrites());
        if (!PLANNED.matcher(entry.sql()).lookingAt()) {
            assertThat(seen.scans()).isEqualTo(told.scans());
        }
    }
}
