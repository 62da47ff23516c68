package io.lockkeeper.riskengine.rules;

/**
 * One example migration over the tables that the tests create.
 *
 * @param together all statements in one transaction
 * @param elsewhere some other client than the executor runs it, with BEGIN and COMMIT of its own
 * @param since oldest major version that knows the syntax; 0: every one
 */
public record Example(String sql, boolean together, boolean elsewhere, int since) {
    /** A transaction per statement. */
    public static Example of(String sql) {
        return new Example(sql, false, false, 0);
    }

    /** One transaction around all. */
    public static Example together(String sql) {
        return new Example(sql, true, false, 0);
    }

    /** As any client runs it, not the executor. */
    public Example script() {
        return new Example(sql, together, true, since);
    }

    /** Other statements, run the same way. */
    public Example with(String other) {
        return new Example(other, together, elsewhere, since);
    }

    /** The same, where the server is of that major version or newer. */
    public Example since(int major) {
        return new Example(sql, together, elsewhere, major);
    }
}
