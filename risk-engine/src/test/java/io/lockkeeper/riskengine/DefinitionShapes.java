package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.rules.Example;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shapes about what tables, columns and schemas are tied to: domains, policies, triggers, rules, publications, statistics,
 * types, views, indexes. They complete {@link Shapes}.
 */
final class DefinitionShapes {
    /** Tables of their own, so that those of other shapes stay as they are. */
    static final String DDL = """
            CREATE DOMAIN plainer_text AS plain_text;
            CREATE DOMAIN strict_text AS plain_text CHECK (length(VALUE) < 1000);
            CREATE DOMAIN stricter_text AS strict_text;
            CREATE DOMAIN present_text AS text NOT NULL;
            CREATE DOMAIN short_text AS varchar(20);
            CREATE DOMAIN price AS numeric(10,2);
            CREATE TABLE worded (
                id bigint PRIMARY KEY, words text, code varchar(20), plain plain_text, plainer plainer_text,
                strict strict_text, short short_text, cost numeric(10,2), paid price);
            INSERT INTO worded SELECT g, 'w', 'c', 'p', 'p', 's', 's', 1, 1 FROM generate_series(1, 1000) g;
            CREATE TABLE guarded (
                id bigint PRIMARY KEY, shown integer, watched integer, fired integer, ruled integer, free integer);
            INSERT INTO guarded SELECT g, g, g, g, g, g FROM generate_series(1, 100) g;
            CREATE POLICY guarded_p ON guarded USING (shown > 0);
            CREATE TRIGGER guarded_w BEFORE UPDATE ON guarded FOR EACH ROW
                WHEN (old.watched IS DISTINCT FROM new.watched) EXECUTE FUNCTION f();
            CREATE TRIGGER guarded_o BEFORE UPDATE OF fired ON guarded FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER guarded_all BEFORE UPDATE ON guarded FOR EACH ROW
                WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION f();
            CREATE RULE guarded_r AS ON DELETE TO guarded WHERE old.ruled = 1 DO INSTEAD NOTHING;
            CREATE TABLE told (id bigint PRIMARY KEY, note text);
            INSERT INTO told SELECT g, 'n' FROM generate_series(1, 100) g;
            CREATE PUBLICATION tells FOR TABLE told;
            CREATE TYPE spot AS (x integer, y integer);
            CREATE TABLE spots OF spot;
            INSERT INTO spots SELECT g, g FROM generate_series(1, 100) g;
            CREATE TYPE held AS (x integer, y integer);
            CREATE TABLE holders (id bigint, spot held);
            INSERT INTO holders SELECT g, ROW(g, g)::held FROM generate_series(1, 100) g;
            CREATE SCHEMA filled;
            CREATE TABLE filled.parts (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);
            CREATE SCHEMA hollow;
            CREATE TABLE split (id integer, k integer) PARTITION BY RANGE (k);
            CREATE TABLE split_1 PARTITION OF split FOR VALUES FROM (1) TO (10);
            INSERT INTO split SELECT g, 1 FROM generate_series(1, 100) g;
            CREATE INDEX split_id ON ONLY split (id);
            CREATE INDEX split_1_id ON split_1 (id);
            CREATE VIEW worded_view AS SELECT id, words, code FROM worded;
            """;

