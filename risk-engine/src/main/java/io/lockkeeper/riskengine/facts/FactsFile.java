package io.lockkeeper.riskengine.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a person or a pipeline tells about a target. Strict: an unknown key or a number out of range is refused with its
 * path, because a mistyped size would be a wrong answer.
 *
 * @param freeBytes free space where the tables are stored; -1 when it was not told
 * @param tables as named there: with or without a schema or database
 */
public record FactsFile(
        Optional<String> engine,
        Optional<String> engineVersion,
        Optional<String> sessionTimeZone,
        Optional<String> sqlMode,
        long freeBytes,
        Map<ObjectName, TableSize> tables) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> KEYS =
            Set.of("engine", "engineVersion", "sessionTimeZone", "sqlMode", "freeBytes", "tables");
    private static final Set<String> TABLE_KEYS = Set.of(
            "rows",
            "bytes",
            "indexBytes",
            "readsPerSecond",
            "writesPerSecond",
            "rowVersions",
            "rowFormat",
            "storageEngine",
            "collation");
    private static final String HELP = "See \"The facts file\" in docs/lint.md.";

    public FactsFile {
        tables = Map.copyOf(tables);
    }

    /** @throws PlanRefused with the path of what is wrong, such as {@code $.tables["public.big"].rows} */
    public static FactsFile parse(String json) throws PlanRefused {
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null || root.isMissingNode()) {
                throw refused("The facts are empty");
            }
            return of(root);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw refused("The facts are no JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse("") + where);
        }
    }

    /** From a tree that was parsed before, such as a part of a request. */
    public static FactsFile of(JsonNode root) throws PlanRefused {
        requireKeys(root, "$", KEYS);
        Optional<String> zone = text(root, "$", "sessionTimeZone");
        if (zone.isPresent() && !zone(zone.get())) {
            throw refused("$.sessionTimeZone: '" + zone.get() + "' is not a time zone");
        }
        Map<ObjectName, TableSize> tables = new TreeMap<>();
        JsonNode sizes = root.path("tables");
        if (!sizes.isMissingNode()) {
            if (!sizes.isObject()) {
                throw refused("$.tables: an object is needed, one member for each table");
            }
            for (Iterator<Map.Entry<String, JsonNode>> each = sizes.fields(); each.hasNext(); ) {
                Map.Entry<String, JsonNode> entry = each.next();
                ObjectName name = name(entry.getKey());
                tables.put(name, size(entry.getValue(), "$.tables[\"" + entry.getKey() + "\"]"));
            }
        }
        return new FactsFile(
                text(root, "$", "engine"),
                text(root, "$", "engineVersion"),
                zone,
                text(root, "$", "sqlMode"),
                whole(root, "$", "freeBytes"),
                tables);
    }

    private static ObjectName name(String key) throws PlanRefused {
        if (key.isBlank() || key.startsWith(".") || key.endsWith(".")) {
            throw refused("$.tables: '" + key + "' is not the name of a table");
        }
        return ObjectName.parse(key);
    }

    private static TableSize size(JsonNode node, String path) throws PlanRefused {
        requireKeys(node, path, TABLE_KEYS);
        return new TableSize(
                whole(node, path, "rows"),
                whole(node, path, "bytes"),
                whole(node, path, "indexBytes"),
                number(node, path, "readsPerSecond"),
                number(node, path, "writesPerSecond"),
                (int) Math.min(255, whole(node, path, "rowVersions")),
                text(node, path, "rowFormat").orElse(""),
                text(node, path, "storageEngine").orElse(""),
                text(node, path, "collation").orElse(""));
    }

    private static void requireKeys(JsonNode node, String path, Set<String> known) throws PlanRefused {
        if (!node.isObject()) {
            throw refused(path + ": an object is needed");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw refused(path + "." + name + ": unknown; known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private static Optional<String> text(JsonNode node, String path, String key) throws PlanRefused {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw refused(path + "." + key + ": a text is needed");
        }
        return Optional.of(value.asText());
    }

    private static long whole(JsonNode node, String path, String key) throws PlanRefused {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return -1;
        }
        // 5e7 is a whole number, too.
        double number = value.asDouble(-1);
        if (!value.isNumber() || number < 0 || number > 1e18 || number != Math.rint(number)) {
            throw refused(path + "." + key + ": a whole number from 0 on is needed");
        }
        return value.isIntegralNumber() ? value.asLong() : (long) number;
    }

    private static double number(JsonNode node, String path, String key) throws PlanRefused {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return -1;
        }
        if (!value.isNumber() || !(value.asDouble() >= 0) || value.asDouble() > 1e12) {
            throw refused(path + "." + key + ": a number from 0 on is needed");
        }
        return value.asDouble();
    }

    private static boolean zone(String text) {
        try {
            return ZoneId.of(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static PlanRefused refused(String message) {
        return new PlanRefused(RefusalCode.BAD_OPTION, null, 0, message, HELP);
    }
}
