/**
 * When something may run: freezes that people set, peaks that the configuration names.
 *
 * <pre>
 * REST /v1/freezes ─▶ Freezes ─▶ table freeze_entry          lockkeeper.windows.peaks ─▶ Windows
 * decision ─▶ Windows.gate ─▶ WindowCalendar (pure) ─▶ Gate: Open, or Shut with a ClosedWindow and a suggestion
 * </pre>
 */
@NullMarked
package io.lockkeeper.approval.window;

import org.jspecify.annotations.NullMarked;
