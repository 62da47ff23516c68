package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.ForeignKeyFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** REPLACE deletes a row before it inserts another, and what hangs on the row goes with it. */
public final class ReplaceCascades implements Rule {
    private static final Card CARD = new Card(
            "mysql-replace-cascades",
            "REPLACE into a table that a foreign key with ON DELETE CASCADE or SET NULL points to.",
            "The old row is deleted first: rows of other tables that refer to it are deleted, or lose the reference. MySQL 9 keeps them only where the primary key is the one key that collides.",
            "INSERT … ON DUPLICATE KEY UPDATE changes the row in its place.",
            List.of(
                    Example.of(
                            "CREATE TABLE marks (id int PRIMARY KEY, item bigint, FOREIGN KEY (item) REFERENCES items (id) ON DELETE CASCADE); REPLACE INTO items (id) VALUES (1)")),
            List.of(
                    Example.of("REPLACE INTO items (id) VALUES (1)"),
                    Example.of("INSERT INTO items (id) VALUES (70) ON DUPLICATE KEY UPDATE label = 'x'")));

    private static final Pattern ACTS =
            Pattern.compile("(?i)\\bON\\s+DELETE\\s+(?:CASCADE|SET\\s+(?:NULL|DEFAULT))\\b");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof DataOperation.Insert insert)
                || situation.toldEmpty(insert.object())
                || !RowFailures.replaces(
                        situation.statement().sql(), situation.facts().dialect())) {
            return Optional.empty();
        }
        List<ForeignKeyFacts> keys = situation
                .facts()
                .table(insert.object())
                .map(TableFacts::referencedBy)
                .orElse(List.of());
        return keys.stream()
                .filter(key -> acts(key, situation))
                .findFirst()
                .map(key -> situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "REPLACE deletes the old row of " + situation.describe(insert.object())
                                + " first, and rows of " + key.from() + " go with it or lose their reference ("
                                + key.name() + ")."));
    }

    private static boolean acts(ForeignKeyFacts key, Situation situation) {
        return situation
                .facts()
                .table(key.from())
                .flatMap(table -> table.constraint(key.name()))
                .map(ConstraintFacts::definition)
                .filter(definition -> ACTS.matcher(definition).find())
                .isPresent();
    }
}
