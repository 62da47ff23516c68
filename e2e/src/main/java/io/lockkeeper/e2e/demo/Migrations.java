package io.lockkeeper.e2e.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What CI and a reader do by REST: submit, read state, timeline, audit; and the freezes an operator sets. */
public final class Migrations {

    public static final String TARGET = "shop-production";
    private static final Set<String> ENDS =
            Set.of("SUCCEEDED", "FAILED", "ABORTED", "REJECTED", "EXPIRED", "WITHDRAWN", "OUTCOME_UNKNOWN");

    private final Api api;
    private final Stand stand;

    public Migrations(Api api, Stand stand) {
        this.api = api;
        this.stand = stand;
    }

    /** Body of a submission of one of the stories in the class path. */
    public static Map<String, Object> body(String version, String engine, String story, String file) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "version",
                version,
                "target",
                TARGET,
                "engine",
                engine,
                "submitter",
                "alice",
                "diffUrl",
                "https://git.example.com/shop/schema/pull/" + Math.floorMod(version.hashCode(), 1000),
                "files",
                List.of(Map.of("path", file, "content", resource("/stories/" + story + "/" + file)))));
        if (engine.equals("liquibase")) {
            body.put("entry", file);
        }
        return body;
    }

    public Api.Answer submit(Map<String, Object> body) throws IOException, InterruptedException {
        return api.post(
                stand.risk().resolve("/v1/migrations"),
                stand.ci(),
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    public String state(String migration) throws IOException, InterruptedException {
        Api.Answer answer = api.get(stand.progress().resolve("/v1/migrations/" + migration), stand.reader());
        return answer.status() == 404 ? "" : answer.expect(200).path("state").asText();
    }

    /** The state, if it is final. */
    public Optional<String> end(String migration) throws IOException, InterruptedException {
        return Optional.of(state(migration)).filter(ENDS::contains);
    }

    public JsonNode timeline(String migration) throws IOException, InterruptedException {
        return api.get(stand.progress().resolve("/v1/migrations/" + migration + "/timeline"), stand.reader())
                .expect(200);
    }

    public JsonNode auditVerification() throws IOException, InterruptedException {
        return api.get(stand.progress().resolve("/v1/audit/verification"), stand.reader())
                .expect(200);
    }

    public JsonNode freeze(String reason, String from, String until) throws IOException, InterruptedException {
        Api.Answer answer = api.post(
                stand.approval().resolve("/v1/freezes"),
                stand.operator(),
                Map.of("reason", reason, "from", from, "until", until, "targets", List.of(TARGET)),
                Map.of());
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("the freeze was refused: " + answer);
        }
        return answer.json();
    }

    public void endFreeze(String id) throws IOException, InterruptedException {
        Api.Answer answer = api.delete(stand.approval().resolve("/v1/freezes/" + id), stand.operator());
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("the freeze was not ended: " + answer);
        }
    }

    /** Page of the plan, as the card links it. */
    public URI plan(String migration) {
        return stand.risk().resolve("/v1/migrations/" + migration + "/plan");
    }

    private static String resource(String path) {
        try (InputStream in = Migrations.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no story at " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
