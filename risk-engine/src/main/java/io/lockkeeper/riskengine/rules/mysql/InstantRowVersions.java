package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.facts.ServerVersion;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Algorithm;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** The first three versions of MySQL that count row versions write a redo log that recovery can misread. */
public final class InstantRowVersions implements Rule {
    private static final Card CARD = new Card(
            "mysql-instant-row-versions",
            "A column added or dropped with ALGORITHM=INSTANT, which is the default, on MySQL 8.0.29, 8.0.30 or 8.0.31.",
            "The redo log of such a table can be misread, so that recovery after a crash corrupts it; Percona XtraBackup refuses to back it up, and an upgrade of the server may stumble over it (bugs 107613, 112946).",
            "Say ALGORITHM=INPLACE, which rebuilds the table; or upgrade to 8.0.32 or later first.",
            List.of(),
            List.of());

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean instant = situation.effects().stream().anyMatch(effect -> effect.algorithm() == Algorithm.INSTANT);
        if (!instant || !counts(operation) || !flawed(situation)) {
            return Optional.empty();
        }
        ObjectName table = ((TableOperation) operation).table();
        String reason =
                "MySQL " + situation.facts().serverVersion() + " keeps the change of " + situation.describe(table)
                        + " as a version of its rows, which its recovery after a crash and Percona XtraBackup cannot be trusted with.";
        return Optional.of(situation.finding(CARD, Risk.MEDIUM, reason));
    }

    /** A virtual column is in no row. */
    private static boolean counts(Operation operation) {
        return operation instanceof TableOperation.DropColumn
                || (operation instanceof TableOperation.AddColumn add
                        && !add.definition().generated().equals("virtual"));
    }

    private static boolean flawed(Situation situation) {
        ServerVersion version = situation.facts().version();
        return situation.facts().dialect() == Dialect.MYSQL && version.atLeast(8, 0, 29) && !version.atLeast(8, 0, 32);
    }
}
