package io.lockkeeper.emulator.workspace;

import java.util.List;
import java.util.Optional;

/**
 * The emulated workspace. Ids look like Slack's: T team, U user, S user group, C channel, A app, B bot.
 *
 * @param interactivityUrl where clicks and submissions are posted; empty = the app takes none, and people see that
 */
public record Workspace(
        Team team,
        App app,
        String interactivityUrl,
        List<User> users,
        List<UserGroup> userGroups,
        List<Channel> channels) {

    public record Team(String id, String name, String domain) {}

    /** The one app of the workspace; {@code user} is its bot user. */
    public record App(String id, String botId, String user, List<String> tokens, String signingSecret) {
        public App {
            tokens = List.copyOf(tokens);
            if (tokens.isEmpty()) {
                throw new IllegalArgumentException("The app of the workspace has no bot token");
            }
            if (signingSecret.isEmpty()) {
                throw new IllegalArgumentException("The app of the workspace has no signing secret");
            }
        }

        @Override
        public String toString() {
            return "App[" + id + ", tokens=***, signingSecret=***]";
        }
    }

    public record User(String id, String name, String realName, String title, String email, boolean bot) {}

    public record UserGroup(String id, String handle, String name, List<String> users) {
        public UserGroup {
            users = List.copyOf(users);
        }
    }

    public record Channel(String id, String name, String topic, List<String> members) {
        public Channel {
            members = List.copyOf(members);
        }
    }

    public Workspace {
        users = List.copyOf(users);
        userGroups = List.copyOf(userGroups);
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("The workspace has no channel");
        }
        String bot = app.user();
        if (users.stream().noneMatch(u -> u.id().equals(bot) && u.bot())) {
            throw new IllegalArgumentException("The workspace has no bot user " + bot);
        }
    }

    public Workspace withInteractivityUrl(String url) {
        return new Workspace(team, app, url, users, userGroups, channels);
    }

    public Optional<User> user(String id) {
        return users.stream().filter(u -> u.id().equals(id)).findFirst();
    }

    public Optional<UserGroup> userGroup(String id) {
        return userGroups.stream().filter(g -> g.id().equals(id)).findFirst();
    }

    public Optional<Channel> channel(String id) {
        return channels.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** Those who can look at the page as themselves. */
    public List<User> people() {
        return users.stream().filter(u -> !u.bot()).toList();
    }

    public User bot() {
        return user(app.user()).orElseThrow();
    }
}
