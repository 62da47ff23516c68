package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.facts.Evolution;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier statements of the same transaction did, and still hold. It is added to statement by statement and answers
 * without looking at all of them again, so that a transaction of many statements takes no longer for each.
 */
public final class Held {
    private final Map<String, Effect> locked = new LinkedHashMap<>();
    private final Set<String> constraints = new HashSet<>();
    private final Map<String, String> enumValues = new LinkedHashMap<>();
    private final Set<ObjectName> altered = new HashSet<>();
    private final Set<ObjectName> createdTypes = new HashSet<>();
    private Optional<Effect> first = Optional.empty();
    private Optional<String> lockTimeout = Optional.empty();

    /**
     * A statement has run.
     *
     * @param facts as they were when it ran
     */
    public void add(List<Operation> operations, List<Effect> effects, TargetFacts facts) {
        operations.forEach(operation -> add(operation, facts));
        for (Effect effect : effects) {
            boolean created = facts.table(ObjectName.parse(effect.table()))
                    .map(TableFacts::createdHere)
                    .orElse(false);
            if (effect.blocks().compareTo(Blocks.WRITES) >= 0 && !created) {
                locked.merge(effect.table(), effect, (a, b) -> a.lock().compareTo(b.lock()) >= 0 ? a : b);
            }
            if (effect.blocks() == Blocks.READS_AND_WRITES && !created && first.isEmpty()) {
                first = Optional.of(effect);
            }
        }
    }

    private void add(Operation operation, TargetFacts facts) {
        if (operation instanceof OtherOperation.SetParameter set && set.name().equals(Evolution.LOCK_TIMEOUT)) {
            lockTimeout = set.local() ? Optional.of(set.value()) : Optional.empty();
        }
        if (operation instanceof TableOperation.AddConstraint add) {
            constraints.add(
                    facts.qualified(add.table()) + " " + add.definition().name());
        }
        if (operation instanceof OtherOperation.AlterObject alter && alter.detail() != null && alter.object() != null) {
            ObjectName type = facts.qualified(alter.object());
            // From 17 on the values of an enum that the transaction itself made are there at once (measured on 12-18).
            if (facts.major() < 17 || !createdTypes.contains(type)) {
                enumValues.put(alter.detail(), type.toString());
            }
        }
        if (operation instanceof OtherOperation.CreateObject create
                && create.type().equals("type")
                && create.object() != null) {
            createdTypes.add(facts.qualified(create.object()));
        }
        if (operation instanceof TableOperation table && !(operation instanceof TableOperation.CreateTable)) {
            altered.add(facts.qualified(table.table()));
        }
    }

    /** The transaction ended. */
    public void release() {
        locked.clear();
        constraints.clear();
        enumValues.clear();
        altered.clear();
        createdTypes.clear();
        first = Optional.empty();
        lockTimeout = Optional.empty();
    }

    /** The first effect that keeps readers and writers of a table that others use out. */
    public Optional<Effect> first() {
        return first;
    }

    /** What SET LOCAL made of the session's limit, until the transaction ends. */
    public Optional<String> lockTimeout() {
        return lockTimeout;
    }

    /** The table whose reads or writes are blocked; the first one that is another. */
    public Optional<Effect> lockedOtherThan(String table) {
        return locked.entrySet().stream()
                .limit(2)
                .filter(e -> !e.getKey().equals(table))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The constraint was added in this transaction. */
    public boolean addedConstraint(ObjectName table, String constraint) {
        return constraints.contains(table + " " + constraint);
    }

    /** The values that enums got in this transaction → the enum's qualified name. */
    public Map<String, String> enumValues() {
        return enumValues;
    }

    /** An earlier ALTER TABLE of the transaction was about that table. */
    public boolean altered(ObjectName table) {
        return altered.contains(table);
    }
}
