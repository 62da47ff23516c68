package io.lockkeeper.emulator.api;

import io.lockkeeper.emulator.blocks.Normaliser;
import io.lockkeeper.emulator.interaction.Modals;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.store.Timestamps;
import io.lockkeeper.emulator.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Every method by name, with its rate limit. */
public final class Methods {
    private final Map<String, Method> methods = new HashMap<>();

    public Methods(
            Workspace workspace,
            Messages messages,
            Timestamps timestamps,
            Normaliser normaliser,
            Modals modals,
            Supplier<String> baseUrl) {
        methods.put("api.test", PeopleMethods::apiTest);
        methods.putAll(new PeopleMethods(workspace, baseUrl).methods());
        methods.putAll(new ChatMethods(workspace, messages, timestamps, normaliser, baseUrl).methods());
        methods.putAll(new ConversationMethods(workspace, messages).methods());
        methods.putAll(new ViewMethods(modals).methods());
    }

    Optional<Method> named(String name) {
        return Optional.ofNullable(methods.get(name));
    }

    static boolean open(String name) {
        return name.equals("api.test");
    }

    /** As Slack's own Java SDK lists them, read at 1.51. */
    static Tier tier(String name) {
        return switch (name) {
            case "chat.postMessage" -> Tier.POSTING;
            case "chat.update",
                    "chat.delete",
                    "conversations.open",
                    "conversations.info",
                    "conversations.history",
                    "conversations.replies" -> Tier.TIER_3;
            case "usergroups.list", "usergroups.users.list", "conversations.list", "users.list" -> Tier.TIER_2;
            case "views.open",
                    "views.push",
                    "views.update",
                    "chat.postEphemeral",
                    "users.info",
                    "conversations.members",
                    "api.test" -> Tier.TIER_4;
            default -> Tier.SPECIAL;
        };
    }
}
