package io.lockkeeper.riskengine.operation;

/**
 * A column that a query gives.
 *
 * @param name empty when the server derives it from an expression
 * @param of the column of a table that it is; empty when it is computed
 */
public record QueryColumn(String name, String of) {}
