/** What crosses the wire in every direction: JSON, refusals in Slack's form, ids in Slack's form. */
@NullMarked
package io.lockkeeper.emulator.wire;

import org.jspecify.annotations.NullMarked;
