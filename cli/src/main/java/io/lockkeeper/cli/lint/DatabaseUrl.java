package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import io.lockkeeper.riskengine.sql.Dialect;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * {@code --database-url}: as libpq and MySQL's shell write it, or as JDBC does.
 *
 * @param properties for the driver: read-only, short timeouts, user and password
 */
record DatabaseUrl(Dialect dialect, String jdbc, Properties properties) {

    static DatabaseUrl of(String url) {
        return switch (scheme(url)) {
            case "jdbc:postgresql" -> new DatabaseUrl(Dialect.POSTGRESQL, url, postgresql());
            case "jdbc:mysql" ->
                new DatabaseUrl(Dialect.MYSQL, url.replaceFirst("jdbc:mysql", "jdbc:mariadb"), mysql());
            case "jdbc:mariadb" -> new DatabaseUrl(Dialect.MARIADB, url, mysql());
            case "postgresql", "postgres" -> translated(url, Dialect.POSTGRESQL, postgresql());
            case "mysql" -> translated(url, Dialect.MYSQL, mysql());
            case "mariadb" -> translated(url, Dialect.MARIADB, mysql());
            default ->
                throw new Unusable("--database-url must begin with postgresql://, mysql://, mariadb:// or jdbc:");
        };
    }

    private static String scheme(String url) {
        int end = url.indexOf(':', url.startsWith("jdbc:") ? "jdbc:".length() : 0);
        return end < 0 ? "" : url.substring(0, end);
    }

    private static Properties postgresql() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "lockkeeper-lint");
        properties.setProperty("readOnly", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "15");
        return properties;
    }

    /** One driver speaks to both. */
    private static Properties mysql() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "5000");
        properties.setProperty("socketTimeout", "15000");
        return properties;
    }

    private static DatabaseUrl translated(String url, Dialect dialect, Properties properties) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new Unusable("--database-url cannot be read as a URL; percent-encode user and password");
        }
        String user = uri.getRawUserInfo();
        if (user != null) {
            String[] parts = user.split(":", 2);
            properties.setProperty("user", decoded(parts[0]));
            if (parts.length == 2) {
                properties.setProperty("password", decoded(parts[1]));
            }
        }
        String host = uri.getHost() == null ? "localhost" : uri.getHost();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String driver = dialect == Dialect.POSTGRESQL ? "postgresql" : "mariadb";
        return new DatabaseUrl(dialect, "jdbc:" + driver + "://" + host + port + path + query, properties);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
