package io.lockkeeper.executor.engine.sql;

import io.lockkeeper.executor.engine.FailureCode;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.engine.RecordingJournal;
import io.lockkeeper.executor.engine.RunContext;
import io.lockkeeper.executor.target.Target;
import io.lockkeeper.executor.target.TargetSession;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.PostgresServer;
import io.lockkeeper.testbed.Testbed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NativeEngineIT {

    private static final String DATABASE = "native_engine";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final PostgresServer server = Testbed.shared().postgres();
    private final RecordingJournal journal = new RecordingJournal();
    private TargetSession session;

    @BeforeEach
    void createTarget() throws Exception {
        server.dropDatabase(DATABASE);
        server.createDatabase(DATABASE, PostgresServer.SUPERUSER);
        server.execute(
                DATABASE,
                "CREATE TABLE orders (id int PRIMARY KEY, note text)",
                "INSERT INTO orders SELECT i, 'n' || i FROM generate_series(1, 100) i");
        Target target = new Target("t", "test", server.url(DATABASE), PostgresServer.SUPERUSER, server.password());
        session = TargetSession.open(target, "run-1", Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void commitsEachStatementAndCountsItsRows() throws Exception {
        // given
        Plan plan =
                each("ALTER TABLE orders ADD COLUMN a int", "UPDATE orders SET a = id", "SELECT count(*) FROM orders");

        // when
        Outcome outcome = run(plan);

        // then
        assertThat(outcome).isEqualTo(new Outcome.Succeeded(3, 101));
        assertThat(journal.lines())
                .startsWith(
                        "started [0] statement 1 of 3",
                        "executed 0 rows 0",
                        "committed [0]",
                        "started [1] statement 2 of 3",
                        "executed 1 rows 100",
                        "committed [1]");
        assertThat(number("SELECT count(*) FROM orders WHERE a = id")).isEqualTo(100);
    }

    @Test
    void keepsWhatWasAppliedBeforeTheStatementThatFails() throws Exception {
        // given
        Plan plan = each(
                "ALTER TABLE orders ADD COLUMN a int",
                "INSERT INTO orders VALUES (1, 'secret value')",
                "ALTER TABLE orders ADD COLUMN b int");

        // when
        Outcome outcome = run(plan);

        // then
        assertThat(outcome)
                .isEqualTo(new Outcome.Failed(
                        FailureCode.STATEMENT_FAILED,
                        "23505: duplicate key value violates unique constraint \"orders_pkey\"",
                        1,
                        1));
        assertThat(columns()).contains("a").doesNotContain("b");
        assertThat(journal.lines()).endsWith("started [1] statement 2 of 3", "rolledBack [1]");
    }

    @Test
    void takesEverythingBackWhenOneStatementOfTheTransactionFails() throws Exception {
        // given
        Plan plan =
                plan(options(Options.Transaction.ALL, 0), 0, 0, "ALTER TABLE orders ADD COLUMN a int", "SELECT 1/0");

        // when
        Outcome outcome = run(plan);

        // then
        assertThat(outcome)
                .isEqualTo(new Outcome.Failed(FailureCode.STATEMENT_FAILED, "22012: division by zero", 1, 0));
        assertThat(columns()).doesNotContain("a");
        assertThat(journal.lines()).endsWith("rolledBack [0, 1]");
    }

    @Test
    void triesAgainWhenAnotherSessionHoldsTheLockAndSucceedsOnceItIsFree() throws Exception {
        // given
        Plan plan = plan(options(Options.Transaction.EACH, 20), 0, 1, "ALTER TABLE orders ADD COLUMN a int");
        try (Connection other = server.connect(DATABASE);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE orders IN ACCESS SHARE MODE");

            // when
            CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(() -> run(plan));
            Await.until("a second try", SOON, () -> journal.lines().contains("started [0] statement 1 of 1, try 2"));
            other.rollback();

            // then
            assertThat(run.get()).isEqualTo(new Outcome.Succeeded(1, 0));
        }
        assertThat(columns()).contains("a");
        assertThat(journal.lines()).contains("rolledBack [0]").endsWith("executed 0 rows 0", "committed [0]");
    }

    @Test
    void givesUpWithAnOwnCodeWhenTheLockNeverComesFree() throws Exception {
        // given
        Plan plan = plan(options(Options.Transaction.EACH, 1), 0, 1, "ALTER TABLE orders ADD COLUMN a int");
        try (Connection other = server.connect(DATABASE);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE orders IN ACCESS SHARE MODE");

            // when
            Outcome outcome = run(plan);

            // then
            assertThat(outcome)
                    .isEqualTo(new Outcome.Failed(
                            FailureCode.LOCK_TIMEOUT,
                            "no lock in 2 tries of 100ms: 55P03: canceling statement due to lock timeout",
                            0,
                            0));
        }
    }

    @Test
    void knowsThatATransactionWithoutACommitHadNoEffectWhenItsConnectionIsKilled() throws Exception {
        // given
        Plan plan = each("CREATE TABLE a (id int)", "SELECT pg_sleep(60)");

        // when
        Outcome outcome = runAndKillDuring("statement 2 of 2", plan);

        // then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.CONNECTION_LOST);
            assertThat(failed.statementIndex()).isEqualTo(1);
            assertThat(failed.statementsDone()).isEqualTo(1);
        });
        assertThat(journal.lines()).endsWith("rolledBack [1]");
    }

    @Test
    void doesNotKnowWhatAStatementOutsideATransactionDidWhenItsConnectionIsKilled() throws Exception {
        // given
        Plan plan = plan(options(Options.Transaction.EACH, 0), -1, 0, "DO $$ BEGIN PERFORM pg_sleep(60); END $$");

        // when
        Outcome outcome = runAndKillDuring("statement 1 of 1", plan);

        // then
        assertThat(outcome)
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.statementIndex())
                        .isZero());
        assertThat(journal.lines()).containsExactly("started [0] statement 1 of 1");
    }

    @Test
    void dropsTheInvalidIndexThatItsOwnStatementLeft() throws Exception {
        // given
        server.execute(DATABASE, "INSERT INTO orders VALUES (101, 'n1')");
        Plan plan = plan(
                options(Options.Transaction.EACH, 0),
                -1,
                0,
                "/* unique */ CREATE UNIQUE INDEX CONCURRENTLY orders_note ON orders (note)");

        // when
        Outcome outcome = run(plan);

        // then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.message())
                .startsWith("23505: could not create unique index \"orders_note\"")
                .endsWith("the invalid index public.orders_note that it left was dropped"));
        assertThat(number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isZero();
        assertThat(journal.lines()).endsWith("failed 0");
    }

    @Test
    void onlyNamesAnInvalidIndexThatIsNotProvablyItsOwn() throws Exception {
        // given
        server.execute(DATABASE, "INSERT INTO orders VALUES (101, 'n1')");
        Plan plan =
                plan(options(Options.Transaction.EACH, 0), -1, 0, "CREATE UNIQUE INDEX CONCURRENTLY ON orders (note)");

        // when
        Outcome outcome = run(plan);

        // then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.message())
                .contains("it left the invalid index public.orders_note_idx, to be dropped"));
        assertThat(number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isOne();
    }

    @Test
    void letsNoSecondSessionWorkOnTheSameDatabase() throws Exception {
        // given
        Target target = session.target();

        // when
        Throwable refused = org.assertj.core.api.Assertions.catchThrowable(
                () -> TargetSession.open(target, "run-2", Duration.ofMillis(300)));

        // then
        assertThat(refused).isInstanceOf(TargetSession.Busy.class);
    }

    private Outcome runAndKillDuring(String phase, Plan plan) throws Exception {
        CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(() -> run(plan));
        Await.until("the statement", SOON, () -> journal.lines().stream().anyMatch(line -> line.endsWith(phase)));
        Await.until(
                "the server at work",
                SOON,
                () -> number("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND pid = "
                                + session.backend())
                        == 1);
        server.execute(DATABASE, "SELECT pg_terminate_backend(" + session.backend() + ")");
        return run.get();
    }

    private Outcome run(Plan plan) {
        try {
            Bundle bundle =
                    Bundle.of(Engine.NATIVE, plan.options(), null, List.of(new SourceFile("a.sql", "SELECT 1")));
            return new NativeEngine().run(new RunContext(session, bundle, plan, journal, index -> {}));
        } catch (io.lockkeeper.riskengine.refusal.PlanRefused e) {
            throw new IllegalStateException(e);
        }
    }

    private static Plan each(String... statements) {
        return plan(options(Options.Transaction.EACH, 0), 0, 1, statements);
    }

    private static Options options(Options.Transaction transaction, int retries) {
        return new Options(transaction, Duration.ofMillis(100), retries);
    }

    private static Plan plan(Options options, int transaction, int step, String... statements) {
        List<PlannedStatement> planned = new ArrayList<>();
        for (String sql : statements) {
            int index = planned.size();
            planned.add(new PlannedStatement(index, sql, "a.sql", 1, null, transaction + index * step, null));
        }
        return new Plan(Dialect.POSTGRESQL, Engine.NATIVE, options, planned, List.of());
    }

    private List<String> columns() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = 'orders'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private long number(String query) throws SQLException {
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
