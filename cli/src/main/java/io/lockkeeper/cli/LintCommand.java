package io.lockkeeper.cli;

import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lockkeeper lint}: what SQL scripts would do to a database, without a Lockkeeper at hand. */
@Command(
        name = "lint",
        description = {
            "Says what SQL scripts would do: locks, what they block and for how long, and a safer way.",
            "Each file is one migration against the target as it is now."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file is below the threshold",
            "1:a file is at or above it",
            "2:wrong use, or a file or the database could not be read"
        })
final class LintCommand implements Callable<Integer> {

    /** How findings are printed. */
    enum Format {
        text,
        json,
        jsonl,
        github
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

    @Option(
            names = "--engine",
            defaultValue = "postgresql",
            description = "The database: postgresql, the only one so far. Default: ${DEFAULT-VALUE}")
    String engine = "";

    @Option(
            names = "--engine-version",
            paramLabel = "V",
            description = "Its major version, 12 to 18, when there is no --database-url. Default: 17")
    @Nullable
    Integer engineVersion;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = {
                "Read sizes, columns and traffic from here: postgresql://user:password@host/database or a JDBC URL.",
                "Read-only, no lock above ACCESS SHARE. Without it the worst is assumed."
            })
    @Nullable
    String databaseUrl;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}. Default: text")
    Format format = Format.text;

    @Option(
            names = "--fail-on",
            defaultValue = "HIGH",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    Threshold failOn = Threshold.HIGH;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    boolean help;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "SQL scripts; - for standard input.")
    List<String> files = List.of();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        LintSource source = source();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (format == Format.json && files.size() > 1) {
            throw wrongUse("--format json takes one file; use jsonl for several");
        }
        boolean reached = false;
        boolean refusedAny = false;
        for (String file : files) {
            String sql = sql(file);
            try {
                Report report = source.assess(name(file), sql);
                LintOutput.print(out, format, name(file), sql, report);
                reached |= failOn.reached(report.risk());
            } catch (PlanRefused refused) {
                refusedAny = true;
                spec.commandLine().getErr().println(refused.describe());
            }
        }
        out.flush();
        return refusedAny ? Lockkeeper.NO_ANSWER : reached ? Lockkeeper.REFUSED : Lockkeeper.GOOD;
    }

    private LintSource source() {
        if (!engine.equals("postgresql")) {
            throw wrongUse("--engine " + engine + ": only postgresql is read so far");
        }
        if (databaseUrl != null && engineVersion != null) {
            throw wrongUse("the database tells its version: leave out --engine-version");
        }
        if (databaseUrl != null) {
            return LintSource.live(databaseUrl);
        }
        int version = engineVersion == null ? TargetFacts.assumed().major() : engineVersion;
        if (version < 12 || version > 18) {
            throw wrongUse("--engine-version " + version + ": PostgreSQL 12 to 18 are known");
        }
        return LintSource.assumed(version);
    }

    private static String name(String file) {
        return file.equals("-") ? "stdin.sql" : file;
    }

    private ParameterException wrongUse(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }

    private static String sql(String file) {
        return file.equals("-") ? TextInput.read(file, System.in) : TextInput.read(file, Path.of(file));
    }
}
