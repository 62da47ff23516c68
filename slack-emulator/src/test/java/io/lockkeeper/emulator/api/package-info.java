@NullMarked
package io.lockkeeper.emulator.api;

import org.jspecify.annotations.NullMarked;
