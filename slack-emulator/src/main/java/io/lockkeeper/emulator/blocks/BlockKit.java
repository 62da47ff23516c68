package io.lockkeeper.emulator.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * The validator: whether Slack would take these blocks or this view, and what it would answer if not.
 *
 * <p>The messages were collected from real answers; where none was seen (too few items, a value outside an enumeration,
 * a wrong type of number) the wording is ours.
 */
public final class BlockKit {
    /** Slack's formula is not published; about this many characters of text over all blocks is what was observed. */
    public static final int MESSAGE_CHARACTERS = 12_000;

    private static final Shape MESSAGE = Shape.array(0, 50, Blocks.IN_MESSAGES);
    private static final Shape MODAL = modal();

    private BlockKit() {}

    /** Checks the {@code blocks} of a message. */
    public static Problems message(JsonNode blocks) {
        Problems problems = new Problems();
        MESSAGE.check(blocks, "/blocks", problems);
        duplicates(blocks, "/blocks", problems);
        return problems;
    }

    /** Checks a modal. */
    public static Problems view(JsonNode view) {
        Problems problems = new Problems();
        MODAL.check(view, "/view", problems);
        duplicates(view.path("blocks"), "/view/blocks", problems);
        return problems;
    }

    /** Whether the message's text, over all blocks, is more than Slack takes ({@code msg_blocks_too_long}). */
    public static boolean tooLong(JsonNode blocks) {
        return characters(blocks) > MESSAGE_CHARACTERS;
    }

    private static int characters(JsonNode node) {
        int sum = 0;
        for (var entry : node.properties()) {
            boolean text = entry.getKey().equals("text") && entry.getValue().isTextual();
            sum += text ? entry.getValue().asText().length() : characters(entry.getValue());
        }
        for (JsonNode item : node.isArray() ? node : Set.<JsonNode>of()) {
            sum += characters(item);
        }
        return sum;
    }

    private static Shape modal() {
        ObjectShape modal = ObjectShape.of("modal")
                .required("title", Compositions.plainText(24))
                .required("blocks", Shape.array(0, 100, Blocks.IN_MODALS))
                .optional("submit", Compositions.plainText(24))
                .optional("close", Compositions.plainText(24))
                .optional("private_metadata", Shape.string(0, 3000))
                .optional("callback_id", Shape.string(0, 255))
                .optional("external_id", Shape.string(0, 255))
                .optional("clear_on_close", Shape.bool())
                .optional("notify_on_close", Shape.bool())
                .optional("submit_disabled", Shape.bool())
                .rule(BlockKit::submitForInputs);
        return Shape.announced(modal);
    }

    private static void submitForInputs(JsonNode view, String pointer, Problems problems) {
        for (JsonNode block : view.path("blocks")) {
            if (block.path("type").asText().equals("input") && !view.has("submit")) {
                problems.add("missing required field: submit", pointer);
                return;
            }
        }
    }

    /** Block ids are unique per message or view, action ids within one block. */
    private static void duplicates(JsonNode blocks, String pointer, Problems problems) {
        Set<String> blockIds = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            JsonNode block = blocks.path(i);
            String at = pointer + "/" + i;
            if (block.has("block_id") && !blockIds.add(block.path("block_id").asText())) {
                exists("block_id", block.path("block_id").asText(), at, problems);
            }
            Set<String> actionIds = new HashSet<>();
            for (int j = 0; j < block.path("elements").size(); j++) {
                JsonNode element = block.path("elements").path(j);
                if (element.has("action_id")
                        && !actionIds.add(element.path("action_id").asText())) {
                    exists("action_id", element.path("action_id").asText(), at + "/elements/" + j, problems);
                }
            }
        }
    }

    private static void exists(String field, String value, String pointer, Problems problems) {
        problems.add("`" + field + "` \"" + value + "\" already exists", pointer + "/" + field);
    }
}
