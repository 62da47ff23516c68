package io.lockkeeper.emulator.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a piece of Block Kit JSON must look like. Checking adds problems; an accepted piece adds none. */
@FunctionalInterface
interface Shape {
    void check(JsonNode node, String pointer, Problems problems);

    /** Any string of {@code min} to {@code max} characters, counted as UTF-16 units. */
    static Shape string(int min, int max) {
        return (node, pointer, problems) -> {
            if (!node.isTextual()) {
                problems.add("must provide a string", pointer);
            } else if (node.asText().length() > max) {
                problems.add("must be less than " + (max + 1) + " characters", pointer);
            } else if (node.asText().length() < min) {
                problems.add("must be more than " + (min - 1) + " characters", pointer);
            }
        };
    }

    static Shape matching(String regex, String what) {
        Pattern pattern = Pattern.compile(regex);
        return (node, pointer, problems) -> {
            if (!node.isTextual()) {
                problems.add("must provide a string", pointer);
            } else if (!pattern.matcher(node.asText()).matches()) {
                problems.add("must be " + what, pointer);
            }
        };
    }

    static Shape oneOf(String... values) {
        Set<String> allowed = Set.of(values);
        return (node, pointer, problems) -> {
            if (!node.isTextual()) {
                problems.add("must provide a string", pointer);
            } else if (!allowed.contains(node.asText())) {
                problems.add("must be a valid enum value", pointer);
            }
        };
    }

    static Shape bool() {
        return (node, pointer, problems) -> {
            if (!node.isBoolean()) {
                problems.add("must provide a boolean", pointer);
            }
        };
    }

    static Shape integer(int min, int max) {
        return (node, pointer, problems) -> {
            if (!node.isIntegralNumber()) {
                problems.add("must provide an integer", pointer);
            } else if (node.asLong() > max) {
                problems.add("must be less than " + (max + 1L), pointer);
            } else if (node.asLong() < min) {
                problems.add("must be more than " + (min - 1L), pointer);
            }
        };
    }

    static Shape array(int min, int max, Shape item) {
        return (node, pointer, problems) -> {
            if (!node.isArray()) {
                problems.add("must provide an array", pointer);
                return;
            }
            if (node.size() > max) {
                problems.add("no more than " + max + " items allowed", pointer);
            }
            if (node.size() < min) {
                problems.add("must provide at least " + min + " items", pointer);
            }
            for (int i = 0; i < node.size(); i++) {
                item.check(node.path(i), pointer + "/" + i, problems);
            }
        };
    }

    /** An object whose {@code type} picks its shape. */
    static Shape typed(Map<String, ? extends Shape> byType) {
        Map<String, Shape> shapes = new TreeMap<>(byType);
        return (node, pointer, problems) -> {
            if (!node.isObject()) {
                problems.add("must provide an object", pointer);
            } else if (!node.has("type")) {
                problems.add("missing required field: type", pointer);
            } else {
                Shape shape = shapes.get(node.path("type").asText());
                if (shape == null) {
                    problems.add("unsupported type: " + node.path("type").asText(), pointer + "/type");
                } else {
                    shape.check(node, pointer, problems);
                }
            }
        };
    }

    /** Slack lists the parent first where it tried several schemas for one place, then what was wrong inside. */
    static Shape announced(Shape inner) {
        return (node, pointer, problems) -> {
            Problems inside = new Problems();
            inner.check(node, pointer, inside);
            if (!inside.none()) {
                problems.add("failed to match all allowed schemas", pointer);
                problems.addAll(inside);
            }
        };
    }

    default Shape and(Shape other) {
        return (node, pointer, problems) -> {
            check(node, pointer, problems);
            other.check(node, pointer, problems);
        };
    }
}
