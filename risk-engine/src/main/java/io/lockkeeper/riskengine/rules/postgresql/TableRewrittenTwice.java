package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.report.Blocks;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The same table copied again and again. */
public final class TableRewrittenTwice implements MigrationRule {
    private static final Card CARD = new Card(
                    "table-rewritten-twice",
                    "A migration in which several statements rewrite (rebuild, copy) the same table, or read all of it while they keep everybody out.",
                    "Each of them goes through every row again, with all the time that this takes; a rewrite writes every index anew, too, and needs disk and replication for it.",
                    "Put the actions into one ALTER TABLE, which does it once.",
                    List.of(
                            Example.of(
                                    "ALTER TABLE orders ALTER COLUMN total TYPE bigint; ALTER TABLE orders ALTER COLUMN payer_id TYPE integer"),
                            Example.of(
                                    "ALTER TABLE orders ALTER COLUMN note SET NOT NULL; ALTER TABLE orders ALTER COLUMN payer_id SET NOT NULL")),
                    List.of(
                            Example.of(
                                    "ALTER TABLE orders ALTER COLUMN note SET NOT NULL, ALTER COLUMN payer_id SET NOT NULL"),
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
        return often(situation, Effect::rewrites)
                .map(table -> finding(table, " write ", " anew; one statement with all their actions does it once."))
                .or(() -> often(situation, TableRewrittenTwice::readsAlone)
                        .map(table -> finding(
                                table,
                                " read all of ",
                                " and keep everybody out meanwhile; one statement does it once.")));
    }

    /** Looks at every row while nobody else can. */
    private static boolean readsAlone(Effect effect) {
        return effect.scans() && effect.blocks() == Blocks.READS_AND_WRITES;
    }

    /** How many statements do that to a table, and the table in words. */
    private record Often(long statements, String table) {}

    private static Optional<Often> often(MigrationSituation situation, Predicate<Effect> work) {
        Map<String, Long> tables = situation.statements().stream()
                .flatMap(statement -> statement.effects().stream())
                .filter(work)
                .filter(effect -> !situation.unused(effect))
                .collect(Collectors.groupingBy(Effect::table, TreeMap::new, Collectors.counting()));
        return tables.entrySet().stream()
                .filter(table -> table.getValue() > 1)
                .findFirst()
                .map(table ->
                        new Often(table.getValue(), Words.table(ObjectName.parse(table.getKey()), situation.facts())));
    }

    private static Finding finding(Often often, String does, String end) {
        return CARD.finding(Risk.LOW, often.statements() + " statements" + does + often.table() + end);
    }
}
