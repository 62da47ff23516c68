-- A third set of held-out statements against schema.sql with the sizes of facts.json; the format is explained in the folder above.

-- id: h3-0001
-- label: harmless
-- why: a nullable last column is added in the catalogue, whatever the size (Laravel)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `orders` add `gift_message` varchar(255) null, algorithm=instant;

-- id: h3-0002
-- label: dangerous
-- why: before 8.0.29 only a last column is instant, so 12 GB are rebuilt for its place (Laravel)
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- rebuild: yes
alter table `orders` add `source_app` varchar(30) null after `channel`;

-- id: h3-0003
-- label: harmless
-- why: since 8.0.29 a column is instant at any place (Laravel)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `orders` add `utm_source` varchar(30) null after `coupon_code`;

-- id: h3-0004
-- label: dangerous
-- why: a compressed table knows no instant columns, 45 GB are rebuilt (Rails)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `audit_log` ADD `request_id` varchar(36);

-- id: h3-0005
-- label: fails
-- why: a compressed table knows no instant columns and the demand is refused
-- engine: mysql 9.7
ALTER TABLE audit_log ADD COLUMN tenant_id BIGINT UNSIGNED NULL, ALGORITHM=INSTANT;

-- id: h3-0006
-- label: dangerous
-- why: MariaDB too rebuilds a compressed table for a new column
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE audit_log ADD COLUMN ip INET6 NULL;

-- id: h3-0007
-- label: dangerous
-- why: the FULLTEXT index keeps the column from being instant, 6 GB are copied while writes wait (Doctrine)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles ADD slug VARCHAR(220) DEFAULT NULL;

-- id: h3-0008
-- label: dangerous
-- why: the FULLTEXT index keeps MariaDB from adding the column instantly and from letting writers in
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles ADD COLUMN published_at DATETIME NULL;

-- id: h3-0009
-- label: fails
-- why: the FULLTEXT index rules INSTANT out, so the guarded form is refused
-- engine: mysql 8.4
ALTER TABLE `shop`.`articles` ADD COLUMN `reading_minutes` SMALLINT UNSIGNED NULL, ALGORITHM = INSTANT;

-- id: h3-0010
-- label: dangerous
-- why: old rows get '' at once, but every insert of running code that does not know the column fails in strict mode
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN region VARCHAR(10) NOT NULL;

-- id: h3-0011
-- label: harmless
-- why: a constant default stands in for the missing value, old code goes on inserting (Prisma)
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `users` ADD COLUMN `timezone` VARCHAR(64) NOT NULL DEFAULT 'UTC';

-- id: h3-0012
-- label: fails
-- why: MySQL refuses a default that differs per row and server for rows that are there (Django)
-- engine: mysql 9.7
ALTER TABLE `users` ADD COLUMN `public_id` char(36) NOT NULL DEFAULT (UUID());

-- id: h3-0013
-- label: harmless
-- why: adding a virtual column writes nothing (hand-written)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ADD COLUMN line_total DECIMAL(14,2) GENERATED ALWAYS AS (quantity * unit_price) VIRTUAL;

-- id: h3-0014
-- label: dangerous
-- why: a stored column is computed for 180 million rows by copying (hand-written)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD COLUMN line_total DECIMAL(14,2) GENERATED ALWAYS AS (quantity * unit_price) STORED;

-- id: h3-0015
-- label: dangerous
-- why: PERSISTENT is MariaDB's older word for stored: all rows are written
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments ADD COLUMN amount_cents BIGINT AS (CAST(amount * 100 AS SIGNED)) PERSISTENT;

-- id: h3-0016
-- label: harmless
-- why: a virtual column is only a catalogue entry on MariaDB too
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments ADD COLUMN captured_day DATE AS (CAST(captured_at AS DATE)) VIRTUAL;

-- id: h3-0017
-- label: dangerous
-- why: the generated column is gone and queries that select it break
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments DROP COLUMN net;

-- id: h3-0018
-- label: dangerous
-- why: instant on MariaDB, yet the notes of 50 million orders are gone and code that selects them breaks
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP COLUMN IF EXISTS notes;

-- id: h3-0019
-- label: harmless
-- why: no such column: the guarded drop does nothing (Flyway)
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP COLUMN IF EXISTS legacy_state;

-- id: h3-0020
-- label: fails
-- why: MySQL has no IF EXISTS for columns
-- engine: mysql 8.4
ALTER TABLE orders DROP COLUMN IF EXISTS notes;

-- id: h3-0021
-- label: harmless
-- why: the column is there already, so nothing happens
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN IF NOT EXISTS phone VARCHAR(20);

-- id: h3-0022
-- label: fails
-- why: MySQL has no IF NOT EXISTS for columns
-- engine: mysql 8.0.35
ALTER TABLE `users` ADD COLUMN IF NOT EXISTS `avatar_url` VARCHAR(255);

-- id: h3-0023
-- label: dangerous
-- why: dropping a column rebuilds before 8.0.29, and the values are gone
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- rebuild: yes
ALTER TABLE `users` DROP COLUMN `legacy_id`;

-- id: h3-0024
-- label: dangerous
-- why: a renamed column breaks every running statement that names the old one (Alembic)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders CHANGE channel sales_channel VARCHAR(16) NULL DEFAULT 'web';

-- id: h3-0025
-- label: harmless
-- why: renaming an index changes the catalogue only (Rails)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` RENAME INDEX `idx_users_created_at` TO `index_users_on_created_at`;

-- id: h3-0026
-- label: harmless
-- why: renaming an index changes the catalogue only
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications RENAME INDEX idx_notifications_user TO ix_notifications_user_id;

-- id: h3-0027
-- label: harmless
-- why: 50 to 63 characters of 4 bytes stay below 256 bytes, no row is touched
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY COLUMN username VARCHAR(63);

-- id: h3-0028
-- label: dangerous
-- why: 64 characters of 4 bytes need a second length byte, so 8 GB are copied while writes wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY COLUMN username VARCHAR(64);

-- id: h3-0029
-- label: dangerous
-- why: 200 bytes are past 127, from where a second length byte makes MariaDB copy the table
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY username VARCHAR(80) DEFAULT NULL;

-- id: h3-0030
-- label: harmless
-- why: latin1 takes one byte a character, so 255 still fit the one length byte
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views MODIFY visitor VARCHAR(255);

-- id: h3-0031
-- label: dangerous
-- why: 255 bytes of latin1 were the limit of one length byte, 110 GB are copied
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views MODIFY path VARCHAR(512);

-- id: h3-0032
-- label: harmless
-- why: 85 characters of utf8mb3 are 255 bytes, still one length byte
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders MODIFY customer VARCHAR(85);

-- id: h3-0033
-- label: dangerous
-- why: 86 characters of utf8mb3 are 258 bytes, 6 GB are copied
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE legacy_orders MODIFY customer VARCHAR(86);

-- id: h3-0034
-- label: harmless
-- why: both lengths need two length bytes, so only the catalogue changes (Sequelize)
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `sessions` CHANGE `user_agent` `user_agent` VARCHAR(512);

-- id: h3-0035
-- label: harmless
-- why: both lengths are beyond 255 bytes, MariaDB changes the catalogue only
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE webhooks MODIFY url VARCHAR(1000) NOT NULL;

-- id: h3-0036
-- label: harmless
-- why: the unique column grows within two length bytes and keeps NOT NULL (Rails)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` CHANGE `email` `email` varchar(255) NOT NULL;

-- id: h3-0037
-- label: dangerous
-- why: the column grows but silently loses NOT NULL, for which the table is rebuilt
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users MODIFY email VARCHAR(255);

-- id: h3-0038
-- label: fails
-- why: 800 characters of 4 bytes are beyond the 3072 bytes of an index key
-- engine: mysql 8.0.35
ALTER TABLE users MODIFY email VARCHAR(800) NOT NULL;

-- id: h3-0039
-- label: dangerous
-- why: beyond 3072 bytes MariaDB turns the unique index into one of hashes, and copies 8 GB while writes wait
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY email VARCHAR(800) NOT NULL;

-- id: h3-0040
-- label: fails
-- why: 20000 characters of 4 bytes are no VARCHAR
-- engine: mysql 9.7
ALTER TABLE order_items MODIFY note VARCHAR(20000);

-- id: h3-0041
-- label: harmless
-- why: 64000 bytes beside what is there fit the 65535 of a row, and the column is instant
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `sessions` ADD COLUMN `trace` VARCHAR(16000) NULL;

-- id: h3-0042
-- label: fails
-- why: the row would be larger than 65535 bytes
-- engine: mysql 8.4
ALTER TABLE `users` ADD COLUMN `trace` VARCHAR(16300) NULL;

-- id: h3-0043
-- label: dangerous
-- why: VARCHAR to TEXT changes the format of every row
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items MODIFY note TEXT;

-- id: h3-0044
-- label: dangerous
-- why: the column silently loses CHARACTER SET ascii and takes the table's utf8mb4: 5 GB are copied
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE addresses MODIFY country_code CHAR(2) NOT NULL;

-- id: h3-0045
-- label: fails
-- why: the column of a foreign key cannot lose the character set of the column it refers to
-- engine: mysql 8.4
ALTER TABLE users MODIFY country_code CHAR(2);

-- id: h3-0046
-- label: dangerous
-- why: the primary key silently becomes utf8mb4, the busiest table is copied while writes wait (TypeORM)
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `sessions` MODIFY `token` varchar(64) NOT NULL;

-- id: h3-0047
-- label: harmless
-- why: the primary key grows from 64 to 128 bytes in its own character set, within one length byte
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions MODIFY token VARCHAR(128) CHARACTER SET ascii NOT NULL;

-- id: h3-0048
-- label: dangerous
-- why: INSTANT, but the default of currency is gone and inserts without it fail from now on
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY currency CHAR(3) NOT NULL;

-- id: h3-0049
-- label: harmless
-- why: the full definition is repeated and nothing changes
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY currency CHAR(3) NOT NULL DEFAULT 'EUR';

-- id: h3-0050
-- label: dangerous
-- why: INSTANT, but updated_at silently loses its default and ON UPDATE: changes are no longer dated
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY COLUMN updated_at DATETIME NULL;

-- id: h3-0051
-- label: dangerous
-- why: the key silently loses AUTO_INCREMENT, and the next invoice cannot be inserted
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices MODIFY id BIGINT UNSIGNED NOT NULL;

-- id: h3-0052
-- label: dangerous
-- why: the key silently loses AUTO_INCREMENT: inserts break, whatever the copy costs
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications MODIFY COLUMN id BIGINT UNSIGNED NOT NULL COMMENT 'surrogate key';

-- id: h3-0053
-- label: harmless
-- why: a comment with the whole definition repeated is a catalogue entry
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications MODIFY COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'surrogate key';

-- id: h3-0054
-- label: dangerous
-- why: NOT NULL is lost although only a comment was meant, and 15 GB are rebuilt for it
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications MODIFY kind VARCHAR(30) COMMENT 'template name';

-- id: h3-0055
-- label: dangerous
-- why: CHARACTER SET without COLLATE takes that set's own default collation, so 9 GB are copied
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY provider_ref VARCHAR(128) CHARACTER SET utf8mb4;

-- id: h3-0056
-- label: dangerous
-- why: NULL values have to be checked and every row written anew
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications MODIFY body TEXT NOT NULL;

-- id: h3-0057
-- label: harmless
-- why: no rows, nothing to check
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE gift_cards MODIFY balance DECIMAL(10,2) NOT NULL DEFAULT 0.00;

