package io.lockkeeper.riskengine.rules;

/**
 * One example migration over the tables that the tests create.
 *
 * @param together all statements in one transaction
 */
public record Example(String sql, boolean together) {
    /** A transaction per statement. */
    public static Example of(String sql) {
        return new Example(sql, false);
    }

    /** One transaction around all. */
    public static Example together(String sql) {
        return new Example(sql, true);
    }
}
