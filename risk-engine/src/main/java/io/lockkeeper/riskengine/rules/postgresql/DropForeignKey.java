package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.rules.Words;
import java.util.List;
import java.util.Optional;

/** A dropped foreign key locks the other table too. */
public final class DropForeignKey implements Rule {
    private static final Card CARD = new Card(
                    "drop-foreign-key",
                    "DROP CONSTRAINT of a foreign key, or DROP TABLE of a table that has one.",
                    "For a moment nobody can read or write the referenced table either; waiting for that lock makes its readers wait.",
                    "A short lock timeout with retries, at a quiet hour.",
                    List.of(
                            Example.of("ALTER TABLE orders DROP CONSTRAINT orders_customer_fk"),
                            Example.of("DROP TABLE orders")),
                    List.of(
                            Example.of("ALTER TABLE orders DROP CONSTRAINT orders_total_known"),
                            Example.of("ALTER TABLE items DROP COLUMN label")))
            .peers("atlas: CD101");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean drops =
                operation instanceof TableOperation.DropConstraint || operation instanceof TableOperation.DropTable;
        if (!drops) {
            return Optional.empty();
        }
        ObjectName own = situation.facts().qualified(((TableOperation) operation).table());
        return situation.effects().stream()
                .filter(effect -> effect.lock() == Lock.ACCESS_EXCLUSIVE
                        && !effect.table().equals(own.toString()))
                .filter(effect -> !situation.createdHere(ObjectName.parse(effect.table())))
                .findFirst()
                .map(effect -> finding(effect, situation));
    }

    private static Finding finding(Effect effect, Situation situation) {
        Optional<TableFacts> parent = situation.facts().table(ObjectName.parse(effect.table()));
        boolean large = parent.isEmpty() || !Levels.small(parent.get(), situation.thresholds());
        String reason = "It also " + Words.blocks(effect, situation.facts())
                + ", and whoever comes later waits while it waits for that lock.";
        return situation.finding(CARD, large ? Risk.MEDIUM : Risk.LOW, reason);
    }
}
