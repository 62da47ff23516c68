package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LiquibasePlanTest {
    private static final String FORMATTED = """
            --liquibase formatted sql
            --changeset ann:1
            ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
            CREATE INDEX i ON orders (note);
            --changeset ann:2 runInTransaction:false
            CREATE INDEX CONCURRENTLY j ON orders (total);
            --rollback DROP INDEX j;
            """;

    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              %s
            </databaseChangeLog>
            """;

    static Stream<Arguments> changelogs() {
        return Stream.of(
                Arguments.of("c.sql", "--liquibase formatted sql\n--changeset a:1\nALTER TABLE t ADD n int;"),
                Arguments.of("c.xml", XML.formatted("""
                        <changeSet id="1" author="a"><addColumn tableName="t"><column name="n" type="int"/></addColumn></changeSet>
                        """)),
                Arguments.of("c.yaml", """
                        databaseChangeLog:
                          - changeSet:
                              id: 1
                              author: a
                              changes:
                                - addColumn:
                                    tableName: t
                                    columns: [{column: {name: n, type: int}}]
                        """),
                Arguments.of("c.json", """
                        {"databaseChangeLog":[{"changeSet":{"id":"1","author":"a","changes":[
                          {"addColumn":{"tableName":"t","columns":[{"column":{"name":"n","type":"int"}}]}}]}}]}
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changelogs")
    void readsEveryFormatOfAChangelog(String path, String content) throws PlanRefused {
        // when
        Plan plan = plan(path, Set.of(), new SourceFile(path, content));

        // then
        assertThat(plan.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.sql()).startsWith("ALTER TABLE").contains("ADD n");
            assertThat(statement.changeset()).isEqualTo(new ChangesetId("1", "a", path));
            assertThat(statement.opaque()).isNull();
        });
    }

    @Test
    void keepsTransactionsAndLinesOfChangesets() throws PlanRefused {
        // when
        Plan plan = plan("c.sql", Set.of(), new SourceFile("c.sql", FORMATTED));

        // then
        assertThat(plan.statements()).extracting(PlannedStatement::transaction).containsExactly(0, 0, -1);
        assertThat(plan.statements()).extracting(PlannedStatement::line).containsExactly(3, 4, 6);
    }

    @Test
    void skipsWhatTheTargetAlreadyRan() throws PlanRefused {
        // when
        Plan plan = plan(
                "c.sql", Set.of(new ChangesetId("1", "ann", "classpath:c.sql")), new SourceFile("c.sql", FORMATTED));

        // then
        assertThat(plan.statements())
                .extracting(PlannedStatement::sql)
                .containsExactly("CREATE INDEX CONCURRENTLY j ON orders (total)");
        assertThat(plan.skipped()).containsExactly(new ChangesetId("1", "ann", "c.sql"));
    }

    @Test
    void includesFilesOfTheBundle() throws PlanRefused {
        // when
        Plan plan = plan(
                "db/main.xml",
                Set.of(),
                new SourceFile(
                        "db/main.xml",
                        XML.formatted(
                                "<include file=\"sub/a.sql\" relativeToChangelogFile=\"true\"/><include file=\"db/sub/b.sql\"/>")),
                new SourceFile("db/sub/a.sql", "--liquibase formatted sql\n--changeset a:1\nSELECT 1;"),
                new SourceFile("db/sub/b.sql", "--liquibase formatted sql\n--changeset a:2\nSELECT 2;"));

        // then
        assertThat(plan.statements()).extracting(PlannedStatement::sql).containsExactly("SELECT 1", "SELECT 2");
    }

    static Stream<Arguments> more() {
        return Stream.of(
                Arguments.of("<executeCommand executable=\"rm\"/>"),
                Arguments.of("<customChange class=\"com.example.Anything\"/>"),
                Arguments.of("<loadData tableName=\"t\" file=\"d.csv\"/>"),
                Arguments.of("<tagDatabase tag=\"x\"/>"),
                Arguments.of("<stop/>"));
    }

    @ParameterizedTest
    @MethodSource("more")
    void marksOrRefusesChangesThatAreMoreThanSql(String change) {
        // when
        List<PlannedStatement> statements;
        try {
            statements = plan(
                            "c.xml",
                            Set.of(),
                            new SourceFile(
                                    "c.xml",
                                    XML.formatted("<changeSet id=\"1\" author=\"a\">" + change + "</changeSet>")),
                            new SourceFile("d.csv", "a\n1\n"))
                    .statements();
        } catch (PlanRefused refused) {
            return;
        }

        // then
        assertThat(statements).isNotEmpty().allSatisfy(s -> assertThat(s.opaque())
                .isNotNull());
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("c.xml", "<databaseChangeLog>"),
                Arguments.of("c.xml", XML.formatted("<include file=\"/etc/passwd\"/>")),
                Arguments.of("c.xml", XML.formatted("<include file=\"http://127.0.0.1:1/x.xml\"/>")),
                Arguments.of("c.xml", XML.formatted("<include file=\"c.xml\"/>")),
                Arguments.of(
                        "c.xml",
                        XML.formatted(
                                "<changeSet id=\"1\" author=\"a\"><sqlFile path=\"../../etc/passwd\"/></changeSet>")),
                Arguments.of(
                        "c.xml",
                        XML.formatted("<changeSet id=\"1\" author=\"a\"><sql>SELECT '${java.home}'</sql></changeSet>")),
                Arguments.of("c.xml", XML.formatted("<changeSet id=\"1\" author=\"a\"><sql>COMMIT</sql></changeSet>")),
                Arguments.of(
                        "c.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + XML.substring(39)
                                        .formatted(
                                                "<changeSet id=\"1\" author=\"a\"><sql>SELECT '&e;'</sql></changeSet>")),
                Arguments.of("c.yaml", "databaseChangeLog: !!javax.script.ScriptEngineManager []"),
                Arguments.of("c.json", "{"),
                Arguments.of("c.txt", "SELECT 1"),
                Arguments.of("c.xml", XML.formatted("")));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWhatItCannotReadOrMayNot(String path, String content) {
        // when
        PlanRefused refused =
                catchThrowableOfType(PlanRefused.class, () -> plan(path, Set.of(), new SourceFile(path, content)));

        // then
        assertThat(refused).isNotNull();
        assertThat(refused.getMessage()).doesNotContain("root:");
        assertThat(refused.help()).isNotEmpty();
    }

    @Test
    void saysThatNothingIsNew() {
        // when
        PlanRefused refused = catchThrowableOfType(
                PlanRefused.class,
                () -> plan(
                        "c.sql",
                        Set.of(new ChangesetId("1", "a", "c.sql")),
                        new SourceFile("c.sql", "--liquibase formatted sql\n--changeset a:1\nSELECT 1;")));

        // then
        assertThat(refused.code()).isEqualTo(RefusalCode.EMPTY_SQL);
    }

    @Test
    void givesEveryThreadItsOwnPlan() throws Exception {
        // given
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = Stream.iterate(0, i -> i < 20, i -> i + 1)
                    .<Callable<String>>map(i -> () -> plan(
                                    "c.sql",
                                    Set.of(),
                                    new SourceFile(
                                            "c.sql", "--liquibase formatted sql\n--changeset a:1\nSELECT " + i + ";"))
                            .statements()
                            .getFirst()
                            .sql())
                    .toList();

            // when
            List<Future<String>> results = threads.invokeAll(calls);

            // then
            for (int i = 0; i < 20; i++) {
                assertThat(results.get(i).get()).isEqualTo("SELECT " + i);
            }
        }
    }

    private static Plan plan(String entry, Set<ChangesetId> ran, SourceFile... files) throws PlanRefused {
        return Planner.plan(
                Bundle.of(Engine.LIQUIBASE, Options.defaults(), entry, List.of(files)), Dialect.POSTGRESQL, ran);
    }
}
