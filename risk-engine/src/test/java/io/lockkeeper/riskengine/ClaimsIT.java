package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.plan.OutsideTransaction;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.StatementReport;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rules;
import io.lockkeeper.riskengine.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Every rule's examples, run on a real PostgreSQL 17 inside a transaction that is rolled back: the locks, rewrites and scans
 * that the report claims must be those that the server shows. What it refuses inside a transaction is left out, and so are
 * statements that could not be read, about which nothing is claimed.
 */
class ClaimsIT {
    private static RealShop shop;

    @BeforeAll
    static void start() throws SQLException {
        shop = new RealShop();
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @TestFactory
    Stream<DynamicTest> claimsAreWhatTheServerShows() {
        Set<Example> examples = new LinkedHashSet<>();
        Rules.of(Dialect.POSTGRESQL).forEach(rule -> {
            examples.addAll(rule.card().flagged());
            examples.addAll(rule.card().clean());
        });
        return examples.stream().map(example -> dynamicTest(example.sql(), () -> check(example)));
    }

    private static void check(Example example) throws SQLException {
        Plan plan = Shop.plan(example);
        Report report = shop.assess(plan);
        try (Connection connection = shop.connect()) {
            run(connection, "SET TimeZone = 'Europe/Paris'");
            connection.setAutoCommit(false);
            Map<Long, String> names = Observation.names(connection);
            Map<String, Lock> claimed = new TreeMap<>();
            for (PlannedStatement planned : plan.statements()) {
                StatementReport statement = report.statements().get(planned.index());
                boolean fails = statement.findings().stream()
                        .anyMatch(finding -> finding.reason().startsWith("Will fail"));
                if (OutsideTransaction.required(planned.sql()) || (has(statement, "unanalysable") && !fails)) {
                    return;
                }
                Observation before = Observation.of(connection, names);
                String refusal = run(connection, planned.sql());
                assertThat(refusal.isEmpty()).as("runs: " + refusal).isEqualTo(!fails);
                if (fails) {
                    return;
                }
                compare(statement, before, Observation.of(connection, names), claimed);
            }
            connection.rollback();
        }
    }

    private static void compare(
            StatementReport statement, Observation before, Observation after, Map<String, Lock> claimed) {
        Map<String, Lock> expected = new TreeMap<>(claimed);
        for (Effect effect : statement.effects()) {
            if (before.files().containsKey(effect.table())) {
                expected.merge(effect.table(), effect.lock(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
        }
        claimed.putAll(expected);
        Map<String, Lock> held = new TreeMap<>(after.locks());
        held.entrySet().removeIf(e -> e.getValue().blocks() == Blocks.NOTHING && !claimed.containsKey(e.getKey()));
        assertThat(held).as("locks").containsExactlyInAnyOrderEntriesOf(claimed);
        boolean data = statement.operations().stream()
                .anyMatch(o -> Set.of("update", "delete", "insert", "select", "truncate")
                        .contains(o.kind()));
        for (Effect effect : data ? List.<Effect>of() : statement.effects()) {
            if (after.files().containsKey(effect.table())) {
                assertThat(after.rewrote(effect.table(), before))
                        .as("rewrites " + effect.table())
                        .isEqualTo(effect.rewrites());
                assertThat(after.scanned(effect.table(), before))
                        .as("scans " + effect.table())
                        .isEqualTo(effect.scans());
            }
        }
    }

    private static String run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static boolean has(StatementReport statement, String rule) {
        return statement.findings().stream().anyMatch(f -> f.rule().equals(rule));
    }
}
