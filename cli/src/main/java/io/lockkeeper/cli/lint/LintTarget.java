package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import io.lockkeeper.cli.TextInput;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.Yardstick;
import io.lockkeeper.riskengine.facts.DatabaseVersion;
import io.lockkeeper.riskengine.facts.FactsFile;
import io.lockkeeper.riskengine.facts.GivenFacts;
import io.lockkeeper.riskengine.facts.SchemaFile;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which database the migration is for. */
final class LintTarget {

    @Option(
            names = "--engine",
            paramLabel = "E",
            description = "The database: postgresql (also postgres, pg), mysql or mariadb. Default: postgresql")
    @Nullable
    String engine;

    @Option(
            names = "--engine-version",
            paramLabel = "V",
            description = {
                "Its version: PostgreSQL 12 to 18 (default 17), MySQL 8.0, 8.4 or 9 (default 8.4),",
                "MariaDB 10.6 to 11.8 or 12 (default 11.4). A part that is left out counts as the oldest."
            })
    @Nullable
    String engineVersion;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = {
                "Read version, sizes, columns and traffic from here: postgresql://user:password@host/database,",
                "mysql://… or a JDBC URL. Read-only, no lock above ACCESS SHARE. Without it the worst is assumed."
            })
    @Nullable
    String databaseUrl;

    @Option(
            names = "--schema",
            paramLabel = "F.sql",
            description = "Tables as they are: what pg_dump --schema-only or mysqldump --no-data print.")
    @Nullable
    Path schema;

    @Option(
            names = "--facts",
            paramLabel = "F.json",
            description =
                    "Sizes and traffic: {\"tables\": {\"public.big\": {\"rows\": 50000000, \"bytes\": 12000000000}}}.")
    @Nullable
    Path facts;

    @Option(
            names = "--judge-by",
            paramLabel = "F.json",
            description = {
                "Where levels begin, in seconds, and how fast the database has proved to be; what a report says in judgedBy:",
                "{\"thresholds\": {\"readsAndWritesBlocked\": {\"medium\": 1, \"high\": 10}, \"writesBlocked\": {\"high\": 60}}}."
            })
    @Nullable
    Path judgeBy;

    private @Nullable FactsFile told;

    /** @param before scripts that have run already, whose tables are there (Flyway); read like a schema file */
    LintSource source(Dialect dialect, Optional<SourceFile> before, PrintWriter err) {
        if (databaseUrl != null) {
            return LintSource.Live.of(DatabaseUrl.of(databaseUrl));
        }
        Optional<FactsFile> file = factsFile();
        DatabaseVersion version = version(dialect, file);
        GivenFacts given = new GivenFacts(dialect, version.version(), schemaFile(version, before, err), file);
        given.unmatched()
                .forEach(name ->
                        err.println(facts + ": " + name + " is no table of the schema; its facts are not used"));
        return new LintSource.Given(given);
    }

    /** From the option, the URL or the facts file; the tool decides when none of them says. */
    Dialect dialect(Dialect otherwise) {
        if (databaseUrl != null) {
            refuseBeside("--engine-version", engineVersion);
            refuseBeside("--schema", schema);
            refuseBeside("--facts", facts);
            Dialect live = DatabaseUrl.of(databaseUrl).dialect();
            if (engine != null && engine(engine) != live) {
                throw new Unusable("--engine " + engine + " contradicts --database-url, which is " + live.id());
            }
            return live;
        }
        Optional<Dialect> told = factsFile().flatMap(FactsFile::engine).map(LintTarget::engine);
        if (engine == null) {
            return told.orElse(otherwise);
        }
        Dialect asked = engine(engine);
        if (told.isPresent() && told.get() != asked) {
            throw new Unusable("--engine " + engine + " contradicts " + facts + ", which says "
                    + told.get().id());
        }
        return asked;
    }

    Yardstick yardstick() {
        if (judgeBy == null) {
            return Yardstick.defaults();
        }
        String name = judgeBy.toString();
        try {
            return Yardstick.parse(TextInput.read(name, judgeBy));
        } catch (PlanRefused refused) {
            throw new Unusable(refused.in(name).describe());
        }
    }

    private static void refuseBeside(String option, @Nullable Object value) {
        if (value != null) {
            throw new Unusable("--database-url tells what the target is: leave out " + option);
        }
    }

    private static Dialect engine(String text) {
        try {
            return DatabaseVersion.dialect(text);
        } catch (PlanRefused refused) {
            throw new Unusable(refused.describe());
        }
    }

    private DatabaseVersion version(Dialect dialect, Optional<FactsFile> file) {
        String said =
                engineVersion == null ? file.flatMap(FactsFile::engineVersion).orElse(null) : engineVersion;
        try {
            return said == null ? DatabaseVersion.of(dialect) : DatabaseVersion.of(dialect, said);
        } catch (PlanRefused refused) {
            throw new Unusable(refused.describe());
        }
    }

    private Optional<FactsFile> factsFile() {
        if (facts == null) {
            return Optional.empty();
        }
        // Read once: it may be a pipe.
        if (told != null) {
            return Optional.of(told);
        }
        try {
            told = FactsFile.parse(TextInput.read(facts.toString(), facts));
            return Optional.of(told);
        } catch (PlanRefused refused) {
            throw new Unusable(refused.in(facts.toString()).describe());
        }
    }

    private Optional<SchemaFile> schemaFile(DatabaseVersion version, Optional<SourceFile> before, PrintWriter err) {
        if (schema == null && before.isEmpty()) {
            return Optional.empty();
        }
        String shown = schema == null ? "the scripts that have run" : schema.toString();
        String ddl = (schema == null ? "" : TextInput.read(shown, schema) + "\n")
                + before.map(SourceFile::content).orElse("");
        try {
            SchemaFile read = RiskEngine.schema(new SourceFile(shown, ddl), version.dialect(), version.version());
            List<SchemaFile.Warning> warnings = read.warnings();
            warnings.forEach(w -> err.println(Escapes.line(shown + ":" + w.line() + ": " + w.message())));
            return Optional.of(read);
        } catch (PlanRefused refused) {
            throw new Unusable(refused.describe());
        }
    }
}
