/** Block Kit as Slack accepts it: shapes with their limits, the validator's messages, and the normal form Slack answers with. */
@NullMarked
package io.lockkeeper.emulator.blocks;

import org.jspecify.annotations.NullMarked;
