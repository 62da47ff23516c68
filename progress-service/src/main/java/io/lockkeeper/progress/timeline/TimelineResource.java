package io.lockkeeper.progress.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.lockkeeper.progress.Refusal;
import io.lockkeeper.progress.event.MigrationId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** {@code GET /v1/migrations/{id}/timeline}. */
@Path("/v1/migrations/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("read")
@RunOnVirtualThread
public class TimelineResource {

    private final Timeline timeline;

    TimelineResource(Timeline timeline) {
        this.timeline = timeline;
    }

    public record Page(String migrationId, List<Entry> entries) {}

    /** {@code details} is the event's message in protobuf's JSON mapping. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Entry(
            String eventId,
            Instant time,
            String topic,
            String kind,
            String sentence,
            String actor,
            @JsonRawValue String details) {}

    @GET
    public Page timeline(String id) {
        List<Entry> entries = timeline.of(new MigrationId(id)).stream()
                .map(entry -> new Entry(
                        entry.eventId().toString(),
                        entry.time(),
                        entry.topic(),
                        entry.kind(),
                        entry.sentence(),
                        entry.actor(),
                        entry.details()))
                .toList();
        if (entries.isEmpty()) {
            throw Refusal.unknownMigration(id);
        }
        return new Page(id, entries);
    }
}
