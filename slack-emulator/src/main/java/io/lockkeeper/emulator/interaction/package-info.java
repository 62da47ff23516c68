/** What a person does, told to the app: signed {@code block_actions}, {@code view_submission} and {@code view_closed}, triggers and response URLs. */
@NullMarked
package io.lockkeeper.emulator.interaction;

import org.jspecify.annotations.NullMarked;
