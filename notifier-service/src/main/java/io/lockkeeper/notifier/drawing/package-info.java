/**
 * Facets → what a person reads. Pure: the same facets at the same moment give the same card, whatever happened in between.
 *
 * <p>flow: {@link io.lockkeeper.notifier.card.Facets} → {@link io.lockkeeper.notifier.drawing.Card} (card) and
 * {@link io.lockkeeper.notifier.drawing.Summary} (last reply of its thread). The committed gallery is in src/test/resources/cards.
 */
@NullMarked
package io.lockkeeper.notifier.drawing;

import org.jspecify.annotations.NullMarked;
