package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import io.lockkeeper.testbed.LocalPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a schema file tells is what the server says after running it. */
class SchemaFileIT {
    private static final String DDL = """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TABLE people (id serial PRIMARY KEY, name text NOT NULL UNIQUE, mood mood);
            CREATE TABLE orders (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                owner int REFERENCES people (id) REFERENCES people,
                a int, b int, total numeric(10,2) CHECK (total > 0) CHECK (total < 100),
                UNIQUE (a, b), UNIQUE (a, b, id), CHECK (a < b), CHECK (b > 0),
                FOREIGN KEY (a) REFERENCES people (id)
            );
            CREATE INDEX ON orders (a, b);
            CREATE INDEX ON orders (lower(total::text), a);
            CREATE INDEX ON orders ((a + b));
            CREATE INDEX named ON orders (b);
            CREATE TABLE a_table_whose_name_is_nearly_as_long_as_the_server_allows_it (
                a_column_whose_name_is_long_as_well int UNIQUE,
                CHECK (a_column_whose_name_is_long_as_well > 0)
            );
            CREATE INDEX ON a_table_whose_name_is_nearly_as_long_as_the_server_allows_it (a_column_whose_name_is_long_as_well);
            CREATE TABLE events (id int, at date, note text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE INDEX ON events (note);
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE TABLE child (extra int) INHERITS (people);
            CREATE VIEW notes AS SELECT id, note FROM events;
            ALTER TABLE orders RENAME COLUMN b TO c;
            ALTER TABLE orders ADD COLUMN later int UNIQUE;
            ALTER TABLE people RENAME TO persons;
            DROP INDEX named;
            CREATE UNIQUE INDEX later_idx ON orders (later, a);
            ALTER TABLE orders ADD CONSTRAINT taken UNIQUE USING INDEX later_idx;
            """;

    @Test
    void agreesWithTheServer() throws Exception {
        // given
        SchemaFile schema = RiskEngine.schema(new SourceFile("schema.sql", DDL), Dialect.POSTGRESQL, "17");
        Set<ObjectName> names = schema.facts().tables().keySet();

        // when
        TargetFacts live;
        try (LocalPostgres postgres = LocalPostgres.start();
                Connection connection = postgres.server().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(DDL);
            live = PostgresFacts.read(connection, names);
        }

        // then
        assertThat(schema.warnings()).isEmpty();
        for (ObjectName name : names) {
            TableFacts told = schema.facts().table(name).orElseThrow();
            TableFacts real = live.table(name).orElseThrow();
            assertThat(shape(told)).as(name.toString()).isEqualTo(shape(real));
        }
    }

    private static String shape(TableFacts table) {
        List<String> columns = table.columns().stream()
                .map(c -> c.name() + " " + c.type().replace("public.", "") + (c.notNull() ? " not null" : "")
                        + (c.generated().isEmpty() ? "" : " " + c.generated()))
                .toList();
        Set<String> indexes = table.indexes().stream()
                .map(i -> i.name().name()
                        + (i.unique() ? " unique" : "")
                        + (i.primary() ? " primary" : "")
                        + (i.constraint() ? " constraint" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> constraints = table.constraints().stream()
                .map(k -> k.name() + " " + k.kind() + " "
                        + k.references().map(ObjectName::name).orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> keys = table.referencedBy().stream()
                .map(k -> k.name() + " " + k.from())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> views = table.dependents().stream()
                .map(d -> d.name() + " " + d.columns())
                .collect(Collectors.toCollection(TreeSet::new));
        return String.join("\n", columns) + "\n" + indexes + "\n" + constraints + "\n" + keys + "\n"
                + new TreeSet<>(table.partitions()) + table.partitionOf() + table.kind() + views;
    }
}
