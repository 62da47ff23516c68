package io.lockkeeper.emulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.interaction.Modals;
import io.lockkeeper.emulator.store.OpenView;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.Refused;
import java.util.Map;
import java.util.Optional;

/** {@code views.*}. */
final class ViewMethods {
    private final Modals modals;

    ViewMethods(Modals modals) {
        this.modals = modals;
    }

    private ObjectNode open(Arguments arguments) {
        String trigger = arguments.required("trigger_id");
        return answer(modals.open(trigger, view(arguments)));
    }

    private ObjectNode push(Arguments arguments) {
        String trigger = arguments.required("trigger_id");
        return answer(modals.push(trigger, view(arguments)));
    }

    private ObjectNode update(Arguments arguments) {
        Optional<String> viewId = arguments.text("view_id").filter(id -> !id.isEmpty());
        Optional<String> externalId = arguments.text("external_id").filter(id -> !id.isEmpty());
        if (viewId.isEmpty() && externalId.isEmpty()) {
            throw Refused.arguments("missing required field: view_id");
        }
        return answer(modals.update(viewId, externalId, arguments.text("hash").orElse(""), view(arguments)));
    }

    private static JsonNode view(Arguments arguments) {
        return arguments
                .json("view", "invalid_arguments")
                .orElseThrow(() -> Refused.arguments("missing required field: view"));
    }

    private static ObjectNode answer(OpenView view) {
        ObjectNode answer = Json.object();
        answer.set("view", view.body().deepCopy());
        return answer;
    }

    Map<String, Method> methods() {
        return Map.of("views.open", this::open, "views.push", this::push, "views.update", this::update);
    }
}
