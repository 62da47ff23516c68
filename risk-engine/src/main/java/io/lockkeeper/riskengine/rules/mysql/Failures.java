package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a server certainly refuses an operation: only where all that it would look at is known. */
final class Failures {
    private final Situation situation;
    private final TargetFacts facts;

    private Failures(Situation situation) {
        this.situation = situation;
        this.facts = situation.facts();
    }

    static Optional<String> of(Operation operation, Situation situation) {
        return DialectFailures.of(operation, situation)
                .or(() -> Optional.ofNullable(new Failures(situation).why(operation)));
    }

    private @Nullable String why(Operation operation) {
        return switch (operation) {
            case TableOperation.CreateTable create -> created(create);
            case TableOperation.DropTable drop -> dropped(drop);
            case TableOperation.RenameTable rename -> renamed(rename);
            case TableOperation table -> altered(operation, table.table());
            // The server answers with a row that says so, and goes on.
            case MysqlOperation.Maintain ignored -> null;
            case MysqlOperation own -> altered(operation, own.table());
            case IndexOperation.CreateIndex create -> altered(operation, create.table());
            case DataOperation data -> data(data);
            default -> null;
        };
    }

    private @Nullable String created(TableOperation.CreateTable create) {
        boolean there = facts.certain() && facts.table(create.table()).isPresent();
        if (there && !create.temporary()) {
            return create.ifNotExists() ? null : create.table() + " exists already";
        }
        return there ? null : NewTableFailures.of(create, situation);
    }

    /** A parent cannot go before its children. */
    private @Nullable String dropped(TableOperation.DropTable drop) {
        if (facts.absent(drop.table())) {
            return drop.ifExists() ? null : missing(drop.table());
        }
        return referenced(drop.table());
    }

    private @Nullable String referenced(ObjectName table) {
        boolean checks =
                !facts.settings().getOrDefault("foreign_key_checks", "1").matches("0|(?i)off");
        ObjectName own = facts.qualified(table);
        return facts.table(table).map(TableFacts::referencedBy).orElse(List.of()).stream()
                .filter(key -> checks && facts.certain() && !key.from().equals(own))
                .filter(key -> facts.table(key.from()).isPresent())
                .findFirst()
                .map(key -> "the foreign key " + key.name() + " of " + key.from() + " points to the table")
                .orElse(null);
    }

    private @Nullable String renamed(TableOperation.RenameTable rename) {
        ObjectName from = facts.qualified(rename.table());
        ObjectName to = new ObjectName(from.schema(), rename.to());
        boolean taken = facts.certain() && !from.equals(to) && facts.table(to).isPresent();
        return taken ? to + " exists already" : altered(rename, rename.table());
    }

    private @Nullable String altered(Operation operation, ObjectName name) {
        if (facts.absent(name)) {
            return DialectFailures.tableIfExists(situation.statement().sql()) ? null : missing(name);
        }
        Optional<TableFacts> table = facts.table(name);
        if (table.isEmpty() || !table.get().columnsKnown() || !facts.certain()) {
            return null;
        }
        Subject subject = new Subject(table.get(), situation.siblings(), facts);
        return Optional.ofNullable(ColumnFailures.of(operation, subject))
                .or(() -> Optional.ofNullable(KeyFailures.of(operation, subject)))
                .or(() -> Optional.ofNullable(ForeignKeyFailures.of(operation, subject)))
                .orElse(null);
    }

    private @Nullable String data(DataOperation data) {
        ObjectName name = data.object();
        if (name == null) {
            return null;
        }
        if (facts.absent(name)) {
            return missing(name);
        }
        if (data instanceof DataOperation.Truncate) {
            return referenced(name);
        }
        Optional<TableFacts> table = facts.table(name);
        boolean known = table.isPresent() && table.get().columnsKnown() && facts.certain();
        return known ? RowFailures.of(data, situation.statement().sql(), table.get(), facts.dialect()) : null;
    }

    private static String missing(ObjectName name) {
        return "there is no " + name;
    }
}
