package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.ViewQuery;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that tables or programs depend on is replaced, changed or dropped. */
public final class ChangesSharedObject implements Rule {
    private static final Card CARD = new Card(
                    "changes-shared-object",
                    "DROP of views, types, functions, sequences, publications, schemas, databases and what a role owns; ALTER of types, domains, sequences, views; setval; CREATE OR REPLACE FUNCTION; publications of all tables.",
                    "Running code that uses it may fail; CASCADE takes dependents along; a domain is checked in every table that uses it.",
                    "Add the new thing beside the old one, move over, remove the old one later; never CASCADE.",
                    List.of(
                            Example.of("DROP VIEW order_view"),
                            Example.of("DROP SCHEMA archive CASCADE"),
                            Example.of("DROP OWNED BY app"),
                            Example.of("REASSIGN OWNED BY app TO CURRENT_USER"),
                            Example.of("SELECT setval('order_numbers', 5)"),
                            Example.of("CREATE PUBLICATION everything FOR ALL TABLES"),
                            Example.of("ALTER SEQUENCE order_numbers RESTART"),
                            Example.of("ALTER VIEW order_view RENAME TO order_list")),
                    List.of(
                            Example.of("ALTER TYPE order_state ADD VALUE 'lost'"),
                            Example.of("CREATE VIEW v AS SELECT id FROM orders"),
                            Example.of("CREATE TYPE mood AS ENUM ('ok')"),
                            Example.of("DROP VIEW IF EXISTS nothing"),
                            Example.of("ALTER VIEW order_view ALTER COLUMN id SET DEFAULT 1"),
                            Example.of("ALTER MATERIALIZED VIEW order_totals SET (fillfactor = 80)")))
            .peers("atlas: DS101", "bytebase: disallow-rm-tbl-cascade");

    /** What has things in it that go along, most of them tables. */
    private static final Set<String> CONTENTS = Set.of("schema", "database", "owned");

    private static final Set<String> DUMPED = Set.of("view", "trigger", "procedure", "function", "event", "sequence");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        return switch (operation) {
            case OtherOperation.DropObject drop when gone(drop, situation) -> Optional.empty();
            case OtherOperation.DropObject drop -> Optional.of(dropped(drop, situation));
            case OtherOperation.AlterObject alter -> altered(alter, situation);
            case OtherOperation.CreateView view
            when view.orReplace() && !missing("view", view.object(), situation) && !appends(view, situation) ->
                Optional.of(situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "Whoever reads the view " + view.object() + " gets other columns or rows from now on."));
            case OtherOperation.CreateObject create
            when create.replaces() && !missing(create.type(), create.object(), situation) ->
                Optional.of(situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "What the " + create.type() + " " + create.object() + " does is not analysed."));
            case OtherOperation.CreateObject create
            when create.type().equals(OtherOperation.CreateObject.PUBLICATION_OF_ALL) ->
                Optional.of(
                        situation.finding(
                                CARD,
                                Risk.HIGH,
                                "Publishes every table, also those to come: without a key, UPDATE and DELETE fail from this moment on."));
            case OtherOperation.CreateObject create
            when create.type().equals("event-trigger") ->
                Optional.of(situation.finding(
                        CARD, Risk.MEDIUM, "From this moment on every schema change runs its function."));
            default -> Optional.empty();
        };
    }

    /** The view is as it was, but for columns at its end; or there is none of which anybody knows. */
    private static boolean appends(OtherOperation.CreateView view, Situation situation) {
        ObjectName name = situation.facts().qualified(view.object());
        if (situation.facts().dialect() != Dialect.POSTGRESQL) {
            return false;
        }
        ViewQuery query = situation.facts().definitions().queries().get(name);
        return query == null || view.query() == null
                ? !situation.facts().other().containsKey(name)
                : query.keptBy(view.query());
    }

    private static Finding dropped(OtherOperation.DropObject drop, Situation situation) {
        ObjectName name = drop.object();
        boolean empty = drop.type().equals("schema")
                && name != null
                && situation.facts().emptySchema(name.name()).orElse(false);
        if (empty) {
            return situation.finding(CARD, Risk.LOW, "Drops the schema " + name + ", in which there is nothing.");
        }
        if (CONTENTS.contains(drop.type())) {
            String what = drop.type().equals("owned") ? "everything that belongs to " : "the " + drop.type() + " ";
            return situation.finding(
                    CARD, Risk.HIGH, "Drops " + what + name + " with all the data in it, which is gone for good.");
        }
        if (drop.type().equals("statistics")) {
            return situation.finding(CARD, Risk.LOW, "The planner may choose other plans without " + name + ".");
        }
        String also = drop.cascade() ? " CASCADE takes everything that depends on it along." : "";
        return situation.finding(
                CARD,
                drop.cascade() ? Risk.HIGH : Risk.MEDIUM,
                "Drops the " + named(drop.type(), name) + ": " + consequence(drop.type()) + also);
    }

    /** Accounts are in no schema, so that their names are not looked up. */
    private static String named(String type, @Nullable ObjectName name) {
        return name == null ? type : type + " " + name;
    }

    private static String consequence(String type) {
        return switch (type) {
            case "publication", "subscription" -> "what subscribers receive ends.";
            default -> "running code that uses it fails.";
        };
    }

    /** A session's own tables are nobody else's; what is not there is not dropped. */
    private static boolean gone(OtherOperation.DropObject drop, Situation situation) {
        return drop.type().equals("temporary-table")
                || (drop.ifExists() && missing(drop.type(), drop.object(), situation));
    }

    /** Of what a dump of MySQL or MariaDB describes; databases and accounts are in no description of one database. */
    private static boolean missing(String type, @Nullable ObjectName name, Situation situation) {
        return situation.facts().dialect() == Dialect.POSTGRESQL
                ? NothingToDo.missing(type, name, situation.facts())
                : DUMPED.contains(type) && name != null && situation.facts().untold(name);
    }

    private static Optional<Finding> altered(OtherOperation.AlterObject alter, Situation situation) {
        boolean harmless =
                switch (alter.action()) {
                    case "hint", "comment", "add-value", "add-constraint-not-valid", "set-default" -> true;
                    default -> false;
                };
        boolean told = alter.type().equals("system")
                || switch (alter.action()) {
                    case "rename-value", "add-constraint", "set-not-null", "validate-constraint" -> true;
                    default -> false;
                };
        if (alter.action().equals("set-value")) {
            String reason = "Changes which values the sequence"
                    + (alter.object() == null ? "" : " " + alter.object())
                    + " gives out; with a value too low, those that were given out before repeat.";
            return Optional.of(situation.finding(CARD, Risk.MEDIUM, reason));
        }
        if (alter.type().equals("owned")) {
            String reason = "Changes the owner of everything that belongs to " + alter.object()
                    + ", which locks it against reads and writes; what that is, is not known.";
            return Optional.of(situation.finding(CARD, Risk.HIGH, reason));
        }
        boolean breaks = (alter.type().equals("domain") || alter.type().equals("schema"))
                && !alter.action().equals("loosen");
        String reason = "Changes the " + named(alter.type(), alter.object())
                + ": running code or tables that use it may fail or be checked.";
        return harmless || told
                ? Optional.empty()
                : Optional.of(situation.finding(CARD, breaks ? Risk.HIGH : Risk.MEDIUM, reason));
    }
}
