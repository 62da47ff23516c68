package io.lockkeeper.risk.calibration;

import io.lockkeeper.riskengine.facts.Calibration;
import io.lockkeeper.riskengine.report.Work;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of table {@code observation}, and the reports they are compared with. */
@ApplicationScoped
class ObservationStore implements PanacheRepositoryBase<ObservationEntity, ObservationEntity.Key> {

    /** A few rows of the index for each kind of work, however many runs a target has had. */
    private static final String LATEST = """
            SELECT w.work, o.observed_seconds / o.expected_seconds
            FROM unnest(string_to_array(:works, ',')) AS w (work)
            CROSS JOIN LATERAL (SELECT * FROM observation
                                WHERE target = :target AND observation.work = w.work
                                ORDER BY observed_at DESC LIMIT :last) o
            ORDER BY w.work, o.observed_at DESC, o.run_id, o.statement_index""";

    private static final String WORKS =
            String.join(",", Arrays.stream(Work.values()).map(Work::id).toList());

    /** What a migration was estimated to do, and where. */
    record Reported(UUID migration, String target, String report) {}

    Optional<Reported> reported(UUID migration) {
        List<?> rows = getEntityManager()
                .createNativeQuery("SELECT target, report FROM migration WHERE id = :id", Object[].class)
                .setParameter("id", migration)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Reported(migration, (String) row[0], (String) row[1]))
                .findFirst();
    }

    void insert(Observation observation) {
        ObservationEntity row = new ObservationEntity();
        row.key = new ObservationEntity.Key(observation.run(), observation.statement());
        row.migrationId = observation.migration();
        row.target = observation.target();
        row.work = observation.work().id();
        row.expected = observation.expected();
        row.observed = observation.observed();
        row.at = observation.at();
        persist(row);
    }

    /** Observed ÷ expected seconds, the latest first. */
    Map<Work, List<Double>> latestRatios(String target) {
        List<?> rows = getEntityManager()
                .createNativeQuery(LATEST, Object[].class)
                .setParameter("works", WORKS)
                .setParameter("target", target)
                .setParameter("last", Calibration.LAST)
                .getResultList();
        Map<Work, List<Double>> ratios = new EnumMap<>(Work.class);
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            ratios.computeIfAbsent(Work.of((String) row[0]).orElseThrow(), work -> new ArrayList<>())
                    .add(((Number) row[1]).doubleValue());
        }
        return ratios;
    }
}
