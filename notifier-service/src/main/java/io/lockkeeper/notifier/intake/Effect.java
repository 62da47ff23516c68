package io.lockkeeper.notifier.intake;

import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.thread.Reply;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one event does here.
 *
 * @param urgent whether the change should be seen before mere progress
 */
record Effect(UnaryOperator<Facets> fold, boolean urgent, Optional<Reply> reply) {

    static Effect urgent(UnaryOperator<Facets> fold) {
        return new Effect(fold, true, Optional.empty());
    }

    static Effect progress(UnaryOperator<Facets> fold) {
        return new Effect(fold, false, Optional.empty());
    }

    static Effect only(Reply reply) {
        return new Effect(facets -> facets, false, Optional.of(reply));
    }

    static Effect none() {
        return new Effect(facets -> facets, false, Optional.empty());
    }

    Effect and(Reply also) {
        return new Effect(fold, urgent, Optional.of(also));
    }
}
