package io.lockkeeper.notifier.card;

/** The one state a card shows, derived from the facets; glyph and words, so that neither colour nor picture says it alone. */
public enum CardState {
    SUBMITTED("🕓", "Submitted, being classified"),
    CLASSIFIED("🕓", "Classified"),
    AWAITING_APPROVAL("⏳", "Awaiting approval"),
    APPROVED("👍", "Approved"),
    HELD("⏸️", "Held"),
    GRANTED("🎫", "Granted, about to run"),
    GRANT_REVOKED("⏸️", "Grant revoked"),
    QUEUED("🕓", "Queued"),
    RUNNING("▶️", "Running"),
    STALLED("⚠️", "STALLED: running but not moving"),
    PAUSED("⏸️", "Paused"),
    AWAITING_CUT_OVER("🔀", "Awaiting cut-over"),
    SUCCEEDED("✅", "SUCCEEDED"),
    FAILED("❌", "FAILED"),
    ABORTED("🛑", "ABORTED"),
    OUTCOME_UNKNOWN("❓", "OUTCOME UNKNOWN: a person must look"),
    REJECTED("⛔", "REJECTED"),
    EXPIRED("⌛", "EXPIRED"),
    WITHDRAWN("↩️", "WITHDRAWN");

    private final String glyph;
    private final String words;

    CardState(String glyph, String words) {
        this.glyph = glyph;
        this.words = words;
    }

    /** A run says most; then a withdrawal; then approval; then the classification. */
    static CardState of(Facets facets) {
        MigrationFacet migration = facets.migration();
        RunFacet.Stage run = facets.run().stage();
        if (run != RunFacet.Stage.NONE) {
            return ofRun(facets, run);
        }
        if (migration != null && migration.withdrawal() != null) {
            return WITHDRAWN;
        }
        return switch (facets.approval().stage()) {
            case NONE -> migration != null && migration.classified() ? CLASSIFIED : SUBMITTED;
            case REQUESTED -> AWAITING_APPROVAL;
            case APPROVED -> APPROVED;
            case HELD -> HELD;
            case GRANTED -> GRANTED;
            case REVOKED -> GRANT_REVOKED;
            case REJECTED -> REJECTED;
            case EXPIRED -> EXPIRED;
        };
    }

    private static CardState ofRun(Facets facets, RunFacet.Stage run) {
        return switch (run) {
            case NONE, QUEUED -> QUEUED;
            case RUNNING -> facets.liveSnapshot().filter(SnapshotFacet::stalled).isPresent() ? STALLED : RUNNING;
            case PAUSED -> PAUSED;
            case CUT_OVER_READY -> AWAITING_CUT_OVER;
            case SUCCEEDED -> SUCCEEDED;
            case FAILED -> FAILED;
            case ABORTED -> ABORTED;
            case OUTCOME_UNKNOWN -> OUTCOME_UNKNOWN;
        };
    }

    public String glyph() {
        return glyph;
    }

    public String words() {
        return words;
    }

    /** Nothing more will happen by itself. */
    public boolean ended() {
        return ordinal() >= SUCCEEDED.ordinal();
    }
}
