package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.SessionCommand;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the statements of one session of MySQL or MariaDB in their order, once: what a literal PREPARE says counts where it is
 * executed. A text in a variable is followed only from the SET right before, since anything else may change it; a statement
 * that cannot be read may prepare anything. One that nobody executes counts where it is prepared. Not safe for threads.
 */
public final class PreparedStatements implements StatementReader {
    private static final Pattern EXECUTE = Pattern.compile("(?i)\\bEXECUTE\\b");

    private final StatementReader reader;
    private final Dialect dialect;
    private final Set<String> executed = new HashSet<>();
    private final Map<String, List<Operation>> prepared = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    private PreparedStatements(StatementReader reader, Dialect dialect) {
        this.reader = reader;
        this.dialect = dialect;
    }

    /** Of a session that runs these statements and no others. */
    public static StatementReader of(List<String> statements, StatementReader reader, Dialect dialect) {
        PreparedStatements session = new PreparedStatements(reader, dialect);
        for (String sql : statements) {
            List<Token> tokens = EXECUTE.matcher(sql).find() ? session.tokens(sql) : List.of();
            if (tokens.size() > 1 && tokens.getFirst().is("EXECUTE")) {
                session.executed.add(name(tokens.get(1)));
            }
        }
        return dialect == Dialect.POSTGRESQL || session.executed.isEmpty() ? reader : session;
    }

    @Override
    public List<Operation> read(String sql) {
        List<Token> tokens = tokens(sql);
        if (tokens.size() > 1 && tokens.getFirst().is("PREPARE")) {
            return prepare(sql, tokens);
        }
        if (tokens.size() > 1 && tokens.getFirst().is("EXECUTE")) {
            texts.clear();
            return Optional.ofNullable(prepared.get(name(tokens.get(1)))).orElseGet(() -> other(sql));
        }
        if (tokens.size() > 1 && tokens.getFirst().is("SET")) {
            keep(tokens);
        } else {
            texts.clear();
        }
        boolean drops = tokens.size() == 3 && tokens.get(1).is("PREPARE");
        if (drops) {
            prepared.remove(name(tokens.getLast()));
        }
        return other(sql);
    }

    private List<Operation> prepare(String sql, List<Token> tokens) {
        String name = name(tokens.get(1));
        boolean variable = tokens.size() == 4 && tokens.getLast().kind() == Kind.PARAMETER;
        String text = variable ? texts.get(tokens.getLast().text().toLowerCase(Locale.ROOT)) : null;
        List<Operation> operations =
                reader.read(text == null ? sql : "PREPARE " + tokens.get(1).text() + " FROM " + text);
        boolean known = operations.stream().noneMatch(Unreadable.class::isInstance);
        if (!known || !executed.contains(name)) {
            prepared.remove(name);
            return operations;
        }
        prepared.put(name, operations);
        return List.of(new SessionCommand("prepare"));
    }

    /** {@code SET @text = '…'}, and nothing beside it. */
    private void keep(List<Token> tokens) {
        boolean literal = tokens.size() == 4
                && tokens.get(1).kind() == Kind.PARAMETER
                && !tokens.get(1).text().startsWith("@@")
                && tokens.get(3).kind() == Kind.STRING;
        if (literal) {
            texts.put(
                    tokens.get(1).text().toLowerCase(Locale.ROOT), tokens.get(3).text());
        } else {
            texts.clear();
        }
    }

    private List<Operation> other(String sql) {
        List<Operation> operations = reader.read(sql);
        if (operations.stream().anyMatch(Unreadable.class::isInstance)) {
            prepared.clear();
        }
        return operations;
    }

    private static String name(Token token) {
        return token.text().replace("`", "").toLowerCase(Locale.ROOT);
    }

    private List<Token> tokens(String sql) {
        try {
            return Lexer.tokens(sql, dialect);
        } catch (PlanRefused e) {
            return List.of(); // What cannot be split into words is unreadable to the reader, too.
        }
    }
}
