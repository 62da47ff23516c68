package io.lockkeeper.riskengine.onlineddl;

import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.StatementReport;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does to the table t, claimed or observed.
 *
 * @param algorithm INSTANT, INPLACE or COPY; null where it cannot be told
 * @param lock NONE, SHARED or EXCLUSIVE; null where it cannot be told
 */
record Claim(@Nullable String algorithm, @Nullable String lock, boolean rebuilds) {
    private static final Options OPTIONS = options();
    private static final Pattern EMPTIES = Pattern.compile("\\b(?:TRUNCATE|DISCARD|CREATE OR REPLACE)\\b");

    /** Actions for which MySQL accepts any algorithm and lock, and heeds none. */
    private static final Pattern IGNORES =
            Pattern.compile("\\b(?:TRUNCATE|EXCHANGE|OPTIMIZE|ANALYZE|CHECK|REPAIR) PARTITION\\b");

    /** Of the effect on t; empty when the statement could not be read. */
    static Optional<Claim> of(Shape shape, TargetFacts facts) {
        StatementReport statement = RiskEngine.assess(plan(shape, facts), facts, Thresholds.defaults())
                .statements()
                .getLast();
        if (statement.operations().stream()
                .anyMatch(operation -> operation.kind().equals("unreadable"))) {
            return Optional.empty();
        }
        return Optional.of(statement.effects().stream()
                .filter(effect -> effect.table().endsWith(".t"))
                .findFirst()
                .map(Claim::of)
                .orElse(new Claim(null, null, false)));
    }

    private static Claim of(Effect effect) {
        return new Claim(
                effect.algorithm() == null ? null : effect.algorithm().name(),
                effect.lock().words(),
                effect.rewrites());
    }

    private static Plan plan(Shape shape, TargetFacts facts) {
        List<PlannedStatement> statements = new ArrayList<>();
        Stream.concat(shape.settings().stream(), Stream.of(shape.byDefault())).forEach(sql -> {
            int index = statements.size();
            statements.add(new PlannedStatement(index, sql, "a.sql", 1, null, index, null));
        });
        return new Plan(facts.dialect(), Engine.NATIVE, OPTIONS, statements, List.of());
    }

    /** Empty when the server refused the statement, or the table is gone. */
    static Optional<Claim> observed(Measurement row) {
        String did = row.byDefault();
        if (did.startsWith("error") || did.equals("gone") || row.rebuilt().equals("gone")) {
            return Optional.empty();
        }
        boolean wrote = !did.equals("metadata");
        boolean named = !row.algorithm().equals("-") && !row.algorithm().equals("refused");
        // Without a way to name an algorithm only the files tell; an emptied table's are new, and nothing was written.
        boolean rebuilds = wrote
                && (named || !row.rebuilt().equals("no"))
                && !EMPTIES.matcher(row.shape().statement()).find();
        boolean ignored = IGNORES.matcher(row.shape().statement()).find();
        boolean lied = wrote && row.algorithm().equals("INSTANT");
        if (!named || ignored) {
            return Optional.of(new Claim(null, null, rebuilds));
        }
        String algorithm = lied ? "COPY" : row.algorithm().equals("NOCOPY") ? "INPLACE" : row.algorithm();
        String lock = row.lock().equals("DEFAULT") ? lied ? null : "NONE" : row.lock();
        return Optional.of(new Claim(algorithm, lock, rebuilds));
    }

    /** Where both say something, they say the same. */
    boolean agrees(Claim observed) {
        return same(algorithm, observed.algorithm) && same(lock, observed.lock) && rebuilds == observed.rebuilds;
    }

    /** Says more of at least one thing, and less of none. */
    boolean dearerThan(Claim observed) {
        return algorithm != null
                && observed.algorithm != null
                && Algorithm.valueOf(algorithm).compareTo(Algorithm.valueOf(observed.algorithm)) > 0
                && (rebuilds || !observed.rebuilds);
    }

    private static boolean same(@Nullable String claimed, @Nullable String observed) {
        return observed == null || observed.equals(claimed);
    }

    private static Options options() {
        try {
            return Options.of("each", null, null);
        } catch (PlanRefused e) {
            throw new IllegalStateException(e.describe(), e);
        }
    }

    @Override
    public String toString() {
        return algorithm + "/" + lock + (rebuilds ? "/rebuild" : "");
    }
}
