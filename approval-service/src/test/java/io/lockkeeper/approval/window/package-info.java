@NullMarked
package io.lockkeeper.approval.window;

import org.jspecify.annotations.NullMarked;
