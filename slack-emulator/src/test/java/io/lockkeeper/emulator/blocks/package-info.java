@NullMarked
package io.lockkeeper.emulator.blocks;

import org.jspecify.annotations.NullMarked;
