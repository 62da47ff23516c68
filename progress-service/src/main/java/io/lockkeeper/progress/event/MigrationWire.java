package io.lockkeeper.progress.event;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.proto.v1.FindingSummary;
import io.lockkeeper.proto.v1.MigrationClassified;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.MigrationSubmitted;
import io.lockkeeper.proto.v1.MigrationWithdrawn;
import io.lockkeeper.proto.v1.StatementSummary;
import io.lockkeeper.proto.v1.Submitter;
import io.lockkeeper.proto.v1.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static java.util.stream.Collectors.joining;

/** Reads topic {@code lockkeeper.migration.v1}. */
public final class MigrationWire {

    private MigrationWire() {}

    /** Empty for a message that this version does not know. */
    public static Optional<Told.Reading> read(byte[] value) throws InvalidProtocolBufferException {
        MigrationEvent event = MigrationEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case SUBMITTED -> Optional.of(submitted(event.getSubmitted()));
            case CLASSIFIED -> Optional.of(classified(event.getClassified()));
            case WITHDRAWN -> Optional.of(withdrawn(event.getWithdrawn()));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static Told.Reading submitted(MigrationSubmitted event) {
        Fact.Change change = change(
                event.getVersion(),
                event.getTarget(),
                event.getEngine(),
                event.getSubmitter(),
                event.getBundleHash(),
                event.getDiffUrl());
        String behind = change.credential().isBlank() || change.credential().equals(change.submitter())
                ? ""
                : " (through " + change.credential() + ")";
        String sentence = "%s%s submitted %s for %s (%s, %s %s), to be run by %s."
                .formatted(
                        change.submitter(),
                        behind,
                        change.version(),
                        change.target(),
                        change.environment(),
                        change.databaseEngine(),
                        change.databaseVersion(),
                        change.engine());
        return new Told.Reading(
                "MigrationSubmitted",
                event.getMigrationId(),
                new Fact.Submitted(change, Wire.instant(event.getSubmittedAt())),
                sentence,
                change.submitter(),
                EventJson.of(event));
    }

    private static Told.Reading classified(MigrationClassified event) {
        Fact.Change change = change(
                event.getVersion(),
                event.getTarget(),
                event.getEngine(),
                event.getSubmitter(),
                event.getBundleHash(),
                event.getDiffUrl());
        Fact.Plan plan = new Fact.Plan(
                Wire.risk(event.getRisk()),
                event.getAnalysable(),
                event.getSubjectHash(),
                event.getReportHash(),
                event.getPlanUrl(),
                event.getStatementsList().stream().map(MigrationWire::statement).toList(),
                findings(event.getFindingsList()),
                Wire.instant(event.getClassifiedAt()));
        return new Told.Reading(
                "MigrationClassified",
                event.getMigrationId(),
                new Fact.Classified(change, plan),
                sentence(plan),
                "",
                EventJson.of(event));
    }

    private static String sentence(Fact.Plan plan) {
        Map<String, Integer> byRisk = new TreeMap<>();
        plan.statements().forEach(statement -> byRisk.merge(statement.risk(), 1, Integer::sum));
        String parts = List.of("HIGH", "MEDIUM", "LOW").stream()
                .filter(byRisk::containsKey)
                .map(risk -> byRisk.get(risk) + " " + risk)
                .collect(joining(", "));
        return "Classified %s: %s%s%s."
                .formatted(
                        plan.risk(),
                        Phrase.count(plan.statements().size(), "statement"),
                        parts.isEmpty() ? "" : " (" + parts + ")",
                        plan.analysable() ? "" : "; not all of it could be analysed");
    }

    private static Told.Reading withdrawn(MigrationWithdrawn event) {
        return new Told.Reading(
                "MigrationWithdrawn",
                event.getMigrationId(),
                new Fact.Withdrawn(event.getBy(), event.getReason(), Wire.instant(event.getAt())),
                event.getBy() + " withdrew the migration" + Phrase.because(event.getReason()),
                event.getBy(),
                EventJson.of(event));
    }

    private static Fact.Change change(
            String version, Target target, String engine, Submitter submitter, String bundleHash, String diffUrl) {
        return new Fact.Change(
                version,
                target.getName(),
                target.getEnvironment(),
                target.getDatabaseEngine(),
                target.getDatabaseVersion(),
                target.getOwner(),
                engine,
                submitter.getIdentity(),
                submitter.getCredential(),
                bundleHash,
                diffUrl);
    }

    private static Fact.Statement statement(StatementSummary statement) {
        return new Fact.Statement(
                statement.getIndex(),
                statement.getSql(),
                Wire.risk(statement.getRisk()),
                statement.getReason(),
                statement.getLock(),
                statement.getBlocks(),
                statement.getTable(),
                statement.hasBlocked() ? statement.getBlocked().getLow() : -1,
                statement.hasBlocked() ? statement.getBlocked().getHigh() : -1,
                findings(statement.getFindingsList()));
    }

    private static List<Fact.Finding> findings(List<FindingSummary> findings) {
        return findings.stream()
                .map(finding -> new Fact.Finding(
                        finding.getRule(), Wire.risk(finding.getRisk()), finding.getReason(), finding.getSaferWay()))
                .toList();
    }
}
