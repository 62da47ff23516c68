package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.read.Types;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a statement leaves behind that its operation does not say and its text does: a partition key, the type under a
 * domain, the columns that a view, a policy, a trigger or a rule names.
 */
final class StatementText {
    private static final Pattern ENUM = Pattern.compile("(?is)create\\s+type\\s+\\S+\\s+as\\s+enum\\b.*");
    /** Outside the body, which comes last or is quoted. */
    private static final Pattern STEADY = Pattern.compile("(?is)^(?:[^$']|\\$(?!\\w*\\$))*\\b(?:immutable|stable)\\b");

    private static final Pattern PARTITIONED = Pattern.compile("(?is).*\\)\\s*partition\\s+by\\b(.*)");
    private static final Pattern DEFAULT = Pattern.compile(
            "(?is)create\\s+table\\b.*\\bpartition\\s+of\\b.*\\bdefault\\s*;?\\s*(?:partition\\s+by\\b.*)?");
    private static final Pattern TYPED = Pattern.compile(
            "(?is)\\s*create\\s+(?:\\w+\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?\\S+\\s+of\\s+([^\\s(;]+).*");
    private static final Pattern BLOCK = Pattern.compile("(?is)\\s*do\\b.*");

    private static final Set<String> AFTER_TYPE =
            Set.of("collate", "default", "constraint", "not", "null", "check", ";");

    private final TargetFacts before;
    private final String sql;

    private StatementText(TargetFacts before, String sql) {
        this.before = before;
        this.sql = sql;
    }

    /** @param next the facts as the operation leaves them; the text of a DO block is that of many statements and is not read */
    static TargetFacts read(TargetFacts before, TargetFacts next, Operation operation, String sql) {
        return before.dialect() == Dialect.POSTGRESQL && BLOCK.matcher(sql).matches()
                ? next
                : new StatementText(before, sql).read(next, operation);
    }

    private TargetFacts read(TargetFacts next, Operation operation) {
        return switch (operation) {
            case TableOperation.CreateTable create -> divided(next, create);
            case TableOperation.AttachPartition attach
            when attach.bound().strip().equalsIgnoreCase("default") ->
                defaulting(next, attach.table(), attach.partition());
            case TableOperation.ChangeTable change -> changed(next, change);
            case IndexOperation.CreateIndex create
            when create.computed() && create.name() != null ->
                defined(next, create.table(), next.qualified(create.name()));
            case OtherOperation.CreateView view -> ViewUse.seen(columns(next, view), view.object(), sql);
            case OtherOperation.CreateMaterializedView view -> ViewUse.seen(next, view.object(), sql);
            case OtherOperation.CreateObject create -> named(next, create);
            default -> next;
        };
    }

    /** What an index computes is in its text alone. */
    private TargetFacts defined(TargetFacts facts, ObjectName table, ObjectName index) {
        return Evolution.change(
                facts,
                table,
                known -> known.with(
                        known.columns(),
                        known.indexes().stream()
                                .map(i -> i.name().equals(index) ? i.defined(sql) : i)
                                .toList(),
                        known.constraints()));
    }

    /** Those whose type is not known have none; without all their names nothing is known of the view. */
    private TargetFacts columns(TargetFacts facts, OtherOperation.CreateView view) {
        boolean named = view.columns().stream().noneMatch(c -> c.name().isEmpty());
        if (!named || view.columns().isEmpty()) {
            return facts.with(facts.definitions().withoutColumns(facts.qualified(view.object())));
        }
        List<ColumnFacts> columns = view.columns().stream()
                .map(c -> new ColumnFacts(c.name(), type(c.of(), view, facts), false, null, "", -1))
                .toList();
        return facts.with(facts.definitions().view(facts.qualified(view.object()), columns));
    }

    private static String type(String column, OtherOperation.CreateView view, TargetFacts facts) {
        List<String> types = view.sources().stream()
                .flatMap(source -> facts.table(source).stream())
                .flatMap(table -> table.column(column).stream())
                .map(ColumnFacts::type)
                .distinct()
                .toList();
        return types.size() == 1 ? types.getFirst() : "";
    }

    /** PARTITION BY says the key; PARTITION OF … DEFAULT takes the rest of its parent's rows. */
    private TargetFacts divided(TargetFacts facts, TableOperation.CreateTable create) {
        Matcher key = PARTITIONED.matcher(sql);
        TargetFacts changed = key.matches()
                ? Evolution.change(
                        facts,
                        create.table(),
                        t -> t.withPartitioning(new Partitioning(key.group(1).strip(), Optional.empty())))
                : facts;
        Matcher type = TYPED.matcher(sql);
        if (type.matches()) {
            String of =
                    facts.qualified(ObjectName.ofType(folded(type.group(1)))).toString();
            changed = change(changed, create.table(), kept -> kept.of(of));
        }
        ObjectName parent = create.partitionOf();
        return parent != null && DEFAULT.matcher(sql).matches() ? defaulting(changed, parent, create.table()) : changed;
    }

    private static String folded(String name) {
        return name.contains("\"") ? name : name.toLowerCase(Locale.ROOT);
    }

    private static TargetFacts defaulting(TargetFacts facts, ObjectName parent, ObjectName rest) {
        return Evolution.change(
                facts,
                parent,
                t -> t.withPartitioning(new Partitioning(
                        t.partitioning().map(Partitioning::key).orElse(""), Optional.of(facts.qualified(rest)))));
    }

