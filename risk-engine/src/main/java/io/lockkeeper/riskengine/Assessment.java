package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.Effects;
import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.Evolution;
import io.lockkeeper.riskengine.facts.ServerVersion;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.read.StatementReader;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Confidence;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.OperationReport;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.SecondsRange;
import io.lockkeeper.riskengine.report.StatementReport;
import io.lockkeeper.riskengine.rules.Held;
import io.lockkeeper.riskengine.rules.MigrationSituation;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Rules;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.rules.postgresql.NothingToDo;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One run of the classifier over a plan. Statements are judged in order, each against the target as the earlier ones leave
 * it. A statement's risk is the gravest of its findings and of its effects' levels, and HIGH when it could not be read;
 * the migration's is the gravest of all, so that adding a statement never lowers it.
 */
final class Assessment {
    private final Plan plan;
    private final List<List<Operation>> operations;
    private final Thresholds thresholds;

    Assessment(Plan plan, StatementReader reader, Thresholds thresholds) {
        this.plan = plan;
        this.thresholds = thresholds;
        this.operations = plan.statements().stream()
                .map(statement -> read(statement, reader))
                .toList();
    }

    private static List<Operation> read(PlannedStatement statement, StatementReader reader) {
        String opaque = statement.opaque();
        return opaque == null ? reader.read(statement.sql()) : List.of(new Unreadable(opaque));
    }

    Report of(TargetFacts facts) {
        List<SecondsRange> untilCommit = untilCommit(facts);
        List<StatementReport> statements = new ArrayList<>();
        TargetFacts now = plan.elsewhere()
                ? facts
                : Evolution.limited(facts, plan.options().lockTimeout());
        Held held = new Held();
        int transaction = PlannedStatement.NO_TRANSACTION;
        for (PlannedStatement statement : plan.statements()) {
            if (statement.transaction() != transaction || !statement.inTransaction()) {
                held.release();
            }
            transaction = statement.transaction();
            SecondsRange until = untilCommit.get(statement.index());
            TargetFacts before = now;
            List<Effect> effects = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            List<Operation> read = operations.get(statement.index());
            for (Operation operation : read) {
                TargetFacts seen =
                        operation instanceof MysqlOperation.DemandAlgorithm ? before : seen(operation, read, now);
                if (NothingToDo.at(operation, statement.sql(), seen)) {
                    continue;
                }
                List<Effect> own = Effects.of(operation, read, altered(read, before, seen)).stream()
                        .map(e -> longer(e, until))
                        .toList();
                Situation situation = new Situation(statement, read, own, seen, held, plan.elsewhere(), thresholds);
                Rules.of(plan.dialect()).forEach(rule -> check(rule, operation, situation, findings));
                effects.addAll(own);
                now = after(now, operation, statement);
            }
            held.add(read, effects, before);
            statements.add(report(statement, read, effects, findings, before));
        }
        return report(facts, statements);
    }

    /**
     * What an action of ALTER TABLE finds: the server drops constraints in an earlier pass, so that SET NOT NULL beside the
     * DROP of the CHECK that proves it scans after all, whatever their order in the text (measured on 12-18).
     */
    private static TargetFacts seen(Operation operation, List<Operation> siblings, TargetFacts facts) {
        if (!(operation instanceof TableOperation.SetNotNull)) {
            return facts;
        }
        TargetFacts seen = facts;
        for (Operation sibling : siblings) {
            if (sibling instanceof TableOperation.DropConstraint) {
                seen = Evolution.after(seen, sibling);
            }
        }
        return seen;
    }

    private static TargetFacts after(TargetFacts facts, Operation operation, PlannedStatement statement) {
        return facts.dialect() == Dialect.POSTGRESQL
                ? Evolution.after(facts, operation, statement.sql())
                : Evolution.after(facts, operation);
    }

    /** MySQL and MariaDB weigh all actions of an ALTER TABLE against the table as it was, and then do them at once. */
    private static TargetFacts altered(List<Operation> read, TargetFacts before, TargetFacts now) {
        boolean creates = read.getFirst() instanceof TableOperation.CreateTable;
        return now.dialect() == Dialect.POSTGRESQL || creates ? now : before;
    }

    private static void check(Rule rule, Operation operation, Situation situation, List<Finding> findings) {
        rule.check(operation, situation)
                .filter(finding -> !findings.contains(finding))
                .ifPresent(findings::add);
    }

