package io.lockkeeper.cli.lint;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import java.io.PrintWriter;
import java.util.List;

/** How reports are printed. */
interface LintFormat {

    /** One migration as soon as it is judged. */
    default void each(PrintWriter out, Judged judged) {}

    /** Everything, at the end. */
    default void all(PrintWriter out, Run run) {}

    /**
     * What was linted.
     *
     * @param refused files that could not be read
     * @param failOn from which risk on the exit code says so
     */
    record Run(List<Judged> judged, List<PlanRefused> refused, LintCommand.Threshold failOn) {
        public Run {
            judged = List.copyOf(judged);
            refused = List.copyOf(refused);
        }
    }

    static LintFormat of(LintCommand.Format format) {
        return switch (format) {
            case text -> new TextFormat();
            case json -> new JsonFormat(false);
            case jsonl -> new JsonFormat(true);
            case markdown -> new MarkdownFormat();
            case sarif -> new SarifFormat();
            case junit -> new JunitFormat();
            case github -> new GithubFormat();
            case gitlab -> new GitlabFormat();
        };
    }
}
