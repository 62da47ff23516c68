/**
 * PostgreSQL's own grammar: libpg_query as WebAssembly, interpreted on the JVM without native code.
 *
 * <p>Flow: {@code Grammar} takes a text → a {@code GrammarInstance} of the shared {@code GrammarModule}, on a thread of
 * {@code BigStack} → {@code Answer}. It only says what a statement is; {@code read} decides what that means.
 */
@NullMarked
package io.lockkeeper.riskengine.read.pg;

import org.jspecify.annotations.NullMarked;
