package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.DemandAlgorithm;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.plan.ChangesetId;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.MigrationRule;
import io.lockkeeper.riskengine.rules.MigrationSituation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements that belong together and that no transaction can hold together. */
public final class HalfDoneOnFailure implements MigrationRule {
    private static final Card CARD = new Card(
                    "half-done-on-failure",
                    "A script or changeset of several changes that cannot share a transaction: on MySQL and MariaDB one of them changes the schema, which commits; on PostgreSQL one of them runs outside of transactions.",
                    "When one statement fails, those before it stay, and running the same again fails at the first of them.",
                    "One such change for each migration or changeset; IF NOT EXISTS and IF EXISTS where the server has them.",
                    List.of(
                            Example.of(
                                    "CREATE INDEX CONCURRENTLY i ON orders (total); CREATE INDEX CONCURRENTLY j ON orders (note)"),
                            Example.of(
                                    "ALTER TABLE orders ADD COLUMN a int; CREATE INDEX CONCURRENTLY i ON orders (total)")),
                    List.of(
                            Example.of("CREATE INDEX CONCURRENTLY i ON orders (total)"),
                            Example.of("SET lock_timeout = '2s'; CREATE INDEX CONCURRENTLY i ON orders (total)"),
                            Example.together(
                                    "ALTER TABLE orders ADD COLUMN a int; ALTER TABLE orders ADD COLUMN b int")))
            .peers("squawk: prefer-robust-stmts", "atlas: MY/nonlinear and transactional checks");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(MigrationSituation situation) {
        Map<String, List<PlannedStatement>> units = new LinkedHashMap<>();
        for (PlannedStatement statement : situation.plan().statements()) {
            if (changes(situation.operations().get(statement.index()))) {
                units.computeIfAbsent(unit(statement), key -> new ArrayList<>()).add(statement);
            }
        }
        return units.entrySet().stream()
                .filter(unit -> unit.getValue().size() > 1 && commits(unit.getValue(), situation))
                .findFirst()
                .map(unit -> CARD.finding(
                        Risk.LOW,
                        "The " + unit.getValue().size() + " changes of " + words(unit.getValue(), situation)
                                + " commit one by one: when one fails, those before it stay."));
    }

    private static String words(List<PlannedStatement> unit, MigrationSituation situation) {
        PlannedStatement first = unit.getFirst();
        boolean alone = situation.plan().statements().stream()
                .allMatch(statement -> statement.file().equals(first.file()));
        return first.changeset() == null && alone ? "the script" : unit(first);
    }

    private static String unit(PlannedStatement statement) {
        ChangesetId changeset = statement.changeset();
        return changeset == null ? statement.file() : "changeset " + changeset;
    }

    private static boolean commits(List<PlannedStatement> unit, MigrationSituation situation) {
        if (situation.plan().dialect() == Dialect.POSTGRESQL) {
            return unit.stream().anyMatch(statement -> !statement.inTransaction());
        }
        return unit.stream()
                .flatMap(statement -> situation.operations().get(statement.index()).stream())
                .anyMatch(operation -> !(operation instanceof DataOperation));
    }

    private static boolean changes(List<Operation> operations) {
        return operations.stream()
                .anyMatch(operation -> !(operation instanceof DataOperation.Select
                        || operation instanceof OtherOperation.SetParameter
                        || operation instanceof OtherOperation.SessionCommand
                        || operation instanceof OtherOperation.LockTable
                        || operation instanceof OtherOperation.Analyze
                        || operation instanceof DemandAlgorithm));
    }
}
