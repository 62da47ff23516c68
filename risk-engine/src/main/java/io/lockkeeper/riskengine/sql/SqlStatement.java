package io.lockkeeper.riskengine.sql;

/**
 * One statement of a script.
 *
 * @param text exact source text from its first token to its last, without the closing semicolon and without comments around it
 * @param line of the first token, from 1
 * @param start offset of the first token
 * @param end offset after the last token
 */
public record SqlStatement(String text, int line, int start, int end) {}
