package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Algorithm;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** The table is copied row by row. */
public final class TableCopied implements Rule {
    private static final Card CARD = new Card(
                    "mysql-table-copied",
                    "ALTER TABLE that MySQL or MariaDB can only carry out by copying: most type changes, character sets, STORED columns, a dropped primary key, foreign keys and CHECKs that are verified, partitioning.",
                    "Every row goes through the server into a new table while writes wait (reads too at the end); replicas repeat all of it and lag by as much. MariaDB 11.2 and later let writes go on.",
                    "Run it with gh-ost or pt-osc, which copy in small chunks and watch the lag; or add a new column, fill it in batches and switch over.",
                    List.of(
                            Example.of("ALTER TABLE orders MODIFY total bigint"),
                            Example.of("ALTER TABLE orders CONVERT TO CHARACTER SET utf8mb4"),
                            Example.of("ALTER TABLE orders DROP PRIMARY KEY"),
                            Example.of(
                                    "ALTER TABLE orders ADD CONSTRAINT payer FOREIGN KEY (payer_id) REFERENCES customers (id)"),
                            Example.of("ALTER TABLE orders MODIFY state enum('paid','new')"),
                            Example.of("ALTER TABLE orders ADD COLUMN doubled int AS (total * 2) STORED")),
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN remark text"),
                            Example.of("ALTER TABLE orders ADD INDEX by_note (note(20))")))
            .onMariadb(
                    "Let MariaDB 11.2 or later copy it with LOCK=NONE; before that run it with pt-osc, which copies in small chunks and watches the lag (gh-ost's releases do not run on MariaDB); or add a new column, fill it in batches and switch over.");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        Optional<Effect> copied = situation.effects().stream()
                .filter(effect -> effect.algorithm() == Algorithm.COPY)
                .findFirst();
        if (copied.isEmpty()
                || situation.createdHere(ObjectName.parse(copied.get().table()))) {
            return Optional.empty();
        }
        Risk risk = Work.risk(copied.get(), situation);
        String reason = "Copies the whole table and " + situation.blocks() + "; replicas lag by as much.";
        return Optional.of(situation.finding(CARD, risk, reason));
    }
}
