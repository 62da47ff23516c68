package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangeColumn;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What MODIFY or CHANGE changes: the old column against the new definition, which is given whole.
 *
 * @param type how the type changes
 * @param recharset another character set
 * @param recollated another collation of the same character set
 * @param moves to another place
 * @param regenerated AUTO_INCREMENT, the expression or the kind of a generated column changes
 */
record ColumnChange(
        boolean renames,
        TypeWidth type,
        boolean toNotNull,
        boolean toNull,
        boolean recharset,
        boolean recollated,
        boolean moves,
        boolean regenerated,
        boolean redefaulted) {

    /** Empty when the old column is not known. */
    static Optional<ColumnChange> of(ChangeColumn change, Altered table) {
        return table.column(change.column()).map(old -> between(old, change.definition(), table));
    }

    private static ColumnChange between(ColumnFacts old, ColumnDefinition next, Altered table) {
        String before = Charsets.collation(old.collation(), table.collation());
        String after = Charsets.collation(next.collation(), table.collation());
        boolean text = Charsets.hasCharset(next.type()) && Charsets.hasCharset(old.type());
        boolean known = text && !before.isEmpty() && !after.isEmpty();
        boolean recharset = known && !Charsets.of(before).equals(Charsets.of(after));
        return new ColumnChange(
                !old.name().equals(next.name()),
                TypeWidth.of(old.type(), next.type(), Charsets.maxBytes(before)),
                next.notNull() && !old.notNull(),
                !next.notNull() && old.notNull(),
                recharset,
                known && !recharset && Charsets.differs(before, after),
                moves(old.name(), next.position(), table),
                !old.generated().equals(next.generated()),
                !same(old.defaultExpression(), next.defaultExpression()));
    }

    /** Nothing but its name. */
    boolean onlyRenames() {
        return renames && type == TypeWidth.SAME && !touchesRows() && !redefaulted;
    }

    boolean touchesRows() {
        return toNotNull || toNull || recharset || recollated || moves || regenerated;
    }

    private static boolean moves(String column, @Nullable String position, Altered table) {
        if (position == null) {
            return false;
        }
        int place = table.place(column);
        return place < 0 || place != (position.equals("first") ? 0 : table.place(position) + 1);
    }

    private static boolean same(@Nullable String a, @Nullable String b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(@Nullable String expression) {
        return expression == null
                ? ""
                : expression
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("^'(.*)'$", "$1")
                        .replaceAll("\\(\\)$", "");
    }
}