-- id: h3-0058
-- label: harmless
-- why: 640 rows are copied in no time
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE categories MODIFY position INT NOT NULL DEFAULT 0;

-- id: h3-0059
-- label: harmless
-- why: a new default is a catalogue entry and existing values stay (Liquibase)
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE shop.orders ALTER channel SET DEFAULT 'app';

-- id: h3-0060
-- label: dangerous
-- why: INSTANT, but inserts that leave currency out fail from now on
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ALTER COLUMN currency DROP DEFAULT;

-- id: h3-0061
-- label: harmless
-- why: the column stays nullable, without a default it still gets NULL
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ALTER COLUMN locale SET DEFAULT 'de';

-- id: h3-0062
-- label: harmless
-- why: appended at the end of the ENUM, the rest of the definition repeated (Django)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` MODIFY `status` enum('draft','placed','paid','shipped','cancelled','returned') NOT NULL DEFAULT 'draft';

-- id: h3-0063
-- label: dangerous
-- why: a value in the middle renumbers the others: 12 GB are copied while writes wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY status ENUM('draft','placed','paid','packed','shipped','cancelled') NOT NULL DEFAULT 'draft';

-- id: h3-0064
-- label: dangerous
-- why: appended, but NOT NULL and the default are silently lost, and the table is rebuilt
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY status ENUM('draft','placed','paid','shipped','cancelled','returned');

-- id: h3-0065
-- label: dangerous
-- why: orders in a status that is removed make the copy of 12 GB fail, or lose their status
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY status ENUM('draft','placed','paid','shipped') NOT NULL DEFAULT 'draft';

-- id: h3-0066
-- label: dangerous
-- why: a renamed value is a removed one: payments by SEPA lose their method or end the copy of 9 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY method ENUM('card','sepa_debit','paypal') NOT NULL;

-- id: h3-0067
-- label: harmless
-- why: appended at the end, MariaDB too does it at once
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments MODIFY method ENUM('card','sepa','paypal','klarna') NOT NULL;

-- id: h3-0068
-- label: dangerous
-- why: the ninth member of a SET needs a second byte, so 8 GB are copied while writes wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY interests SET('music','sports','travel','food','art','film','games','books','nature') DEFAULT NULL;

-- id: h3-0069
-- label: harmless
-- why: eight members of a SET still fit one byte
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY interests SET('music','sports','travel','food','art','film','games','books') DEFAULT NULL;

-- id: h3-0070
-- label: dangerous
-- why: INT to BIGINT writes 50 million rows anew while writes wait (Doctrine)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders CHANGE total_cents total_cents BIGINT DEFAULT 0 NOT NULL;

-- id: h3-0072
-- label: grey
-- why: no row changes, but drivers and frameworks take TINYINT(1) alone for a boolean (Doctrine)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users CHANGE newsletter newsletter TINYINT DEFAULT 0;

-- id: h3-0073
-- label: harmless
-- why: INT(11) is INT, nothing changes
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts MODIFY plan_id INT(11) NULL;

-- id: h3-0074
-- label: dangerous
-- why: more digits need more bytes in every row, the table is copied
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE invoices MODIFY total DECIMAL(16,2) NOT NULL;

-- id: h3-0075
-- label: dangerous
-- why: fractions of a second need more bytes in every row (Rails)
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `notifications` CHANGE `created_at` `created_at` datetime(6) NOT NULL;

-- id: h3-0076
-- label: dangerous
-- why: TIMESTAMP ends in 2038, is shifted by time zones, and the table is copied
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY placed_at TIMESTAMP NULL DEFAULT NULL;

-- id: h3-0077
-- label: dangerous
-- why: narrowed: longer agents are refused or cut, and the table is copied while 3000 writes a second wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions MODIFY user_agent VARCHAR(120);

-- id: h3-0078
-- label: dangerous
-- why: articles beyond 64 KB no longer fit, and 6 GB are copied
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE articles MODIFY body TEXT NOT NULL;

-- id: h3-0079
-- label: harmless
-- why: 16 to 39 bytes fit one length byte
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions MODIFY ip_address VARBINARY(39);

-- id: h3-0080
-- label: dangerous
-- why: signed to unsigned is another type: the copy makes 800 writes a second wait
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY total_cents INT UNSIGNED NOT NULL DEFAULT 0;

-- id: h3-0081
-- label: harmless
-- why: 24 rows
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE plans MODIFY monthly_price DECIMAL(12,4) NOT NULL;

-- id: h3-0082
-- label: harmless
-- why: 8000 rows of 4 MB are copied within a blink
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE webhooks MODIFY id BIGINT NOT NULL AUTO_INCREMENT;

-- id: h3-0083
-- label: grey
-- why: 180 MB are copied for some seconds with two writes a second
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE products MODIFY weight_grams BIGINT;

-- id: h3-0084
-- label: harmless
-- why: 180 MB are copied within seconds and MariaDB 11.8 lets writers in meanwhile
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE products MODIFY COLUMN weight_grams BIGINT NULL;

-- id: h3-0085
-- label: dangerous
-- why: 300 MB are copied while 2500 writes a second wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE jobs MODIFY priority INT NOT NULL DEFAULT 0;

-- id: h3-0086
-- label: harmless
-- why: a comment beside the definition as it was is a catalogue entry
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE jobs MODIFY priority SMALLINT NOT NULL DEFAULT 0 COMMENT 'lower runs first';

-- id: h3-0087
-- label: dangerous
-- why: 500,000 rows are copied while 300 writes a second wait for seconds
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE inventory MODIFY quantity BIGINT NOT NULL DEFAULT 0;

-- id: h3-0088
-- label: dangerous
-- why: 15 GB are written anew in another collation while writes wait
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h3-0090
-- label: harmless
-- why: only the default of future columns changes, no row is touched
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: h3-0091
-- label: harmless
-- why: only the default of future columns changes
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views CHARACTER SET = utf8mb4;

-- id: h3-0092
-- label: harmless
-- why: an empty table is converted at once
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE gift_cards CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_as_cs;

-- id: h3-0093
-- label: fails
-- why: the key is referred to by users.country_code, which keeps ascii
-- engine: mysql 8.0.35
ALTER TABLE countries CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: h3-0094
-- label: grey
-- why: existing tables keep their collation, but new ones will not join with them by index
-- engine: mysql 8.4
ALTER DATABASE shop CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h3-0095
-- label: grey
-- why: without an index it is a catalogue entry, but 'spring' no longer finds 'SPRING'
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY coupon_code VARCHAR(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- id: h3-0096
-- label: grey
-- why: MariaDB changes the collation at once, but lookups become sensitive to case
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE products MODIFY name VARCHAR(150) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

-- id: h3-0097
-- label: harmless
-- why: an index built online (Rails)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `index_orders_on_coupon_code` ON `orders` (`coupon_code`);

-- id: h3-0098
-- label: harmless
-- why: an index built online since 5.6 (Laravel)
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `invoices` add index `invoices_account_id_index`(`account_id`);

-- id: h3-0099
-- label: harmless
-- why: an index built online (Django)
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `accounts_ref_7b2c_idx` ON `accounts` (`external_ref`);

-- id: h3-0100
-- label: harmless
-- why: a table nobody writes to gets an index online
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders ADD KEY idx_customer_status (customer, status), ALGORITHM=INPLACE, LOCK=NONE;

-- id: h3-0101
-- label: harmless
-- why: an index built online, the named method HASH is ignored by InnoDB
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_products_name ON products (name) USING HASH;

-- id: h3-0102
-- label: dangerous
-- why: the statement itself forbids the online way: reads and writes of orders wait for the whole build
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: EXCLUSIVE
-- rebuild: no
CREATE INDEX idx_orders_status ON orders (status) ALGORITHM=INPLACE LOCK=EXCLUSIVE;

-- id: h3-0103
-- label: dangerous
-- why: asking for COPY makes an online index a copy of 8 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users ADD INDEX idx_users_phone (phone), ALGORITHM=COPY;

-- id: h3-0104
-- label: dangerous
-- why: writes are kept out of 12 GB by request (hand-written)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE orders ADD INDEX idx_orders_account (account_id), LOCK=SHARED;

-- id: h3-0105
-- label: grey
-- why: online, but 180 million rows take long and replicas lag behind by as much
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ADD INDEX idx_order_items_product (product_id);

-- id: h3-0106
-- label: grey
-- why: online, but the build over 56 GB logs 4000 writes a second meanwhile
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_events_name ON events (name, occurred_on);

-- id: h3-0107
-- label: dangerous
-- why: the first FULLTEXT index rebuilds the table for a hidden column while writes wait
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
CREATE FULLTEXT INDEX ft_notifications_body ON notifications (body);

-- id: h3-0108
-- label: dangerous
-- why: a further FULLTEXT index reads 6 GB of text while writers wait
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE articles ADD FULLTEXT INDEX ft_articles_title (title);

-- id: h3-0109
-- label: grey
-- why: the first FULLTEXT index makes the writers of 250 MB wait for some seconds
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE support_tickets ADD FULLTEXT KEY ft_tickets (subject, body);

-- id: h3-0110
-- label: harmless
-- why: 8000 rows take a FULLTEXT index in a moment
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE webhooks ADD FULLTEXT INDEX ft_webhooks_url (url);

-- id: h3-0111
-- label: dangerous
-- why: queries with MATCH fail without their FULLTEXT index
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE articles DROP INDEX ft_articles;

-- id: h3-0113
-- label: fails
-- why: a foreign key needs the index, and no other one serves
-- engine: mysql 8.4
DROP INDEX idx_order_items_order ON order_items;

-- id: h3-0114
-- label: fails
-- why: a foreign key needs the index, and no other one serves
-- engine: mariadb 11.8
ALTER TABLE addresses DROP KEY idx_addresses_user;

-- id: h3-0115
-- label: grey
-- why: idx_orders_user_created begins with the same column, but no longer delivers a user's orders by id
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
DROP INDEX idx_orders_user ON orders;

-- id: h3-0116
-- label: dangerous
-- why: nothing keeps addresses unique any more, and each login scans 20 million users
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` DROP INDEX `uk_users_email`;

-- id: h3-0117
-- label: grey
-- why: whether anything reads by placed_at is not known
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP INDEX idx_orders_placed_at;

-- id: h3-0118
-- label: grey
-- why: the index can be had back at once, but plans change at once too
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions ALTER INDEX idx_sessions_expires INVISIBLE;

-- id: h3-0119
-- label: harmless
-- why: the index is visible already
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ALTER INDEX idx_orders_placed_at VISIBLE;

-- id: h3-0120
-- label: grey
-- why: plans that use the index change at once, to be undone at once
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ALTER INDEX idx_orders_placed_at IGNORED;

-- id: h3-0121
-- label: fails
-- why: IGNORED is MariaDB's word
-- engine: mysql 8.4
ALTER TABLE orders ALTER INDEX idx_orders_placed_at IGNORED;

-- id: h3-0122
-- label: fails
-- why: MySQL knows no DROP INDEX IF EXISTS
-- engine: mysql 8.0.35
DROP INDEX IF EXISTS idx_users_phone ON users;

-- id: h3-0123
-- label: harmless
-- why: there is no such index
-- engine: mariadb 11.4
-- rebuild: no
DROP INDEX IF EXISTS idx_users_phone ON users;

-- id: h3-0124
-- label: fails
-- why: there is no such index
-- engine: mysql 8.4
DROP INDEX idx_users_phone ON users;

-- id: h3-0125
-- label: harmless
-- why: there is an index of this name already, so nothing happens (Flyway)
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
CREATE INDEX IF NOT EXISTS idx_orders_placed_at ON orders (placed_at);

