package io.lockkeeper.executor.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.proto.v1.ApprovalEvent;

/** Reads the topic {@code lockkeeper.approval.v1}. */
final class ApprovalWire {

    private ApprovalWire() {}

    static ApprovalNotice read(byte[] value) throws InvalidProtocolBufferException {
        ApprovalEvent event = ApprovalEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case GRANT_ISSUED ->
                new ApprovalNotice.Issued(
                        event.getGrantIssued().getMigrationId(),
                        event.getGrantIssued().getGrantId(),
                        event.getGrantIssued().getJws());
            case GRANT_REVOKED ->
                new ApprovalNotice.Revoked(
                        event.getGrantRevoked().getMigrationId(),
                        event.getGrantRevoked().getGrantId(),
                        event.getGrantRevoked().getReason());
            case EVENT_NOT_SET -> new ApprovalNotice.Unrecognised();
            case REQUESTED,
                    DECISION_RECORDED,
                    DECISION_REFUSED,
                    APPROVED,
                    REJECTED,
                    EXPIRED,
                    HELD,
                    CONTROL_REQUESTED,
                    CONTROL_REFUSED -> new ApprovalNotice.NotForUs();
        };
    }
}
