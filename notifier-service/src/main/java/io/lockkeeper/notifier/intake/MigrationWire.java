package io.lockkeeper.notifier.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.notifier.card.MigrationFacet;
import io.lockkeeper.notifier.card.MigrationFacet.Seconds;
import io.lockkeeper.notifier.card.MigrationFacet.Statement;
import io.lockkeeper.notifier.card.MigrationFacet.Withdrawal;
import io.lockkeeper.notifier.card.Risk;
import io.lockkeeper.notifier.thread.Reply;
import io.lockkeeper.proto.v1.FindingSummary;
import io.lockkeeper.proto.v1.MigrationClassified;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.MigrationSubmitted;
import io.lockkeeper.proto.v1.MigrationWithdrawn;
import io.lockkeeper.proto.v1.SecondsRange;
import io.lockkeeper.proto.v1.StatementSummary;
import io.lockkeeper.proto.v1.Target;
import java.util.List;
import java.util.Optional;

/** Topic migration → its facet. */
final class MigrationWire {

    private MigrationWire() {}

    static Optional<Effect> read(byte[] value) throws InvalidProtocolBufferException {
        MigrationEvent event = MigrationEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case SUBMITTED -> Optional.of(submitted(event.getSubmitted()));
            case CLASSIFIED -> Optional.of(classified(event.getClassified()));
            case WITHDRAWN -> Optional.of(withdrawn(event.getWithdrawn()));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static Effect submitted(MigrationSubmitted event) {
        return Effect.urgent(facets -> facets.with(new MigrationFacet(
                event.getVersion(),
                target(event.getTarget()),
                event.getEngine(),
                event.getSubmitter().getIdentity(),
                event.getSubmitter().getCredential(),
                false,
                Risk.UNKNOWN,
                true,
                "",
                List.of(),
                0,
                List.of(),
                "",
                event.getDiffUrl(),
                null)));
    }

    private static Effect classified(MigrationClassified event) {
        return Effect.urgent(facets -> facets.with(new MigrationFacet(
                event.getVersion(),
                target(event.getTarget()),
                event.getEngine(),
                event.getSubmitter().getIdentity(),
                event.getSubmitter().getCredential(),
                true,
                risk(event.getRisk()),
                event.getAnalysable(),
                event.getSubjectHash(),
                event.getStatementsList().stream()
                        .limit(MigrationFacet.KEPT)
                        .map(MigrationWire::statement)
                        .toList(),
                event.getStatementsCount(),
                event.getFindingsList().stream().map(MigrationWire::finding).toList(),
                event.getPlanUrl(),
                event.getDiffUrl(),
                null)));
    }

    private static Effect withdrawn(MigrationWithdrawn event) {
        Withdrawal withdrawal = new Withdrawal(event.getBy(), event.getReason(), TimeWire.of(event.getAt()));
        return Effect.urgent(facets -> {
                    MigrationFacet migration = facets.migration();
                    return migration == null ? facets : facets.with(migration.withdrawn(withdrawal));
                })
                .and(Reply.SUMMARY);
    }

    private static MigrationFacet.Target target(Target target) {
        return new MigrationFacet.Target(
                target.getName(),
                target.getEnvironment(),
                target.getDatabaseEngine(),
                target.getDatabaseVersion(),
                target.getOwner(),
                target.getChannel(),
                target.getApproverGroup());
    }

    private static Statement statement(StatementSummary statement) {
        return new Statement(
                statement.getIndex(),
                statement.getSql(),
                risk(statement.getRisk()),
                statement.getReason(),
                statement.getLock(),
                statement.getBlocks(),
                statement.getTable(),
                statement.hasBlocked() ? seconds(statement.getBlocked()) : null,
                statement.hasTotal() ? seconds(statement.getTotal()) : null,
                statement.getFindingsList().stream()
                        .map(FindingSummary::getSaferWay)
                        .filter(way -> !way.isBlank())
                        .findFirst()
                        .orElse(""));
    }

    private static String finding(FindingSummary finding) {
        return risk(finding.getRisk()) + ": " + finding.getReason();
    }

    private static Seconds seconds(SecondsRange range) {
        return new Seconds(range.getLow(), range.getHigh());
    }

    private static Risk risk(io.lockkeeper.proto.v1.Risk risk) {
        return switch (risk) {
            case RISK_LOW -> Risk.LOW;
            case RISK_MEDIUM -> Risk.MEDIUM;
            case RISK_HIGH -> Risk.HIGH;
            case RISK_UNSPECIFIED, UNRECOGNIZED -> Risk.UNKNOWN;
        };
    }
}
