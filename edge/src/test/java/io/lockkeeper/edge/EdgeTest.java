package io.lockkeeper.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class EdgeTest {

    private static final String SUBMITTER = "Bearer submitter-token";
    private static final String READER = "Bearer reader-token";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI door;

    @Test
    void knowsTheCallerByTheToken() throws Exception {
        // when
        HttpResponse<String> answer = send(get("/door").header("Authorization", SUBMITTER));

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()))
                .isEqualTo(JSON.readTree("{\"identity\":\"ci\",\"credential\":\"ci\",\"mayNameOthers\":true}"));
    }

    @Test
    void asksForACredentialWhereThereIsNone() throws Exception {
        HttpResponse<String> answer = send(get("/door"));

        assertThat(problem(answer, 401)).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer ",
                "Bearer  submitter-token x",
                "Bearer SUBMITTER-TOKEN",
                "Basic c3VibWl0dGVyLXRva2VuOg==",
                "submitter-token",
            })
    void refusesACredentialItDoesNotKnow(String header) throws Exception {
        assertThat(problem(send(get("/door").header("Authorization", header)), 401))
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void refusesTheHashInPlaceOfTheToken() throws Exception {
        String hash = "Bearer "
                + HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest("submitter-token".getBytes(UTF_8)));
        assertThat(problem(send(get("/door").header("Authorization", hash)), 401))
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void refusesARoleTheCredentialLacks() throws Exception {
        // given
        int before = DoorResource.SUBMITTED.get();

        // when
        HttpResponse<String> answer = send(post("{\"name\":\"a\"}").header("Authorization", READER));

        // then
        assertThat(problem(answer, 403)).isEqualTo("FORBIDDEN");
        assertThat(DoorResource.SUBMITTED).hasValue(before);
    }

    @Test
    void answersAProblemAsItWasThrown() throws Exception {
        HttpResponse<String> answer = send(get("/door/refused"));

        assertThat(problem(answer, 409)).isEqualTo("DOOR_LOCKED");
        assertThat(JSON.readTree(answer.body()).path("help").asText()).isEqualTo("Knock.");
    }

    @ParameterizedTest
    @CsvSource({"/nothing", "/door/nothing", "/nothing/at/all.txt"})
    void saysThatThereIsNothing(String path) throws Exception {
        assertThat(problem(send(get(path)), 404)).isEqualTo("NOT_FOUND");
    }

    @Test
    void refusesAMethodThatIsNotAllowed() throws Exception {
        assertThat(problem(send(request("/door").DELETE()), 405)).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void refusesAnotherContentType() throws Exception {
        HttpRequest.Builder request = request("/door")
                .header("Content-Type", "text/plain")
                .header("Authorization", SUBMITTER)
                .POST(BodyPublishers.ofString("{}"));

        assertThat(problem(send(request), 415)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesAnAcceptItCannotSatisfy() throws Exception {
        HttpRequest.Builder request = get("/door").header("Accept", "image/png").header("Authorization", READER);

        assertThat(problem(send(request), 406)).isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":            | line 1",
                "{\"name\":\"secret\"  | line 1",
                "{\"nome\":\"secret\"} | \"nome\" is not known (line 1",
                "{\"count\":\"secret\"}| \"count\" has the wrong type (line 1",
                "{\"tags\":{\"secret\":1}} | \"tags\" has the wrong type",
                "[\"secret\"]          | line 1",
                "secret                | line 1",
                "{\"name\":\"a\"} {}   | line 1",
                "{\"name\":\"a\",\"name\":\"secret\"} | line 1",
            })
    void saysWhereABodyIsUnreadableAndRepeatsNothingOfIt(String body, String where) throws Exception {
        // given
        int before = DoorResource.SUBMITTED.get();

        // when
        HttpResponse<String> answer = send(post(body).header("Authorization", SUBMITTER));

        // then
        assertThat(problem(answer, 400)).isEqualTo("UNREADABLE_BODY");
        assertThat(JSON.readTree(answer.body()).path("detail").asText())
                .contains(where)
                .doesNotContain("secret", "java", "lockkeeper", "Body");
        assertThat(DoorResource.SUBMITTED).hasValue(before);
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        assertThat(send(bytes(1024)).body()).isEqualTo("1024");
    }

    @Test
    void refusesABodyOverTheLimitByItsLength() throws Exception {
        assertThat(problem(send(bytes(1025)), 413)).isEqualTo("BODY_TOO_LARGE");
    }

    /** Far more than fits into the buffers on the way: the caller is still sending when the answer is there. */
    @Test
    void answersACallerThatIsStillSending() throws Exception {
        assertThat(problem(send(bytes(8 * 1024 * 1024)), 413)).isEqualTo("BODY_TOO_LARGE");
    }

    /** A megabyte is announced and not one byte of it sent: the refusal must not wait for it. */
    @Test
    void refusesABodyOverTheLimitBeforeItIsSent() throws Exception {
        String answer = raw("POST /door/bytes HTTP/1.1\r\nHost: door\r\nContent-Length: 1048576\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "99999999999999999999", "ten"})
    void refusesALengthThatIsNone(String length) throws Exception {
        assertThat(raw("POST /door/bytes HTTP/1.1\r\nHost: door\r\nContent-Length: " + length + "\r\n\r\n"))
                .matches("(?s)HTTP/1.1 4(00|13) .*");
    }

    @Test
    void refusesABodyWithoutALength() throws Exception {
        HttpRequest.Builder chunked =
                request("/door/bytes").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10])));

        assertThat(problem(send(chunked), 411)).isEqualTo("LENGTH_REQUIRED");
    }

    /** Both lengths at once is how requests are smuggled past a proxy. */
    @Test
    void refusesABodyWithTwoKindsOfLength() throws Exception {
        String answer = raw("POST /door/bytes HTTP/1.1\r\nHost: door\r\nContent-Length: 3\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4(00|11) .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/door/broken", "/door/unwritable"})
    void tellsNothingOfWhatBrokeInside(String path) throws Exception {
        HttpResponse<String> answer = send(get(path));

        assertThat(problem(answer, 500)).isEqualTo("INTERNAL");
        assertThat(answer.body())
                .containsPattern("[0-9a-f-]{36}")
                .doesNotContain("hunter2", "io.lockkeeper", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/door", "/door/refused", "/door/broken", "/nothing", "/page.txt"})
    void sendsSecurityHeadersWithEveryAnswer(String path) throws Exception {
        HttpResponse<String> answer = send(get(path));

        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    /** Asserts status, media type and all members, and returns the code. */
    private static String problem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .isPresent()
                .get()
                .asString()
                .startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.fieldNames()).toIterable().contains("type", "title", "status", "detail", "code", "help");
        return problem.path("code").asText();
    }

    private HttpRequest.Builder bytes(int size) {
        return request("/door/bytes").POST(BodyPublishers.ofByteArray(new byte[size]));
    }

    private HttpRequest.Builder post(String json) {
        return request("/door").header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends exactly these bytes and returns all that comes back until the connection is closed. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(door.getHost(), door.getPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
