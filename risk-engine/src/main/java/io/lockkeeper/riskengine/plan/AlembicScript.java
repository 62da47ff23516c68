package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code alembic upgrade --sql} prints: its BEGIN and COMMIT are the transactions, its own table is not assessed. */
public final class AlembicScript {
    private static final Pattern OUTPUT = Pattern.compile(
            "(?is).*^-- Running (?:upgrade|downgrade)\\b.*\\balembic_version\\b.*", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern BOOKKEEPING = Pattern.compile(
            "(?is)\\s*(?:create\\s+table|insert\\s+into|update|delete\\s+from|drop\\s+table)\\s+(?:\\w+\\.)?alembic_version\\b.*");

    private AlembicScript() {}

    public static boolean looksLike(String sql) {
        return OUTPUT.matcher(sql).matches();
    }

    /** @throws PlanRefused when the script cannot be split */
    public static Plan plan(SourceFile file, Dialect dialect) throws PlanRefused {
        Plan all = ScriptPlan.of(dialect, List.of(new ScriptPlan.Part(file, false, null)));
        List<PlannedStatement> own = new ArrayList<>();
        for (PlannedStatement statement : all.statements()) {
            if (!BOOKKEEPING.matcher(statement.sql()).matches()) {
                own.add(statement.at(own.size()));
            }
        }
        return all.with(own);
    }
}
