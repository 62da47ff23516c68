package io.lockkeeper.risk.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockkeeper.outbox.EventId;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.RunAborted;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.RunFailed;
import io.lockkeeper.proto.v1.RunOutcomeUnknown;
import io.lockkeeper.proto.v1.RunSucceeded;
import io.lockkeeper.proto.v1.StatementTime;
import io.lockkeeper.risk.RiskTestResource;
import io.lockkeeper.riskengine.Yardstick;
import io.lockkeeper.riskengine.report.Work;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.Testbed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** From finished runs on the topic to the next estimate, over real HTTP, PostgreSQL and Kafka. */
@QuarkusTest
@QuarkusTestResource(RiskTestResource.class)
class CalibrationIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEARNING = "shop-learning";
    private static final String SQL = "CREATE INDEX orders_status ON orders (status);";

    private static KafkaProducer<String, byte[]> producer;

    @TestHTTPResource
    URI root;

    @Inject
    DataSource database;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void connect() {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Testbed.shared().kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void disconnect() {
        producer.close();
    }

    @Test
    void estimatesWhatTheTargetsFinishedRunsShowed() throws Exception {
        // given
        JsonNode before = estimate(lint(LEARNING, SQL));
        double expected = before.path("basis").path(0).required("seconds").asDouble();
        assertThat(expected).as("comparable").isGreaterThan(0.1);

        // when: five runs of three times as long, each delivered twice; then runs that show nothing
        for (int run = 0; run < 5; run++) {
            String migration = submit(LEARNING, SQL);
            EventId event = EventId.next();
            RunEvent succeeded = succeeded(migration, expected * 3);
            publish(migration, event, succeeded);
            publish(migration, event, succeeded);
            settle(migration);
        }
        for (RunEvent.Builder none : List.of(
                RunEvent.newBuilder().setFailed(RunFailed.newBuilder().setStatementsDone(1)),
                RunEvent.newBuilder().setAborted(RunAborted.newBuilder()),
                RunEvent.newBuilder().setOutcomeUnknown(RunOutcomeUnknown.newBuilder()))) {
            String migration = submit(LEARNING, SQL);
            publish(migration, EventId.next(), none.build());
            settle(migration);
        }
        String stranger = UUID.randomUUID().toString();
        publish(stranger, EventId.next(), succeeded(stranger, 1));
        settle(stranger);

        // then
        assertThat(single("SELECT count(*) FROM observation")).isEqualTo("5");
        JsonNode after = estimate(lint(LEARNING, SQL));
        assertThat(after.path("basis").path(0).path("calibratedBy").asInt()).isEqualTo(5);
        assertThat(after.path("basis").path(0).path("seconds").asDouble()).isEqualTo(expected);
        assertThat(ratio(after, before, 0)).isCloseTo(3, within(0.2));
        assertThat(ratio(after, before, 1)).isCloseTo(3, within(0.2));
        assertThat(estimate(lint("shop-production", SQL))).isEqualTo(before);
        assertThat(metrics())
                .contains("lockkeeper_estimate_ratio_count{target=\"shop-learning\",work=\"index-build\"} 5");

        // and: what runs the next migration judges by the same
        String next = submit(LEARNING, SQL);
        Yardstick used = yardstick(next);
        assertThat(used.calibration().of(Work.INDEX_BUILD).orElseThrow().factor())
                .isCloseTo(3, within(0.05));
    }

    @Test
    void putsLevelsWhereTheTargetsThresholdsSay() throws Exception {
        // given
        String sql = "ALTER TABLE orders ADD COLUMN levels int;";
        // when
        JsonNode usual = lint("shop-production", sql);
        JsonNode strict = lint("shop-strict", sql);
        // then
        assertThat(usual.path("risk").asText()).isEqualTo("LOW");
        assertThat(usual.has("judgedBy")).isFalse();
        assertThat(strict.path("risk").asText()).isEqualTo("HIGH");
        assertThat(strict.at("/judgedBy/thresholds/readsAndWritesBlocked/high").asDouble())
                .isEqualTo(0.02);
        assertThat(yardstick(submit("shop-strict", sql)).thresholds().highReadsBlockedSeconds())
                .isEqualTo(0.02);
    }

    /** The end of everything that was published for this key: records of a partition come in order. */
    private void settle(String migration) throws Exception {
        EventId marker = EventId.next();
        publish(
                migration,
                marker,
                RunEvent.newBuilder().setFailed(RunFailed.newBuilder()).build());
        Await.value(
                "the marker",
                Duration.ofSeconds(30),
                () -> single("SELECT count(*) FROM inbox_event WHERE id = '" + marker + "'")
                                .equals("1")
                        ? Optional.of(true)
                        : Optional.empty());
    }

    private static RunEvent succeeded(String migration, double seconds) {
        return RunEvent.newBuilder()
                .setSucceeded(RunSucceeded.newBuilder()
                        .setMigrationId(migration)
                        .setRunId("run-of-" + migration)
                        .setStatements(1)
                        .addStatementTimes(
                                StatementTime.newBuilder().setIndex(0).setSeconds(seconds)))
                .build();
    }

    private static void publish(String migration, EventId id, RunEvent event) throws Exception {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.RUN.kafkaName(), migration, event.toByteArray());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_type", "Run",
                        "ce_source", "executor-service",
                        "ce_time", Instant.now().toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }

    private static double ratio(JsonNode after, JsonNode before, int end) {
        double catalog = end * 0.1;
        return (after.path("totalSeconds").path(end).asDouble() - catalog)
                / (before.path("totalSeconds").path(end).asDouble() - catalog);
    }

    private static JsonNode estimate(JsonNode report) {
        return report.at("/statements/0/effects/0/estimate");
    }

    private Yardstick yardstick(String migration) throws Exception {
        String hash = single("SELECT bundle_hash FROM migration WHERE id = '" + migration + "'");
        HttpResponse<String> bundle = http.send(
                request("/v1/bundles/" + hash, RiskTestResource.EXECUTOR).GET().build(),
                HttpResponse.BodyHandlers.ofString());
        return Yardstick.of(Bundle.read(bundle.body().getBytes(StandardCharsets.UTF_8), hash)
                .orElseThrow()
                .judgedBy());
    }

    private JsonNode lint(String target, String sql) throws Exception {
        HttpResponse<String> response = post("/v1/lint", target, sql);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private String submit(String target, String sql) throws Exception {
        HttpResponse<String> response = post("/v1/migrations", target, sql);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return JSON.readTree(response.body()).path("id").asText();
    }

    private HttpResponse<String> post(String path, String target, String sql) throws Exception {
        Map<String, Object> body = Map.of(
                "version",
                "1",
                "target",
                target,
                "engine",
                "native",
                "files",
                List.of(Map.of("path", "V1.sql", "content", sql)));
        return http.send(
                request(path, RiskTestResource.CI)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String metrics() throws Exception {
        return http.send(request("/q/metrics", RiskTestResource.CI).GET().build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(root.resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token);
    }

    private String single(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
