package io.lockkeeper.progress.migration;

import io.lockkeeper.progress.ProgressConfig;
import io.lockkeeper.progress.Refusal;
import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.snapshot.Snapshots;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/migrations/{id}/stream}: server-sent events named {@code migration}, each the whole {@link MigrationView},
 * at once and whenever it changed; a comment every 15 s otherwise; ends after an end was sent.
 *
 * <p>It looks into the database rather than at this process' own listeners, for any instance may have taken the event in.
 */
@Path("/v1/migrations/{id}/stream")
@RolesAllowed("read")
public class MigrationStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Migrations migrations;
    private final Snapshots snapshots;
    private final ProgressConfig config;

    MigrationStream(Migrations migrations, Snapshots snapshots, ProgressConfig config) {
        this.migrations = migrations;
        this.snapshots = snapshots;
        this.config = config;
    }

    /** Blocking, so that an unknown migration is refused before the stream begins: afterwards it is too late for a 404. */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> stream(String id, @Context Sse sse) {
        look(id);
        News news = new News(sse);
        return Multi.createFrom()
                .ticks()
                .every(config.stream().poll())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick ->
                        Uni.createFrom().item(() -> look(id)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .select()
                .first(news::goesOn)
                .onItem()
                .transformToMultiAndConcatenate(view -> Multi.createFrom().items(news.of(view, Instant.now())));
    }

    private MigrationView look(String id) {
        MigrationId migration = new MigrationId(id);
        return migrations
                .get(migration)
                .map(found -> MigrationView.full(found, snapshots.lastOf(migration)))
                .orElseThrow(() -> Refusal.unknownMigration(id));
    }

    /** What one listener has been sent. Used by one stream, one item after the other. */
    private static final class News {

        private final Sse sse;
        private @Nullable MigrationView sent;
        private Instant sentAt = Instant.EPOCH;

        News(Sse sse) {
            this.sse = sse;
        }

        boolean goesOn(MigrationView view) {
            return sent == null || !sent.state().isEnd() || !sent.equals(view);
        }

        Stream<OutboundSseEvent> of(MigrationView view, Instant now) {
            boolean changed = !view.equals(sent);
            if (!changed && Duration.between(sentAt, now).compareTo(HEARTBEAT) < 0) {
                return Stream.empty();
            }
            sent = view;
            sentAt = now;
            OutboundSseEvent.Builder event = sse.newEventBuilder();
            return Stream.of(
                    changed
                            ? event.name("migration")
                                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                    .data(MigrationView.class, view)
                                    .build()
                            : event.comment("still here").build());
        }
    }
}
