package io.lockkeeper.approval;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Slack's Web API as far as this service calls it: answers on the loopback interface, insists on the bot token and the
 * arguments, and remembers every call. Other class loaders read them at {@code /recorded}, one per line.
 */
final class SlackRecorder {

    static final String TOKEN = "xoxb-recorder";

    /** A channel in which every call fails, as Slack does on a bad day. */
    static final String BROKEN_CHANNEL = "C0BROKEN";

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "chat.postEphemeral", Set.of("channel", "user", "text"),
            "views.open", Set.of("trigger_id", "view"),
            "usergroups.users.list", Set.of("usergroup"));

    private final HttpServer server;
    private final List<String> recorded = new CopyOnWriteArrayList<>();

    SlackRecorder() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/", this::answer);
        server.createContext("/recorded", exchange -> send(exchange, 200, String.join("\n", recorded)));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        Map<String, String> form = form(exchange);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
        } else if (!REQUIRED.containsKey(method)) {
            send(exchange, 200, "{\"ok\":false,\"error\":\"unknown_method\"}");
        } else if (!form.keySet().containsAll(REQUIRED.get(method))) {
            send(exchange, 200, "{\"ok\":false,\"error\":\"invalid_arguments\"}");
        } else {
            recorded.add(method + " " + form);
            if (form.containsValue(BROKEN_CHANNEL)) {
                send(exchange, 503, "upstream is away");
            } else {
                send(exchange, 200, "{\"ok\":true,\"users\":[\"U0GRETA\"]}");
            }
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                form.put(
                        parts[0],
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8).replace('\n', ' '));
            }
        }
        return form;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
