package io.lockkeeper.risk.intake;

import com.google.protobuf.Timestamp;
import io.lockkeeper.proto.v1.FindingSummary;
import io.lockkeeper.proto.v1.MigrationClassified;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.MigrationSubmitted;
import io.lockkeeper.proto.v1.StatementSummary;
import io.lockkeeper.proto.v1.Submitter;
import io.lockkeeper.proto.v1.Target;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.SecondsRange;
import io.lockkeeper.riskengine.report.StatementReport;
import java.time.Instant;

/** Domain to protobuf. Statements travel masked and shortened. */
final class MigrationWire {

    private MigrationWire() {}

    static MigrationEvent submitted(Migration migration) {
        return MigrationEvent.newBuilder()
                .setSubmitted(MigrationSubmitted.newBuilder()
                        .setMigrationId(migration.id().toString())
                        .setVersion(migration.version())
                        .setTarget(target(migration.assessment()))
                        .setEngine(migration.assessment().bundle().engine().id())
                        .setSubmitter(submitter(migration))
                        .setBundleHash(migration.assessment().bundleHash())
                        .setSubmittedAt(timestamp(migration.submittedAt()))
                        .setDiffUrl(migration.diffUrl()))
                .build();
    }

    static MigrationEvent classified(Migration migration, String planUrl) {
        Assessment assessment = migration.assessment();
        Report report = assessment.report().masked();
        MigrationClassified.Builder classified = MigrationClassified.newBuilder()
                .setMigrationId(migration.id().toString())
                .setRisk(risk(report.risk()))
                .setAnalysable(report.analysable())
                .setSubjectHash(assessment.subjectHash())
                .setReportHash(migration.assessment().reportHash())
                .setPlanUrl(planUrl)
                .setClassifiedAt(timestamp(migration.submittedAt()))
                .setVersion(migration.version())
                .setTarget(target(assessment))
                .setEngine(assessment.bundle().engine().id())
                .setSubmitter(submitter(migration))
                .setBundleHash(assessment.bundleHash())
                .setDiffUrl(migration.diffUrl());
        report.statements().forEach(statement -> classified.addStatements(statement(statement)));
        report.findings().forEach(finding -> classified.addFindings(finding(finding)));
        return MigrationEvent.newBuilder().setClassified(classified).build();
    }

    private static Target target(Assessment assessment) {
        return Target.newBuilder()
                .setName(assessment.targetName())
                .setEnvironment(assessment.target().environment())
                .setDatabaseEngine(assessment.report().engine())
                .setDatabaseVersion(assessment.databaseVersion())
                .setOwner(assessment.target().owner())
                .setChannel(assessment.target().channel())
                .setApproverGroup(assessment.target().approverGroup())
                .build();
    }

    private static Submitter submitter(Migration migration) {
        return Submitter.newBuilder()
                .setIdentity(migration.submitter())
                .setCredential(migration.credential())
                .build();
    }

    private static StatementSummary statement(StatementReport statement) {
        StatementSummary.Builder summary = StatementSummary.newBuilder()
                .setIndex(statement.index())
                .setSql(statement.sql())
                .setRisk(risk(statement.risk()));
        statement.gravest().map(Finding::reason).ifPresent(summary::setReason);
        statement.strongest().ifPresent(effect -> effect(summary, effect));
        statement.findings().forEach(finding -> summary.addFindings(finding(finding)));
        return summary.build();
    }

    private static void effect(StatementSummary.Builder summary, Effect effect) {
        summary.setLock(effect.lock().words())
                .setBlocks(effect.blocks().id())
                .setTable(effect.table())
                .setBlocked(seconds(effect.blocked()))
                .setTotal(seconds(effect.total()));
    }

    private static FindingSummary finding(Finding finding) {
        return FindingSummary.newBuilder()
                .setRule(finding.rule())
                .setRisk(risk(finding.risk()))
                .setReason(finding.reason())
                .setSaferWay(finding.saferWay())
                .build();
    }

    private static io.lockkeeper.proto.v1.SecondsRange seconds(SecondsRange range) {
        return io.lockkeeper.proto.v1.SecondsRange.newBuilder()
                .setLow(range.low())
                .setHigh(range.high())
                .build();
    }

    private static io.lockkeeper.proto.v1.Risk risk(Risk risk) {
        return switch (risk) {
            case LOW -> io.lockkeeper.proto.v1.Risk.RISK_LOW;
            case MEDIUM -> io.lockkeeper.proto.v1.Risk.RISK_MEDIUM;
            case HIGH -> io.lockkeeper.proto.v1.Risk.RISK_HIGH;
        };
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
