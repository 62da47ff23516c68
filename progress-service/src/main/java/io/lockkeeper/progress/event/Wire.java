package io.lockkeeper.progress.event;

import com.google.protobuf.Timestamp;
import io.lockkeeper.proto.v1.ClosedWindow;
import io.lockkeeper.proto.v1.Control;
import io.lockkeeper.proto.v1.Person;
import io.lockkeeper.proto.v1.Risk;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what several messages share. Total: an unset or unknown value has a reading too. */
final class Wire {

    private Wire() {}

    static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    static @Nullable Instant instantIf(boolean set, Timestamp time) {
        return set ? instant(time) : null;
    }

    static String name(Person person) {
        if (!person.getIdentity().isBlank()) {
            return person.getIdentity();
        }
        return person.getSlackUserId().isBlank()
                ? "somebody unknown"
                : "Slack user " + person.getSlackUserId() + " of team " + person.getSlackTeamId();
    }

    static String risk(Risk risk) {
        return switch (risk) {
            case RISK_LOW -> "LOW";
            case RISK_MEDIUM -> "MEDIUM";
            // What is not said or not known is never taken for harmless.
            case RISK_HIGH, RISK_UNSPECIFIED, UNRECOGNIZED -> "HIGH";
        };
    }

    static String control(Control control) {
        return switch (control) {
            case CONTROL_PAUSE -> "pause";
            case CONTROL_RESUME -> "resume";
            case CONTROL_ABORT -> "abort";
            case CONTROL_CUT_OVER -> "cut-over";
            case CONTROL_UNSPECIFIED, UNRECOGNIZED -> "unknown control";
        };
    }

    static Fact.Window window(ClosedWindow window) {
        return new Fact.Window(
                window.getKind(),
                window.getReason(),
                instantIf(window.hasUntil(), window.getUntil()),
                instantIf(window.hasSuggestedFrom(), window.getSuggestedFrom()),
                instantIf(window.hasSuggestedUntil(), window.getSuggestedUntil()));
    }
}
