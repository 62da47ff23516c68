/**
 * ALTER TABLE of MySQL and MariaDB: operation + facts → algorithm, lock, rebuild. One table of the server's own choices
 * each ({@code MysqlDdl}, {@code MariadbDdl}), since their rules differ nearly everywhere.
 */
@NullMarked
package io.lockkeeper.riskengine.effect.mysql;

import org.jspecify.annotations.NullMarked;
