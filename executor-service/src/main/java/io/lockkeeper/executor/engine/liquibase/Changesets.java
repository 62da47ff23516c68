package io.lockkeeper.executor.engine.liquibase;

import io.lockkeeper.riskengine.plan.ChangesetId;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;

/** Which statements of the plan each changeset stands for. */
final class Changesets {

    /** Changes that do nothing to the database and so have no statement in any plan. */
    private static final Set<String> WITHOUT_STATEMENTS = Set.of("empty", "output", "tagDatabase");

    private final Map<ChangesetId, List<PlannedStatement>> byId = new LinkedHashMap<>();

    Changesets(Plan plan) {
        for (PlannedStatement statement : plan.statements()) {
            ChangesetId id = statement.changeset();
            if (id == null) {
                throw new IllegalStateException("statement " + statement.index() + " belongs to no changeset");
            }
            byId.computeIfAbsent(normalised(id), ignored -> new ArrayList<>()).add(statement);
        }
    }

    /** The changeset's statements; none when it does nothing to the database. */
    List<PlannedStatement> of(ChangeSet changeset) {
        List<PlannedStatement> statements = byId.get(id(changeset));
        if (statements != null) {
            return statements;
        }
        for (Change change : changeset.getChanges()) {
            if (!WITHOUT_STATEMENTS.contains(change.getSerializedObjectName())) {
                throw new NotInPlan(changeset.getId());
            }
        }
        return List.of();
    }

    private static ChangesetId id(ChangeSet changeset) {
        return normalised(new ChangesetId(changeset.getId(), changeset.getAuthor(), changeset.getFilePath()));
    }

    private static ChangesetId normalised(ChangesetId id) {
        return new ChangesetId(id.id(), id.author(), DatabaseChangeLog.normalizePath(id.path()));
    }

    /** Liquibase is about to run what was not approved. */
    static final class NotInPlan extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotInPlan(String id) {
            super("changeset " + id + " is not in the approved plan");
        }
    }
}
