package io.lockkeeper.approval.migration;

import java.util.List;

/**
 * One statement, as people read it before they decide.
 *
 * @param index position in the migration, from 0
 * @param sql literals masked, shortened by risk-service
 * @param reason why the risk is what it is, one sentence; may be empty
 * @param lock strongest lock in the server's words; empty for none
 * @param blocks what that lock blocks
 * @param table what it is taken on
 */
public record Statement(
        int index,
        String sql,
        Risk risk,
        String reason,
        String lock,
        String blocks,
        String table,
        Seconds blocked,
        Seconds total,
        List<Finding> findings) {

    public Statement {
        findings = List.copyOf(findings);
    }

    /** An estimate in seconds; a missing one is 0 to 0. */
    public record Seconds(double low, double high) {}

    /** What a rule says; {@code saferWay} may be empty. */
    public record Finding(String rule, Risk risk, String reason, String saferWay) {}
}
