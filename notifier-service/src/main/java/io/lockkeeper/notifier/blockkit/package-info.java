/**
 * The part of Slack's Block Kit that Lockkeeper draws with, its limits, and how text that is not ours gets into it.
 *
 * <p>flow: drawing → {@link io.lockkeeper.notifier.blockkit.Block} (refuses what exceeds a limit) →
 * {@link io.lockkeeper.notifier.blockkit.BlockKit} → JSON.
 */
@NullMarked
package io.lockkeeper.notifier.blockkit;

import org.jspecify.annotations.NullMarked;
