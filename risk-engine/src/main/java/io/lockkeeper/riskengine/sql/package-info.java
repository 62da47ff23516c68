/**
 * Text of SQL: script → statements with exact spans and lines → tokens; masking of literals. Knows no grammar.
 */
@NullMarked
package io.lockkeeper.riskengine.sql;

import org.jspecify.annotations.NullMarked;
