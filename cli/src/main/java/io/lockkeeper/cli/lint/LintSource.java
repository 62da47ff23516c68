package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.facts.GivenFacts;
import io.lockkeeper.riskengine.facts.MysqlFacts;
import io.lockkeeper.riskengine.facts.PostgresFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/** Where {@code lint} takes the target's facts from. */
interface LintSource {

    Dialect dialect();

    /** @throws SQLException when a live target could not be read */
    TargetFacts facts(Plan plan) throws SQLException;

    /** The report with the confidence that such facts deserve. */
    Report graded(Report report, TargetFacts facts);

    /** Nobody can be asked: what files tell, and the worst for the rest. */
    record Given(GivenFacts given) implements LintSource {
        @Override
        public Dialect dialect() {
            return given.dialect();
        }

        @Override
        public TargetFacts facts(Plan plan) {
            return given.of(RiskEngine.names(plan));
        }

        @Override
        public Report graded(Report report, TargetFacts facts) {
            return given.graded(report, facts);
        }
    }

    /** A server that is asked, read-only. */
    record Live(DatabaseUrl url, Dialect dialect) implements LintSource {

        /** A server of MySQL's protocol says itself which of the two it is. */
        static Live of(DatabaseUrl url) {
            if (url.dialect() == Dialect.POSTGRESQL) {
                return new Live(url, Dialect.POSTGRESQL);
            }
            try (Connection connection = DriverManager.getConnection(url.jdbc(), url.properties())) {
                boolean mariadb =
                        connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("MariaDB");
                return new Live(url, mariadb ? Dialect.MARIADB : Dialect.MYSQL);
            } catch (SQLException e) {
                throw new Unusable("the database could not be read: " + e.getMessage());
            }
        }

        @Override
        public TargetFacts facts(Plan plan) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url.jdbc(), url.properties())) {
                return read(connection, RiskEngine.names(plan));
            }
        }

        private TargetFacts read(Connection connection, Set<ObjectName> names) throws SQLException {
            return switch (dialect) {
                case POSTGRESQL -> PostgresFacts.read(connection, names);
                case MYSQL, MARIADB -> MysqlFacts.read(connection, names);
            };
        }

        @Override
        public Report graded(Report report, TargetFacts facts) {
            return report;
        }
    }
}
