/**
 * approval-service: who may say yes, when it may run, and the signed permission.
 *
 * <pre>
 * migration.v1, run.v1, Slack clicks, REST ─▶ decision ─▶ lockkeeper.approval.v1
 * migration: what is asked for   directory: who is who   window: when   grant: the signature   slack: the Slack door
 * </pre>
 */
@NullMarked
package io.lockkeeper.approval;

import org.jspecify.annotations.NullMarked;
