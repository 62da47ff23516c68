package io.lockkeeper.riskengine.corpus;

import io.lockkeeper.testbed.MysqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A schema, that of the MySQL corpus unless told otherwise, on a running server, made anew whenever it is asked to be. */
final class AlterShop {
    private static final String CREATE = """
            DROP DATABASE IF EXISTS shop;
            DROP DATABASE IF EXISTS reporting;
            CREATE DATABASE shop CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
            USE shop;
            CREATE USER IF NOT EXISTS 'shop_app'@'%', 'reader'@'%';
            GRANT SELECT, INSERT, UPDATE, DELETE ON shop.* TO 'shop_app'@'%';
            DROP USER IF EXISTS 'analyst'@'%';
            """;

    private final MysqlServer server;
    private final String content;
    private final boolean mariadb;

    AlterShop(MysqlServer server) throws SQLException {
        this(server, Corpus.text("mysql", "schema.sql") + Corpus.text("mysql", "rows.sql"));
    }

    /** @param content creates the tables, and fills them */
    AlterShop(MysqlServer server, String content) throws SQLException {
        this.server = server;
        this.content = content;
        try (Connection connection = connect("")) {
            mariadb = connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
        }
        renew();
    }

    boolean mariadb() {
        return mariadb;
    }

    Connection connect() throws SQLException {
        return connect("shop");
    }

    void renew() throws SQLException {
        try (Connection connection = connect("")) {
            run(connection, CREATE + content);
        }
    }

    /** Makes one table anew, which is quicker; others may refer to it, and its triggers come again too. */
    void renew(String table) throws SQLException {
        Pattern own = Pattern.compile("(?s)(?:--[^\n]*\n|\\s)*(CREATE TABLE|INSERT INTO) " + table + "\\b.*|.* ON "
                + table + " FOR EACH ROW.*");
        StringBuilder script = new StringBuilder("SET foreign_key_checks = 0; DROP TABLE IF EXISTS " + table + ";");
        for (String statement : content.split(";\\s*\\n")) {
            if (own.matcher(statement).matches()) {
                script.append(statement).append(";\n");
            }
        }
        try (Connection connection = connect()) {
            run(connection, script.toString());
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The ids that InnoDB gave to all tables and partitions of the shop; one that is written anew gets another. */
    Map<Long, String> tables(Connection connection) throws SQLException {
        Map<Long, String> tables = new TreeMap<>();
        String query = "SELECT TABLE_ID, LOWER(NAME) FROM information_schema."
                + (mariadb ? "INNODB_SYS_TABLES" : "INNODB_TABLES")
                + " WHERE NAME LIKE 'shop/%' AND NAME NOT LIKE 'shop/FTS%'";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                tables.put(row.getLong(1), row.getString(2).substring("shop/".length()));
            }
        }
        return tables;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.url(database) + "&allowMultiQueries=true", "root", "");
    }
}
