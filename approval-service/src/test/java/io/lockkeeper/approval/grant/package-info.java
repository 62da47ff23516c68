@NullMarked
package io.lockkeeper.approval.grant;

import org.jspecify.annotations.NullMarked;
