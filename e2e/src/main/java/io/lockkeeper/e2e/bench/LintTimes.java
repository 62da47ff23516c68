package io.lockkeeper.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.e2e.demo.Api;
import io.lockkeeper.e2e.demo.Migrations;
import io.lockkeeper.e2e.demo.Stand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Times of {@code POST /v1/lint} for one client, with fifty statements that no request had before. */
final class LintTimes {

    private static final int STATEMENTS = 50;
    private static final Map<String, Object> TOLD = Map.of(
            "orders", Map.of("rows", 50_000_000, "bytes", 12_000_000_000L, "writesPerSecond", 800),
            "customers", Map.of("rows", 2_000_000, "bytes", 300_000_000, "writesPerSecond", 5));

    private final Api api = new Api();
    private final Stand stand;
    private final String script;
    private int number = 100;

    LintTimes(Stand stand) throws IOException {
        this.stand = stand;
        try (InputStream in = LintTimes.class.getResourceAsStream("/bench/lint.sql")) {
            if (in == null) {
                throw new IllegalStateException("no script of fifty statements");
            }
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Milliseconds of each of {@code n} requests, one after the other; the facts come with them, or from the target. */
    List<Double> measure(int n, boolean live) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Api.Answer answer = api.post(stand.risk().resolve("/v1/lint"), stand.ci(), body(live), Map.of());
            requireWhole(answer.expect(200));
            times.add(answer.took().toNanos() / 1e6);
        }
        return times;
    }

    private Map<String, Object> body(boolean live) {
        number++;
        String sql = script.replace("{n}", Integer.toString(number));
        Map<String, Object> body = new TreeMap<>(
                Map.of("engine", "native", "files", List.of(Map.of("path", "V" + number + ".sql", "content", sql))));
        if (live) {
            body.put("target", Migrations.TARGET);
        } else {
            body.put("tables", TOLD);
        }
        return body;
    }

    private static void requireWhole(JsonNode report) {
        if (report.path("statements").size() != STATEMENTS
                || !report.path("analysable").asBoolean()) {
            throw new IllegalStateException("the report is not of " + STATEMENTS + " statements that were all read");
        }
    }
}
