package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Risk;
import java.util.Optional;

/** Effect + facts + thresholds → level. The upper end of the estimate decides. */
public final class Levels {
    private Levels() {}

    public static Risk of(Effect effect, TargetFacts facts, Thresholds thresholds) {
        Optional<TableFacts> table = facts.table(ObjectName.parse(effect.table()));
        if (table.isPresent() && table.get().createdHere()) {
            return Risk.LOW;
        }
        ObjectName name = ObjectName.parse(effect.table());
        boolean filledOnly = "materialized-view".equals(facts.other().get(facts.qualified(name)))
                || table.map(TableFacts::kind)
                        .filter(TableFacts.Kind.MATERIALIZED_VIEW::equals)
                        .isPresent();
        if (filledOnly && effect.blocks() == Blocks.WRITES) {
            // Nobody but REFRESH writes there.
            return Risk.LOW;
        }
        Risk byTime = byTime(effect, thresholds);
        boolean works = effect.rewrites() || effect.scans();
        boolean blocks = effect.blocks().compareTo(Blocks.WRITES) >= 0;
        if (!works || !blocks || table.isEmpty() || small(table.get(), thresholds)) {
            return byTime;
        }
        return busy(table.get(), thresholds) ? Risk.HIGH : byTime.max(Risk.MEDIUM);
    }

    /** Fewer rows and fewer bytes than the limits. Rows that were never counted do not make a table small. */
    public static boolean small(TableFacts table, Thresholds thresholds) {
        return table.rows() < thresholds.smallRows()
                && table.bytes() < thresholds.smallBytes()
                && (table.rows() >= 0 || table.bytes() < 1 << 20);
    }

    /** Takes writes at a rate that makes a pause visible. Unknown counts as busy: doubt raises. */
    public static boolean busy(TableFacts table, Thresholds thresholds) {
        return table.writesPerSecond() < 0 || table.writesPerSecond() >= thresholds.busyWritesPerSecond();
    }

    private static Risk byTime(Effect effect, Thresholds thresholds) {
        double seconds = effect.blocked().high();
        return switch (effect.blocks()) {
            case NOTHING, DDL -> Risk.LOW;
            case WRITES ->
                level(seconds, thresholds.mediumWritesBlockedSeconds(), thresholds.highWritesBlockedSeconds());
            case READS_AND_WRITES ->
                level(seconds, thresholds.mediumReadsBlockedSeconds(), thresholds.highReadsBlockedSeconds());
        };
    }

    private static Risk level(double seconds, double medium, double high) {
        return seconds > high ? Risk.HIGH : seconds > medium ? Risk.MEDIUM : Risk.LOW;
    }
}
