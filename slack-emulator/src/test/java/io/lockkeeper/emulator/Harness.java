package io.lockkeeper.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import io.lockkeeper.emulator.api.RateLimits;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.workspace.WorkspaceFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An emulator on a free port, an app behind it, Slack's own client before it, and plain HTTP for the driver. */
final class Harness implements AutoCloseable {
    static final String TOKEN = "xoxb-test-token";
    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    final TestClock clock = new TestClock();
    final LocalApp app;
    final Emulator emulator;
    final Slack slack;
    private final HttpClient http = HttpClient.newHttpClient();

    private Harness(boolean limited, int burst) throws IOException {
        app = new LocalApp(SECRET);
        emulator = Emulator.start(
                WorkspaceFile.local(TOKEN, SECRET, app.url()),
                "127.0.0.1",
                0,
                "",
                limited ? RateLimits.of(clock, burst) : RateLimits.off(clock),
                clock);
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(emulator.url() + "/api/");
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        slack = Slack.getInstance(config);
    }

    static Harness unlimited() throws IOException {
        return new Harness(false, 0);
    }

    static Harness limited(int burst) throws IOException {
        return new Harness(true, burst);
    }

    MethodsClient client() {
        return slack.methods(TOKEN);
    }

    HttpResponse<String> post(String path, String contentType, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(emulator.url() + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode drive(String path, String json) throws IOException, InterruptedException {
        return Json.parse(post("/emulator/" + path, "application/json", json).body())
                .orElseThrow();
    }

    String get(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(emulator.url() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    JsonNode getJson(String path) throws IOException, InterruptedException {
        return Json.parse(get(path)).orElseThrow();
    }

    @Override
    public void close() throws Exception {
        slack.close();
        emulator.close();
        app.close();
        http.close();
    }
}
