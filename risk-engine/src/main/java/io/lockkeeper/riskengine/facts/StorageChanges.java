package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.TableOperation.ChangeTable;
import java.util.Optional;

/** How a table of PostgreSQL is kept after one change. */
final class StorageChanges {
    private StorageChanges() {}

    static TableFacts after(TableFacts table, ChangeTable change) {
        Optional<PostgresStorage> storage = table.storage();
        return storage.isEmpty() ? table : table.withStorage(changed(storage.get(), change));
    }

    private static PostgresStorage changed(PostgresStorage storage, ChangeTable change) {
        String name = change.other() == null ? "" : change.other().name();
        return switch (change.change()) {
            case SET_TABLESPACE -> storage.at(name);
            case SET_ACCESS_METHOD -> storage.by(name);
            case SET_LOGGED -> storage.logged(true);
            case SET_UNLOGGED -> storage.logged(false);
            case SET_REPLICA_IDENTITY -> storage.replicaIdentity(name);
            case SET_ROW_SECURITY ->
                switch (name) {
                    case "enable" -> storage.rowSecurity(true);
                    case "disable" -> storage.rowSecurity(false);
                    default -> storage;
                };
            case CREATE_TRIGGER -> storage.trigger(name, true);
            case DROP_TRIGGER -> storage.trigger(name, false);
            case CREATE_POLICY -> storage.policy(name, true);
            case DROP_POLICY -> storage.policy(name, false);
            default -> storage;
        };
    }
}
