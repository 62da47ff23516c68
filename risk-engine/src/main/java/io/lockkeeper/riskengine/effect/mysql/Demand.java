package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.DemandAlgorithm;
import io.lockkeeper.riskengine.operation.MysqlOperation.PartitionAction;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Algorithm;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ALGORITHM and LOCK as a statement demands them. A demand that the server cannot keep makes it refuse, so that the
 * statement never does worse than what it demands; one that asks for more work than needed is obeyed.
 */
public final class Demand {
    private Demand() {}

    /** Why the server would refuse the demand; empty when it keeps it. */
    public static Optional<String> refusal(DemandAlgorithm demand, List<Operation> siblings, TargetFacts facts) {
        List<Operation> actions =
                siblings.stream().filter(o -> !(o instanceof DemandAlgorithm)).toList();
        Optional<Effect> needed = actions.stream()
                .flatMap(action -> MysqlEffects.of(action, actions, facts).stream())
                .filter(effect -> effect.algorithm() != null)
                .reduce(Effect::and);
        if (unheeded(siblings)) {
            return Optional.empty();
        }
        return ignored(demand, siblings, facts)
                ? needed.flatMap(effect -> refusedLock(demand, effect))
                : needed.flatMap(effect -> refusal(demand, effect, facts.dialect()));
    }

    private static Optional<String> refusal(DemandAlgorithm demand, Effect needed, Dialect dialect) {
        Algorithm algorithm = demand.algorithm();
        Lock lock = demand.lock();
        if (algorithm != null
                && needed.algorithm() != null
                && needed.algorithm().compareTo(algorithm) > 0) {
            return Optional.of(
                    "ALGORITHM=" + algorithm + " is not possible for this change, only " + needed.algorithm());
        }
        if (demand.noCopy() && needed.rewrites()) {
            return Optional.of("ALGORITHM=NOCOPY is not possible for this change, it rebuilds the table");
        }
        if (lock != null && algorithm == Algorithm.INSTANT && dialect == Dialect.MYSQL) {
            return Optional.of("LOCK=" + lock.words() + " cannot be given with ALGORITHM=INSTANT");
        }
        return refusedLock(demand, needed);
    }

    private static Optional<String> refusedLock(DemandAlgorithm demand, Effect needed) {
        Lock lock = demand.lock();
        return lock != null && needed.lock().compareTo(lock) > 0
                ? Optional.of("LOCK=" + lock.words() + " is not possible for this change, only "
                        + needed.lock().words())
                : Optional.empty();
    }

    /**
     * MariaDB before 11 takes INSTANT and NOCOPY for another storage engine and for partitioning, and copies all the same; it
     * heeds INPLACE and the lock (measured on 10.11; 11.4 heeds all of them, what is between counts as before).
     */
    public static boolean ignored(DemandAlgorithm demand, List<Operation> siblings, TargetFacts facts) {
        boolean old = facts.dialect() == Dialect.MARIADB && !facts.version().atLeast(11, 4, 0);
        boolean cheap = demand.algorithm() == Algorithm.INSTANT || demand.noCopy();
        String engine = new Altered(facts, demand.table(), siblings).engine();
        return old && cheap && siblings.stream().anyMatch(o -> moves(o, engine));
    }

    private static boolean moves(Operation operation, String engine) {
        return repartitions(operation)
                || (operation instanceof MysqlOperation.SetOption option
                        && option.option().equals("ENGINE")
                        && !option.value().equalsIgnoreCase(engine));
    }

    private static boolean repartitions(Operation operation) {
        return operation instanceof MysqlOperation.ChangePartitions change
                && (change.action() == PartitionAction.PARTITION_BY
                        || change.action() == PartitionAction.REMOVE_PARTITIONING);
    }

    /** Servers take the clauses before other actions on partitions, and do what they want (measured). */
    private static boolean unheeded(List<Operation> siblings) {
        return siblings.stream().anyMatch(o -> o instanceof MysqlOperation.ChangePartitions && !repartitions(o));
    }

    /** What is done about {@code action} when {@code cheapest} is what the server would choose by itself. */
    static Online met(Online cheapest, Operation action, List<Operation> siblings, TargetFacts facts) {
        Optional<DemandAlgorithm> demand = siblings.stream()
                .filter(DemandAlgorithm.class::isInstance)
                .map(DemandAlgorithm.class::cast)
                .findFirst();
        if (demand.isEmpty() || unheeded(siblings)) {
            return cheapest;
        }
        boolean ignored = ignored(demand.get(), siblings, facts);
        Online met = ignored ? cheapest : algorithm(cheapest, action, demand.get(), facts);
        return lock(met, demand.get().lock());
    }

    private static Online algorithm(Online cheapest, Operation action, DemandAlgorithm demand, TargetFacts facts) {
        Algorithm algorithm = demand.algorithm();
        if (algorithm == null) {
            return cheapest;
        }
        if (algorithm.compareTo(cheapest.algorithm()) < 0 || (demand.noCopy() && cheapest.rebuilds())) {
            return new Online(algorithm, false, false, Lock.NONE);
        }
        if (algorithm == Algorithm.COPY) {
            boolean online =
                    facts.dialect() == Dialect.MARIADB && facts.version().atLeast(11, 2, 0);
            return online ? Online.COPY.unlocked() : Online.COPY;
        }
        boolean forced = algorithm == Algorithm.INPLACE
                && cheapest.algorithm() == Algorithm.INSTANT
                && facts.dialect() == Dialect.MYSQL;
        if (!forced) {
            return cheapest;
        }
        boolean rows = action instanceof TableOperation.AddColumn || action instanceof TableOperation.DropColumn;
        return rows ? Online.REBUILD : Online.METADATA;
    }

    private static Online lock(Online online, @Nullable Lock demanded) {
        if (demanded == null) {
            return online;
        }
        boolean refused = demanded.compareTo(online.lock()) < 0;
        return refused
                ? new Online(online.algorithm(), false, false, demanded)
                : new Online(online.algorithm(), online.rebuilds(), online.reads(), demanded);
    }
}
