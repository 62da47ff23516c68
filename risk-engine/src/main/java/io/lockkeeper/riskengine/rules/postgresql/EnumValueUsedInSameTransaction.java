package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that nobody can use before it is committed. */
public final class EnumValueUsedInSameTransaction implements Rule {
    private static final Card CARD = new Card(
            "enum-value-used-in-same-transaction",
            "A statement that writes down a value which ALTER TYPE … ADD VALUE added earlier in the same transaction.",
            "The server refuses to use a new value of an enum before the transaction that added it is committed.",
            "Two transactions: set options.transaction to \"each\", or use two changesets.",
            List.of(Example.together(
                    "ALTER TYPE order_state ADD VALUE 'lost'; UPDATE items SET state = 'lost' WHERE id = 1")),
            List.of(
                    Example.of("ALTER TYPE order_state ADD VALUE 'lost'; UPDATE items SET state = 'lost' WHERE id = 1"),
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; UPDATE orders SET note = 'lost' WHERE id = 1")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        Map<String, String> values = situation.held().enumValues();
        if (values.isEmpty() || !(operation instanceof DataOperation)) {
            return Optional.empty();
        }
        try {
            return Lexer.tokens(situation.statement().sql()).stream()
                    .filter(token -> token.kind() == Token.Kind.STRING)
                    .map(token -> token.text().replace("'", ""))
                    .filter(value -> values.containsKey(value) && has(operation, values.get(value), situation))
                    .findFirst()
                    .map(value -> situation.finding(
                            CARD,
                            Risk.HIGH,
                            "Will fail if '" + value + "' is the enum value that this transaction added:"
                                    + " it cannot be used before the commit."));
        } catch (PlanRefused e) {
            return Optional.empty();
        }
    }

    /** The table has a column of the enum, or its columns are not known. */
    private static boolean has(Operation operation, @Nullable String type, Situation situation) {
        ObjectName object = operation.object();
        return Optional.ofNullable(object)
                .flatMap(situation.facts()::table)
                .filter(TableFacts::columnsKnown)
                .map(table -> table.columns().stream()
                        .anyMatch(column -> column.type().equals(type)))
                .orElse(true);
    }
}
