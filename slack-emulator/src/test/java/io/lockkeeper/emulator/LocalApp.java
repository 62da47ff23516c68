package io.lockkeeper.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lockkeeper.emulator.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app's interactivity endpoint: verifies the signature by its own means, keeps the payloads, answers as told. */
final class LocalApp implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String secret;
    private final List<JsonNode> payloads = new CopyOnWriteArrayList<>();
    private volatile Function<JsonNode, Reply> behaviour = payload -> Reply.empty();

    record Reply(int status, String body) {
        static Reply empty() {
            return new Reply(200, "");
        }

        static Reply json(String body) {
            return new Reply(200, body);
        }
    }

    LocalApp(String secret) throws IOException {
        this.secret = secret;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/slack/interactions", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/slack/interactions";
    }

    void answers(Function<JsonNode, Reply> with) {
        behaviour = with;
    }

    List<JsonNode> payloads() {
        return payloads;
    }

    JsonNode lastPayload() {
        return payloads.getLast();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Reply reply;
        if (!signed(exchange, body)) {
            reply = new Reply(401, "");
        } else {
            String form = new String(body, StandardCharsets.UTF_8);
            String json = URLDecoder.decode(form.substring("payload=".length()), StandardCharsets.UTF_8);
            JsonNode payload = Json.parse(json).orElseThrow();
            payloads.add(payload);
            reply = behaviour.apply(payload);
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private boolean signed(HttpExchange exchange, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String timestamp = exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp");
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            String expected = "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
            return expected.equals(exchange.getRequestHeaders().getFirst("X-Slack-Signature"));
        } catch (GeneralSecurityException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
