package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.Partitioning;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static io.lockkeeper.riskengine.report.Lock.ACCESS_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.SHARE_UPDATE_EXCLUSIVE;

/** Effects of partitions that come and go. */
final class PartitionEffects {
    private final TargetFacts facts;

    PartitionEffects(TargetFacts facts) {
        this.facts = facts;
    }

    List<Effect> attach(TableOperation.AttachPartition attach, Touch touch) {
        Touch child = new Touch(facts, attach.partition());
        boolean proved = facts.table(attach.partition())
                .flatMap(t -> facts.table(attach.table())
                        .filter(parent -> indexed(parent, t))
                        .flatMap(TableFacts::partitioning)
                        .filter(p -> PartitionProof.proved(t, p, attach.bound())))
                .isPresent();
        List<Effect> effects = new ArrayList<>(List.of(
                touch.metadata(SHARE_UPDATE_EXCLUSIVE),
                proved ? child.metadata(ACCESS_EXCLUSIVE) : child.scan(ACCESS_EXCLUSIVE)));
        defaultPartition(attach.table()).ifPresent(rest -> effects.add(rest.scan(ACCESS_EXCLUSIVE)));
        return effects;
    }

    /** The new partition has every index of its parent already; those it lacks are built while it is attached. */
    private static boolean indexed(TableFacts parent, TableFacts child) {
        return parent.indexes().stream()
                .allMatch(wanted -> !wanted.computed()
                        && child.indexes().stream()
                                .anyMatch(own -> own.valid()
                                        && !own.computed()
                                        && own.unique() == wanted.unique()
                                        && own.method().equals(wanted.method())
                                        && own.columns().equals(wanted.columns())));
    }

    List<Effect> detach(TableOperation.DetachPartition detach, Touch touch) {
        Touch child = new Touch(facts, detach.partition());
        if (detach.concurrently()) {
            return List.of(touch.metadata(SHARE_UPDATE_EXCLUSIVE), child.metadata(ACCESS_EXCLUSIVE));
        }
        List<Effect> effects = new ArrayList<>(left(detach.table(), detach.partition()));
        boolean indexed = facts.table(detach.table())
                .map(parent -> !parent.indexes().isEmpty())
                .orElse(true);
        Effect before14 = indexed ? child.closed(SHARE_UPDATE_EXCLUSIVE) : child.metadata(SHARE_UPDATE_EXCLUSIVE);
        effects.add(facts.major() < 14 ? before14 : child.metadata(ACCESS_EXCLUSIVE));
        return effects;
    }

    /** Rows there might belong to a new partition, so it is locked, and read, whenever one comes or goes. */
    Optional<Touch> defaultPartition(ObjectName parent) {
        return facts.table(parent)
                .flatMap(TableFacts::partitioning)
                .flatMap(Partitioning::defaultPartition)
                .map(name -> new Touch(facts, name));
    }

    /** What a partition's departure locks: the partitioned table and, where there is one, its default partition. */
    List<Effect> left(ObjectName parent, ObjectName partition) {
        boolean partitioned = facts.table(parent)
                .map(t -> t.kind() == TableFacts.Kind.PARTITIONED)
                .orElse(true);
        if (!partitioned) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>(List.of(new Touch(facts, parent).metadata(ACCESS_EXCLUSIVE)));
        defaultPartition(parent)
                .map(rest -> rest.metadata(ACCESS_EXCLUSIVE))
                .filter(rest -> !rest.table().equals(facts.qualified(partition).toString()))
                .ifPresent(effects::add);
        return effects;
    }
}
