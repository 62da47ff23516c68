package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.grant.Grant;
import io.lockkeeper.approval.migration.Migration;
import io.lockkeeper.approval.migration.MigrationId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Approvals, their decisions and their grants in PostgreSQL. */
@ApplicationScoped
class ApprovalStore implements PanacheRepositoryBase<ApprovalEntity, String> {

    private static final String HELD = "HELD";
    private static final String WAITING = "AWAITING_APPROVAL";

    /** The approval, locked against every other decision until the transaction ends. */
    Optional<Approval> lock(MigrationId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(this::approval);
    }

    Optional<Approval> find(MigrationId id) {
        return findByIdOptional(id.value()).map(this::approval);
    }

    /** The first after {@code last} that is held or ran out of time and that nobody else has locked. */
    Optional<Approval> lockNextDue(String last, Instant now) {
        List<ApprovalEntity> rows = getEntityManager()
                .createNativeQuery("""
                        SELECT * FROM approval
                        WHERE migration_id > :last AND (label = :held OR (label = :waiting AND due_at <= :now))
                        ORDER BY migration_id LIMIT 1 FOR UPDATE SKIP LOCKED""", ApprovalEntity.class)
                .setParameter("last", last)
                .setParameter("held", HELD)
                .setParameter("waiting", WAITING)
                .setParameter("now", now)
                .getResultList();
        return rows.stream().findFirst().map(this::approval);
    }

    /** Writes the approval as it is now; decisions that are stored already stay as they are. */
    void save(Approval approval) {
        String id = approval.migration().id().value();
        ApprovalEntity row = findById(id);
        boolean fresh = row == null;
        if (row == null) {
            row = new ApprovalEntity();
            row.migrationId = id;
        }
        row.label = approval.state().label();
        row.dueAt = approval.state() instanceof ApprovalState.AwaitingApproval waiting ? waiting.expiresAt() : null;
        row.migration = ApprovalJson.write(approval.migration());
        row.terms = ApprovalJson.write(approval.terms());
        row.state = ApprovalJson.write(approval.state());
        if (fresh) {
            persist(row);
        }
        addDecisions(approval);
    }

    void add(Grant grant, Instant now) {
        IssuedGrantEntity row = new IssuedGrantEntity();
        row.migrationId = grant.claims().migration().id().value();
        row.grantId = grant.claims().id().value();
        row.jws = grant.jws();
        row.notBefore = grant.claims().notBefore();
        row.expiresAt = grant.claims().expiresAt();
        row.issuedAt = now;
        getEntityManager().persist(row);
    }

    private void addDecisions(Approval approval) {
        int stored = decisions(approval.migration(), approval.terms()).size();
        approval.decisions().stream().skip(stored).forEach(decision -> {
            DecisionEntity row = new DecisionEntity();
            row.migrationId = approval.migration().id().value();
            row.openedAt = approval.terms().openedAt();
            row.subjectHash = approval.migration().subject().value();
            row.identity = decision.actor().identity();
            row.document = ApprovalJson.write(decision);
            row.decidedAt = decision.at();
            getEntityManager().persist(row);
        });
    }

    /** Those since it was last asked for; what counted on an earlier subject is void, but kept. */
    private List<Decision> decisions(Migration migration, Terms terms) {
        return getEntityManager()
                .createQuery(
                        "from DecisionEntity where migrationId = :id and openedAt = :opened order by seq",
                        DecisionEntity.class)
                .setParameter("id", migration.id().value())
                .setParameter("opened", terms.openedAt())
                .getResultStream()
                .map(row -> ApprovalJson.read(row.document, Decision.class))
                .toList();
    }

    private Approval approval(ApprovalEntity row) {
        Migration migration = ApprovalJson.read(row.migration, Migration.class);
        Terms terms = ApprovalJson.read(row.terms, Terms.class);
        return new Approval(
                migration, terms, decisions(migration, terms), ApprovalJson.read(row.state, ApprovalState.class));
    }
}
