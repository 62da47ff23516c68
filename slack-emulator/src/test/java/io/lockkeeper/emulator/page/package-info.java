@NullMarked
package io.lockkeeper.emulator.page;

import org.jspecify.annotations.NullMarked;
