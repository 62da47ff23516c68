package io.lockkeeper.e2e.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain JSON over HTTP, as CI and people's scripts speak it. */
public final class Api {

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** An answer: status, headers, and its JSON (null node for an empty body). */
    public record Answer(int status, JsonNode json, Map<String, java.util.List<String>> headers, Duration took) {

        /** @throws IllegalStateException for another status than the expected one */
        public JsonNode expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("expected HTTP " + expected + ", got " + status + ": " + json);
            }
            return json;
        }
    }

    public Answer get(URI uri, @Nullable String token) throws IOException, InterruptedException {
        return send(request(uri, token).GET());
    }

    public Answer delete(URI uri, String token) throws IOException, InterruptedException {
        return send(request(uri, token).DELETE());
    }

    public Answer post(URI uri, @Nullable String token, Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(uri, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        return send(request);
    }

    private static HttpRequest.Builder request(URI uri, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode json =
                type.contains("json") && response.body().length > 0 ? JSON.readTree(response.body()) : JSON.nullNode();
        return new Answer(response.statusCode(), json, response.headers().map(), took);
    }
}
