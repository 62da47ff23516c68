package io.lockkeeper.riskengine.operation;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Name of a relation as the server would see it: unquoted parts folded to lower case.
 *
 * @param schema null when the statement leaves it to the search path
 */
public record ObjectName(@Nullable String schema, String name) implements Comparable<ObjectName> {
    private static final Comparator<ObjectName> ORDER = Comparator.comparing(
                    (ObjectName name) -> name.schema == null ? "" : name.schema)
            .thenComparing(ObjectName::name);

    private static final Pattern TYPE = Pattern.compile("(\"[^\"]+\"|[^\"(\\[.]+)(?:\\.(\"[^\"]+\"|[^\"(\\[.]+))?");

    public static ObjectName of(@Nullable String schema, String name) {
        return new ObjectName(schema, name);
    }

    /** Of {@code name} or {@code schema.name}, already folded. */
    public static ObjectName parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? new ObjectName(null, text) : new ObjectName(text.substring(0, dot), text.substring(dot + 1));
    }

    /** What a column's type is called, as written or as printed: {@code public."Mood"[]}, {@code money_amount(2)}. */
    public static ObjectName ofType(String type) {
        Matcher parts = TYPE.matcher(type.strip());
        if (!parts.lookingAt()) {
            return parse(type);
        }
        String first = parts.group(1).replace("\"", "").strip();
        return parts.group(2) == null
                ? new ObjectName(null, first)
                : new ObjectName(first, parts.group(2).replace("\"", ""));
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
