/**
 * What MySQL and MariaDB really do for every shape of DDL: the tables of {@code online-ddl/tables.sql} and the
 * statements of {@code online-ddl/shapes.tsv} are tried on real servers, and {@code online-ddl/measured.tsv} keeps the
 * outcome.
 *
 * <p>{@code OnlineDdlIT} measures anew and compares; with {@code -Dlockkeeper.online-ddl.record} it writes the file.
 */
@NullMarked
package io.lockkeeper.riskengine.onlineddl;

import org.jspecify.annotations.NullMarked;
