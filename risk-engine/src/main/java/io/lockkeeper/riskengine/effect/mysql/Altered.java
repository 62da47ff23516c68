package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.InnodbFacts;
import io.lockkeeper.riskengine.facts.ServerVersion;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table an ALTER is about, and what else that ALTER does. Of a table that is not known, the usual is assumed: InnoDB,
 * DYNAMIC, no FULLTEXT index; of a column that is not known, the worst.
 */
final class Altered {
    private static final Pattern TARGET = Pattern.compile(" REFERENCES .*\\(([^()]*)\\)");
    private static final Pattern CASCADES =
            Pattern.compile("(?i)\\bON (?:DELETE|UPDATE) (?:CASCADE|SET NULL|SET DEFAULT)\\b");

    private final TargetFacts facts;
    private final Optional<TableFacts> table;
    private final List<Operation> siblings;

    Altered(TargetFacts facts, @Nullable ObjectName table, List<Operation> siblings) {
        this.facts = facts;
        this.table = table == null ? Optional.empty() : facts.table(table);
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

    /** A FULLTEXT index has it. */
    boolean searchable(String column) {
        return index(i -> i.method().equals("fulltext") && i.columns().contains(column));
    }

    boolean indexed(String column) {
        return index(i -> i.columns().contains(column));
    }

    /** A FULLTEXT index is still there after this ALTER. */
    boolean keepsFulltext() {
        return index(i -> i.method().equals("fulltext")
                && !also(o -> o instanceof MysqlOperation.DropKey drop
                        && drop.index().equals(i.name().name()))
                && !i.columns().stream()
                        .allMatch(column -> also(
                                o -> o instanceof TableOperation.DropColumn drop && column.equals(drop.column()))));
    }

    /** What a FULLTEXT index needs is there: its hidden column, or one that people made for it. */
    boolean hasDocumentId() {
        return hasFulltext() || innodb().documentId() || column("fts_doc_id").isPresent();
    }

    /** Columns can be added and dropped by metadata alone as far as the way goes in which the rows are stored. */
    boolean takesInstant() {
        return isInnodb() && !compressed() && !hasFulltext() && !innodb().documentId();
    }

    boolean hasSpatial() {
        return index(i -> i.method().equals("spatial"));
    }

    /** An index stands on a virtual column. */
    boolean indexesVirtual() {
        return index(i -> i.columns().stream()
                .anyMatch(name ->
                        column(name).map(c -> c.generated().equals("virtual")).orElse(false)));
    }

    /** A virtual column stands at a place from the one to the other, both from 0. */
    boolean virtualBetween(int from, int to) {
        List<ColumnFacts> columns = table.map(TableFacts::columns).orElse(List.of());
        for (int i = Math.max(0, Math.min(from, to)); i <= Math.max(from, to) && i < columns.size(); i++) {
            if (columns.get(i).generated().equals("virtual")) {
                return true;
            }
        }
        return false;
    }

    int columns() {
        return table.map(TableFacts::columns).orElse(List.of()).size();
    }

    List<ColumnFacts> texts() {
        return table.map(TableFacts::columns).orElse(List.of()).stream()
                .filter(c -> Charsets.hasCharset(c.type()))
                .toList();
    }

    boolean inPrimaryKey(String column) {
        return index(i -> i.primary() && i.columns().contains(column));
    }

    /** Columns of the primary key that this ALTER makes; empty when it makes none. */
    Optional<List<String>> newPrimaryKey() {
        for (Operation sibling : siblings) {
            if (sibling instanceof TableOperation.AddConstraint add
                    && add.definition().kind() == ConstraintKind.PRIMARY_KEY) {
                return Optional.of(add.definition().columns());
            }
            if (sibling instanceof TableOperation.AddColumn add
                    && add.definition().has(ConstraintKind.PRIMARY_KEY)) {
                return Optional.of(List.of(add.definition().name()));
            }
        }
        return Optional.empty();
    }

    /** The primary key has just these columns; columns of which an index may hold a beginning only are never the same. */
    boolean primaryKeyIs(List<String> columns) {
        return index(i -> i.primary() && i.columns().equals(columns))
                && columns.stream().noneMatch(name -> column(name)
                        .map(c -> Charsets.hasCharset(c.type())
                                || c.type().endsWith("blob")
                                || c.type().contains("binary"))
                        .orElse(true));
    }

    /** Without a primary key InnoDB sorts the table by a unique index of NOT NULL columns. */
    boolean sortsBy(IndexFacts index) {
        return index.unique() && !index(IndexFacts::primary) && notNull(index.columns());
    }

    /** InnoDB sorts the table by an index that has the column and is not a primary key. */
    boolean sortedBy(String column) {
        return index(i -> sortsBy(i) && i.columns().contains(column));
    }

    Optional<IndexFacts> indexNamed(String name) {
        return table.map(TableFacts::indexes).orElse(List.of()).stream()
                .filter(i -> i.name().name().equals(name))
                .findFirst();
    }

    /** Nothing but the rows' own order sorts the table yet. */
    boolean unsorted() {
        return table.isPresent() && !index(i -> i.primary() || (i.unique() && notNull(i.columns())));
    }

    boolean notNull(List<String> columns) {
        return columns.stream()
                .allMatch(name -> column(name).map(ColumnFacts::notNull).orElse(false));
    }

    /** An index begins with these columns, as a foreign key needs. */
    boolean indexBegins(List<String> columns) {
        return index(i -> i.method().equals("btree")
                && i.columns().size() >= columns.size()
                && i.columns().subList(0, columns.size()).equals(columns));
    }

    boolean index(Predicate<IndexFacts> wanted) {
        return table.map(TableFacts::indexes).orElse(List.of()).stream().anyMatch(wanted);
    }

    /** A unique key, not the primary one, is or becomes too long to be sorted by: MariaDB keeps a hash of it instead. */
    boolean hashes(UnaryOperator<ColumnFacts> anew) {
        return table.isPresent() && index(i -> i.unique() && !i.primary() && KeyLength.exceeds(i, table.get(), anew));
    }

    /** The same of a new unique key. */
    boolean hashed(IndexFacts key) {
        return table.isPresent()
                && (KeyLength.exceeds(key, table.get(), UnaryOperator.identity())
                        || key.columns().stream().anyMatch(name -> column(name)
                                .map(c -> KeyLength.unbounded(c, key))
                                .orElse(false)));
    }

    boolean partitioned() {
        return table.map(t -> t.kind() == TableFacts.Kind.PARTITIONED).orElse(false);
    }

    /** Another table's foreign key points to the column, or to one that is not known. */
    boolean referenced(String column) {
        return table.map(TableFacts::referencedBy).orElse(List.of()).stream().anyMatch(key -> {
            Optional<ConstraintFacts> known = facts.table(key.from()).flatMap(t -> t.constraint(key.name()));
            Matcher target =
                    TARGET.matcher(known.map(ConstraintFacts::definition).orElse(""));
            return !target.find() || List.of(target.group(1).split(", ")).contains(column);
        });
    }

    /** A foreign key of its own changes its rows when the parent's change. */
    boolean cascades() {
        return table.map(TableFacts::constraints).orElse(List.of()).stream()
                .filter(c -> c.kind() == ConstraintKind.FOREIGN_KEY)
                .map(ConstraintFacts::definition)
                .anyMatch(definition -> CASCADES.matcher(definition).find());
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
        return !facts.settings().containsKey("sql_mode") || mode.contains("strict") || mode.contains("traditional");
    }

    /** The session demands the old way: {@code old_alter_table}, which MariaDB 11.4 has no more. */
    boolean copiesAlways() {
        String old = setting("old_alter_table");
        return !old.isEmpty() && !off(old);
    }

    /** MariaDB's {@code alter_algorithm}, which 11.5 ignores; empty when it is not known. */
    String algorithm() {
        return setting("alter_algorithm");
    }

    /** MariaDB's {@code innodb_instant_alter_column_allowed}; empty when it is not known. */
    String instantAllowed() {
        return setting("innodb_instant_alter_column_allowed");
    }

    boolean also(Predicate<Operation> other) {
        return siblings.stream().anyMatch(other);
    }

    /** The same table for one action by itself. */
    Altered alone(Operation action) {
        return new Altered(facts, table.map(TableFacts::name).orElse(action.object()), List.of(action));
    }

    /** The same ALTER but for one action. */
    Altered without(Operation action) {
        List<Operation> others = siblings.stream().filter(o -> o != action).toList();
        return new Altered(facts, table.map(TableFacts::name).orElse(action.object()), others);
    }

    List<Operation> siblings() {
        return siblings;
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
