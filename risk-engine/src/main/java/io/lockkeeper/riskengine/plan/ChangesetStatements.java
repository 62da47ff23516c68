package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.SqlStatement;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import liquibase.change.Change;
import liquibase.change.core.CreateProcedureChange;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.OutputChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Changesets → statements, exactly as Liquibase would send them; what is more than SQL is marked opaque. */
final class ChangesetStatements {
    private final Bundle bundle;
    private final Dialect dialect;
    private final Database database;
    private final List<PlannedStatement> planned = new ArrayList<>();
    private int transactions;

    ChangesetStatements(Bundle bundle, Dialect dialect, Database database) {
        this.bundle = bundle;
        this.dialect = dialect;
        this.database = database;
    }

    List<PlannedStatement> planned() {
        return planned;
    }

    /** One transaction per changeset, unless it says that it wants none. */
    void add(ChangeSet changeset, ChangesetId id) throws PlanRefused {
        int transaction = changeset.isRunInTransaction() ? transactions++ : PlannedStatement.NO_TRANSACTION;
        String opaque = opaque(changeset);
        if (opaque != null) {
            put("liquibase changeset", id, transaction, opaque, 0);
        }
        for (Change change : changeset.getChanges()) {
            if (!(change instanceof EmptyChange) && !(change instanceof OutputChange)) {
                add(change, changeset, id, transaction);
            }
        }
    }

    private void add(Change change, ChangeSet changeset, ChangesetId id, int transaction) throws PlanRefused {
        String name = change.getSerializedObjectName();
        String opaque = opaque(change);
        if (opaque != null) {
            put("liquibase change " + name, id, transaction, opaque, 0);
            return;
        }
        requireValid(change, id, name);
        Sql[] generated = SqlGeneratorFactory.getInstance().generateSql(change, database);
        if (generated.length == 0) {
            put(
                    "liquibase change " + name,
                    id,
                    transaction,
                    "the change " + name + " gives no SQL that could be read",
                    0);
        }
        for (Sql sql : generated) {
            split(sql.toSql(), change, changeset, id, transaction);
        }
    }

    private void requireValid(Change change, ChangesetId id, String name) throws PlanRefused {
        ValidationErrors errors = change.validate(database);
        if (errors.hasErrors()) {
            throw LiquibasePlan.refused(
                    id.path(),
                    "The change " + name + " of changeset " + id + " is not valid: "
                            + String.join("; ", errors.getErrorMessages()),
                    "Correct the change.");
        }
    }

    /** Liquibase sends each piece as it is; a piece may still hold several statements, or a torn one. */
    private void split(String sql, Change change, ChangeSet changeset, ChangesetId id, int transaction)
            throws PlanRefused {
        List<SqlStatement> statements;
        try {
            statements = Script.split(sql, dialect);
        } catch (PlanRefused e) {
            if (e.code() == RefusalCode.EMPTY_SQL) {
                return;
            }
            boolean torn = e.code() == RefusalCode.UNTERMINATED && !(change instanceof CreateProcedureChange);
            throw new PlanRefused(
                    e.code(),
                    id.path(),
                    0,
                    "In changeset " + id + ": " + e.getMessage()
                            + (torn ? " (Liquibase splits SQL at semicolons, also inside of bodies)" : ""),
                    torn ? "Set splitStatements to false for this SQL. " + e.help() : e.help());
        }
        for (SqlStatement statement : statements) {
            TransactionWords.refuse(statement, dialect, id.path(), line(statement.text(), changeset));
            put(statement.text(), id, transaction, null, line(statement.text(), changeset));
        }
    }

    private void put(String sql, ChangesetId id, int transaction, @Nullable String opaque, int line) {
        planned.add(new PlannedStatement(planned.size(), sql, id.path(), line, id, transaction, opaque));
    }

    /** Where the text stands in the submitted file; 0 when it was generated, or stands there twice. */
    private int line(String sql, ChangeSet changeset) {
        for (SourceFile file : bundle.files()) {
            int at =
                    file.path().equals(changeset.getFilePath()) ? file.content().indexOf(sql) : -1;
            if (at >= 0 && file.content().indexOf(sql, at + 1) < 0) {
                return (int) file.content().substring(0, at).lines().count() + (startsLine(file.content(), at) ? 1 : 0);
            }
        }
        return 0;
    }

    private static boolean startsLine(String content, int at) {
        return at == 0 || content.charAt(at - 1) == '\n';
    }

    private @Nullable String opaque(Change change) {
        String name = change.getSerializedObjectName();
        boolean sql = change.getClass().getName().startsWith("liquibase.change.core.");
        if (!sql
                || change instanceof LoadDataChange
                || change instanceof TagDatabaseChange
                || Set.of("executeCommand", "stop", "mergeColumns", "dropAllForeignKeyConstraints")
                        .contains(name)) {
            return "the change " + name + " does more than the SQL it shows";
        }
        return change.generateStatementsVolatile(database)
                ? "the change " + name + " asks the live database what to do"
                : null;
    }

    private static @Nullable String opaque(ChangeSet changeset) {
        String runWith = changeset.getRunWith();
        if (runWith != null && !runWith.toLowerCase(Locale.ROOT).equals("jdbc")) {
            return "the changeset runs with another tool (" + runWith + ")";
        }
        if (!changeset.getSqlVisitors().isEmpty()) {
            return "the changeset modifies its SQL afterwards (modifySql)";
        }
        return changeset.getPreconditions() != null && !onlyLooks(changeset.getPreconditions())
                ? "the changeset has a precondition that runs SQL or code"
                : null;
    }

    private static boolean onlyLooks(Precondition precondition) {
        if (precondition instanceof PreconditionLogic logic) {
            return logic.getNestedPreconditions().stream().allMatch(ChangesetStatements::onlyLooks);
        }
        String name = precondition.getClass().getName();
        return name.startsWith("liquibase.precondition.core.") && !name.endsWith(".SqlPrecondition");
    }
}
