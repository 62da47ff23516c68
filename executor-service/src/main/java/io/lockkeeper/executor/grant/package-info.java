/** The signed permission: keys, verification, verdict. Trusts a signature and nothing else. */
@NullMarked
package io.lockkeeper.executor.grant;

import org.jspecify.annotations.NullMarked;
