/** What was said: channels with their messages, views that are open, and the feed that tells listeners what changed. */
@NullMarked
package io.lockkeeper.emulator.store;

import org.jspecify.annotations.NullMarked;
