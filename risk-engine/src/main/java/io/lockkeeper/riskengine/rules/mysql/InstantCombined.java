package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.Effects;
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

/** One action that is not instant makes the whole ALTER slow. */
public final class InstantCombined implements Rule {
    private static final Card CARD = new Card(
            "mysql-instant-combined",
            "An ALTER TABLE that puts an instant action beside one that rebuilds or copies.",
            "The server takes the dearest way for all of them.",
            "Write the instant ones as a statement of their own.",
            List.of(Example.of("ALTER TABLE orders ADD COLUMN remark text, MODIFY total bigint")),
            List.of(Example.of("ALTER TABLE orders ADD COLUMN remark text, ADD COLUMN more text")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean instant = Effects.of(operation, List.of(operation), situation.facts()).stream()
                .anyMatch(effect -> effect.algorithm() == Algorithm.INSTANT);
        boolean slow = situation.effects().stream().anyMatch(Effect::rewrites);
        ObjectName table = operation.object();
        if (!instant || !slow || table == null || situation.createdHere(table)) {
            return Optional.empty();
        }
        String reason = "One action is instant, another rebuilds " + situation.describe(table)
                + ": together all of it is slow.";
        return Optional.of(situation.finding(CARD, Risk.LOW, reason));
    }
}
