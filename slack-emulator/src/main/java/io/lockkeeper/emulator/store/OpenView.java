package io.lockkeeper.emulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.wire.Json;

/** A modal that a user has open. {@code body} is the view object as the app sees it, its state's values included. */
public record OpenView(String id, String user, ObjectNode body) {
    public String hash() {
        return Json.text(body, "hash");
    }

    public String externalId() {
        return Json.text(body, "external_id");
    }

    public boolean notifyOnClose() {
        return body.path("notify_on_close").asBoolean(false);
    }
}
