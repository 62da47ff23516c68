/** Who and what the emulated workspace consists of: team, app, people, user groups, channels. Immutable after the start. */
@NullMarked
package io.lockkeeper.emulator.workspace;

import org.jspecify.annotations.NullMarked;
