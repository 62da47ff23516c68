package io.lockkeeper.riskengine.onlineddl;

import io.lockkeeper.riskengine.RealMysqls;
import io.lockkeeper.riskengine.RealMysqls.Named;
import io.lockkeeper.riskengine.facts.TargetFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the reports claim must be what the servers do: for every row of measured.tsv, facts are read from a live table of its
 * kind, the statement is assessed on them, and algorithm, lock and rebuild are compared. That the rows are true is the matter
 * of {@link OnlineDdlIT}; the statements of live.tsv, which no row was a model for, are measured here and now.
 */
class MysqlClaimsIT {
    /** Claimed dearer than they are, on purpose, since what makes them cheap cannot be known: shape → what that is. */
    private static final Map<String, String> DEARER = Map.of(
            "B17 ALTER TABLE t DROP INDEX ka, ADD INDEX ka2 (a)",
            "that neither key holds only the beginning of a column",
            "M24 ALTER TABLE t MODIFY gv INT AS (a + 1) VIRTUAL FIRST",
            "that the expression stays the same",
            "M24 ALTER TABLE t MODIFY gs INT AS (a + 1) STORED FIRST",
            "that the expression stays the same",
            "M53 ALTER TABLE t ENCRYPTION='N'",
            "that the table is not encrypted");

    static Stream<Named> servers() {
        return RealMysqls.all().stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void claimsAreWhatTheServerDoes(Named server) throws SQLException {
        // given
        ServerVersion version;
        try (Connection connection = server.server().connect()) {
            version = ServerVersion.of(connection);
        }
        LiveKinds kinds = new LiveKinds(server, "claims_");
        Map<String, Optional<TargetFacts>> facts = new HashMap<>();
        List<String> disagreements = new ArrayList<>();
        int compared = 0;
        int unread = 0;
        int refused = 0;
        int dearer = 0;

        // when
        for (Measurement row : Measured.nearest(version)) {
            Optional<Claim> observed = Claim.observed(row);
            if (observed.isEmpty()) {
                refused++;
                continue;
            }
            String kind = row.shape().kind();
            if (!facts.containsKey(kind)) {
                facts.put(kind, kinds.facts(kind));
            }
            Optional<Claim> claimed =
                    facts.getOrDefault(kind, Optional.empty()).flatMap(known -> Claim.of(row.shape(), known));
            if (claimed.isEmpty()) {
                unread++;
                continue;
            }
            compared++;
            boolean agrees = claimed.get().agrees(observed.get());
            if (DEARER.containsKey(row.shape().id() + " " + row.shape().statement())) {
                dearer++;
                assertThat(claimed.get().dearerThan(observed.get()))
                        .as("claimed dearer: " + row.shape())
                        .isTrue();
            } else if (!agrees) {
                disagreements.add("%s [%s] %s: claimed %s, observed %s"
                        .formatted(row.shape().id(), kind, row.shape().statement(), claimed.get(), observed.get()));
            }
        }

        // then
        System.out.printf(
                "CLAIMS on %s: %d kinds of table, %d compared, %d disagree, %d knowingly dearer, %d refused by the server,"
                        + " %d without a claim%n",
                server, facts.size(), compared, disagreements.size(), dearer, refused, unread);
        assertThat(disagreements).isEmpty();
        assertThat(compared).isGreaterThan(400);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void claimsHoldForStatementsThatNoRowWasAModelFor(Named server) throws SQLException {
        // given
        Oracle oracle = Oracle.of(server.server());
        LiveKinds kinds = new LiveKinds(server, "live_");
        List<Shape> shapes = Resources.text("live.tsv")
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Shape("live", cells[0], cells[1]))
                .toList();
        Map<String, TargetFacts> facts = new HashMap<>();
        List<String> disagreements = new ArrayList<>();
        int compared = 0;

        // when
        for (Shape shape : shapes) {
            if (!facts.containsKey(shape.kind())) {
                facts.put(shape.kind(), kinds.facts(shape.kind()).orElseThrow());
            }
            Claim claimed = Claim.of(shape, Objects.requireNonNull(facts.get(shape.kind())))
                    .orElseThrow();
            Optional<Claim> measured = Claim.observed(oracle.measure(shape));
            if (measured.isEmpty()) {
                continue; // The server refuses it.
            }
            Claim observed = measured.get();
            compared++;
            if (!claimed.agrees(observed)) {
                disagreements.add(shape + ": claimed " + claimed + ", observed " + observed);
            }
        }

        // then
        System.out.printf("LIVE CLAIMS on %s: %d compared, %d disagree%n", server, compared, disagreements.size());
        assertThat(disagreements).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(shapes.size() - 2);
    }
}
