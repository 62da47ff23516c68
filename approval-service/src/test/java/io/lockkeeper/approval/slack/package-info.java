@NullMarked
package io.lockkeeper.approval.slack;

import org.jspecify.annotations.NullMarked;
