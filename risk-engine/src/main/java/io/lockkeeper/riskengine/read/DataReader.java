package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.util.TablesNamesFinder;
import org.jspecify.annotations.Nullable;

/** Reads SELECT, INSERT, UPDATE and DELETE by JSqlParser; tokens have a veto on calls and on hidden changes. */
final class DataReader {
    private final String sql;
    private final DataParser parser;

    DataReader(String sql, DataParser parser) {
        this.sql = sql;
        this.parser = parser;
    }

    List<Operation> read(List<Token> tokens) {
        Calls.requireHarmless(tokens);
        Calls.refuseDataChange(tokens);
        if (hasInto(tokens)
                && !tokens.getFirst().is("INSERT")
                && tokens.stream().noneMatch(t -> t.is("INSERT"))) {
            return List.of(into(tokens));
        }
        String folded = folded(sql, tokens);
        Statement statement = parser.parse(selecting(folded, tokens))
                .or(() -> parser.parse(QuotedTables.of(folded, tokens, '"')))
                .orElseThrow(() -> new Unsure("the parser does not know this form"));
        Operation operation = operation(statement, tokens);
        requireSameVerb(tokens.getFirst(), operation);
        return List.of(operation);
    }

    /**
     * Words as the server folds them: the parser takes {@code batch} and {@code BATCH} for two tables. ONLY, which it does not
     * know, is left out: more rows than are meant, never fewer.
     */
    private static String folded(String sql, List<Token> tokens) {
        StringBuilder text = new StringBuilder(sql);
        for (int at = 1; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            Token before = tokens.get(at - 1);
            if (token.is("ONLY") && (before.is("UPDATE") || before.is("FROM") || before.is("JOIN"))) {
                text.replace(token.start(), token.end(), "    ");
            }
        }
        for (Token token : tokens) {
            for (int i = token.start(); token.kind() == Token.Kind.WORD && i < token.end(); i++) {
                char c = text.charAt(i);
                if (c >= 'A' && c <= 'Z') {
                    text.setCharAt(i, (char) (c + ('a' - 'A')));
                }
            }
        }
        return text.toString();
    }

    private static boolean empty(@Nullable List<?> others) {
        return others == null || others.isEmpty();
    }

    /** Beside other tables it is the join that chooses. */
    private static DataOperation.Choice choice(@Nullable Expression where, boolean joined) {
        return joined ? DataOperation.Choice.UNKNOWN : Chosen.choice(where, null);
    }

    private static Operation operation(Statement statement, List<Token> tokens) {
        return switch (statement) {
            case Update update -> {
                Chosen chosen = Chosen.of(
                        update.getWhere(),
                        update.getLimit(),
                        new FewValues(
                                update.getTable(),
                                update.getWithItemsList(),
                                update.getFromItem() == null || update.getJoins() != null
                                        ? List.of()
                                        : List.of(update.getFromItem())));
                yield new DataOperation.Update(
                        name(update.getTable()),
                        Chosen.filtered(update.getWhere()),
                        chosen.pinned(),
                        chosen.atMost(),
                        others(statement, update.getTable()),
                        columns(update.getUpdateSets().stream()
                                .flatMap(set -> set.getColumns().stream())
                                .toList()),
                        choice(
                                update.getWhere(),
                                update.getFromItem() != null
                                        || !empty(update.getStartJoins())
                                        || !empty(update.getJoins())));
            }
            case Delete delete -> {
                Chosen chosen = Chosen.of(
                        delete.getWhere(),
                        delete.getLimit(),
                        new FewValues(delete.getTable(), delete.getWithItemsList(), delete.getUsingFromItemList()));
                yield new DataOperation.Delete(
                        name(delete.getTable()),
                        Chosen.filtered(delete.getWhere()),
                        chosen.pinned(),
                        chosen.atMost(),
                        others(statement, delete.getTable()),
                        choice(delete.getWhere(), !empty(delete.getUsingFromItemList()) || !empty(delete.getJoins())));
            }
            case Insert insert -> insert(insert, tokens);
            case Select select -> select(select, tokens);
            default -> throw new Unsure("two readers understand it differently");
        };
    }

    private static Operation insert(Insert insert, List<Token> tokens) {
        Select select = insert.getSelect();
        boolean values = select == null || select instanceof Values;
        int rows = select instanceof Values list ? rows(list, tokens) : values ? 1 : series(tokens);
        return new DataOperation.Insert(
                name(insert.getTable()),
                !values,
                rows,
                others(insert, insert.getTable()),
                columns(insert.getColumns() == null ? List.of() : insert.getColumns()));
    }

