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
    private final List<TransactionSlip> slips = new ArrayList<>();
    private int transactions;
    private boolean open;
    /** Where the script opened the transaction itself; 0 when a tool did, or when none is open. */
    private int begun;
    /** No ROLLBACK yet, so that it is known which transaction is open. */
    private boolean followed;

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
        return new Plan(dialect, Engine.NATIVE, Options.defaults(), plan.planned, List.of(), true, plan.slips);
    }

    private void add(Part part) throws PlanRefused {
        open = part.together();
        begun = 0;
        followed = true;
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
        if (open && begun > 0) {
            slip(part.file().path(), begun, TransactionSlip.Kind.NEVER_COMMITTED);
        }
    }

    private void slip(String path, int line, TransactionSlip.Kind kind) {
        if (followed) {
            slips.add(new TransactionSlip(path, line, kind));
        }
    }

    private void boundary(String word, SqlStatement statement, String path) {
        switch (word) {
            case "BEGIN", "START" -> {
                if (open) {
                    slip(path, statement.line(), TransactionSlip.Kind.BEGUN_TWICE);
                }
                if (!open || dialect != Dialect.POSTGRESQL) {
                    transactions++;
                    open = true;
                    begun = statement.line();
                }
            }
            case "COMMIT", "END" -> {
                if (open && begun == 0) {
                    slip(path, statement.line(), TransactionSlip.Kind.ENDS_THAT_OF_THE_TOOL);
                }
                transactions++;
                open = false;
                begun = 0;
            }
            case "SAVEPOINT", "RELEASE" -> {}
            // Autocommit off: what the session does from then on is a matter of its setting.
            case "SET" -> put(statement.text(), path, statement.line(), null);
            // ROLLBACK and PREPARE TRANSACTION: what stays and who holds the locks is not followed.
            default -> {
                followed = false;
                put(statement.text(), path, statement.line(), "what " + word + " undoes or keeps is not followed");
            }
        }
    }

    private void put(String sql, String path, int line, @Nullable String opaque) {
        planned.add(new PlannedStatement(planned.size(), sql, path, line, null, transaction(sql), opaque));
    }

    private int transaction(String sql) {
        if (dialect != Dialect.POSTGRESQL && IMPLICIT_COMMIT.matcher(sql).matches()) {
            transactions++;
            open = false;
            begun = 0;
            return transactions++;
        }
        if (open) {
            return transactions;
        }
        return OutsideTransaction.required(sql) ? PlannedStatement.NO_TRANSACTION : transactions++;
    }
}
