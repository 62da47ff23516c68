package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.InnodbFacts;
import io.lockkeeper.riskengine.facts.ServerVersion;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The table an ALTER is about, and what else that ALTER does. Of a table that is not known, the usual is assumed: InnoDB,
 * DYNAMIC, no FULLTEXT index; of a column that is not known, the worst.
 */
final class Altered {
    private final TargetFacts facts;
    private final Optional<TableFacts> table;
    private final List<Operation> siblings;

    Altered(TargetFacts facts, ObjectName table, List<Operation> siblings) {
        this.facts = facts;
        this.table = facts.table(table);
        this.siblings = List.copyOf(siblings);
    }

    ServerVersion version() {
        return facts.version();
    }

    Optional<ColumnFacts> column(String name) {
        return table.flatMap(t -> t.column(name));
    }

    /** Position of the column, from 0; -1 when it is not known. */
    int place(String column) {
        List<ColumnFacts> columns = table.map(TableFacts::columns).orElse(List.of());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    boolean hasFulltext() {
        return index(i -> i.method().equals("fulltext"));
    }

    boolean compressed() {
        return innodb().compressed();
    }

    boolean redundant() {
        return innodb().rowFormat().equals("redundant");
    }

    /** Of the storage engine that the online algorithms are made for. */
    boolean isInnodb() {
        return innodb().innodb();
    }

    String engine() {
        return innodb().engine();
    }

    String collation() {
        return innodb().collation();
    }

    int rowVersions() {
        return innodb().rowVersions();
    }

    boolean hasGenerated(String kind) {
        return table.map(TableFacts::columns).orElse(List.of()).stream()
                .anyMatch(c -> c.generated().equals(kind));
    }

    boolean indexed(String column) {
        return index(i -> i.columns().contains(column));
    }

    /** In the key of a FULLTEXT index. */
    boolean index(Predicate<IndexFacts> wanted) {
        return table.map(TableFacts::indexes).orElse(List.of()).stream().anyMatch(wanted);
    }

    boolean partitioned() {
        return table.map(t -> t.kind() == TableFacts.Kind.PARTITIONED).orElse(false);
    }

    /** Another table's foreign key points to it. */
    boolean referenced() {
        return table.map(t -> !t.referencedBy().isEmpty()).orElse(false);
    }

    /** A foreign key of its own changes its rows when the parent's change. */
    boolean cascades() {
        return table.map(TableFacts::constraints).orElse(List.of()).stream()
                .filter(c -> c.kind() == ConstraintKind.FOREIGN_KEY)
                .map(ConstraintFacts::definition)
                .map(definition -> definition.toUpperCase(Locale.ROOT))
                .anyMatch(definition -> definition.contains("CASCADE") || definition.contains("SET NULL"));
    }

    Optional<ConstraintFacts> constraint(String name) {
        return table.flatMap(t -> t.constraint(name));
    }

    boolean foreignKeyChecks() {
        return !off(setting("foreign_key_checks"));
    }

    /** Rows that do not fit are refused. Unknown counts as strict, which is every server's default. */
    boolean strict() {
        String mode = setting("sql_mode");
        return mode.isEmpty() || mode.contains("strict") || mode.contains("traditional");
    }

    /** MariaDB's {@code innodb_instant_alter_column_allowed}; empty when it is not known. */
    String instantAllowed() {
        return setting("innodb_instant_alter_column_allowed");
    }

    boolean also(Predicate<Operation> other) {
        return siblings.stream().anyMatch(other);
    }

    private String setting(String name) {
        return facts.settings().getOrDefault(name, "").toLowerCase(Locale.ROOT);
    }

    private static boolean off(String value) {
        return value.equals("0") || value.equals("off") || value.equals("false");
    }

    private InnodbFacts innodb() {
        return table.flatMap(TableFacts::innodb).orElse(InnodbFacts.DEFAULTS);
    }
}
