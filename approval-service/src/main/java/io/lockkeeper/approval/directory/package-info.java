/**
 * Who is who: people bound to Slack by (team, user), and the groups that make them approvers.
 *
 * <pre>
 * lockkeeper.directory.people ─▶ Directory (pure) ─▶ People (+ GroupMembers: Slack user groups) ─▶ Person for a decision
 * </pre>
 */
@NullMarked
package io.lockkeeper.approval.directory;

import org.jspecify.annotations.NullMarked;
