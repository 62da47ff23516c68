package io.lockkeeper.riskengine.sql;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.List;

/** Takes row data out of SQL text before it leaves the target's owners: events, Slack, logs. */
public final class SqlMask {
    /** Longest text {@link #display} gives. */
    public static final int MAX_DISPLAY = 300;

    private SqlMask() {}

    /**
     * Strings, dollar bodies, bit strings and numbers become {@code ?}; comments go and white space is folded to single
     * blanks. Text that cannot be tokenised is hidden whole: it is not known where its literals end.
     */
    public static String mask(String sql, Dialect dialect) {
        try {
            return join(Lexer.tokens(sql, dialect));
        } catch (PlanRefused e) {
            return "(unreadable statement, hidden)";
        }
    }

    /** {@link #mask(String, Dialect)} of PostgreSQL. */
    public static String mask(String sql) {
        return mask(sql, Dialect.POSTGRESQL);
    }

    /** {@link #display(String, Dialect)} of PostgreSQL. */
    public static String display(String sql) {
        return display(sql, Dialect.POSTGRESQL);
    }

    /** Masked and at most 300 characters. */
    public static String display(String sql, Dialect dialect) {
        String masked = mask(sql, dialect);
        if (masked.length() <= MAX_DISPLAY) {
            return masked;
        }
        int end = MAX_DISPLAY - 1;
        return masked.substring(0, Character.isHighSurrogate(masked.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static String join(List<Token> tokens) {
        StringBuilder out = new StringBuilder();
        int previousEnd = -1;
        for (Token token : tokens) {
            if (previousEnd >= 0 && token.start() > previousEnd) {
                out.append(' ');
            }
            out.append(literal(token.kind()) ? "?" : token.text());
            previousEnd = token.end();
        }
        return out.toString();
    }

    private static boolean literal(Kind kind) {
        return switch (kind) {
            case STRING, DOLLAR_BODY, NUMBER -> true;
            case WORD, QUOTED_NAME, ESCAPED_NAME, PARAMETER, SYMBOL -> false;
        };
    }
}
