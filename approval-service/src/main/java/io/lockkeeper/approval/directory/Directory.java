package io.lockkeeper.approval.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** People by identity and by Slack user; an identity or Slack user that two entries claim is refused. */
public final class Directory {

    private final Map<String, Person> byIdentity = new HashMap<>();
    private final Map<SlackUser, Person> bySlack = new HashMap<>();

    /** @throws IllegalArgumentException naming the entry that claims what another one has */
    public Directory(Collection<Person> people) {
        for (Person person : people) {
            if (byIdentity.put(person.identity(), person) != null) {
                throw new IllegalArgumentException("lockkeeper.directory.people names " + person.identity() + " twice");
            }
            if (person.slack() != null) {
                bind(person.slack(), person);
            }
        }
    }

    private void bind(SlackUser slack, Person person) {
        Person other = bySlack.put(slack, person);
        if (other != null) {
            throw new IllegalArgumentException("lockkeeper.directory.people binds Slack user %s of %s to %s and to %s"
                    .formatted(slack.user(), slack.team(), other.identity(), person.identity()));
        }
    }

    public Optional<Person> identity(String identity) {
        return Optional.ofNullable(byIdentity.get(identity));
    }

    public Optional<Person> slack(SlackUser slack) {
        return Optional.ofNullable(bySlack.get(slack));
    }
}
