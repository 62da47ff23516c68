package io.lockkeeper.progress.migration;

import io.lockkeeper.progress.ServiceCase;
import io.lockkeeper.progress.event.Samples;
import io.lockkeeper.proto.v1.Verdict;
import io.lockkeeper.testbed.Await;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class MigrationResourceIT extends ServiceCase {

    @TestHTTPResource("/")
    URI url = URI.create("");

    @Test
    void tellsTheWholeStory() {
        // given
        String migration = newMigration();
        succeed(migration);

        // when
        JsonPath one = reader().get("/v1/migrations/" + migration).jsonPath();
        JsonPath list = reader().get("/v1/migrations?limit=500").jsonPath();
        JsonPath timeline =
                reader().get("/v1/migrations/" + migration + "/timeline").jsonPath();

        // then
        assertThat(one.getString("risk")).isEqualTo("HIGH");
        assertThat(one.getString("submitter")).isEqualTo("alice");
        assertThat(one.getList("approvers")).isEqualTo(List.of("dana"));
        assertThat(one.getString("facets.run.ending.rowsAffected")).isEqualTo("2000000");
        assertThat(one.getList("facets.intake.plan.statements")).hasSize(2);
        assertThat(list.getList("migrations.id")).contains(migration);
        assertThat(timeline.getList("entries.kind")).contains("MigrationSubmitted", "DecisionRecorded", "RunSucceeded");
        assertThat(timeline.getString("entries.find { it.kind == 'MigrationSubmitted' }.details.version"))
                .isEqualTo("2026.11.21-1");
        List<String> times = timeline.getList("entries.time");
        assertThat(times).isSorted();
    }

    @Test
    void listsTheNewestFirst() {
        // given
        String older = newMigration();
        String newer = newMigration();
        teller.tell(older, new Samples(older).submitted());
        teller.tell(newer, new Samples(newer).submitted());
        awaitState(older, "SUBMITTED");
        awaitState(newer, "SUBMITTED");

        // when
        List<String> ids = reader().get("/v1/migrations").jsonPath().getList("migrations.id");

        // then
        assertThat(ids.indexOf(newer)).isBetween(0, ids.indexOf(older));
    }

    @Test
    void refusesWhatItCannotAnswer() {
        assertThat(reader().get("/v1/migrations/none").jsonPath().getString("code"))
                .isEqualTo("UNKNOWN_MIGRATION");
        assertThat(reader().get("/v1/migrations/none/timeline").statusCode()).isEqualTo(404);
        assertThat(reader().get("/v1/migrations/none/stream").statusCode()).isEqualTo(404);
        assertThat(reader().get("/v1/migrations?limit=many").jsonPath().getString("code"))
                .isEqualTo("BAD_PARAMETER");
        assertThat(reader().get("/v1/audit?limit=1001").jsonPath().getString("code"))
                .isEqualTo("BAD_PARAMETER");
        assertThat(reader().get("/v1/audit/verification?rememberedEntries=1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsNothingWithoutTheRole() {
        for (String path : List.of(
                "/v1/migrations",
                "/v1/migrations/x",
                "/v1/migrations/x/timeline",
                "/v1/migrations/x/stream",
                "/v1/audit",
                "/v1/audit/verification")) {
            assertThat(RestAssured.get(path).statusCode()).as(path).isEqualTo(401);
            assertThat(RestAssured.given()
                            .header("Authorization", "Bearer submit-token")
                            .get(path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void streamsEveryChangeAndEndsWithTheEnd() throws Exception {
        // given
        String migration = newMigration();
        Samples samples = new Samples(migration);
        teller.tell(migration, samples.submitted());
        awaitState(migration, "SUBMITTED");
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/v1/migrations/" + migration + "/stream"))
                .header("Authorization", "Bearer " + READ_TOKEN)
                .build();

        // when
        try (HttpClient client = HttpClient.newHttpClient()) {
            var stream = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
            Await.until("the stream to be asked for", SOON, () -> {
                teller.tell(migration, samples.withdrawn());
                return true;
            });
            String events =
                    stream.get(30, java.util.concurrent.TimeUnit.SECONDS).body();

            // then
            assertThat(events).contains("event:migration").contains("\"state\":\"WITHDRAWN\"");
        }
    }

    @Test
    void countsForPrometheus() {
        // given
        String migration = newMigration();
        succeed(migration);
        reader().get("/v1/audit/verification");

        // then
        Await.asserted("the metrics", SOON, () -> assertThat(
                        RestAssured.get("/q/metrics").body().asString())
                .contains("lockkeeper_migrations{state=\"SUCCEEDED\"}")
                .contains("lockkeeper_events_total{type=\"RunSucceeded\"}")
                .contains("lockkeeper_audit_intact 1.0")
                .contains("lockkeeper_audit_entries")
                .contains("lockkeeper_snapshot_age"));
    }

    private static void succeed(String migration) {
        Samples s = new Samples(migration);
        teller.tell(migration, s.queued(), s.started(), s.succeeded());
        teller.tell(migration, s.requested(), s.recorded(Verdict.VERDICT_APPROVE), s.approved(), s.granted());
        teller.tell(migration, s.submitted(), s.classified());
        Await.until(
                "the story of " + migration,
                SOON,
                () -> number("SELECT count(*) FROM progress.audit_entry WHERE migration_id = '" + migration + "'")
                        == 9);
        awaitState(migration, "SUCCEEDED");
    }
}
