package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.TableOperation.AlterColumnType;
import io.lockkeeper.riskengine.read.Types;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of type changes: which keep the stored rows as they are. Measured on PostgreSQL 12-18; everything that is not
 * listed rewrites. timestamp ↔ timestamptz keeps rows only when the session's time zone is known to be UTC.
 *
 * @param rewrites the table and all its indexes are written anew
 * @param rebuiltIndexes indexes built anew although the table stays: those that compute with the column, invalid ones, and
 *     on a new collation all that have it
 * @param checks a validated CHECK has the column, so every row is read to verify it again
 */
public record TypeChange(boolean rewrites, int rebuiltIndexes, boolean checks) {
    private static final Set<String> UTC = Set.of("UTC", "ETC/UTC", "ZULU", "UNIVERSAL", "UCT", "GMT", "ETC/GMT");

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> TEXTS = Set.of("text", "character varying");

    private static final Pattern SIZED =
            Pattern.compile("([a-z ]+?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with(?:out)? time zone)?");

    /** The worst case when the table or the column is not known. */
    public static TypeChange of(AlterColumnType change, TargetFacts facts) {
        Optional<TableFacts> table = facts.table(change.table());
        Optional<ColumnFacts> column = table.flatMap(t -> t.column(change.column()));
        if (table.isEmpty() || column.isEmpty()) {
            return new TypeChange(true, 0, true);
        }
        boolean keeps = usesOnlyTheColumn(change) && keeps(column.get().type(), change.type(), facts);
        if (!keeps) {
            return new TypeChange(true, 0, true);
        }
        List<IndexFacts> indexes = table.get().indexesOn(change.column());
        long rebuilt = change.collation() == null
                ? indexes.stream().filter(i -> i.computed() || !i.valid()).count()
                : indexes.size();
        boolean checks = table.get().constraints().stream()
                .anyMatch(c -> c.kind() == ConstraintKind.CHECK
                        && c.validated()
                        && (c.columns().contains(change.column()) || mentions(c.definition(), change.column())));
        return new TypeChange(false, (int) rebuilt, checks);
    }

    /** To a domain with a constraint every row is checked, which is done by writing it anew; from one, nothing is. */
    private static boolean keeps(String from, String to, TargetFacts facts) {
        Optional<Domain> was = Domain.of(from, facts);
        Optional<Domain> becomes = Domain.of(to, facts);
        String start = was.map(Domain::unsized).orElse(from);
        String end = becomes.map(Domain::base).orElse(to);
        boolean same = start.equals(end) || widens(start, end) || onlyTheZone(start, end, facts);
        return sameType(from, to, facts)
                || (same && !becomes.map(Domain::constrained).orElse(false));
    }

    /** The same name with and without its schema. What is built in is spelled alike already. */
    private static boolean sameType(String from, String to, TargetFacts facts) {
        boolean own = !AddedColumn.builtIn(from) && !from.contains(" ") && !to.contains(" ");
        return from.equals(to)
                || (own
                        && from.endsWith("]") == to.endsWith("]")
                        && !from.contains("(")
                        && !to.contains("(")
                        && facts.qualified(ObjectName.ofType(from)).equals(facts.qualified(ObjectName.ofType(to))));
    }

    /**
     * Whether values may come out other than they were: an expression computes them, or the cast rounds. What the server
     * refuses when a value does not fit loses nothing.
     */
    public static boolean mayLose(AlterColumnType change, TargetFacts facts) {
        Optional<ColumnFacts> column = facts.table(change.table()).flatMap(t -> t.column(change.column()));
        if (column.isEmpty() || !usesOnlyTheColumn(change)) {
            return true;
        }
        String stored = under(column.get().type(), facts);
        String wanted = under(change.type(), facts);
        String from = stored.replaceAll("\\(.*?\\)", "");
        String to = wanted.replaceAll("\\(.*?\\)", "");
        boolean whole = INTEGERS.contains(from) && (INTEGERS.contains(to) || to.equals("numeric"));
        boolean text = TEXTS.contains(to) && !from.equals("character");
        return !whole && !text && !(from.equals("numeric") && to.equals("numeric") && keepsScale(stored, wanted));
    }

