package io.lockkeeper.approval.directory;

import io.lockkeeper.approval.ApprovalConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The directory as configured, with the groups that Slack keeps added. A wrong entry fails the start. */
@Startup
@ApplicationScoped
public class People {

    private final Directory directory;
    private final GroupMembers elsewhere;

    People(ApprovalConfig config, GroupMembers elsewhere) {
        this.directory = new Directory(config.directory().people().entrySet().stream()
                .map(People::person)
                .toList());
        this.elsewhere = elsewhere;
    }

    /** The person behind a Slack user; empty for a user that no entry is bound to. */
    public Optional<Person> slack(SlackUser user) {
        return directory.slack(user).map(this::withGroups);
    }

    /** The person of that identity; empty for one that the directory does not list. */
    public Optional<Person> identity(String identity) {
        return directory.identity(identity).map(this::withGroups);
    }

    private Person withGroups(Person person) {
        SlackUser slack = person.slack();
        return slack == null ? person : person.with(elsewhere.groupsOf(slack));
    }

    private static Person person(Map.Entry<String, ApprovalConfig.DirectoryEntry> entry) {
        ApprovalConfig.DirectoryEntry value = entry.getValue();
        if (value.slackTeam().isPresent() != value.slackUser().isPresent()) {
            throw new IllegalArgumentException("lockkeeper.directory.people." + entry.getKey()
                    + " needs both slack-team and slack-user, or neither");
        }
        SlackUser slack = value.slackTeam()
                .map(team -> new SlackUser(team, value.slackUser().orElseThrow()))
                .orElse(null);
        return new Person(entry.getKey(), slack, value.groups().orElse(Set.of()));
    }
}
