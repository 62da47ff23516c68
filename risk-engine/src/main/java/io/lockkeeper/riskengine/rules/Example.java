package io.lockkeeper.riskengine.rules;

/**
 * One example migration over the tables that the tests create.
 *
 * @param together all statements in one transaction
 * @param since oldest major version that knows the syntax; 0: every one
 */
public record Example(String sql, boolean together, int since) {
    public Example(String sql, boolean together) {
        this(sql, together, 0);
    }

    /** A transaction per statement. */
    public static Example of(String sql) {
        return new Example(sql, false);
    }

    /** One transaction around all. */
    public static Example together(String sql) {
        return new Example(sql, true);
    }

    /** The same, where the server is of that major version or newer. */
    public Example since(int major) {
        return new Example(sql, together, major);
    }
}
