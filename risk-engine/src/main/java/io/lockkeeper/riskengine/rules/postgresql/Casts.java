package io.lockkeeper.riskengine.rules.postgresql;

import java.util.Set;

/** Between which built-in types PostgreSQL has no cast that it applies by itself. What is not listed is left open. */
final class Casts {
    private enum Family {
        TEXT,
        NUMBER,
        BOOLEAN,
        TIME,
        UUID,
        JSON,
        OTHER
    }

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TIMES = Set.of(
            "date",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "interval");
    private static final Set<String> WITHOUT_ORDER = Set.of("json", "xml", "point", "polygon", "line", "path");

    private Casts() {}

    /** Everything becomes text by itself, and nothing comes back. */
    static boolean missing(String from, String to) {
        Family source = family(from);
        Family target = family(to);
        boolean known = source != Family.OTHER && target != Family.OTHER;
        return known && target != Family.TEXT && source != target;
    }

    /** Nothing of the type can be in a B-tree or a hash index. */
    static boolean withoutOrder(String type) {
        return WITHOUT_ORDER.contains(type);
    }

    private static Family family(String type) {
        String base = type.replaceAll("\\(.*?\\)", "").replaceAll(" +", " ").strip();
        if (TEXTS.contains(base)) {
            return Family.TEXT;
        }
        if (NUMBERS.contains(base)) {
            return Family.NUMBER;
        }
        if (TIMES.contains(base)) {
            return Family.TIME;
        }
        return switch (base) {
            case "boolean" -> Family.BOOLEAN;
            case "uuid" -> Family.UUID;
            case "json", "jsonb" -> Family.JSON;
            default -> Family.OTHER;
        };
    }
}
