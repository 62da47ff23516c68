package io.lockkeeper.emulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The {@code state.values} of a form. Comes from plain values {@code {block_id:{action_id: text | [texts]}}} as a page or
 * a test gives them; the elements say what each becomes.
 */
final class ViewState {
    private final ObjectNode values;
    private final Map<String, String> errors;

    private ViewState(ObjectNode values, Map<String, String> errors) {
        this.values = values;
        this.errors = errors;
    }

    /** {@code {"values":{…}}}. */
    ObjectNode toJson() {
        ObjectNode state = Json.object();
        state.set("values", values);
        return state;
    }

    /** Complaints that Slack's own client makes before it tells the app, per block id. */
    Map<String, String> errors() {
        return errors;
    }

    static ViewState initial(JsonNode blocks) {
        ObjectNode values = Json.object();
        each(blocks, (block, element) -> put(values, block, element, ElementValue.initial(element)));
        return new ViewState(values, Map.of());
    }

    static ViewState submitted(JsonNode blocks, JsonNode given) {
        ObjectNode values = Json.object();
        Map<String, String> errors = new LinkedHashMap<>();
        each(blocks, (block, element) -> {
            String blockId = Json.text(block, "block_id");
            JsonNode raw = given.path(blockId).path(Json.text(element, "action_id"));
            boolean required = block.path("type").asText().equals("input")
                    && !block.path("optional").asBoolean(false);
            if (required && ElementValue.empty(raw)) {
                errors.put(blockId, "Please complete this required field.");
            } else {
                ElementValue.complaint(element, raw).ifPresent(error -> errors.put(blockId, error));
            }
            if (!errors.containsKey(blockId)) {
                put(values, block, element, ElementValue.typed(element, raw));
            }
        });
        return new ViewState(values, errors);
    }

    private static void put(ObjectNode values, JsonNode block, JsonNode element, JsonNode value) {
        values.withObject("/" + escaped(Json.text(block, "block_id"))).set(Json.text(element, "action_id"), value);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void each(JsonNode blocks, BiConsumer<JsonNode, JsonNode> visitor) {
        for (JsonNode block : blocks) {
            visit(block, block.path("element"), visitor);
            visit(block, block.path("accessory"), visitor);
            if (block.path("type").asText().equals("actions")) {
                block.path("elements").forEach(element -> visit(block, element, visitor));
            }
        }
    }

    private static void visit(JsonNode block, JsonNode element, BiConsumer<JsonNode, JsonNode> visitor) {
        if (ElementValue.stateful(element)) {
            visitor.accept(block, element);
        }
    }
}
