package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.Set;

/** What ADD COLUMN does beyond the catalog, as measured on PostgreSQL 12-18. */
public final class AddedColumn {
    private static final Set<String> BUILT_IN = Set.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "real",
            "double precision",
            "boolean",
            "text",
            "character",
            "character varying",
            "bytea",
            "date",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "interval",
            "uuid",
            "json",
            "jsonb",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "xml",
            "bit",
            "bit varying",
            "money",
            "tsvector",
            "tsquery",
            "oid",
            "serial",
            "bigserial",
            "smallserial",
            "serial2",
            "serial4",
            "serial8",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "name",
            "point",
            "line",
            "box",
            "path",
            "polygon",
            "circle");

    private AddedColumn() {}

    /** Every row is written anew: its value differs from row to row, or a domain's constraint must be checked. */
    public static boolean rewrites(ColumnDefinition column, TargetFacts facts) {
        String expression = column.defaultExpression();
        return column.serial()
                || column.generated().equals("identity")
                || column.generated().equals("stored")
                || (expression != null && (facts.major() < 11 || Volatility.mayDiffer(expression, facts)))
                || maybeConstrainedDomain(column.type(), facts);
    }

    /** Every row is read: NOT NULL without a default looks for rows, a CHECK is verified, a foreign key with a default too. */
    public static boolean scans(ColumnDefinition column) {
        boolean key = column.has(ConstraintKind.FOREIGN_KEY) && column.defaultExpression() != null;
        return column.has(ConstraintKind.CHECK) || key || withoutValue(column);
    }

    /** NOT NULL and nothing to fill it with: fails as soon as there is a row. */
    public static boolean withoutValue(ColumnDefinition column) {
        return column.notNull()
                && column.defaultExpression() == null
                && column.generated().isEmpty()
                && !column.serial();
    }

    /** Built in, so that nothing needs to be looked up. */
    public static boolean builtIn(String type) {
        return BUILT_IN.contains(type.replaceAll("\\[\\d*]", "").replaceAll("\\([^)]*\\)", ""));
    }

    private static boolean maybeConstrainedDomain(String type, TargetFacts facts) {
        if (builtIn(type)) {
            return false;
        }
        String kind = facts.other().get(facts.qualified(ObjectName.ofType(type)));
        return kind == null
                || kind.equals("constrained-domain")
                || Domain.of(type, facts).map(Domain::constrained).orElse(false);
    }
}
