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

/** A value that running code still writes. */
public final class RenameEnumValue implements Rule {
    private static final Card CARD = new Card(
                    "rename-enum-value",
                    "ALTER TYPE … RENAME VALUE.",
                    "Instant in the database; every running program that sends the old value fails from that moment on.",
                    "ADD VALUE the new one, move code and rows over, leave the old one.",
                    List.of(Example.of("ALTER TYPE order_state RENAME VALUE 'new' TO 'fresh'")),
                    List.of(Example.of("ALTER TYPE order_state ADD VALUE 'lost'")))
            .peers("strong_migrations: rename_enum_value");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        return operation instanceof OtherOperation.AlterObject alter
                        && alter.action().equals("rename-value")
                ? Optional.of(situation.finding(
                        CARD,
                        Risk.HIGH,
                        "Running code that uses the old value of " + alter.object() + " fails from this moment on."))
                : Optional.empty();
    }
}
