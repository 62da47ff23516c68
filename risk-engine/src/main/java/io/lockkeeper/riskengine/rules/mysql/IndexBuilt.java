package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.Operation;
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

/** An index is built over all rows. */
public final class IndexBuilt implements Rule {
    private static final Card CARD = new Card(
                    "mysql-index-built",
                    "A new index on a table that is not small; FULLTEXT and SPATIAL ones let no write through meanwhile.",
                    "The table is read and the index sorted; replicas repeat it and lag. Writes go on for an ordinary index, wait for FULLTEXT and SPATIAL.",
                    "Say LOCK=NONE so that it fails rather than blocks; on a large table run it at a quiet hour or with gh-ost.",
                    List.of(
                            Example.of("ALTER TABLE orders ADD INDEX by_note (note(20))"),
                            Example.of("CREATE FULLTEXT INDEX body_words ON articles (title)")),
                    List.of(
                            Example.of("ALTER TABLE items ADD INDEX by_label (label)"),
                            Example.of("ALTER TABLE orders DROP INDEX orders_note_idx")))
            .onMariadb(
                    "Say LOCK=NONE so that it fails rather than blocks; on a large table run it at a quiet hour or with pt-osc (gh-ost's releases do not run on MariaDB).");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof IndexOperation.CreateIndex create) || situation.createdHere(create.table())) {
            return Optional.empty();
        }
        Optional<Effect> built = situation.effects().stream().findFirst();
        if (built.isEmpty() || built.get().rewrites()) {
            return Optional.empty();
        }
        boolean blocks = built.get().lock() != Lock.NONE;
        Risk risk = blocks
                ? Work.risk(built.get(), situation)
                : Work.large(create.table(), situation) ? Risk.MEDIUM : Risk.LOW;
        boolean small = Work.small(create.table(), situation);
        String reason = "Builds an index over " + situation.describe(create.table()) + " for "
                + built.get().total().words() + (blocks ? " and " + situation.blocks() : " while writes go on")
                + "; replicas lag by as much.";
        return small ? Optional.empty() : Optional.of(situation.finding(CARD, risk, reason));
    }
}
