@NullMarked
package io.lockkeeper.approval;

import org.jspecify.annotations.NullMarked;