    /** The longest {@code generate_series(1, 1000)} of whole numbers; 0 without one. */
    private static int series(List<Token> tokens) {
        int longest = 0;
        for (int i = 0; i + 4 < tokens.size(); i++) {
            boolean series = tokens.get(i).is("GENERATE_SERIES")
                    && tokens.get(i + 1).isSymbol('(')
                    && tokens.get(i + 2).text().matches("\\d{1,9}")
                    && tokens.get(i + 3).isSymbol(',')
                    && tokens.get(i + 4).text().matches("\\d{1,9}");
            if (series) {
                int from = Integer.parseInt(tokens.get(i + 2).text());
                longest = Math.max(longest, Integer.parseInt(tokens.get(i + 4).text()) - from + 1);
            }
        }
        return longest;
    }

    /** None where a part of a column is given, an element of an array or a field: the parser takes a field for a column. */
    private static List<String> columns(List<Column> columns) {
        boolean parts = columns.stream()
                .anyMatch(
                        column -> column.getTable() != null && column.getTable().getName() != null
                                || column.getArrayConstructor() != null);
        return parts ? List.of() : columns.stream().map(Chosen::name).toList();
    }

    /** Counts the row groups after VALUES by tokens: the parser's list is of rows or of one row's values. */
    private static int rows(Values values, List<Token> tokens) {
        int depth = 0;
        int rows = 0;
        boolean inside = false;
        for (Token token : tokens) {
            inside |= token.is("VALUES");
            if (token.isSymbol('(')) {
                rows += inside && depth == 0 ? 1 : 0;
                depth++;
            } else if (token.isSymbol(')')) {
                depth--;
            } else if (inside && depth == 0 && token.is("ON")) {
                return rows;
            }
        }
        return rows == 0 ? values.getExpressions().size() : rows;
    }

    private static Operation select(Select select, List<Token> tokens) {
        boolean locking = select.getForMode() != null || select.getForClause() != null || locks(tokens);
        Chosen chosen = Chosen.rowsOf(select);
        return new DataOperation.Select(tables(select), locking, chosen.pinned(), chosen.atMost());
    }

    /** {@code SELECT FROM t}: the parser wants something between the two words. */
    private static String selecting(String folded, List<Token> tokens) {
        StringBuilder text = new StringBuilder(folded);
        for (int i = tokens.size() - 2; i >= 0; i--) {
            if (tokens.get(i).is("SELECT") && tokens.get(i + 1).is("FROM")) {
                text.insert(tokens.get(i).end(), " 1");
            }
        }
        return text.toString();
    }

    /** {@code SELECT … INTO t FROM …}: a table of the query's columns and rows. */
    private static Operation into(List<Token> tokens) {
        Cursor cursor = new Cursor(tokens);
        while (!cursor.accept("INTO")) {
            cursor.skipOne();
        }
        boolean temporary = cursor.acceptAny("TEMPORARY", "TEMP");
        cursor.accept("UNLOGGED");
        cursor.accept("TABLE");
        ObjectName table = cursor.name();
        return new TableOperation.CreateTable(
                table, List.of(), List.of(), false, temporary, null, List.of(), List.of(), true, true);
    }

    private static boolean hasInto(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.is("INTO"));
    }

    private static boolean locks(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean mode = token.is("UPDATE") || token.is("SHARE") || token.is("NO") || token.is("KEY");
            if (mode && tokens.get(i - 1).is("FOR")) {
                return true;
            }
        }
        return false;
    }

    private static List<ObjectName> others(Statement statement, Table target) {
        List<ObjectName> tables = new ArrayList<>(tables(statement));
        // A table that is read beside itself is one table, however it is spelled.
        tables.removeIf(name(target)::equals);
        return tables;
    }

    private static List<ObjectName> tables(Statement statement) {
        Set<String> names = new TablesNamesFinder<Void>().getTables(statement);
        return names.stream().map(DataReader::parsed).distinct().sorted().toList();
    }

    private static ObjectName name(Table table) {
        return parsed(table.getFullyQualifiedName());
    }

    /** Through our own tokens, so that quoting and folding are the server's. */
    static ObjectName parsed(String name) {
        try {
            Cursor cursor = new Cursor(Lexer.tokens(name));
            ObjectName parsed = cursor.name();
            cursor.expectEnd();
            return parsed;
        } catch (PlanRefused e) {
            throw new Unsure("a name that cannot be read");
        }
    }

    private static void requireSameVerb(Token verb, Operation operation) {
        String word = verb.text().toUpperCase(Locale.ROOT);
        boolean same =
                switch (operation) {
                    case DataOperation.Insert ignored -> word.equals("INSERT") || word.equals("WITH");
                    case DataOperation.Update ignored -> word.equals("UPDATE") || word.equals("WITH");
                    case DataOperation.Delete ignored -> word.equals("DELETE") || word.equals("WITH");
                    default ->
                        Optional.of(word)
                                .filter(w -> Set.of("SELECT", "WITH", "VALUES", "TABLE", "(")
                                        .contains(w))
                                .isPresent();
                };
        if (!same) {
            throw new Unsure("two readers understand it differently");
        }
    }
}
