package io.lockkeeper.risk.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.riskengine.facts.FactsFile;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/lint}: a submission, and in place of its target what is known of a database that nobody asks.
 *
 * @param database engine and version; PostgreSQL 17 where nobody says
 * @param schema the tables as they are, as DDL
 * @param tables sizes and traffic by table, as in a facts file
 * @param sessionTimeZone of the session that runs the migration
 * @param sqlMode of the same; MySQL and MariaDB
 */
record LintRequest(
        @Nullable String version,
        @Nullable String target,
        @Nullable String engine,
        Submission.@Nullable Options options,
        @Nullable String submitter,
        @Nullable String entry,
        @Nullable List<Submission.File> files,
        @Nullable String diffUrl,
        @Nullable Database database,
        @Nullable String schema,
        @Nullable JsonNode tables,
        @Nullable String sessionTimeZone,
        @Nullable String sqlMode) {

    private static final int MAX_TABLES = 5_000;
    private static final int MAX_NAME = 300;

    record Database(@Nullable String engine, @Nullable String version) {}

    Submission submission() {
        return new Submission(version, target, engine, options, submitter, entry, files, diffUrl);
    }

    boolean live() {
        return target != null;
    }

    /** A live target is asked itself: what the caller says of it besides could only make the answer wrong. */
    LintRequest requireNothingTold() {
        refuseBesideTarget("database", database);
        refuseBesideTarget("schema", schema);
        refuseBesideTarget("tables", tables);
        refuseBesideTarget("sessionTimeZone", sessionTimeZone);
        refuseBesideTarget("sqlMode", sqlMode);
        return this;
    }

    private static void refuseBesideTarget(String field, @Nullable Object value) {
        if (value != null) {
            throw Refusal.invalid("'" + field + "' cannot be told beside 'target', whose facts are read from the target"
                    + " itself; leave out one of the two");
        }
    }

    /** @throws PlanRefused with the path of what is wrong, such as {@code $.tables["public.big"].rows} */
    Optional<FactsFile> told() throws PlanRefused {
        if (tables == null && sessionTimeZone == null && sqlMode == null) {
            return Optional.empty();
        }
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        if (tables != null) {
            facts.set("tables", sized(tables));
        }
        if (sessionTimeZone != null) {
            facts.put("sessionTimeZone", sessionTimeZone);
        }
        if (sqlMode != null) {
            facts.put("sqlMode", sqlMode);
        }
        return Optional.of(FactsFile.of(facts));
    }

    private static JsonNode sized(JsonNode tables) throws PlanRefused {
        if (tables.size() > MAX_TABLES) {
            throw new PlanRefused(
                    RefusalCode.TOO_LARGE,
                    null,
                    0,
                    "$.tables: " + tables.size() + " tables, more than " + MAX_TABLES,
                    "Name only the tables that the migration touches.");
        }
        for (Iterator<String> names = tables.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.length() > MAX_NAME) {
                throw new PlanRefused(
                        RefusalCode.TOO_LARGE,
                        null,
                        0,
                        "$.tables: a name of " + name.length() + " characters, more than " + MAX_NAME,
                        "Name the table as table, or as schema.table.");
            }
        }
        return tables;
    }
}
