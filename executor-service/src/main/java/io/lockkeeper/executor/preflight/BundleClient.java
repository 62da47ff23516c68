package io.lockkeeper.executor.preflight;

import io.lockkeeper.executor.config.ExecutorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Fetches bundles from risk-service. What it returns is only bytes: whoever uses them verifies the hash. */
@ApplicationScoped
class BundleClient {

    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final ExecutorConfig.Risk config;
    private final HttpClient http;

    BundleClient(ExecutorConfig config) {
        this.config = config.risk();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(this.config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** No bundle; the message says why and holds no secret. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        Unavailable(String message) {
            super(message);
        }
    }

    /** Tries again while risk-service cannot be reached or is overloaded; any other answer is final. */
    byte[] fetch(String hash) throws Unavailable {
        if (!HASH.matcher(hash).matches()) {
            throw new Unavailable("the grant names no bundle");
        }
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            String trouble;
            try {
                HttpResponse<InputStream> answer = http.send(request(hash), HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    if (answer.statusCode() == 200) {
                        return bounded(body);
                    }
                }
                trouble = "risk-service answered " + answer.statusCode();
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    throw new Unavailable(trouble);
                }
            } catch (IOException e) {
                trouble = "risk-service could not be reached (" + e.getClass().getSimpleName() + ")";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable("interrupted while the bundle was fetched");
            }
            if (attempt >= config.attempts()) {
                throw new Unavailable(trouble + ", " + attempt + " times");
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2);
        }
    }

    private HttpRequest request(String hash) {
        String base = config.baseUrl().toString();
        String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return HttpRequest.newBuilder(URI.create(root + "/v1/bundles/" + hash))
                .timeout(config.timeout())
                .header("Authorization", "Bearer " + config.token())
                .header("Accept", "application/json")
                .GET()
                .build();
    }

    private byte[] bounded(InputStream body) throws IOException, Unavailable {
        byte[] bytes = body.readNBytes(config.maxBundleBytes() + 1);
        if (bytes.length > config.maxBundleBytes()) {
            throw new Unavailable("the bundle is larger than " + config.maxBundleBytes() + " bytes");
        }
        return bytes;
    }
}
