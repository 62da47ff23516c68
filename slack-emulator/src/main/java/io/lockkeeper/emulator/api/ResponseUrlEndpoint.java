package io.lockkeeper.emulator.api;

import io.lockkeeper.emulator.blocks.Normaliser;
import io.lockkeeper.emulator.interaction.ResponseUrls;
import io.lockkeeper.emulator.interaction.ResponseUrls.Origin;
import io.lockkeeper.emulator.interaction.ResponseUrls.Use;
import io.lockkeeper.emulator.store.Message;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.store.Timestamps;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.RawBody;
import io.lockkeeper.emulator.wire.Refused;
import io.lockkeeper.emulator.workspace.Workspace;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static io.lockkeeper.emulator.api.Content.noneWhenEmpty;

/**
 * HTTP in for response URLs: answers an action with a new message (ephemeral unless {@code response_type} is
 * {@code in_channel}), or replaces or deletes the message the action was in. Needs no token; a refused message still
 * counts as a use.
 */
public final class ResponseUrlEndpoint {
    private final Workspace workspace;
    private final ResponseUrls urls;
    private final Messages messages;
    private final Timestamps timestamps;
    private final Normaliser normaliser;

    public ResponseUrlEndpoint(
            Workspace workspace, ResponseUrls urls, Messages messages, Timestamps timestamps, Normaliser normaliser) {
        this.workspace = workspace;
        this.urls = urls;
        this.messages = messages;
        this.timestamps = timestamps;
        this.normaliser = normaliser;
    }

    public void handle(RoutingContext context) {
        switch (urls.use(context.request().path())) {
            case Use.Denied(String code) ->
                context.response()
                        .setStatusCode(404)
                        .putHeader("Content-Type", "application/json; charset=utf-8")
                        .end(Json.write(new Refused(code).toJson()));
            case Use.Granted(Origin origin) -> answer(context, origin);
        }
    }

    private void answer(RoutingContext context, Origin origin) {
        try {
            String type = Optional.ofNullable(context.request().getHeader("Content-Type"))
                    .orElse("application/json");
            String body = RawBody.of(context);
            respond(origin, Arguments.of("", type, body));
            context.response()
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("ok");
        } catch (Refused refused) {
            context.response()
                    .setStatusCode(refused.code().equals("invalid_blocks") ? 400 : 500)
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .end(Json.write(refused.toJson()));
        }
    }

    private void respond(Origin origin, Arguments arguments) {
        Optional<Message> original = messages.find(origin.channel(), origin.ts());
        if (arguments.flag("delete_original")) {
            original.ifPresent(messages::remove);
            return;
        }
        Content content = Content.of(arguments, normaliser);
        if (!content.says()) {
            throw new Refused("no_text");
        }
        if (arguments.flag("replace_original") && original.isPresent()) {
            messages.put(original.get()
                    .with(
                            content.textOrSummary(),
                            noneWhenEmpty(content.blocks()),
                            noneWhenEmpty(content.attachments()),
                            original.get().metadata(),
                            content.blocks() == null ? timestamps.now() : null));
            return;
        }
        boolean inChannel = arguments.text("response_type").orElse("ephemeral").equals("in_channel");
        messages.put(
                message(origin, content, arguments.text("thread_ts").orElse(null), inChannel ? null : origin.user()));
    }

    private Message message(Origin origin, Content content, @Nullable String threadTs, @Nullable String viewer) {
        return new Message(
                origin.channel(),
                timestamps.next(origin.channel()),
                workspace.app().user(),
                true,
                content.textOrSummary(),
                noneWhenEmpty(content.blocks()),
                noneWhenEmpty(content.attachments()),
                noneWhenEmpty(content.metadata()),
                threadTs,
                viewer,
                null,
                0);
    }
}
