package io.lockkeeper.cli.lint;

import io.lockkeeper.riskengine.report.Algorithm;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Lock;

/** An effect in one line. */
final class EffectWords {
    /** What stands in a finding's place for a risk that no rule explains. */
    static final String RULE = "effect";

    /** A shorter pause is not worth a word. */
    private static final double NOTICED_SECONDS = 0.5;

    private EffectWords() {}

    /** {@code SHARE on public.orders: blocks writes, reads the whole table, for about 6-86 s}. */
    static String of(Effect effect) {
        Algorithm algorithm = effect.algorithm();
        return (algorithm == null ? "" : algorithm.name() + ", ")
                + (effect.lock() == Lock.NONE ? "no lock" : effect.lock().words())
                + " on " + effect.table() + ": blocks "
                + effect.blocks().id().replace("+", " and ")
                + (effect.rewrites() ? ", rewrites the table" : effect.scans() ? ", reads the whole table" : "")
                + (effect.dataLoss() ? ", loses data" : "")
                + (effect.blocked().high() >= NOTICED_SECONDS
                        ? ", " + effect.blocked().words()
                        : "");
    }
}
