package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.ChangeLogParseException;
import liquibase.exception.LiquibaseException;
import liquibase.logging.core.NoOpLogService;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/**
 * A changelog, asked for its SQL offline: Liquibase's own parsers and generators over the submitted files alone.
 *
 * <p>Preconditions cannot be asked offline, so every changeset counts as running; contexts and labels are not filtered,
 * as in a run that names none. Calls are serialised, because Liquibase's scope is shared by the whole process.
 */
final class LiquibasePlan {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final String HELP =
            "Check the changelog with `liquibase update-sql`; every included file must be among the submitted ones.";

    private LiquibasePlan() {}

    static Plan of(Bundle bundle, Dialect dialect, Set<ChangesetId> alreadyRan) throws PlanRefused {
        ONE_AT_A_TIME.lock();
        try {
            return inScope(bundle, dialect, alreadyRan);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static Plan inScope(Bundle bundle, Dialect dialect, Set<ChangesetId> alreadyRan) throws PlanRefused {
        BundleResources resources = new BundleResources(bundle.files());
        Map<String, Object> scope = Map.of(
                Scope.Attr.resourceAccessor.name(),
                resources,
                Scope.Attr.logService.name(),
                new NoOpLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                GlobalConfiguration.SECURE_PARSING.getKey(),
                true,
                "liquibase.analytics.enabled",
                false);
        String entry = Objects.requireNonNull(bundle.entry());
        try {
            return Scope.child(scope, () -> plan(bundle, dialect, entry, resources, alreadyRan));
        } catch (PlanRefused e) {
            throw e;
        } catch (Exception e) {
            throw unreadable(entry, e);
        } catch (StackOverflowError e) {
            throw unreadable(entry, new ChangeLogParseException("it is nested too deeply or includes itself"));
        }
    }

    private static Plan plan(
            Bundle bundle, Dialect dialect, String entry, BundleResources resources, Set<ChangesetId> alreadyRan)
            throws PlanRefused, LiquibaseException {
        try (Database database = new PostgresDatabase()) {
            database.setConnection(new Unrecorded(resources));
            DatabaseChangeLog changelog = ChangeLogParserFactory.getInstance()
                    .getParser(entry, resources)
                    .parse(entry, new OwnParameters(database), resources);
            Set<ChangesetId> ran =
                    alreadyRan.stream().map(LiquibasePlan::normal).collect(Collectors.toSet());
            List<ChangesetId> skipped = new ArrayList<>();
            ChangesetStatements statements = new ChangesetStatements(bundle, dialect, database);
            Set<ChangesetId> seen = new HashSet<>();
            for (ChangeSet changeset : changelog.getChangeSets()) {
                ChangesetId id = new ChangesetId(changeset.getId(), changeset.getAuthor(), changeset.getFilePath());
                if (!seen.add(normal(id))) {
                    throw refused(
                            entry, "The changeset " + id + " is there twice", "Give each changeset an id of its own.");
                }
                boolean done = ran.contains(normal(id)) && !changeset.isAlwaysRun() && !changeset.isRunOnChange();
                if (done) {
                    skipped.add(id);
                } else if (applies(changeset, database)) {
                    statements.add(changeset, id);
                }
            }
            requireSomething(entry, seen, statements.planned(), skipped);
            return new Plan(dialect, bundle.engine(), bundle.options(), statements.planned(), skipped);
        }
    }

    private static boolean applies(ChangeSet changeset, Database database) {
        return !changeset.isIgnore()
                && !changeset.isInheritableIgnore()
                && DatabaseList.definitionMatches(changeset.getDbmsSet(), database, true);
    }

    private static void requireSomething(
            String entry, Set<ChangesetId> seen, List<PlannedStatement> planned, List<ChangesetId> skipped)
            throws PlanRefused {
        if (seen.isEmpty() || planned.isEmpty()) {
            String message = skipped.isEmpty()
                    ? "The changelog has no changeset that does anything here"
                    : "All changesets have already run on the target";
            throw new PlanRefused(
                    RefusalCode.EMPTY_SQL, entry, 0, message, "Submit a changelog with at least one new changeset.");
        }
    }

    private static ChangesetId normal(ChangesetId id) {
        String path =
                id.path().replace('\\', '/').replaceFirst("^classpath\\*?:", "").replaceFirst("^(?:\\./|/)+", "");
        return new ChangesetId(id.id(), id.author(), path.toLowerCase(Locale.ROOT));
    }

    private static PlanRefused unreadable(String entry, Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (cause instanceof ForeignParameter foreign) {
            return refused(
                    entry,
                    "The parameter ${" + foreign.name + "} is one of the server's environment, not of the changelog",
                    "Give it another name and define it by a property in the changelog.");
        }
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String shown = message.length() > 300 ? message.substring(0, 300) + "…" : message;
        return refused(entry, "The changelog cannot be read: " + shown, HELP);
    }

    static PlanRefused refused(@Nullable String file, String message, String help) {
        return new PlanRefused(RefusalCode.UNREADABLE_SQL, file, 0, message, help);
    }

    /** Keeps no changelog history: attaching would register one in a factory that lives as long as the process. */
    private static final class Unrecorded extends OfflineConnection {
        private Unrecorded(BundleResources resources) {
            super("offline:postgresql?version=17&outputLiquibaseSql=none", resources);
        }

        @Override
        public void attached(Database database) {}
    }

    /** Liquibase would also expand environment variables and system properties, which hold secrets of this process. */
    private static final class OwnParameters extends ChangeLogParameters {
        private static final Set<String> FOREIGN = foreign();

        private OwnParameters(Database database) {
            super(database);
        }

        @Override
        public @Nullable Object getValue(String key, DatabaseChangeLog changelog) {
            if (FOREIGN.contains(key.toLowerCase(Locale.ROOT))) {
                throw new ForeignParameter(key);
            }
            return super.getValue(key, changelog);
        }

        private static Set<String> foreign() {
            Set<String> names = new HashSet<>();
            System.getenv().keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
            System.getProperties().stringPropertyNames().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
            return names;
        }
    }

    private static final class ForeignParameter extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String name;

        private ForeignParameter(String name) {
            super("a parameter of the environment");
            this.name = name;
        }
    }
}