    private static final List<String> ALONE = List.of(
            // P73, P74: domains
            "ALTER TABLE worded ALTER COLUMN words TYPE plain_text",
            "ALTER TABLE worded ALTER COLUMN words TYPE plainer_text",
            "ALTER TABLE worded ALTER COLUMN words TYPE plain_text USING words::plain_text",
            "ALTER TABLE worded ALTER COLUMN plain TYPE text",
            "ALTER TABLE worded ALTER COLUMN plain TYPE plainer_text",
            "ALTER TABLE worded ALTER COLUMN plainer TYPE plain_text",
            "ALTER TABLE worded ALTER COLUMN strict TYPE text",
            "ALTER TABLE worded ALTER COLUMN strict TYPE strict_text",
            "ALTER TABLE worded ALTER COLUMN strict TYPE plain_text",
            "ALTER TABLE worded ALTER COLUMN code TYPE short_text",
            "ALTER TABLE worded ALTER COLUMN short TYPE text",
            "ALTER TABLE worded ALTER COLUMN short TYPE varchar(20)",
            "ALTER TABLE worded ALTER COLUMN short TYPE varchar",
            "ALTER TABLE worded ALTER COLUMN cost TYPE price",
            "ALTER TABLE worded ALTER COLUMN paid TYPE numeric",
            "ALTER TABLE worded ALTER COLUMN paid TYPE numeric(12,2)",
            "ALTER TABLE worded ALTER COLUMN plain TYPE strict_text",
            "ALTER TABLE worded ALTER COLUMN plain TYPE stricter_text",
            "ALTER TABLE worded ALTER COLUMN plain TYPE present_text",
            "ALTER TABLE worded ALTER COLUMN plain TYPE varchar(30)",
            "ALTER TABLE worded ADD COLUMN a plainer_text",
            "ALTER TABLE worded ADD COLUMN a stricter_text",
            "CREATE DOMAIN loose AS text; ALTER TABLE worded ALTER COLUMN plain TYPE loose",
            "CREATE DOMAIN tight AS text CHECK (VALUE <> ''); ALTER TABLE worded ALTER COLUMN plain TYPE tight",
            // P78: what names a column
            "ALTER TABLE guarded ALTER COLUMN shown TYPE bigint",
            "ALTER TABLE guarded ALTER COLUMN watched TYPE bigint",
            "ALTER TABLE guarded ALTER COLUMN fired TYPE bigint",
            "ALTER TABLE guarded ALTER COLUMN ruled TYPE bigint",
            "ALTER TABLE guarded ALTER COLUMN free TYPE bigint",
            "ALTER TABLE guarded DROP COLUMN shown",
            "ALTER TABLE guarded DROP COLUMN watched",
            "ALTER TABLE guarded DROP COLUMN fired",
            "ALTER TABLE guarded DROP COLUMN ruled",
            "ALTER TABLE guarded DROP COLUMN free",
            "ALTER TABLE guarded DROP COLUMN shown CASCADE",
            "DROP POLICY guarded_p ON guarded; ALTER TABLE guarded ALTER COLUMN shown TYPE bigint",
            "ALTER TABLE guarded RENAME COLUMN shown TO seen; ALTER TABLE guarded ALTER COLUMN seen TYPE bigint",
            "CREATE POLICY free_p ON guarded USING (free > 0); ALTER TABLE guarded ALTER COLUMN free TYPE bigint",
            "CREATE VIEW free_view AS SELECT free FROM guarded; ALTER TABLE guarded DROP COLUMN free",
            // P113
            "SELECT id, total INTO copied FROM orders",
            "SELECT id INTO TEMP copied FROM orders WHERE total > 3",
            "CREATE TABLE copied AS SELECT id FROM orders WITH NO DATA",
            "CREATE TABLE IF NOT EXISTS empties AS SELECT id FROM orders",
            "CREATE MATERIALIZED VIEW copied AS SELECT id FROM orders WITH NO DATA",
            // P05: a partitioned table of the script itself
            "CREATE TABLE parted (id integer) PARTITION BY RANGE (id); CREATE INDEX CONCURRENTLY parted_i ON parted (id)",
            // P15, P16
            "ALTER INDEX split_id ATTACH PARTITION split_1_id",
            "ALTER TABLE split_1_id RENAME TO split_1_other",
            "ALTER INDEX measures_remark_idx RESET (fillfactor)",
            "ALTER INDEX orders_note_lower_idx ALTER COLUMN 1 SET STATISTICS 100",
            // P152
            "ALTER TABLE told ADD COLUMN a integer",
            // P115
            "DROP SCHEMA hollow",
            "DROP SCHEMA filled",
            "DROP SCHEMA filled CASCADE",
            "DROP SCHEMA archive",
            // P120
            "CREATE OR REPLACE VIEW worded_view AS SELECT id, words, code, plain FROM worded",
            "CREATE OR REPLACE VIEW worded_view AS SELECT id, words FROM worded",
            "CREATE OR REPLACE VIEW worded_view AS SELECT id, words AS w, code FROM worded",
            "CREATE OR REPLACE VIEW worded_view AS SELECT id, code AS words, code FROM worded",
            "CREATE OR REPLACE VIEW worded_view AS SELECT words, id, code FROM worded",
            "CREATE OR REPLACE VIEW worded_view (id, words, code) AS SELECT id, lower(words), code FROM worded",
            "CREATE OR REPLACE VIEW worded AS SELECT 1",
            "CREATE VIEW v AS SELECT id, words FROM worded; CREATE OR REPLACE VIEW v AS SELECT id FROM worded",
            // P132
            "CREATE POLICY p ON measures USING (number > 0)",
            "ALTER TABLE guarded DISABLE RULE guarded_r",
            // P142
            "ALTER TYPE spot ADD ATTRIBUTE z integer",
            "ALTER TYPE spot ADD ATTRIBUTE z integer CASCADE",
            "ALTER TYPE spot DROP ATTRIBUTE y CASCADE",
            "ALTER TYPE spot RENAME ATTRIBUTE y TO z CASCADE",
            "ALTER TYPE spot ALTER ATTRIBUTE y TYPE bigint",
            "ALTER TYPE spot ALTER ATTRIBUTE y TYPE bigint CASCADE",
            "ALTER TYPE held ADD ATTRIBUTE z integer",
            "ALTER TYPE held DROP ATTRIBUTE y",
            "ALTER TYPE held RENAME ATTRIBUTE y TO z",
            "ALTER TYPE held ALTER ATTRIBUTE y TYPE bigint",
            "ALTER TYPE held ALTER ATTRIBUTE y TYPE bigint CASCADE",
            "DROP TYPE spot",
            // P138
            "DROP STATISTICS measures_st",
            "ALTER STATISTICS measures_st RENAME TO st2",
            "CREATE STATISTICS st2 ON words, code FROM worded; DROP STATISTICS st2",
            "ALTER PUBLICATION tells SET (publish = 'insert')",
            "ALTER PUBLICATION tells RENAME TO told_to",
            "CREATE PUBLICATION everything FOR ALL TABLES",
            "DROP PUBLICATION tells",
            // P89
            "ALTER TABLE measures ALTER CONSTRAINT measures_small_key DEFERRABLE",
            // calls that change something
            "SELECT set_config('lock_timeout', '3s', false)",
            "SELECT setval('order_numbers', 7)",
            "SELECT setval('order_numbers', max(id)) FROM orders",
            "SELECT FROM orders WHERE id = 1");

