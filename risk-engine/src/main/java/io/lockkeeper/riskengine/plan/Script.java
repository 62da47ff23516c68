package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.SqlSplitter;
import io.lockkeeper.riskengine.sql.SqlStatement;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.List;

/** A file of statements: the one place where a dialect's text is split. */
public final class Script {
    private Script() {}

    /** @throws PlanRefused blamed on the file, for anything that cannot be split with certainty */
    public static List<SqlStatement> split(SourceFile file, Dialect dialect) throws PlanRefused {
        try {
            return split(file.content(), dialect);
        } catch (PlanRefused e) {
            throw e.in(file.path());
        }
    }

    static List<SqlStatement> split(String sql, Dialect dialect) throws PlanRefused {
        return SqlSplitter.split(sql, dialect);
    }
}
