package io.lockkeeper.riskengine.onlineddl;

import io.lockkeeper.riskengine.RealMysqls;
import io.lockkeeper.riskengine.RealMysqls.Named;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.MysqlFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.ScriptPlan;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said to fail is refused by real servers, and what is not said to fail on purpose is not: each statement of
 * {@code will-fail.tsv} on a database of its own.
 */
class WillFailIT {
    private static final String DATABASE = "will_fail";

    static Stream<Named> servers() {
        return RealMysqls.all().stream();
    }

    /** @param said on which servers it is said to fail: {@code both}, {@code mysql}, {@code mariadb} or {@code none} */
    private record Line(String said, String sql) {
        private boolean claims(Named server) {
            return said.equals("both") || said.equals(server.mariadb() ? "mariadb" : "mysql");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsSaidToFailFails(Named server) throws SQLException, PlanRefused {
        // given
        List<String> schema = Resources.text("will-fail-schema.sql").lines().toList();
        List<Line> lines = Resources.text("will-fail.tsv")
                .lines()
                .map(line -> line.split("\t", 2))
                .map(cells -> new Line(cells[0], cells[1]))
                .toList();
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        int accepted = 0;

        // when
        for (Line line : lines) {
            server.server().execute("DROP DATABASE IF EXISTS " + DATABASE, "CREATE DATABASE " + DATABASE);
            try (Connection connection = server.server().connect(DATABASE);
                    Statement statement = connection.createStatement()) {
                for (String sql : schema) {
                    statement.execute(sql);
                }
                boolean said = said(line.sql(), server, connection);
                String error = error(statement, line.sql());
                if (said != line.claims(server)) {
                    wrong.add((said ? "said to fail: " : "not said to fail: ") + line.sql() + " -> " + error);
                }
                if (said == error.isEmpty() && (said || line.said().equals("none"))) {
                    wrong.add((said ? "but accepted: " : "but refused: ") + line.sql() + " -> " + error);
                }
                refused += said ? 1 : 0;
                accepted += error.isEmpty() ? 1 : 0;
            }
        }

        // then
        System.out.printf("WILL FAIL on %s: %d said to fail, %d accepted%n", server, refused, accepted);
        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan(40);
    }

    private static boolean said(String sql, Named server, Connection connection) throws SQLException, PlanRefused {
        Dialect dialect = server.mariadb() ? Dialect.MARIADB : Dialect.MYSQL;
        Plan plan =
                ScriptPlan.of(dialect, List.of(new ScriptPlan.Part(new SourceFile("a.sql", sql + ";"), false, null)));
        TargetFacts facts = MysqlFacts.read(connection, RiskEngine.names(plan));
        return RiskEngine.assess(plan, facts, Thresholds.defaults()).statements().stream()
                .flatMap(statement -> statement.findings().stream())
                .anyMatch(finding -> finding.rule().equals("mysql-will-fail"));
    }

    /** Empty when the server accepts it. */
    private static String error(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getErrorCode() + " " + e.getMessage();
        }
    }
}
