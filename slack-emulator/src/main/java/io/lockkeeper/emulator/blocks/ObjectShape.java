package io.lockkeeper.emulator.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** An object with known fields; any other field is refused, as Slack refuses it. Immutable. */
final class ObjectShape implements Shape {
    private final Map<String, Shape> fields;
    private final Set<String> required;
    private final Shape rule;

    private ObjectShape(Map<String, Shape> fields, Set<String> required, Shape rule) {
        this.fields = fields;
        this.required = required;
        this.rule = rule;
    }

    static ObjectShape object() {
        return new ObjectShape(Map.of(), Set.of(), (node, pointer, problems) -> {});
    }

    /** An object that says its own type. */
    static ObjectShape of(String type) {
        return object().required("type", Shape.oneOf(type));
    }

    /** A block: its type and an optional {@code block_id}. */
    static ObjectShape block(String type) {
        return of(type).optional("block_id", Shape.string(0, 255));
    }

    ObjectShape required(String field, Shape shape) {
        Set<String> names = new LinkedHashSet<>(required);
        names.add(field);
        return new ObjectShape(plus(field, shape), names, rule);
    }

    ObjectShape optional(String field, Shape shape) {
        return new ObjectShape(plus(field, shape), required, rule);
    }

    /** A rule over the whole object, checked after its fields. */
    ObjectShape rule(Shape more) {
        return new ObjectShape(fields, required, rule.and(more));
    }

    private Map<String, Shape> plus(String field, Shape shape) {
        Map<String, Shape> all = new LinkedHashMap<>(fields);
        all.put(field, shape);
        return all;
    }

    @Override
    public void check(JsonNode node, String pointer, Problems problems) {
        if (!node.isObject()) {
            problems.add("must provide an object", pointer);
            return;
        }
        for (String field : required) {
            if (!node.has(field)) {
                problems.add("missing required field: " + field, pointer);
            }
        }
        node.properties().forEach(entry -> {
            Shape shape = fields.get(entry.getKey());
            if (shape == null) {
                problems.add("invalid additional property: " + entry.getKey(), pointer);
            } else {
                shape.check(entry.getValue(), pointer + "/" + entry.getKey(), problems);
            }
        });
        rule.check(node, pointer, problems);
    }
}