-- id: h3-0126
-- label: grey
-- why: built online, but refused by duplicates, and inserts that were fine before may fail
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD UNIQUE INDEX uk_accounts_external_ref (external_ref);

-- id: h3-0127
-- label: harmless
-- why: no rows, so no duplicates (Laravel)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `gift_cards` add unique `gift_cards_code_unique`(`code`);

-- id: h3-0128
-- label: dangerous
-- why: an index on an expression hides a virtual column, so writers wait while 20 million rows are read
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE INDEX idx_users_lower_name ON users ((LOWER(display_name)));

-- id: h3-0129
-- label: grey
-- why: an index on an expression makes two writes a second wait while 120,000 rows are read
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE INDEX idx_products_lower_name ON products ((LOWER(name)));

-- id: h3-0130
-- label: fails
-- why: MariaDB has no index on an expression
-- engine: mariadb 11.8
CREATE INDEX idx_products_lower_name ON products ((LOWER(name)));

-- id: h3-0131
-- label: harmless
-- why: descending and prefix parts are built like any other
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices ADD INDEX idx_invoices_due (due_on DESC, number(8));

-- id: h3-0132
-- label: harmless
-- why: dropped and added again alike, which the server sees and leaves alone
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts DROP INDEX idx_accounts_owner, ADD INDEX idx_accounts_owner (owner_id);

-- id: h3-0133
-- label: harmless
-- why: two new indexes are built online in one pass over the table
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices ADD INDEX idx_invoices_account (account_id), ADD INDEX idx_invoices_issued (issued_on);

-- id: h3-0134
-- label: dangerous
-- why: the primary key is the table: 110 GB are written anew, and duplicates end it
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE page_views ADD PRIMARY KEY (id);

-- id: h3-0135
-- label: dangerous
-- why: a new AUTO_INCREMENT column numbers 800 million rows
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views ADD COLUMN pk BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST;

-- id: h3-0136
-- label: dangerous
-- why: another primary key writes 15 GB and all secondary indexes anew
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications DROP PRIMARY KEY, ADD PRIMARY KEY (id, created_at);

-- id: h3-0137
-- label: fails
-- why: an AUTO_INCREMENT column must be a key
-- engine: mysql 9.7
ALTER TABLE invoices DROP PRIMARY KEY;

-- id: h3-0138
-- label: harmless
-- why: an empty table may change its key
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE gift_cards DROP PRIMARY KEY, ADD PRIMARY KEY (id, code);

-- id: h3-0139
-- label: harmless
-- why: InnoDB ignores it (mysqldump)
-- engine: mysql 8.0.35
/*!40000 ALTER TABLE `orders` DISABLE KEYS */;

-- id: h3-0140
-- label: harmless
-- why: InnoDB ignores it (mysqldump)
-- engine: mariadb 10.11
/*!40000 ALTER TABLE `sessions` ENABLE KEYS */;

-- id: h3-0141
-- label: fails
-- why: a column of a FULLTEXT index has to be text
-- engine: mysql 8.4
ALTER TABLE support_tickets ADD FULLTEXT INDEX ft_closed (closed_at);

-- id: h3-0142
-- label: fails
-- why: a TEXT column needs a prefix length as a key
-- engine: mysql 8.0.35
CREATE INDEX idx_orders_notes ON orders (notes);

-- id: h3-0143
-- label: fails
-- why: the key of a partitioned table has to hold the partitioning column
-- engine: mysql 9.7
ALTER TABLE events ADD UNIQUE KEY uk_events_id (id);

-- id: h3-0144
-- label: fails
-- why: partitioned InnoDB tables take no FULLTEXT index
-- engine: mysql 8.4
CREATE FULLTEXT INDEX ft_events_payload ON events (payload);

-- id: h3-0145
-- label: dangerous
-- why: enforced, the check makes MySQL copy 1.5 GB while writers wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts ADD CONSTRAINT chk_accounts_balance CHECK (balance >= -1000);

-- id: h3-0146
-- label: harmless
-- why: not enforced, the check is a catalogue entry
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD CONSTRAINT chk_accounts_balance CHECK (balance >= -1000) NOT ENFORCED;

-- id: h3-0147
-- label: dangerous
-- why: MariaDB checks 180 million rows by copying them
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD CONSTRAINT chk_quantity CHECK (quantity > 0);

-- id: h3-0149
-- label: dangerous
-- why: inline in a new column, the check is enforced and makes it a copy instead of an instant column
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD COLUMN rating TINYINT NULL CHECK (rating BETWEEN 1 AND 5);

-- id: h3-0150
-- label: harmless
-- why: 24 rows
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans ADD CONSTRAINT chk_plans_price CHECK (monthly_price >= 0);

-- id: h3-0151
-- label: grey
-- why: quick, but a guard is gone
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts DROP CHECK chk_accounts_credit;

-- id: h3-0152
-- label: fails
-- why: there is no such constraint
-- engine: mysql 9.7
ALTER TABLE accounts DROP CONSTRAINT chk_accounts_balance_positive;

