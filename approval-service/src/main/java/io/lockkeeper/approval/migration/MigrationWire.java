package io.lockkeeper.approval.migration;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.approval.migration.Statement.Finding;
import io.lockkeeper.approval.migration.Statement.Seconds;
import io.lockkeeper.proto.v1.FindingSummary;
import io.lockkeeper.proto.v1.MigrationClassified;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.SecondsRange;
import io.lockkeeper.proto.v1.StatementSummary;

/** Protobuf of {@code lockkeeper.migration.v1} to domain. */
public final class MigrationWire {

    private MigrationWire() {}

    /**
     * @throws InvalidProtocolBufferException when {@code value} is no migration event
     * @throws IllegalArgumentException when it lacks what a decision needs
     */
    public static MigrationNews parse(byte[] value) throws InvalidProtocolBufferException {
        MigrationEvent event = MigrationEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case SUBMITTED -> new MigrationNews.Submitted();
            case CLASSIFIED -> new MigrationNews.Classified(migration(event.getClassified()));
            case WITHDRAWN ->
                new MigrationNews.Withdrawn(
                        new MigrationId(event.getWithdrawn().getMigrationId()),
                        event.getWithdrawn().getBy(),
                        event.getWithdrawn().getReason());
            case EVENT_NOT_SET -> new MigrationNews.Unknown();
        };
    }

    private static Migration migration(MigrationClassified event) {
        return new Migration(
                new MigrationId(event.getMigrationId()),
                event.getVersion(),
                new Target(
                        event.getTarget().getName(),
                        event.getTarget().getEnvironment(),
                        event.getTarget().getApproverGroup()),
                event.getEngine(),
                new Submitter(
                        event.getSubmitter().getIdentity(), event.getSubmitter().getCredential()),
                // What could not be analysed is never below HIGH, whatever the event claims.
                event.getAnalysable() ? risk(event.getRisk()) : Risk.HIGH,
                new SubjectHash(event.getSubjectHash()),
                event.getBundleHash(),
                event.getPlanUrl(),
                event.getStatementsList().stream().map(MigrationWire::statement).toList(),
                event.getFindingsList().stream().map(MigrationWire::finding).toList());
    }

    private static Statement statement(StatementSummary summary) {
        return new Statement(
                summary.getIndex(),
                summary.getSql(),
                risk(summary.getRisk()),
                summary.getReason(),
                summary.getLock(),
                summary.getBlocks(),
                summary.getTable(),
                seconds(summary.getBlocked()),
                seconds(summary.getTotal()),
                summary.getFindingsList().stream().map(MigrationWire::finding).toList());
    }

    private static Finding finding(FindingSummary finding) {
        return new Finding(finding.getRule(), risk(finding.getRisk()), finding.getReason(), finding.getSaferWay());
    }

    private static Seconds seconds(SecondsRange range) {
        return new Seconds(range.getLow(), range.getHigh());
    }

    /** A level this service does not know counts as the worst. */
    private static Risk risk(io.lockkeeper.proto.v1.Risk risk) {
        return switch (risk) {
            case RISK_LOW -> Risk.LOW;
            case RISK_MEDIUM -> Risk.MEDIUM;
            case RISK_HIGH, RISK_UNSPECIFIED, UNRECOGNIZED -> Risk.HIGH;
        };
    }
}
