package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Constraints, the indexes they stand on, and the tables that foreign keys point to. */
final class Keys {
    private Keys() {}

    /** The table with the constraint, named as the server would name it. */
    static TableFacts constrained(TargetFacts facts, TableFacts table, ConstraintDefinition definition) {
        Optional<ObjectName> references =
                Optional.ofNullable(definition.references()).map(facts::qualified);
        String name = new DefaultNames(facts, table).constraint(definition);
        List<String> columns = columns(table, definition);
        List<ConstraintFacts> constraints = new ArrayList<>(table.constraints());
        constraints.add(new ConstraintFacts(
                name,
                definition.kind(),
                !definition.notValid() && definition.enforced(),
                columns,
                references,
                definition.expression() == null ? "" : definition.expression()));
        TableFacts changed = table.with(table.columns(), table.indexes(), constraints);
        return switch (definition.kind()) {
            case PRIMARY_KEY -> notNull(indexed(facts, changed, name, definition, columns), columns);
            case UNIQUE, EXCLUDE -> indexed(facts, changed, name, definition, columns);
            case FOREIGN_KEY -> supported(facts, changed, definition);
            case NOT_NULL -> definition.notValid() ? changed : notNull(changed, columns);
            case CHECK -> changed;
        };
    }

    private static List<String> columns(TableFacts table, ConstraintDefinition definition) {
        String existing = definition.usingIndex();
        return existing == null
                ? definition.columns()
                : table.indexes().stream()
                        .filter(i -> i.name().name().equals(existing))
                        .findFirst()
                        .map(IndexFacts::columns)
                        .orElse(definition.columns());
    }

    private static TableFacts notNull(TableFacts table, List<String> columns) {
        TableFacts changed = table;
        for (String column : columns) {
            changed = TableChanges.notNull(changed, column, true);
        }
        return changed;
    }

    /** Taking over an index gives it the constraint's name. */
    private static TableFacts indexed(
            TargetFacts facts, TableFacts table, String name, ConstraintDefinition definition, List<String> columns) {
        String existing = definition.usingIndex();
        TableFacts without = existing == null ? table : TableChanges.withoutIndex(table, existing);
        boolean exclude = definition.kind() == ConstraintKind.EXCLUDE;
        return TableChanges.withIndex(
                without,
                new IndexFacts(
                        new ObjectName(table.name().schema(), name),
                        0,
                        !exclude,
                        definition.kind() == ConstraintKind.PRIMARY_KEY,
                        true,
                        columns,
                        exclude,
                        facts.dialect() == Dialect.POSTGRESQL,
                        exclude ? "gist" : "btree",
                        parts(facts, definition)));
    }

    /** Of how much of its columns the key is, as MySQL and MariaDB tell it. */
    private static String parts(TargetFacts facts, ConstraintDefinition definition) {
        String expression = definition.expression();
        return facts.dialect() == Dialect.POSTGRESQL || expression == null ? "" : expression;
    }

    /** MySQL and MariaDB make an index for a foreign key where none begins with its columns. */
    private static TableFacts supported(TargetFacts facts, TableFacts table, ConstraintDefinition definition) {
        List<String> columns = definition.columns();
        boolean there = table.indexes().stream()
                .anyMatch(i -> i.columns().size() >= columns.size()
                        && i.columns().subList(0, columns.size()).equals(columns));
        if (facts.dialect() == Dialect.POSTGRESQL || there || columns.isEmpty()) {
            return table;
        }
        String given = definition.name();
        ObjectName name = new DefaultNames(facts, table)
                .index(given == null ? null : new ObjectName(null, given), columns, columns);
        return TableChanges.withIndex(
                table, new IndexFacts(name, 0, false, false, true, columns, false, false, "btree", ""));
    }

    /** MySQL and MariaDB drop the index they made for a foreign key as soon as another one can take its place. */
    static TableFacts withoutImplied(TableFacts table, List<String> columns) {
        return table.with(
                table.columns(),
                table.indexes().stream()
                        .filter(i -> i.columns().isEmpty()
                                || columns.size() < i.columns().size()
                                || !columns.subList(0, i.columns().size()).equals(i.columns())
                                || table.constraint(i.name().name())
                                        .filter(k -> k.kind() == ConstraintKind.FOREIGN_KEY)
                                        .isEmpty())
                        .toList(),
                table.constraints());
    }

    /** Without the constraint, and without the index it stood on. */
    static TableFacts without(TableFacts table, String constraint) {
        return table.with(
                table.columns(),
                table.indexes().stream()
                        .filter(i -> !(i.name().name().equals(constraint)
                                && (i.constraint()
                                        || constraint.equals("PRIMARY")
                                        || uniqueConstraint(table, constraint))))
                        .toList(),
                table.constraints().stream()
                        .filter(c -> !c.name().equals(constraint))
                        .toList());
    }

    private static boolean uniqueConstraint(TableFacts table, String constraint) {
        return table.constraint(constraint)
                .filter(c -> c.kind() != ConstraintKind.FOREIGN_KEY && c.kind() != ConstraintKind.CHECK)
                .isPresent();
    }

    static TableFacts renamed(TableFacts table, String constraint, String to) {
        TableFacts changed = table.with(
                table.columns(),
                table.indexes(),
                table.constraints().stream()
                        .map(c -> c.name().equals(constraint) ? c.named(to) : c)
                        .toList());
        return changed.indexes().stream()
                        .anyMatch(i -> i.constraint() && i.name().name().equals(constraint))
                ? TableChanges.renamedIndex(changed, constraint, to)
                : changed;
    }
}
