package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.Lockkeeper;
import io.lockkeeper.cli.Lockkeeper.Unusable;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.Yardstick;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.sql.Dialect;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lockkeeper lint}: what a migration would do to a database, without a Lockkeeper at hand. */
@Command(
        name = "lint",
        description = {
            "Says what a migration would do: locks, what they block and for how long, and a safer way.",
            "Each file is one migration against the target as it is now."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file is below the threshold",
            "1:a file is at or above it",
            "2:wrong use, or a file or the database could not be read"
        })
public final class LintCommand implements Callable<Integer> {

    /** How findings are printed. */
    enum Format {
        text,
        json,
        jsonl,
        markdown,
        sarif,
        junit,
        github,
        gitlab
    }

    /** From which risk on the exit code says so. */
    enum Threshold {
        LOW,
        MEDIUM,
        HIGH,
        NEVER;

        boolean reached(Risk risk) {
            return this != NEVER && risk.ordinal() >= ordinal();
        }
    }

    @Mixin
    LintTarget target = new LintTarget();

    @Mixin
    LintInputs inputs = new LintInputs();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. json takes one file, jsonl prints a line for each. Default: text")
    Format format = Format.text;

    @Option(
            names = "--fail-on",
            defaultValue = "HIGH",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    Threshold failOn = Threshold.HIGH;

    @Option(
            names = "--ignore",
            paramLabel = "RULE",
            split = ",",
            description = {
                "Findings of this rule do not count; they are shown as suppressed. Repeat it, or separate by commas.",
                "For one statement, write above it: -- lockkeeper:ignore RULE: why this is safe here"
            })
    List<String> ignore = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    boolean help;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "SQL scripts, changelogs or folders; - for standard input.")
    List<String> files = List.of();

    @Spec
    @Nullable
    CommandSpec spec;

    private @Nullable LintSource shared;

    @Override
    public Integer call() {
        if (format == Format.json && files.size() > 1) {
            throw wrongUse("--format json takes one file; use jsonl for several");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Set<String> ignored = RuleNames.checked(ignore);
        Dialect dialect = target.dialect(inputs.dialect());
        Yardstick yardstick = target.yardstick();
        LintFormat printed = LintFormat.of(format);
        List<Judged> judged = new ArrayList<>();
        List<PlanRefused> refused = new ArrayList<>();
        for (String file : files) {
            try {
                LintUnit unit = inputs.unit(file, dialect);
                Judged one = judge(unit, source(unit, dialect, err), yardstick, ignored);
                judged.add(one);
                printed.each(out, one);
            } catch (PlanRefused e) {
                refused.add(e);
                err.println(Escapes.line(e.describe()));
            }
        }
        printed.all(out, new LintFormat.Run(judged, refused, failOn));
        out.flush();
        return exit(judged, refused);
    }

    private int exit(List<Judged> judged, List<PlanRefused> refused) {
        if (!refused.isEmpty()) {
            return Lockkeeper.NO_ANSWER;
        }
        boolean reached =
                judged.stream().anyMatch(one -> failOn.reached(one.report().risk()));
        return reached ? Lockkeeper.REFUSED : Lockkeeper.GOOD;
    }

    /** One for all files, unless scripts that ran before belong to it. */
    private LintSource source(LintUnit unit, Dialect dialect, PrintWriter err) {
        if (unit.before().isPresent()) {
            return target.source(dialect, unit.before(), err);
        }
        LintSource source = shared;
        if (source == null) {
            source = target.source(dialect, Optional.empty(), err);
            shared = source;
        }
        return source;
    }

    private static Judged judge(LintUnit unit, LintSource source, Yardstick yardstick, Set<String> ignored) {
        try {
            TargetFacts facts = source.facts(unit.plan());
            Report report = source.graded(RiskEngine.assess(unit.plan(), facts, yardstick), facts);
            boolean blind = !facts.live() && facts.tables().isEmpty();
            return Judge.of(unit, report, ignored, blind);
        } catch (SQLException e) {
            throw new Unusable("the database could not be read: " + e.getMessage());
        }
    }

    private ParameterException wrongUse(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }
}
