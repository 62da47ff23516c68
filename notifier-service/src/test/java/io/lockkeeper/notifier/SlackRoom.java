package io.lockkeeper.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is in the emulator's channel, and the faults it is told to have. */
final class SlackRoom {

    static final String CHANNEL = "C0MIGRATE";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    SlackRoom(String url) {
        this.url = url;
    }

    /** The cards of a migration: one, or something is wrong. */
    List<JsonNode> cards(String migrationId) {
        return messages("lockkeeper_card", migrationId);
    }

    List<JsonNode> replies(String migrationId) {
        return messages("lockkeeper_reply", migrationId);
    }

    private List<JsonNode> messages(String type, String migrationId) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode message : get("/emulator/messages?channel=" + CHANNEL).path("messages")) {
            JsonNode metadata = message.path("metadata");
            if (metadata.path("event_type").asText().equals(type)
                    && metadata.path("event_payload")
                            .path("migration_id")
                            .asText()
                            .equals(migrationId)) {
                found.add(message);
            }
        }
        return found;
    }

    void fault(String method, String kind, int times) {
        post("/emulator/faults", "{\"method\":\"%s\",\"kind\":\"%s\",\"times\":%d}".formatted(method, kind, times));
    }

    void noFaults() {
        send(request("/emulator/faults").DELETE().build());
    }

    void delete(String ts, String token) {
        post(
                "/api/chat.delete",
                "{\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(CHANNEL, ts),
                "Authorization",
                "Bearer " + token);
    }

    private JsonNode get(String path) {
        return send(request(path).build());
    }

    private JsonNode post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(10));
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode json = JSON.readTree(answer.body());
            if (!json.path("ok").asBoolean()) {
                throw new IllegalStateException("the emulator refused " + request.uri() + ": " + json);
            }
            return json;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
