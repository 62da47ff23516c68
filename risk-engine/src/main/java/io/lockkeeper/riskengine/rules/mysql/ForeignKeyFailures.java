package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.ForeignKeyFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.InnodbFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What foreign keys forbid while they are checked. */
final class ForeignKeyFailures {
    private static final Pattern TARGET = Pattern.compile(" REFERENCES [^(]*\\(([^()]+)\\)");
    private static final Pattern INTEGER = Pattern.compile("((?:tiny|small|medium|big)?int)\\b.*");

    private ForeignKeyFailures() {}

    static @Nullable String of(Operation operation, Subject subject) {
        return switch (operation) {
            case MysqlOperation.DropForeignKey drop -> dropped(drop, subject);
            case MysqlOperation.SetOption option -> stored(option, subject);
            case MysqlOperation.ChangeTablespace change ->
                change.discards() && subject.checksKeys() ? discarded(subject) : null;
            case TableOperation.AddConstraint add ->
                add.definition().kind() == ConstraintKind.FOREIGN_KEY && subject.checksKeys()
                        ? added(add.definition(), subject)
                        : null;
            case MysqlOperation.DropKey drop -> subject.checksKeys() ? needed(drop, subject) : null;
            case TableOperation.DropColumn drop -> subject.checksKeys() ? keyOf(drop.column(), subject) : null;
            case MysqlOperation.ChangeColumn change -> subject.checksKeys() ? changed(change, subject) : null;
            case MysqlOperation.ConvertCharset convert -> subject.checksKeys() ? converted(convert, subject) : null;
            default -> null;
        };
    }

    private static @Nullable String dropped(MysqlOperation.DropForeignKey drop, Subject subject) {
        boolean there = own(subject.table()).anyMatch(key -> key.name().equalsIgnoreCase(drop.constraint()));
        return there || drop.ifExists()
                ? null
                : "there is no foreign key " + drop.constraint() + " of "
                        + subject.table().name();
    }

    /** Whether they are checked or not, and even when the same statement drops them (measured). */
    private static @Nullable String stored(MysqlOperation.SetOption option, Subject subject) {
        boolean leaves = option.option().equals("ENGINE")
                && subject.table().innodb().map(InnodbFacts::innodb).orElse(false)
                && !option.value().equalsIgnoreCase("innodb");
        Stream<String> dropped = subject.siblings().stream()
                .filter(MysqlOperation.DropForeignKey.class::isInstance)
                .map(o -> ((MysqlOperation.DropForeignKey) o).constraint());
        Stream<String> pointing = subject.table().referencedBy().stream().map(ForeignKeyFacts::name);
        return Stream.of(own(subject.table()).map(ConstraintFacts::name), pointing, dropped)
                .flatMap(names -> names)
                .filter(name -> leaves)
                .findFirst()
                .map(name -> "the foreign key " + name + " keeps the table in InnoDB")
                .orElse(null);
    }

    /** A parent's rows cannot go before those of its children. */
    private static @Nullable String discarded(Subject subject) {
        ObjectName own = subject.table().name();
        return subject.table().referencedBy().stream()
                .filter(key -> !key.from().equals(own))
                .findFirst()
                .map(key -> "the foreign key " + key.name() + " of " + key.from() + " points to the table")
                .orElse(null);
    }

    private static @Nullable String added(ConstraintDefinition key, Subject subject) {
        ObjectName parent = key.references();
        String missing = key.columns().stream()
                .filter(column -> !subject.has(column))
                .findFirst()
                .map(subject::noColumn)
                .orElse(null);
        if (missing != null || parent == null) {
            return missing;
        }
        if (subject.facts().absent(parent)) {
            return "there is no " + parent;
        }
        List<String> targets = targets(key.expression());
        Optional<TableFacts> known = subject.facts().table(parent).filter(TableFacts::columnsKnown);
        return known.isPresent() && !known.get().name().equals(subject.table().name())
                ? between(key.columns(), targets, subject, known.get())
                : null;
    }

    private static @Nullable String between(
            List<String> columns, List<String> targets, Subject child, TableFacts parent) {
        for (int i = 0; i < Math.min(columns.size(), targets.size()); i++) {
            Optional<ColumnFacts> target = parent.column(targets.get(i));
            if (target.isEmpty()) {
                return "there is no column " + targets.get(i) + " of " + parent.name();
            }
            Optional<ColumnFacts> column = child.kept(columns.get(i));
            if (column.isPresent()
                    && differs(column.get(), collation(child.table()), target.get(), collation(parent))) {
                return "the types of " + columns.get(i) + " and of " + parent.name() + "." + targets.get(i) + " differ";
            }
        }
        boolean indexed = parent.indexes().stream()
                .filter(index -> !index.computed())
                .anyMatch(index -> Subject.begins(index.columns(), targets));
        return indexed || targets.isEmpty() ? null : "no index of " + parent.name() + " begins with its columns";
    }

