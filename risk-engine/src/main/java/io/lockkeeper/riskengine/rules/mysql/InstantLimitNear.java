package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.mysql.InstantLimit;
import io.lockkeeper.riskengine.facts.InnodbFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** Soon the next instant change will be a rebuild. */
public final class InstantLimitNear implements Rule {
    private static final Card CARD = new Card(
            "mysql-instant-limit-near",
            "A column added or dropped instantly on a table that has nearly used up its row versions (64, from MySQL 9.1 on 255).",
            "Each such change adds a version of the row; at the limit the server rebuilds the table instead, or refuses ALGORITHM=INSTANT.",
            "Rebuild the table at a quiet hour (OPTIMIZE TABLE, or gh-ost), which sets the count to zero.",
            List.of(),
            List.of());
    private static final int NEAR = 8;

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean counts =
                operation instanceof TableOperation.AddColumn || operation instanceof TableOperation.DropColumn;
        if (!counts || situation.facts().dialect() != Dialect.MYSQL) {
            return Optional.empty();
        }
        Optional<TableFacts> table = situation.facts().table(((TableOperation) operation).table());
        int versions =
                table.flatMap(TableFacts::innodb).map(InnodbFacts::rowVersions).orElse(0);
        int limit = InstantLimit.of(situation.facts().version());
        if (versions < limit - NEAR) {
            return Optional.empty();
        }
        String reason = versions + " of " + limit + " row versions of "
                + table.orElseThrow().name() + " are used: "
                + (versions >= limit ? "this change rebuilds the table." : "soon such a change rebuilds the table.");
        return Optional.of(situation.finding(CARD, Risk.MEDIUM, reason));
    }
}
