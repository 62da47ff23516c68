package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.directory.Person;
import io.lockkeeper.approval.directory.SlackUser;
import io.lockkeeper.approval.migration.MigrationId;
import io.lockkeeper.approval.migration.SubjectHash;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's try to decide, the same from every door.
 *
 * @param subject what the person saw and decides on
 * @param comment why; may be empty for an approval
 */
public record Attempt(
        MigrationId migration, SubjectHash subject, Verdict verdict, String comment, Actor actor, Origin origin) {

    /** Longest comment that is kept. */
    public static final int MOST_COMMENT = 2_000;

    public Attempt {
        if (comment.length() > MOST_COMMENT) {
            throw new IllegalArgumentException("a comment has at most " + MOST_COMMENT + " characters");
        }
    }

    /**
     * Who tries, as the door knows them.
     *
     * @param person the directory's entry; null for one it does not list
     * @param claimed identity the door authenticated; empty when it could not tell
     * @param slack the Slack user, if the door knows one
     * @param credential what spoke for the person; empty where the person is there in person
     */
    public record Actor(
            @Nullable Person person,
            String claimed,
            @Nullable SlackUser slack,
            String credential) {

        /** The best name there is. */
        public String identity() {
            return person == null ? claimed : person.identity();
        }
    }

    /** Through which door, and for Slack on which message. */
    public record Origin(Door door, String channel, String messageTs) {

        public static final Origin REST = new Origin(Door.REST, "", "");
    }

    /** Where a decision can come in. */
    public enum Door {
        SLACK,
        REST
    }
}
