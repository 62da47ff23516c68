package io.lockkeeper.executor;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.executor.Approval.Granted;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.ProgressEvent;
import io.lockkeeper.proto.v1.ProgressSampled;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.RunEvent.EventCase;
import io.lockkeeper.proto.v1.StatementTime;
import io.lockkeeper.riskengine.Yardstick;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.Calibration;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.PostgresServer;
import io.lockkeeper.testbed.Testbed;
import io.lockkeeper.testbed.TopicTap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(value = ExecutorTestResource.class, restrictToAnnotatedClass = true)
class ExecutorIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final PostgresServer SERVER = Testbed.shared().postgres();
    private static final List<EventCase> ENDS =
            List.of(EventCase.SUCCEEDED, EventCase.FAILED, EventCase.ABORTED, EventCase.OUTCOME_UNKNOWN);

    private static TopicTap tap;
    private static Approval approval;

    @BeforeAll
    static void listen() {
        tap = TopicTap.on(Testbed.shared().kafka(), Topic.RUN.kafkaName(), Topic.PROGRESS.kafkaName());
        approval = new Approval();
    }

    @AfterAll
    static void close() {
        tap.close();
        approval.close();
    }

    @BeforeEach
    void createTable() {
        SERVER.execute(
                "shop",
                "DROP TABLE IF EXISTS orders, databasechangelog, databasechangeloglock",
                "CREATE TABLE orders (id int PRIMARY KEY, note text)",
                "INSERT INTO orders SELECT i, 'n' || i FROM generate_series(1, 1000) i",
                "ALTER TABLE orders OWNER TO shop_ddl",
                "GRANT CREATE ON SCHEMA public TO shop_ddl",
                "ANALYZE orders");
    }

    @Test
    void runsPlainSqlAndShowsTheServersOwnProgress() throws Exception {
        // given
        SERVER.execute(
                "shop",
                "INSERT INTO orders SELECT i, md5(i::text) FROM generate_series(1001, 1500000) i",
                "ANALYZE orders");
        Granted granted = approval.grant(
                sql("CREATE INDEX orders_note ON orders (note);", "ALTER TABLE orders ALTER COLUMN note SET NOT NULL;"),
                "shop");

        // when
        approval.issue(granted);

        // then
        RunEvent end = end(granted);
        assertThat(end.getEventCase()).as("%s", end).isEqualTo(EventCase.SUCCEEDED);
        assertThat(end.getSucceeded().getStatements()).isEqualTo(2);
        assertThat(end.getSucceeded().getStatementTimesList())
                .extracting(StatementTime::getIndex)
                .containsExactly(0, 1);
        assertThat(end.getSucceeded().getStatementTimes(0).getSeconds()).isBetween(0.1, 60.0);
        assertThat(cases(granted))
                .startsWith(EventCase.QUEUED, EventCase.PHASE_CHANGED, EventCase.STARTED, EventCase.PHASE_CHANGED)
                .endsWith(EventCase.SUCCEEDED);
        assertThat(phases(granted)).containsExactly("preflight", "statement 1 of 2", "statement 2 of 2");
        List<ProgressSampled> samples = samples(end.getSucceeded().getRunId());
        assertThat(samples).anySatisfy(sample -> {
            assertThat(sample.getActivity()).startsWith("building index");
            assertThat(sample.getTotal()).isPositive();
            assertThat(sample.getUnit()).isIn("blocks", "tuples");
            assertThat(sample.getStatements()).isEqualTo(2);
        });
        assertThat(samples).extracting(ProgressSampled::getSequence).isSorted().doesNotHaveDuplicates();
        assertThat(number("SELECT count(*) FROM pg_index WHERE indexrelid = 'orders_note'::regclass AND indisvalid"))
                .isOne();
        assertThat(nullable("note")).isFalse();
        reader().get("/v1/runs/" + granted.migration())
                .then()
                .statusCode(200)
                .body("state", equalTo("SUCCEEDED"))
                .body("engine", equalTo("native"))
                .body("statements", hasSize(2))
                .body("statements[0].state", equalTo("FINISHED"));
    }

    @Test
    void runsALiquibaseChangelogInXml() throws Exception {
        // given
        Granted granted = approval.grant(liquibase("changelog.xml", Map.of("changelog.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                                http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                          <changeSet id="orders-1" author="alice">
                            <addColumn tableName="orders"><column name="state" type="text"/></addColumn>
                          </changeSet>
                          <changeSet id="orders-2" author="alice">
                            <addNotNullConstraint tableName="orders" columnName="note" columnDataType="text"/>
                          </changeSet>
                        </databaseChangeLog>
                        """)), "shop");

        // when
        approval.issue(granted);

        // then
        RunEvent end = end(granted);
        assertThat(end.getEventCase()).as("%s", end).isEqualTo(EventCase.SUCCEEDED);
        assertThat(end.getSucceeded().getStatements()).isEqualTo(2);
        assertThat(phases(granted)).containsExactly("preflight", "changeset orders-1", "changeset orders-2");
        assertThat(nullable("note")).isFalse();
        assertThat(number("SELECT count(*) FROM databasechangelog")).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM databasechangeloglock WHERE locked"))
                .isZero();
    }

    @Test
    void runsALiquibaseChangelogInFormattedSqlAndKeepsTheChangesetBeforeTheOneThatFails() throws Exception {
        // given
        Granted granted = approval.grant(liquibase("db/changelog.sql", Map.of("db/changelog.sql", """
                        --liquibase formatted sql

                        --changeset alice:1
                        ALTER TABLE orders ADD COLUMN a int;

                        --changeset alice:2
                        INSERT INTO orders (id, note) VALUES (1, 'secret value');
                        """)), "shop");

        // when
        approval.issue(granted);

        // then
        RunEvent end = end(granted);
        assertThat(end.getEventCase()).as("%s", end).isEqualTo(EventCase.FAILED);
        assertThat(end.getFailed().getCode()).isEqualTo("STATEMENT_FAILED");
        assertThat(end.getFailed().getMessage())
                .contains("23505", "orders_pkey")
                .doesNotContain("secret");
        assertThat(end.getFailed().getStatementsDone()).isOne();
        assertThat(end.getFailed().getStatementIndex()).isOne();
        assertThat(number("SELECT count(*) FROM databasechangelog")).isOne();
        assertThat(number("SELECT count(*) FROM databasechangeloglock WHERE locked"))
                .isZero();
    }

    @Test
    void reportsWhoHoldsLiquibasesLockAndDoesNotForceIt() throws Exception {
        // given
        SERVER.execute(
                "shop",
                "CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp, lockedby varchar(255))",
                "INSERT INTO databasechangeloglock VALUES (1, true, '2026-11-01 10:00', 'old-host (10.0.0.7)')",
                "ALTER TABLE databasechangeloglock OWNER TO shop_ddl");
        Granted granted = approval.grant(
                liquibase(
                        "c.sql",
                        Map.of(
                                "c.sql",
                                "--liquibase formatted sql\n--changeset alice:1\nALTER TABLE orders ADD COLUMN a int;\n")),
                "shop");

        // when
        approval.issue(granted);

        // then
        RunEvent end = end(granted);
        assertThat(end.getFailed().getCode()).isEqualTo("LIQUIBASE_LOCKED");
        assertThat(end.getFailed().getMessage()).contains("old-host (10.0.0.7)", "2026-11-01");
        assertThat(number("SELECT count(*) FROM databasechangeloglock WHERE locked"))
                .isOne();
    }

    @Test
    void runsNothingWhenTheBundleIsNotTheOneThatWasApproved() throws Exception {
        // given
        Bundle approved = sql("CREATE TABLE approved (id int);");
        Granted granted = approval.grant(approved, "shop");
        ExecutorTestResource.bundles()
                .put(approved.hash(), sql("CREATE TABLE smuggled (id int);").bytes());

        // when
        approval.issue(granted);

        // then
        assertRefused(granted, "BUNDLE_MISMATCH");
        assertThat(number("SELECT count(*) FROM pg_class WHERE relname IN ('approved', 'smuggled')"))
                .isZero();
    }

    @Test
    void runsNothingWhenTheTableChangedAfterTheApproval() throws Exception {
        // given
        Granted granted = approval.grant(sql("ALTER TABLE orders ALTER COLUMN note SET NOT NULL;"), "shop");
        SERVER.execute("shop", "ALTER TABLE orders ADD COLUMN surprise int");

        // when
        approval.issue(granted);

        // then
        assertRefused(granted, "SCHEMA_CHANGED");
        assertThat(nullable("note")).isTrue();
    }

    @Test
    void runsNothingWhenTheRiskIsHigherThanWhatWasApproved() throws Exception {
        // given
        Granted granted = approval.grant(sql("DROP TABLE orders;"), "shop", "LOW", Duration.ofMinutes(5));

        // when
        approval.issue(granted);

        // then
        assertRefused(granted, "RISK_ROSE");
        assertThat(number("SELECT count(*) FROM orders")).isEqualTo(1000);
    }

    @Test
    void judgesByTheThresholdsThatWereApproved() throws Exception {
        // given
        Bundle usual = sql("ALTER TABLE orders ADD COLUMN judged int;");
        Bundle strict =
                usual.judgedBy(new Yardstick(Thresholds.defaults().withSeconds(0.01, 0.02, 5, 60), Calibration.NONE)
                        .json()
                        .orElseThrow());
        Granted refused = approval.grant(strict, "shop", "LOW", Duration.ofMinutes(5));
        Granted runs = approval.grant(strict, "shop", "HIGH", Duration.ofMinutes(5));

        // when
        approval.issue(refused);
        approval.issue(runs);

        // then
        assertRefused(refused, "RISK_ROSE");
        assertThat(end(runs).getEventCase()).isEqualTo(EventCase.SUCCEEDED);
    }

    @Test
    void startsOneRunHoweverOftenTheGrantIsReplayed() throws Exception {
        // given
        Granted granted = approval.grant(sql("INSERT INTO orders VALUES (5000, 'once');"), "shop");

        // when
        approval.issue(granted);
        approval.issue(granted);
        end(granted);
        approval.issue(granted);
        Granted after = approval.grant(sql("SELECT 1;"), "shop");
        approval.issue(after);

        // then
        end(after);
        assertThat(cases(granted)).containsOnlyOnce(EventCase.QUEUED, EventCase.SUCCEEDED);
        assertThat(number("SELECT count(*) FROM orders WHERE id = 5000")).isOne();
    }

    @Test
    void tellsOnceThatAForgedGrantFailedAndMakesNoRun() throws Exception {
        // given
        Granted good = approval.grant(sql("CREATE TABLE forged (id int);"), "shop");
        Granted forged = new Granted("m-" + UUID.randomUUID(), good.grant(), good.jws());

        // when
        approval.issue(forged);
        approval.issue(forged);

        // then
        RunEvent end = end(forged);
        assertThat(end.getFailed().getCode()).isEqualTo("GRANT_REFUSED");
        assertThat(end.getFailed().getRunId()).isEmpty();
        approval.issue(good);
        end(good);
        assertThat(cases(forged)).containsExactly(EventCase.FAILED);
        reader().get("/v1/runs/" + forged.migration()).then().statusCode(404).body("code", equalTo("UNKNOWN_RUN"));
        SERVER.execute("shop", "DROP TABLE forged");
    }

    @Test
    void keepsLaterRunsOfATargetWaitingAndEndsThemWhenTheirGrantIsRevokedOrOver() throws Exception {
        // given
        Granted slow = approval.grant(sql("SELECT pg_sleep(14);"), "shop");
        Granted revoked = approval.grant(sql("CREATE TABLE revoked (id int);"), "shop");
        Granted shortLived = approval.grant(sql("CREATE TABLE late (id int);"), "shop", "HIGH", Duration.ofSeconds(9));

        // when
        approval.issue(slow);
        Await.until("the first run", SOON, () -> phases(slow).contains("statement 1 of 1"));
        approval.issue(revoked);
        approval.issue(shortLived);
        Await.until("the queue", SOON, () -> cases(revoked).contains(EventCase.QUEUED));
        approval.revoke(revoked);

        // then
        assertThat(end(revoked).getEventCase()).isEqualTo(EventCase.ABORTED);
        assertThat(end(slow).getEventCase()).isEqualTo(EventCase.SUCCEEDED);
        assertRefused(shortLived, "GRANT_EXPIRED");
        assertThat(number("SELECT count(*) FROM pg_class WHERE relname IN ('revoked', 'late')"))
                .isZero();
    }

    @Test
    void saysWhoKeepsItWaiting() throws Exception {
        // given
        Granted granted = approval.grant(sql("ALTER TABLE orders ADD COLUMN waited int;"), "shop");
        try (Connection other = SERVER.connect("shop");
                Statement statement = other.createStatement()) {
            statement.execute("SET application_name = 'nightly report'");
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE orders IN ACCESS SHARE MODE");

            // when
            approval.issue(granted);
            Await.until("a sample that names the blocker", SOON, () -> waiting("lock on orders held by pid"));
            other.rollback();
        }

        // then
        assertThat(end(granted).getEventCase()).isEqualTo(EventCase.SUCCEEDED);
        assertThat(waiting("nightly report")).isTrue();
    }

    @Test
    void showsARunOnlyToThoseWhoMayRead() {
        RestAssured.given().get("/v1/runs/m-1").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        RestAssured.given()
                .auth()
                .oauth2("submit-me")
                .get("/v1/runs/m-1")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        reader().get("/v1/runs/m-1").then().statusCode(404).body("code", equalTo("UNKNOWN_RUN"));
    }

    @Test
    void countsRunsAndRefusals() throws Exception {
        // given
        Granted granted = approval.grant(sql("INSERT INTO orders VALUES (6000, 'x'), (6001, 'y');"), "shop");

        // when
        approval.issue(granted);
        end(granted);

        // then
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains(
                        "lockkeeper_run_duration_seconds_bucket",
                        "lockkeeper_run_rows_total",
                        "lockkeeper_runs_running");
    }

    private static void assertRefused(Granted granted, String code) {
        RunEvent end = end(granted);
        assertThat(end.getFailed().getCode()).as("%s", end).isEqualTo(code);
        assertThat(end.getFailed().getStatementIndex()).isEqualTo(-1);
        assertThat(end.getFailed().getStatementsDone()).isZero();
        assertThat(phases(granted)).containsExactly("preflight");
        reader().get("/v1/runs/" + granted.migration()).then().body("statements", hasSize(0));
    }

    private static io.restassured.specification.RequestSpecification reader() {
        return RestAssured.given().auth().oauth2("read-me");
    }

    private static RunEvent end(Granted granted) {
        return Await.value("the end of " + granted.migration(), SOON, () -> events(granted).stream()
                .filter(event -> ENDS.contains(event.getEventCase()))
                .findFirst());
    }

    private static List<RunEvent> events(Granted granted) {
        return tap.records(granted.migration()).stream().map(ExecutorIT::run).toList();
    }

    private static List<EventCase> cases(Granted granted) {
        return events(granted).stream().map(RunEvent::getEventCase).toList();
    }

    private static List<String> phases(Granted granted) {
        return events(granted).stream()
                .filter(RunEvent::hasPhaseChanged)
                .map(event -> event.getPhaseChanged().getPhase())
                .toList();
    }

    private static boolean waiting(String text) {
        return tap.records().stream()
                .filter(record -> record.topic().equals(Topic.PROGRESS.kafkaName()))
                .anyMatch(record -> progress(record).getWaitingFor().contains(text));
    }

    private static List<ProgressSampled> samples(String run) {
        return tap.records(run).stream().map(ExecutorIT::progress).toList();
    }

    private static RunEvent run(ConsumerRecord<String, byte[]> record) {
        try {
            return RunEvent.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProgressSampled progress(ConsumerRecord<String, byte[]> record) {
        try {
            return ProgressEvent.parseFrom(record.value()).getSampled();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bundle sql(String... statements) throws PlanRefused {
        return Bundle.of(
                Engine.NATIVE,
                Options.defaults(),
                null,
                List.of(new SourceFile("V1__orders.sql", String.join("\n", statements))));
    }

    private static Bundle liquibase(String entry, Map<String, String> files) throws PlanRefused {
        return Bundle.of(
                Engine.LIQUIBASE,
                Options.defaults(),
                entry,
                files.entrySet().stream()
                        .map(file -> new SourceFile(file.getKey(), file.getValue()))
                        .toList());
    }

    private static boolean nullable(String column) throws SQLException {
        return number(
                        "SELECT count(*) FROM pg_attribute WHERE attrelid = 'orders'::regclass AND NOT attnotnull AND attname = '"
                                + column + "'")
                == 1;
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = SERVER.connect("shop");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
