package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.SqlStatement;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Options.Transaction;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** SQL scripts in the order given. The option says which transactions there are, so scripts must not. */
final class NativePlan {
    private NativePlan() {}

    static Plan of(Bundle bundle, Dialect dialect) throws PlanRefused {
        List<PlannedStatement> planned = new ArrayList<>();
        for (SourceFile file : bundle.files()) {
            for (SqlStatement statement : Script.split(file, dialect)) {
                TransactionWords.refuse(statement, dialect, file.path(), statement.line());
                int index = planned.size();
                planned.add(new PlannedStatement(
                        index,
                        statement.text(),
                        file.path(),
                        statement.line(),
                        null,
                        transaction(bundle, dialect, index, statement),
                        null));
            }
        }
        return new Plan(dialect, bundle.engine(), bundle.options(), planned, List.of());
    }

    /** One for all, or one each; what cannot run inside a transaction runs outside when each is by itself. */
    private static int transaction(Bundle bundle, Dialect dialect, int index, SqlStatement statement) {
        if (bundle.options().transaction() == Transaction.ALL) {
            return 0;
        }
        boolean outside = dialect == Dialect.POSTGRESQL && OutsideTransaction.required(statement.text());
        return outside ? PlannedStatement.NO_TRANSACTION : index;
    }
}
