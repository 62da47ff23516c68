package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Algorithm;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** The table is written anew inside the storage engine. */
public final class TableRebuiltInPlace implements Rule {
    private static final Card CARD = new Card(
                    "mysql-table-rebuilt-in-place",
                    "ALTER TABLE that rebuilds the table in place: columns added or dropped where that is not instant, NOT NULL, primary keys, row formats, FORCE, the first FULLTEXT index.",
                    "Writes go on unless the lock says otherwise, but the table needs its size again on disk, the server is busy, and each replica lags by the whole time, because it repeats the ALTER as one event.",
                    "Run it with gh-ost or pt-osc on a large table, or at a quiet hour when replicas may lag.",
                    List.of(
                            Example.of("ALTER TABLE orders ENGINE=InnoDB"),
                            Example.of("ALTER TABLE orders MODIFY note text NOT NULL"),
                            Example.of("ALTER TABLE orders ROW_FORMAT=COMPRESSED"),
                            Example.of("ALTER TABLE orders ADD COLUMN seq int NOT NULL AUTO_INCREMENT UNIQUE")),
                    List.of(
                            Example.of("ALTER TABLE orders ALTER COLUMN total SET DEFAULT 1"),
                            Example.of("ALTER TABLE items FORCE")))
            .onMariadb(
                    "Run it with pt-osc on a large table (gh-ost's releases do not run on MariaDB), or with LOCK=NONE at a quiet hour when replicas may lag.");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        Optional<Effect> rebuilt = situation.effects().stream()
                .filter(effect -> effect.algorithm() == Algorithm.INPLACE && effect.rewrites())
                .findFirst();
        if (rebuilt.isEmpty()
                || situation.createdHere(ObjectName.parse(rebuilt.get().table()))) {
            return Optional.empty();
        }
        Risk risk = Work.risk(rebuilt.get(), situation);
        boolean blocks = rebuilt.get().lock() != Lock.NONE;
        if (risk == Risk.LOW && !blocks) {
            return Optional.empty();
        }
        String reason = "Rebuilds "
                + situation.describe(ObjectName.parse(rebuilt.get().table())) + " for "
                + rebuilt.get().total().words() + (blocks ? " and " + situation.blocks() : " while writes go on")
                + "; replicas lag by as much.";
        return Optional.of(situation.finding(CARD, risk, reason));
    }
}
