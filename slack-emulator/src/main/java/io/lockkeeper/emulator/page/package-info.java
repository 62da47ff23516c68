/** The page a person looks at: server-rendered, live by server-sent events, every text escaped. */
@NullMarked
package io.lockkeeper.emulator.page;

import org.jspecify.annotations.NullMarked;
