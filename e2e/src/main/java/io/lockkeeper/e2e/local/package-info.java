/**
 * The whole product on one machine: a real broker, a real PostgreSQL, the Slack emulator and the five services, each in a
 * process of its own.
 *
 * <pre>
 * LocalStack.start ─▶ PostgreSQL, broker, emulator (in parallel) ─▶ databases ─▶ five services (in parallel) ─▶ ready
 * state: var/ (data, configuration with secrets, logs, process ids); removed by `make clean`
 * </pre>
 */
@NullMarked
package io.lockkeeper.e2e.local;

import org.jspecify.annotations.NullMarked;
