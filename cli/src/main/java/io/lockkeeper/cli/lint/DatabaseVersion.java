package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import io.lockkeeper.riskengine.facts.ServerVersion;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code --engine} and {@code --engine-version}: which databases are known. */
record DatabaseVersion(Dialect dialect, String version) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,4}){0,2}");

    static Dialect dialect(String engine) {
        return switch (engine.toLowerCase(Locale.ROOT)) {
            case "postgresql", "postgres", "pg" -> Dialect.POSTGRESQL;
            case "mysql" -> Dialect.MYSQL;
            case "mariadb" -> Dialect.MARIADB;
            default -> throw new Unusable("--engine " + engine + ": use postgresql, mysql or mariadb");
        };
    }

    /** What most people run, when nobody says. */
    static DatabaseVersion of(Dialect dialect) {
        return new DatabaseVersion(
                dialect,
                switch (dialect) {
                    case POSTGRESQL -> "17";
                    case MYSQL -> "8.4";
                    case MARIADB -> "11.4";
                });
    }

    static DatabaseVersion of(Dialect dialect, String text) {
        ServerVersion version = ServerVersion.of(text);
        boolean known = NUMBER.matcher(text).matches()
                && switch (dialect) {
                    case POSTGRESQL -> version.major() >= 12 && version.major() <= 18;
                    case MYSQL ->
                        text.startsWith("8.0") && version.minor() == 0
                                || text.startsWith("8.4") && version.minor() == 4
                                || version.major() == 9;
                    case MARIADB ->
                        version.major() == 10 && version.minor() >= 6 && version.minor() <= 11
                                || version.major() == 11 && version.minor() <= 8
                                || version.major() == 12;
                };
        if (!known) {
            throw new Unusable("--engine-version " + text + ": " + range(dialect));
        }
        return new DatabaseVersion(dialect, text);
    }

    private static String range(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> "PostgreSQL 12 to 18 are known, such as 17";
            case MYSQL -> "MySQL 8.0, 8.4 and 9 are known, such as 8.0.35";
            case MARIADB -> "MariaDB 10.6 to 11.8 and 12 are known, such as 10.11";
        };
    }
}
