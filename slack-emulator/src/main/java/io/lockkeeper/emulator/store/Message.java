package io.lockkeeper.emulator.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.wire.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message of a channel; immutable.
 *
 * @param author user id of who wrote it
 * @param fromApp true when the app wrote it, which alone may update it
 * @param blocks null when there are none
 * @param threadTs the parent's ts for a reply, null otherwise
 * @param viewer the one user who sees it when it is ephemeral, null otherwise
 * @param edited true when the "(edited)" mark shows, which an update with blocks does not set
 * @param edits how often it was updated
 */
public record Message(
        String channel,
        String ts,
        String author,
        boolean fromApp,
        String text,
        @Nullable ArrayNode blocks,
        @Nullable ArrayNode attachments,
        @Nullable ObjectNode metadata,
        @Nullable String threadTs,
        @Nullable String viewer,
        @Nullable String editedTs,
        int edits) {

    public boolean ephemeral() {
        return viewer != null;
    }

    public boolean reply() {
        return threadTs != null && !threadTs.equals(ts);
    }

    public boolean visibleTo(String user) {
        return viewer == null || Objects.equals(viewer, user);
    }

    public boolean edited() {
        return editedTs != null;
    }

    public Message with(
            String newText,
            @Nullable ArrayNode newBlocks,
            @Nullable ArrayNode newAttachments,
            @Nullable ObjectNode newMetadata,
            @Nullable String newEditedTs) {
        return new Message(
                channel,
                ts,
                author,
                fromApp,
                newText,
                newBlocks,
                newAttachments,
                newMetadata,
                threadTs,
                viewer,
                newEditedTs,
                edits + 1);
    }

    /** Text for a person's eyes in a log or an error: what the message is about, short. */
    public String summary() {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 80 ? line.substring(0, 79) + "…" : line;
    }

    /** A fresh copy of the blocks; an empty array when there are none. */
    public ArrayNode blocksOrNone() {
        return blocks == null ? Json.array() : blocks.deepCopy();
    }
}
