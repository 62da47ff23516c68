package io.lockkeeper.emulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.blocks.BlockKit;
import io.lockkeeper.emulator.blocks.Normaliser;
import io.lockkeeper.emulator.blocks.Problems;
import io.lockkeeper.emulator.store.OpenView;
import io.lockkeeper.emulator.store.Timestamps;
import io.lockkeeper.emulator.store.Views;
import io.lockkeeper.emulator.wire.Ids;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.Refused;
import io.lockkeeper.emulator.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Opens, stacks and updates modals, whether the app asks by {@code views.*} or in its answer to a submission. */
public final class Modals {
    private static final int MOST_BYTES = 250_000;

    private final Workspace workspace;
    private final Views views;
    private final Triggers triggers;
    private final Normaliser normaliser;
    private final Timestamps timestamps;
    private final Ids ids;

    public Modals(
            Workspace workspace,
            Views views,
            Triggers triggers,
            Normaliser normaliser,
            Timestamps timestamps,
            Ids ids) {
        this.workspace = workspace;
        this.views = views;
        this.triggers = triggers;
        this.normaliser = normaliser;
        this.timestamps = timestamps;
        this.ids = ids;
    }

    public OpenView open(String triggerId, JsonNode view) {
        String user = triggers.check(triggerId);
        check(view, "");
        triggers.use(triggerId);
        OpenView opened = created(user, view, List.of());
        views.open(opened);
        return opened;
    }

    public OpenView push(String triggerId, JsonNode view) {
        String user = triggers.check(triggerId);
        check(view, "");
        OpenView pushed = onTop(user, view);
        triggers.use(triggerId);
        return pushed;
    }

    /** Pushes without a trigger, as the answer to a submission may. */
    OpenView pushAnswer(String user, JsonNode view) {
        check(view, "");
        return onTop(user, view);
    }

    private OpenView onTop(String user, JsonNode view) {
        List<OpenView> stack = views.stack(user);
        if (stack.isEmpty()) {
            throw new Refused("not_found");
        }
        if (stack.size() >= Views.DEEPEST) {
            throw new Refused("push_limit_reached");
        }
        OpenView pushed = created(user, view, stack);
        views.push(pushed);
        return pushed;
    }

    /** @param hash empty to update whatever is there */
    public OpenView update(Optional<String> viewId, Optional<String> externalId, String hash, JsonNode view) {
        OpenView before = viewId.flatMap(views::byId)
                .or(() -> externalId.flatMap(views::byExternalId))
                .orElseThrow(() -> new Refused("not_found"));
        if (!hash.isEmpty() && !hash.equals(before.hash())) {
            throw new Refused("hash_conflict");
        }
        check(view, before.id());
        ObjectNode body = body(view, before.id());
        body.set("root_view_id", before.body().path("root_view_id"));
        body.set("previous_view_id", before.body().path("previous_view_id"));
        OpenView after = new OpenView(before.id(), before.user(), body);
        views.replace(after);
        return after;
    }

    private OpenView created(String user, JsonNode view, List<OpenView> below) {
        String id = ids.view();
        ObjectNode body = body(view, id);
        body.put("root_view_id", below.isEmpty() ? id : below.getFirst().id());
        if (below.isEmpty()) {
            body.putNull("previous_view_id");
        } else {
            body.put("previous_view_id", below.getLast().id());
        }
        return new OpenView(id, user, body);
    }

    private void check(JsonNode view, String updatedId) {
        if (Json.write(view).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Refused("view_too_large");
        }
        Problems problems = BlockKit.view(view);
        if (!problems.none()) {
            throw new Refused("invalid_arguments", problems.messages());
        }
        views.byExternalId(Json.text(view, "external_id"))
                .filter(other -> !other.id().equals(updatedId))
                .ifPresent(other -> {
                    throw new Refused("duplicate_external_id");
                });
    }

    private ObjectNode body(JsonNode view, String id) {
        ObjectNode body = Json.object().put("id", id);
        body.put("team_id", workspace.team().id());
        body.put("type", "modal");
        body.set("blocks", normaliser.normalise(view.path("blocks")));
        body.put("private_metadata", Json.text(view, "private_metadata"));
        body.put("callback_id", Json.text(view, "callback_id"));
        body.set("state", ViewState.initial(body.path("blocks")).toJson());
        body.put("hash", ids.hash(timestamps.now()));
        body.set("title", view.path("title").deepCopy());
        body.put("clear_on_close", view.path("clear_on_close").asBoolean(false));
        body.put("notify_on_close", view.path("notify_on_close").asBoolean(false));
        body.put("submit_disabled", view.path("submit_disabled").asBoolean(false));
        body.set(
                "close",
                view.has("close")
                        ? view.path("close").deepCopy()
                        : Json.object().nullNode());
        body.set(
                "submit",
                view.has("submit")
                        ? view.path("submit").deepCopy()
                        : Json.object().nullNode());
        body.put("external_id", Json.text(view, "external_id"));
        body.put("app_id", workspace.app().id());
        body.put("app_installed_team_id", workspace.team().id());
        body.put("bot_id", workspace.app().botId());
        return body;
    }
}
