package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.SqlStatement;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A folder of Flyway migrations in the order Flyway runs them: versioned ones by version, then repeatable ones by
 * description; undo scripts are left out. Each script is one transaction, unless its {@code .conf} says
 * {@code executeInTransaction=false} or it holds what cannot run in one.
 *
 * @param before scripts that count as having run: the baseline, and versions up to the one asked for
 * @param parts the others, in running order
 * @param findings about scripts as a whole
 */
public record FlywayScripts(List<SourceFile> before, List<ScriptPlan.Part> parts, List<Finding> findings) {
    private static final Pattern NAME =
            Pattern.compile("([VBU])([0-9][0-9._]*)__(.+)\\.(sql|java)|(R)__(.+)\\.(sql|java)");
    private static final Pattern OUTSIDE =
            Pattern.compile("(?im)^\\s*(?:flyway\\.)?executeInTransaction\\s*[=:]\\s*false\\s*$");
    private static final String DOCS = "docs/lint.md#flyway";
    /** {@link Finding#rule()} of a script that Flyway itself refuses. */
    public static final String MIXED = "flyway-mixed-transaction";

    public FlywayScripts {
        before = List.copyOf(before);
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /** @param version empty for a repeatable script */
    private record Found(char kind, String version, String description, SourceFile file) {
        boolean java() {
            return file.path().endsWith(".java");
        }
    }

    /** Flyway's own file names; everything else in the folder is none of its business. */
    public static boolean named(String fileName) {
        return NAME.matcher(fileName.replaceFirst("\\.conf$", "")).matches();
    }

    /**
     * Puts scripts in order.
     *
     * @param files scripts and their {@code .conf} files, from all folders below
     * @param applied version up to which scripts have run on the target; null: none, or the baseline's
     */
    public static FlywayScripts of(List<SourceFile> files, Dialect dialect, @Nullable String applied)
            throws PlanRefused {
        Map<String, SourceFile> byPath =
                files.stream().collect(Collectors.toMap(SourceFile::path, Function.identity(), (a, b) -> a));
        List<Found> found = new ArrayList<>();
        for (SourceFile file : files) {
            found(file).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Found::version, FlywayScripts::compare).thenComparing(Found::description));
        refuseTwins(found);
        Optional<Found> baseline = found.stream().filter(f -> f.kind == 'B').reduce((a, b) -> b);
        String done = applied != null ? applied : baseline.map(Found::version).orElse("");
        List<SourceFile> before = new ArrayList<>();
        if (applied == null) {
            baseline.ifPresent(b -> before.add(b.file));
        }
        Building building = new Building(dialect, byPath);
        for (Found script : found) {
            boolean ran = !done.isEmpty() && compare(script.version, done) <= 0;
            if (script.kind == 'V' && ran && applied != null && !script.java()) {
                before.add(script.file);
            } else if (script.kind == 'V' && !ran) {
                building.add(script);
            }
        }
        for (Found script : found.stream().filter(f -> f.kind == 'R').toList()) {
            building.add(script);
        }
        return new FlywayScripts(before, building.parts, building.findings);
    }

    private static Optional<Found> found(SourceFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                matcher.group(1) == null
                        ? new Found('R', "", matcher.group(6), file)
                        : new Found(matcher.group(1).charAt(0), matcher.group(2), matcher.group(3), file));
    }

    private static void refuseTwins(List<Found> sorted) throws PlanRefused {
        for (int i = 1; i < sorted.size(); i++) {
            Found a = sorted.get(i - 1);
            Found b = sorted.get(i);
            if (a.kind == b.kind && a.kind == 'V' && compare(a.version, b.version) == 0) {
                throw new PlanRefused(
                        RefusalCode.BAD_PATH,
                        b.file.path(),
                        0,
                        "There are two scripts of version " + b.version + "; the other is " + a.file.path(),
                        "Give each versioned script a version of its own, as Flyway demands.");
            }
        }
    }

    /** By number, part for part; {@code 1.2} and {@code 1_2} are the same. */
    static int compare(String a, String b) {
        String[] left = a.split("[._]");
        String[] right = b.split("[._]");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            String x = i < left.length ? left[i].replaceFirst("^0+", "") : "";
            String y = i < right.length ? right[i].replaceFirst("^0+", "") : "";
            int order = x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static final class Building {
        private final Dialect dialect;
        private final Map<String, SourceFile> byPath;
        private final List<ScriptPlan.Part> parts = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        private Building(Dialect dialect, Map<String, SourceFile> byPath) {
            this.dialect = dialect;
            this.byPath = byPath;
        }

        private void add(Found script) throws PlanRefused {
            if (script.java()) {
                parts.add(new ScriptPlan.Part(script.file, false, "a Java migration can do anything"));
                return;
            }
            parts.add(new ScriptPlan.Part(script.file, together(script.file), null));
        }

        private boolean together(SourceFile file) throws PlanRefused {
            SourceFile configuration = byPath.get(file.path() + ".conf");
            if (configuration != null
                    && OUTSIDE.matcher(configuration.content()).find()) {
                return false;
            }
            List<SqlStatement> statements = Script.split(file, dialect);
            List<SqlStatement> outside = statements.stream()
                    .filter(s -> dialect == Dialect.POSTGRESQL && OutsideTransaction.required(s.text()))
                    .toList();
            if (!outside.isEmpty() && outside.size() < statements.size()) {
                findings.add(mixed(file, outside.getFirst()));
            }
            return outside.isEmpty();
        }

        private static Finding mixed(SourceFile file, SqlStatement statement) {
            return new Finding(
                    MIXED,
                    Risk.HIGH,
                    "Will fail: line " + statement.line() + " of " + file.path()
                            + " cannot run in a transaction and other statements of the script can; Flyway refuses such"
                            + " a script unless flyway.mixed is set, and then runs all of it without a transaction.",
                    "Move it to a script of its own.",
                    DOCS);
        }
    }
}
