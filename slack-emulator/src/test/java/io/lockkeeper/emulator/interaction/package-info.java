@NullMarked
package io.lockkeeper.emulator.interaction;

import org.jspecify.annotations.NullMarked;
