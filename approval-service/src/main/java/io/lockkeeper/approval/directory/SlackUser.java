package io.lockkeeper.approval.directory;

/** A person's key in Slack. Names and e-mail addresses change hands; this pair does not. */
public record SlackUser(String team, String user) {

    public SlackUser {
        if (team.isBlank() || user.isBlank()) {
            throw new IllegalArgumentException("a Slack user has a team id and a user id");
        }
    }
}
