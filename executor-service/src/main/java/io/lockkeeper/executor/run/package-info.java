/**
 * A run and its life.
 *
 * <pre>
 * intake ─▶ Runs ─▶ RunState.next ─▶ RunStore + Outbox ─▶ RunWire ─▶ lockkeeper.run.v1
 * claim ─▶ LiveRuns (every write with its lease) ─▶ the same way
 * tables: run, run_statement, refused_migration
 * </pre>
 */
@NullMarked
package io.lockkeeper.executor.run;

import org.jspecify.annotations.NullMarked;
