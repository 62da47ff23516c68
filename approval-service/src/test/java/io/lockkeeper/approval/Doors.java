package io.lockkeeper.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hands of the people at both doors. Signs as Slack does, with code of its own. */
final class Doors {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final URI recorder;
    private final Clock clock;

    Doors(URI base, String slackBase, Clock clock) {
        this.base = base;
        this.recorder = URI.create(slackBase).resolve("/recorded");
        this.clock = clock;
    }

    /** A status and a body. */
    record Answer(int status, String body, String type) {
        String code() {
            return json().path("code").asText();
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }
    }

    Answer click(String who, String action, String migration, String subject) {
        return click(who, action, migration, subject, "C0MIGRATE");
    }

    Answer click(String who, String action, String migration, String subject, String channel) {
        return slack(payload(who, action, migration, subject, channel));
    }

    String payload(String who, String action, String migration, String subject, String channel) {
        ObjectNode payload = JSON.createObjectNode().put("type", "block_actions");
        payload.putObject("team").put("id", "T0LOCK");
        payload.putObject("user").put("id", slackId(who)).put("team_id", "T0LOCK");
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", "171.001")
                .put("channel_id", channel);
        payload.putObject("channel").put("id", channel);
        payload.put("trigger_id", UUID.randomUUID().toString());
        payload.putArray("actions")
                .addObject()
                .put("block_id", "lockkeeper_actions")
                .put("action_id", action)
                .put(
                        "value",
                        JSON.createObjectNode()
                                .put("m", migration)
                                .put("s", subject)
                                .toString());
        return payload.toString();
    }

    /** Sends off the modal that a click on Reject opened. */
    Answer giveReason(String who, String metadata, String reason) {
        ObjectNode payload = JSON.createObjectNode().put("type", "view_submission");
        payload.putObject("user").put("id", slackId(who)).put("team_id", "T0LOCK");
        ObjectNode view = payload.putObject("view").put("callback_id", "lockkeeper.reject");
        view.put("private_metadata", metadata).put("id", UUID.randomUUID().toString());
        view.putObject("state")
                .putObject("values")
                .putObject("reason")
                .putObject("lockkeeper.reason")
                .put("value", reason);
        return slack(payload.toString());
    }

    Answer slack(String payload) {
        byte[] body =
                ("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return slack(body, timestamp, sign(timestamp, body));
    }

    Answer slack(byte[] body, String timestamp, String signature) {
        return send(HttpRequest.newBuilder(base.resolve("/slack/interactions"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    static String sign(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    ApprovalTestResource.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    Answer decide(String token, String migration, String verdict, String comment, String subject) {
        ObjectNode body = JSON.createObjectNode()
                .put("verdict", verdict)
                .put("comment", comment)
                .put("subjectHash", subject);
        return post(token, "/v1/migrations/" + migration + "/decisions", body.toString());
    }

    Answer post(String token, String path, String body) {
        return send(authorized(token, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer get(String token, String path) {
        return send(authorized(token, path).GET());
    }

    Answer delete(String token, String path) {
        return send(authorized(token, path).DELETE());
    }

    /** The calls Slack got in which all of {@code words} occur. */
    List<String> slackGot(String... words) {
        return send(HttpRequest.newBuilder(recorder).GET())
                .body()
                .lines()
                .filter(line -> List.of(words).stream().allMatch(line::contains))
                .toList();
    }

    static String slackId(String who) {
        return "U0" + who.toUpperCase(Locale.ROOT);
    }

    private HttpRequest.Builder authorized(String token, String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer token-of-" + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(""));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
