package io.lockkeeper.riskengine.sql;

/** Line numbers of a text, counted from the last answer on, so that a long script is not read again for each statement. */
final class Lines {
    private final String source;
    private int offset;
    private int line = 1;

    Lines(String source) {
        this.source = source;
    }

    /** From 1. */
    int of(int wanted) {
        if (wanted < offset) {
            return Lexer.line(source, wanted);
        }
        for (; offset < wanted; offset++) {
            if (source.charAt(offset) == '\n') {
                line++;
            }
        }
        return line;
    }
}
