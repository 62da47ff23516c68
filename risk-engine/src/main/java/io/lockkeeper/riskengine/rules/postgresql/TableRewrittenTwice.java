package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.MigrationRule;
import io.lockkeeper.riskengine.rules.MigrationSituation;
import io.lockkeeper.riskengine.rules.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The same table copied again and again. */
public final class TableRewrittenTwice implements MigrationRule {
    private static final Card CARD = new Card(
                    "table-rewritten-twice",
                    "A migration in which several statements rewrite (rebuild, copy) the same table.",
                    "Each of them writes every row and every index anew, with all the time, disk and replication lag that this takes.",
                    "Put the actions into one ALTER TABLE, which does it once.",
                    List.of(
                            Example.of(
                                    "ALTER TABLE orders ALTER COLUMN total TYPE bigint; ALTER TABLE orders ALTER COLUMN payer_id TYPE integer")),
                    List.of(
                            Example.of(
                                    "ALTER TABLE orders ALTER COLUMN total TYPE bigint, ALTER COLUMN payer_id TYPE integer"),
                            Example.of(
                                    "CREATE TABLE fresh (a int, b int); ALTER TABLE fresh ALTER COLUMN a TYPE bigint; ALTER TABLE fresh ALTER COLUMN b TYPE bigint"),
                            Example.of("ALTER TABLE orders ADD COLUMN a int; ALTER TABLE orders ADD COLUMN b int")))
            .peers("bytebase: statement.merge-alter-table", "soar: ALT.002");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(MigrationSituation situation) {
        Map<String, Long> rewrites = situation.statements().stream()
                .flatMap(statement -> statement.effects().stream())
                .filter(Effect::rewrites)
                .filter(effect -> !unused(effect, situation))
                .collect(Collectors.groupingBy(Effect::table, TreeMap::new, Collectors.counting()));
        return rewrites.entrySet().stream()
                .filter(table -> table.getValue() > 1)
                .findFirst()
                .map(table -> CARD.finding(
                        Risk.LOW,
                        table.getValue() + " statements write "
                                + Words.table(ObjectName.parse(table.getKey()), situation.facts())
                                + " anew; one statement with all their actions does it once."));
    }

    /** Empty, or created by the migration itself. */
    private static boolean unused(Effect effect, MigrationSituation situation) {
        ObjectName name = ObjectName.parse(effect.table());
        boolean created = situation.operations().stream()
                .flatMap(List::stream)
                .anyMatch(operation -> operation instanceof TableOperation.CreateTable create
                        && situation.facts().qualified(create.table()).equals(name));
        return created || situation.facts().table(name).map(TableFacts::empty).orElse(false);
    }
}
