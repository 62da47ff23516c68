package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.rules.Words;
import java.util.List;
import java.util.Optional;

/** What is written anew stands beside the old until the end. */
public final class DiskSpace implements Rule {
    private static final Card CARD = new Card(
            "disk-space",
            "A rewrite, rebuild or index build that may need more than half (MEDIUM) or all (HIGH) of the target's free space. Servers tell nobody their free space, so it speaks only where the facts say freeBytes.",
            "A full disk stops every write on the server, or the server itself.",
            "Make room first, or copy in steps.",
            List.of(),
            List.of());

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        long free = situation.facts().freeBytes();
        long needed = situation.effects().stream()
                .mapToLong(effect -> needed(effect, operation, situation))
                .sum();
        if (free < 0 || needed <= free / 2) {
            return Optional.empty();
        }
        String reason =
                "Needs up to " + Words.bytes(needed) + " beside what is there; " + Words.bytes(free) + " are free.";
        return Optional.of(situation.finding(CARD, needed > free ? Risk.HIGH : Risk.MEDIUM, reason));
    }

    private static long needed(Effect effect, Operation operation, Situation situation) {
        Optional<TableFacts> known = situation.facts().table(ObjectName.parse(effect.table()));
        if (known.isEmpty() || known.get().empty()) {
            return 0;
        }
        TableFacts table = known.get();
        long indexes = table.indexes().stream()
                .mapToLong(IndexFacts::bytes)
                .filter(b -> b > 0)
                .sum();
        if (effect.rewrites()) {
            return table.bytes() + indexes;
        }
        if (operation instanceof IndexOperation.Reindex) {
            return indexes;
        }
        // An index is smaller than its table, but nobody knows by how much before it is built.
        return effect.scans() && builds(operation) ? table.bytes() : 0;
    }

    private static boolean builds(Operation operation) {
        if (operation instanceof TableOperation.AddConstraint add) {
            ConstraintKind kind = add.definition().kind();
            return kind == ConstraintKind.UNIQUE
                    || kind == ConstraintKind.PRIMARY_KEY
                    || kind == ConstraintKind.EXCLUDE;
        }
        return operation instanceof IndexOperation.CreateIndex;
    }
}
