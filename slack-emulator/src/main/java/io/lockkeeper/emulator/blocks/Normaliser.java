package io.lockkeeper.emulator.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Supplier;

/** Brings accepted blocks into the form Slack stores and returns: ids given, defaults of texts filled in. */
public final class Normaliser {
    /** Elements that report what a person does, so that each needs an {@code action_id}. */
    private static final Set<String> PASSIVE = Set.of("image", "plain_text", "mrkdwn");

    private final Supplier<String> ids;

    /** @param ids gives short random ids */
    public Normaliser(Supplier<String> ids) {
        this.ids = ids;
    }

    /** A normalised copy. */
    public ArrayNode normalise(JsonNode blocks) {
        ArrayNode copy = blocks.deepCopy();
        for (JsonNode block : copy) {
            normaliseBlock((ObjectNode) block);
        }
        return copy;
    }

    private void normaliseBlock(ObjectNode block) {
        if (block.path("block_id").asText("").isEmpty()) {
            block.put("block_id", ids.get());
        }
        String type = block.path("type").asText();
        if (type.equals("rich_text") || type.equals("markdown")) {
            return;
        }
        texts(block);
        block.path("elements").forEach(this::actionId);
        if (block.has("accessory")) {
            actionId(block.path("accessory"));
        }
        if (block.has("element")) {
            actionId(block.path("element"));
        }
    }

    private void actionId(JsonNode element) {
        if (!PASSIVE.contains(element.path("type").asText())
                && element.path("action_id").asText("").isEmpty()) {
            ((ObjectNode) element).put("action_id", ids.get());
        }
    }

    private static void texts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            switch (object.path("type").asText()) {
                case "plain_text" -> object.put("emoji", object.path("emoji").asBoolean(true));
                case "mrkdwn" -> object.put("verbatim", object.path("verbatim").asBoolean(false));
                default -> object.forEach(Normaliser::texts);
            }
        } else {
            node.forEach(Normaliser::texts);
        }
    }
}
