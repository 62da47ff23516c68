/** What all features of progress-service share: its configuration and its clock. */
@NullMarked
package io.lockkeeper.progress;

import org.jspecify.annotations.NullMarked;