    private static String under(String type, TargetFacts facts) {
        return Domain.of(type, facts).map(Domain::base).orElse(type);
    }

    private static boolean keepsScale(String from, String to) {
        Matcher old = SIZED.matcher(from);
        Matcher next = SIZED.matcher(to);
        return old.matches()
                && next.matches()
                && (next.group(2) == null || (old.group(2) != null && scale(next.group(3)) >= scale(old.group(3))));
    }

    private static int scale(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static boolean mentions(String expression, String column) {
        try {
            return Lexer.tokens(expression).stream()
                    .anyMatch(t -> t.is(column) || t.text().equals('"' + column + '"'));
        } catch (PlanRefused e) {
            return true;
        }
    }

    /** timestamp ↔ timestamptz of the same precision in a session whose zone has no offset. */
    private static boolean onlyTheZone(String from, String to, TargetFacts facts) {
        boolean utc = facts.timeZone()
                .map(zone -> UTC.contains(zone.toUpperCase(Locale.ROOT)))
                .orElse(false);
        return utc
                && facts.major() >= 12
                && from.startsWith("timestamp")
                && to.startsWith("timestamp")
                && from.replaceFirst(" with(out)? time zone", "").equals(to.replaceFirst(" with(out)? time zone", ""));
    }

    /** USING absent, or nothing but the column itself. */
    private static boolean usesOnlyTheColumn(AlterColumnType change) {
        String using = change.using();
        if (using == null) {
            return true;
        }
        try {
            List<Token> tokens = Lexer.tokens(using);
            return (tokens.size() == 1 || castToItsType(using, change))
                    && (tokens.getFirst().text().equalsIgnoreCase(change.column())
                            || tokens.getFirst().text().equals('"' + change.column() + '"'));
        } catch (PlanRefused e) {
            return false;
        }
    }

    /** {@code column::type}, where the type is the new one: the server does no more than without USING. */
    private static boolean castToItsType(String using, AlterColumnType change) {
        int colons = using.indexOf("::");
        return colons > 0
                && using.substring(0, colons).strip().matches("\\w+|\"[^\"]+\"")
                && Types.normal(using.substring(colons + 2).strip()).equals(change.type());
    }

    private static boolean widens(String from, String to) {
        Matcher old = SIZED.matcher(from);
        Matcher next = SIZED.matcher(to);
        if (!old.matches() || !next.matches()) {
            return false;
        }
        String base = old.group(1);
        String nextBase = next.group(1);
        if (base.equals("text")) {
            return nextBase.equals("character varying") && next.group(2) == null;
        }
        if (base.equals("character varying") && nextBase.equals("text")) {
            return true;
        }
        if (base.equals("cidr")) {
            return nextBase.equals("inet");
        }
        if (!base.equals(nextBase) || !String.valueOf(old.group(4)).equals(String.valueOf(next.group(4)))) {
            return false;
        }
        return switch (base) {
            case "character varying", "bit varying", "timestamp", "time" -> notShorter(old.group(2), next.group(2));
            case "numeric" -> notNarrower(old, next);
            default -> false;
        };
    }

    private static boolean notShorter(@Nullable String from, @Nullable String to) {
        return to == null || (from != null && Integer.parseInt(to) >= Integer.parseInt(from));
    }

    private static boolean notNarrower(Matcher from, Matcher to) {
        return to.group(2) == null
                || (from.group(2) != null
                        && String.valueOf(from.group(3)).equals(String.valueOf(to.group(3)))
                        && Integer.parseInt(to.group(2)) >= Integer.parseInt(from.group(2)));
    }
}
