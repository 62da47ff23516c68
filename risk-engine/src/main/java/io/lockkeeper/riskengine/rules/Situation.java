package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.PostgresStorage;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything a rule may look at for one operation.
 *
 * @param statement it is part of
 * @param siblings all operations of the statement, in order
 * @param effects of this operation
 * @param facts of the target as it will be when this operation runs
 * @param held what earlier statements of the same transaction did; empty at its beginning
 * @param elsewhere some other client than the executor runs it: nothing limits its session but what it sets itself
 */
public record Situation(
        PlannedStatement statement,
        List<Operation> siblings,
        List<Effect> effects,
        TargetFacts facts,
        Held held,
        boolean elsewhere,
        Thresholds thresholds) {
    public Situation {
        siblings = List.copyOf(siblings);
        effects = List.copyOf(effects);
    }

    public Finding finding(Card card, Risk risk, String reason) {
        return card.finding(risk, reason, facts.dialect());
    }

    /** The gravest level that follows from what this operation blocks and for how long. */
    public Risk level() {
        return effects.stream()
                .map(effect -> Levels.of(effect, facts, thresholds))
                .max(Comparator.naturalOrder())
                .orElse(Risk.LOW);
    }

    /**
     * The level, at least as given unless the table is created by this migration, has no rows, or (on PostgreSQL) is known to
     * be small, so that the level says all there is.
     */
    public Risk levelAtLeast(Risk floor, ObjectName table) {
        return unused(table) ? Risk.LOW : small(table) ? level() : level().max(floor);
    }

    /** Known to be below the small limit; only of PostgreSQL, whose estimates are measured on such tables. */
    public boolean small(ObjectName table) {
        return facts.dialect() == Dialect.POSTGRESQL
                && facts.table(table)
                        .filter(t -> t.sizeKnown() && Levels.small(t, thresholds))
                        .isPresent();
    }

    /** Nobody can miss it: created by this migration. */
    public boolean createdHere(ObjectName table) {
        return facts.table(table).map(TableFacts::createdHere).orElse(false);
    }

    /** Created by this migration, or certainly empty. */
    public boolean unused(ObjectName table) {
        return facts.table(table).map(TableFacts::empty).orElse(false);
    }

    /** Without a row as far as anybody knows: an estimate of none will do where nothing but rows can be lost. */
    public boolean emptyOrTold(ObjectName table) {
        return unused(table) || facts.table(table).map(t -> t.rows() == 0).orElse(false);
    }

    /** Without a row, as a person says who knows: an estimate of a live server may be of yesterday. */
    public boolean toldEmpty(ObjectName table) {
        return unused(table) || (!facts.live() && facts.certain() && emptyOrTold(table));
    }

    /** What is grave only with rows: HIGH, MEDIUM when an estimate says there are none, LOW when there certainly are none. */
    public Risk without(ObjectName rowsOf) {
        return toldEmpty(rowsOf) ? Risk.LOW : emptyOrTold(rowsOf) ? Risk.MEDIUM : Risk.HIGH;
    }

    /** How PostgreSQL keeps the table; empty when that is not certain. */
    public Optional<PostgresStorage> storage(ObjectName table) {
        return facts.certain() ? facts.table(table).flatMap(TableFacts::storage) : Optional.empty();
    }

    /** {@code "blocks all reads and writes on public.orders (2,000,000 rows, 310 MB) for about 1-4 s"}. */
    public String blocks() {
        return effects.stream()
                .max(Comparator.comparing(Effect::lock)
                        .thenComparing(effect -> effect.blocked().high()))
                .map(effect -> Words.blocks(effect, facts))
                .orElse("blocks nothing that is known");
    }

    /** {@code "public.orders (2,000,000 rows, 310 MB)"}. */
    public String describe(ObjectName table) {
        return Words.table(table, facts);
    }

    /** Tail for a table that is written to all the time; empty otherwise. */
    public String traffic(ObjectName table) {
        Optional<TableFacts> known = facts.table(table);
        boolean busy = known.isPresent()
                && !known.get().empty()
                && known.get().writesPerSecond() >= thresholds.busyWritesPerSecond();
        return busy ? "; the table is in use: " + Words.rate(known.get().writesPerSecond()) : "";
    }
}
