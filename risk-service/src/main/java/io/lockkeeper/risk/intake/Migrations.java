package io.lockkeeper.risk.intake;

import io.lockkeeper.outbox.Outbox;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.risk.bundle.BundleStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Doorway of intake: a migration, its bundle, its key and its two events are stored together or not at all. */
@ApplicationScoped
class Migrations {

    private final MigrationStore migrations;
    private final BundleStore bundles;
    private final Outbox outbox;
    private final IntakeConfig config;

    Migrations(MigrationStore migrations, BundleStore bundles, Outbox outbox, IntakeConfig config) {
        this.migrations = migrations;
        this.bundles = bundles;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * Stores and announces {@code migration}.
     *
     * @throws jakarta.persistence.PersistenceException when the key was used by a concurrent request
     */
    @Transactional
    MigrationStore.Stored submit(Migration migration, String key, String requestHash) {
        Assessment assessment = migration.assessment();
        bundles.put(assessment.bundleHash(), assessment.bundleBytes(), migration.submittedAt());
        MigrationStore.Stored stored = migrations.insert(migration);
        migrations.flush();
        migrations.use(migration.credential(), key, new MigrationStore.Used(requestHash, migration.id()));
        migrations.flush();
        String id = migration.id().toString();
        outbox.put(Topic.MIGRATION, id, MigrationWire.submitted(migration));
        outbox.put(Topic.MIGRATION, id, MigrationWire.classified(migration, planUrl(migration.id())));
        return stored;
    }

    /** What an earlier request with this key led to. */
    @Transactional
    Optional<MigrationStore.Used> used(String credential, String key) {
        return migrations.used(credential, key);
    }

    @Transactional
    Optional<MigrationStore.Stored> find(MigrationId id) {
        return migrations.find(id);
    }

    String planUrl(MigrationId id) {
        return config.publicUrl() + "/v1/migrations/" + id + "/plan";
    }

    String statusUrl(MigrationId id) {
        return config.dashboardUrl() + "/migrations/" + id;
    }

    String selfUrl(MigrationId id) {
        return config.publicUrl() + "/v1/migrations/" + id;
    }
}
