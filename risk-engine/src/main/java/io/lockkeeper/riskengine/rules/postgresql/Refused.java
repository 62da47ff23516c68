package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.Partitioning;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why the server refuses an action of ALTER TABLE on a table that is there. */
final class Refused {
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "%", "|", "||");

    private Refused() {}

    /** Null where nothing speaks against it. */
    static @Nullable String at(
            TableOperation operation, TableFacts table, List<Operation> siblings, TargetFacts facts) {
        String tooNew = tooNew(operation, facts.major());
        if (tooNew != null) {
            return tooNew + " comes with a later version of the server";
        }
        String early = beforeItIsAdded(operation, siblings);
        if (early != null) {
            return early;
        }
        return switch (operation) {
            case TableOperation.AddColumn add ->
                ofPartition(table, facts) ? "columns of a partition are those of its parent" : reads(add, table);
            case TableOperation.DropColumn drop -> divides(table, drop.column());
            case TableOperation.AlterColumnType type -> {
                String divides = divides(table, type.column());
                yield divides != null ? divides : uncastable(type, table);
            }
            case TableOperation.DropNotNull drop -> dropNotNull(drop.column(), table);
            case TableOperation.AddConstraint add -> usingIndex(add.definition(), table);
            case TableOperation.DetachPartition detach -> detached(detach, table, facts);
            case TableOperation.ChangeTable change -> changed(change, table, facts);
            default -> null;
        };
    }

    private static @Nullable String tooNew(TableOperation operation, int major) {
        Stream<ConstraintDefinition> constraints =
                switch (operation) {
                    case TableOperation.AddColumn add -> add.definition().constraints().stream();
                    case TableOperation.AddConstraint add -> Stream.of(add.definition());
                    default -> Stream.empty();
                };
        if (major < 18 && constraints.anyMatch(c -> !c.enforced())) {
            return "NOT ENFORCED";
        }
        return switch (operation) {
            case TableOperation.AddColumn add -> tooNew(add.definition(), major);
            case TableOperation.AddConstraint add ->
                major < 18 && add.definition().kind() == ConstraintKind.NOT_NULL ? "NOT NULL as a constraint" : null;
            case TableOperation.ChangeTable change -> tooNew(change.change(), major);
            default -> null;
        };
    }

    static @Nullable String tooNew(ColumnDefinition column, int major) {
        return major < 18 && column.generated().equals("virtual") ? "a virtual column" : null;
    }

    private static @Nullable String tooNew(TableChange change, int major) {
        return switch (change) {
            case SET_COMPRESSION -> major < 14 ? "SET COMPRESSION" : null;
            case SET_ACCESS_METHOD -> major < 15 ? "SET ACCESS METHOD" : null;
            case SET_EXPRESSION -> major < 17 ? "SET EXPRESSION" : null;
            case ENFORCE_CONSTRAINT, UNENFORCE_CONSTRAINT -> major < 18 ? "ENFORCED" : null;
            default -> null;
        };
    }

    /** The server drops and changes columns before it adds any, whatever the order in the text (12-18). */
    private static @Nullable String beforeItIsAdded(TableOperation operation, List<Operation> siblings) {
        boolean early =
                switch (operation) {
                    case TableOperation.DropDefault ignored -> true;
                    case TableOperation.DropNotNull ignored -> true;
                    case TableOperation.AlterColumnType ignored -> true;
                    default -> false;
                };
        boolean added = siblings.stream()
                .anyMatch(s -> s instanceof TableOperation.AddColumn add
                        && !add.ifNotExists()
                        && add.column().equals(operation.column()));
        return early && added ? "the column " + operation.column() + " is added after this action" : null;
    }

    private static boolean ofPartition(TableFacts table, TargetFacts facts) {
        return table.partitionOf()
                .flatMap(facts::table)
                .filter(parent -> parent.kind() == TableFacts.Kind.PARTITIONED)
                .isPresent();
    }

    /** A default that is a column, or computes with one. */
    private static @Nullable String reads(TableOperation.AddColumn add, TableFacts table) {
        String expression = add.definition().defaultExpression();
        if (expression == null) {
            return null;
        }
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(expression);
        } catch (PlanRefused e) {
            return null;
        }
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
            boolean computes = tokens.size() == 1
                    || (i > 0 && OPERATORS.contains(tokens.get(i - 1).text()))
                    || (i + 1 < tokens.size()
                            && OPERATORS.contains(tokens.get(i + 1).text()));
            boolean plain = tokens.get(i).kind() == Token.Kind.WORD
                    && (i + 1 == tokens.size()
                            || OPERATORS.contains(tokens.get(i + 1).text())
                            || tokens.get(i + 1).isSymbol(')'))
                    && (i == 0
                            || OPERATORS.contains(tokens.get(i - 1).text())
                            || tokens.get(i - 1).isSymbol('('));
            if (computes && plain && table.column(word).isPresent()) {
                return "a default cannot read the column " + word;
            }
        }
        return null;
    }

    private static @Nullable String divides(TableFacts table, String column) {
        boolean divides = table.partitioning()
                .map(Partitioning::key)
                .filter(key -> {
                    try {
                        return Lexer.tokens(key).stream().anyMatch(t -> t.is(column));
                    } catch (PlanRefused e) {
                        return false;
                    }
                })
                .isPresent();
        return divides ? "the table is divided by the column " + column : null;
    }

    private static @Nullable String uncastable(TableOperation.AlterColumnType change, TableFacts table) {
        Optional<ColumnFacts> column = table.column(change.column());
        return change.using() == null
                        && column.isPresent()
                        && Casts.missing(column.get().type(), change.type())
                ? "nothing turns " + column.get().type() + " into " + change.type() + " without USING"
                : null;
    }

    private static @Nullable String dropNotNull(String column, TableFacts table) {
        boolean primary = table.indexes().stream()
                .anyMatch(i -> i.primary() && i.columns().contains(column));
        boolean identity = table.column(column)
                .filter(c -> c.generated().equals("identity"))
                .isPresent();
        return primary
                ? "the column " + column + " is in the primary key"
                : identity ? "the column " + column + " is an identity" : null;
    }

    private static @Nullable String usingIndex(ConstraintDefinition definition, TableFacts table) {
        String name = definition.usingIndex();
        Optional<IndexFacts> index = table.indexes().stream()
                .filter(i -> i.name().name().equals(name))
                .findFirst();
        if (name == null || index.isEmpty()) {
            return null;
        }
        if (!index.get().unique()) {
            return "the index " + name + " is not unique";
        }
        return index.get().computed() ? "the index " + name + " has an expression or a predicate" : null;
    }

    private static @Nullable String detached(
            TableOperation.DetachPartition detach, TableFacts table, TargetFacts facts) {
        Optional<TableFacts> partition = facts.table(detach.partition());
        boolean other = partition.isPresent() && !partition.get().partitionOf().equals(Optional.of(table.name()));
        return other ? detach.partition() + " is no partition of " + table.name() : null;
    }

    private static @Nullable String changed(TableOperation.ChangeTable change, TableFacts table, TargetFacts facts) {
        ObjectName other = change.other();
        Optional<ColumnFacts> column = change.column() == null ? Optional.empty() : table.column(change.column());
        return switch (change.change()) {
            case ADD_IDENTITY, ADD_IDENTITY_ALWAYS ->
                column.filter(c -> c.defaultExpression() != null
                                || !c.notNull()
                                || c.generated().equals("identity"))
                        .map(c -> "the column " + c.name() + " has a default, may be NULL, or is an identity already")
                        .orElse(null);
            case ALTER_CONSTRAINT, ENFORCE_CONSTRAINT, UNENFORCE_CONSTRAINT -> constraint(change, table);
            case INHERIT -> ofPartition(table, facts) ? "a partition inherits from its parent alone" : null;
            case NO_INHERIT -> {
                boolean child = other != null
                        && facts.table(other)
                                .filter(parent -> !parent.partitions().contains(table.name()))
                                .isPresent();
                yield child ? other + " is no parent of " + table.name() : null;
            }
            default -> null;
        };
    }

    /** Foreign keys alone are deferred or given up; NOT NULL (18) has nothing but its inheritance. */
    private static @Nullable String constraint(TableOperation.ChangeTable change, TableFacts table) {
        String name = change.other() == null ? "" : change.other().name();
        Optional<ConstraintFacts> constraint = table.constraint(name);
        if (constraint.isEmpty()) {
            return null;
        }
        boolean inheritance =
                constraint.get().kind() == ConstraintKind.NOT_NULL && change.change() == TableChange.ALTER_CONSTRAINT;
        return constraint.get().kind() == ConstraintKind.FOREIGN_KEY || inheritance
                ? null
                : "the constraint " + name + " is no foreign key";
    }
}
