/** Rules for MySQL and MariaDB, one file each. Rules that hold for every engine are shared with PostgreSQL's. */
@NullMarked
package io.lockkeeper.riskengine.rules.mysql;

import org.jspecify.annotations.NullMarked;
