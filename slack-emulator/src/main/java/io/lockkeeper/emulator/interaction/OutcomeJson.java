package io.lockkeeper.emulator.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.wire.Json;

/** An outcome as the page and the driver read it: {@code ok}, and if not, {@code error} and what the person sees. */
public final class OutcomeJson {
    private OutcomeJson() {}

    public static ObjectNode of(Outcome outcome) {
        ObjectNode json = Json.object();
        switch (outcome) {
            case Outcome.Acknowledged(long millis) -> json.put("ok", true).put("ack_millis", millis);
            case Outcome.NotAcknowledged(String reason) ->
                json.put("ok", false)
                        .put("error", "not_acknowledged")
                        .put("message", "This app did not respond: " + reason + ".");
            case Outcome.Impossible(String code, String reason) ->
                json.put("ok", false).put("error", code).put("message", reason);
            case Outcome.Invalid(var errors) -> {
                json.put("ok", false).put("error", "invalid_input");
                json.put("message", "Please correct the marked fields.");
                ObjectNode byBlock = json.putObject("errors");
                errors.forEach(byBlock::put);
            }
        }
        return json;
    }
}
