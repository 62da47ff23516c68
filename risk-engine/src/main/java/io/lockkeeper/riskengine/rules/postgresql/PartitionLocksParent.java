package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A partition added or removed under a lock on the whole partitioned table. */
public final class PartitionLocksParent implements Rule {
    private static final Card CARD = new Card(
                    "partition-locks-parent",
                    "CREATE TABLE … PARTITION OF, ATTACH PARTITION, DETACH PARTITION without CONCURRENTLY.",
                    "Reads and writes of the whole partitioned table wait; ATTACH reads the new partition unless a CHECK proves its rows.",
                    "Create the table by itself with a matching CHECK and ATTACH it; DETACH … CONCURRENTLY.",
                    List.of(
                            Example.of("CREATE TABLE events_2027 PARTITION OF events FOR VALUES FROM (2027) TO (2028)"),
                            Example.of("ALTER TABLE events DETACH PARTITION events_2026")),
                    List.of(Example.of("ALTER TABLE events DETACH PARTITION events_2026 CONCURRENTLY")))
            .peers("squawk: require-concurrent-partition-detach");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean flagged =
                switch (operation) {
                    case TableOperation.CreateTable create -> create.partitionOf() != null;
                    case TableOperation.AttachPartition attach -> !situation.createdHere(attach.partition());
                    case TableOperation.DetachPartition detach -> !detach.concurrently();
                    default -> false;
                };
        boolean proved = operation instanceof TableOperation.AttachPartition
                && situation.effects().stream().noneMatch(Effect::scans);
        String reason = "Changing the partitions " + situation.blocks() + ".";
        return flagged
                ? Optional.of(situation.finding(
                        CARD, proved ? situation.level() : situation.level().max(Risk.MEDIUM), reason))
                : Optional.empty();
    }
}
