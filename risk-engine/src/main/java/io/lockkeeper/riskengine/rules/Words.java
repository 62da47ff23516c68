package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.report.Effect;
import java.util.Locale;
import java.util.Optional;

/** How findings say things: never a bare lock name, always what it blocks, which table and how large that is. */
public final class Words {
    private Words() {}

    /** What others cannot do to which table, and for how long. */
    public static String blocks(Effect effect, TargetFacts facts) {
        String what =
                switch (effect.blocks()) {
                    case NOTHING -> "blocks neither reads nor writes on ";
                    case DDL -> "blocks only schema changes and maintenance on ";
                    case WRITES -> "blocks all writes on ";
                    case READS_AND_WRITES -> "blocks all reads and writes on ";
                };
        ObjectName name = ObjectName.parse(effect.table());
        return what + table(name, facts) + " for "
                + (effect.blocked().high() > 0 ? effect.blocked() : effect.total()).words();
    }

    public static String table(ObjectName name, TargetFacts facts) {
        Optional<TableFacts> table = facts.table(name);
        ObjectName qualified = facts.qualified(name);
        if (table.isEmpty()) {
            return qualified + (facts.live() ? "" : " (size unknown)");
        }
        if (table.get().createdHere()) {
            return qualified + " (new)";
        }
        if (!table.get().sizeKnown()) {
            return qualified + " (size unknown)";
        }
        String rows = table.get().rows() < 0
                ? "rows not counted"
                : String.format(Locale.ROOT, "%,d rows", table.get().rows());
        return qualified + " (" + rows + ", " + bytes(table.get().bytes()) + ")";
    }

    /** {@code 310 MB}. */
    public static String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return (value < 10 && unit > 0
                        ? String.format(Locale.ROOT, "%.1f ", value)
                        : String.format(Locale.ROOT, "%.0f ", value))
                + units[unit];
    }

    /** {@code about 30 writes per second}. */
    public static String rate(double perSecond) {
        return String.format(Locale.ROOT, "about %,d rows written per second", Math.max(1, Math.round(perSecond)));
    }
}
