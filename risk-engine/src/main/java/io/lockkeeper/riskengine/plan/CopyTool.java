package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.SqlStatement;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** gh-ost and pt-online-schema-change: the clause they are given, and what they change about its effects. */
public enum CopyTool {
    GH_OST(
            "gh-ost",
            "gh-ost copies the table row by row into a ghost table, follows the binary log, and swaps both at the end. Reads"
                    + " and writes go on while it copies; the locks above are those of the same ALTER without the tool. The"
                    + " cut-over locks the table for some seconds at most and waits for open transactions. It needs room for a"
                    + " second copy, and refuses tables with foreign keys or triggers."),
    PT_OSC(
            "pt-osc",
            "pt-online-schema-change copies the table row by row behind triggers, and renames at the end. Reads and writes go"
                    + " on while it copies, each write doubled by a trigger; the locks above are those of the same ALTER without"
                    + " the tool. Creating the triggers and renaming take a short exclusive metadata lock each, which waits for"
                    + " open transactions. It needs room for a second copy and a primary or unique key.");

    /** {@link Finding#rule()} of {@link #finding()}. */
    public static final String RULE = "copied-by-tool";

    private static final String DOCS = "docs/lint.md#gh-ost-and-pt-osc";

    private static final String NOT_ON_MARIADB =
            "Will fail: gh-ost's releases (up to 1.1.10) run on MySQL only and stop at their start on MariaDB, before anything"
                    + " is copied.";

    private static final String INSTEAD_ON_MARIADB =
            "Use pt-online-schema-change, or MariaDB's own ALTER with LOCK=NONE, which from 11.2 on copies online.";

    private static final Pattern FULL = Pattern.compile("(?is)\\s*alter\\s+(?:ignore\\s+)?table\\s+(\\S+)\\s+(.*)");

    private final String id;
    private final String says;

    CopyTool(String id, String says) {
        this.id = id;
        this.says = says;
    }

    public String id() {
        return id;
    }

    /** What the tool changes about the ALTER; or that it does not run there: measured with gh-ost 1.1.7 and 1.1.10. */
    public Finding finding(Dialect dialect) {
        boolean refuses = this == GH_OST && dialect == Dialect.MARIADB;
        return refuses
                ? new Finding(RULE, Risk.HIGH, NOT_ON_MARIADB, INSTEAD_ON_MARIADB, DOCS)
                : new Finding(RULE, Risk.LOW, says, "", DOCS);
    }

    /**
     * The ALTER TABLE that the clause stands for, on the clause's own line.
     *
     * @param table as given by {@code --table}; null when the text names it
     */
    public Plan plan(SourceFile clause, @Nullable String table, Dialect dialect) throws PlanRefused {
        String text = clause.content().strip().replaceFirst(";\\s*$", "");
        if (dialect == Dialect.POSTGRESQL) {
            throw refused(clause, id + " is for MySQL and MariaDB", "Add --engine mysql or --engine mariadb.");
        }
        Matcher full = FULL.matcher(text);
        boolean named = full.matches();
        if (!named && table == null) {
            throw refused(clause, "The clause does not say which table it is for", "Add --table.");
        }
        if (text.isEmpty()) {
            throw refused(clause, "The clause is empty", "Give what stands in --alter.");
        }
        String sql = named ? text : "ALTER TABLE " + table + " " + text;
        List<SqlStatement> statements = Script.split(new SourceFile(clause.path(), sql), dialect);
        if (statements.size() != 1) {
            throw refused(clause, "The clause holds more than one statement", "Run " + id + " once for each.");
        }
        PlannedStatement only =
                new PlannedStatement(0, sql, clause.path(), 1, null, PlannedStatement.NO_TRANSACTION, null);
        return new Plan(dialect, Engine.NATIVE, Options.defaults(), List.of(only), List.of());
    }

    private static PlanRefused refused(SourceFile file, String message, String help) {
        return new PlanRefused(RefusalCode.BAD_OPTION, file.path(), 0, message, help);
    }
}
