package io.lockkeeper.notifier.card;

/** Risk of a statement or migration, in rising order. */
public enum Risk {
    UNKNOWN("⚪"),
    LOW("🟢"),
    MEDIUM("🟡"),
    HIGH("🔴");

    private final String glyph;

    Risk(String glyph) {
        this.glyph = glyph;
    }

    /** Glyph and word, so that colour alone never says it. */
    public String label() {
        return glyph + " " + this;
    }
}
