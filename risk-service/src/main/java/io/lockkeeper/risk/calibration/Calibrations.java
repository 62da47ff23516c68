package io.lockkeeper.risk.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockkeeper.risk.target.TargetConfig;
import io.lockkeeper.riskengine.facts.Calibration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Doorway: what finished runs showed goes in, what estimates of a target are multiplied by comes out. */
@ApplicationScoped
public class Calibrations {

    private static final Logger LOG = Logger.getLogger(Calibrations.class);

    private final ObservationStore observations;
    private final ObjectMapper json;
    private final boolean enabled;

    Calibrations(ObservationStore observations, ObjectMapper json, TargetConfig config) {
        this.observations = observations;
        this.json = json;
        enabled = config.calibration().enabled();
    }

    /** Of the target's latest finished runs; none where too few of them say anything, or it is switched off. */
    @Transactional
    public Calibration of(String target) {
        return enabled ? Calibration.of(observations.latestRatios(target)) : Calibration.NONE;
    }

    /** Stores what the run showed and returns it; nothing when its migration is not known here. */
    @Transactional
    List<Observation> learn(RunNews.Finished run) throws JsonProcessingException {
        Optional<ObservationStore.Reported> reported = migration(run).flatMap(observations::reported);
        if (reported.isEmpty()) {
            LOG.warn("a finished run of a migration that was not submitted here; nothing is learnt from it");
            return List.of();
        }
        JsonNode report = json.readTree(reported.get().report());
        List<Observation> learnt = new ArrayList<>();
        Expectation.of(report).forEach((statement, expected) -> {
            double observed = run.seconds().getOrDefault(statement, 0.0);
            if (observed > 0) {
                learnt.add(new Observation(
                        run.run(),
                        statement,
                        reported.get().migration(),
                        reported.get().target(),
                        expected.work(),
                        expected.seconds(),
                        observed,
                        run.at()));
            }
        });
        learnt.forEach(observations::insert);
        return learnt;
    }

    private static Optional<UUID> migration(RunNews.Finished run) {
        try {
            return Optional.of(UUID.fromString(run.migration()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
