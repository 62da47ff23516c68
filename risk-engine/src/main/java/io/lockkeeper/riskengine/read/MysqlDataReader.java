package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import net.sf.jsqlparser.util.TablesNamesFinder;
import org.jspecify.annotations.Nullable;

/** Reads SELECT, INSERT, REPLACE, UPDATE and DELETE by JSqlParser; tokens have a veto on calls and on hidden changes. */
final class MysqlDataReader {
    private final MysqlOpinion parser;
    private final Dialect dialect;

    MysqlDataReader(MysqlOpinion parser, Dialect dialect) {
        this.parser = parser;
        this.dialect = dialect;
    }

    List<Operation> read(List<Token> tokens) {
        MysqlCalls.requireHarmless(tokens);
        MysqlModes.refuseUnseen(tokens);
        parser.requireKnown(tokens);
        Statement statement = parse(tokens);
        List<Operation> operations =
                switch (statement) {
                    case Update update -> update(update);
                    case Delete delete -> delete(delete);
                    case Insert insert ->
                        insert(insert.getTable(), insert.getSelect(), insert.getSetUpdateSets(), insert, tokens);
                    case Upsert upsert ->
                        insert(upsert.getTable(), upsert.getSelect(), upsert.getUpdateSets(), upsert, tokens);
                    case Select select -> select(select, tokens);
                    default -> throw disagreeing();
                };
        requireSameVerb(tokens, operations.getFirst());
        return operations;
    }

    /** The tables a query reads. */
    List<ObjectName> sources(List<Token> tokens) {
        MysqlCalls.requireHarmless(tokens);
        MysqlCalls.refuseInto(tokens);
        MysqlModes.refuseUnseen(tokens);
        return parse(tokens) instanceof Select select && !NoRows.reads(select) ? tables(select) : List.of();
    }

    private Statement parse(List<Token> tokens) {
        List<Token> query = MysqlForms.usual(tokens);
        return parser.parse(MysqlText.plain(query))
                .or(() -> parser.parse(quoted(query)))
                .orElseThrow(() -> new Unsure("the parser does not know this form"));
    }

    private String quoted(List<Token> tokens) {
        String plain = MysqlText.plain(tokens);
        try {
            return QuotedTables.of(plain, Lexer.tokens(plain, dialect), '`');
        } catch (PlanRefused e) {
            throw new Unsure("its text is broken: " + e.getMessage());
        }
    }

    private List<Operation> insert(
            Table table,
            @Nullable Select select,
            @Nullable List<UpdateSet> sets,
            Statement statement,
            List<Token> tokens) {
        boolean values = select == null || select instanceof Values;
        int rows = sets != null && !sets.isEmpty() && select == null ? 1 : values ? MysqlRows.count(tokens) : 0;
        boolean none = NoRows.reads(select);
        List<ObjectName> sources = none ? List.of() : others(statement, Set.of(name(table)));
        return List.of(new DataOperation.Insert(name(table), !values && !none, rows, sources));
    }

    /** All tables whose columns are set; every table of the statement when that cannot be told. */
    private List<Operation> update(Update update) {
        Map<String, ObjectName> tables = new LinkedHashMap<>();
        put(update.getTable(), tables);
        joined(update.getStartJoins(), tables);
        joined(update.getJoins(), tables);
        if (update.getFromItem() != null) {
            throw new Unsure("UPDATE … FROM is not of this dialect");
        }
        Set<ObjectName> changed = new LinkedHashSet<>();
        for (UpdateSet set : update.getUpdateSets()) {
            for (Column column : set.getColumns()) {
                changed.addAll(owners(column, tables));
            }
        }
        boolean filtered = Chosen.filtered(update.getWhere());
        List<ObjectName> sources = others(update, changed);
        Chosen chosen = tables.size() == 1
                ? Chosen.of(update.getWhere(), update.getLimit(), new FewValues(update.getTable(), null, null))
                : Chosen.UNBOUNDED;
        DataOperation.Choice choice = tables.size() == 1
                ? Chosen.choice(update.getWhere(), update.getOrderByElements())
                : DataOperation.Choice.UNKNOWN;
        return changed.stream()
                .<Operation>map(table -> new DataOperation.Update(
                        table, filtered, chosen.pinned(), chosen.atMost(), sources, List.of(), choice))
                .toList();
    }

    private Set<ObjectName> owners(Column column, Map<String, ObjectName> tables) {
        Table qualifier = column.getTable();
        String alias = qualifier == null || qualifier.getName() == null ? "" : key(qualifier.getName());
        ObjectName owner = tables.get(alias);
        return owner != null ? Set.of(owner) : new LinkedHashSet<>(tables.values());
    }

