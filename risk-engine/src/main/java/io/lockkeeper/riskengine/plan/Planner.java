package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.SqlSplitter;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.List;
import java.util.Set;

/** Bundle → plan. Pure: no network, no file system, no database. */
public final class Planner {
    private Planner() {}

    /**
     * Extracts the statements in running order.
     *
     * @param alreadyRan changesets the target has run ({@code RanChangesets.read}); ignored for native
     * @throws PlanRefused with code, file, line and what to do next
     */
    public static Plan plan(Bundle bundle, Dialect dialect, Set<ChangesetId> alreadyRan) throws PlanRefused {
        requireSize(bundle);
        Plan plan =
                switch (bundle.engine()) {
                    case NATIVE -> NativePlan.of(bundle, dialect);
                    case LIQUIBASE -> LiquibasePlan.of(bundle, dialect, alreadyRan);
                };
        if (plan.statements().size() > SqlSplitter.MAX_STATEMENTS) {
            throw tooLarge(plan.statements().size() + " statements, more than " + SqlSplitter.MAX_STATEMENTS);
        }
        return plan;
    }

    private static void requireSize(Bundle bundle) throws PlanRefused {
        List<SourceFile> files = bundle.files();
        long characters =
                files.stream().mapToLong(file -> file.content().length()).sum();
        if (characters > SqlSplitter.MAX_CHARACTERS) {
            throw tooLarge(characters + " characters, more than " + SqlSplitter.MAX_CHARACTERS);
        }
    }

    private static PlanRefused tooLarge(String what) {
        return new PlanRefused(
                RefusalCode.TOO_LARGE, null, 0, "The migration has " + what, "Split it into several migrations.");
    }
}