    private TargetFacts named(TargetFacts facts, OtherOperation.CreateObject create) {
        ObjectName name = create.object();
        if (name == null) {
            return facts;
        }
        if (create.type().equals("function")) {
            boolean varies = before.other().containsKey(before.qualified(name)) && !steady(name);
            return Evolution.other(facts, name, !varies && STEADY.matcher(sql).find() ? "steady-function" : "function");
        }
        if (ENUM.matcher(sql).matches()) {
            return Evolution.other(facts, name, "enum");
        }
        return switch (create.type()) {
            case "domain" -> domain(facts, name);
            default -> facts;
        };
    }

    /** Several functions may have one name, of which each must be so. */
    private boolean steady(ObjectName name) {
        return "steady-function".equals(before.other().get(before.qualified(name)));
    }

    /** A collation of its own is part of the type it is over, so that it equals no other. */
    private TargetFacts domain(TargetFacts facts, ObjectName name) {
        List<String> words = words();
        int type = after(words, 2);
        type += type < words.size() && words.get(type).equals("as") ? 1 : 0;
        List<String> base = SqlWords.until(words, type, AFTER_TYPE);
        List<String> rest = words.subList(type + base.size(), words.size());
        boolean checks = rest.contains("check");
        boolean notNull = String.join(" ", rest).contains("not null");
        String over =
                Types.normal(String.join(" ", base).replace(" . ", ".")) + (rest.contains("collate") ? " COLLATE" : "");
        TargetFacts known = facts.with(facts.definitions().domain(facts.qualified(name), over));
        return Evolution.other(known, name, checks || notNull ? "constrained-domain" : "domain");
    }

    private TargetFacts changed(TargetFacts facts, TableOperation.ChangeTable change) {
        String name = change.other() == null ? "" : change.other().name();
        return switch (change.change()) {
            case CREATE_STATISTICS -> statistics(facts, change.table());
            case CREATE_POLICY, ALTER_POLICY -> used(facts, "policy", name, parts("using", "check"));
            case CREATE_TRIGGER -> used(facts, "trigger", name, triggering());
            case CREATE_RULE ->
                name.isEmpty() ? facts : used(facts, "rule", name, words().subList(after(words(), 2), words().size()));
            case DROP_RULE ->
                change(facts, change.table(), kept -> name.isEmpty() ? kept : kept.notUsing("rule", name));
            case PUBLISH -> published(facts, change);
            default -> facts;
        };
    }

    /** A rename of a policy names no column, and keeps those it named under a name that is not followed. */
    private TargetFacts used(TargetFacts facts, String kind, String name, List<String> mentioned) {
        TargetFacts changed = facts;
        boolean all = ViewUse.star(mentioned);
        for (TableFacts table : ViewUse.tables(facts, words(), new ObjectName(null, ""))) {
            Set<String> columns = new HashSet<>();
            table.columns().stream()
                    .map(ColumnFacts::name)
                    .filter(column -> mentioned.contains(column) || (all && kind.equals("rule")))
                    .forEach(columns::add);
            if (!columns.isEmpty()) {
                changed = change(changed, table.name(), kept -> kept.using(new ColumnUse(kind, name, columns)));
            }
        }
        return changed;
    }

    /** The words in all parentheses that follow one of those. */
    private List<String> parts(String... heads) {
        List<String> words = words();
        return Stream.of(heads)
                .flatMap(head -> {
                    int at = words.indexOf(head);
                    return at < 0 ? Stream.of() : SqlWords.group(words, at + 1).stream();
                })
                .toList();
    }

    /** The columns of UPDATE OF and the words of WHEN. */
    private List<String> triggering() {
        List<String> words = words();
        List<String> mentioned = new ArrayList<>(parts("when"));
        int of = words.indexOf("of");
        if (of > 0 && words.get(of - 1).equals("update")) {
            mentioned.addAll(SqlWords.until(words, of + 1, Set.of("on")));
        }
        return mentioned;
    }

    private TargetFacts statistics(TargetFacts facts, ObjectName table) {
        List<String> words = words();
        int at = words.indexOf("statistics") + 1;
        at += at + 2 < words.size() && words.get(at).equals("if") ? 3 : 0;
        boolean qualified = after(words, at) == at + 3;
        if (at >= words.size() || words.get(at).equals("on") || words.get(at).equals("(")) {
            return facts;
        }
        ObjectName name = qualified
                ? new ObjectName(words.get(at), words.get(at + 2))
                : new ObjectName(facts.qualified(table).schema(), words.get(at));
        return facts.with(facts.definitions().statistics(name, facts.qualified(table)));
    }

    /** {@code CREATE PUBLICATION p FOR TABLE …}, {@code ALTER PUBLICATION p ADD, DROP, SET TABLE …}. */
    private TargetFacts published(TargetFacts facts, TableOperation.ChangeTable change) {
        List<String> words = words();
        int verb = after(words, 2);
        boolean drops = verb < words.size() && words.get(verb).equals("drop");
        return words.size() > 2 ? change(facts, change.table(), kept -> kept.publication(words.get(2), !drops)) : facts;
    }

    private static TargetFacts change(TargetFacts facts, ObjectName table, UnaryOperator<PostgresStorage> change) {
        return Evolution.change(facts, table, t -> t.storage()
                .map(kept -> t.withStorage(change.apply(kept)))
                .orElse(t));
    }

    /** Behind a name of one or two parts. */
    private static int after(List<String> words, int name) {
        boolean qualified = name + 1 < words.size() && words.get(name + 1).equals(".");
        return Math.min(words.size(), name + (qualified ? 3 : 1));
    }

    private List<String> words() {
        return SqlWords.of(sql, before.dialect());
    }
}
