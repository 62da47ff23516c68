package io.lockkeeper.progress.audit;

import io.lockkeeper.cli.Lockkeeper;
import io.lockkeeper.progress.ServiceCase;
import io.lockkeeper.progress.event.Samples;
import io.lockkeeper.proto.v1.Verdict;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.Testbed;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a superuser does to the chain is found by the service and, by its own arithmetic, by the command line. */
@QuarkusTest
class AuditTamperIT extends ServiceCase {

    @TestHTTPResource("/")
    String url = "";

    @TempDir
    Path folder = Path.of("");

    private long first;
    private long last;
    private String head = "";

    /** SQL with $n for the place of the n-th last entry; broken: how far from the end the break is reported. */
    record Tampering(String name, String sql, long broken) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Tampering> tamperings() {
        return Stream.of(
                edit("event_id", "gen_random_uuid()"),
                edit("type", "'RunFailed'"),
                edit("topic", "'lockkeeper.other.v1'"),
                edit("migration_id", "'m-other'"),
                edit("occurred_at", "occurred_at + interval '1 microsecond'"),
                edit("payload", "payload || '\\x00'::bytea"),
                edit("body", "body || ' '"),
                edit("prev_hash", "repeat('f', 64)"),
                edit("hash", "repeat('f', 64)"),
                new Tampering("seq", "UPDATE audit_entry SET seq = seq + 1000000 WHERE seq = $4", 4),
                new Tampering("removed from the middle", "DELETE FROM audit_entry WHERE seq = $4", 4),
                new Tampering("end cut off", "DELETE FROM audit_entry WHERE seq > $2", 1),
                new Tampering("everything removed", "DELETE FROM audit_entry", -1),
                new Tampering(
                        "two swapped",
                        "UPDATE audit_entry SET seq = -1 WHERE seq = $4; UPDATE audit_entry SET seq = $4 WHERE seq = $3;"
                                + "UPDATE audit_entry SET seq = $3 WHERE seq = -1",
                        4),
                new Tampering(
                        "duplicated at the end",
                        "INSERT INTO audit_entry SELECT $0 + 1, gen_random_uuid(), type, topic, migration_id, occurred_at,"
                                + " payload, body, prev_hash, hash FROM audit_entry WHERE seq = $0",
                        -2),
                new Tampering("head counts less", "UPDATE audit_head SET entries = entries - 1", 0),
                new Tampering("head has another hash", "UPDATE audit_head SET hash = repeat('f', 64)", 0),
                new Tampering("head counts more", "UPDATE audit_head SET entries = entries + 1", -2));
    }

    private static Tampering edit(String column, String value) {
        return new Tampering(column, "UPDATE audit_entry SET " + column + " = " + value + " WHERE seq = $4", 4);
    }

    @BeforeEach
    void writeAChainAndKeepACopy() {
        String migration = newMigration();
        Samples s = new Samples(migration);
        teller.tell(migration, s.submitted(), s.classified());
        teller.tell(migration, s.requested(), s.decisionRefused(), s.recorded(Verdict.VERDICT_APPROVE), s.approved());
        teller.tell(migration, s.queued(), s.started(), s.succeeded());
        Await.until(
                "nine entries",
                SOON,
                () -> number("SELECT count(*) FROM progress.audit_entry WHERE migration_id = '" + migration + "'")
                        == 9);
        superuser(
                "CREATE TABLE kept_entry AS SELECT * FROM audit_entry",
                "CREATE TABLE kept_head AS SELECT * FROM audit_head");
        first = number("SELECT min(seq) FROM progress.audit_entry");
        last = number("SELECT entries FROM progress.audit_head");
        head = reader().get("/v1/audit/verification").jsonPath().getString("head");
    }