-- id: h3-0153
-- label: dangerous
-- why: each of 180 million rows is checked in a copy while 2200 writes a second wait (Rails)
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `order_items` ADD CONSTRAINT `fk_rails_f1a29ddd47` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`);

-- id: h3-0154
-- label: dangerous
-- why: each row is checked in a copy while writers wait (Laravel)
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `invoices` add constraint `invoices_account_id_foreign` foreign key (`account_id`) references `accounts` (`id`) on delete restrict;

-- id: h3-0155
-- label: fails
-- why: INT refers to BIGINT UNSIGNED
-- engine: mysql 8.4
ALTER TABLE users ADD CONSTRAINT fk_users_legacy FOREIGN KEY (legacy_id) REFERENCES accounts (id);

-- id: h3-0156
-- label: fails
-- why: there is no index on the column it refers to
-- engine: mariadb 10.11
ALTER TABLE gift_cards ADD CONSTRAINT fk_cards_ref FOREIGN KEY (code) REFERENCES accounts (external_ref);

-- id: h3-0157
-- label: fails
-- why: since 8.4 a foreign key refers to a unique key only
-- engine: mysql 8.4
ALTER TABLE gift_cards ADD COLUMN holder VARCHAR(50), ADD CONSTRAINT fk_cards_holder FOREIGN KEY (holder) REFERENCES users (username);

-- id: h3-0158
-- label: harmless
-- why: 640 rows refer to themselves
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE categories ADD CONSTRAINT fk_categories_parent FOREIGN KEY (parent_id) REFERENCES categories (id);

-- id: h3-0159
-- label: harmless
-- why: before 9.0 REFERENCES of a column is parsed and forgotten, the last column is instant
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN reviewed_by BIGINT UNSIGNED NULL REFERENCES users (id);

-- id: h3-0160
-- label: dangerous
-- why: since 9.0 REFERENCES of a column makes a foreign key, for which 12 GB are copied
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD COLUMN reviewed_by BIGINT UNSIGNED NULL REFERENCES users (id);

-- id: h3-0161
-- label: dangerous
-- why: MariaDB takes REFERENCES of a column seriously and copies 12 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD COLUMN reviewed_by BIGINT UNSIGNED NULL REFERENCES users (id);

-- id: h3-0162
-- label: fails
-- why: a partitioned table takes no foreign key
-- engine: mysql 9.7
ALTER TABLE clicks ADD COLUMN user_id BIGINT UNSIGNED NULL, ADD CONSTRAINT fk_clicks_user FOREIGN KEY (user_id) REFERENCES users (id);

-- id: h3-0163
-- label: grey
-- why: quick, but orphans are possible from now on
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users DROP FOREIGN KEY fk_users_country;

-- id: h3-0164
-- label: fails
-- why: there is no such foreign key
-- engine: mariadb 11.4
ALTER TABLE users DROP FOREIGN KEY fk_users_plan;

-- id: h3-0165
-- label: grey
-- why: 8000 rows, but the foreign key takes a lock on the busy accounts for a moment (Sequelize)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `webhooks` ADD CONSTRAINT `webhooks_account_id_fk` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- id: h3-0166
-- label: dangerous
-- why: the foreign key becomes another one by way of a copy of 5 GB while writers wait
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE addresses DROP FOREIGN KEY fk_addresses_user, ADD CONSTRAINT fk_addresses_user2 FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT;

-- id: h3-0167
-- label: harmless
-- why: a new partition at the end holds no rows yet
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD PARTITION (PARTITION p202612 VALUES LESS THAN (TO_DAYS('2027-01-01')));

-- id: h3-0168
-- label: harmless
-- why: a new partition at the end holds no rows yet
-- engine: mariadb 10.6
-- rebuild: no
ALTER TABLE events ADD PARTITION IF NOT EXISTS (PARTITION p202612 VALUES LESS THAN (TO_DAYS('2027-01-01')));

-- id: h3-0169
-- label: fails
-- why: partitions have to ascend
-- engine: mysql 8.4
ALTER TABLE events ADD PARTITION (PARTITION p202608 VALUES LESS THAN (TO_DAYS('2026-09-01')));

-- id: h3-0170
-- label: dangerous
-- why: a month of events is gone
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE events DROP PARTITION p202609;

-- id: h3-0171
-- label: dangerous
-- why: a month of events is gone
-- engine: mariadb 10.11
ALTER TABLE events TRUNCATE PARTITION p202610;

-- id: h3-0172
-- label: dangerous
-- why: the rows of a month are copied while writers wait
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE events REORGANIZE PARTITION p202611 INTO (PARTITION p202611a VALUES LESS THAN (TO_DAYS('2026-11-16')), PARTITION p202611b VALUES LESS THAN (TO_DAYS('2026-12-01')));

-- id: h3-0173
-- label: dangerous
-- why: all rows move to other partitions
-- engine: mariadb 11.4
-- rebuild: yes
ALTER TABLE clicks ADD PARTITION PARTITIONS 4;

-- id: h3-0174
-- label: dangerous
-- why: all rows move to fewer partitions
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE clicks COALESCE PARTITION 2;

-- id: h3-0176
-- label: dangerous
-- why: 45 GB are copied into partitions while writers wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE audit_log PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (100000000), PARTITION p1 VALUES LESS THAN (200000000), PARTITION pmax VALUES LESS THAN MAXVALUE);

-- id: h3-0177
-- label: fails
-- why: the partitioning column is no part of the primary key
-- engine: mysql 8.4
ALTER TABLE notifications PARTITION BY RANGE (TO_DAYS(created_at)) (PARTITION p2026 VALUES LESS THAN (TO_DAYS('2027-01-01')), PARTITION pmax VALUES LESS THAN MAXVALUE);

-- id: h3-0178
-- label: fails
-- why: a table with foreign keys cannot be partitioned
-- engine: mysql 9.7
ALTER TABLE users PARTITION BY HASH (id) PARTITIONS 8;

-- id: h3-0179
-- label: dangerous
-- why: the month leaves the table, and queries no longer see its rows
-- engine: mariadb 10.11
-- rebuild: no
ALTER TABLE events CONVERT PARTITION p202609 TO TABLE events_202609;

-- id: h3-0181
-- label: dangerous
-- why: InnoDB answers by rebuilding the whole table, not the one partition
-- engine: mysql 8.0.35
-- rebuild: yes
ALTER TABLE events OPTIMIZE PARTITION p202611;

-- id: h3-0182
-- label: dangerous
-- why: the partition is written anew while its writers wait
-- engine: mariadb 11.8
-- rebuild: yes
ALTER TABLE events REBUILD PARTITION p202611;

-- id: h3-0183
-- label: harmless
-- why: a column is instant in a partitioned table too
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD COLUMN source VARCHAR(20) DEFAULT NULL;

-- id: h3-0184
-- label: harmless
-- why: a column is instant in a partitioned table too
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE clicks ADD COLUMN referrer VARCHAR(200) DEFAULT NULL;

-- id: h3-0185
-- label: harmless
-- why: a comment is a catalogue entry
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders COMMENT = 'one row per checkout', ALGORITHM=INPLACE, LOCK=NONE;

-- id: h3-0186
-- label: harmless
-- why: the counter is moved ahead, no row is touched
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices AUTO_INCREMENT = 50000000;

-- id: h3-0187
-- label: dangerous
-- why: naming the engine again rebuilds 24 GB
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE order_items ENGINE=InnoDB;

-- id: h3-0188
-- label: dangerous
-- why: FORCE is a rebuild of 15 GB
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications FORCE;

-- id: h3-0189
-- label: dangerous
-- why: the table is dynamic already, and still each row is written anew
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users ROW_FORMAT=DYNAMIC;

-- id: h3-0190
-- label: dangerous
-- why: compressing writes 12 GB anew
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;

-- id: h3-0191
-- label: dangerous
-- why: another block size writes 45 GB anew
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE audit_log KEY_BLOCK_SIZE=4;

-- id: h3-0192
-- label: harmless
-- why: a setting for statistics is a catalogue entry
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders STATS_SAMPLE_PAGES=64, STATS_AUTO_RECALC=1;

-- id: h3-0193
-- label: harmless
-- why: how the file grows is a catalogue entry
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items AUTOEXTEND_SIZE=64M;

-- id: h3-0194
-- label: dangerous
-- why: MyISAM locks the whole table for each write, loses rows in a crash, and 3 GB are copied
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions ENGINE = MyISAM;

-- id: h3-0195
-- label: fails
-- why: a table with foreign keys cannot leave InnoDB
-- engine: mysql 8.0.35
ALTER TABLE order_items ENGINE=MyISAM;

-- id: h3-0196
-- label: grey
-- why: 60 rows, but settings lose their transactions
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE settings ENGINE=Aria;

-- id: h3-0197
-- label: harmless
-- why: an empty table is rebuilt at once
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE gift_cards ENGINE=InnoDB, ROW_FORMAT=DYNAMIC;

-- id: h3-0198
-- label: harmless
-- why: 140 rows are rebuilt at once
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE feature_flags FORCE, ALGORITHM=COPY;

-- id: h3-0199
-- label: dangerous
-- why: the rebuild of OPTIMIZE goes through 15 GB
-- engine: mysql 8.4
OPTIMIZE TABLE notifications;

-- id: h3-0200
-- label: dangerous
-- why: the rebuild of OPTIMIZE goes through 86 GB
-- engine: mariadb 10.11
OPTIMIZE NO_WRITE_TO_BINLOG TABLE clicks, events;

-- id: h3-0201
-- label: harmless
-- why: 4 MB are rebuilt at once
-- engine: mysql 8.0.35
OPTIMIZE LOCAL TABLE `webhooks`;

-- id: h3-0202
-- label: harmless
-- why: statistics from a sample of pages
-- engine: mysql 8.4
ANALYZE TABLE invoices;

-- id: h3-0203
-- label: harmless
-- why: a histogram is made from a sample that fits in memory
-- engine: mysql 9.7
ANALYZE TABLE products UPDATE HISTOGRAM ON category_id, price WITH 64 BUCKETS;

-- id: h3-0204
-- label: grey
-- why: statistics for all columns read the whole of 12 GB
-- engine: mariadb 11.4
ANALYZE TABLE orders PERSISTENT FOR ALL;

-- id: h3-0205
-- label: harmless
-- why: 24 rows
-- engine: mariadb 10.11
CHECK TABLE plans EXTENDED;

-- id: h3-0206
-- label: dangerous
-- why: users are renamed away under running code
-- engine: mysql 8.4
RENAME TABLE users TO users_old, gift_cards TO users;

-- id: h3-0207
-- label: dangerous
-- why: code that knows the old name breaks
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: EXCLUSIVE
-- rebuild: no
ALTER TABLE support_tickets RENAME TO tickets;

-- id: h3-0208
-- label: fails
-- why: the second table does not exist, so neither is renamed
-- engine: mysql 8.0.35
RENAME TABLE gift_cards TO gift_cards_old, gift_cards_new TO gift_cards;

-- id: h3-0210
-- label: dangerous
-- why: 110 GB of history are gone
-- engine: mysql 8.4
DROP TABLE IF EXISTS page_views;

-- id: h3-0211
-- label: harmless
-- why: there is no such table, a note is all (Rails)
-- engine: mysql 8.0.35
DROP TABLE IF EXISTS `tmp_import_2024`;

-- id: h3-0212
-- label: harmless
-- why: only a temporary table of this session can be meant
-- engine: mariadb 10.11
DROP TEMPORARY TABLE IF EXISTS users;

-- id: h3-0213
-- label: fails
-- why: order_items refer to orders
-- engine: mysql 8.4
TRUNCATE TABLE orders;

-- id: h3-0214
-- label: dangerous
-- why: all sessions are gone and everybody is logged out
-- engine: mysql 9.7
TRUNCATE sessions;

-- id: h3-0215
-- label: dangerous
-- why: 640 rows are few, but they are gone
-- engine: mariadb 10.6
TRUNCATE TABLE categories;

-- id: h3-0216
-- label: harmless
-- why: there is nothing in it
-- engine: mysql 8.4
TRUNCATE TABLE gift_cards;

-- id: h3-0217
-- label: dangerous
-- why: jobs that wait are lost
-- engine: mariadb 11.8
TRUNCATE TABLE jobs NOWAIT;

-- id: h3-0218
-- label: dangerous
-- why: the whole schema is dropped
-- engine: mysql 8.4
DROP SCHEMA shop;

-- id: h3-0219
-- label: harmless
-- why: a new schema
-- engine: mariadb 11.4
CREATE DATABASE IF NOT EXISTS reporting CHARACTER SET utf8mb4;

-- id: h3-0221
-- label: dangerous
-- why: the view loses username, on which its readers rely
-- engine: mariadb 10.11
CREATE OR REPLACE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW active_users AS SELECT id, email FROM users WHERE deleted_at IS NULL;

-- id: h3-0222
-- label: harmless
-- why: a further column at the end of the view
-- engine: mysql 8.0.35
CREATE OR REPLACE VIEW `active_users` AS SELECT `id`, `email`, `username`, `locale` FROM `users` WHERE `deleted_at` IS NULL;

-- id: h3-0223
-- label: harmless
-- why: a new view is a catalogue entry
-- engine: mariadb 11.8
CREATE VIEW IF NOT EXISTS overdue_invoices AS SELECT id, number, total FROM invoices WHERE due_on < CURDATE();

-- id: h3-0224
-- label: dangerous
-- why: the trigger runs for each of 2200 writes a second, and reads and writes another busy table
-- engine: mysql 8.4
CREATE TRIGGER trg_items_ai AFTER INSERT ON order_items FOR EACH ROW UPDATE orders SET total_cents = (SELECT SUM(quantity * unit_price * 100) FROM order_items WHERE order_id = NEW.order_id) WHERE id = NEW.order_id;

-- id: h3-0225
-- label: grey
-- why: without the trigger channels keep their case from now on
-- engine: mariadb 10.6
DROP TRIGGER trg_orders_bu;

-- id: h3-0226
-- label: harmless
-- why: there is no such trigger
-- engine: mysql 9.7
DROP TRIGGER IF EXISTS trg_orders_ai;

-- id: h3-0227
-- label: harmless
-- why: a procedure that nobody calls yet
-- engine: mysql 8.4
CREATE PROCEDURE close_stale_tickets(IN days INT) UPDATE support_tickets SET closed_at = NOW() WHERE closed_at IS NULL AND id < 1000 * days LIMIT 100;

-- id: h3-0228
-- label: harmless
-- why: a function that nobody calls yet
-- engine: mariadb 11.4
CREATE FUNCTION IF NOT EXISTS cents(amount DECIMAL(12,2)) RETURNS BIGINT DETERMINISTIC RETURN ROUND(amount * 100);

-- id: h3-0229
-- label: dangerous
-- why: whoever calls the procedure fails
-- engine: mysql 8.0.35
DROP PROCEDURE purge_sessions;

-- id: h3-0230
-- label: dangerous
-- why: the procedure deletes from the busiest table without any bound
-- engine: mysql 8.4
CALL purge_sessions();

-- id: h3-0231
-- label: harmless
-- why: a comment on a procedure
-- engine: mysql 9.7
ALTER PROCEDURE purge_sessions COMMENT 'called by cron at 03:00';

-- id: h3-0232
-- label: dangerous
-- why: every hour an unbounded UPDATE goes through 60 million notifications
-- engine: mysql 8.4
CREATE EVENT ev_mark_read ON SCHEDULE EVERY 1 HOUR DO UPDATE notifications SET read_at = NOW() WHERE read_at IS NULL AND created_at < NOW() - INTERVAL 90 DAY;

-- id: h3-0233
-- label: harmless
-- why: the event is made, but does not run
-- engine: mariadb 10.11
CREATE EVENT IF NOT EXISTS ev_purge ON SCHEDULE EVERY 1 DAY DISABLE DO CALL purge_sessions();

-- id: h3-0234
-- label: harmless
-- why: there is no such event
-- engine: mysql 8.4
DROP EVENT IF EXISTS ev_nightly;

-- id: h3-0235
-- label: harmless
-- why: a reporting user may read the price list (hand-written)
-- engine: mysql 8.0.35
GRANT SELECT (code, name, monthly_price) ON shop.plans TO 'reader'@'%';

-- id: h3-0237
-- label: dangerous
-- why: everything on every database, to be handed on
-- engine: mariadb 11.4
GRANT ALL PRIVILEGES ON *.* TO 'reader'@'%' WITH GRANT OPTION;

-- id: h3-0238
-- label: dangerous
-- why: the application's next connection is refused
-- engine: mysql 9.7
ALTER USER 'shop_app'@'%' ACCOUNT LOCK;

-- id: h3-0239
-- label: dangerous
-- why: the application's next connection fails with the old password
-- engine: mariadb 10.11
SET PASSWORD FOR 'shop_app'@'%' = PASSWORD('n3w-s3cret');

-- id: h3-0240
-- label: dangerous
-- why: the application vanishes from the list of users
-- engine: mysql 8.4
DROP USER IF EXISTS 'shop_app'@'%';

-- id: h3-0241
-- label: harmless
-- why: there is no such user
-- engine: mysql 8.0.35
DROP USER IF EXISTS 'analyst'@'%';

-- id: h3-0242
-- label: harmless
-- why: a new user that may do nothing yet
-- engine: mariadb 11.8
CREATE USER 'analyst'@'%' IDENTIFIED BY 'c0rrect-horse';

-- id: h3-0243
-- label: harmless
-- why: a new role that nobody has
-- engine: mysql 8.4
CREATE ROLE IF NOT EXISTS 'readonly';

-- id: h3-0244
-- label: dangerous
-- why: the pool of the application opens more than five connections
-- engine: mysql 9.1
ALTER USER 'shop_app'@'%' WITH MAX_USER_CONNECTIONS 5;

-- id: h3-0245
-- label: dangerous
-- why: every new connection loses strict mode: values are cut silently
-- engine: mysql 8.0.20
SET GLOBAL sql_mode = '';

-- id: h3-0246
-- label: dangerous
-- why: every write of the application is refused
-- engine: mysql 8.0.20
SET GLOBAL super_read_only = ON;

-- id: h3-0247
-- label: dangerous
-- why: a crash of the machine loses the commits of the last second
-- engine: mysql 8.4
SET GLOBAL innodb_flush_log_at_trx_commit = 2;

-- id: h3-0248
-- label: dangerous
-- why: each statement of a busy server is written to a file
-- engine: mysql 8.0.20
SET GLOBAL general_log = 'ON';

-- id: h3-0249
-- label: dangerous
-- why: a crash without redo log means a server to be restored
-- engine: mysql 8.4
ALTER INSTANCE DISABLE INNODB REDO_LOG;

-- id: h3-0251
-- label: harmless
-- why: the session's character set (mysqldump)
-- engine: mariadb 10.11
SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: h3-0253
-- label: harmless
-- why: checks are on again
-- engine: mysql 9.7
SET @@SESSION.foreign_key_checks = 1;

-- id: h3-0255
-- label: harmless
-- why: slow statements are noted from half a second on
-- engine: mariadb 11.4
SET GLOBAL long_query_time = 0.5;

-- id: h3-0256
-- label: dangerous
-- why: all writers and readers of orders wait until the lock is given back
-- engine: mysql 8.4
LOCK TABLES orders WRITE;

-- id: h3-0257
-- label: dangerous
-- why: every write of the server waits
-- engine: mariadb 10.6
FLUSH TABLES WITH READ LOCK;

-- id: h3-0260
-- label: grey
-- why: 24 rows that nobody writes, but the session itself gets at nothing else until it unlocks
-- engine: mariadb 11.8
LOCK TABLES plans READ;

-- id: h3-0261
-- label: dangerous
-- why: the server stops
-- engine: mysql 8.0.20
SHUTDOWN;

-- id: h3-0262
-- label: dangerous
-- why: the binary logs are gone, and replicas and point-in-time recovery with them
-- engine: mysql 8.0.20
RESET MASTER;

-- id: h3-0263
-- label: dangerous
-- why: logs go that a replica or a recovery may need
-- engine: mysql 8.0.20
PURGE BINARY LOGS BEFORE NOW();

-- id: h3-0264
-- label: harmless
-- why: one row of a tiny table by its key
-- engine: mysql 8.4
UPDATE feature_flags SET enabled = 1 WHERE name = 'checkout';

-- id: h3-0265
-- label: dangerous
-- why: all 20 million users in one transaction (Django)
-- engine: mysql 8.4
UPDATE `users` SET `newsletter` = 0 WHERE `newsletter` IS NULL;

-- id: h3-0266
-- label: dangerous
-- why: the join with 24 plans changes 5 million accounts
-- engine: mariadb 10.11
UPDATE accounts a JOIN plans p ON p.id = a.plan_id SET a.credit_limit = p.monthly_price * 12;

-- id: h3-0267
-- label: harmless
-- why: 5000 rows by primary key are a bounded batch
-- engine: mysql 8.0.35
UPDATE order_items SET tax_rate = 19.00 WHERE id BETWEEN 1000001 AND 1005000 AND tax_rate IS NULL;

-- id: h3-0268
-- label: dangerous
-- why: the condition looks like a key but spans the whole table
-- engine: mysql 8.4
UPDATE orders SET currency = 'EUR' WHERE id > 0;

-- id: h3-0269
-- label: dangerous
-- why: without an index on status every row is locked, and LIMIT does not bound what is read
-- engine: mysql 8.0.35
UPDATE orders SET status = 'cancelled' WHERE status = 'draft' AND coupon_code = 'SPRING' ORDER BY total_cents LIMIT 100;

-- id: h3-0270
-- label: dangerous
-- why: the cascade takes the items of all those orders along
-- engine: mysql 9.7
DELETE FROM orders WHERE created_at < '2020-01-01';

-- id: h3-0271
-- label: dangerous
-- why: all deleted users and their addresses in one transaction, found by reading 20 million rows
-- engine: mariadb 11.8
DELETE u, a FROM users u LEFT JOIN addresses a ON a.user_id = u.id WHERE u.deleted_at IS NOT NULL;

-- id: h3-0272
-- label: harmless
-- why: one row by its key, without anything that refers to it
-- engine: mysql 8.4
DELETE FROM jobs WHERE id = 4711;

-- id: h3-0273
-- label: grey
-- why: a bounded batch by an index, but whether the data are needed is not known
-- engine: mysql 8.4
DELETE FROM sessions WHERE expires_at < NOW() - INTERVAL 7 DAY ORDER BY expires_at LIMIT 1000;

-- id: h3-0274
-- label: dangerous
-- why: REPLACE deletes the user first, and the cascade deletes all his addresses
-- engine: mariadb 10.11
REPLACE INTO users (id, email, status) VALUES (42, 'ann@example.org', 'active');

-- id: h3-0275
-- label: harmless
-- why: nothing refers to settings, one row by its key
-- engine: mariadb 10.6
REPLACE INTO settings (`key`, value) VALUES ('checkout.version', '3');

-- id: h3-0276
-- label: harmless
-- why: a version row (Rails)
-- engine: mysql 8.4
INSERT INTO `schema_migrations` (version) VALUES ('20261119081500');

-- id: h3-0277
-- label: harmless
-- why: a row is written or changed by its key
-- engine: mysql 9.7
INSERT INTO settings (`key`, value) VALUES ('theme', 'dark') AS new ON DUPLICATE KEY UPDATE value = new.value;

-- id: h3-0278
-- label: dangerous
-- why: years of orders are locked as they are read, and written in one transaction
-- engine: mysql 8.4
INSERT INTO legacy_orders (customer, total, status) SELECT user_id, total_cents / 100, status FROM orders WHERE placed_at < '2025-01-01';

-- id: h3-0279
-- label: dangerous
-- why: 50 million rows are copied in one statement that locks what it reads
-- engine: mariadb 10.11
CREATE TABLE orders_backup AS SELECT * FROM orders;

-- id: h3-0280
-- label: harmless
-- why: the structure only
-- engine: mysql 8.4
CREATE TABLE orders_new LIKE orders;

-- id: h3-0281
-- label: harmless
-- why: 24 rows
-- engine: mariadb 11.4
CREATE TABLE plans_backup SELECT * FROM plans;

-- id: h3-0282
-- label: dangerous
-- why: a file of unknown size goes into the busiest table in one transaction
-- engine: mysql 8.0.20
LOAD DATA INFILE '/var/lib/mysql-files/items.csv' INTO TABLE order_items FIELDS TERMINATED BY ',' (order_id, product_id, quantity, unit_price);

-- id: h3-0283
-- label: grey
-- why: rows with known keys replace countries that users refer to
-- engine: mysql 8.0.20
LOAD DATA LOCAL INFILE 'countries.csv' REPLACE INTO TABLE countries FIELDS TERMINATED BY ';' LINES TERMINATED BY '\n' IGNORE 1 LINES (code, name, dial_code);

-- id: h3-0284
-- label: harmless
-- why: EXPLAIN shows the plan and deletes nothing
-- engine: mysql 8.4
EXPLAIN DELETE FROM notifications WHERE read_at IS NOT NULL;

-- id: h3-0285
-- label: dangerous
-- why: MariaDB's ANALYZE runs the statement that it explains
-- engine: mariadb 10.11
ANALYZE FORMAT=JSON DELETE FROM notifications WHERE read_at IS NOT NULL;

-- id: h3-0286
-- label: grey
-- why: EXPLAIN ANALYZE runs the query, which reads 800 million rows
-- engine: mysql 9.7
EXPLAIN ANALYZE SELECT path, COUNT(*) FROM page_views GROUP BY path;

-- id: h3-0287
-- label: dangerous
-- why: what is in the string is run: 12 GB are rebuilt
-- engine: mariadb 11.8
EXECUTE IMMEDIATE 'ALTER TABLE orders ENGINE=InnoDB';

-- id: h3-0288
-- label: grey
-- why: it is prepared and not run
-- engine: mysql 8.4
PREPARE stmt FROM 'DELETE FROM sessions';

-- id: h3-0289
-- label: dangerous
-- why: MySQL runs what the comment holds, and the notes are gone
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN gift TINYINT(1) NOT NULL DEFAULT 0 /*!80000 , DROP COLUMN notes */;

-- id: h3-0290
-- label: harmless
-- why: MariaDB leaves out what is meant for MySQL 8, so only a column is added
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN gift TINYINT(1) NOT NULL DEFAULT 0 /*!80000 , DROP COLUMN notes */;

-- id: h3-0291
-- label: harmless
-- why: what MariaDB alone runs is a comment here
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions ADD COLUMN device VARCHAR(40) NULL /*M! , DROP COLUMN data */;

-- id: h3-0292
-- label: dangerous
-- why: MariaDB runs what its comment holds
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions ADD COLUMN device VARCHAR(40) NULL /*M!100300 , DROP COLUMN data */;

-- id: h3-0293
-- label: dangerous
-- why: a version of long ago makes the comment a statement
-- engine: mysql 8.4
/*!50003 DROP TABLE page_views */;

-- id: h3-0294
-- label: harmless
-- why: new sequence
-- engine: mariadb 11.4
CREATE SEQUENCE IF NOT EXISTS invoice_numbers START WITH 50000000 INCREMENT BY 1 CACHE 100;

-- id: h3-0295
-- label: fails
-- why: MySQL has no sequences
-- engine: mysql 8.4
CREATE SEQUENCE invoice_numbers START WITH 1;

-- id: h3-0296
-- label: harmless
-- why: there is no such sequence
-- engine: mariadb 11.8
DROP SEQUENCE IF EXISTS order_numbers;

-- id: h3-0297
-- label: fails
-- why: there is no such sequence
-- engine: mariadb 10.11
ALTER SEQUENCE order_numbers RESTART 1000;

-- id: h3-0298
-- label: dangerous
-- why: system versioning adds row times to 20 million users by copying
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users ADD SYSTEM VERSIONING;

-- id: h3-0299
-- label: harmless
-- why: 24 rows get a history
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE plans ADD SYSTEM VERSIONING;

-- id: h3-0300
-- label: fails
-- why: the table keeps no history that could be dropped
-- engine: mariadb 11.8
ALTER TABLE accounts DROP SYSTEM VERSIONING;

-- id: h3-0301
-- label: dangerous
-- why: the table of this name, with all sessions, is dropped first
-- engine: mariadb 11.8
CREATE OR REPLACE TABLE sessions (token VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY, user_id BIGINT UNSIGNED NOT NULL, payload JSON);

-- id: h3-0302
-- label: harmless
-- why: the table is there already, and stays as it is
-- engine: mysql 8.4
CREATE TABLE IF NOT EXISTS users (id INT PRIMARY KEY);

-- id: h3-0303
-- label: dangerous
-- why: IGNORE throws away the rows that a unique index refuses, without a word
-- engine: mariadb 10.11
ALTER IGNORE TABLE accounts ADD UNIQUE KEY uk_accounts_ref (external_ref);

-- id: h3-0304
-- label: fails
-- why: IGNORE went away with MySQL 5.7
-- engine: mysql 8.4
ALTER IGNORE TABLE accounts ADD UNIQUE KEY uk_accounts_ref (external_ref);

-- id: h3-0305
-- label: fails
-- why: IF EXISTS of a table is MariaDB's
-- engine: mysql 8.0.35
ALTER TABLE IF EXISTS orders ADD COLUMN x INT;

-- id: h3-0306
-- label: harmless
-- why: MariaDB gives up rather than queue readers behind its lock
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders NOWAIT ADD COLUMN packed_at DATETIME NULL;

-- id: h3-0307
-- label: harmless
-- why: a vector column that may be null is instant
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets ADD COLUMN embedding VECTOR(384) NULL;

-- id: h3-0308
-- label: harmless
-- why: an invisible column is not seen by SELECT * of running code
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments ADD COLUMN risk_score SMALLINT NULL INVISIBLE;

-- id: h3-0309
-- label: dangerous
-- why: SELECT * and inserts without a list of columns no longer know the column
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ALTER COLUMN phone SET INVISIBLE;

-- id: h3-0310
-- label: dangerous
-- why: an expression as default is computed per row: 12 GB are copied while writes wait
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD COLUMN meta JSON NOT NULL DEFAULT (JSON_OBJECT());

-- id: h3-0311
-- label: harmless
-- why: from at most 127 bytes MariaDB grows even past 255 at once
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices MODIFY number VARCHAR(100) NOT NULL;

-- id: h3-0312
-- label: harmless
-- why: CURRENT_TIMESTAMP of the statement stands in for old rows, and the column is instant
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD COLUMN opened_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- id: h3-0313
-- label: fails
-- why: old rows would get the date zero, which strict mode refuses
-- engine: mysql 8.4
ALTER TABLE orders ADD COLUMN packed_at DATETIME NOT NULL;

-- id: h3-0314
-- label: dangerous
-- why: old rows get the date zero, and inserts of running code fail without a value
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN packed_at DATETIME NOT NULL;

-- id: h3-0315
-- label: fails
-- why: a TEXT column takes no literal default
-- engine: mysql 8.4
ALTER TABLE support_tickets ADD COLUMN resolution TEXT DEFAULT 'none';

-- id: h3-0316
-- label: harmless
-- why: MariaDB takes a literal default for TEXT and adds it at once
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets ADD COLUMN resolution TEXT DEFAULT 'none';

-- id: h3-0317
-- label: dangerous
-- why: one action that needs a copy makes the instant ones beside it copy too (Alembic)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD COLUMN delivery_note TEXT, MODIFY discount DECIMAL(8,2), COMMENT 'orders of the shop';

-- id: h3-0318
-- label: fails
-- why: the pair is refused because only one of the actions is instant
-- engine: mysql 8.4
ALTER TABLE payments ADD COLUMN settled_at DATETIME NULL, ADD INDEX idx_payments_settled (settled_at), ALGORITHM=INSTANT;

-- id: h3-0319
-- label: dangerous
-- why: a new virtual column and its index in one statement keep writers out of 45 million rows
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE payments ADD COLUMN captured_on DATE AS (DATE(captured_at)) VIRTUAL, ADD INDEX idx_payments_captured_on (captured_on);

-- id: h3-0320
-- label: dangerous
-- why: with the index beside it the column is not instant any more, and 9 GB are rebuilt
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE payments ADD COLUMN settled_at DATETIME NULL, ADD INDEX idx_payments_settled (settled_at);

-- id: h3-0321
-- label: dangerous
-- why: the expression of a stored column is computed anew for 9 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY gross DECIMAL(13,2) GENERATED ALWAYS AS (amount + fee * 1.19) STORED;

-- id: h3-0322
-- label: fails
-- why: a virtual column cannot become an ordinary one
-- engine: mysql 9.7
ALTER TABLE payments MODIFY net DECIMAL(12,2) NULL;

-- id: h3-0323
-- label: fails
-- why: a generated column depends on it
-- engine: mysql 8.4
ALTER TABLE payments DROP COLUMN fee;

-- id: h3-0324
-- label: fails
-- why: a generated column depends on it
-- engine: mariadb 11.4
ALTER TABLE payments RENAME COLUMN amount TO total, DROP COLUMN fee;

-- id: h3-0325
-- label: dangerous
-- why: the column is placed elsewhere, for which 12 GB are rebuilt
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY channel VARCHAR(16) DEFAULT 'web' AFTER status;

-- id: h3-0326
-- label: harmless
-- why: MariaDB moves a column in the catalogue
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts MODIFY external_ref VARCHAR(64) AFTER name;

-- id: h3-0327
-- label: dangerous
-- why: dropped with the index that it is alone in, and code that reads it breaks
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders DROP COLUMN placed_at;

-- id: h3-0328
-- label: fails
-- why: no table can lose its last column
-- engine: mysql 9.7
ALTER TABLE schema_migrations DROP COLUMN version;

-- id: h3-0330
-- label: dangerous
-- why: MariaDB too lets NULL in by writing 15 GB anew
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications MODIFY kind VARCHAR(30) NULL;

-- id: h3-0331
-- label: harmless
-- why: a column with a constant default at the front of 140 rows
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE feature_flags ADD COLUMN owner VARCHAR(60) NOT NULL DEFAULT 'platform' FIRST;

-- id: h3-0332
-- label: dangerous
-- why: the first FULLTEXT index rebuilds the table while 3000 writes a second wait
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions ADD COLUMN region CHAR(2) NULL, ADD FULLTEXT INDEX ft_sessions_agent (user_agent);

-- id: h3-0333
-- label: harmless
-- why: 8000 rows are rebuilt for a column and an index (Rails)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `webhooks` ADD `last_status` smallint DEFAULT NULL, ADD INDEX `index_webhooks_on_account_id` (`account_id`);

-- id: h3-0334
-- label: dangerous
-- why: the copy that is asked for makes 900 writes a second wait for 15 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications ADD COLUMN seen TINYINT(1) NOT NULL DEFAULT 0, ALGORITHM=COPY;

-- id: h3-0335
-- label: dangerous
-- why: LOCK=EXCLUSIVE with a copy keeps even readers out
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: EXCLUSIVE
-- rebuild: yes
ALTER TABLE payments MODIFY fee DECIMAL(14,2) NOT NULL DEFAULT 0, LOCK=EXCLUSIVE;

-- id: h3-0336
-- label: fails
-- why: COPY cannot let writers in
-- engine: mysql 8.0.35
ALTER TABLE orders MODIFY total_cents BIGINT NOT NULL DEFAULT 0, ALGORITHM=COPY, LOCK=NONE;

-- id: h3-0337
-- label: fails
-- why: before 11.2 MariaDB's COPY cannot let writers in
-- engine: mariadb 10.11
ALTER TABLE legacy_orders MODIFY total DECIMAL(14,4), ALGORITHM=COPY, LOCK=NONE;

-- id: h3-0338
-- label: fails
-- why: NOCOPY refuses what would write the table anew
-- engine: mariadb 10.6
ALTER TABLE orders MODIFY discount DECIMAL(9,3), ALGORITHM=NOCOPY;

-- id: h3-0339
-- label: dangerous
-- why: LOCK=NONE is granted, but 6 GB are still copied
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE legacy_orders MODIFY total DECIMAL(14,4), ALGORITHM=COPY, LOCK=NONE;

-- id: h3-0340
-- label: harmless
-- why: an empty table is partitioned at once
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE gift_cards PARTITION BY HASH (id) PARTITIONS 4;

-- id: h3-0341
-- label: fails
-- why: there is no table events_archive to exchange with
-- engine: mysql 8.0.35
ALTER TABLE events EXCHANGE PARTITION p202609 WITH TABLE events_archive;

-- id: h3-0342
-- label: fails
-- why: rows have to go somewhere: the last partition does not reach as far as before
-- engine: mariadb 11.8
ALTER TABLE events REORGANIZE PARTITION p202610, p202611 INTO (PARTITION p2026 VALUES LESS THAN (TO_DAYS('2026-11-01')));

-- id: h3-0343
-- label: fails
-- why: there is no such partition
-- engine: mysql 8.4
ALTER TABLE events DROP PARTITION p202601;

-- id: h3-0344
-- label: harmless
-- why: there is no such partition, and IF EXISTS says so
-- engine: mariadb 10.6
-- rebuild: no
ALTER TABLE events DROP PARTITION IF EXISTS p202601;

-- id: h3-0345
-- label: dangerous
-- why: the file goes, and all rows with it
-- engine: mysql 8.4
ALTER TABLE page_views DISCARD TABLESPACE;

-- id: h3-0346
-- label: dangerous
-- why: 4 GB are written into the system tablespace, which never shrinks again
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE invoices TABLESPACE = innodb_system;

-- id: h3-0347
-- label: harmless
-- why: compression of pages is noted, and applied to pages to come only
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets COMPRESSION='zlib';

-- id: h3-0348
-- label: harmless
-- why: a table's comment is a catalogue entry
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE events COMMENT 'tracking, 90 days';

-- id: h3-0349
-- label: grey
-- why: deleted users come back into the view, which may or may not be meant
-- engine: mysql 8.4
CREATE OR REPLACE SQL SECURITY DEFINER VIEW active_users AS SELECT id, email, username, phone, bio FROM users;

-- id: h3-0350
-- label: harmless
-- why: new table with a foreign key to a busy one, which takes a lock on it for a moment only (Prisma)
-- engine: mysql 8.4
CREATE TABLE `Review` (
    `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    `userId` BIGINT UNSIGNED NOT NULL,
    `stars` TINYINT NOT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    INDEX `Review_userId_idx`(`userId`),
    PRIMARY KEY (`id`),
    CONSTRAINT `Review_userId_fkey` FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON DELETE CASCADE ON UPDATE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: h3-0351
