package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** About a table that the schema file does not have. */
public final class NotInSchema implements Rule {
    private static final Card CARD = new Card(
            "not-in-schema",
            "lint with a schema file: a statement about a table or an index that is not in it.",
            "It fails on the target, or the schema file is incomplete and nothing is known of the table.",
            "Dump the schema of the target anew, whole; or correct the name.",
            List.of(),
            List.of());

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        ObjectName name = subject(operation);
        if (name == null || ofTheServer(name) || !situation.facts().untold(name)) {
            return Optional.empty();
        }
        String reason = situation.facts().qualified(name)
                + " is not in the schema that was given: the statement fails, or nothing is known of it.";
        return Optional.of(situation.finding(CARD, Risk.MEDIUM, reason));
    }

    /** Every database has them, no dump does. */
    private static boolean ofTheServer(ObjectName name) {
        return "information_schema".equals(name.schema())
                || "pg_catalog".equals(name.schema())
                || (name.schema() == null && name.name().startsWith("pg_"));
    }

    /** What must be there for the statement to succeed; null when nothing must. */
    private static @Nullable ObjectName subject(Operation operation) {
        return switch (operation) {
            case TableOperation.CreateTable create ->
                create.inherits().isEmpty()
                        ? create.partitionOf()
                        : create.inherits().getFirst();
            case TableOperation.DropTable drop -> drop.ifExists() ? null : drop.table();
            case TableOperation table -> table.table();
            case IndexOperation.CreateIndex create -> create.table();
            case IndexOperation.DropIndex drop -> drop.ifExists() ? null : drop.object();
            case IndexOperation.AlterIndex alter -> alter.object();
            case IndexOperation.RenameIndex rename -> rename.object();
            case OtherOperation.RefreshMaterializedView refresh -> refresh.object();
            case DataOperation data -> data.object();
            case MysqlOperation own -> own.table();
            default -> null;
        };
    }
}
