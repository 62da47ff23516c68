@NullMarked
package io.lockkeeper.approval.migration;

import org.jspecify.annotations.NullMarked;
