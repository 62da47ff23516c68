/**
 * What Lockkeeper knows of a migration, as far as people see it: four facets, one per topic, and a revision.
 *
 * <p>flow: {@code *Listener} → inbox → {@link io.lockkeeper.notifier.card.Cards} → {@code *Wire} folds the event into its facet
 * → {@code CardStore}. Topics: migration, approval, run, snapshot (in). Table: {@code card}.
 */
@NullMarked
package io.lockkeeper.notifier.card;

import org.jspecify.annotations.NullMarked;