    private static boolean differs(ColumnFacts one, String oneTable, ColumnFacts other, String otherTable) {
        Matcher first = INTEGER.matcher(one.type());
        Matcher second = INTEGER.matcher(other.type());
        if (first.matches() != second.matches()) {
            return true;
        }
        if (first.matches()) {
            boolean signs = one.type().contains("unsigned") != other.type().contains("unsigned");
            return signs || !first.group(1).equals(second.group(1));
        }
        String before = charset(one, oneTable);
        String after = charset(other, otherTable);
        return text(one) && text(other) && !before.isEmpty() && !after.isEmpty() && !before.equals(after);
    }

    /** The key's own index, or its parent's, has no other to take its place. */
    private static @Nullable String needed(MysqlOperation.DropKey drop, Subject subject) {
        Optional<IndexFacts> index = subject.index(drop.index());
        if (index.isEmpty()) {
            return null;
        }
        return own(subject.table())
                .filter(key -> !drops(key.name(), subject) && !key.columns().isEmpty())
                .filter(key -> only(index.get(), key.columns(), subject))
                .findFirst()
                .map(key -> "the foreign key " + key.name() + " needs the index")
                .orElse(null);
    }

    private static boolean only(IndexFacts index, List<String> columns, Subject subject) {
        boolean drops = subject.also(o -> o instanceof TableOperation.DropColumn);
        boolean other = subject.table().indexes().stream()
                .filter(i -> !i.name().equals(index.name()))
                .anyMatch(i -> i.method().equals("btree") && Subject.begins(i.columns(), columns));
        return Subject.begins(index.columns(), columns) && !other && !drops && !subject.adds(columns);
    }

    private static boolean drops(String key, Subject subject) {
        return subject.also(o -> o instanceof MysqlOperation.DropForeignKey drop
                && drop.constraint().equalsIgnoreCase(key));
    }

    /** Another kind of integer, or another character set, than at the other end. */
    private static @Nullable String changed(MysqlOperation.ChangeColumn change, Subject subject) {
        Optional<ColumnFacts> old = subject.table().column(change.column());
        if (old.isEmpty()) {
            return null;
        }
        String collation = change.definition().collation();
        ColumnFacts next = new ColumnFacts(change.column(), change.definition().type(), true, null, "", collation, -1);
        String table = collation(subject.table());
        boolean kind = INTEGER.matcher(old.get().type()).matches()
                || (text(old.get()) && text(next) && !charset(old.get(), table).isEmpty());
        return kind && differs(old.get(), table, next, table) ? keyOf(change.column(), subject) : null;
    }

    private static @Nullable String converted(MysqlOperation.ConvertCharset convert, Subject subject) {
        String table = collation(subject.table());
        String after = convert.collation().replaceFirst("_.*", "");
        return subject.table().columns().stream()
                .filter(ForeignKeyFailures::text)
                .filter(c -> !charset(c, table).isEmpty() && !charset(c, table).equals(utf8(after)))
                .map(c -> keyOf(c.name(), subject))
                .filter(why -> why != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String keyOf(String column, Subject subject) {
        Stream<ConstraintFacts> children = subject.table().referencedBy().stream()
                .flatMap(key -> subject.facts().table(key.from()).stream()
                        .flatMap(from -> own(from).filter(own -> own.name().equals(key.name()))))
                .filter(key -> targets(key.definition()).contains(column));
        return Stream.concat(own(subject.table()).filter(key -> key.columns().contains(column)), children)
                .filter(key -> !drops(key.name(), subject))
                .findFirst()
                .map(key -> "the foreign key " + key.name() + " keeps " + column + " as it is")
                .orElse(null);
    }

    private static Stream<ConstraintFacts> own(TableFacts table) {
        return table.constraints().stream().filter(key -> key.kind() == ConstraintKind.FOREIGN_KEY);
    }

    private static List<String> targets(@Nullable String definition) {
        Matcher target = TARGET.matcher(definition == null ? "" : " " + definition);
        return target.find() ? List.of(target.group(1).strip().split("\\s*,\\s*")) : List.of();
    }

    private static boolean text(ColumnFacts column) {
        return column.type().startsWith("varchar") || column.type().startsWith("char");
    }

    private static String collation(TableFacts table) {
        return table.innodb().map(InnodbFacts::collation).orElse("");
    }

    private static String charset(ColumnFacts column, String table) {
        String collation = column.collation().isEmpty() ? table : column.collation();
        return utf8(collation.replaceFirst("_.*", ""));
    }

    private static String utf8(String charset) {
        return charset.equals("utf8") ? "utf8mb3" : charset;
    }
}