    private List<Operation> delete(Delete delete) {
        Map<String, ObjectName> tables = new LinkedHashMap<>();
        put(delete.getTable(), tables);
        joined(delete.getJoins(), tables);
        List<Table> using = delete.getUsingList() == null ? List.of() : delete.getUsingList();
        using.forEach(table -> put(table, tables));
        List<Table> listed = delete.getTables() == null ? List.of() : delete.getTables();
        Set<ObjectName> changed = new LinkedHashSet<>();
        for (Table table : listed) {
            ObjectName owner = tables.get(key(table.getName()));
            changed.add(owner == null ? name(table) : owner);
        }
        if (changed.isEmpty()) {
            changed.add(name(delete.getTable()));
        }
        boolean filtered = Chosen.filtered(delete.getWhere());
        List<ObjectName> sources = others(delete, changed);
        Chosen chosen = tables.size() == 1
                ? Chosen.of(delete.getWhere(), delete.getLimit(), new FewValues(delete.getTable(), null, null))
                : Chosen.UNBOUNDED;
        DataOperation.Choice choice = tables.size() == 1
                ? Chosen.choice(delete.getWhere(), delete.getOrderByElements())
                : DataOperation.Choice.UNKNOWN;
        return changed.stream()
                .<Operation>map(table ->
                        new DataOperation.Delete(table, filtered, chosen.pinned(), chosen.atMost(), sources, choice))
                .toList();
    }

    private void joined(@Nullable List<Join> joins, Map<String, ObjectName> tables) {
        for (Join join : joins == null ? List.<Join>of() : joins) {
            if (join.getFromItem() instanceof Table table) {
                put(table, tables);
            }
        }
    }

    private void put(@Nullable Table table, Map<String, ObjectName> tables) {
        if (table != null) {
            Alias alias = table.getAlias();
            tables.put(key(alias == null ? table.getName() : alias.getName()), name(table));
        }
    }

    private static String key(String name) {
        return name.replace("`", "").strip().toLowerCase(Locale.ROOT);
    }

    private List<Operation> select(Select select, List<Token> tokens) {
        MysqlCalls.refuseInto(MysqlForms.usual(tokens));
        boolean locking = select.getForMode() != null || select.getForClause() != null || locks(tokens);
        Chosen chosen = Chosen.rowsOf(select);
        long atMost = NoRows.reads(select) ? 0 : chosen.atMost();
        return List.of(new DataOperation.Select(tables(select), locking, chosen.pinned(), atMost));
    }

    private static boolean locks(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean mode = tokens.get(i - 1).is("FOR") && (token.is("UPDATE") || token.is("SHARE"));
            if (mode || (tokens.get(i - 1).is("LOCK") && token.is("IN"))) {
                return true;
            }
        }
        return false;
    }

    private List<ObjectName> others(Statement statement, Set<ObjectName> targets) {
        List<ObjectName> tables = new ArrayList<>(tables(statement));
        tables.removeAll(targets);
        return tables;
    }

    private List<ObjectName> tables(Statement statement) {
        Set<String> names = new TablesNamesFinder<Void>().getTables(statement);
        return names.stream().map(this::parsed).distinct().sorted().toList();
    }

    private ObjectName name(Table table) {
        return parsed(table.getFullyQualifiedName());
    }

    /** Through our own tokens, so that quoting is the server's. */
    private ObjectName parsed(String name) {
        try {
            MysqlCursor cursor = new MysqlCursor(Lexer.tokens(name, dialect));
            ObjectName parsed = cursor.name();
            cursor.expectEnd();
            return parsed;
        } catch (PlanRefused e) {
            throw new Unsure("a name that cannot be read");
        }
    }

    private static void requireSameVerb(List<Token> tokens, Operation operation) {
        String word = tokens.getFirst().text().toUpperCase(Locale.ROOT);
        boolean with = word.equals("WITH");
        boolean same =
                switch (operation) {
                    case DataOperation.Insert ignored -> word.equals("INSERT") || word.equals("REPLACE");
                    case DataOperation.Update ignored -> word.equals("UPDATE") || with;
                    case DataOperation.Delete ignored -> word.equals("DELETE") || with;
                    default -> with || Set.of("SELECT", "VALUES", "TABLE", "(").contains(word);
                };
        if (!same) {
            throw disagreeing();
        }
    }

    private static Unsure disagreeing() {
        return new Unsure("two readers understand it differently");
    }
}
