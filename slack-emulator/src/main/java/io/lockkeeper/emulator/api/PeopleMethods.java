package io.lockkeeper.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.Refused;
import io.lockkeeper.emulator.workspace.Workspace;
import io.lockkeeper.emulator.workspace.Workspace.User;
import io.lockkeeper.emulator.workspace.Workspace.UserGroup;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code users.*}, {@code usergroups.*}, {@code auth.test} and {@code api.test}. */
final class PeopleMethods {
    private final Workspace workspace;
    private final Supplier<String> baseUrl;

    PeopleMethods(Workspace workspace, Supplier<String> baseUrl) {
        this.workspace = workspace;
        this.baseUrl = baseUrl;
    }

    private ObjectNode authTest(Arguments arguments) {
        return Json.object()
                .put("url", baseUrl.get() + "/")
                .put("team", workspace.team().name())
                .put("user", workspace.bot().name())
                .put("team_id", workspace.team().id())
                .put("user_id", workspace.app().user())
                .put("bot_id", workspace.app().botId())
                .put("is_enterprise_install", false);
    }

    /** Answers its arguments, and the error it is asked for. */
    static ObjectNode apiTest(Arguments arguments) {
        arguments.text("error").ifPresent(error -> {
            throw new Refused(error);
        });
        ObjectNode args = Json.object();
        arguments.text("foo").ifPresent(foo -> args.put("foo", foo));
        ObjectNode answer = Json.object();
        answer.set("args", args);
        return answer;
    }

    private ObjectNode info(Arguments arguments) {
        ObjectNode answer = Json.object();
        answer.set(
                "user",
                user(workspace.user(arguments.required("user")).orElseThrow(() -> new Refused("user_not_found"))));
        return answer;
    }

    private ObjectNode list(Arguments arguments) {
        ObjectNode answer = Json.object();
        Pages.put(answer, "members", workspace.users(), arguments, this::user);
        return answer;
    }

    private ObjectNode user(User user) {
        ObjectNode json = Json.object().put("id", user.id());
        json.put("team_id", workspace.team().id());
        json.put("name", user.name()).put("deleted", false).put("real_name", user.realName());
        json.put("tz", "Etc/UTC").put("tz_label", "Coordinated Universal Time").put("tz_offset", 0);
        json.put("is_admin", false).put("is_owner", false).put("is_bot", user.bot());
        json.put("is_app_user", false).put("is_restricted", false);
        ObjectNode profile = json.putObject("profile");
        profile.put("real_name", user.realName()).put("display_name", user.name());
        profile.put("title", user.title());
        profile.put("team", workspace.team().id());
        if (!user.email().isEmpty()) {
            profile.put("email", user.email());
        }
        if (user.id().equals(workspace.app().user())) {
            profile.put("bot_id", workspace.app().botId());
            profile.put("api_app_id", workspace.app().id());
        }
        return json;
    }

    private ObjectNode groups(Arguments arguments) {
        boolean users = arguments.flag("include_users");
        boolean count = arguments.flag("include_count");
        ObjectNode answer = Json.object();
        var all = answer.putArray("usergroups");
        for (UserGroup group : workspace.userGroups()) {
            ObjectNode json = all.addObject().put("id", group.id());
            json.put("team_id", workspace.team().id()).put("is_usergroup", true);
            json.put("handle", group.handle()).put("name", group.name()).put("date_delete", 0);
            if (users) {
                json.set("users", Json.strings(group.users()));
            }
            if (count) {
                json.put("user_count", group.users().size());
            }
        }
        return answer;
    }

    private ObjectNode groupUsers(Arguments arguments) {
        List<String> users = workspace
                .userGroup(arguments.required("usergroup"))
                .orElseThrow(() -> new Refused("no_such_subteam"))
                .users();
        ObjectNode answer = Json.object();
        answer.set("users", Json.strings(users));
        return answer;
    }

    Map<String, Method> methods() {
        return Map.of(
                "auth.test", this::authTest,
                "users.info", this::info,
                "users.list", this::list,
                "usergroups.list", this::groups,
                "usergroups.users.list", this::groupUsers);
    }
}
