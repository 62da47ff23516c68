@NullMarked
package io.lockkeeper.approval.directory;

import org.jspecify.annotations.NullMarked;
