package io.lockkeeper.risk.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockkeeper.risk.RiskTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code POST /v1/lint} without a target, over real HTTP. */
@QuarkusTest
@QuarkusTestResource(RiskTestResource.class)
class LintIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDEX = "CREATE INDEX big_note ON big (note);";
    private static final String SCHEMA = "CREATE TABLE public.big (id bigint PRIMARY KEY, note text, at timestamp);";

    @TestHTTPResource
    URI root;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void judgesByTheSizesThatTheRequestTells() throws Exception {
        // given
        String large = "{\"public.big\": {\"rows\": 50000000, \"bytes\": 12000000000, \"writesPerSecond\": 800}}";
        String small = "{\"public.big\": {\"rows\": 100, \"bytes\": 8192, \"writesPerSecond\": 0}}";
        // when
        JsonNode high = report(request(INDEX, "tables", json(large)));
        JsonNode low = report(request(INDEX, "tables", json(small)));
        // then
        assertThat(high.path("risk").asText()).isEqualTo("HIGH");
        assertThat(seconds(high)).isGreaterThan(60);
        assertThat(low.path("risk").asText()).isEqualTo("LOW");
        assertThat(low.path("confidence").asText()).isEqualTo("assumed");
        assertThat(low.path("engine").asText() + low.path("engineVersion").asText())
                .isEqualTo("postgresql17");
    }

    @Test
    void isAsConfidentAsItsFacts() throws Exception {
        // given
        Map<String, Object> request = request(INDEX, "tables", json("{\"big\": {\"rows\": 100, \"bytes\": 8192}}"));
        request.put("schema", SCHEMA);
        // when
        JsonNode report = report(request);
        // then
        assertThat(report.path("confidence").asText()).isEqualTo("documented");
        assertThat(report.has("warnings")).isFalse();
    }

    @Test
    void saysWhatItDidNotUse() throws Exception {
        // given
        Map<String, Object> request = request(INDEX, "tables", json("{\"people\": {\"rows\": 100}}"));
        request.put("schema", SCHEMA + "\nDO $$ BEGIN PERFORM weird(); END $$;");
        // when
        JsonNode report = report(request);
        // then
        assertThat(report.path("warnings")).hasSize(2);
        assertThat(report.path("warnings").path(0).asText()).startsWith("schema:2: not read");
        assertThat(report.path("warnings").path(1).asText()).contains("people is no table of the schema");
    }

    @Test
    void keepsRowsOnlyWhereTheSessionsTimeZoneSaysSo() throws Exception {
        // given
        String change = "ALTER TABLE big ALTER COLUMN at TYPE timestamptz;";
        Map<String, Object> utc = request(change, "schema", SCHEMA);
        utc.put("sessionTimeZone", "UTC");
        Map<String, Object> berlin = request(change, "schema", SCHEMA);
        berlin.put("sessionTimeZone", "Europe/Berlin");
        // when
        boolean inUtc = rewrites(report(utc));
        boolean inBerlin = rewrites(report(berlin));
        // then
        assertThat(inUtc).isFalse();
        assertThat(inBerlin).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mysql,8.0.35,8.0,INSTANT", "mysql,8.0.20,8.0,INPLACE", "mariadb,10.11.5,10.11,INSTANT"})
    void knowsTheEnginesAndTheirVersions(String engine, String version, String shown, String algorithm)
            throws Exception {
        // given
        Map<String, Object> request =
                request("ALTER TABLE big ADD COLUMN x INT FIRST;", "database", json("""
                {"engine": "%s", "version": "%s"}""".formatted(engine, version)));
        // when
        JsonNode report = report(request);
        // then
        assertThat(report.path("engine").asText()).isEqualTo(engine);
        assertThat(report.path("engineVersion").asText()).isEqualTo(shown);
        assertThat(effect(report).path("algorithm").asText()).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "schema", "tables", "sessionTimeZone", "sqlMode"})
    void refusesToBeToldOfALiveTarget(String field) throws Exception {
        // given
        Map<String, Object> request = request(
                INDEX,
                field,
                switch (field) {
                    case "database" -> json("{\"engine\": \"postgresql\"}");
                    case "tables" -> json("{}");
                    default -> "UTC";
                });
        request.put("target", "shop-production");
        // when
        HttpResponse<String> refused = lint(request);
        // then
        assertProblem(refused, 400, "INVALID_REQUEST", "'" + field + "' cannot be told beside 'target'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '|',
            value = {
                "tables ~ {\"t\": {\"rows\": -1}} ~ BAD_OPTION ~ $.tables[\"t\"].rows: a whole number",
                "tables ~ {\"t\": {\"row\": 1}} ~ BAD_OPTION ~ $.tables[\"t\"].row: unknown",
                "tables ~ [] ~ BAD_OPTION ~ $.tables: an object",
                "tables ~ null ~ BAD_OPTION ~ $.tables: an object",
                "sessionTimeZone ~ \"Mars/Base\" ~ BAD_OPTION ~ not a time zone",
                "sqlMode ~ \" \" ~ BAD_OPTION ~ $.sqlMode: a text",
                "database ~ {\"engine\": \"oracle\"} ~ UNSUPPORTED_ENGINE ~ 'oracle' is not known",
                "database ~ {\"engine\": \"mysql\", \"version\": \"5.7\"} ~ BAD_OPTION ~ MySQL 8.0, 8.4 and 9",
                "database ~ {\"version\": \"11\"} ~ BAD_OPTION ~ PostgreSQL 12 to 18",
                "schema ~ \"CREATE TABLE 'x\" ~ UNTERMINATED ~ schema:1"
            })
    void refusesWhatIsMistypedWithItsField(String field, String value, String code, String detail) throws Exception {
        assertProblem(lint(request(INDEX, field, json(value))), 422, code, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"database ~ \"mysql\"", "database ~ {\"flavour\": \"x\"}", "schema ~ {}"})
    void refusesTheWrongTypeWithItsField(String field, String value) throws Exception {
        assertProblem(lint(request(INDEX, field, json(value))), 400, "UNREADABLE_BODY", field);
    }

    @Test
    void refusesMoreTablesThanAMigrationTouches() throws Exception {
        // given
        String tables = IntStream.range(0, 5_001)
                .mapToObj(i -> "\"t" + i + "\": {\"rows\": 1}")
                .collect(Collectors.joining(",", "{", "}"));
        // when
        HttpResponse<String> refused = lint(request(INDEX, "tables", json(tables)));
        // then
        assertProblem(refused, 422, "TOO_LARGE", "5001 tables");
        assertProblem(
                lint(request(INDEX, "tables", Map.of("t".repeat(301), Map.of()))), 422, "TOO_LARGE", "301 characters");
    }

    @Test
    void refusesFactsInASubmission() throws Exception {
        // given
        Map<String, Object> request = request(INDEX, "tables", json("{}"));
        // when
        HttpResponse<String> refused = post("/v1/migrations", request);
        // then
        assertProblem(refused, 400, "UNREADABLE_BODY", "tables");
    }

    private static double seconds(JsonNode report) {
        return effect(report).path("estimate").path("totalSeconds").path(1).asDouble();
    }

    private static boolean rewrites(JsonNode report) {
        return effect(report).required("rewrites").asBoolean();
    }

    private static JsonNode effect(JsonNode report) {
        return report.path("statements").path(0).path("effects").path(0);
    }

    private static Map<String, Object> request(String sql, String field, Object value) {
        Map<String, Object> request =
                new TreeMap<>(Map.of("engine", "native", "files", List.of(Map.of("path", "V1.sql", "content", sql))));
        request.put(field, value);
        return request;
    }

    private JsonNode report(Map<String, Object> request) throws Exception {
        HttpResponse<String> response = lint(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> lint(Map<String, Object> request) throws Exception {
        return post("/v1/lint", request);
    }

    private HttpResponse<String> post(String path, Map<String, Object> request) throws Exception {
        return http.send(
                HttpRequest.newBuilder(root.resolve(path))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", "Bearer " + RiskTestResource.CI)
                        .header("Idempotency-Key", "lint")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code, String detail)
            throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("detail").asText()).contains(detail);
        assertThat(problem.path("help").asText()).isNotBlank();
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }
}
