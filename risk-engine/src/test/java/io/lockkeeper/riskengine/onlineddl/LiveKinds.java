package io.lockkeeper.riskengine.onlineddl;

import io.lockkeeper.riskengine.RealMysqls.Named;
import io.lockkeeper.riskengine.facts.MysqlFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of table of tables.sql on one server, each in a database of its own. */
final class LiveKinds {
    private static final List<ObjectName> NAMES =
            Stream.of("t", "p", "c", "x").map(ObjectName::parse).toList();

    private final Named server;
    private final String prefix;
    private final TableKinds kinds = TableKinds.read();

    /** @param prefix of the databases' names */
    LiveKinds(Named server, String prefix) {
        this.server = server;
        this.prefix = prefix;
    }

    /** What a migration on that kind of table would find; empty for one that no other session can see. */
    Optional<TargetFacts> facts(String kind) throws SQLException {
        String database = prefix + kind.replace('-', '_');
        server.server().execute("CREATE DATABASE " + database);
        try (Connection connection = server.server().connect(database)) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : kinds.create(kind)) {
                    statement.execute(sql);
                }
            }
            TargetFacts facts = MysqlFacts.read(connection, NAMES);
            return facts.tables().isEmpty() ? Optional.empty() : Optional.of(facts);
        }
    }
}
