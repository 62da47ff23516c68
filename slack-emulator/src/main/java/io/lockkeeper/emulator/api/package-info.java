/** The Web API under {@code /api/}: arguments by form or JSON, authentication, rate limits, faults, and one class per family of methods. */
@NullMarked
package io.lockkeeper.emulator.api;

import org.jspecify.annotations.NullMarked;
