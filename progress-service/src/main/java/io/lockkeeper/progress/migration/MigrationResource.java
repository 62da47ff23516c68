package io.lockkeeper.progress.migration;

import io.lockkeeper.progress.Refusal;
import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.snapshot.Snapshots;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/migrations} and {@code GET /v1/migrations/{id}}. */
@Path("/v1/migrations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("read")
@RunOnVirtualThread
public class MigrationResource {

    private static final int MOST = 500;
    private static final int USUAL = 50;

    private final Migrations migrations;
    private final Snapshots snapshots;

    MigrationResource(Migrations migrations, Snapshots snapshots) {
        this.migrations = migrations;
        this.snapshots = snapshots;
    }

    public record Page(List<MigrationView> migrations) {}

    @GET
    public Page newest(@RestQuery @Nullable String limit) {
        int count = (int) Refusal.number("limit", limit, 1, MOST, USUAL);
        return new Page(
                migrations.newest(count).stream().map(MigrationView::summary).toList());
    }

    @GET
    @Path("{id}")
    public MigrationView one(String id) {
        MigrationId migration = new MigrationId(id);
        return migrations
                .get(migration)
                .map(found -> MigrationView.full(found, snapshots.lastOf(migration)))
                .orElseThrow(() -> Refusal.unknownMigration(id));
    }
}
