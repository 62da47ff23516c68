package io.lockkeeper.risk.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.risk.target.Levels;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.Yardstick;
import io.lockkeeper.riskengine.facts.Calibration;
import io.lockkeeper.riskengine.facts.DatabaseVersion;
import io.lockkeeper.riskengine.facts.FactsFile;
import io.lockkeeper.riskengine.facts.GivenFacts;
import io.lockkeeper.riskengine.facts.SchemaFile;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.Planner;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a migration for a database that nobody asks: by what the request tells, and by the worst for the rest. */
@ApplicationScoped
class OfflineLint {

    private static final String SCHEMA = "schema";

    private final ObjectMapper json;
    private final Yardstick yardstick;

    OfflineLint(ObjectMapper json, Levels levels) {
        this.json = json;
        yardstick = new Yardstick(levels.everywhere(), Calibration.NONE);
    }

    /**
     * The report's JSON; what could not be read of the schema is in its member {@code warnings}.
     *
     * @throws io.lockkeeper.edge.ProblemException when the request is refused
     */
    @Timed(
            value = "lockkeeper.lint.offline",
            description = "Time to classify one migration by told facts",
            histogram = true)
    String lint(LintRequest request) {
        try {
            DatabaseVersion version = version(request.database());
            Optional<SchemaFile> schema = schema(request.schema(), version);
            Optional<FactsFile> told = request.told();
            Plan plan = Planner.plan(Bundles.of(request.submission()), version.dialect(), Set.of());
            Bundles.requireSize(plan);
            GivenFacts given = new GivenFacts(version.dialect(), version.version(), schema, told);
            TargetFacts facts = given.of(RiskEngine.names(plan));
            Report report = given.graded(RiskEngine.assess(plan, facts, yardstick), facts);
            return withWarnings(report, warnings(given));
        } catch (PlanRefused refused) {
            throw Refusal.of(refused);
        }
    }

    private static DatabaseVersion version(LintRequest.@Nullable Database database) throws PlanRefused {
        String engine = database == null ? null : database.engine();
        String version = database == null ? null : database.version();
        Dialect dialect = engine == null ? Dialect.POSTGRESQL : DatabaseVersion.dialect(engine);
        return version == null ? DatabaseVersion.of(dialect) : DatabaseVersion.of(dialect, version);
    }

    private static Optional<SchemaFile> schema(@Nullable String ddl, DatabaseVersion version) throws PlanRefused {
        if (ddl == null) {
            return Optional.empty();
        }
        return Optional.of(RiskEngine.schema(new SourceFile(SCHEMA, ddl), version.dialect(), version.version()));
    }

    private static List<String> warnings(GivenFacts given) {
        List<String> warnings = new ArrayList<>();
        given.schema().ifPresent(schema -> schema.warnings()
                .forEach(w -> warnings.add(SCHEMA + ":" + w.line() + ": " + w.message())));
        given.unmatched()
                .forEach(
                        name -> warnings.add("tables: " + name + " is no table of the schema; its facts are not used"));
        return warnings;
    }

    private String withWarnings(Report report, List<String> warnings) {
        if (warnings.isEmpty()) {
            return report.json();
        }
        try {
            ObjectNode answer = (ObjectNode) json.readTree(report.json());
            ArrayNode list = answer.putArray("warnings");
            warnings.forEach(list::add);
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is no JSON", e);
        }
    }
}
