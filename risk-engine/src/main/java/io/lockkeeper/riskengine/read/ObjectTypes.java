package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The things without rows that are read by their name alone. What is not listed stays unreadable. */
final class ObjectTypes {
    private static final List<String> COMMON = List.of(
            "MATERIALIZED VIEW",
            "VIEW",
            "SEQUENCE",
            "DOMAIN",
            "SCHEMA",
            "FUNCTION",
            "PROCEDURE",
            "ROUTINE",
            "AGGREGATE",
            "EXTENSION",
            "COLLATION",
            "CONVERSION",
            "STATISTICS",
            "FOREIGN TABLE",
            "FOREIGN DATA WRAPPER",
            "SERVER",
            "TEXT SEARCH",
            "LANGUAGE");

    static final List<String> ALTERED = COMMON;

    static final List<String> DROPPED = Stream.concat(
                    COMMON.stream(),
                    Stream.of(
                            "TYPE",
                            "EVENT TRIGGER",
                            "PUBLICATION",
                            "ACCESS METHOD",
                            "DATABASE",
                            "ROLE",
                            "USER",
                            "GROUP"))
            .toList();

    static final List<String> CREATED = List.of(
            "SEQUENCE",
            "TYPE",
            "DOMAIN",
            "EXTENSION",
            "FUNCTION",
            "PROCEDURE",
            "AGGREGATE",
            "COLLATION",
            "CONVERSION",
            "FOREIGN TABLE",
            "FOREIGN DATA WRAPPER",
            "SERVER",
            "TEXT SEARCH");

    private ObjectTypes() {}

    /** Takes the words of one of the types; its name in operations. */
    static Optional<String> accept(Cursor cursor, List<String> types) {
        for (String type : types) {
            if (cursor.accept(type.split(" "))) {
                if (type.equals("TEXT SEARCH")
                        && !cursor.acceptAny("CONFIGURATION", "DICTIONARY", "PARSER", "TEMPLATE")) {
                    throw new Unsure("an unknown part of text search");
                }
                return Optional.of(name(type));
            }
        }
        return Optional.empty();
    }

    private static String name(String type) {
        return switch (type) {
            case "PROCEDURE", "ROUTINE" -> "function";
            case "USER", "GROUP" -> "role";
            default -> type.toLowerCase(Locale.ROOT).replace(' ', '-');
        };
    }

    static void refuseRightsOverTheServer(List<Token> options) {
        for (Token option : options) {
            if (option.is("SUPERUSER")
                    || option.is("CREATEROLE")
                    || option.is("BYPASSRLS")
                    || option.is("REPLICATION")) {
                throw new Unsure("it gives a role rights over the whole server");
            }
        }
    }
}
