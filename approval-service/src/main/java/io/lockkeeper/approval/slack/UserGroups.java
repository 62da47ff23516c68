package io.lockkeeper.approval.slack;

import io.lockkeeper.approval.ApprovalConfig;
import io.lockkeeper.approval.directory.GroupMembers;
import io.lockkeeper.approval.directory.SlackUser;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Members of Slack user groups, read by a timer so that no decision ever waits for Slack. While Slack does not answer, the last
 * reading counts for a while; after that nobody is a member.
 */
@ApplicationScoped
class UserGroups implements GroupMembers {

    /** How many refreshes a reading outlives. */
    private static final int MISSED_REFRESHES = 10;

    private final Map<String, ApprovalConfig.SlackGroup> groups;
    private final Duration lifetime;
    private final SlackClient slack;
    private final Clock clock;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    UserGroups(ApprovalConfig config, SlackClient slack, Clock clock) {
        this.groups = config.directory().slackGroups();
        this.lifetime = config.directory().refresh().multipliedBy(MISSED_REFRESHES);
        this.slack = slack;
        this.clock = clock;
    }

    private record Reading(Set<String> users, Instant at) {}

    @Override
    public Set<String> groupsOf(SlackUser user) {
        Instant oldest = clock.instant().minus(lifetime);
        return groups.entrySet().stream()
                .filter(group -> group.getValue().team().equals(user.team()))
                .filter(group -> isMember(group.getKey(), user, oldest))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Scheduled(
            identity = "user-groups",
            every = "${lockkeeper.directory.refresh:60s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void refresh() {
        groups.forEach((name, group) -> slack.members(group.usergroup())
                .ifPresent(users -> readings.put(name, new Reading(users, clock.instant()))));
    }

    private boolean isMember(String group, SlackUser user, Instant oldest) {
        Reading reading = readings.get(group);
        return reading != null
                && reading.at().isAfter(oldest)
                && reading.users().contains(user.user());
    }
}