    private static final List<String> SINCE_18 = List.of(
            // P88
            "ALTER TABLE orders ALTER CONSTRAINT orders_customer_fk ENFORCED",
            "ALTER TABLE orders ALTER CONSTRAINT orders_total_known NOT ENFORCED");

    /** P139 */
    private static final List<String> TOGETHER = List.of(
            "ALTER TYPE order_state ADD VALUE 'lost'; CREATE MATERIALIZED VIEW l AS SELECT id FROM measures WHERE state = 'lost'",
            "ALTER TYPE order_state ADD VALUE 'lost'; CREATE TABLE l (state order_state CHECK (state IN ('new', 'lost')))",
            "ALTER TYPE order_state ADD VALUE 'lost'; CREATE TRIGGER l BEFORE UPDATE ON measures FOR EACH ROW WHEN (new.state = 'lost') EXECUTE FUNCTION f()",
            "CREATE TYPE mood AS ENUM ('ok'); ALTER TYPE mood ADD VALUE 'sad'; CREATE TABLE moods (m mood DEFAULT 'sad')");

    static final List<Example> ALL = Stream.of(
                    ALONE.stream().map(Example::of),
                    SINCE_18.stream().map(sql -> Example.of(sql).since(18)),
                    TOGETHER.stream().map(Example::together))
            .flatMap(examples -> examples)
            .toList();

    private DefinitionShapes() {}
}