-- label: dangerous
-- why: 120 to 400 bytes needs a second length byte, and MySQL copies 15 GB for it
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications MODIFY kind VARCHAR(100) NOT NULL;

-- id: h3-0352
-- label: harmless
-- why: 120 bytes are below 128, so MariaDB needs no copy for the second length byte
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications MODIFY kind VARCHAR(100) NOT NULL;

-- id: h3-0353
-- label: harmless
-- why: utf8mb3 to utf8mb4 without an index on text is a catalogue entry on MariaDB too
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;

-- id: h3-0354
-- label: dangerous
-- why: latin1 to utf8mb4 is another encoding: 110 GB are copied
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views CONVERT TO CHARACTER SET utf8mb4;

-- id: h3-0355
-- label: fails
-- why: the key is referred to by a foreign key, whose column keeps ascii
-- engine: mariadb 11.8
ALTER TABLE countries CONVERT TO CHARACTER SET utf8mb4;

-- id: h3-0356
-- label: dangerous
-- why: with ALGORITHM=INPLACE the column is not instant, 12 GB are rebuilt by request
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders ADD COLUMN packed_at DATETIME NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- id: h3-0357
-- label: harmless
-- why: MariaDB's INPLACE still takes the instant way
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN packed_at DATETIME NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- id: h3-0358
-- label: fails
-- why: MySQL takes no lock beside INSTANT
-- engine: mysql 8.0.20
ALTER TABLE orders ADD COLUMN packed_at DATETIME NULL, ALGORITHM=INSTANT, LOCK=NONE;

