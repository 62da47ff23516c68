package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a column's type into the one spelling that {@code COLUMN_TYPE} has, but for the display width of integers. */
final class MysqlTypes {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("int1", "tinyint"),
            Map.entry("int2", "smallint"),
            Map.entry("int3", "mediumint"),
            Map.entry("middleint", "mediumint"),
            Map.entry("integer", "int"),
            Map.entry("int4", "int"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "float"),
            Map.entry("float8", "double"),
            Map.entry("real", "double"),
            Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("character", "char"),
            Map.entry("nchar", "char"),
            Map.entry("nvarchar", "varchar"),
            Map.entry("varcharacter", "varchar"),
            Map.entry("geomcollection", "geometrycollection"));

    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> FRACTIONS = Set.of("float", "double", "decimal");
    private static final Set<String> SIZED = Set.of("char", "varchar", "binary", "varbinary", "bit", "vector");
    private static final Set<String> TIMES = Set.of("time", "datetime", "timestamp");
    private static final Set<String> PLAIN = Set.of(
            "date",
            "year",
            "tinytext",
            "text",
            "mediumtext",
            "longtext",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob",
            "json",
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "uuid",
            "inet4",
            "inet6");

    private final MysqlCursor cursor;
    private final Dialect dialect;

    MysqlTypes(MysqlCursor cursor, Dialect dialect) {
        this.cursor = cursor;
        this.dialect = dialect;
    }

    /**
     * A type.
     *
     * @param collation that the type itself implies; empty otherwise
     * @param serial SERIAL: NOT NULL AUTO_INCREMENT UNIQUE, too
     */
    record Typed(String name, String collation, boolean serial) {}

    Typed read() {
        boolean national = cursor.accept("NATIONAL");
        String written = cursor.word().toLowerCase(Locale.ROOT);
        national |= written.equals("nchar") || written.equals("nvarchar");
        String name = NAMES.getOrDefault(written, written);
        if (name.equals("serial")) {
            return new Typed("bigint unsigned", "", true);
        }
        if (name.equals("bool") || name.equals("boolean")) {
            return new Typed("tinyint(1)", "", false);
        }
        if (name.equals("long")) {
            return new Typed(longType(), "", false);
        }
        if (written.equals("double")) {
            cursor.accept("PRECISION");
        }
        if (name.equals("char") && cursor.acceptAny("VARYING", "VARCHAR")) {
            name = "varchar";
        }
        if (dialect == Dialect.MARIADB && name.equals("json")) {
            return new Typed("longtext", "utf8mb4_bin", false);
        }
        return new Typed(typed(name), national ? "utf8mb3" : "", false);
    }

    private String longType() {
        if (cursor.accept("VARBINARY")) {
            return "mediumblob";
        }
        cursor.acceptAny("VARCHAR", "VARCHARACTER");
        return "mediumtext";
    }

    private String typed(String name) {
        if (INTEGERS.contains(name)) {
            List<Integer> width = numbers(1);
            String sign = sign();
            boolean flag = name.equals("tinyint") && width.equals(List.of(1)) && sign.isEmpty();
            return name + (flag ? "(1)" : "") + sign;
        }
        if (FRACTIONS.contains(name)) {
            return fraction(name, numbers(2)) + sign();
        }
        if (SIZED.contains(name)) {
            return sized(name, numbers(1));
        }
        if (TIMES.contains(name)) {
            List<Integer> digits = numbers(1);
            return name + (digits.isEmpty() || digits.getFirst() == 0 ? "" : "(" + digits.getFirst() + ")");
        }
        if (name.equals("enum") || name.equals("set")) {
            return name + members();
        }
        if (!PLAIN.contains(name)) {
            throw new Unsure("a type that is not understood");
        }
        List<Integer> length = numbers(1);
        if (!length.isEmpty() && name.equals("blob")) {
            return blob(length.getFirst());
        }
        if (!length.isEmpty() && !name.equals("year")) {
            throw new Unsure("a length where the type has none, or whose type depends on the character set");
        }
        return name;
    }

    private static String fraction(String name, List<Integer> numbers) {
        if (name.equals("decimal")) {
            int digits = numbers.isEmpty() ? 10 : numbers.getFirst();
            return "decimal(" + digits + "," + (numbers.size() < 2 ? 0 : numbers.get(1)) + ")";
        }
        if (numbers.size() == 2) {
            return name + "(" + numbers.get(0) + "," + numbers.get(1) + ")";
        }
        return numbers.isEmpty() || numbers.getFirst() <= 24 ? name : "double";
    }

    private static String sized(String name, List<Integer> numbers) {
        if (numbers.isEmpty() && name.startsWith("var")) {
            throw new Unsure("a length is missing");
        }
        if (numbers.isEmpty() && name.equals("vector")) {
            return "vector(2048)";
        }
        return name + "(" + (numbers.isEmpty() ? 1 : numbers.getFirst()) + ")";
    }

    private static String blob(int bytes) {
        if (bytes <= 0xFF) {
            return "tinyblob";
        }
        return bytes <= 0xFFFF ? "blob" : bytes <= 0xFFFFFF ? "mediumblob" : "longblob";
    }

    private String sign() {
        boolean unsigned = false;
        boolean zerofill = false;
        while (cursor.seesAny("UNSIGNED", "SIGNED", "ZEROFILL")) {
            zerofill |= cursor.sees("ZEROFILL");
            unsigned |= !cursor.sees("SIGNED");
            cursor.next();
        }
        return (unsigned ? " unsigned" : "") + (zerofill ? " zerofill" : "");
    }

    private List<Integer> numbers(int most) {
        List<Integer> numbers = new ArrayList<>();
        if (!cursor.seesSymbol('(')) {
            return numbers;
        }
        for (MysqlCursor item : cursor.group().items()) {
            String text = item.next().text();
            item.expectEnd();
            if (!text.matches("\\d{1,9}") || numbers.size() == most) {
                throw new Unsure("a length that is not understood");
            }
            numbers.add(Integer.parseInt(text));
        }
        return numbers;
    }

    /** The server cuts blanks at the end of each. */
    private String members() {
        List<String> members = new ArrayList<>();
        for (MysqlCursor item : cursor.group().items()) {
            if (!item.sees(Kind.STRING)) {
                throw new Unsure("a member that is not a string");
            }
            String value = MysqlStrings.value(item.next().text());
            item.expectEnd();
            members.add(MysqlStrings.quoted(value.replaceFirst(" +$", "")));
        }
        return "(" + String.join(",", members) + ")";
    }
}
