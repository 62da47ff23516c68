package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A script that nobody here has read. */
public final class CreateExtension implements Rule {
    private static final Card CARD = new Card(
            "create-extension",
            "CREATE EXTENSION.",
            "It runs the extension's own script, as a superuser where it must, and may create or change anything.",
            "Have it installed and tried on a copy first; name the version.",
            List.of(Example.of("CREATE EXTENSION hstore")),
            List.of(Example.of("CREATE SEQUENCE order_numbers2")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        return operation instanceof OtherOperation.CreateObject create
                        && create.type().equals("extension")
                ? Optional.of(situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "The script of the extension " + create.object() + " is not analysed; it may do anything."))
                : Optional.empty();
    }
}
