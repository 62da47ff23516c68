package io.lockkeeper.risk.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.report.Work;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a stored report expected of one statement. Only a statement with one operation and one kind of work can be compared:
 * of several nobody knows which of them took the time.
 *
 * @param seconds before any calibration; several tables may share them, as both ends of a foreign key do
 */
record Expectation(Work work, double seconds) {

    /** Below this, what took the time is the catalog, the network and the journal, and not the table. */
    private static final double SHORTEST = 0.1;

    /** By position of the statement. */
    static Map<Integer, Expectation> of(JsonNode report) {
        Map<Integer, Expectation> all = new HashMap<>();
        report.path("statements").forEach(statement -> ofStatement(statement)
                .ifPresent(expected -> all.put(statement.path("index").asInt(-1), expected)));
        return all;
    }

    private static Optional<Expectation> ofStatement(JsonNode statement) {
        Map<Work, Double> seconds = new HashMap<>();
        for (JsonNode effect : statement.path("effects")) {
            for (JsonNode basis : effect.path("estimate").path("basis")) {
                Work.of(basis.path("work").asText())
                        .ifPresent(work ->
                                seconds.merge(work, basis.path("seconds").asDouble(), Math::max));
            }
        }
        if (statement.path("operations").size() != 1 || seconds.size() != 1) {
            return Optional.empty();
        }
        return seconds.entrySet().stream()
                .map(only -> new Expectation(only.getKey(), only.getValue()))
                .filter(expected -> expected.seconds() >= SHORTEST)
                .findFirst();
    }
}
