package io.lockkeeper.emulator.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.workspace.Workspace.App;
import io.lockkeeper.emulator.workspace.Workspace.Channel;
import io.lockkeeper.emulator.workspace.Workspace.Team;
import io.lockkeeper.emulator.workspace.Workspace.User;
import io.lockkeeper.emulator.workspace.Workspace.UserGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a workspace from JSON, or gives the people and channels of Lockkeeper's local stack. Unknown keys are refused. */
public final class WorkspaceFile {
    private WorkspaceFile() {}

    /** Alice submits, Dana is the DBA, Boris is an engineer; the app has joined every channel. */
    public static Workspace local(String botToken, String signingSecret, String interactivityUrl) {
        List<String> everybody = List.of("U0ALICE", "U0BORIS", "U0DANA", "U0LOCK");
        return new Workspace(
                new Team("T0LOCK", "Lockkeeper", "lockkeeper"),
                new App("A0LOCK", "B0LOCK", "U0LOCK", List.of(botToken), signingSecret),
                interactivityUrl,
                List.of(
                        new User("U0ALICE", "alice", "Alice Moreau", "Backend engineer", "alice@example.com", false),
                        new User("U0DANA", "dana", "Dana Okafor", "Database administrator", "dana@example.com", false),
                        new User("U0BORIS", "boris", "Boris Lindqvist", "Backend engineer", "boris@example.com", false),
                        new User("U0LOCK", "lockkeeper", "Lockkeeper", "App", "", true)),
                List.of(new UserGroup("S0DBA", "dba", "Database administrators", List.of("U0DANA"))),
                List.of(
                        new Channel(
                                "C0MIGRATE", "db-migrations", "Schema changes on their way to production", everybody),
                        new Channel("C0GENERAL", "general", "Company-wide announcements", everybody)));
    }

    public static Workspace read(Path file) throws IOException {
        JsonNode root = Json.parse(Files.readString(file))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException(file + " is not a JSON object"));
        only(root, "the workspace", Set.of("team", "app", "interactivity_url", "users", "user_groups", "channels"));
        List<User> users = list(root, "users", WorkspaceFile::user);
        List<String> everybody = users.stream().map(User::id).toList();
        return new Workspace(
                team(required(root, "team")),
                app(required(root, "app")),
                Json.text(root, "interactivity_url"),
                users,
                list(root, "user_groups", WorkspaceFile::userGroup),
                list(root, "channels", node -> channel(node, everybody)));
    }

    private static Team team(JsonNode node) {
        only(node, "team", Set.of("id", "name", "domain"));
        return new Team(string(node, "id"), string(node, "name"), string(node, "domain"));
    }

    private static App app(JsonNode node) {
        only(node, "app", Set.of("id", "bot_id", "user", "tokens", "signing_secret"));
        return new App(
                string(node, "id"),
                string(node, "bot_id"),
                string(node, "user"),
                texts(required(node, "tokens")),
                string(node, "signing_secret"));
    }

    private static User user(JsonNode node) {
        only(node, "a user", Set.of("id", "name", "real_name", "title", "email", "is_bot"));
        String name = string(node, "name");
        return new User(
                string(node, "id"),
                name,
                node.path("real_name").asText(name),
                Json.text(node, "title"),
                Json.text(node, "email"),
                node.path("is_bot").asBoolean(false));
    }

    private static UserGroup userGroup(JsonNode node) {
        only(node, "a user group", Set.of("id", "handle", "name", "users"));
        String handle = string(node, "handle");
        return new UserGroup(string(node, "id"), handle, node.path("name").asText(handle), texts(node.path("users")));
    }

    private static Channel channel(JsonNode node, List<String> everybody) {
        only(node, "a channel", Set.of("id", "name", "topic", "members"));
        return new Channel(
                string(node, "id"),
                string(node, "name"),
                Json.text(node, "topic"),
                node.has("members") ? texts(node.path("members")) : everybody);
    }

    private interface Reader<T> {
        T read(JsonNode node);
    }

    private static <T> List<T> list(JsonNode root, String field, Reader<T> reader) {
        List<T> all = new ArrayList<>();
        root.path(field).forEach(node -> all.add(reader.read(node)));
        return all;
    }

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(node -> all.add(node.asText()));
        return all;
    }

    private static JsonNode required(JsonNode node, String field) {
        if (!node.hasNonNull(field)) {
            throw new IllegalArgumentException("Workspace file: missing \"" + field + "\"");
        }
        return node.path(field);
    }

    private static String string(JsonNode node, String field) {
        JsonNode value = required(node, field);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw new IllegalArgumentException("Workspace file: \"" + field + "\" must be a non-empty string");
        }
        return value.asText();
    }

    private static void only(JsonNode node, String what, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "Workspace file: " + what + " has the unknown key \"" + name + "\"; known are " + known);
            }
        });
    }
}
