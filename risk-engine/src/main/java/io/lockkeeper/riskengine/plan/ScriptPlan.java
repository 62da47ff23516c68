package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.SqlStatement;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scripts as a client runs them: each statement commits by itself, BEGIN … COMMIT makes one transaction of several. For
 * lint alone; a submission says its transactions by an option and may not hold these words.
 */
public final class ScriptPlan {
    /** What commits by itself on MySQL and MariaDB, and ends the transaction before it. */
    private static final Pattern IMPLICIT_COMMIT = Pattern.compile(
            "(?i)(?:alter|create|drop|truncate|rename|lock|unlock|grant|revoke|optimize|analyze|repair)\\b.*",
            Pattern.DOTALL);

    private final Dialect dialect;
    private final List<PlannedStatement> planned = new ArrayList<>();
    private int transactions;
    private boolean open;

    private ScriptPlan(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * One script.
     *
     * @param together the tool that runs it wraps it into one transaction
     * @param opaque why it is more than the SQL it shows; null when it is not
     */
    public record Part(
            SourceFile file, boolean together, @Nullable String opaque) {}

    /** @throws PlanRefused when a script cannot be split */
    public static Plan of(Dialect dialect, List<Part> parts) throws PlanRefused {
        ScriptPlan plan = new ScriptPlan(dialect);
        for (Part part : parts) {
            plan.add(part);
        }
        return new Plan(dialect, Engine.NATIVE, Options.defaults(), plan.planned, List.of());
    }

    private void add(Part part) throws PlanRefused {
        open = part.together();
        transactions++;
        if (part.opaque() != null) {
            put(part.file().path(), part.file().path(), 1, part.opaque());
            return;
        }
        for (SqlStatement statement : Script.split(part.file(), dialect)) {
            Optional<String> word = TransactionWords.of(statement, dialect);
            if (word.isEmpty()) {
                put(statement.text(), part.file().path(), statement.line(), null);
            } else {
                boundary(word.get(), statement, part.file().path());
            }
        }
    }

    private void boundary(String word, SqlStatement statement, String path) {
        switch (word) {
            case "BEGIN", "START" -> {
                if (!open) {
                    transactions++;
                    open = true;
                }
            }
            case "COMMIT", "END" -> {
                transactions++;
                open = false;
            }
            case "SAVEPOINT", "RELEASE" -> {}
            // ROLLBACK, PREPARE TRANSACTION, XA, autocommit: what stays and who holds the locks is not followed.
            default ->
                put(statement.text(), path, statement.line(), "what " + word + " undoes or keeps is not followed");
        }
    }

    private void put(String sql, String path, int line, @Nullable String opaque) {
        planned.add(new PlannedStatement(planned.size(), sql, path, line, null, transaction(sql), opaque));
    }

    private int transaction(String sql) {
        if (dialect != Dialect.POSTGRESQL && IMPLICIT_COMMIT.matcher(sql).matches()) {
            transactions++;
            open = false;
            return transactions++;
        }
        if (open) {
            return transactions;
        }
        return OutsideTransaction.required(sql) ? PlannedStatement.NO_TRANSACTION : transactions++;
    }
}
