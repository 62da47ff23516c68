/** The interface for tests without a browser, under {@code /emulator/}: raw messages, clicks, view submissions, faults, call counts. */
@NullMarked
package io.lockkeeper.emulator.driver;

import org.jspecify.annotations.NullMarked;
