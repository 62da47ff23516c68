/** Engine {@code native}: plan → units (transactions) → JDBC, with lock timeouts and retries. */
@NullMarked
package io.lockkeeper.executor.engine.sql;

import org.jspecify.annotations.NullMarked;
