package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The statements in a DO block that is nothing but plain statements, {@code IF} around them, and handlers of exceptions:
 * what ORMs write around a statement that may have been run before. Every branch counts as taken, so that the block does at
 * most what is read. Variables, loops and dynamic SQL make it unreadable.
 */
final class DoBlock {
    private static final Set<String> PLAIN =
            Set.of("CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE", "INSERT", "UPDATE", "DELETE", "TRUNCATE");

    private final String body;
    private final Cursor cursor;
    private final List<String> statements = new ArrayList<>();

    private DoBlock(String body) throws PlanRefused {
        this.body = body;
        this.cursor = new Cursor(Lexer.tokens(body));
    }

    /** Whether the text is a DO statement. */
    static boolean is(String sql) {
        try {
            List<Token> tokens = Lexer.tokens(sql);
            return !tokens.isEmpty() && tokens.getFirst().is("DO");
        } catch (PlanRefused e) {
            return false;
        }
    }

    /** Its statements, and {@code SELECT} of each condition; throws {@link Unsure} when it is more than those. */
    static List<String> statements(String sql) {
        try {
            Cursor outer = new Cursor(Lexer.tokens(sql));
            outer.expect("DO");
            language(outer);
            String body = unquoted(outer.next());
            language(outer);
            outer.expectEnd();
            DoBlock block = new DoBlock(body);
            block.block();
            block.cursor.acceptSymbol(';');
            block.cursor.expectEnd();
            return List.copyOf(block.statements);
        } catch (PlanRefused e) {
            throw opaque();
        }
    }

    static Unsure opaque() {
        return new Unsure("a DO block can do anything");
    }

    private static void language(Cursor cursor) {
        if (cursor.accept("LANGUAGE") && !cursor.identifier().equals("plpgsql")) {
            throw opaque();
        }
    }

    private static String unquoted(Token token) {
        String text = token.text();
        if (token.kind() == Kind.DOLLAR_BODY) {
            int tag = text.indexOf('$', 1) + 1;
            return text.substring(tag, text.length() - tag);
        }
        if (token.kind() == Kind.STRING && text.startsWith("'") && text.indexOf('\\') < 0) {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
        throw opaque();
    }

    private void block() {
        expect("BEGIN");
        statements();
        if (cursor.accept("EXCEPTION")) {
            while (cursor.accept("WHEN")) {
                until("THEN");
                statements();
            }
        }
        expect("END");
    }

    private void statements() {
        while (!cursor.seesAny("END", "EXCEPTION", "WHEN", "ELSE", "ELSIF", "ELSEIF")) {
            if (cursor.sees("BEGIN")) {
                block();
            } else if (cursor.accept("IF")) {
                branches();
            } else {
                statement();
                continue;
            }
            end();
        }
    }

    private void branches() {
        do {
            statements.add("SELECT (" + until("THEN") + ")");
            statements();
        } while (cursor.acceptAny("ELSIF", "ELSEIF"));
        if (cursor.accept("ELSE")) {
            statements();
        }
        expect("END", "IF");
    }

    private void statement() {
        if (cursor.accept("NULL")) {
            end();
            return;
        }
        if (cursor.accept("RAISE")) {
            raise();
            return;
        }
        boolean plain = PLAIN.stream().anyMatch(cursor::sees);
        String text = until(";");
        boolean concurrent = text.toUpperCase(Locale.ROOT).contains("CONCURRENTLY");
        if (!plain || concurrent) {
            throw opaque();
        }
        statements.add(text);
    }

    /** A message or an error; what it computes for that is a query. */
    private void raise() {
        cursor.acceptAny("DEBUG", "LOG", "INFO", "NOTICE", "WARNING", "EXCEPTION");
        if (cursor.acceptSymbol(';')) {
            return;
        }
        boolean formats = cursor.next().kind() == Kind.STRING;
        if (formats && cursor.acceptSymbol(',')) {
            statements.add("SELECT " + until(";"));
        } else if (until(";").contains("(")) {
            throw opaque();
        }
    }

    /** The text up to the word or symbol outside parentheses, which is taken too. */
    private String until(String word) {
        int from = cursor.peek().start();
        int to = from;
        while (!cursor.atEnd() && !cursor.sees(word) && !cursor.peek().text().equals(word)) {
            if (cursor.sees("CASE") || cursor.sees("ATOMIC")) {
                throw opaque();
            }
            int before = cursor.position();
            List<Token> rest = cursor.remaining();
            cursor.skipOne();
            to = rest.get(cursor.position() - before - 1).end();
        }
        cursor.next();
        return body.substring(from, to);
    }

    private void end() {
        if (!cursor.acceptSymbol(';')) {
            throw opaque();
        }
    }

    private void expect(String... words) {
        if (!cursor.accept(words)) {
            throw opaque();
        }
    }
}
