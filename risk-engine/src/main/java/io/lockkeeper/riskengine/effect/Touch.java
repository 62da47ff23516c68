package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.SecondsRange;
import java.util.ArrayList;
import java.util.List;

/** Builds effects on one table and, where it has them, on all its partitions. */
final class Touch {
    private final TargetFacts facts;
    private final ObjectName table;

    Touch(TargetFacts facts, ObjectName table) {
        this.facts = facts;
        this.table = facts.qualified(table);
    }

    /** The tables that hold the rows: nothing when the table is not known. Created here: nothing to read. */
    List<TableFacts> rows() {
        return facts.table(table).map(List::of).orElse(List.of());
    }

    Effect metadata(Lock lock) {
        return effect(lock, false, false, Throughput.METADATA);
    }

    Effect scan(Lock lock) {
        return effect(lock, false, true, Throughput.scan(rows()));
    }

    Effect rewrite(Lock lock) {
        return effect(lock, true, true, Throughput.rewrite(rows()));
    }

    Effect scan(Lock lock, Estimate total) {
        return effect(lock, false, true, total);
    }

    Effect rewrite(Lock lock, Estimate total) {
        return effect(lock, true, true, total);
    }

    /** The same lock on every table below this one. What happens to those happens to the whole. */
    List<Effect> withPartitions(Effect effect) {
        List<ObjectName> partitions =
                facts.table(table).map(TableFacts::partitions).orElse(List.of());
        List<Effect> all = new ArrayList<>();
        all.add(effect);
        partitions.forEach(partition -> all.add(effect.on(partition.toString())));
        return all;
    }

    private Effect effect(Lock lock, boolean rewrites, boolean scans, Estimate total) {
        boolean created = facts.table(table).map(TableFacts::createdHere).orElse(false);
        return of(lock, lock.blocks(), rewrites, scans, created ? Throughput.METADATA : total);
    }

    private Effect of(Lock lock, Blocks blocks, boolean rewrites, boolean scans, Estimate estimate) {
        SecondsRange total = estimate.range(facts.calibration());
        SecondsRange blocked = blocks.compareTo(Blocks.WRITES) >= 0 ? total : SecondsRange.ZERO;
        return new Effect(table.toString(), lock, blocks, rewrites, scans, false, blocked, total)
                .from(estimate.basis(facts.calibration()));
    }

    /** Scanned under a lock on the table that is weaker than what its locked indexes keep others from. */
    Effect scan(Lock lock, Blocks blocks, Estimate total) {
        return of(lock, blocks, false, true, total);
    }

    /** Locked itself, and harder what everybody needs of it: an index without which no query can be planned. */
    Effect closed(Lock lock) {
        return of(lock, Blocks.READS_AND_WRITES, false, false, Throughput.METADATA);
    }

    /** The table itself is not locked, but what everybody needs of it is. */
    Effect behind(Estimate total) {
        return of(Lock.NONE, Blocks.READS_AND_WRITES, false, false, total);
    }

    /** The files are copied as they are, without reading rows. */
    Effect copy(Lock lock) {
        return effect(lock, true, false, Throughput.rewrite(rows()));
    }
}
