package io.lockkeeper.notifier.thread;

/**
 * A reply that one event causes.
 *
 * @param text mrkdwn; empty for the summary, which is drawn when it is sent, from all that is known by then
 */
public record Reply(Kind kind, String text) {

    /** Slack recommends less than 4,000. */
    public static final int LIMIT = 3_500;

    public static final Reply SUMMARY = new Reply(Kind.SUMMARY, "");

    /** Refusals are counted: a person who clicks a hundred times must not flood the thread. */
    public enum Kind {
        NOTE,
        REFUSAL,
        SUMMARY
    }

    public Reply {
        if (text.length() > LIMIT) {
            throw new IllegalArgumentException("a reply of " + text.length() + " characters");
        }
    }

    public static Reply note(String text) {
        return new Reply(Kind.NOTE, text);
    }

    public static Reply refusal(String text) {
        return new Reply(Kind.REFUSAL, text);
    }
}
