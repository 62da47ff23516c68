package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** One statement that locks every partition. */
public final class IndexOnPartitionedParent implements Rule {
    private static final Card CARD = new Card(
                    "index-on-partitioned-parent",
                    "CREATE INDEX on a partitioned table, without ONLY.",
                    "The index is built on every partition in one transaction; writes to all of them stop until the last one is done.",
                    "CREATE INDEX ON ONLY the parent; CREATE INDEX CONCURRENTLY on each partition; ALTER INDEX … ATTACH PARTITION for each.",
                    List.of(Example.of("CREATE INDEX events_year_idx ON events (year)")),
                    List.of(
                            Example.of("CREATE INDEX events_year_idx ON ONLY events (year)"),
                            Example.of("CREATE INDEX CONCURRENTLY events_2026_idx ON events_2026 (year)")))
            .peers("pg_ha_migrations: safe_add_concurrent_partitioned_index");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof IndexOperation.CreateIndex create) || create.only() || create.concurrently()) {
            return Optional.empty();
        }
        return situation
                .facts()
                .table(create.table())
                .filter(table -> table.kind() == TableFacts.Kind.PARTITIONED && !table.createdHere())
                .map(table -> situation.finding(
                        CARD,
                        situation.levelAtLeast(Risk.MEDIUM, table.name()),
                        "Writes to " + situation.describe(table.name()) + " and its "
                                + table.partitions().size()
                                + " partitions stop until the index is built on every one of them."));
    }
}
