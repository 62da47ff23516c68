/**
 * The Slack door: signed interactions in, modals and ephemeral answers out.
 *
 * <pre>
 * POST /slack/interactions ─▶ SlackSignature ─▶ InteractionJson ─▶ Interactions ─▶ Approvals (the one decision point)
 *                                                    └─▶ SlackClient: views.open, chat.postEphemeral, after the decision
 * UserGroups ─▶ usergroups.users.list, by a timer: members of Slack groups for the directory
 * </pre>
 */
@NullMarked
package io.lockkeeper.approval.slack;

import org.jspecify.annotations.NullMarked;
