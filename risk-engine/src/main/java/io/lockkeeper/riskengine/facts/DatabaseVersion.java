package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which database somebody says it is, where none can be asked. Only what is known is taken. */
public record DatabaseVersion(Dialect dialect, String version) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,4}){0,2}");
    private static final String HELP = "A part that is left out counts as the oldest: 8.0 is 8.0.0.";

    /**
     * @param engine {@code postgresql} (also {@code postgres}, {@code pg}), {@code mysql}, {@code mariadb}
     * @throws PlanRefused when it is none of them
     */
    public static Dialect dialect(String engine) throws PlanRefused {
        return switch (engine.toLowerCase(Locale.ROOT)) {
            case "postgresql", "postgres", "pg" -> Dialect.POSTGRESQL;
            case "mysql" -> Dialect.MYSQL;
            case "mariadb" -> Dialect.MARIADB;
            default ->
                throw new PlanRefused(
                        RefusalCode.UNSUPPORTED_ENGINE,
                        null,
                        0,
                        "The database engine '" + engine + "' is not known",
                        "Use postgresql, mysql or mariadb.");
        };
    }

    /** What most people run, when nobody says. */
    public static DatabaseVersion of(Dialect dialect) {
        return new DatabaseVersion(
                dialect,
                switch (dialect) {
                    case POSTGRESQL -> "17";
                    case MYSQL -> "8.4";
                    case MARIADB -> "11.4";
                });
    }

    /** @throws PlanRefused when nothing is known about that version */
    public static DatabaseVersion of(Dialect dialect, String text) throws PlanRefused {
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
            throw new PlanRefused(
                    RefusalCode.BAD_OPTION,
                    null,
                    0,
                    "The version '" + text + "' is not known: " + range(dialect),
                    HELP);
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
