package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.PostgresStorage;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.TableOperation.ChangeTable;
import java.util.Optional;

/** Whether a change of storage asks for what is there already, so that the server copies nothing (measured on 12-18). */
public final class StorageKept {
    private StorageKept() {}

    /** True only for what is certain. */
    public static boolean by(ChangeTable change, TargetFacts facts) {
        Optional<PostgresStorage> storage = facts.certain()
                ? facts.table(change.table())
                        .filter(t -> t.partitions().isEmpty())
                        .flatMap(TableFacts::storage)
                : Optional.empty();
        String name = change.other() == null ? "" : change.other().name();
        return storage.filter(kept -> switch (change.change()) {
                    case SET_TABLESPACE -> kept.tablespace().equals(name);
                    case SET_ACCESS_METHOD -> kept.accessMethod().equals(name);
                    case SET_LOGGED -> kept.logged();
                    case SET_UNLOGGED -> !kept.logged() && facts.live();
                    default -> false;
                })
                .isPresent();
    }
}
