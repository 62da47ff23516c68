package io.lockkeeper.risk.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.MigrationClassified;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.Risk;
import io.lockkeeper.risk.RiskTestResource;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.Testbed;
import io.lockkeeper.testbed.TopicTap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Intake over real HTTP, PostgreSQL and Kafka. */
@QuarkusTest
@QuarkusTestResource(RiskTestResource.class)
class SubmissionIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SQL =
            "ALTER TABLE orders ALTER COLUMN note SET NOT NULL;\nCREATE INDEX orders_status ON orders (status);\n";

    @TestHTTPResource
    URI root;

    @Inject
    DataSource database;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void classifiesAgainstTheLiveTargetAndAnnouncesBothEvents() throws Exception {
        // given
        try (TopicTap tap = TopicTap.on(Testbed.shared().kafka(), Topic.MIGRATION.kafkaName())) {
            // when
            HttpResponse<String> response = submit(body(SQL), UUID.randomUUID().toString());
            // then
            assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
            JsonNode answer = JSON.readTree(response.body());
            assertThat(answer.path("report").path("statements")).hasSize(2);
            assertThat(answer.path("report")
                            .path("statements")
                            .path(0)
                            .path("effects")
                            .path(0)
                            .path("lock")
                            .asText())
                    .isEqualTo("ACCESS EXCLUSIVE");
            assertThat(answer.path("submitter").asText()).isEqualTo("alice");
            assertThat(response.headers().firstValue("Location"))
                    .contains(answer.path("links").path("self").asText());
            String id = answer.path("id").asText();
            List<MigrationEvent> events = Await.value("two events", Duration.ofSeconds(20), () -> {
                List<MigrationEvent> seen = new ArrayList<>();
                for (var record : tap.records()) {
                    if (id.equals(record.key())) {
                        seen.add(MigrationEvent.parseFrom(record.value()));
                    }
                }
                return seen.size() == 2 ? java.util.Optional.of(seen) : java.util.Optional.empty();
            });
            assertThat(events.get(0).hasSubmitted()).isTrue();
            MigrationClassified classified = events.get(1).getClassified();
            assertThat(classified.getSubjectHash())
                    .isEqualTo(answer.path("subjectHash").asText());
            assertThat(classified.getRisk())
                    .isEqualTo(Risk.valueOf("RISK_" + answer.path("risk").asText()));
            assertThat(classified.getTarget().getEnvironment()).isEqualTo("production");
            assertThat(classified.getStatements(0).getLock()).isEqualTo("ACCESS EXCLUSIVE");
        }
    }

    @Test
    void servesTheBundleUnderItsHashToTheExecutorOnly() throws Exception {
        // given
        submit(body(SQL), UUID.randomUUID().toString());
        String hash = single("SELECT max(hash) FROM bundle");
        // when
        HttpResponse<byte[]> allowed = http.send(
                request("/v1/bundles/" + hash, RiskTestResource.EXECUTOR).GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
        HttpResponse<String> refused = get("/v1/bundles/" + hash, RiskTestResource.CI);
        // then
        assertThat(Bundle.read(allowed.body(), hash)).isPresent();
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void answersARepeatedRequestWithTheSameMigration() throws Exception {
        // given
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = submit(body(SQL), key);
        // when
        HttpResponse<String> second = submit(body(SQL), key);
        HttpResponse<String> other = submit(body("DROP TABLE orders"), key);
        // then
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(second.body())).isEqualTo(JSON.readTree(first.body()));
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertProblem(other, 409, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void storesOneMigrationForConcurrentRequestsWithOneKey() throws Exception {
        // given
        String key = UUID.randomUUID().toString();
        Callable<HttpResponse<String>> send = () -> submit(body(SQL), key);
        long before = migrations();
        // when
        List<String> bodies = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(List.of(send, send, send, send))) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(202);
                bodies.add(JSON.readTree(answer.get().body()).path("id").asText());
            }
        }
        // then
        assertThat(bodies).containsOnly(bodies.getFirst());
        assertThat(migrations()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- only a comment", "   \n"})
    void refusesEmptySqlAndStoresNothing(String sql) throws Exception {
        assertRefused(body(sql), 422, "EMPTY_SQL");
    }

    @Test
    void refusesUnterminatedSql() throws Exception {
        assertRefused(body("UPDATE orders SET note = 'x"), 422, "UNTERMINATED");
    }

    @Test
    void refusesTransactionControl() throws Exception {
        assertRefused(body("BEGIN; DROP TABLE orders; COMMIT;"), 422, "TRANSACTION_CONTROL");
    }

    @Test
    void refusesAnUnknownTargetAndNamesTheKnownOnes() throws Exception {
        // given
        Map<String, Object> body = body(SQL);
        body.put("target", "shop-prodution");
        // when
        HttpResponse<String> response = submit(body, "k-" + UUID.randomUUID());
        // then
        assertProblem(response, 422, "UNKNOWN_TARGET");
        assertThat(JSON.readTree(response.body()).path("help").asText()).contains("shop-production");
    }

    @Test
    void refusesAnUnknownFieldAndNamesIt() throws Exception {
        // given
        Map<String, Object> body = body(SQL);
        body.put("forceApprove", true);
        // when
        HttpResponse<String> response = submit(body, "k-" + UUID.randomUUID());
        // then
        assertProblem(response, 400, "UNREADABLE_BODY");
        assertThat(response.body()).contains("forceApprove");
    }

    @Test
    void refusesAMissingKey() throws Exception {
        // when
        HttpResponse<String> response = http.send(
                request("/v1/migrations", RiskTestResource.CI)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body(SQL))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        // then
        assertProblem(response, 400, "INVALID_REQUEST");
    }

    @Test
    void refusesMissingAndUnknownCredentialsAndMissingRoles() throws Exception {
        assertProblem(get("/v1/migrations/" + UUID.randomUUID(), null), 401, "UNAUTHENTICATED");
        assertProblem(get("/v1/migrations/" + UUID.randomUUID(), "guess"), 401, "UNAUTHENTICATED");
        assertProblem(get("/v1/migrations/" + UUID.randomUUID(), RiskTestResource.EXECUTOR), 403, "FORBIDDEN");
        assertProblem(get("/v1/migrations/" + UUID.randomUUID() + "/plan", null), 401, "UNAUTHENTICATED");
    }

    @Test
    void refusesASubmitterThatTheCredentialMayNotName() throws Exception {
        // when
        HttpResponse<String> response = post(
                "/v1/migrations",
                RiskTestResource.ROBOT,
                "k-" + UUID.randomUUID(),
                "application/json",
                JSON.writeValueAsBytes(body(SQL)));
        // then
        assertProblem(response, 403, "MAY_NOT_NAME_SUBMITTER");
    }

    @Test
    void refusesTheWrongContentTypeAndBrokenJson() throws Exception {
        assertProblem(
                post(
                        "/v1/migrations",
                        RiskTestResource.CI,
                        "k1",
                        "text/plain",
                        SQL.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                post(
                        "/v1/migrations",
                        RiskTestResource.CI,
                        "k1",
                        "application/json",
                        "{\"version\":".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                400,
                "UNREADABLE_BODY");
        assertProblem(
                post(
                        "/v1/migrations",
                        RiskTestResource.CI,
                        "k1",
                        "application/json",
                        "[]".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                400,
                "UNREADABLE_BODY");
    }

    @Test
    void refusesABodyOverTheLimitWithOrWithoutALength() throws Exception {
        // given
        byte[] big = JSON.writeValueAsBytes(body("SELECT '" + "x".repeat(1_100_000) + "'"));
        // when
        HttpResponse<String> known = post("/v1/migrations", RiskTestResource.CI, "k1", "application/json", big);
        HttpResponse<String> chunked = http.send(
                request("/v1/migrations", RiskTestResource.CI)
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(big)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        // then
        assertProblem(known, 413, "BODY_TOO_LARGE");
        assertProblem(chunked, 411, "LENGTH_REQUIRED");
    }

    @Test
    void answersUnknownAddressesAndMethodsWithProblems() throws Exception {
        assertProblem(get("/v2/nothing", RiskTestResource.CI), 404, "NOT_FOUND");
        assertProblem(get("/v1/lint", RiskTestResource.CI), 405, "METHOD_NOT_ALLOWED");
        assertProblem(get("/v1/migrations/" + UUID.randomUUID(), RiskTestResource.CI), 404, "UNKNOWN_MIGRATION");
    }

    @Test
    void showsThePlanAsAPage() throws Exception {
        // given
        JsonNode answer = JSON.readTree(
                submit(body("ALTER TABLE orders ADD COLUMN \"<b>x</b>\" int DEFAULT 1"), "k-" + UUID.randomUUID())
                        .body());
        // when
        HttpResponse<String> page = get("/v1/migrations/" + answer.path("id").asText() + "/plan", RiskTestResource.CI);
        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("&lt;b&gt;x&lt;/b&gt;").doesNotContain("<b>x</b>");
    }

    @Test
    void lintsWithoutStoring() throws Exception {
        // given
        long before = migrations();
        // when
        HttpResponse<String> report =
                post("/v1/lint", RiskTestResource.CI, null, "application/json", JSON.writeValueAsBytes(body(SQL)));
        // then
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(report.body()).path("statements")).hasSize(2);
        assertThat(migrations()).isEqualTo(before);
    }

    private void assertRefused(Map<String, Object> body, int status, String code) throws Exception {
        long before = migrations();
        assertProblem(submit(body, "k-" + UUID.randomUUID()), status, code);
        assertThat(migrations()).isEqualTo(before);
        assertThat(single("SELECT count(*) FROM outbox_event")).isEqualTo("0");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("help").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
    }

    private static Map<String, Object> body(String sql) {
        return new TreeMap<>(Map.of(
                "version", "2026.11.21-1",
                "target", "shop-production",
                "engine", "native",
                "submitter", "alice",
                "files", List.of(Map.of("path", "V1.sql", "content", sql))));
    }

    private HttpResponse<String> submit(Map<String, Object> body, String key) throws Exception {
        return post("/v1/migrations", RiskTestResource.CI, key, "application/json", JSON.writeValueAsBytes(body));
    }

    private HttpResponse<String> post(String path, String token, @Nullable String key, String type, byte[] body)
            throws Exception {
        HttpRequest.Builder request =
                request(path, token).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        return http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).version(HttpClient.Version.HTTP_1_1);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private long migrations() throws Exception {
        return Long.parseLong(single("SELECT count(*) FROM migration"));
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
