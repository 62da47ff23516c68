package io.lockkeeper.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lockkeeper.cli.Lockkeeper.Unusable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** One service's REST API. Whatever is no JSON answer is {@link Unusable}. */
final class Api {

    static final JsonMapper JSON = new JsonMapper();

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI base;
    private final Optional<String> token;

    Api(URI base, Optional<String> token) {
        if (base.getHost() == null || !(("http").equals(base.getScheme()) || "https".equals(base.getScheme()))) {
            throw new Unusable("--url must be an http or https address, such as http://127.0.0.1:8084");
        }
        this.base = base;
        this.token = token;
    }

    record Answer(int status, JsonNode body) {

        boolean isGood() {
            return status / 100 == 2;
        }

        /** The problem's detail and help, for a person. */
        String problem() {
            String detail = body.path("detail").asText(body.path("title").asText("no reason given"));
            String help = body.path("help").asText("");
            return detail + (help.isEmpty() ? "" : " " + help) + " ["
                    + body.path("code").asText("HTTP " + status) + "]";
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, byte[] json, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json)));
    }

    private HttpRequest.Builder request(String path) {
        String root = base.toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path))
                .timeout(ANSWER)
                .header("Accept", "application/json");
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), read(response));
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new Unusable(base + " did not answer: " + why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("interrupted");
        }
    }

    private JsonNode read(HttpResponse<byte[]> response) throws IOException {
        try {
            JsonNode body = JSON.readTree(response.body());
            return body == null ? JSON.missingNode() : body;
        } catch (JsonProcessingException e) {
            throw new Unusable(base + " answered " + response.statusCode() + " with something that is not JSON");
        }
    }
}
