package io.lockkeeper.emulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one element holds, in the words of {@code state.values} and of {@code actions[]}. */
final class ElementValue {
    private ElementValue() {}

    /** Where an element keeps its value, by its type; null for one that keeps none. */
    private static @Nullable String field(String type) {
        return switch (type) {
            case "plain_text_input", "number_input", "email_text_input", "url_text_input" -> "value";
            case "static_select", "radio_buttons", "overflow" -> "selected_option";
            case "multi_static_select", "checkboxes" -> "selected_options";
            case "users_select" -> "selected_user";
            case "multi_users_select" -> "selected_users";
            case "channels_select" -> "selected_channel";
            case "conversations_select" -> "selected_conversation";
            case "datepicker" -> "selected_date";
            case "timepicker" -> "selected_time";
            case "datetimepicker" -> "selected_date_time";
            default -> null;
        };
    }

    static boolean stateful(JsonNode element) {
        String type = Json.text(element, "type");
        return field(type) != null && !type.equals("overflow");
    }

    static boolean empty(JsonNode raw) {
        return raw.isMissingNode()
                || raw.isNull()
                || (raw.isArray() && raw.isEmpty())
                || raw.asText("x").isEmpty();
    }

    /** The element's initial value in its typed form. */
    static ObjectNode initial(JsonNode element) {
        String type = Json.text(element, "type");
        ObjectNode value = Json.object().put("type", type);
        String field = field(type);
        if (field != null) {
            String initial = "initial_" + field.replace("selected_", "");
            JsonNode given = element.path(initial);
            value.set(field, given.isMissingNode() ? none(field) : given.deepCopy());
        }
        return value;
    }

    /** What a person put in, in its typed form. Call {@link #complaint} first. */
    static ObjectNode typed(JsonNode element, JsonNode raw) {
        String type = Json.text(element, "type");
        ObjectNode value = Json.object().put("type", type);
        String field = field(type);
        if (field == null) {
            return value;
        }
        value.set(
                field,
                switch (field) {
                    case "selected_option" -> option(element, raw.asText("")).orElse(none(field));
                    case "selected_options" -> options(element, raw);
                    case "selected_users" -> texts(raw);
                    case "selected_date_time" ->
                        empty(raw) ? none(field) : Json.object().numberNode(raw.asLong());
                    default -> empty(raw) ? none(field) : Json.object().textNode(raw.asText());
                });
        return value;
    }

    /** What Slack's client would say about this input; empty when it is fine. */
    static Optional<String> complaint(JsonNode element, JsonNode raw) {
        if (empty(raw)) {
            return Optional.empty();
        }
        String field = field(Json.text(element, "type"));
        if ("selected_option".equals(field) && option(element, raw.asText()).isEmpty()) {
            return Optional.of("There is no option \"" + raw.asText() + "\".");
        }
        if ("selected_options".equals(field) && options(element, raw).size() < Math.max(1, raw.size())) {
            return Optional.of("At least one of the chosen options does not exist.");
        }
        int length = raw.asText().length();
        if (element.has("min_length") && length < element.path("min_length").asInt()) {
            return Optional.of("Must be at least " + element.path("min_length").asInt() + " characters.");
        }
        if (element.has("max_length") && length > element.path("max_length").asInt()) {
            return Optional.of("Must be at most " + element.path("max_length").asInt() + " characters.");
        }
        return Optional.empty();
    }

    private static JsonNode none(String field) {
        return field.equals("selected_options") || field.equals("selected_users")
                ? Json.array()
                : Json.object().nullNode();
    }

    private static Optional<JsonNode> option(JsonNode element, String value) {
        return offered(element).stream()
                .filter(option -> Json.text(option, "value").equals(value))
                .findFirst()
                .map(JsonNode::deepCopy);
    }

    private static List<JsonNode> offered(JsonNode element) {
        List<JsonNode> all = new ArrayList<>();
        element.path("options").forEach(all::add);
        element.path("option_groups").forEach(group -> group.path("options").forEach(all::add));
        return all;
    }

    private static ArrayNode options(JsonNode element, JsonNode raw) {
        ArrayNode chosen = Json.array();
        texts(raw).forEach(value -> option(element, value.asText()).ifPresent(chosen::add));
        return chosen;
    }

    private static ArrayNode texts(JsonNode raw) {
        if (raw instanceof ArrayNode array) {
            return array.deepCopy();
        }
        ArrayNode one = Json.array();
        if (!empty(raw)) {
            one.add(raw.asText());
        }
        return one;
    }
}
