package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import io.lockkeeper.cli.TextInput;
import io.lockkeeper.riskengine.plan.AlembicScript;
import io.lockkeeper.riskengine.plan.CopyTool;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.ScriptPlan;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what the files are, and the way from a file to a plan. */
final class LintInputs {

    /** What runs the migration. */
    enum Tool {
        NATIVE("native"),
        LIQUIBASE("liquibase"),
        FLYWAY("flyway"),
        ALEMBIC("alembic"),
        GH_OST("gh-ost"),
        PT_OSC("pt-osc");

        private final String id;

        Tool(String id) {
            this.id = id;
        }

        static Tool of(String text) {
            for (Tool tool : values()) {
                if (tool.id.equals(text)) {
                    return tool;
                }
            }
            throw new Unusable("--tool " + text + ": use native, liquibase, flyway, alembic, gh-ost or pt-osc");
        }
    }

    private static final Pattern FORMATTED = Pattern.compile("(?i)\\s*--\\s*liquibase\\s+formatted\\s+sql\\b");

    @Option(
            names = "--tool",
            paramLabel = "TOOL",
            description = {
                "What runs it: native, liquibase, flyway, alembic, gh-ost or pt-osc. Default: flyway for a folder,",
                "liquibase for a changelog, alembic for what `alembic upgrade --sql` prints, else native."
            })
    @Nullable
    String tool;

    @Option(
            names = "--transaction",
            paramLabel = "each|all",
            defaultValue = "each",
            description = {
                "native: each statement commits by itself, as in psql, or all are one transaction, as with a tool that",
                "wraps them. BEGIN and COMMIT are understood either way. Default: ${DEFAULT-VALUE}"
            })
    String transaction = "each";

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "gh-ost, pt-osc: the table that FILE, the --alter clause, is for.")
    @Nullable
    String table;

    @Option(
            names = "--applied",
            paramLabel = "VERSION",
            description = "flyway: scripts up to this version have run; their tables are there and in use.")
    @Nullable
    String applied;

    @Option(
            names = "--base",
            paramLabel = "DIR",
            description = "liquibase: the folder that includes are relative to. Default: the changelog's own.")
    @Nullable
    Path base;

    /** Default of the engine: the tools for MySQL are for MySQL. */
    Dialect dialect() {
        Tool asked = tool == null ? Tool.NATIVE : Tool.of(tool);
        return asked == Tool.GH_OST || asked == Tool.PT_OSC ? Dialect.MYSQL : Dialect.POSTGRESQL;
    }

    /** @throws PlanRefused named as the caller knows the file */
    LintUnit unit(String file, Dialect dialect) throws PlanRefused {
        if (!transaction.equals("each") && !transaction.equals("all")) {
            throw new Unusable("--transaction " + transaction + ": use each or all");
        }
        Path path = Path.of(file);
        boolean folder = !file.equals("-") && Files.isDirectory(path);
        String text = folder ? "" : file.equals("-") ? TextInput.read(file, System.in) : TextInput.read(file, path);
        Tool as = tool == null ? detected(file, folder, text) : Tool.of(tool);
        if (folder && as != Tool.FLYWAY) {
            throw new Unusable(file + " is a folder; only --tool flyway takes one");
        }
        String name = file.equals("-") ? "stdin.sql" : file;
        // A bundle holds relative paths only; how the file is called here is the caller's affair.
        SourceFile source = new SourceFile("script.sql", text);
        try {
            return switch (as) {
                case FLYWAY -> FlywayFolder.unit(file, folder, text, dialect, applied);
                case LIQUIBASE -> LiquibaseFiles.unit(file, base, dialect);
                case ALEMBIC -> unit(name, text, AlembicScript.plan(source, dialect), List.of());
                case GH_OST -> copied(CopyTool.GH_OST, name, source, dialect);
                case PT_OSC -> copied(CopyTool.PT_OSC, name, source, dialect);
                case NATIVE -> unit(name, text, plan(source, dialect), List.of());
            };
        } catch (PlanRefused refused) {
            String where = refused.file();
            throw where == null || where.equals("script.sql") ? refused.in(name) : refused;
        }
    }

    private Plan plan(SourceFile source, Dialect dialect) throws PlanRefused {
        return ScriptPlan.of(dialect, List.of(new ScriptPlan.Part(source, transaction.equals("all"), null)));
    }

    private LintUnit copied(CopyTool with, String name, SourceFile clause, Dialect dialect) throws PlanRefused {
        return unit(name, clause.content(), with.plan(clause, table, dialect), List.of(with.finding(dialect)));
    }

    private static LintUnit unit(String name, String text, Plan plan, List<Finding> about) {
        return new LintUnit(
                name, plan, Map.of("script.sql", text), Map.of("script.sql", name), Optional.empty(), about);
    }

    private static Tool detected(String file, boolean folder, String text) {
        String lower = file.toLowerCase(Locale.ROOT);
        if (folder) {
            return Tool.FLYWAY;
        }
        boolean changelog =
                (lower.endsWith(".xml") || lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"))
                        && text.contains("databaseChangeLog");
        if (changelog || FORMATTED.matcher(text).lookingAt()) {
            return Tool.LIQUIBASE;
        }
        return AlembicScript.looksLike(text) ? Tool.ALEMBIC : Tool.NATIVE;
    }
}
