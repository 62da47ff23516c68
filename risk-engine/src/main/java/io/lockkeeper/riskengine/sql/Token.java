package io.lockkeeper.riskengine.sql;

/**
 * One token of SQL.
 *
 * @param text exact source
 * @param start offset in the source
 */
public record Token(Kind kind, String text, int start, int end) {

    /** What a token is; comments and white space are no tokens. */
    public enum Kind {
        WORD,
        QUOTED_NAME,
        /** {@code U&"…"}: a quoted name with escapes. */
        ESCAPED_NAME,
        STRING,
        DOLLAR_BODY,
        NUMBER,
        PARAMETER,
        SYMBOL
    }

    /** An unquoted word, whatever its case. */
    public boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    public boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.length() == 1 && text.charAt(0) == symbol;
    }
}
