package io.lockkeeper.risk.intake;

import io.lockkeeper.risk.target.TargetConfig;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.subject.Bundle;

/**
 * What Lockkeeper found out about one submission before anything is stored.
 *
 * @param bundleBytes what {@code bundleHash} is over
 * @param report carries the subject hash
 */
record Assessment(
        String targetName,
        TargetConfig.Target target,
        String databaseVersion,
        Bundle bundle,
        byte[] bundleBytes,
        String bundleHash,
        String subjectHash,
        String reportHash,
        Report report) {}
