/**
 * The story that {@code make demo} plays over the running stack, and the clients it is told with.
 *
 * <pre>
 * Demo ─▶ LocalStack.start ─▶ Story (steps, each checked) ─▶ Api (REST), Slack (the emulator's channel), Target (JDBC)
 * </pre>
 */
@NullMarked
package io.lockkeeper.e2e.demo;

import org.jspecify.annotations.NullMarked;