-- id: h3-0359
-- label: harmless
-- why: MariaDB takes both words and adds the column at once
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN packed_at DATETIME NULL, ALGORITHM=INSTANT, LOCK=NONE;

-- id: h3-0360
-- label: harmless
-- why: LOCK=NONE alone leaves the instant way open
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications ADD COLUMN gift TINYINT(1) NOT NULL DEFAULT 0, LOCK=NONE;

-- id: h3-0361
-- label: dangerous
-- why: the trigger on orders still writes channel, so every update of an order fails
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP COLUMN channel, ALGORITHM=INSTANT;

-- id: h3-0362
-- label: dangerous
-- why: the trigger still names channel, so every update of an order fails
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders RENAME COLUMN channel TO sales_channel;

-- id: h3-0363
-- label: fails
-- why: foreign keys need the type of the column that they refer to
-- engine: mysql 8.4
ALTER TABLE plans MODIFY id BIGINT NOT NULL AUTO_INCREMENT;

-- id: h3-0364
-- label: fails
-- why: foreign keys need the type of the column that they refer to
-- engine: mariadb 11.4
ALTER TABLE plans MODIFY id BIGINT NOT NULL AUTO_INCREMENT;

-- id: h3-0365
-- label: fails
-- why: CASCADE means nothing to MySQL: users still refer to countries
-- engine: mysql 8.0.35
DROP TABLE countries CASCADE;

