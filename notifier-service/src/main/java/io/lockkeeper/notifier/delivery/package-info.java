/**
 * Brings the newest state of each card to Slack, within Slack's limits: one message per migration, edited in place.
 *
 * <p>flow: {@code DeliveryLoop} (woken by a commit, or by its poll) → {@code Deliveries.next} hands out one piece of work under a lease →
 * {@code Courier} calls {@code SlackClient} outside any transaction → {@code Deliveries} notes the outcome. Tables: {@code card},
 * {@code reply}, {@code budget}. Several instances may run: work is handed out under one row's lock, one call per channel at a time.
 */
@NullMarked
package io.lockkeeper.notifier.delivery;

import org.jspecify.annotations.NullMarked;
