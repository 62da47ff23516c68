package io.lockkeeper.emulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.emulator.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An interactive element and the block it is in. */
record Located(JsonNode block, JsonNode element) {
    /** @param blockId empty for any block */
    static Optional<Located> in(JsonNode blocks, String blockId, String actionId) {
        return all(blocks).stream()
                .filter(l ->
                        blockId.isEmpty() || Json.text(l.block(), "block_id").equals(blockId))
                .filter(l -> Json.text(l.element(), "action_id").equals(actionId))
                .findFirst();
    }

    private static List<Located> all(JsonNode blocks) {
        List<Located> all = new ArrayList<>();
        for (JsonNode block : blocks) {
            block.path("elements").forEach(element -> all.add(new Located(block, element)));
            all.add(new Located(block, block.path("accessory")));
            all.add(new Located(block, block.path("element")));
        }
        return all;
    }
}
