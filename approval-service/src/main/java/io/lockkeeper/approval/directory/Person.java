package io.lockkeeper.approval.directory;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A human being in Lockkeeper's directory.
 *
 * @param identity for instance {@code dana}
 * @param slack the Slack user the person is bound to; null for one who decides elsewhere only
 * @param groups what the person belongs to, for instance {@code dba}
 */
public record Person(String identity, @Nullable SlackUser slack, Set<String> groups) {

    public Person {
        if (identity.isBlank()) {
            throw new IllegalArgumentException("a person has an identity");
        }
        groups = Set.copyOf(groups);
    }

    /** The same person, in {@code more} groups too. */
    Person with(Set<String> more) {
        Set<String> all = new HashSet<>(groups);
        all.addAll(more);
        return new Person(identity, slack, all);
    }
}
