package io.lockkeeper.riskengine.onlineddl;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's product and version, written as {@code MariaDB 11.4.5}. */
record ServerVersion(String product, int major, int minor, int patch) {

    private static final Pattern TEXT = Pattern.compile("(MySQL|MariaDB) (\\d+)\\.(\\d+)\\.(\\d+)");

    static ServerVersion of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version()")) {
            row.next();
            String version = row.getString(1);
            String product = version.contains("MariaDB") ? "MariaDB " : "MySQL ";
            return parse(product + version.replaceFirst("^(\\d+\\.\\d+\\.\\d+).*", "$1"));
        }
    }

    static ServerVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no server version: " + text);
        }
        return new ServerVersion(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)));
    }

    boolean isMariadb() {
        return product.equals("MariaDB");
    }

    /** Whether {@code other} differs in the patch at most. */
    boolean sameSeries(ServerVersion other) {
        return product.equals(other.product) && major == other.major && minor == other.minor;
    }

    @Override
    public String toString() {
        return "%s %d.%d.%d".formatted(product, major, minor, patch);
    }
}
