/** Topic names and the generated event messages; nothing else. */
@NullMarked
package io.lockkeeper.proto;

import org.jspecify.annotations.NullMarked;
