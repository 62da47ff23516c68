@NullMarked
package io.lockkeeper.approval.decision;

import org.jspecify.annotations.NullMarked;
