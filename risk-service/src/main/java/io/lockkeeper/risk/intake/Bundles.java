package io.lockkeeper.risk.intake;

import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.List;

/** From a request's words to a bundle, within the limits of intake. */
final class Bundles {

    private static final int MAX_STATEMENTS = 5_000;

    private Bundles() {}

    static Bundle of(Submission submission) throws PlanRefused {
        Submission.Options asked = submission.options();
        Options options = asked == null
                ? Options.defaults()
                : Options.of(asked.transaction(), asked.lockTimeout(), asked.lockRetries());
        List<SourceFile> files = submission.files() == null
                ? List.of()
                : submission.files().stream().map(Submission.File::toSource).toList();
        String engine = submission.engine();
        if (engine == null) {
            throw Refusal.invalid("'engine' is missing: \"native\" or \"liquibase\"");
        }
        return Bundle.of(Engine.of(engine), options, submission.entry(), files);
    }

    /** What people can read and approve; the library itself reads far longer scripts. */
    static void requireSize(Plan plan) throws PlanRefused {
        if (plan.statements().size() > MAX_STATEMENTS) {
            throw new PlanRefused(
                    RefusalCode.TOO_LARGE,
                    null,
                    0,
                    "The migration has " + plan.statements().size() + " statements, more than " + MAX_STATEMENTS,
                    "Split it into several migrations.");
        }
    }
}
