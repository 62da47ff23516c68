/** Engine {@code liquibase}: the bundle's changelog through Liquibase as a library, changeset by changeset. */
@NullMarked
package io.lockkeeper.executor.engine.liquibase;

import org.jspecify.annotations.NullMarked;
