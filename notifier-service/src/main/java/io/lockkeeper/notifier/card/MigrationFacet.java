package io.lockkeeper.notifier.card;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What topic migration last said.
 *
 * @param classified whether risk, statements and hashes are known
 * @param subjectHash the tuple that is approved
 * @param statements the first {@value #KEPT} statements
 * @param statementCount all of them
 */
public record MigrationFacet(
        String version,
        Target target,
        String engine,
        String submitter,
        String credential,
        boolean classified,
        Risk risk,
        boolean analysable,
        String subjectHash,
        List<Statement> statements,
        int statementCount,
        List<String> findings,
        String planUrl,
        String diffUrl,
        @Nullable Withdrawal withdrawal) {

    /** The card shows about a dozen; more are kept only to find the riskiest. */
    public static final int KEPT = 200;

    public MigrationFacet {
        statements = List.copyOf(statements);
        findings = List.copyOf(findings);
    }

    /** A target as intake resolved it. */
    public record Target(
            String name,
            String environment,
            String databaseEngine,
            String databaseVersion,
            String owner,
            String channel,
            String approverGroup) {

        public boolean production() {
            return environment.equalsIgnoreCase("production");
        }
    }

    /** One statement, SQL masked. {@code blocked} and {@code total} are seconds. */
    public record Statement(
            int index,
            String sql,
            Risk risk,
            String reason,
            String lock,
            String blocks,
            String table,
            @Nullable Seconds blocked,
            @Nullable Seconds total,
            String saferWay) {}

    /** An estimate in seconds. */
    public record Seconds(double low, double high) {}

    /** Taken back by its submitter. */
    public record Withdrawal(String by, String reason, Instant at) {}

    public MigrationFacet withdrawn(Withdrawal by) {
        return new MigrationFacet(
                version,
                target,
                engine,
                submitter,
                credential,
                classified,
                risk,
                analysable,
                subjectHash,
                statements,
                statementCount,
                findings,
                planUrl,
                diffUrl,
                by);
    }
}
