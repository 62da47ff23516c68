package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.facts.IndexFacts;
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

/** What the index did is no longer done. */
public final class DropIndex implements Rule {
    private static final Card CARD = new Card(
                    "drop-index",
                    "DROP INDEX, concurrently or not, of a unique index or on a table above the small limit.",
                    "Queries that used it read the whole table from then on; values that a unique index kept apart may repeat, and it may then be impossible to build it again.",
                    "Look at pg_stat_user_indexes for weeks before, and keep the statement that builds it again at hand.",
                    List.of(
                            Example.of("DROP INDEX orders_note_idx"),
                            Example.of("DROP INDEX CONCURRENTLY orders_id_key"),
                            Example.of("DROP INDEX items_label_key")),
                    List.of(Example.of("DROP INDEX IF EXISTS nothing")))
            .peers("strong_migrations: remove_index");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof IndexOperation.DropIndex drop)) {
            return Optional.empty();
        }
        Optional<TableFacts> table = situation.facts().tableOfIndex(drop.object());
        if (table.isEmpty() || table.get().empty()) {
            return Optional.empty();
        }
        String index = drop.object().name();
        boolean unique = table.get().indexes().stream()
                .anyMatch(i -> i.unique() && i.name().name().equals(index));
        if (!unique && (Levels.small(table.get(), situation.thresholds()) || redundant(table.get(), index))) {
            return Optional.empty();
        }
        String reason = unique
                ? "Values that " + index + " kept apart may repeat in "
                        + situation.describe(table.get().name()) + " from this moment on."
                : "Queries that use " + index + " read all of "
                        + situation.describe(table.get().name()) + " from this moment on.";
        return Optional.of(situation.finding(CARD, Risk.MEDIUM, reason));
    }

    /** Another index begins with the same columns, so that it answers the same queries. */
    private static boolean redundant(TableFacts table, String name) {
        Optional<IndexFacts> dropped = table.indexes().stream()
                .filter(i -> i.name().name().equals(name) && plain(i))
                .findFirst();
        return dropped.isPresent()
                && table.indexes().stream()
                        .filter(i -> !i.name().name().equals(name) && plain(i))
                        .anyMatch(i -> begins(i, dropped.get()));
    }

    private static boolean plain(IndexFacts index) {
        return index.valid() && !index.computed() && index.method().equals("btree");
    }

    private static boolean begins(IndexFacts other, IndexFacts dropped) {
        List<String> wanted = keys(dropped);
        List<String> keys = keys(other);
        return keys.size() >= wanted.size() && keys.subList(0, wanted.size()).equals(wanted);
    }

    /** In their order, which a live server tells in the definition alone. */
    private static List<String> keys(IndexFacts index) {
        int open = index.definition().indexOf('(');
        int close = index.definition().indexOf(')', open);
        return open < 0 || close < 0
                ? index.columns()
                : List.of(index.definition().substring(open + 1, close).split(", "));
    }
}
