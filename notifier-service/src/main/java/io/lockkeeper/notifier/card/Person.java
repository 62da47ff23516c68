package io.lockkeeper.notifier.card;

/** A person as a door knew them; either part may be empty. */
public record Person(String identity, String slackUser) {

    public static final Person NOBODY = new Person("", "");

    /** The name for text that is read aloud, where a mention says nothing. */
    public String spoken() {
        return !identity.isBlank() ? identity : !slackUser.isBlank() ? slackUser : "somebody";
    }
}