    /**
     * Of each statement the time of all later ones in its transaction, to whose end locks are held. An operation takes as
     * long as its longest effect, since several effects are of the same work.
     */
    private List<SecondsRange> untilCommit(TargetFacts facts) {
        List<SecondsRange> totals = new ArrayList<>();
        TargetFacts now = facts;
        for (PlannedStatement statement : plan.statements()) {
            List<Operation> read = operations.get(statement.index());
            SecondsRange own = SecondsRange.ZERO;
            TargetFacts before = now;
            for (Operation operation : read) {
                own = own.plus(Effects.of(operation, read, altered(read, before, now)).stream()
                        .map(Effect::total)
                        .max(Comparator.comparingDouble(SecondsRange::high))
                        .orElse(SecondsRange.ZERO));
                now = after(now, operation, statement);
            }
            totals.add(own);
        }
        List<SecondsRange> until = new ArrayList<>(Collections.nCopies(totals.size(), SecondsRange.ZERO));
        for (int i = totals.size() - 2; i >= 0; i--) {
            PlannedStatement statement = plan.statements().get(i);
            int next = plan.statements().get(i + 1).transaction();
            if (statement.inTransaction() && statement.transaction() == next) {
                until.set(i, until.get(i + 1).plus(totals.get(i + 1)));
            }
        }
        return until;
    }

    private static Effect longer(Effect effect, SecondsRange until) {
        return effect.blocks().compareTo(Blocks.WRITES) < 0 ? effect : effect.longer(until);
    }

    private StatementReport report(
            PlannedStatement statement,
            List<Operation> read,
            List<Effect> effects,
            List<Finding> findings,
            TargetFacts facts) {
        Risk risk = Risk.LOW;
        for (Finding finding : findings) {
            risk = risk.max(finding.risk());
        }
        List<Effect> merged = merged(effects);
        for (Effect effect : merged) {
            risk = risk.max(Levels.of(effect, facts, thresholds));
        }
        if (read.stream().anyMatch(Unreadable.class::isInstance)) {
            risk = Risk.HIGH;
        }
        return new StatementReport(
                statement.index(),
                statement.line(),
                statement.file(),
                statement.changeset(),
                statement.sql(),
                risk,
                read.stream().map(operation -> operation(operation, facts)).toList(),
                merged,
                findings);
    }

    private static OperationReport operation(Operation operation, TargetFacts facts) {
        ObjectName object = operation.object();
        return new OperationReport(
                operation.kind(),
                object == null ? null : facts.qualified(object).toString(),
                operation.column());
    }

    /** One effect per table: the strongest lock, everything that happens, and all the time it takes. */
    private static List<Effect> merged(List<Effect> effects) {
        Map<String, Effect> byTable = new LinkedHashMap<>();
        effects.forEach(effect -> byTable.merge(effect.table(), effect, Effect::and));
        return List.copyOf(byTable.values());
    }

    private Report report(TargetFacts facts, List<StatementReport> statements) {
        List<Finding> about = about(facts, statements);
        Risk risk = Stream.concat(
                        statements.stream().map(StatementReport::risk),
                        about.stream().map(Finding::risk))
                .max(Comparator.naturalOrder())
                .orElse(Risk.LOW);
        boolean analysable = operations.stream().flatMap(List::stream).noneMatch(Unreadable.class::isInstance);
        boolean transactional = !statements.isEmpty()
                && plan.statements().stream()
                                .mapToInt(PlannedStatement::transaction)
                                .distinct()
                                .count()
                        == 1
                && plan.statements().getFirst().inTransaction();
        return new Report(
                plan.dialect().id(),
                version(facts),
                risk,
                analysable,
                facts.live() && analysable ? Confidence.MEASURED : Confidence.ASSUMED,
                statements,
                transactional,
                about,
                null,
                null);
    }

    private List<Finding> about(TargetFacts facts, List<StatementReport> statements) {
        MigrationSituation situation = new MigrationSituation(plan, operations, statements, facts);
        return Rules.ofMigrations().stream()
                .flatMap(rule -> rule.check(situation).stream())
                .toList();
    }

    /** Behaviour changes with the major version on PostgreSQL, with the first two numbers on MySQL and MariaDB. */
    private static String version(TargetFacts facts) {
        ServerVersion version = facts.version();
        return facts.dialect() == Dialect.POSTGRESQL
                ? Integer.toString(version.major())
                : version.major() + "." + version.minor();
    }
}
