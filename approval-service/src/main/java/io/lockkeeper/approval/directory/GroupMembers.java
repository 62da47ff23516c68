package io.lockkeeper.approval.directory;

import java.util.Set;

/** Groups that somebody else keeps, for instance Slack user groups. Answers from memory; knows nobody when in doubt. */
public interface GroupMembers {

    Set<String> groupsOf(SlackUser user);
}
