package io.lockkeeper.emulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Cuts a list into pages by {@code limit} and {@code cursor}, and answers where the next one starts. */
final class Pages {
    private static final int MOST = 1_000;

    private Pages() {}

    /** Adds the page's items under {@code field}; says {@code next_cursor}, empty on the last page. */
    static <T> boolean put(
            ObjectNode answer, String field, List<T> all, Arguments arguments, Function<T, ? extends JsonNode> toJson) {
        int limit = arguments.number("limit", 100, MOST);
        int from = Math.min(start(arguments.text("cursor").orElse("")), all.size());
        int to = Math.min(from + limit, all.size());
        ArrayNode items = answer.putArray(field);
        all.subList(from, to).forEach(item -> items.add(toJson.apply(item)));
        boolean more = to < all.size();
        answer.set("response_metadata", Json.object().put("next_cursor", more ? cursor(to) : ""));
        return more;
    }

    private static String cursor(int position) {
        return Base64.getEncoder().encodeToString(("next:" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int start(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Math.max(0, Integer.parseInt(text.substring("next:".length())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw new Refused("invalid_cursor");
        }
    }
}