    @AfterEach
    void putTheCopyBack() {
        superuser(
                "DELETE FROM audit_entry",
                "INSERT INTO audit_entry SELECT * FROM kept_entry",
                "DELETE FROM audit_head",
                "INSERT INTO audit_head SELECT * FROM kept_head",
                "DROP TABLE kept_entry, kept_head");
        assertThat(reader().get("/v1/audit/verification").jsonPath().getBoolean("intact"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void isFoundByServiceAndCommandLine(Tampering tampering) {
        // given: "swap" and "edit" need entries that differ, which the story provides; body has a dana only in a
        // decision
        String sql = tampering.sql();
        for (int n = 0; n <= 4; n++) {
            sql = sql.replace("$" + n, Long.toString(last - n));
        }

        // when
        superuser(sql.split(";"));
        JsonPath service = reader().get("/v1/audit/verification").jsonPath();
        Run cli = cli();

        // then
        long broken =
                tampering.broken() == -1 ? first : tampering.broken() == -2 ? last + 1 : last - tampering.broken();
        assertThat(service.getBoolean("intact")).isFalse();
        assertThat(cli.code()).as(cli.output()).isEqualTo(1);
        if (!tampering.name().equals("end cut off")) {
            assertThat(service.getLong("firstBroken.seq"))
                    .as(service.prettify())
                    .isEqualTo(broken);
        }
        assertThat(cli.output()).contains("BROKEN at entry " + service.getLong("firstBroken.seq"));
    }

    @Test
    void anIntactChainIsIntactForBoth() {
        // when
        JsonPath service = reader().get("/v1/audit/verification").jsonPath();
        Run cli = cli("--expect-entries", Long.toString(last), "--expect-head", head);

        // then
        assertThat(service.getBoolean("intact")).isTrue();
        assertThat(service.getLong("entries")).isEqualTo(last);
        assertThat(cli.code()).as(cli.output()).isZero();
        assertThat(cli.output()).contains("INTACT: " + last + " entries").contains("head " + head);
    }

    @Test
    void anEndCutOffTogetherWithItsHeadIsFoundByWhoRemembers() {
        // given
        superuser(
                "DELETE FROM audit_entry WHERE seq = " + last,
                "UPDATE audit_head SET entries = entries - 1,"
                        + " hash = (SELECT hash FROM audit_entry ORDER BY seq DESC LIMIT 1)");

        // when
        Run forgetful = cli();
        Run remembering = cli("--expect-entries", Long.toString(last), "--expect-head", head);
        JsonPath service = reader().get("/v1/audit/verification").jsonPath();

        // then
        assertThat(forgetful.code()).isZero();
        assertThat(remembering.code()).isEqualTo(1);
        assertThat(remembering.output()).contains("you remember " + last + " entries");
        assertThat(service.getBoolean("intact")).isFalse();
    }

    @Test
    void everyColumnIsTamperedWith() {
        // given
        Set<String> tampered = new TreeSet<>(tamperings().map(Tampering::name).toList());

        // when
        long columns = number("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'progress'"
                + " AND table_name = 'audit_entry' AND column_name IN ('" + String.join("','", tampered) + "')");

        // then
        assertThat(columns)
                .isEqualTo(number("SELECT count(*) FROM information_schema.columns"
                        + " WHERE table_schema = 'progress' AND table_name = 'audit_entry'"));
    }

    @Test
    void theServicesOwnRoleCanOnlyAppend() {
        List.of(
                        "UPDATE audit_entry SET type = 'x'",
                        "DELETE FROM audit_entry",
                        "TRUNCATE audit_entry",
                        "DELETE FROM audit_head",
                        "TRUNCATE audit_head",
                        "UPDATE audit_head SET entries = 0")
                .forEach(sql -> assertThatThrownBy(() -> service(sql))
                        .as(sql)
                        .hasMessageContaining("the audit chain is append-only"));
    }

    @Test
    void aCallerWithoutCredentialGetsNoAnswer() {
        // when
        Run cli = run("audit", "verify", "--url", url);

        // then
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.output()).contains("UNAUTHENTICATED");
    }

    private static void service(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(
                        Testbed.shared().postgres().url(Testbed.DATABASE, "progress"), "progress", "progress");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As the superuser, past all triggers. */
    private static void superuser(String... statements) {
        Testbed.shared()
                .postgres()
                .execute(
                        Testbed.DATABASE,
                        Stream.concat(
                                        Stream.of(
                                                "SET search_path = progress", "SET session_replication_role = replica"),
                                        Stream.of(statements))
                                .toArray(String[]::new));
    }

    record Run(int code, String output) {}

    private Run cli(String... more) {
        Path token = folder.resolve("token");
        try {
            Files.writeString(token, READ_TOKEN + "\n");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return run(Stream.concat(
                        Stream.of("audit", "verify", "--url", url, "--token-file", token.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output, true);
        return new Run(Lockkeeper.run(printer, printer, arguments), output.toString());
    }
}
