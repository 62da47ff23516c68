package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A table of which all columns and keys are known for certain, and the whole statement about it: the server looks at all of its
 * actions before it refuses one.
 */
record Subject(TableFacts table, List<Operation> siblings, TargetFacts facts) {
    Subject {
        siblings = List.copyOf(siblings);
    }

    boolean mariadb() {
        return facts.dialect() == Dialect.MARIADB;
    }

    /** There, or added by the same statement. */
    boolean has(String column) {
        return table.column(column).isPresent()
                || also(o -> (o instanceof TableOperation.AddColumn add
                                && add.column().equals(column))
                        || (o instanceof MysqlOperation.ChangeColumn change
                                && change.definition().name().equals(column)
                                && !change.column().equals(column))
                        || (o instanceof TableOperation.RenameColumn rename
                                && rename.to().equals(column)));
    }

    /** There and left alone by every other action of the statement. */
    Optional<ColumnFacts> kept(String column) {
        boolean touched = also(o -> (o instanceof MysqlOperation.ChangeColumn change
                        && (change.column().equals(column)
                                || change.definition().name().equals(column)))
                || (o instanceof TableOperation.DropColumn drop && drop.column().equals(column))
                || (o instanceof TableOperation.RenameColumn rename
                        && (rename.column().equals(column) || rename.to().equals(column))));
        return touched ? Optional.empty() : table.column(column);
    }

    Optional<IndexFacts> index(String name) {
        return table.indexes().stream()
                .filter(i -> i.name().name().equalsIgnoreCase(name))
                .findFirst();
    }

    boolean also(Predicate<Operation> other) {
        return siblings.stream().anyMatch(other);
    }

    /** An index that the statement makes begins with the columns. */
    boolean adds(List<String> columns) {
        return also(o -> (o instanceof CreateIndex create && begins(create.columns(), columns))
                || (o instanceof TableOperation.AddConstraint add
                        && begins(add.definition().columns(), columns))
                || o instanceof TableOperation.AddColumn);
    }

    static boolean begins(List<String> columns, List<String> with) {
        return columns.size() >= with.size() && columns.subList(0, with.size()).equals(with);
    }

    /** Foreign keys are looked at; a session may have switched that off. */
    boolean checksKeys() {
        return !facts.settings().getOrDefault("foreign_key_checks", "1").matches("0|(?i:off|false)");
    }

    /** What does not fit is refused. Where it is not known, every server's default. */
    boolean strict() {
        String mode = facts.settings().getOrDefault("sql_mode", "strict").toLowerCase(Locale.ROOT);
        return mode.contains("strict") || mode.contains("traditional");
    }

    String noColumn(String column) {
        return "there is no column " + column + " of " + table.name();
    }
}
