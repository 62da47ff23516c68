/**
 * What goes into a card's thread: one short reply per decision, refusal and error, and the summary at the end.
 *
 * <p>flow: intake → {@link io.lockkeeper.notifier.thread.Replies} → table {@code reply} → delivery, in order.
 */
@NullMarked
package io.lockkeeper.notifier.thread;

import org.jspecify.annotations.NullMarked;
