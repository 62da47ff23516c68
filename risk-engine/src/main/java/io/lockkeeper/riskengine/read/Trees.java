package io.lockkeeper.riskengine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Small parts of a parse tree, as libpg_query writes them: a field that is absent is null, false, zero or empty. */
final class Trees {
    private Trees() {}

    /** Of a RangeVar. */
    static ObjectName relation(JsonNode range) {
        if (range.has("catalogname") || !range.has("relname")) {
            throw Agreement.disagreeing();
        }
        JsonNode schema = range.path("schemaname");
        return new ObjectName(
                schema.isMissingNode() ? null : schema.asText(),
                range.path("relname").asText());
    }

    /** Of a list of String nodes. */
    static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(item -> strings.add(item.path("String").path("sval").asText()));
        return strings;
    }

    static ObjectName name(List<String> parts) {
        return switch (parts.size()) {
            case 1 -> new ObjectName(null, parts.getFirst());
            case 2 -> new ObjectName(parts.getFirst(), parts.getLast());
            default -> throw Agreement.disagreeing();
        };
    }

    /** Of what DROP, COMMENT and ALTER name: the parts of its name, whatever it is. */
    static List<String> parts(JsonNode object) {
        if (object.has("String")) {
            return List.of(object.path("String").path("sval").asText());
        }
        if (object.has("List")) {
            return strings(object.path("List").path("items"));
        }
        if (object.has("TypeName")) {
            return strings(object.path("TypeName").path("names"));
        }
        return strings(object.path("ObjectWithArgs").path("objname"));
    }

    static boolean cascade(JsonNode node) {
        return node.path("behavior").asText().equals("DROP_CASCADE");
    }

    /** {@code OBJECT_FOREIGN_TABLE} → {@code foreign-table}. */
    static String object(JsonNode type) {
        String name = type.asText();
        return switch (name) {
            case "OBJECT_MATVIEW" -> "materialized-view";
            case "OBJECT_PROCEDURE", "OBJECT_ROUTINE" -> "function";
            case "OBJECT_STATISTIC_EXT" -> "statistics";
            case "OBJECT_FOREIGN_SERVER" -> "server";
            case "OBJECT_FDW" -> "foreign-data-wrapper";
            case "OBJECT_OPCLASS" -> "operator-class";
            case "OBJECT_OPFAMILY" -> "operator-family";
            case "OBJECT_TSPARSER", "OBJECT_TSDICTIONARY", "OBJECT_TSTEMPLATE", "OBJECT_TSCONFIGURATION" ->
                "text-search";
            case "OBJECT_DOMCONSTRAINT" -> "domain";
            case "OBJECT_ATTRIBUTE" -> "type";
            default ->
                name.replaceFirst("^OBJECT_", "").toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** Words that two readings must have in common. */
    static String words(@Nullable Object... words) {
        List<String> text = new ArrayList<>();
        for (Object word : words) {
            text.add(Objects.toString(word, "-"));
        }
        return String.join(" | ", text);
    }

    /** A type in the spelling of {@link #comparable}. */
    static String type(JsonNode typeName) {
        if (typeName.path("setof").asBoolean() || typeName.path("pct_type").asBoolean()) {
            throw Agreement.disagreeing();
        }
        List<String> names = strings(typeName.path("names"));
        boolean builtIn = names.size() == 2 && names.getFirst().equals("pg_catalog");
        String base = builtIn ? names.getLast() : String.join(".", names);
        String dimensions = "[]".repeat(typeName.path("arrayBounds").size());
        if (base.equals("interval")) {
            return base + dimensions;
        }
        List<String> modifiers = new ArrayList<>();
        typeName.path("typmods").forEach(modifier -> modifiers.add(modifier(modifier)));
        String written = base + (modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")") + dimensions;
        return base.equals("char") && !builtIn ? written : comparable(Types.normal(written));
    }

    private static String modifier(JsonNode modifier) {
        JsonNode constant = modifier.path("A_Const");
        if (constant.has("ival")) {
            return constant.path("ival").path("ival").asText("0");
        }
        return constant.has("sval")
                ? constant.path("sval").path("sval").asText()
                : String.join(".", strings(modifier.path("ColumnRef").path("fields")));
    }

    /** A normal type without what its two spellings may differ in: quotes, sizes of arrays, fields of an interval. */
    static String comparable(String type) {
        String plain = type.toLowerCase(Locale.ROOT)
                .replaceAll("[\"']", "")
                .replaceAll(" array(\\[\\d+])?", "[]")
                .replaceAll("\\[\\d+]", "[]");
        if (plain.startsWith("interval")) {
            return "interval" + plain.replaceAll("[^\\[\\]]", "");
        }
        return plain.replaceFirst("^bit\\(1\\)", "bit");
    }
}
