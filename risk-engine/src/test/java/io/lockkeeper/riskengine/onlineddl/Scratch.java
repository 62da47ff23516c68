package io.lockkeeper.riskengine.onlineddl;

import io.lockkeeper.testbed.MysqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The database that every attempt finds new. */
record Scratch(MysqlServer server, ServerVersion version, TableKinds kinds) {

    static final String DATABASE = "online_ddl";

    /** A connection to the freshly made tables of {@code shape}. */
    Connection open(Shape shape) throws SQLException {
        Connection connection = server.connect();
        try (Statement statement = connection.createStatement()) {
            if (version.isMariadb()) {
                statement.execute("SET GLOBAL innodb_instant_alter_column_allowed = DEFAULT");
            }
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
            statement.execute("CREATE DATABASE " + DATABASE);
            statement.execute("USE " + DATABASE);
            for (String sql : kinds.create(shape.kind())) {
                statement.execute(sql);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
