package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.Optional;

/** How much an ALTER has to do, beyond what it blocks: the disk, the server and the replicas feel it. */
final class Work {
    /** Replicas that lag for longer are of no use to anybody. */
    private static final double HIGH_LAG_SECONDS = 600;

    private static final long LARGE_ROWS = 5_000_000;
    private static final long LARGE_BYTES = 5L << 30;

    private Work() {}

    /** Of what it blocks and of the lag it causes. */
    static Risk risk(Effect effect, Situation situation) {
        ObjectName table = ObjectName.parse(effect.table());
        if (small(table, situation)) {
            return situation.level();
        }
        Risk lag = effect.total().high() > HIGH_LAG_SECONDS ? Risk.HIGH : Risk.MEDIUM;
        return situation.level().max(lag);
    }

    /** Known and small, or nobody's yet. */
    static boolean small(ObjectName table, Situation situation) {
        Optional<TableFacts> facts = situation.facts().table(table);
        return facts.isPresent() && (facts.get().empty() || Levels.small(facts.get(), situation.thresholds()));
    }

    /** Small, and hardly ever written: what is refused for a moment is refused to nearly nobody. */
    static boolean quiet(ObjectName table, Situation situation) {
        Optional<TableFacts> facts = situation.facts().table(table);
        return small(table, situation) && facts.isPresent() && !Levels.busy(facts.get(), situation.thresholds());
    }

    static boolean large(ObjectName table, Situation situation) {
        return situation
                .facts()
                .table(table)
                .map(facts -> facts.rows() >= LARGE_ROWS || facts.bytes() >= LARGE_BYTES)
                .orElse(false);
    }
}
