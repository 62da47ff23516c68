@NullMarked
package io.lockkeeper.emulator;

import org.jspecify.annotations.NullMarked;
