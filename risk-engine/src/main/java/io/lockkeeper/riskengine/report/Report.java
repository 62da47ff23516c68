package io.lockkeeper.riskengine.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.SqlMask;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All effects and findings of a migration, and its risk.
 *
 * @param engine the database engine, {@code postgresql}
 * @param engineVersion major version
 * @param analysable false when any statement could not be read; risk is then HIGH
 * @param transactional everything runs in one transaction
 * @param findings about the migration as a whole
 * @param subjectHash of the approval's subject; null until intake knows the target
 * @param judgedBy {@code Yardstick.json()}; null when it was the default one
 */
public record Report(
        String engine,
        String engineVersion,
        Risk risk,
        boolean analysable,
        Confidence confidence,
        List<StatementReport> statements,
        boolean transactional,
        List<Finding> findings,
        @Nullable String subjectHash,
        @Nullable JsonNode judgedBy) {
    public Report {
        statements = List.copyOf(statements);
        findings = List.copyOf(findings);
    }

    /**
     * {@code sha256:<hex>} over what the statements do: operations and effects. Sizes, traffic, estimates and the levels
     * and sentences that follow from them are left out, because they change by the minute on a live target; the
     * executor compares the risk itself with the one that was granted.
     */
    public String reportHash() {
        return ReportJson.hash(this);
    }

    public Report withConfidence(Confidence other) {
        return new Report(
                engine,
                engineVersion,
                risk,
                analysable,
                other,
                statements,
                transactional,
                findings,
                subjectHash,
                judgedBy);
    }

    /** The same with other statements, findings and the risk that follows from them. */
    public Report with(Risk other, List<StatementReport> judged, List<Finding> about) {
        return new Report(
                engine,
                engineVersion,
                other,
                analysable,
                confidence,
                judged,
                transactional,
                about,
                subjectHash,
                judgedBy);
    }

    public Report withSubjectHash(String hash) {
        return new Report(
                engine,
                engineVersion,
                risk,
                analysable,
                confidence,
                statements,
                transactional,
                findings,
                hash,
                judgedBy);
    }

    public Report withJudgedBy(@Nullable JsonNode yardstick) {
        return new Report(
                engine,
                engineVersion,
                risk,
                analysable,
                confidence,
                statements,
                transactional,
                findings,
                subjectHash,
                yardstick);
    }

    /** Literals of the SQL masked and each statement at most 300 characters, for events, Slack and logs. */
    public Report masked() {
        Dialect dialect = dialect();
        List<StatementReport> masked = statements.stream()
                .map(s -> new StatementReport(
                        s.index(),
                        s.line(),
                        s.file(),
                        s.changeset(),
                        SqlMask.display(s.sql(), dialect),
                        s.risk(),
                        s.operations(),
                        s.effects(),
                        s.findings()))
                .toList();
        return new Report(
                engine,
                engineVersion,
                risk,
                analysable,
                confidence,
                masked,
                transactional,
                findings,
                subjectHash,
                judgedBy);
    }

    /** Quotes mean something else in each. */
    private Dialect dialect() {
        return Arrays.stream(Dialect.values())
                .filter(known -> known.id().equals(engine))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A report for an unknown engine: " + engine));
    }

    /** Canonical JSON as in the design's section "Risk": sorted keys, no white space. */
    public String json() {
        return ReportJson.text(this);
    }
}
