package io.lockkeeper.emulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.blocks.BlockKit;
import io.lockkeeper.emulator.blocks.Normaliser;
import io.lockkeeper.emulator.blocks.Problems;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.Refused;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a call wants a message to say, checked. An absent part is null; an empty one ({@code []}, {@code {}}) is present. */
record Content(
        @Nullable String text,
        @Nullable ArrayNode blocks,
        @Nullable ArrayNode attachments,
        @Nullable ObjectNode metadata) {

    private static final int MARKDOWN = 12_000;
    private static final int METADATA_BYTES = 12_000;

    static Content of(Arguments arguments, Normaliser normaliser) {
        Optional<String> markdown = arguments.text("markdown_text");
        if (markdown.isPresent() && (arguments.has("text") || arguments.has("blocks"))) {
            throw new Refused("markdown_text_conflict");
        }
        return new Content(
                arguments.text("text").orElse(null),
                blocks(markdown.map(Content::markdownBlock).or(() -> arguments.json("blocks", "invalid_blocks_format")))
                        .map(normaliser::normalise)
                        .orElse(null),
                attachments(arguments.json("attachments", "invalid_attachments")),
                metadata(arguments.json("metadata", "invalid_metadata_format")));
    }

    private static JsonNode markdownBlock(String text) {
        if (text.length() > MARKDOWN) {
            throw new Refused("msg_too_long");
        }
        ArrayNode blocks = Json.array();
        blocks.addObject().put("type", "markdown").put("text", text);
        return blocks;
    }

    private static Optional<JsonNode> blocks(Optional<JsonNode> given) {
        given.ifPresent(blocks -> {
            if (!blocks.isArray()) {
                throw new Refused("invalid_blocks_format");
            }
            Problems problems = BlockKit.message(blocks);
            if (!problems.none()) {
                throw new Refused("invalid_blocks", problems.messages());
            }
            if (BlockKit.tooLong(blocks)) {
                throw new Refused("msg_blocks_too_long");
            }
        });
        return given;
    }

    private static @Nullable ArrayNode attachments(Optional<JsonNode> given) {
        if (given.isEmpty()) {
            return null;
        }
        if (!(given.get() instanceof ArrayNode attachments)) {
            throw new Refused("invalid_attachments");
        }
        if (attachments.size() > 100) {
            throw new Refused("too_many_attachments");
        }
        return attachments;
    }

    private static @Nullable ObjectNode metadata(Optional<JsonNode> given) {
        if (given.isEmpty()) {
            return null;
        }
        if (!(given.get() instanceof ObjectNode metadata)) {
            throw new Refused("invalid_metadata_format");
        }
        boolean complete = metadata.path("event_type").isTextual()
                && metadata.path("event_payload").isObject();
        if (!metadata.isEmpty() && (!complete || metadata.size() != 2)) {
            throw new Refused("invalid_metadata_format");
        }
        if (Json.write(metadata).length() > METADATA_BYTES) {
            throw new Refused("metadata_too_large");
        }
        return metadata;
    }

    boolean hasText() {
        return text != null && !text.isEmpty();
    }

    boolean says() {
        return hasText() || (blocks != null && !blocks.isEmpty()) || (attachments != null && !attachments.isEmpty());
    }

    /** The text, or what Slack would build from the blocks for notifications when there is none. */
    String textOrSummary() {
        if (text != null && !text.isEmpty()) {
            return text;
        }
        List<String> texts = blocks == null ? List.of() : blocks.findValuesAsText("text");
        return String.join(" ", texts.stream().filter(t -> !t.isEmpty()).toList());
    }

    static <T extends ContainerNode<T>> @Nullable T noneWhenEmpty(@Nullable T given) {
        return given == null || given.isEmpty() ? null : given;
    }
}