-- id: h3-0366
-- label: dangerous
-- why: both tables are named, so the foreign key does not save the orders
-- engine: mysql 8.4
DROP TABLE order_items, orders;

-- id: h3-0368
-- label: dangerous
-- why: the column, its values and its check go in an instant
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts DROP COLUMN credit_limit;

-- id: h3-0369
-- label: harmless
-- why: a plain index is built online beside a FULLTEXT one (Django)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `articles_author_2f1c_idx` ON `articles` (`author_id`);

-- id: h3-0370
-- label: harmless
-- why: a virtual column is instant despite the FULLTEXT index
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE articles ADD COLUMN title_length INT AS (CHAR_LENGTH(title)) VIRTUAL;

-- id: h3-0371
-- label: harmless
-- why: 800 to 1000 bytes in a FULLTEXT index is a catalogue entry
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE articles MODIFY title VARCHAR(250) NOT NULL;

-- id: h3-0372
-- label: grey
-- why: online, but 45 GB of compressed pages are read for it
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE audit_log ADD INDEX idx_audit_created (created_at);

-- id: h3-0373
-- label: harmless
-- why: a longer text in a compressed table is a catalogue entry all the same
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE audit_log MODIFY entity VARCHAR(120) NOT NULL;

-- id: h3-0374
-- label: dangerous
-- why: the comment beside it keeps the column from being instant, and 110 GB are rebuilt
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE page_views ADD COLUMN country CHAR(2) NULL, COMMENT 'raw hits';

-- id: h3-0375
-- label: dangerous
-- why: dropped and added again under its own name: the notes are lost, however instant
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP COLUMN notes, ADD COLUMN notes VARCHAR(500), ALGORITHM=INSTANT;

-- id: h3-0376
-- label: dangerous
-- why: the unique index makes a new column a rebuild of 8 GB
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users ADD COLUMN handle VARCHAR(60) NULL UNIQUE;

-- id: h3-0377
-- label: dangerous
-- why: the flags lose their default and ON UPDATE, and inserts without the date fail
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE feature_flags MODIFY updated_at TIMESTAMP NOT NULL;

-- id: h3-0378
-- label: fails
-- why: geometry knows no implicit default for rows that are there
-- engine: mysql 9.7
ALTER TABLE addresses ADD COLUMN entrance POINT NOT NULL;

-- id: h3-0379
-- label: grey
-- why: 180 MB are copied for some seconds with two writes a second
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE products ADD COLUMN attrs JSON, ADD INDEX idx_products_tags ((CAST(attrs->'$.tags' AS CHAR(30) ARRAY)));

-- id: h3-0380
-- label: dangerous
-- why: inserts of running code have no value for a vector that may not be null
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE support_tickets ADD COLUMN embedding VECTOR(8) NOT NULL, ADD VECTOR INDEX vx_tickets (embedding);

-- id: h3-0381
-- label: grey
-- why: 300 MB are copied under 2500 writes a second, which MariaDB 11.8 lets in and catches up with
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE jobs MODIFY priority INT NOT NULL DEFAULT 0;

-- id: h3-0382
-- label: dangerous
-- why: CHAR of another length writes 12 GB anew, even if MariaDB 11.8 lets writers in
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY currency CHAR(8) NOT NULL DEFAULT 'EUR';

-- id: h3-0383
-- label: dangerous
-- why: sorting is ignored by InnoDB, but the 12 GB are copied for it
-- engine: mysql 8.4
-- rebuild: yes
ALTER TABLE orders ORDER BY created_at;

-- id: h3-0384
-- label: fails
-- why: MEMORY stores no MEDIUMTEXT
-- engine: mysql 8.4
ALTER TABLE jobs ENGINE=MEMORY;

-- id: h3-0385
-- label: harmless
-- why: the counter cannot fall below what is there, so nothing happens
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users AUTO_INCREMENT = 1;

-- id: h3-0386
-- label: harmless
-- why: an option that InnoDB ignores, as a catalogue entry
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions DELAY_KEY_WRITE=1;

-- id: h3-0387
-- label: harmless
-- why: a hint for MyISAM that InnoDB ignores
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items MAX_ROWS=4000000000;

-- id: h3-0388
-- label: harmless
-- why: built online, and unseen by plans until it is made visible
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices ADD INDEX idx_invoices_due_on (due_on) COMMENT 'CHG-1182' INVISIBLE;

-- id: h3-0389
-- label: harmless
-- why: statistics only, and no engine-independent ones
-- engine: mariadb 11.8
ANALYZE LOCAL TABLE accounts;

-- id: h3-0390
-- label: harmless
-- why: two tables of a few pages
-- engine: mysql 8.4
OPTIMIZE TABLE gift_cards, plans;

-- id: h3-0391
-- label: grey
-- why: it reads 134 GB, and who waits for that differs by version
-- engine: mysql 8.4
CHECK TABLE page_views, order_items;

-- id: h3-0392
-- label: grey
-- why: the checksum reads 24 GB, by the manual under a read lock
-- engine: mysql 8.0.35
CHECKSUM TABLE order_items EXTENDED;

-- id: h3-0393
-- label: harmless
-- why: InnoDB answers that it does not do repairs
-- engine: mariadb 11.4
REPAIR TABLE webhooks;

-- id: h3-0394
-- label: dangerous
-- why: 20,000 rows with 2500 writes a second: workers wait for all locks
-- engine: mysql 8.4
UPDATE jobs SET attempts = 0;

-- id: h3-0395
-- label: dangerous
-- why: no index on reserved: all stock is locked while 300 writes a second wait
-- engine: mysql 8.0.35
UPDATE inventory SET reserved = 0 WHERE reserved IS NULL;

-- id: h3-0396
-- label: dangerous
-- why: a LIMIT of 50 million bounds nothing
-- engine: mysql 9.7
DELETE FROM audit_log WHERE id < 100000000 ORDER BY id LIMIT 50000000;

-- id: h3-0397
-- label: dangerous
-- why: a third of 180 million events in one transaction
-- engine: mariadb 10.11
DELETE FROM events WHERE occurred_on < '2026-10-01';

-- id: h3-0398
-- label: dangerous
-- why: 20 million rows are written, and all users are read under locks (Laravel)
-- engine: mysql 8.4
insert into `notifications` (`user_id`, `kind`, `body`) select `id`, 'terms', 'Our terms have changed.' from `users`;

-- id: h3-0399
-- label: dangerous
-- why: phone has no index, so every user is locked on the way to one of them
-- engine: mysql 8.4
UPDATE users SET deleted_at = NOW() WHERE username = 'mallory' OR phone = '+4930123456';

-- id: h3-0400
-- label: dangerous
-- why: addresses that differ in case collide, and all 20 million users are written
-- engine: mariadb 10.6
UPDATE users SET email = LOWER(TRIM(email));

-- id: h3-0401
-- label: dangerous
-- why: the subquery spans all deleted users, and their notifications go in one transaction
-- engine: mysql 8.4
DELETE FROM notifications WHERE user_id IN (SELECT id FROM users WHERE deleted_at IS NOT NULL);

-- id: h3-0402
-- label: dangerous
-- why: ON DUPLICATE KEY does not bound what is read: every account is written
-- engine: mysql 8.0.35
INSERT INTO accounts (id, owner_id, name, currency) SELECT id, owner_id, name, 'USD' FROM accounts AS src ON DUPLICATE KEY UPDATE currency = 'USD';

-- id: h3-0403
-- label: harmless
-- why: some of 24 rows that nobody writes (Liquibase)
-- engine: mysql 8.4
UPDATE shop.plans SET active = 0 WHERE code LIKE 'legacy%';

-- id: h3-0404
-- label: harmless
-- why: reference rows (Doctrine)
-- engine: mysql 8.0.35
INSERT INTO countries (code, name, dial_code) VALUES ('XK', 'Kosovo', '+383'), ('SS', 'South Sudan', '+211');

-- id: h3-0405
-- label: harmless
-- why: rows that are there are left alone
-- engine: mariadb 10.11
INSERT IGNORE INTO feature_flags (name, enabled) VALUES ('new_cart', 0), ('search', 0);

-- id: h3-0406
-- label: harmless
-- why: three users by primary key
-- engine: mysql 9.7
UPDATE users SET locale = 'en-GB' WHERE id IN (1001, 1002, 1003);

-- id: h3-0407
-- label: harmless
-- why: one user by the unique address
-- engine: mysql 8.4
UPDATE users SET status = 'suspended' WHERE email = 'mallory@example.org';

-- id: h3-0408
-- label: harmless
-- why: one row by its key, and the tool is told which
-- engine: mariadb 11.8
DELETE FROM feature_flags WHERE name = 'old_cart' RETURNING name, enabled;

-- id: h3-0409
-- label: harmless
-- why: one product by primary key, the join adds one category
-- engine: mysql 8.0.35
UPDATE products p JOIN categories c ON c.id = p.category_id SET p.name = CONCAT(c.name, ' ', p.name) WHERE p.id = 17;

-- id: h3-0410
-- label: dangerous
-- why: every paid order is locked until the transaction ends
-- engine: mysql 8.4
SELECT id FROM orders WHERE status = 'paid' FOR UPDATE;

-- id: h3-0411
-- label: harmless
-- why: one job that nobody else holds, by the index
-- engine: mysql 8.4
SELECT id, payload FROM jobs WHERE queue = 'mail' AND run_at <= NOW() ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED;

-- id: h3-0412
-- label: dangerous
-- why: writers of both tables wait until the export is over
-- engine: mysql 9.7
FLUSH TABLES users, orders WITH READ LOCK;

-- id: h3-0413
-- label: dangerous
-- why: writers of two busy tables wait until they are unlocked
-- engine: mariadb 10.11
LOCK TABLES users READ, orders READ LOCAL;

-- id: h3-0414
-- label: dangerous
-- why: checks are off for every new connection, orphans get in
-- engine: mysql 8.0.20
SET GLOBAL foreign_key_checks = OFF;

-- id: h3-0415
-- label: dangerous
-- why: the application's pool is larger than twenty
-- engine: mysql 8.0.20
SET GLOBAL max_connections = 20;

-- id: h3-0416
-- label: dangerous
-- why: every connection but those of administrators is thrown out
-- engine: mysql 8.0.20
SET GLOBAL offline_mode = ON;

-- id: h3-0417
-- label: dangerous
-- why: new connections see and write times two hours off
-- engine: mysql 8.0.20
SET GLOBAL time_zone = '+02:00';

-- id: h3-0418
-- label: dangerous
-- why: a crash may leave replicas with other data than the source
-- engine: mysql 8.0.35
SET GLOBAL sync_binlog = 0;

-- id: h3-0419
-- label: harmless
-- why: row locks are waited for one second, by this session only
-- engine: mysql 8.4
SET SESSION innodb_lock_wait_timeout = 1, @@session.lock_wait_timeout = 2;

-- id: h3-0420
-- label: harmless
-- why: statements of this session end after half a minute
-- engine: mariadb 11.8
SET SESSION max_statement_time = 30;

