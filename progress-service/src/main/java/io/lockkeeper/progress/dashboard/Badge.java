package io.lockkeeper.progress.dashboard;

import io.lockkeeper.progress.migration.Migration;
import io.lockkeeper.progress.migration.State;

/**
 * A state or a risk as people see it: always glyph and text, the tone only adds colour.
 *
 * @param tone one of neutral, waiting, running, good, bad
 */
public record Badge(String glyph, String text, String tone) {

    static Badge of(Migration migration) {
        if (migration.state() == State.RUNNING && migration.run().paused()) {
            return new Badge("‖", "paused", "waiting");
        }
        return of(migration.state());
    }

    static Badge of(State state) {
        return switch (state) {
            case ANNOUNCED -> new Badge("·", "announced", "neutral");
            case SUBMITTED -> new Badge("○", "submitted", "neutral");
            case CLASSIFIED -> new Badge("◐", "classified", "neutral");
            case AWAITING_APPROVAL -> new Badge("?", "awaiting approval", "waiting");
            case APPROVED -> new Badge("✓", "approved", "neutral");
            case HELD -> new Badge("‖", "held", "waiting");
            case GRANTED -> new Badge("◆", "granted", "neutral");
            case QUEUED -> new Badge("≡", "queued", "running");
            case RUNNING -> new Badge("▶", "running", "running");
            case SUCCEEDED -> new Badge("✔", "succeeded", "good");
            case FAILED -> new Badge("✖", "failed", "bad");
            case ABORTED -> new Badge("■", "aborted", "bad");
            case REJECTED -> new Badge("⊘", "rejected", "bad");
            case EXPIRED -> new Badge("⌛", "expired", "neutral");
            case WITHDRAWN -> new Badge("↩", "withdrawn", "neutral");
            case OUTCOME_UNKNOWN -> new Badge("‼", "outcome unknown", "bad");
        };
    }

    static Badge risk(String risk) {
        return switch (risk) {
            case "LOW" -> new Badge("▁", "LOW", "good");
            case "MEDIUM" -> new Badge("▄", "MEDIUM", "waiting");
            case "HIGH" -> new Badge("█", "HIGH", "bad");
            default -> new Badge("–", "not yet", "neutral");
        };
    }
}
