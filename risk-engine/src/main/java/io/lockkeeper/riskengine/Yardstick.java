package io.lockkeeper.riskengine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.Calibration;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.report.Work;
import io.lockkeeper.riskengine.subject.CanonicalJson;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * By what a migration is judged besides the target's facts: where levels begin, and how fast the target has proved to be.
 * Whoever judges again must take the same one, so it travels in the bundle and is part of what is approved.
 */
public record Yardstick(Thresholds thresholds, Calibration calibration) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> PARTS = Set.of("thresholds", "calibration");
    private static final Set<String> BLOCKS = Set.of("readsAndWritesBlocked", "writesBlocked");
    private static final Set<String> LEVELS = Set.of("medium", "high");
    private static final Set<String> FACTOR = Set.of("factor", "lowest", "highest", "runs");
    private static final String HELP = "See \"Where levels begin\" in docs/lint.md.";

    public static Yardstick defaults() {
        return new Yardstick(Thresholds.defaults(), Calibration.NONE);
    }

    /** What differs from the defaults, for the report and the bundle; empty when nothing does. */
    public Optional<JsonNode> json() {
        Map<String, Object> map = new TreeMap<>();
        if (!thresholds.equals(Thresholds.defaults())) {
            map.put(
                    "thresholds",
                    Map.of(
                            "readsAndWritesBlocked",
                            levels(thresholds.mediumReadsBlockedSeconds(), thresholds.highReadsBlockedSeconds()),
                            "writesBlocked",
                            levels(thresholds.mediumWritesBlockedSeconds(), thresholds.highWritesBlockedSeconds())));
        }
        if (!calibration.factors().isEmpty()) {
            Map<String, Object> factors = new TreeMap<>();
            calibration.factors().forEach((work, factor) -> factors.put(work.id(), factor(factor)));
            map.put("calibration", factors);
        }
        return map.isEmpty() ? Optional.empty() : Optional.of(CanonicalJson.parse(CanonicalJson.text(map)));
    }

    private static Map<String, Double> levels(double medium, double high) {
        return Map.of("medium", medium, "high", high);
    }

    private static Map<String, Object> factor(Calibration.Factor factor) {
        return Map.of(
                "factor", factor.factor(),
                "lowest", factor.lowest(),
                "highest", factor.highest(),
                "runs", factor.runs());
    }

    /** @throws PlanRefused when the text is no JSON, or not of this kind */
    public static Yardstick parse(String text) throws PlanRefused {
        try {
            return of(STRICT.readTree(text));
        } catch (JsonProcessingException e) {
            throw refused("no JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * Reads what {@link #json()} wrote, or what a person did. Strict: what is unknown, or nonsense, is refused.
     *
     * @throws PlanRefused with the path of what is wrong, such as {@code $.thresholds.writesBlocked.high}
     */
    public static Yardstick of(@Nullable JsonNode json) throws PlanRefused {
        if (json == null) {
            return defaults();
        }
        requireKeys(json, "$", PARTS);
        try {
            return new Yardstick(thresholds(json.path("thresholds")), calibration(json.path("calibration")));
        } catch (IllegalArgumentException e) {
            throw refused("$: " + e.getMessage());
        }
    }

    private static Thresholds thresholds(JsonNode json) throws PlanRefused {
        Thresholds usual = Thresholds.defaults();
        if (json.isMissingNode()) {
            return usual;
        }
        String path = "$.thresholds";
        requireKeys(json, path, BLOCKS);
        for (String key : BLOCKS) {
            if (json.has(key)) {
                requireKeys(json.path(key), path + "." + key, LEVELS);
            }
        }
        return usual.withSeconds(
                seconds(json, path, "readsAndWritesBlocked", "medium", usual.mediumReadsBlockedSeconds()),
                seconds(json, path, "readsAndWritesBlocked", "high", usual.highReadsBlockedSeconds()),
                seconds(json, path, "writesBlocked", "medium", usual.mediumWritesBlockedSeconds()),
                seconds(json, path, "writesBlocked", "high", usual.highWritesBlockedSeconds()));
    }

    private static double seconds(JsonNode json, String path, String blocks, String level, double usual)
            throws PlanRefused {
        return number(json.path(blocks), path + "." + blocks, level, usual);
    }

    private static Calibration calibration(JsonNode json) throws PlanRefused {
        if (json.isMissingNode()) {
            return Calibration.NONE;
        }
        String path = "$.calibration";
        if (!json.isObject()) {
            throw refused(path + ": an object is needed, one member for each kind of work");
        }
        Map<Work, Calibration.Factor> factors = new EnumMap<>(Work.class);
        for (var entry : json.properties()) {
            String at = path + "." + entry.getKey();
            Work work = Work.of(entry.getKey()).orElseThrow(() -> refused(at + ": no kind of work"));
            requireKeys(entry.getValue(), at, FACTOR);
            double factor = number(entry.getValue(), at, "factor", 1);
            factors.put(
                    work,
                    new Calibration.Factor(
                            factor,
                            number(entry.getValue(), at, "lowest", factor),
                            number(entry.getValue(), at, "highest", factor),
                            (int) number(entry.getValue(), at, "runs", Calibration.FEWEST)));
        }
        return new Calibration(factors);
    }

    private static void requireKeys(JsonNode node, String path, Set<String> known) throws PlanRefused {
        if (!node.isObject()) {
            throw refused(path + ": an object is needed");
        }
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw refused(path + "." + entry.getKey() + ": unknown; known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private static double number(JsonNode node, String path, String key, double otherwise) throws PlanRefused {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw refused(path + "." + key + ": a number is needed");
        }
        return value.asDouble();
    }

    private static PlanRefused refused(String message) {
        return new PlanRefused(RefusalCode.BAD_OPTION, null, 0, message, HELP);
    }
}
