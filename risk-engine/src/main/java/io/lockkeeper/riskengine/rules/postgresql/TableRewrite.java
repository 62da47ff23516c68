package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A table written anew for its storage. */
public final class TableRewrite implements Rule {
    private static final Card CARD = new Card(
                    "table-rewrite",
                    "SET LOGGED, SET UNLOGGED, SET TABLESPACE (of an index too), SET ACCESS METHOD, SET EXPRESSION, and ALTER CONSTRAINT, which may check all rows.",
                    "The table is copied or read while nobody can read or write; an unlogged table is empty after a crash and on replicas.",
                    "Build a new table beside it and switch over, or do it at a quiet hour.",
                    List.of(
                            Example.of("ALTER TABLE orders SET UNLOGGED"),
                            Example.of("ALTER TABLE orders SET TABLESPACE fast"),
                            Example.of("ALTER INDEX orders_note_idx SET TABLESPACE fast")),
                    List.of(
                            Example.of("ALTER TABLE orders SET (fillfactor = 80)"),
                            Example.of("ALTER TABLE orders SET TABLESPACE pg_default"),
                            Example.of("ALTER TABLE orders SET LOGGED"),
                            Example.of("ALTER TABLE orders SET ACCESS METHOD heap")
                                    .since(15),
                            Example.of("ALTER TABLE orders ALTER COLUMN note SET STATISTICS 500")))
            .peers("pgfence: set-logged-unlogged");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (operation instanceof IndexOperation.AlterIndex index && index.tablespace() != null) {
            String reason = "While the index is copied nobody can plan a query: that " + situation.blocks() + ".";
            return Optional.of(situation.finding(CARD, situation.level(), reason));
        }
        if (!(operation instanceof TableOperation.ChangeTable change) || situation.createdHere(change.table())) {
            return Optional.empty();
        }
        boolean unlogged = change.change() == TableChange.SET_UNLOGGED;
        if (situation.effects().stream().noneMatch(effect -> effect.scans() || effect.rewrites())) {
            return Optional.empty();
        }
        String reason = "Copying or reading the table " + situation.blocks() + situation.traffic(change.table()) + "."
                + (unlogged ? " Afterwards a crash empties it." : "");
        Risk risk = unlogged ? Risk.HIGH : situation.levelAtLeast(Risk.MEDIUM, change.table());
        return Optional.of(situation.finding(CARD, risk, reason));
    }
}
