package io.lockkeeper.approval.slack;

import io.lockkeeper.approval.directory.SlackUser;
import io.lockkeeper.approval.migration.MigrationId;
import io.lockkeeper.approval.migration.SubjectHash;

/** What a person did in Slack. */
sealed interface Interaction {

    /** A button of a card. */
    enum Button {
        APPROVE,
        REJECT,
        DETAILS
    }

    /** The card: which migration, which subject it showed, and where it is. */
    record Card(MigrationId migration, SubjectHash subject, String channel, String messageTs) {}

    /** A button was clicked. {@code trigger} opens a modal and lives 3 s. */
    record Click(Button button, SlackUser user, Card card, String trigger) implements Interaction {}

    /** The modal that asks why was sent off. */
    record ReasonGiven(SlackUser user, Card card, String reason) implements Interaction {}

    /** Something else; {@code what} is its type and callback, for the log. */
    record Other(String what) implements Interaction {}
}
