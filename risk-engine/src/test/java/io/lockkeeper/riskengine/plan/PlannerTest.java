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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class PlannerTest {

    @Test
    void keepsScriptsInOrderWithTheirLines() throws PlanRefused {
        // when
        Plan plan = plan("each", new SourceFile("b.sql", "SELECT 1;\nSELECT 2"), new SourceFile("a.sql", "\nSELECT 3"));

        // then
        assertThat(plan.statements())
                .extracting(PlannedStatement::sql, PlannedStatement::file, PlannedStatement::line)
                .containsExactly(
                        tuple("SELECT 1", "b.sql", 1), tuple("SELECT 2", "b.sql", 2), tuple("SELECT 3", "a.sql", 2));
        assertThat(plan.statements()).extracting(PlannedStatement::transaction).containsExactly(0, 1, 2);
    }

    @Test
    void runsOutsideOfATransactionWhatTheServerRefusesInside() throws PlanRefused {
        assertThat(plan("each", new SourceFile("a.sql", "VACUUM t"))
                        .statements()
                        .getFirst()
                        .inTransaction())
                .isFalse();
        assertThat(plan("all", new SourceFile("a.sql", "VACUUM t"))
                        .statements()
                        .getFirst()
                        .inTransaction())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "commit",
                "ROLLBACK",
                "START TRANSACTION",
                "SAVEPOINT a",
                "PREPARE TRANSACTION 'x'",
                "END"
            })
    void refusesScriptsThatControlTransactions(String word) {
        // when
        PlanRefused refused = catchThrowableOfType(
                PlanRefused.class, () -> plan("each", new SourceFile("a.sql", "SELECT 1;\n" + word)));

        // then
        assertThat(refused.code()).isEqualTo(RefusalCode.TRANSACTION_CONTROL);
        assertThat(refused.file()).isEqualTo("a.sql");
        assertThat(refused.line()).isEqualTo(2);
        assertThat(refused.help()).contains("options.transaction");
    }

    @Test
    void namesTheFileOfAnUnreadableScript() {
        // when
        PlanRefused refused = catchThrowableOfType(
                PlanRefused.class,
                () -> plan("each", new SourceFile("a.sql", "SELECT 1"), new SourceFile("b.sql", "SELECT 'x")));

        // then
        assertThat(refused.describe()).startsWith("b.sql:1: ");
    }

    @Test
    void plansForEveryDialectAndLeavesItToIntakeToRefuseOne() throws PlanRefused {
        // given
        Bundle bundle = Bundle.of(
                Engine.NATIVE, Options.defaults(), null, List.of(new SourceFile("a.sql", "ALTER TABLE t ADD a int")));

        // when
        Plan plan = Planner.plan(bundle, Dialect.MARIADB, Set.of());

        // then
        assertThat(plan.dialect()).isEqualTo(Dialect.MARIADB);
        assertThat(catchThrowableOfType(PlanRefused.class, Dialect.MARIADB::requireSupported)
                        .code())
                .isEqualTo(RefusalCode.UNSUPPORTED_ENGINE);
    }

    private static Plan plan(String transaction, SourceFile... files) throws PlanRefused {
        Options options = Options.of(transaction, null, null);
        return Planner.plan(Bundle.of(Engine.NATIVE, options, null, List.of(files)), Dialect.POSTGRESQL, Set.of());
    }
}
