package io.lockkeeper.notifier.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Block Kit's limits, written down a second time and apart from the product's own checks. */
final class Limits {

    private static final Map<String, Integer> TEXT_OF = Map.of("header", 150, "section", 3000, "button", 75);

    private Limits() {}

    /** What Slack would refuse in these blocks; empty when nothing. */
    static List<String> broken(JsonNode blocks) {
        List<String> broken = new ArrayList<>();
        if (blocks.size() > 50) {
            broken.add("blocks: " + blocks.size());
        }
        int characters = 0;
        Set<String> ids = new HashSet<>();
        for (JsonNode block : blocks) {
            String type = block.path("type").asText();
            if (block.has("text")) {
                text(block.path("text"), TEXT_OF.getOrDefault(type, 0), broken);
            }
            list(block, "fields", 10, 2000, broken);
            if (type.equals("context")) {
                list(block, "elements", 10, 3000, broken);
            }
            if (type.equals("actions")) {
                buttons(block, broken);
                if (!ids.add(block.path("block_id").asText())) {
                    broken.add("block_id twice");
                }
            }
            characters += block.findValuesAsText("text").stream()
                    .mapToInt(String::length)
                    .sum();
        }
        if (characters > 11_000) {
            broken.add("characters: " + characters);
        }
        return broken;
    }

    private static void buttons(JsonNode block, List<String> broken) {
        Set<String> actions = new HashSet<>();
        for (JsonNode button : block.path("elements")) {
            text(button.path("text"), 75, broken);
            if (button.path("value").asText().length() > 2000
                    || !actions.add(button.path("action_id").asText())) {
                broken.add("button " + button);
            }
            if (button.path("accessibility_label").asText().length() > 75) {
                broken.add("accessibility_label");
            }
            if (button.has("confirm")) {
                JsonNode confirm = button.path("confirm");
                text(confirm.path("title"), 100, broken);
                text(confirm.path("text"), 300, broken);
                text(confirm.path("confirm"), 30, broken);
                text(confirm.path("deny"), 30, broken);
            }
        }
        if (actions.isEmpty() || actions.size() > 25) {
            broken.add("actions: " + actions.size());
        }
    }

    private static void list(JsonNode block, String name, int most, int longest, List<String> broken) {
        if (block.has(name)) {
            if (block.path(name).isEmpty() || block.path(name).size() > most) {
                broken.add(name + ": " + block.path(name).size());
            }
            block.path(name).forEach(text -> text(text, longest, broken));
        }
    }

    private static void text(JsonNode text, int most, List<String> broken) {
        int length = text.path("text").asText().length();
        if (length < 1 || length > most) {
            broken.add(length + " of " + most + ": " + text);
        }
    }
}
