package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.mysql.TextLength;
import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.InnodbFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns that are not there, or there already, or cannot be as they are defined. */
final class ColumnFailures {
    private static final Pattern LITERAL = Pattern.compile("(?s)'((?:[^'\\\\]|'')*)'");
    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?\\s*");
    private static final Pattern INTEGER = Pattern.compile("(?:tiny|small|medium|big)?int\\b.*");
    private static final Pattern SIZED = Pattern.compile("(char|varchar|binary|varbinary)\\((\\d{1,9})\\)");
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,6}),(\\d{1,6})\\).*");

    private static final int LONGEST_ROW = 65_535;

    private ColumnFailures() {}

    static @Nullable String of(Operation operation, Subject subject) {
        return switch (operation) {
            case TableOperation.AddColumn add -> added(add, subject);
            case TableOperation.DropColumn drop -> drop.ifExists() ? null : missing(drop.column(), subject);
            case TableOperation.RenameColumn rename -> renamed(rename.column(), rename.to(), subject);
            case TableOperation.SetDefault set -> {
                String missing = missing(set.column(), subject);
                yield missing != null ? missing : literal(set, subject);
            }
            case TableOperation.DropDefault drop -> missing(drop.column(), subject);
            case MysqlOperation.ShowColumn show -> missing(show.column(), subject);
            case MysqlOperation.ChangeColumn change -> changed(change, subject);
            default -> null;
        };
    }

    private static @Nullable String added(TableOperation.AddColumn add, Subject subject) {
        if (subject.table().column(add.column()).isPresent()) {
            return add.ifNotExists()
                    ? null
                    : "the column " + add.column() + " of " + subject.table().name() + " exists already";
        }
        String place = placed(add.definition(), subject);
        if (place != null) {
            return place;
        }
        String counter = counted(add.definition(), subject);
        String itself = counter != null ? counter : of(add.definition(), subject.mariadb(), subject.strict());
        return itself != null ? itself : tooWide(add, add.definition(), subject);
    }

    private static @Nullable String changed(MysqlOperation.ChangeColumn change, Subject subject) {
        if (subject.table().column(change.column()).isEmpty()) {
            return change.ifExists() || subject.has(change.column()) ? null : missing(change.column(), subject);
        }
        String next = change.definition().name();
        String taken = next.equals(change.column()) ? null : renamed(change.column(), next, subject);
        if (taken != null) {
            return taken;
        }
        String place = placed(change.definition(), subject);
        String itself = place != null ? place : of(change.definition(), subject.mariadb(), subject.strict());
        return itself != null ? itself : tooWide(change, change.definition(), subject);
    }

    /** A row has 65,535 bytes; each text of up to 255 bytes takes one more, longer ones two. What else it holds is not counted. */
    private static @Nullable String tooWide(Operation operation, ColumnDefinition definition, Subject subject) {
        boolean alone = subject.siblings().stream()
                .allMatch(o -> o == operation || o instanceof MysqlOperation.DemandAlgorithm);
        if (!alone || !subject.strict()) {
            return null;
        }
        String replaced = operation instanceof MysqlOperation.ChangeColumn change ? change.column() : "";
        String collation = subject.table().innodb().map(InnodbFacts::collation).orElse("");
        ColumnFacts anew = new ColumnFacts(
                definition.name(),
                definition.type(),
                definition.notNull(),
                null,
                definition.generated(),
                definition.collation(),
                -1);
        int bytes = subject.table().columns().stream()
                        .filter(c ->
                                !c.name().equals(replaced) && !c.generated().equals("virtual"))
                        .mapToInt(c -> stored(c, collation))
                        .sum()
                + stored(anew, collation);
        return bytes > LONGEST_ROW
                ? "with " + definition.name() + " a row would be longer than " + LONGEST_ROW + " bytes"
                : null;
    }

    private static int stored(ColumnFacts column, String tableCollation) {
        int bytes = Math.min(TextLength.bytes(column, tableCollation), 1_000_000);
        return bytes == 0 ? 0 : bytes + (bytes > 255 ? 2 : 1);
    }

    private static @Nullable String missing(String column, Subject subject) {
        return subject.has(column) ? null : subject.noColumn(column);
    }

    private static @Nullable String renamed(String from, String to, Subject subject) {
        if (subject.table().column(from).isEmpty()) {
            return missing(from, subject);
        }
        return !from.equals(to) && subject.kept(to).isPresent() && !renames(to, subject)
                ? "the column " + to + " of " + subject.table().name() + " exists already"
                : null;
    }

    /** The other one gives its name up. */
    private static boolean renames(String column, Subject subject) {
        return subject.also(o -> (o instanceof TableOperation.RenameColumn rename
                        && rename.column().equals(column))
                || (o instanceof MysqlOperation.ChangeColumn change
                        && change.column().equals(column)));
    }

    private static @Nullable String placed(ColumnDefinition definition, Subject subject) {
        String position = definition.position();
        if (position == null || position.equals("first")) {
            return null;
        }
        boolean itself = position.equals(definition.name())
                && subject.table().column(position).isPresent();
        return itself || !subject.has(position) ? "there is no column " + position + " to come after" : null;
    }

    /** One AUTO_INCREMENT, and that is a key. */
    private static @Nullable String counted(ColumnDefinition definition, Subject subject) {
        if (!definition.generated().equals("identity")) {
            return null;
        }
        boolean second = subject.table().columns().stream()
                .anyMatch(c -> c.generated().equals("identity")
                        && subject.kept(c.name()).isPresent());
        boolean key = definition.has(ConstraintKind.PRIMARY_KEY)
                || definition.has(ConstraintKind.UNIQUE)
                || subject.also(o ->
                        (o instanceof CreateIndex create && create.columns().contains(definition.name()))
                                || (o instanceof TableOperation.AddConstraint add
                                        && add.definition().columns().contains(definition.name())));
        if (second) {
            return subject.table().name() + " has an AUTO_INCREMENT column already";
        }
        return key ? null : "an AUTO_INCREMENT column must be a key";
    }

    /** As a new column of that type would be refused. */
    private static @Nullable String literal(TableOperation.SetDefault set, Subject subject) {
        ColumnFacts column = subject.kept(set.column()).orElse(null);
        if (column == null) {
            return null;
        }
        if (column.notNull() && set.expression().strip().equalsIgnoreCase("NULL")) {
            return "NULL cannot be the default of " + set.column() + ", which is NOT NULL";
        }
        ColumnDefinition anew = new ColumnDefinition(
                set.column(), column.type(), column.notNull(), set.expression(), column.generated(), List.of());
        return of(anew, subject.mariadb(), subject.strict());
    }

    /** What is wrong with a definition by itself. */
    static @Nullable String of(ColumnDefinition column, boolean mariadb, boolean strict) {
        String type = column.type();
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            int digits = Integer.parseInt(decimal.group(1));
            int fraction = Integer.parseInt(decimal.group(2));
            if (digits > 65 || fraction > digits) {
                return "no " + type + " can be stored";
            }
        }
        Matcher sized = SIZED.matcher(type);
        int length = sized.matches() ? Integer.parseInt(sized.group(2)) : 0;
        boolean tooLong = length > (type.startsWith("var") ? 65_535 : 255);
        if (tooLong && strict) {
            return "the column " + column.name() + " is longer than a " + type.replaceFirst("\\(.*", "") + " can be";
        }
        String expression = column.defaultExpression() == null
                ? ""
                : column.defaultExpression().strip();
        Matcher literal = LITERAL.matcher(expression);
        return literal.matches() ? defaulted(column, literal.group(1).replace("''", "'"), length, mariadb) : null;
    }

    private static @Nullable String defaulted(ColumnDefinition column, String value, int length, boolean mariadb) {
        String type = column.type();
        if (!mariadb && unbounded(type)) {
            return noDefault(column.name());
        }
        boolean numeric = INTEGER.matcher(type).matches() || type.startsWith("decimal");
        boolean member = !type.startsWith("enum(")
                || type.toLowerCase(Locale.ROOT)
                        .contains("'" + value.replace("'", "''").toLowerCase(Locale.ROOT) + "'");
        boolean fits = (!numeric || NUMBER.matcher(value).matches())
                && member
                && (length == 0 || value.codePointCount(0, value.length()) <= length);
        return fits ? null : "the default of " + column.name() + " is no " + type;
    }

    private static String noDefault(String column) {
        return "a literal cannot be the default of " + column + ", whose values have no greatest length";
    }

    private static boolean unbounded(String type) {
        return type.endsWith("text")
                || type.endsWith("blob")
                || type.equals("json")
                || type.equals("geometry")
                || type.equals("point");
    }
}
