package io.lockkeeper.cli;

import io.lockkeeper.cli.lint.LintCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry. */
@Command(
        name = "lockkeeper",
        description = "Lints and submits schema migrations, and verifies Lockkeeper's audit chain.",
        mixinStandardHelpOptions = true,
        version = "lockkeeper " + Lockkeeper.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accepted, or the chain is intact",
            "1:refused, or the chain is broken",
            "2:wrong use, or the service did not answer"
        },
        subcommands = {LintCommand.class, SubmitCommand.class, AuditCommand.class})
public final class Lockkeeper {

    public static final String VERSION = "0.1.0";

    public static final int GOOD = 0;
    public static final int REFUSED = 1;
    public static final int NO_ANSWER = 2;

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Lockkeeper());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof Unusable) {
                command.getErr().println("lockkeeper: " + failure.getMessage());
                return NO_ANSWER;
            }
            throw failure;
        });
        line.setExitCodeExceptionMapper(failure -> NO_ANSWER);
        return line.execute(arguments);
    }

    /** What the caller or the network got wrong, to be said in one line. */
    public static final class Unusable extends RuntimeException {
        public Unusable(String message) {
            super(message);
        }
    }
}
