package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.plan.Script;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.SqlStatement;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A target described by its DDL: what {@code pg_dump --schema-only} or {@code mysqldump --no-data} print, or a hand-written
 * file. Its tables are there already, used by somebody, and of unknown size.
 *
 * @param warnings what could not be read, by line; never empty in silence
 */
public record SchemaFile(TargetFacts facts, List<Warning> warnings) {
    private static final Pattern STORED =
            Pattern.compile("(?is)\\bunlogged\\b|\\)\\s*(?:using|with|tablespace)\\b|\\btablespace\\b");

    /** What a dump says around its definitions, and what defines nothing. */
    private static final Pattern DEFINES_NOTHING = Pattern.compile(
            "(?is)(?:select|set|reset|insert|replace|grant|revoke|comment|lock|unlock|use|begin|commit|start|analyze|show"
                    + "|create\\s+(?:or\\s+replace\\s+)?(?:database|role|user))\\b.*");

    /** @param line from 1 */
    public record Warning(int line, String message) {}

    public SchemaFile {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a schema.
     *
     * @param reader of the dialect: one statement → what it does
     * @throws PlanRefused when nothing of it can be read
     */
    public static SchemaFile read(
            SourceFile file, Dialect dialect, String version, Function<String, List<Operation>> reader)
            throws PlanRefused {
        Reading reading = new Reading(file.path(), TargetFacts.assumed(dialect, version), reader);
        SchemaText text = SchemaText.of(file.content(), dialect);
        reading.warnings.addAll(text.warnings());
        for (SqlStatement statement : reading.statements(text.sql())) {
            reading.add(statement);
        }
        text.triggers().forEach(reading::trigger);
        reading.warnings.sort((a, b) -> Integer.compare(a.line(), b.line()));
        boolean whole = reading.warnings.isEmpty();
        return new SchemaFile(existing(reading.facts, TargetFacts.assumed(dialect, version), whole), reading.warnings);
    }

    /** Not created by the migration: in use, and how large they are is not in the text. */
    private static TargetFacts existing(TargetFacts facts, TargetFacts session, boolean whole) {
        Map<ObjectName, TableFacts> tables = new HashMap<>();
        facts.tables().forEach((name, table) -> tables.put(name, existing(table)));
        return facts.with(tables, facts.indexes(), facts.other())
                .withSearchPath(session.searchPath())
                .told(whole);
    }

    private static TableFacts existing(TableFacts table) {
        List<ColumnFacts> columns = table.columns().stream()
                .map(c -> c.notNull() ? c : c.notNull(false))
                .toList();
        return new TableFacts(
                table.name(),
                table.kind(),
                TableFacts.ASSUMED_BYTES,
                -1,
                -1,
                -1,
                columns,
                table.indexes(),
                table.constraints(),
                table.referencedBy(),
                table.triggers(),
                table.partitions(),
                table.partitionOf(),
                table.dependents(),
                table.innodb(),
                false,
                table.partitioning(),
                table.storage());
    }

    /** The schema as far as it was read. */
    private static final class Reading {
        private final String path;
        private final Function<String, List<Operation>> reader;
        private final List<Warning> warnings = new ArrayList<>();
        private TargetFacts facts;
        private boolean elsewhere;

        private Reading(String path, TargetFacts facts, Function<String, List<Operation>> reader) {
            this.path = path;
            this.facts = facts;
            this.reader = reader;
        }

        /** Where the text cannot be split any further, what stands before still counts. */
        private List<SqlStatement> statements(String sql) throws PlanRefused {
            String rest = sql;
            while (true) {
                try {
                    return Script.split(new SourceFile(path, rest), facts.dialect());
                } catch (PlanRefused e) {
                    int line = e.line();
                    if (line <= 1) {
                        throw e;
                    }
                    warnings.add(new Warning(
                            line, "nothing is read from here on: " + Objects.requireNonNullElse(e.getMessage(), "")));
                    rest = String.join("\n", rest.lines().limit(line - 1L).toList());
                }
            }
        }

        private void add(SqlStatement statement) {
            List<Operation> operations = reader.apply(statement.text());
            for (Operation operation : operations) {
                if (operation instanceof OtherOperation.Unreadable unreadable) {
                    unreadable(statement, unreadable.reason());
                } else {
                    facts = after(operation, statement.text());
                }
            }
        }

        private void unreadable(SqlStatement statement, String reason) {
            if (!DEFINES_NOTHING.matcher(statement.text()).matches()) {
                String first = statement.text().lines().findFirst().orElse("");
                warnings.add(new Warning(
                        statement.line(),
                        "not read: " + (first.length() > 80 ? first.substring(0, 79) + "…" : first) + " (" + reason
                                + ")"));
            }
        }

        private TargetFacts after(Operation operation, String sql) {
            TargetFacts next = Evolution.after(facts, operation, sql);
            return switch (operation) {
                case TableOperation.CreateTable create -> stored(next, create.table(), sql);
                case OtherOperation.SetParameter set
                when set.name().startsWith("default_table") -> {
                    boolean usual =
                            List.of("''", "heap", "'heap'", "pg_default").contains(set.value());
                    elsewhere = !usual;
                    yield next;
                }
                case OtherOperation.SetParameter set
                when set.name().equals("search_path") -> facts.withSearchPath(schemas(set.value()));
                default -> next;
            };
        }

        /** Other places and methods are told by the statement, or by a setting before it; which, matters to nobody. */
        private TargetFacts stored(TargetFacts next, ObjectName table, String sql) {
            boolean odd = elsewhere || STORED.matcher(sql).find();
            return odd
                    ? Evolution.change(
                            next,
                            table,
                            t -> t.storage().isEmpty()
                                    ? t
                                    : t.withStorage(
                                            t.storage().get().at("").by("").logged(false)))
                    : next;
        }

        private static List<String> schemas(String value) {
            List<String> schemas = new ArrayList<>();
            for (String part : value.split(",")) {
                String schema = part.replaceAll("['\"\\s]", "");
                if (!schema.isEmpty() && !schema.equals("$user")) {
                    schemas.add(schema.toLowerCase(Locale.ROOT));
                }
            }
            return schemas.isEmpty() ? List.of("public") : schemas;
        }

        private void trigger(String table, String definition) {
            facts = Evolution.change(facts, new ObjectName(null, table), t -> {
                List<String> triggers = new ArrayList<>(t.triggers());
                triggers.add(definition);
                return t.withTriggers(triggers);
            });
        }
    }
}
