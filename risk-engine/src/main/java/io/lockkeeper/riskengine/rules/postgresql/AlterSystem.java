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

/** A setting of the whole server. */
public final class AlterSystem implements Rule {
    private static final Card CARD = new Card(
            "alter-system",
            "ALTER SYSTEM.",
            "It is for every database of the server, takes effect at a reload or restart somebody else does, and cannot be rolled back.",
            "Change the server's configuration where it is kept; ALTER DATABASE or ALTER ROLE … SET for less.",
            List.of(Example.of("ALTER SYSTEM SET work_mem = '8MB'")),
            List.of(Example.of("SET work_mem = '8MB'")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean system = operation instanceof OtherOperation.AlterObject alter
                && alter.type().equals("system");
        return system
                ? Optional.of(situation.finding(
                        CARD, Risk.MEDIUM, "Changes the configuration of the whole server, of all its databases."))
                : Optional.empty();
    }
}
