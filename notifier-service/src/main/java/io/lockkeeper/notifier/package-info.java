/**
 * notifier-service: one Slack card per migration, posted once and edited in place, and its thread.
 *
 * <p>Kafka → {@code intake} folds events into facets ({@code card}) and replies ({@code thread}); {@code delivery} draws
 * ({@code drawing}, {@code blockkit}) the newest state and brings it to Slack ({@code slack}) within Slack's limits. Consuming never
 * waits for Slack, and nothing here ever reaches a run.
 */
@NullMarked
package io.lockkeeper.notifier;

import org.jspecify.annotations.NullMarked;
