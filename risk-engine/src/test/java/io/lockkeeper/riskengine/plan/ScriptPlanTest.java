package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ScriptPlanTest {

    @Test
    void eachStatementCommitsByItselfButForWhatStandsBetweenBeginAndCommit() throws PlanRefused {
        // when
        List<PlannedStatement> planned =
                plan(false, "SELECT 1; BEGIN; SELECT 2; SAVEPOINT s; SELECT 3; COMMIT; SELECT 4; VACUUM t");

        // then
        assertThat(planned)
                .extracting(PlannedStatement::sql)
                .containsExactly("SELECT 1", "SELECT 2", "SELECT 3", "SELECT 4", "VACUUM t");
        assertThat(planned.get(1).transaction()).isEqualTo(planned.get(2).transaction());
        assertThat(planned.subList(0, 4))
                .extracting(PlannedStatement::transaction)
                .doesNotContain(PlannedStatement.NO_TRANSACTION);
        assertThat(planned.stream().map(PlannedStatement::transaction).distinct())
                .hasSize(4);
        assertThat(planned.getLast().transaction()).isEqualTo(PlannedStatement.NO_TRANSACTION);
    }

    @Test
    void aToolThatWrapsMakesOneTransaction() throws PlanRefused {
        assertThat(plan(true, "SELECT 1; SELECT 2").stream()
                        .map(PlannedStatement::transaction)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whatARollbackUndoesIsNotFollowed() throws PlanRefused {
        assertThat(plan(false, "BEGIN; SELECT 1; ROLLBACK").getLast().opaque()).contains("ROLLBACK");
    }

    @Test
    void ddlCommitsByItselfOnMysql() throws PlanRefused {
        // when
        Plan plan = ScriptPlan.of(
                Dialect.MYSQL,
                List.of(new ScriptPlan.Part(
                        new SourceFile(
                                "a.sql", "BEGIN; UPDATE t SET a = 1; ALTER TABLE t ADD b int; UPDATE t SET a = 2"),
                        false,
                        null)));

        // then
        assertThat(plan.statements().stream().map(PlannedStatement::transaction).distinct())
                .hasSize(3);
    }

    @Test
    void wordsOfTransactionsThatDoNotBelongTogetherAreKept() throws PlanRefused {
        assertThat(slips(Dialect.POSTGRESQL, false, "SELECT 1;\nBEGIN; SELECT 2"))
                .containsExactly(new TransactionSlip("a.sql", 2, TransactionSlip.Kind.NEVER_COMMITTED));
        assertThat(slips(Dialect.POSTGRESQL, false, "BEGIN; SELECT 1;\nBEGIN; COMMIT"))
                .containsExactly(new TransactionSlip("a.sql", 2, TransactionSlip.Kind.BEGUN_TWICE));
        assertThat(slips(Dialect.POSTGRESQL, true, "SELECT 1; COMMIT; SELECT 2"))
                .containsExactly(new TransactionSlip("a.sql", 1, TransactionSlip.Kind.ENDS_THAT_OF_THE_TOOL));
        assertThat(slips(Dialect.POSTGRESQL, false, "BEGIN; SELECT 1; COMMIT; BEGIN; SELECT 2; END; COMMIT"))
                .isEmpty();
        assertThat(slips(Dialect.POSTGRESQL, false, "BEGIN; SELECT 1; ROLLBACK; BEGIN; SELECT 2"))
                .isEmpty();
    }

    @Test
    void aSecondBeginOfMysqlEndsWhatTheFirstBegan() throws PlanRefused {
        // when
        Plan plan = script(Dialect.MYSQL, false, "BEGIN; UPDATE t SET a = 1; BEGIN; UPDATE t SET a = 2; COMMIT");

        // then
        assertThat(plan.statements().stream().map(PlannedStatement::transaction).distinct())
                .hasSize(2);
        assertThat(plan.slips()).extracting(TransactionSlip::kind).containsExactly(TransactionSlip.Kind.BEGUN_TWICE);
        assertThat(slips(Dialect.MYSQL, false, "BEGIN; UPDATE t SET a = 1; DROP TABLE t"))
                .isEmpty();
    }

    @Test
    void submissionsStillMayNotHoldTheseWords() {
        assertThat(catchThrowableOfType(
                                PlanRefused.class,
                                () -> TransactionWords.refuse(
                                        Script.split(new SourceFile("a.sql", "BEGIN"), Dialect.POSTGRESQL)
                                                .getFirst(),
                                        Dialect.POSTGRESQL,
                                        "a.sql",
                                        1))
                        .code())
                .isEqualTo(RefusalCode.TRANSACTION_CONTROL);
    }

    @ParameterizedTest
    @CsvSource({
        "1,2,-1",
        "2,10,-1",
        "1.2,1_2,0",
        "1.2,1.10,-1",
        "1,1.0,0",
        "007,7,0",
        "2.1,2,1",
        "20260101120000,20251231,1"
    })
    void flywaysVersionsAreNumbers(String a, String b, int order) {
        assertThat(Integer.signum(FlywayScripts.compare(a, b))).isEqualTo(order);
    }

    @Test
    void aFlywayScriptIsOneTransactionUnlessItSaysOtherwise() throws PlanRefused {
        // when
        FlywayScripts scripts = FlywayScripts.of(
                List.of(
                        new SourceFile("V1__a.sql", "SELECT 1"),
                        new SourceFile("V2__b.sql", "SELECT 1"),
                        new SourceFile("V2__b.sql.conf", "executeInTransaction=false\n"),
                        new SourceFile("V3__c.sql", "VACUUM t"),
                        new SourceFile("V4__d.java", ""),
                        new SourceFile("notes.sql", "SELECT 1")),
                Dialect.POSTGRESQL,
                null);

        // then
        assertThat(scripts.parts()).extracting(ScriptPlan.Part::together).containsExactly(true, false, false, false);
        assertThat(scripts.parts().getLast().opaque()).contains("Java");
        assertThat(scripts.findings()).isEmpty();
    }

    @Test
    void aBaselineCountsAsTheSchema() throws PlanRefused {
        // when
        FlywayScripts scripts = FlywayScripts.of(
                List.of(
                        new SourceFile("V1__a.sql", "SELECT 1"),
                        new SourceFile("B2__all.sql", "SELECT 2"),
                        new SourceFile("V2__b.sql", "SELECT 3"),
                        new SourceFile("V3__c.sql", "SELECT 4")),
                Dialect.POSTGRESQL,
                null);

        // then
        assertThat(scripts.before()).extracting(SourceFile::path).containsExactly("B2__all.sql");
        assertThat(scripts.parts()).extracting(part -> part.file().path()).containsExactly("V3__c.sql");
    }

    @Test
    void refusesTwoScriptsOfOneVersion() {
        assertThat(catchThrowableOfType(
                        PlanRefused.class,
                        () -> FlywayScripts.of(
                                List.of(
                                        new SourceFile("V1__a.sql", "SELECT 1"),
                                        new SourceFile("V1.0__b.sql", "SELECT 1")),
                                Dialect.POSTGRESQL,
                                null)))
                .hasMessageContaining("two scripts of version");
    }

    @Test
    void theClauseOfACopyToolIsTheAlterItStandsFor() throws PlanRefused {
        SourceFile clause = new SourceFile("a.txt", "ADD COLUMN a int;\n");
        SourceFile whole = new SourceFile("a.txt", "ALTER TABLE t ADD COLUMN a int");

        assertThat(CopyTool.GH_OST.plan(clause, "shop.t", Dialect.MYSQL).statements())
                .extracting(PlannedStatement::sql)
                .containsExactly("ALTER TABLE shop.t ADD COLUMN a int");
        assertThat(CopyTool.PT_OSC.plan(whole, null, Dialect.MARIADB).statements())
                .extracting(PlannedStatement::sql)
                .containsExactly("ALTER TABLE t ADD COLUMN a int");
        assertThat(catchThrowableOfType(
                        PlanRefused.class,
                        () -> CopyTool.GH_OST.plan(
                                new SourceFile("a.txt", "ADD COLUMN a int; DROP TABLE t"), "t", Dialect.MYSQL)))
                .hasMessageContaining("more than one statement");
    }

    private static List<PlannedStatement> plan(boolean together, String sql) throws PlanRefused {
        return script(Dialect.POSTGRESQL, together, sql).statements();
    }

    private static List<TransactionSlip> slips(Dialect dialect, boolean together, String sql) throws PlanRefused {
        return script(dialect, together, sql).slips();
    }

    private static Plan script(Dialect dialect, boolean together, String sql) throws PlanRefused {
        return ScriptPlan.of(dialect, List.of(new ScriptPlan.Part(new SourceFile("a.sql", sql), together, null)));
    }
}
