package io.lockkeeper.progress.dashboard;

import io.lockkeeper.progress.event.Fact;
import io.lockkeeper.progress.event.Fact.Change;
import io.lockkeeper.progress.event.Fact.Plan;
import io.lockkeeper.progress.migration.ApprovalFacet;
import io.lockkeeper.progress.migration.Migration;
import io.lockkeeper.progress.migration.RunFacet;
import io.lockkeeper.progress.snapshot.Snapshot;
import io.lockkeeper.progress.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything about one migration. {@code progress} is null when no snapshot was taken. */
public record MigrationPage(
        MigrationLine line,
        boolean end,
        String notice,
        List<Row> facts,
        @Nullable ProgressPart progress,
        List<StatementPart> statements,
        List<FindingPart> findings,
        List<Moment> timeline) {

    /** One line of the table of facts; {@code link} is empty when the value is no link. */
    public record Row(String name, String value, String link) {}

    public record StatementPart(
            int number,
            String sql,
            Badge risk,
            String reason,
            String lock,
            String blocked,
            List<FindingPart> findings) {}

    public record FindingPart(String rule, Badge risk, String reason, String saferWay) {}

    public record Moment(String time, String kind, String sentence, String details) {}

    static MigrationPage of(Migration migration, Optional<Snapshot> snapshot, List<TimelineEntry> timeline) {
        Plan plan = migration.intake().plan();
        return new MigrationPage(
                MigrationLine.of(migration),
                migration.state().isEnd(),
                notice(migration),
                facts(migration, plan),
                snapshot.map(taken -> ProgressPart.of(migration, taken)).orElse(null),
                plan == null
                        ? List.of()
                        : plan.statements().stream()
                                .map(MigrationPage::statement)
                                .toList(),
                plan == null ? List.of() : findings(plan.findings()),
                timeline.stream()
                        .map(entry ->
                                new Moment(Words.time(entry.time()), entry.kind(), entry.sentence(), entry.details()))
                        .toList());
    }

    /** What a person should know first; empty when the state says it all. */
    private static String notice(Migration migration) {
        ApprovalFacet approval = migration.approval();
        RunFacet run = migration.run();
        return switch (migration.state()) {
            case HELD -> {
                Fact.Window hold = approval.hold();
                yield hold == null
                        ? ""
                        : "Held by a " + hold.kind() + " until " + Words.time(hold.until()) + ": " + hold.reason()
                                + (hold.suggestedFrom() == null
                                        ? ""
                                        : ". Suggested window: " + Words.time(hold.suggestedFrom()) + " to "
                                                + Words.time(hold.suggestedUntil()));
            }
            case REJECTED ->
                approval.rejection() == null
                        ? ""
                        : "Rejected by " + approval.rejection().by() + ": "
                                + approval.rejection().comment();
            case FAILED, OUTCOME_UNKNOWN ->
                run.ending() == null
                        ? ""
                        : (run.ending().code() + " " + run.ending().message()).strip();
            case ABORTED ->
                run.ending() == null ? "" : "Aborted by " + run.ending().by();
            case WITHDRAWN ->
                migration.intake().withdrawal() == null
                        ? ""
                        : migration.intake().withdrawal().reason();
            case ANNOUNCED,
                    SUBMITTED,
                    CLASSIFIED,
                    AWAITING_APPROVAL,
                    APPROVED,
                    GRANTED,
                    QUEUED,
                    RUNNING,
                    SUCCEEDED,
                    EXPIRED -> "";
        };
    }

    private static List<Row> facts(Migration migration, @Nullable Plan plan) {
        Change change = migration.intake().change();
        ApprovalFacet approval = migration.approval();
        RunFacet run = migration.run();
        List<Row> rows = new ArrayList<>();
        if (change != null) {
            rows.add(row("Database", change.databaseEngine() + " " + change.databaseVersion()));
            rows.add(row("Owner", Words.text(change.owner())));
            rows.add(row("Change", Words.text(change.diffUrl()), Words.link(change.diffUrl())));
        }
        if (plan != null) {
            rows.add(row("Plan and report", "read the plan", Words.link(plan.planUrl())));
            rows.add(row("Subject", plan.subjectHash()));
        }
        if (approval.stage() != ApprovalFacet.Stage.NOT_HEARD) {
            rows.add(row(
                    "Approvals",
                    approval.approvals() + " of " + approval.needed()
                            + (approval.group().isBlank() ? "" : " from " + approval.group())));
            rows.add(row("Approval expires", Words.time(approval.expiresAt())));
            rows.add(row("Decided", Words.time(approval.decidedAt())));
        }
        if (run.stage() != RunFacet.Stage.NOT_HEARD) {
            rows.add(row("Run", run.run()));
            rows.add(row("Phase", Words.text(run.phase())));
            rows.add(row("Statements finished", run.statementsDone() + " of " + run.statements()));
            rows.add(row("Started", Words.time(run.startedAt())));
            rows.add(row(
                    "Ended",
                    Words.time(run.ending() == null ? null : run.ending().at())));
        }
        return rows;
    }

    private static Row row(String name, String value) {
        return row(name, value, "");
    }

    private static Row row(String name, String value, String link) {
        return new Row(name, value, link);
    }

    private static StatementPart statement(Fact.Statement statement) {
        String lock = statement.lock().isBlank() ? "" : statement.lock();
        String blocks = statement.blocks().isBlank() || statement.blocks().equals("nothing")
                ? "blocks nothing"
                : "blocks " + statement.blocks() + (statement.table().isBlank() ? "" : " of " + statement.table());
        return new StatementPart(
                statement.index() + 1,
                statement.sql(),
                Badge.risk(statement.risk()),
                statement.reason(),
                lock.isEmpty() ? blocks : blocks + " (" + lock + ")",
                Words.seconds(statement.blockedLow(), statement.blockedHigh()),
                findings(statement.findings()));
    }

    private static List<FindingPart> findings(List<Fact.Finding> findings) {
        return findings.stream()
                .map(finding -> new FindingPart(
                        finding.rule(), Badge.risk(finding.risk()), finding.reason(), finding.saferWay()))
                .toList();
    }
}
