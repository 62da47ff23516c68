package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.Calibration;
import io.lockkeeper.riskengine.facts.SchemaFile;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.read.MysqlReader;
import io.lockkeeper.riskengine.read.PostgresReader;
import io.lockkeeper.riskengine.read.PreparedStatements;
import io.lockkeeper.riskengine.read.StatementReader;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.Set;
import java.util.TreeSet;

/**
 * The classifier. Deterministic: no clock (but for the time that reading one statement may take), no I/O; safe to call from
 * any thread. The statements read last are remembered, so that asking for their names and then for their risk reads them once.
 */
public final class RiskEngine {
    private static final StatementReader POSTGRESQL = new PostgresReader();
    private static final StatementReader MYSQL = new MysqlReader(Dialect.MYSQL);
    private static final StatementReader MARIADB = new MysqlReader(Dialect.MARIADB);

    private RiskEngine() {}

    /**
     * Begins to load the grammar in the background, which takes about a second; without it, the first statement waits.
     * Returns at once.
     */
    public static void start() {
        PostgresReader.start();
    }

    /** Every relation and type the plan's statements name, as written: what {@code PostgresFacts.read} must be asked for. */
    public static Set<ObjectName> names(Plan plan) {
        Set<ObjectName> names = new TreeSet<>();
        StatementReader reader = reader(plan);
        for (PlannedStatement statement : plan.statements()) {
            reader.read(statement.sql())
                    .forEach(operation -> Names.of(operation).forEach(names::add));
        }
        return names;
    }

    /** Effects, findings and risk of every statement and of the migration. */
    public static Report assess(Plan plan, TargetFacts facts, Thresholds thresholds) {
        return assess(plan, facts, new Yardstick(thresholds, Calibration.NONE));
    }

    /** The same by what is configured and learnt; the report says so where that is not the default. */
    public static Report assess(Plan plan, TargetFacts facts, Yardstick yardstick) {
        return new Assessment(plan, reader(plan), yardstick.thresholds())
                .of(facts.withCalibration(yardstick.calibration()))
                .withJudgedBy(yardstick.json().orElse(null));
    }

    /**
     * A target described by its DDL.
     *
     * @param version such as {@code 17}, {@code 8.0.35} or {@code 10.11}
     * @throws PlanRefused when nothing of the file can be read
     */
    public static SchemaFile schema(SourceFile file, Dialect dialect, String version) throws PlanRefused {
        return SchemaFile.read(file, dialect, version, reader(dialect)::read);
    }

    /** Reads the plan's statements once, in their order; what is opaque may prepare anything, and nothing is followed. */
    private static StatementReader reader(Plan plan) {
        StatementReader single = reader(plan.dialect());
        boolean opaque = plan.statements().stream().anyMatch(statement -> statement.opaque() != null);
        return opaque
                ? single
                : PreparedStatements.of(
                        plan.statements().stream().map(PlannedStatement::sql).toList(), single, plan.dialect());
    }

    /** Reads single statements of a dialect. */
    public static StatementReader reader(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> POSTGRESQL;
            case MYSQL -> MYSQL;
            case MARIADB -> MARIADB;
        };
    }
}
