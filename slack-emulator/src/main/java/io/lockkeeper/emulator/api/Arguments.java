package io.lockkeeper.emulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The arguments of a call, whichever way they came: query, form or JSON. Structured ones in a form are JSON in a string. */
public final class Arguments {
    private final Map<String, JsonNode> values;

    private Arguments(Map<String, JsonNode> values) {
        this.values = values;
    }

    /** Body arguments win over query arguments of the same name. */
    public static Arguments of(String query, String contentType, String body) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        form(query, values);
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            json(body, values);
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            form(body, values);
        } else if (!body.isEmpty()) {
            throw new Refused(type.isEmpty() ? "missing_post_type" : "invalid_post_type");
        }
        return new Arguments(values);
    }

    private static void json(String body, Map<String, JsonNode> values) {
        if (body.isBlank()) {
            return;
        }
        JsonNode root = Json.parse(body).orElseThrow(() -> new Refused("invalid_json"));
        if (!root.isObject()) {
            throw new Refused("json_not_object");
        }
        root.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                values.put(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void form(String text, Map<String, JsonNode> values) {
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.put(decoded(name), Json.object().textNode(decoded(value)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refused("invalid_form_data");
        }
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Empty when it is absent. An empty string is present. */
    public Optional<String> text(String name) {
        JsonNode value = values.get(name);
        return value == null
                ? Optional.empty()
                : Optional.of(value.isContainerNode() ? Json.write(value) : value.asText());
    }

    public String required(String name) {
        return text(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> Refused.arguments("missing required field: " + name));
    }

    public boolean flag(String name) {
        return text(name).map(v -> v.equals("true") || v.equals("1")).orElse(false);
    }

    public int number(String name, int absent, int max) {
        Optional<String> value = text(name).filter(v -> !v.isEmpty());
        if (value.isEmpty()) {
            return absent;
        }
        try {
            return Math.max(1, Math.min(max, Integer.parseInt(value.get())));
        } catch (NumberFormatException notANumber) {
            throw Refused.arguments("must provide an integer [json-pointer:/" + name + "]");
        }
    }

    /** The structured value; empty when it is absent or an empty string; refused with {@code code} when it is not JSON. */
    public Optional<JsonNode> json(String name, String code) {
        JsonNode value = values.get(name);
        if (value == null || (value.isTextual() && value.asText().isEmpty())) {
            return Optional.empty();
        }
        if (value.isTextual()) {
            return Optional.of(Json.parse(value.asText()).orElseThrow(() -> new Refused(code)));
        }
        return Optional.of(value);
    }
}
