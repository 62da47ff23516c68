package io.lockkeeper.riskengine.read;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of types in the one spelling that the server's {@code format_type} prints. */
public final class Types {
    private static final Pattern PARTS = Pattern.compile(
            "([a-z_][a-z0-9_ ]*?)\\s*(\\([^)]*\\))?\\s*((?:with|without) time zone)?\\s*((?:\\[\\d*\\])*)");

    private static final int SINGLE_PRECISION_BITS = 24;

    private static final Map<String, String> LONG_NAMES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("nchar", "character"),
            Map.entry("national char", "character"),
            Map.entry("national character", "character"),
            Map.entry("nchar varying", "character varying"),
            Map.entry("national char varying", "character varying"),
            Map.entry("national character varying", "character varying"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timetz", "time with time zone"));

    /** One word, or one of the few types of several; anything longer has swallowed something else. */
    private static final Pattern WELL_FORMED = Pattern.compile(
            "(?:(?:\"[^\"]+\"|[\\w$]+)(?:\\.(?:\"[^\"]+\"|[\\w$]+))?|double precision|character varying|bit varying"
                    + "|(?:nchar|national char|national character)(?: varying)?|char varying|interval (?:year|month|day|hour|minute|second)(?: to \\w+)?)"
                    + "(?:\\([^()]*\\))?(?: (?:with|without) time zone)?(?:\\[\\d*]| array)*");

    private static final Pattern QUOTED_OR_NOT = Pattern.compile("\"([^\"]+)\"|[^\"]+");

    /** Without quotes it means the same. But "char" is a type of its own. */
    private static final Pattern PLAIN = Pattern.compile("(?!char$)[a-z_][a-z0-9_]*");

    private Types() {}

    static boolean wellFormed(String normal) {
        return WELL_FORMED.matcher(normal).matches();
    }

    /** Quoted names keep their case, and their quotes where these make a difference. */
    private static String folded(String type) {
        return QUOTED_OR_NOT
                .matcher(type)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) == null
                                ? part.group().toLowerCase(Locale.ROOT)
                                : PLAIN.matcher(part.group(1)).matches() ? part.group(1) : part.group()));
    }

    /** {@code varchar( 20 )} → {@code character varying(20)}; what is not known stays, in lower case with single blanks. */
    public static String normal(String type) {
        String flat = folded(type)
                .replaceAll("\\s+", " ")
                .replaceAll("\\s*([(),\\[\\].])\\s*", "$1")
                .replaceFirst("^pg_catalog\\.", "")
                .replaceFirst(" array(?:\\[\\d+])?$", "[]")
                .strip();
        Matcher matcher = PARTS.matcher(flat);
        if (!matcher.matches()) {
            return flat;
        }
        String base = matcher.group(1).strip();
        String modifier = matcher.group(2) == null ? "" : matcher.group(2);
        String zone = matcher.group(3);
        String name = LONG_NAMES.getOrDefault(base, base);
        if (base.equals("float") && modifier.matches("\\(\\d{1,2}\\)")) {
            boolean single = Integer.parseInt(modifier.substring(1, modifier.length() - 1)) <= SINGLE_PRECISION_BITS;
            name = single ? "real" : "double precision";
            modifier = "";
        }
        if ((name.equals("timestamp") || name.equals("time")) && zone == null) {
            zone = "without time zone";
        } else if (zone == null && name.endsWith(" time zone")) {
            zone = name.substring(name.indexOf(' ') + 1);
            name = name.substring(0, name.indexOf(' '));
        }
        if (name.equals("character") && modifier.isEmpty() && !base.equals("bpchar")) {
            modifier = "(1)";
        }
        if (name.equals("numeric") && modifier.matches("\\(\\d+\\)")) {
            modifier = modifier.replace(")", ",0)");
        }
        return name + modifier + (zone == null ? "" : " " + zone) + matcher.group(4);
    }
}