-- id: h3-0421
-- label: harmless
-- why: a lock by name among migrations (Rails)
-- engine: mysql 8.0.35
SELECT GET_LOCK('4919178410385513400', 0);

-- id: h3-0422
-- label: harmless
-- why: the session's time zone (Laravel)
-- engine: mariadb 10.6
set time_zone="+00:00";

-- id: h3-0423
-- label: grey
-- why: the following ALTERs of this session copy
-- engine: mysql 8.4
SET SESSION old_alter_table = ON;

-- id: h3-0424
-- label: dangerous
-- why: the application's name is gone, its next connection fails
-- engine: mysql 8.4
RENAME USER 'shop_app'@'%' TO 'shop_api'@'%';

-- id: h3-0425
-- label: dangerous
-- why: a pool without TLS is refused from the next connection on
-- engine: mysql 8.0.35
ALTER USER 'shop_app'@'%' REQUIRE SSL;

-- id: h3-0426
-- label: harmless
-- why: both passwords are good until the old one is discarded
-- engine: mysql 8.0.20
ALTER USER 'shop_app'@'%' IDENTIFIED BY 'n3w-s3cret' RETAIN CURRENT PASSWORD;

-- id: h3-0427
-- label: harmless
-- why: the application reads every table already, and may now see how one view is written
-- engine: mariadb 10.11
GRANT SELECT, SHOW VIEW ON shop.active_users TO 'shop_app'@'%';

-- id: h3-0429
-- label: harmless
-- why: new table of a tool (Flyway)
-- engine: mariadb 11.4
CREATE TABLE `shop`.`flyway_schema_history` (`installed_rank` INT NOT NULL, `version` VARCHAR(50), `description` VARCHAR(200) NOT NULL, `type` VARCHAR(20) NOT NULL, `script` VARCHAR(1000) NOT NULL, `checksum` INT, `installed_by` VARCHAR(100) NOT NULL, `installed_on` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, `execution_time` INT NOT NULL, `success` BOOL NOT NULL, CONSTRAINT `flyway_schema_history_pk` PRIMARY KEY (`installed_rank`)) ENGINE=InnoDB;

-- id: h3-0430
-- label: harmless
-- why: new table, partitioned by day from the start
-- engine: mysql 9.7
CREATE TABLE metrics (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, taken_at DATETIME NOT NULL, value DOUBLE, PRIMARY KEY (id, taken_at)) PARTITION BY RANGE COLUMNS (taken_at) (PARTITION p0 VALUES LESS THAN ('2026-12-01'), PARTITION pmax VALUES LESS THAN (MAXVALUE));

-- id: h3-0431
-- label: harmless
-- why: new table with a history and a check
-- engine: mariadb 10.11
CREATE OR REPLACE TABLE price_rules (id INT PRIMARY KEY AUTO_INCREMENT, rule JSON CHECK (JSON_VALID(rule)), valid_from DATE, valid_to DATE, PERIOD FOR validity (valid_from, valid_to)) WITH SYSTEM VERSIONING;

-- id: h3-0432
-- label: harmless
-- why: the condition is never true, only the columns are copied
-- engine: mysql 8.4
CREATE TABLE orders_shape AS SELECT id, user_id, total_cents FROM orders WHERE 1 = 0;

-- id: h3-0433
-- label: fails
-- why: a table of this name is there
-- engine: mysql 8.0.35
CREATE TABLE `sessions` (`id` VARCHAR(128) NOT NULL PRIMARY KEY, `data` JSON);

-- id: h3-0434
-- label: fails
-- why: the view refers to a column that is not there
-- engine: mariadb 11.4
CREATE VIEW paid_orders AS SELECT id, paid_at FROM orders WHERE status = 'paid';

-- id: h3-0435
-- label: fails
-- why: an ENUM takes only its own values as default
-- engine: mysql 8.4
ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'open';

-- id: h3-0436
-- label: dangerous
-- why: batch by batch, yet the loop does not end before all read notifications are gone
-- engine: mariadb 11.8
BEGIN NOT ATOMIC REPEAT DELETE FROM notifications WHERE read_at IS NOT NULL LIMIT 5000; UNTIL ROW_COUNT() = 0 END REPEAT; END;

-- id: h3-0437
-- label: grey
-- why: a single user by key, but his addresses go along by cascade
-- engine: mysql 8.4
DELETE FROM users WHERE id = 42;

-- id: h3-0438
-- label: harmless
-- why: a constraint that is not there
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP CONSTRAINT IF EXISTS chk_orders_total;

-- id: h3-0439
-- label: dangerous
-- why: a default that calls a function is computed for 50 million rows
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders ADD COLUMN public_id UUID NOT NULL DEFAULT UUID();

-- id: h3-0440
-- label: dangerous
-- why: MariaDB 11.8 lets writers in, but checks 20 million users by copying them
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE users ADD CONSTRAINT chk_users_age CHECK (age BETWEEN 13 AND 130);

-- id: h3-0441
-- label: harmless
-- why: two catalogue entries in one statement (hand-written)
-- engine: mysql 8.4
/* CHG-2291: keep support informed */ ALTER TABLE `shop`.`users`
  MODIFY `deleted_at` DATETIME NULL COMMENT 'soft delete',
  ALTER COLUMN `locale` SET DEFAULT 'de';

-- id: h3-0442
-- label: dangerous
-- why: the definition of one column is complete, that of the other loses NOT NULL and its default
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE accounts
  MODIFY external_ref VARCHAR(64) NULL COMMENT 'id at the bank',
  MODIFY balance DECIMAL(12,2) COMMENT 'in the currency of the account';

-- id: h3-0443
-- label: harmless
-- why: a column becomes invisible to SELECT * when it is made, so nothing misses it
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN fraud_score TINYINT UNSIGNED INVISIBLE DEFAULT 0;

-- id: h3-0444
-- label: dangerous
-- why: November is copied while writers wait, for a partition beside it that holds nothing
-- engine: mariadb 10.6
-- rebuild: yes
ALTER TABLE events REORGANIZE PARTITION p202611 INTO (PARTITION p202611 VALUES LESS THAN (TO_DAYS('2026-12-01')), PARTITION pmax VALUES LESS THAN MAXVALUE);

-- id: h3-0445
-- label: harmless
-- why: 110 GB do not matter for an instant column
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views ADD COLUMN country CHAR(2) NULL;

-- id: h3-0446
-- label: harmless
-- why: the view is defined as before
-- engine: mysql 8.4
ALTER ALGORITHM = MERGE VIEW active_users AS SELECT id, email, username FROM users WHERE deleted_at IS NULL;

-- id: h3-0447
-- label: harmless
-- why: ANALYZE runs the query, which reads 24 rows
-- engine: mariadb 11.8
ANALYZE FORMAT=JSON SELECT code, name FROM plans WHERE active = 1;

-- id: h3-0448
-- label: harmless
-- why: the plan only, nothing is written
-- engine: mysql 8.0.35
EXPLAIN FORMAT=JSON UPDATE orders SET currency = 'EUR' WHERE currency = 'eur';

-- id: h3-0449
-- label: harmless
-- why: a transaction that may write nothing
-- engine: mysql 9.7
START TRANSACTION READ ONLY;

-- id: h3-0450
-- label: harmless
-- why: a temporary copy of 249 rows
-- engine: mariadb 10.6
CREATE TEMPORARY TABLE IF NOT EXISTS known_countries AS SELECT code FROM countries;

-- id: h3-0451
-- label: harmless
-- why: there is no such function (hand-written)
-- engine: mysql 9.1
DROP FUNCTION IF EXISTS slugify;

-- id: h3-0452
-- label: harmless
-- why: the strictest words do no harm to a table without rows
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: EXCLUSIVE
-- rebuild: yes
CREATE INDEX idx_gift_cards_issued ON gift_cards (issued_at) ALGORITHM=COPY LOCK=EXCLUSIVE;

-- id: h3-0453
-- label: harmless
-- why: 800 rows, of which the tool alone takes notice
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE schema_migrations ADD COLUMN applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, ENGINE=InnoDB;

-- id: h3-0454
-- label: harmless
-- why: there is no such table
-- engine: mariadb 10.11
RENAME TABLE IF EXISTS staging_import TO staging_import_old;

-- id: h3-0455
-- label: harmless
-- why: the definition is repeated in other words, and nothing changes (Django)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` MODIFY `account_id` bigint UNSIGNED NULL;

-- id: h3-0456
-- label: harmless
-- why: new table with a check of its own (Alembic)
-- engine: mysql 8.4
CREATE TABLE refunds (
	id INTEGER NOT NULL AUTO_INCREMENT,
	payment_id BIGINT UNSIGNED NOT NULL,
	amount NUMERIC(12, 2) NOT NULL,
	CONSTRAINT pk_refunds PRIMARY KEY (id),
	CONSTRAINT ck_refunds_amount CHECK (amount > 0)
);

-- id: h3-0457
-- label: harmless
-- why: one row by its primary key of two parts
-- engine: mysql 9.7
UPDATE inventory SET quantity = quantity + 12 WHERE product_id = 815 AND warehouse = 'BER';

-- id: h3-0458
-- label: dangerous
-- why: the first part of the key is missing, so all stock is locked on the way
-- engine: mysql 9.7
UPDATE inventory SET quantity = 0 WHERE warehouse = 'BER';

-- id: h3-0459
-- label: dangerous
-- why: the first FULLTEXT index rebuilds sessions while 3000 writes a second wait, on MariaDB 11.8 too
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
CREATE FULLTEXT INDEX ft_agent ON sessions (user_agent);

-- id: h3-0460
-- label: grey
-- why: pages are compressed only as they are written, which costs time from then on
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views PAGE_COMPRESSED=1;

-- id: h3-0461
-- label: dangerous
-- why: renaming an index beside it keeps the column from being instant, and 12 GB are rebuilt
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders ADD COLUMN tracking_code VARCHAR(40) NULL, RENAME INDEX idx_orders_placed_at TO ix_orders_placed_at;

-- id: h3-0462
-- label: dangerous
-- why: dropping a foreign key beside it keeps the column from being instant, and 8 GB are rebuilt
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users ADD COLUMN country_id INT NULL, DROP FOREIGN KEY fk_users_country;

-- id: h3-0463
-- label: harmless
-- why: two instant actions stay instant together
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN returned_at DATETIME NULL, MODIFY status ENUM('draft','placed','paid','shipped','cancelled','returned') NOT NULL DEFAULT 'draft';

-- id: h3-0464
-- label: harmless
-- why: MariaDB adds the column and the comment at once
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views ADD COLUMN country CHAR(2) NULL, COMMENT 'raw hits';

-- id: h3-0465
-- label: harmless
-- why: MariaDB renames the index and adds the column at once
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN tracking_code VARCHAR(40) NULL, RENAME INDEX idx_orders_placed_at TO ix_orders_placed_at;

-- id: h3-0466
-- label: dangerous
-- why: with its index beside it the column is not instant on MariaDB either, and 12 GB are rebuilt
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders ADD COLUMN tracking_code VARCHAR(40) NULL, ADD INDEX ix_orders_tracking (tracking_code);

-- id: h3-0467
-- label: dangerous
-- why: the FULLTEXT index keeps a column from being dropped without a copy, and its values are gone
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles DROP COLUMN author_id;

-- id: h3-0468
-- label: grey
-- why: the columns left out are reset, and whether the addresses go by cascade depends on the version
-- engine: mysql 9.7
REPLACE INTO users (id, email, status) VALUES (42, 'ann@example.org', 'active');
