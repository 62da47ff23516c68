/**
 * Kafka in: each topic has a listener and a wire; an event changes a facet, causes a reply, or both, in one transaction.
 *
 * <p>flow: {@code *Listener} → inbox → {@code Intake} → {@code *Wire} (facet, reply) → {@link io.lockkeeper.notifier.card.Cards},
 * {@link io.lockkeeper.notifier.thread.Replies}. Topics: migration, approval, run, snapshot.
 */
@NullMarked
package io.lockkeeper.notifier.intake;

import org.jspecify.annotations.NullMarked;
