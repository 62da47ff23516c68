-- Held-out statements against schema.sql with the sizes of facts.json; the format is explained in the folder above.

-- id: ho-my-0001
-- label: harmless
-- why: last columns, INSTANT (Rails bulk)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `addresses` ADD `region` varchar(60), ADD `verified_at` datetime(6), ADD `residential` tinyint(1) DEFAULT 0 NOT NULL;

-- id: ho-my-0002
-- label: harmless
-- why: last column with a constant
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `sessions` ADD COLUMN `device` VARCHAR(30) NOT NULL DEFAULT 'browser';

-- id: ho-my-0003
-- label: harmless
-- why: in the middle, INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices ADD COLUMN currency CHAR(3) NOT NULL DEFAULT 'EUR' AFTER total, ADD COLUMN vat DECIMAL(12,2) NULL AFTER currency;

-- id: ho-my-0004
-- label: harmless
-- why: first and middle column at once, INSTANT
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications ADD COLUMN tenant SMALLINT UNSIGNED NOT NULL DEFAULT 1 FIRST, ADD COLUMN locale CHAR(5) AFTER kind;

-- id: ho-my-0005
-- label: harmless
-- why: lower-case generated spelling, INSTANT
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table legacy_orders add imported_by varchar(40) null;

-- id: ho-my-0006
-- label: harmless
-- why: constant default in the middle, INSTANT
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `sessions` ADD COLUMN IF NOT EXISTS `mfa` tinyint(1) NOT NULL DEFAULT 0 AFTER `user_agent`;

-- id: ho-my-0007
-- label: harmless
-- why: a current timestamp as the default of a last column
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ADD COLUMN created_at timestamp NOT NULL DEFAULT current_timestamp();

-- id: ho-my-0008
-- label: harmless
-- why: nullable native uuid
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD COLUMN public_id UUID NULL;

-- id: ho-my-0009
-- label: harmless
-- why: comment in the statement, INSTANT demanded
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items -- SHOP-99: copied at checkout
  ADD COLUMN sku_snapshot VARCHAR(40) /* of products */ NULL,
  ALGORITHM = INSTANT;

-- id: ho-my-0010
-- label: harmless
-- why: required last column with a constant default
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE addresses ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'home';

-- id: ho-my-0011
-- label: harmless
-- why: sets and enums as last columns
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ADD COLUMN `risk` ENUM('low','medium','high') NOT NULL DEFAULT 'low', ADD COLUMN `flags` SET('gift','b2b') NOT NULL DEFAULT '';

-- id: ho-my-0012
-- label: harmless
-- why: virtual column in the old spelling
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices ADD COLUMN overdue_from DATE AS (due_on + INTERVAL 14 DAY) VIRTUAL;

-- id: ho-my-0013
-- label: harmless
-- why: virtual column
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE settings ADD COLUMN value_len INT GENERATED ALWAYS AS (CHAR_LENGTH(`value`)) VIRTUAL;

-- id: ho-my-0014
-- label: harmless
-- why: a virtual column on 12 GB is metadata
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN `day` DATE AS (CAST(created_at AS DATE)) VIRTUAL COMMENT 'for reports';

-- id: ho-my-0015
-- label: harmless
-- why: hash partitions get a nullable column
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE clicks ADD COLUMN referrer VARCHAR(200);

-- id: ho-my-0016
-- label: harmless
-- why: hash partitions get a column with a default
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE clicks ADD COLUMN is_bot BOOLEAN NOT NULL DEFAULT FALSE;

-- id: ho-my-0017
-- label: harmless
-- why: database and table in backticks
-- engine: mysql 8.4
ALTER TABLE `shop`.`users` ADD COLUMN `last_seen_at` DATETIME NULL;

-- id: ho-my-0018
-- label: harmless
-- why: not waiting for the metadata lock for long
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders WAIT 5 ADD COLUMN carrier VARCHAR(20) DEFAULT NULL;

-- id: ho-my-0019
-- label: harmless
-- why: online demanded and granted
-- engine: mariadb 11.4
ALTER ONLINE TABLE payments ADD COLUMN dispute_id BIGINT UNSIGNED;

-- id: ho-my-0020
-- label: harmless
-- why: 24 rows, a stored column
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans ADD COLUMN price_per_day DECIMAL(8,4) AS (monthly_price / 30) STORED;

-- id: ho-my-0021
-- label: harmless
-- why: 640 rows, required column and key
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `categories` ADD COLUMN `uuid` char(36) NOT NULL DEFAULT '', ADD KEY `idx_uuid` (`uuid`), ADD COLUMN `depth` int GENERATED ALWAYS AS (if(`parent_id` is null, 0, 1)) STORED;

-- id: ho-my-0022
-- label: harmless
-- why: empty table
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE gift_cards ADD COLUMN serial_no INT NOT NULL AFTER id, ADD COLUMN code_hash BINARY(32) AS (UNHEX(SHA2(code, 256))) STORED, ADD UNIQUE INDEX uk_serial (serial_no);

-- id: ho-my-0023
-- label: dangerous
-- why: in the middle: rebuilds 12 GB
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders ADD COLUMN tax_cents INT NOT NULL DEFAULT 0 AFTER total_cents;

-- id: ho-my-0024
-- label: dangerous
-- why: one of two columns is placed first: rebuilds 15 GB
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications ADD COLUMN a INT, ADD COLUMN b INT FIRST;

-- id: ho-my-0025
-- label: dangerous
-- why: compressed: 45 GB rebuilt
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `audit_log` ADD COLUMN `ip` VARBINARY(16) NULL AFTER `actor_id`;

-- id: ho-my-0026
-- label: dangerous
-- why: compressed: 45 GB rebuilt
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE audit_log ADD tenant_id int;

-- id: ho-my-0027
-- label: dangerous
-- why: full text table: copied, writes wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `articles` ADD `published_at` datetime(6) DEFAULT NULL;

-- id: ho-my-0028
-- label: dangerous
-- why: full text table: 6 GB rebuilt
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles ADD COLUMN lang CHAR(2) NOT NULL DEFAULT 'en' AFTER title;

-- id: ho-my-0029
-- label: dangerous
-- why: stored column: copies 4 GB
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE invoices ADD COLUMN issued_year SMALLINT GENERATED ALWAYS AS (YEAR(issued_on)) STORED NOT NULL;

-- id: ho-my-0030
-- label: dangerous
-- why: stored column: copies 1.5 GB
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE accounts ADD COLUMN available DECIMAL(13,2) AS (balance + IFNULL(credit_limit, 0)) PERSISTENT;

-- id: ho-my-0031
-- label: dangerous
-- why: stored column of every partition: 56 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE events ADD COLUMN name_crc INT UNSIGNED AS (CRC32(name)) STORED;

-- id: ho-my-0032
-- label: dangerous
-- why: a random default is computed for each row: copies 24 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD COLUMN token CHAR(36) DEFAULT uuid();

-- id: ho-my-0033
-- label: dangerous
-- why: key added with a new counter: writes wait while 3 GB are rebuilt
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions ADD COLUMN seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT AFTER token, ADD UNIQUE (seq);

-- id: ho-my-0034
-- label: dangerous
-- why: counter for 3 GB of sessions
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions ADD COLUMN seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, ADD KEY (seq);

-- id: ho-my-0035
-- label: dangerous
-- why: stored column: copies 9 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments ADD COLUMN gross_rounded DECIMAL(13,0) AS (ROUND(gross)) STORED, ADD COLUMN settled TINYINT(1);

-- id: ho-my-0036
-- label: dangerous
-- why: column with a check on it: copies 8 GB
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users ADD COLUMN logins INT NOT NULL DEFAULT 0, ADD CONSTRAINT chk_logins CHECK (logins >= 0);

-- id: ho-my-0037
-- label: grey
-- why: 250 MB copied, few writes
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE support_tickets ADD COLUMN subject_lower VARCHAR(180) AS (LOWER(subject)) STORED;

-- id: ho-my-0038
-- label: fails
-- why: INSTANT is impossible for a compressed table
-- engine: mysql 9.1
ALTER TABLE audit_log ADD COLUMN x INT, ALGORITHM=INSTANT;

-- id: ho-my-0039
-- label: fails
-- why: a text cannot be a primary key without a length
-- engine: mariadb 10.11
ALTER TABLE page_views ADD COLUMN k TEXT, ADD PRIMARY KEY (k);

-- id: ho-my-0040
-- label: fails
-- why: MariaDB's word
-- engine: mysql 8.4
ALTER TABLE orders WAIT 5 ADD COLUMN carrier VARCHAR(20);

-- id: ho-my-0041
-- label: fails
-- why: no such column to follow
-- engine: mysql 8.0.35
ALTER TABLE `users` ADD COLUMN `x` int NULL AFTER `nickname`;

-- id: ho-my-0042
-- label: fails
-- why: the column exists
-- engine: mariadb 11.8
ALTER TABLE `orders` ADD `currency` char(3) NOT NULL DEFAULT 'EUR';

-- id: ho-my-0043
-- label: dangerous
-- why: INSTANT, but the data are gone (Rails)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` DROP COLUMN `legacy_id`;

-- id: ho-my-0044
-- label: dangerous
-- why: INSTANT, but 45 million failure reasons are gone
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments DROP failure_reason;

-- id: ho-my-0045
-- label: dangerous
-- why: rebuilds 12 GB, and the notes are gone
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders DROP COLUMN notes;

-- id: ho-my-0046
-- label: dangerous
-- why: INSTANT, but the data are gone
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices DROP COLUMN pdf, DROP COLUMN IF EXISTS due_on;

-- id: ho-my-0047
-- label: dangerous
-- why: indexed column: index and data gone
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP COLUMN placed_at;

-- id: ho-my-0048
-- label: dangerous
-- why: a member of an index over two columns
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `products` DROP COLUMN `category_id`, DROP INDEX `idx_products_category`;

-- id: ho-my-0049
-- label: dangerous
-- why: column of all partitions
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `events` DROP COLUMN `payload`;

-- id: ho-my-0050
-- label: dangerous
-- why: replaces a column: all values are lost
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts DROP COLUMN external_ref, ADD COLUMN external_ref CHAR(36);

-- id: ho-my-0051
-- label: dangerous
-- why: a lookup's column that code reads
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE countries DROP COLUMN dial_code;

-- id: ho-my-0052
-- label: harmless
-- why: neither is there
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE webhooks DROP COLUMN IF EXISTS retries, DROP INDEX IF EXISTS idx_retries;

-- id: ho-my-0053
-- label: grey
-- why: empty, but code may name it
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE gift_cards DROP COLUMN balance;

-- id: ho-my-0054
-- label: fails
-- why: there is no column b
-- engine: mysql 9.7
ALTER TABLE accounts DROP COLUMN credit_limit, ADD COLUMN a INT, DROP COLUMN b;

-- id: ho-my-0055
-- label: fails
-- why: the partition function needs it
-- engine: mariadb 10.6
ALTER TABLE events DROP COLUMN occurred_on;

-- id: ho-my-0056
-- label: dangerous
-- why: breaks running code
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` RENAME COLUMN `coupon_code` TO `voucher_code`, RENAME COLUMN `notes` TO `remarks`;

-- id: ho-my-0057
-- label: dangerous
-- why: breaks running code, old spelling (Laravel)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `support_tickets` change `priority` `urgency` varchar(10) not null default 'normal';

-- id: ho-my-0058
-- label: dangerous
-- why: breaks running code
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users CHANGE COLUMN phone phone_number varchar(20) DEFAULT NULL;

-- id: ho-my-0059
-- label: dangerous
-- why: swaps two columns' names
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users RENAME COLUMN username TO display_name, RENAME COLUMN display_name TO username;

-- id: ho-my-0060
-- label: dangerous
-- why: the old name is gone
-- engine: mysql 8.0.20
RENAME TABLE shop.payments TO shop.transactions;

-- id: ho-my-0061
-- label: dangerous
-- why: the queue gets another's table
-- engine: mariadb 11.4
RENAME TABLE jobs WAIT 3 TO jobs_old, legacy_orders TO jobs;

-- id: ho-my-0062
-- label: fails
-- why: there is no such database
-- engine: mysql 8.4
ALTER TABLE support_tickets RENAME TO reporting.support_tickets;

-- id: ho-my-0063
-- label: dangerous
-- why: the view's readers
-- engine: mariadb 10.11
RENAME TABLE active_users TO current_users;

-- id: ho-my-0064
-- label: dangerous
-- why: one harmless action and a new name
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE webhooks ADD COLUMN retries INT, RENAME AS hooks;

-- id: ho-my-0065
-- label: harmless
-- why: not there
-- engine: mariadb 10.6
RENAME TABLE IF EXISTS orders_tmp TO orders_tmp2;

-- id: ho-my-0066
-- label: fails
-- why: no ghost table is there
-- engine: mysql 8.0.35
RENAME TABLE `shop`.`orders` TO `shop`.`_orders_del`, `shop`.`_orders_gho` TO `shop`.`orders`;

-- id: ho-my-0067
-- label: fails
-- why: no such column
-- engine: mariadb 11.4
ALTER TABLE orders RENAME COLUMN state TO status2;

-- id: ho-my-0068
-- label: harmless
-- why: metadata only
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `order_items` ALTER COLUMN `tax_rate` SET DEFAULT 19, ALTER `note` SET DEFAULT '';

-- id: ho-my-0069
-- label: harmless
-- why: metadata only
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions ALTER created_at SET DEFAULT (CURRENT_TIMESTAMP);

-- id: ho-my-0070
-- label: harmless
-- why: expression default for rows to come
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ALTER COLUMN external_ref SET DEFAULT (UUID());

-- id: ho-my-0071
-- label: harmless
-- why: the whole definition again, another default (Laravel change())
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `orders` modify `currency` char(3) not null default 'USD';

-- id: ho-my-0072
-- label: harmless
-- why: the whole definition again, another comment
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments MODIFY COLUMN provider_ref varchar(128) DEFAULT NULL COMMENT 'id at the provider';

-- id: ho-my-0073
-- label: harmless
-- why: CHANGE to the same name and type
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `notifications` CHANGE `kind` `kind` VARCHAR(30) COLLATE utf8mb4_unicode_ci NOT NULL COMMENT 'mail, push';

-- id: ho-my-0074
-- label: dangerous
-- why: narrower key: copies 15 GB, and ids run out sooner
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications MODIFY COLUMN id INT UNSIGNED NOT NULL AUTO_INCREMENT;

-- id: ho-my-0075
-- label: dangerous
-- why: int to bigint key: copies 110 GB
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views MODIFY id BIGINT UNSIGNED NOT NULL;

-- id: ho-my-0076
-- label: dangerous
-- why: int to bigint key: copies 6 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE legacy_orders MODIFY id BIGINT NOT NULL AUTO_INCREMENT;

-- id: ho-my-0077
-- label: dangerous
-- why: tinyint to smallint copies 8 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` MODIFY COLUMN `age` SMALLINT UNSIGNED NULL;

-- id: ho-my-0078
-- label: dangerous
-- why: varchar to char copies 3 GB of the busiest table
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE sessions MODIFY user_agent CHAR(255);

-- id: ho-my-0079
-- label: dangerous
-- why: blob to longblob copies 3 GB
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `sessions` MODIFY `data` LONGBLOB;

-- id: ho-my-0080
-- label: dangerous
-- why: text to mediumtext copies 15 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `notifications` CHANGE COLUMN `body` `body` MEDIUMTEXT NULL;

-- id: ho-my-0081
-- label: dangerous
-- why: text to longtext copies 12 GB
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY notes LONGTEXT;

-- id: ho-my-0082
-- label: dangerous
-- why: date to datetime copies 4 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE invoices MODIFY due_on DATETIME NULL;

-- id: ho-my-0083
-- label: dangerous
-- why: wider decimal copies 12 GB
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY COLUMN discount DECIMAL(8,2);

-- id: ho-my-0084
-- label: dangerous
-- why: mediumtext to longtext copies 45 GB
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE audit_log MODIFY details LONGTEXT;

-- id: ho-my-0085
-- label: dangerous
-- why: datetime to datetime(3) copies 15 GB
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications MODIFY created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3);

-- id: ho-my-0086
-- label: dangerous
-- why: ascii column becomes utf8mb4: copies 3 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions MODIFY token VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

-- id: ho-my-0087
-- label: dangerous
-- why: 60 to 64 characters cross 255 bytes: copies 56 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE events MODIFY name VARCHAR(64) NOT NULL;

-- id: ho-my-0088
-- label: dangerous
-- why: 60 to 70 characters cross 255 bytes: copies 45 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE audit_log MODIFY action VARCHAR(70) NOT NULL;

-- id: ho-my-0089
-- label: dangerous
-- why: 40 to 64 characters on the hot queue: 300 MB copied
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE jobs MODIFY queue VARCHAR(64) NOT NULL DEFAULT 'default';

-- id: ho-my-0090
-- label: harmless
-- why: 40 to 63 characters stay below 256 bytes
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE jobs MODIFY queue VARCHAR(63) NOT NULL DEFAULT 'default', ALGORITHM=INPLACE, LOCK=NONE;

-- id: ho-my-0091
-- label: harmless
-- why: 128 to 255 characters are both beyond 255 bytes
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` MODIFY `provider_ref` VARCHAR(255);

-- id: ho-my-0092
-- label: harmless
-- why: 100 to 150 characters are both beyond 255 bytes
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts MODIFY name VARCHAR(150) NOT NULL;

-- id: ho-my-0093
-- label: harmless
-- why: two widenings beyond 255 bytes
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets MODIFY subject VARCHAR(255) NOT NULL, MODIFY priority VARCHAR(20) NOT NULL DEFAULT 'normal';

-- id: ho-my-0094
-- label: harmless
-- why: ascii stays below 256 bytes: 64 to 128
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions MODIFY token VARCHAR(128) CHARACTER SET ascii NOT NULL;

-- id: ho-my-0095
-- label: harmless
-- why: wider text of a queue, INSTANT
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE jobs MODIFY locked_by VARCHAR(63) DEFAULT NULL;

-- id: ho-my-0096
-- label: harmless
-- why: varbinary 16 to 64
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions MODIFY ip_address VARBINARY(64);

-- id: ho-my-0097
-- label: harmless
-- why: two new values at the end
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY COLUMN status ENUM('draft','placed','paid','shipped','cancelled','returned','lost') NOT NULL DEFAULT 'draft';

-- id: ho-my-0098
-- label: harmless
-- why: new member at the end of a set
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` CHANGE `interests` `interests` set('music','sports','travel','food') DEFAULT NULL;

-- id: ho-my-0099
-- label: dangerous
-- why: value renamed: copies 9 GB
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE payments MODIFY method ENUM('card','sepa','pay_pal') NOT NULL;

-- id: ho-my-0100
-- label: dangerous
-- why: value inserted at the front: copies 12 GB
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY status ENUM('cart','draft','placed','paid','shipped','cancelled') NOT NULL DEFAULT 'draft';

-- id: ho-my-0101
-- label: dangerous
-- why: a removed member copies 8 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY interests SET('music','travel');

-- id: ho-my-0102
-- label: dangerous
-- why: enum to text copies 8 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY `status` varchar(20) NOT NULL DEFAULT 'invited';

-- id: ho-my-0103
-- label: dangerous
-- why: null to not null rebuilds 8 GB
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `users` MODIFY `country_code` CHAR(2) CHARACTER SET ascii NOT NULL;

-- id: ho-my-0104
-- label: dangerous
-- why: null to not null rebuilds 3 GB at 3000 writes a second
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE sessions MODIFY data BLOB NOT NULL;

-- id: ho-my-0105
-- label: dangerous
-- why: null to not null rebuilds 24 GB
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE order_items MODIFY note varchar(200) NOT NULL DEFAULT '';

-- id: ho-my-0106
-- label: dangerous
-- why: not null to null rebuilds 15 GB
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications MODIFY kind VARCHAR(30) NULL;

-- id: ho-my-0107
-- label: dangerous
-- why: moved behind another: rebuilds 24 GB
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- rebuild: yes
ALTER TABLE order_items MODIFY note VARCHAR(200) AFTER product_id;

-- id: ho-my-0108
-- label: harmless
-- why: moved, INSTANT in MariaDB
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items MODIFY COLUMN note varchar(200) DEFAULT NULL AFTER order_id;

-- id: ho-my-0109
-- label: harmless
-- why: 640 rows
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE categories MODIFY name TEXT NOT NULL;

-- id: ho-my-0110
-- label: harmless
-- why: 8000 rows of 4 MB
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE webhooks MODIFY url TEXT NOT NULL, MODIFY account_id INT UNSIGNED NOT NULL;

-- id: ho-my-0111
-- label: harmless
-- why: empty
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE gift_cards MODIFY id CHAR(36) NOT NULL, MODIFY issued_at DATE NOT NULL;

-- id: ho-my-0112
-- label: harmless
-- why: 140 rows
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE feature_flags MODIFY name VARCHAR(120) NOT NULL;

-- id: ho-my-0113
-- label: grey
-- why: 180 MB copied in some seconds, two writes a second
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE products MODIFY price DECIMAL(12,4) NOT NULL;

-- id: ho-my-0114
-- label: grey
-- why: 90 MB copied, but 300 writes a second
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE inventory MODIFY quantity BIGINT NOT NULL DEFAULT 0;

-- id: ho-my-0115
-- label: fails
-- why: INSTANT is impossible for another type
-- engine: mysql 8.4
ALTER TABLE users MODIFY age INT, ALGORITHM=INSTANT;

-- id: ho-my-0116
-- label: fails
-- why: the index key would be too long
-- engine: mysql 9.1
ALTER TABLE users MODIFY email VARCHAR(1000) NOT NULL;

-- id: ho-my-0117
-- label: dangerous
-- why: other character set of 110 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: ho-my-0118
-- label: dangerous
-- why: collation of 15 GB of texts
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `notifications` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: ho-my-0119
-- label: dangerous
-- why: other collation and character set: copies 3 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;

-- id: ho-my-0120
-- label: dangerous
-- why: latin1 of a column to utf8mb4: copies 110 GB
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE page_views MODIFY visitor varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- id: ho-my-0121
-- label: harmless
-- why: only what new columns get
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE audit_log CHARACTER SET = utf8mb4, COLLATE = utf8mb4_0900_ai_ci;

-- id: ho-my-0122
-- label: harmless
-- why: empty
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE gift_cards CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- id: ho-my-0123
-- label: fails
-- why: a foreign key pins the character set of its column
-- engine: mysql 8.0.35
ALTER TABLE countries CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- id: ho-my-0124
-- label: grey
-- why: online, but long on 60 million rows (Rails)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `index_notifications_on_kind_and_created_at` ON `notifications` (`kind`, `created_at`);

-- id: ho-my-0125
-- label: grey
-- why: online, but 24 GB are read
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `order_items` ADD INDEX `idx_items_product_order` (`product_id`, `order_id`), LOCK=NONE;

-- id: ho-my-0126
-- label: grey
-- why: online, but 3 GB at 3000 writes a second
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions ADD KEY idx_sessions_ip (ip_address), ALGORITHM=INPLACE;

-- id: ho-my-0127
-- label: grey
-- why: online unique index, which fails on duplicates
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices ADD UNIQUE INDEX uk_account_number (account_id, number);

-- id: ho-my-0128
-- label: harmless
-- why: 180 MB, online (Prisma)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `products_category_id_price_idx` ON `products`(`category_id`, `price` DESC);

-- id: ho-my-0129
-- label: harmless
-- why: 180 MB, online
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX IF NOT EXISTS ix_products_weight ON products (weight_grams) COMMENT 'freight';

-- id: ho-my-0130
-- label: harmless
-- why: 250 MB, online, invisible at first
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets ADD INDEX ix_priority (priority, closed_at) INVISIBLE;

-- id: ho-my-0131
-- label: harmless
-- why: 8000 rows, unique
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE OR REPLACE UNIQUE INDEX uk_webhooks ON webhooks (account_id, url(100));

-- id: ho-my-0132
-- label: harmless
-- why: 24 rows
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE UNIQUE INDEX `uk_plans_name_price` USING BTREE ON `plans` (`name`, `monthly_price`);

-- id: ho-my-0133
-- label: harmless
-- why: 640 rows, functional
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE categories ADD INDEX idx_name_lower ((LOWER(name)));

-- id: ho-my-0134
-- label: harmless
-- why: 640 rows, full text
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE categories ADD FULLTEXT KEY ft_name (name);

-- id: ho-my-0135
-- label: harmless
-- why: empty
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX ix_gift_cards_issued ON gift_cards (issued_at, balance) ALGORITHM=INPLACE LOCK=NONE;

-- id: ho-my-0136
-- label: dangerous
-- why: functional index: 15 GB while writes wait
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE INDEX idx_notifications_day ON notifications ((CAST(created_at AS DATE)));

-- id: ho-my-0137
-- label: dangerous
-- why: first full text index: 4 GB rebuilt while writes wait
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
CREATE FULLTEXT INDEX ft_addresses ON addresses (line1, city) WITH PARSER ngram;

-- id: ho-my-0138
-- label: dangerous
-- why: first full text index: 24 GB rebuilt while writes wait
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD FULLTEXT (note);

-- id: ho-my-0139
-- label: dangerous
-- why: spatial index: writes to addresses wait
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE SPATIAL INDEX idx_location ON addresses (location);

-- id: ho-my-0140
-- label: dangerous
-- why: spatial index: writes to addresses wait
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE addresses ADD SPATIAL KEY (location);

-- id: ho-my-0141
-- label: dangerous
-- why: asks for a copy of 9 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments ADD INDEX idx_method (method), ALGORITHM=COPY;

-- id: ho-my-0142
-- label: dangerous
-- why: writes wait by wish for 8 GB
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE INDEX idx_users_locale ON users (locale) ALGORITHM=INPLACE LOCK=SHARED;

-- id: ho-my-0143
-- label: dangerous
-- why: reads and writes wait by wish
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: EXCLUSIVE
-- rebuild: no
CREATE INDEX idx_accounts_name ON accounts (name) LOCK=EXCLUSIVE;

-- id: ho-my-0144
-- label: dangerous
-- why: an index and a new collation: 8 GB rebuilt
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users ADD INDEX idx_bio (bio(50)), MODIFY username VARCHAR(50) COLLATE utf8mb4_bin;

-- id: ho-my-0145
-- label: fails
-- why: a text needs a length
-- engine: mysql 8.4
CREATE INDEX idx_orders_notes ON orders (notes);

-- id: ho-my-0146
-- label: fails
-- why: the name is taken
-- engine: mariadb 11.4
ALTER TABLE orders ADD INDEX idx_orders_user (account_id);

-- id: ho-my-0147
-- label: fails
-- why: partitioned tables have no full text index
-- engine: mysql 9.7
ALTER TABLE events ADD FULLTEXT INDEX ft_payload (payload);

-- id: ho-my-0148
-- label: harmless
-- why: idx_orders_user_created covers it
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
DROP INDEX `idx_orders_user` ON `orders` LOCK=NONE;

-- id: ho-my-0149
-- label: harmless
-- why: none of that name
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users DROP INDEX IF EXISTS idx_users_old;

-- id: ho-my-0150
-- label: dangerous
-- why: invoice numbers may repeat
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` DROP INDEX `uk_invoices_number`;

-- id: ho-my-0151
-- label: dangerous
-- why: plan codes may repeat
-- engine: mariadb 11.8
-- rebuild: no
DROP INDEX uk_plans_code ON plans;

-- id: ho-my-0152
-- label: dangerous
-- why: workers scan the queue from now on
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
DROP INDEX idx_jobs_queue ON jobs;

-- id: ho-my-0153
-- label: grey
-- why: metadata only, but queries may need it
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE payments DROP KEY idx_payments_provider_ref;

-- id: ho-my-0154
-- label: grey
-- why: one index for another, online on 8 GB
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users DROP INDEX idx_users_username, ADD INDEX idx_users_username_deleted (username, deleted_at);

-- id: ho-my-0155
-- label: harmless
-- why: only its name
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` RENAME INDEX `uk_users_email` TO `users_email_unique`;

-- id: ho-my-0156
-- label: harmless
-- why: only its name
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments RENAME KEY idx_payments_order TO ix_payments_order_id;

-- id: ho-my-0157
-- label: fails
-- why: a foreign key needs it
-- engine: mysql 9.1
DROP INDEX idx_addresses_user ON addresses;

-- id: ho-my-0158
-- label: dangerous
-- why: other primary key: rebuilds 30 million rows
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE legacy_orders DROP PRIMARY KEY, ADD PRIMARY KEY (id, status), MODIFY status VARCHAR(20) NOT NULL;

-- id: ho-my-0159
-- label: dangerous
-- why: other primary key: 45 GB rebuilt
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE audit_log DROP PRIMARY KEY, ADD PRIMARY KEY (id, created_at);

-- id: ho-my-0160
-- label: dangerous
-- why: other primary key: rebuilds 30 GB
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications DROP PRIMARY KEY, ADD PRIMARY KEY (user_id, id), ADD KEY (id);

-- id: ho-my-0161
-- label: harmless
-- why: 140 rows
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE feature_flags DROP PRIMARY KEY, ADD COLUMN id INT NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST, ADD UNIQUE KEY (name);

-- id: ho-my-0162
-- label: dangerous
-- why: foreign key with checks: copies 9 GB (TypeORM)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `payments` ADD CONSTRAINT `FK_1fbdcc2a2a9d2d0ad1e5d0b1b8e` FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- id: ho-my-0163
-- label: dangerous
-- why: foreign key with checks: copies 3 GB (Sequelize)
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `sessions` ADD CONSTRAINT `sessions_user_id_foreign_idx` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- id: ho-my-0164
-- label: dangerous
-- why: foreign key with checks: copies 24 GB
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD CONSTRAINT fk_items_product FOREIGN KEY (product_id) REFERENCES products (id) ON UPDATE CASCADE;

-- id: ho-my-0165
-- label: dangerous
-- why: Prisma's foreign key: copies 12 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
-- AddForeignKey
ALTER TABLE `orders` ADD CONSTRAINT `orders_account_id_fkey` FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;

-- id: ho-my-0166
-- label: dangerous
-- why: column and foreign key: copies 8 GB
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE users ADD COLUMN plan_id int(11) DEFAULT NULL, ADD CONSTRAINT fk_users_plan FOREIGN KEY (plan_id) REFERENCES plans (id);

-- id: ho-my-0167
-- label: harmless
-- why: 640 rows refer to themselves
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE categories ADD CONSTRAINT fk_categories_parent FOREIGN KEY (parent_id) REFERENCES categories (id) ON DELETE SET NULL;

-- id: ho-my-0168
-- label: harmless
-- why: an empty table refers to a large one
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE gift_cards ADD COLUMN user_id BIGINT UNSIGNED, ADD FOREIGN KEY fk_gc_user (user_id) REFERENCES users (id);

-- id: ho-my-0169
-- label: grey
-- why: 250 MB copied, three writes a second
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE support_tickets ADD CONSTRAINT fk_tickets_user FOREIGN KEY (user_id) REFERENCES users (id);

-- id: ho-my-0170
-- label: grey
-- why: orphans possible from now on
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE addresses DROP FOREIGN KEY fk_addresses_user;

-- id: ho-my-0171
-- label: fails
-- why: signed does not refer to unsigned
-- engine: mysql 8.0.35
ALTER TABLE legacy_orders ADD CONSTRAINT fk_legacy FOREIGN KEY (id) REFERENCES orders (id);

-- id: ho-my-0172
-- label: fails
-- why: there is none
-- engine: mariadb 11.4
ALTER TABLE payments DROP FOREIGN KEY fk_payments_order;

-- id: ho-my-0173
-- label: dangerous
-- why: check: copies 24 GB while writes wait
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD CHECK (quantity > 0);

-- id: ho-my-0174
-- label: dangerous
-- why: check (Rails): copies 9 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `payments` ADD CONSTRAINT `chk_rails_9d1c` CHECK (`fee` >= 0);

-- id: ho-my-0175
-- label: dangerous
-- why: check: copies 15 GB
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications ADD CONSTRAINT kind_lower CHECK (kind = LOWER(kind));

-- id: ho-my-0176
-- label: dangerous
-- why: enforced again: copies 1.5 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts DROP CHECK chk_accounts_credit, ADD CONSTRAINT chk_accounts_credit CHECK (credit_limit >= -1);

-- id: ho-my-0177
-- label: harmless
-- why: not enforced
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ADD CONSTRAINT chk_qty CHECK (quantity > 0) NOT ENFORCED, ALTER COLUMN quantity SET DEFAULT 2;

-- id: ho-my-0178
-- label: harmless
-- why: 24 rows
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans ADD CONSTRAINT chk_code CHECK (code = LOWER(code)), ADD CONSTRAINT chk_name CHECK (name <> '');

-- id: ho-my-0179
-- label: grey
-- why: the rule is switched off
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ALTER CHECK chk_accounts_credit NOT ENFORCED;

-- id: ho-my-0180
-- label: fails
-- why: there is none
-- engine: mysql 9.1
ALTER TABLE orders DROP CHECK chk_orders_total;

-- id: ho-my-0181
-- label: dangerous
-- why: null rebuild of 9 GB
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE payments ENGINE='InnoDB';

-- id: ho-my-0182
-- label: dangerous
-- why: null rebuild of 8 GB
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users FORCE;

-- id: ho-my-0183
-- label: dangerous
-- why: rebuilds 3 GB and 1.5 GB
-- engine: mysql 9.7
OPTIMIZE NO_WRITE_TO_BINLOG TABLE sessions, accounts;

-- id: ho-my-0184
-- label: dangerous
-- why: defragmented by a rebuild of 15 GB
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications ROW_FORMAT=DYNAMIC, ENGINE=InnoDB;

-- id: ho-my-0185
-- label: dangerous
-- why: copies 110 GB into Aria
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views ENGINE=Aria;

-- id: ho-my-0186
-- label: dangerous
-- why: copies 6 GB into an engine without transactions
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE legacy_orders ENGINE=MyISAM, ROW_FORMAT=FIXED;

-- id: ho-my-0187
-- label: dangerous
-- why: 300 MB of the hot queue rebuilt
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE jobs KEY_BLOCK_SIZE=8 ROW_FORMAT=COMPRESSED;

-- id: ho-my-0188
-- label: harmless
-- why: 800 rows
-- engine: mysql 8.4
OPTIMIZE TABLE schema_migrations, countries;

-- id: ho-my-0189
-- label: harmless
-- why: 640 rows
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE categories ENGINE=InnoDB, ROW_FORMAT=DYNAMIC, COMMENT='tree';

-- id: ho-my-0190
-- label: harmless
-- why: metadata only
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `page_views` COMMENT='never written again', STATS_AUTO_RECALC=0, STATS_PERSISTENT=1;

-- id: ho-my-0191
-- label: harmless
-- why: metadata only
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments AUTO_INCREMENT=50000000, COMMENT='since 2015';

-- id: ho-my-0192
-- label: harmless
-- why: statistics of two tables
-- engine: mysql 9.1
ANALYZE LOCAL TABLE payments, order_items;

-- id: ho-my-0193
-- label: harmless
-- why: a histogram goes
-- engine: mysql 8.0.35
ANALYZE TABLE orders DROP HISTOGRAM ON channel, currency;

-- id: ho-my-0194
-- label: grey
-- why: reads 9 GB
-- engine: mariadb 10.11
CHECK TABLE payments QUICK;

-- id: ho-my-0195
-- label: grey
-- why: InnoDB repairs nothing this way
-- engine: mysql 8.4
REPAIR TABLE order_items QUICK;

-- id: ho-my-0196
-- label: dangerous
-- why: copies 6 GB into partitions
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE legacy_orders PARTITION BY KEY (id) PARTITIONS 8;

-- id: ho-my-0197
-- label: dangerous
-- why: copies 15 GB into partitions
-- engine: mariadb 11.4
-- rebuild: yes
ALTER TABLE notifications DROP PRIMARY KEY, ADD PRIMARY KEY (id, created_at) PARTITION BY RANGE COLUMNS (created_at) (PARTITION p0 VALUES LESS THAN ('2026-01-01'), PARTITION p1 VALUES LESS THAN MAXVALUE);

-- id: ho-my-0198
-- label: dangerous
-- why: copies 30 GB into one more hash partition
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE clicks PARTITION BY KEY (id) PARTITIONS 5;

-- id: ho-my-0199
-- label: harmless
-- why: a new last partition
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `events` ADD PARTITION (PARTITION `p202612` VALUES LESS THAN (740346) COMMENT = 'december' ENGINE = InnoDB);

-- id: ho-my-0200
-- label: harmless
-- why: two new partitions, if they are not there
-- engine: mariadb 11.8
-- rebuild: no
ALTER TABLE events ADD PARTITION IF NOT EXISTS (PARTITION p202612 VALUES LESS THAN (TO_DAYS('2027-01-01')), PARTITION p202701 VALUES LESS THAN (TO_DAYS('2027-02-01')));

-- id: ho-my-0201
-- label: harmless
-- why: a catch-all after the last partition
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD PARTITION (PARTITION pmax VALUES LESS THAN MAXVALUE);

-- id: ho-my-0202
-- label: dangerous
-- why: two months of events are gone
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE events DROP PARTITION p202609, p202610;

-- id: ho-my-0203
-- label: dangerous
-- why: the live month is gone
-- engine: mariadb 11.8
ALTER TABLE events TRUNCATE PARTITION p202611;

-- id: ho-my-0204
-- label: dangerous
-- why: a quarter of all clicks is gone
-- engine: mysql 9.1
ALTER TABLE clicks TRUNCATE PARTITION p0;

-- id: ho-my-0205
-- label: dangerous
-- why: clicks of all partitions are gone
-- engine: mysql 8.0.35
ALTER TABLE shop.clicks TRUNCATE PARTITION ALL;

-- id: ho-my-0206
-- label: dangerous
-- why: rows of 30 GB move
-- engine: mariadb 10.6
-- rebuild: yes
ALTER TABLE clicks REORGANIZE PARTITION;

-- id: ho-my-0207
-- label: dangerous
-- why: rows of 30 GB move
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE clicks COALESCE PARTITION 1;

-- id: ho-my-0208
-- label: dangerous
-- why: rebuilds the live month
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE events REBUILD PARTITION p202611, p202610;

-- id: ho-my-0209
-- label: dangerous
-- why: splits the live month while writes wait
-- engine: mariadb 11.4
-- rebuild: yes
ALTER TABLE events REORGANIZE PARTITION p202611 INTO (PARTITION p202611a VALUES LESS THAN (TO_DAYS('2026-11-10')), PARTITION p202611b VALUES LESS THAN (TO_DAYS('2026-12-01')));

-- id: ho-my-0210
-- label: harmless
-- why: statistics of all partitions
-- engine: mariadb 10.6
-- rebuild: no
ALTER TABLE events ANALYZE PARTITION ALL;

-- id: ho-my-0211
-- label: grey
-- why: reads a month
-- engine: mysql 8.0.35
-- rebuild: no
ALTER TABLE events CHECK PARTITION p202609;

-- id: ho-my-0212
-- label: fails
-- why: it is there
-- engine: mysql 9.7
ALTER TABLE events ADD PARTITION (PARTITION p202611 VALUES LESS THAN (TO_DAYS('2027-01-01')));

-- id: ho-my-0213
-- label: fails
-- why: hash partitions are not dropped
-- engine: mysql 8.4
ALTER TABLE clicks DROP PARTITION p3;

-- id: ho-my-0214
-- label: harmless
-- why: new table (Rails)
-- engine: mysql 8.4
CREATE TABLE `coupons` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `code` varchar(40) NOT NULL, `percent_off` decimal(5,2), `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, UNIQUE INDEX `index_coupons_on_code` (`code`)) CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- id: ho-my-0215
-- label: harmless
-- why: gh-ost's ghost by hand
-- engine: mysql 9.1
CREATE TABLE `shop`.`_payments_gho` LIKE `shop`.`payments`;

-- id: ho-my-0216
-- label: harmless
-- why: new table with keys, checks and a foreign key to orders
-- engine: mysql 8.0.35
CREATE TABLE shipments (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  order_id BIGINT UNSIGNED NOT NULL,
  carrier ENUM('dhl','ups') NOT NULL,
  weight INT CHECK (weight > 0),
  tracking JSON,
  PRIMARY KEY (id),
  KEY (order_id),
  CONSTRAINT fk_shipments_order FOREIGN KEY (order_id) REFERENCES orders (id)
) ENGINE=InnoDB AUTO_INCREMENT=1000 COMMENT='parcels';

-- id: ho-my-0217
-- label: harmless
-- why: versioned from the start
-- engine: mariadb 10.11
CREATE TABLE prices (sku VARCHAR(40) PRIMARY KEY, price DECIMAL(10,2) CHECK (price >= 0)) WITH SYSTEM VERSIONING;

-- id: ho-my-0218
-- label: harmless
-- why: Sequelize's table of migrations
-- engine: mariadb 11.8
CREATE TABLE IF NOT EXISTS `SequelizeMeta` (`name` VARCHAR(255) NOT NULL UNIQUE, PRIMARY KEY (`name`)) ENGINE=InnoDB COLLATE utf8mb3_unicode_ci;

-- id: ho-my-0219
-- label: harmless
-- why: 24 rows copied
-- engine: mysql 8.4
CREATE TABLE plans_20261121 SELECT * FROM plans;

-- id: ho-my-0220
-- label: dangerous
-- why: replaces what is there
-- engine: mariadb 11.4
CREATE OR REPLACE TABLE settings (`key` VARCHAR(100) PRIMARY KEY, value JSON);

-- id: ho-my-0221
-- label: grey
-- why: reads 180 million rows
-- engine: mariadb 10.6
CREATE TABLE items_per_order (PRIMARY KEY (order_id)) AS SELECT order_id, COUNT(*) AS n FROM order_items GROUP BY order_id;

-- id: ho-my-0222
-- label: fails
-- why: JSON has no default literal
-- engine: mysql 9.1
CREATE TABLE prefs (id INT PRIMARY KEY, doc JSON DEFAULT '{}');

-- id: ho-my-0223
-- label: dangerous
-- why: a table and what hangs on it
-- engine: mysql 8.4
DROP TABLE IF EXISTS order_items, payments;

-- id: ho-my-0224
-- label: dangerous
-- why: 45 GB of audit
-- engine: mariadb 11.8
DROP TABLE audit_log CASCADE;

-- id: ho-my-0225
-- label: dangerous
-- why: history of migrations lost, tools start over
-- engine: mysql 9.1
DROP TABLE `schema_migrations`;

-- id: ho-my-0226
-- label: harmless
-- why: left behind by gh-ost, if at all
-- engine: mysql 8.4
DROP TABLE IF EXISTS `shop`.`_orders_del`, `shop`.`_orders_ghc`, `shop`.`_orders_gho`;

-- id: ho-my-0227
-- label: harmless
-- why: temporary only
-- engine: mysql 8.0.35
DROP TEMPORARY TABLE IF EXISTS tmp_ids;

-- id: ho-my-0228
-- label: dangerous
-- why: 30 million old orders
-- engine: mysql 8.4
TRUNCATE legacy_orders;

-- id: ho-my-0229
-- label: dangerous
-- why: the queue is emptied
-- engine: mariadb 10.11
TRUNCATE TABLE `shop`.`jobs`;

-- id: ho-my-0230
-- label: fails
-- why: referred to by addresses
-- engine: mysql 8.4
TRUNCATE TABLE users;

-- id: ho-my-0231
-- label: dangerous
-- why: 25 million rows in one transaction
-- engine: mysql 8.0.35
UPDATE addresses SET city = TRIM(city);

-- id: ho-my-0232
-- label: dangerous
-- why: all accounts
-- engine: mariadb 11.8
update accounts set currency = 'EUR' where currency <> 'EUR' or currency is null;

-- id: ho-my-0233
-- label: dangerous
-- why: two large tables joined
-- engine: mysql 8.4
UPDATE `order_items` AS `i` INNER JOIN `products` AS `p` ON `p`.`id` = `i`.`product_id` SET `i`.`unit_price` = `p`.`price` WHERE `i`.`unit_price` = 0;

-- id: ho-my-0234
-- label: dangerous
-- why: half of all orders by key range
-- engine: mysql 9.1
UPDATE orders SET channel = 'web' WHERE id > 25000000;

-- id: ho-my-0235
-- label: dangerous
-- why: two million at once
-- engine: mariadb 10.6
DELETE FROM audit_log ORDER BY id LIMIT 2000000;

-- id: ho-my-0236
-- label: dangerous
-- why: everybody's read notifications
-- engine: mysql 8.0.35
DELETE FROM notifications WHERE read_at IS NOT NULL;

-- id: ho-my-0237
-- label: dangerous
-- why: a join deletes from both
-- engine: mysql 8.4
DELETE o, i FROM orders o LEFT JOIN order_items i ON i.order_id = o.id WHERE o.status = 'draft';

-- id: ho-my-0238
-- label: dangerous
-- why: old spelling of a join
-- engine: mariadb 11.4
DELETE FROM sessions USING sessions INNER JOIN users ON users.id = sessions.user_id WHERE users.deleted_at IS NOT NULL;

-- id: ho-my-0239
-- label: dangerous
-- why: a common table expression chooses 60 million rows
-- engine: mysql 9.7
WITH old AS (SELECT id FROM notifications WHERE created_at < '2026-01-01') DELETE FROM notifications WHERE id IN (SELECT id FROM old);

-- id: ho-my-0240
-- label: dangerous
-- why: values of all settings are lost
-- engine: mysql 8.0.35
UPDATE settings SET value = NULL;

-- id: ho-my-0241
-- label: dangerous
-- why: every user gets a row
-- engine: mysql 8.4
INSERT IGNORE INTO accounts (owner_id, name) SELECT id, CONCAT('Account of ', email) FROM users;

-- id: ho-my-0242
-- label: dangerous
-- why: replaces half a million rows
-- engine: mariadb 10.11
REPLACE INTO inventory (product_id, warehouse, quantity) SELECT id, 'BER', 0 FROM products;

-- id: ho-my-0243
-- label: harmless
-- why: one row by its key
-- engine: mysql 8.0.35
UPDATE `orders` SET `orders`.`status` = 'shipped', `updated_at` = NOW() WHERE `orders`.`id` = 17 LIMIT 1;

-- id: ho-my-0244
-- label: harmless
-- why: one row by a unique key
-- engine: mariadb 11.4
UPDATE products SET price = price * 1.1 WHERE sku = 's1';

-- id: ho-my-0245
-- label: harmless
-- why: two rows by their keys
-- engine: mysql 9.1
DELETE FROM webhooks WHERE id IN (17, 18);

-- id: ho-my-0246
-- label: harmless
-- why: 249 rows
-- engine: mariadb 10.6
UPDATE countries SET name = CONCAT(UCASE(LEFT(name, 1)), SUBSTRING(name, 2));

-- id: ho-my-0247
-- label: harmless
-- why: upsert with an alias
-- engine: mysql 8.4
INSERT INTO feature_flags (name, enabled) VALUES ('checkout-v3', 1) AS new ON DUPLICATE KEY UPDATE enabled = new.enabled;

-- id: ho-my-0248
-- label: harmless
-- why: a user by hand
-- engine: mariadb 11.8
INSERT INTO users SET email = 'ops@example.org', username = 'ops', status = 'active';

-- id: ho-my-0249
-- label: harmless
-- why: a few settings
-- engine: mysql 8.0.35
INSERT INTO `settings` (`key`, `value`) VALUES ('mail.from', 'shop@example.org'), ('mail.tls', DEFAULT), ('a', '2') ON DUPLICATE KEY UPDATE `value` = VALUES(`value`);

-- id: ho-my-0250
-- label: harmless
-- why: copies 24 codes
-- engine: mysql 9.1
INSERT INTO settings (`key`, value) SELECT CONCAT('plan.', code), name FROM plans;

-- id: ho-my-0251
-- label: harmless
-- why: one applied version is forgotten
-- engine: mysql 8.4
DELETE FROM `schema_migrations` WHERE `schema_migrations`.`version` = '20240101000001';

-- id: ho-my-0252
-- label: grey
-- why: one batch of 5000 by key
-- engine: mysql 9.7
UPDATE users SET locale = 'en' WHERE locale IS NULL AND id > 100000 ORDER BY id LIMIT 5000;

-- id: ho-my-0253
-- label: grey
-- why: one batch
-- engine: mariadb 11.4
DELETE FROM sessions WHERE expires_at < NOW() ORDER BY expires_at LIMIT 1000;

-- id: ho-my-0254
-- label: fails
-- why: no such column
-- engine: mysql 8.4
UPDATE orders SET state = 'paid' WHERE id = 1;

-- id: ho-my-0255
-- label: fails
-- why: another product's words
-- engine: mysql 8.0.35
INSERT INTO settings (`key`, value) VALUES ('a', 'b') ON CONFLICT (`key`) DO NOTHING;

-- id: ho-my-0256
-- label: harmless
-- why: new view
-- engine: mysql 8.4
CREATE OR REPLACE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW open_orders AS SELECT id, user_id FROM orders WHERE status IN ('placed','paid') WITH CHECK OPTION;

-- id: ho-my-0257
-- label: dangerous
-- why: code reads it
-- engine: mariadb 10.6
DROP VIEW IF EXISTS shop.active_users;

-- id: ho-my-0258
-- label: dangerous
-- why: readers miss two columns
-- engine: mysql 9.1
ALTER VIEW active_users AS SELECT id FROM users;

-- id: ho-my-0259
-- label: grey
-- why: every payment runs more code (pt-osc by hand)
-- engine: mysql 8.0.35
CREATE TRIGGER pt_osc_shop_payments_del AFTER DELETE ON payments FOR EACH ROW DELETE IGNORE FROM legacy_orders WHERE id <=> OLD.id;

-- id: ho-my-0260
-- label: dangerous
-- why: the channel is no longer normalised
-- engine: mysql 8.4
DROP TRIGGER IF EXISTS shop.trg_orders_bu;

-- id: ho-my-0261
-- label: dangerous
-- why: opaque code that deletes without bound
-- engine: mariadb 11.4
CALL purge_sessions;

-- id: ho-my-0262
-- label: dangerous
-- why: statements put together at run time
-- engine: mysql 9.1
PREPARE stmt FROM 'ALTER TABLE orders ENGINE=InnoDB';

-- id: ho-my-0263
-- label: dangerous
-- why: an anonymous block of deletes
-- engine: mariadb 11.8
BEGIN NOT ATOMIC DELETE FROM notifications WHERE read_at IS NOT NULL; DELETE FROM jobs; END;

-- id: ho-my-0264
-- label: dangerous
-- why: text that is run
-- engine: mariadb 10.11
EXECUTE IMMEDIATE 'UPDATE users SET locale = ''en''';

-- id: ho-my-0265
-- label: harmless
-- why: not run
-- engine: mariadb 10.11
CREATE OR REPLACE PROCEDURE close_tickets(IN days INT) UPDATE support_tickets SET closed_at = NOW() WHERE closed_at IS NULL AND id < days;

-- id: ho-my-0266
-- label: harmless
-- why: not there
-- engine: mysql 8.4
DROP EVENT IF EXISTS ev_purge_old;

-- id: ho-my-0267
-- label: harmless
-- why: rights given
-- engine: mysql 9.1
GRANT SELECT, SHOW VIEW ON `shop`.`invoices` TO 'reader'@'%';

-- id: ho-my-0268
-- label: dangerous
-- why: the application can no longer read
-- engine: mariadb 11.8
REVOKE SELECT ON shop.* FROM 'shop_app'@'%';

-- id: ho-my-0269
-- label: dangerous
-- why: the application cannot log in
-- engine: mysql 8.4
ALTER USER 'shop_app'@'%' ACCOUNT LOCK;

-- id: ho-my-0270
-- label: harmless
-- why: this session waits less for metadata locks
-- engine: mysql 8.0.35
SET @@SESSION.lock_wait_timeout = 3, SESSION innodb_lock_wait_timeout = 2;

-- id: ho-my-0271
-- label: harmless
-- why: character set of this session
-- engine: mariadb 10.6
SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: ho-my-0272
-- label: dangerous
-- why: writers of two tables wait until the release
-- engine: mysql 9.1
LOCK TABLES users READ, accounts WRITE;

-- id: ho-my-0273
-- label: dangerous
-- why: everything waits
-- engine: mysql 8.4
FLUSH TABLES orders, payments FOR EXPORT;

-- id: ho-my-0274
-- label: grey
-- why: one knob of the whole server
-- engine: mariadb 11.4
SET GLOBAL innodb_io_capacity = 400;

-- id: ho-my-0275
-- label: harmless
-- why: Django's column with a constant, whose default is dropped later
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` ADD COLUMN `kind` varchar(12) DEFAULT 'standard' NOT NULL;

-- id: ho-my-0276
-- label: harmless
-- why: Django's second step
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `sessions` ALTER COLUMN `user_agent` DROP DEFAULT;

-- id: ho-my-0277
-- label: harmless
-- why: TypeORM
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `notifications` ADD `deliveredAt` datetime(6) NULL;

-- id: ho-my-0278
-- label: harmless
-- why: Prisma: two last columns
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `accounts` ADD COLUMN `deletedAt` DATETIME(3) NULL,
    ADD COLUMN `tier` ENUM('FREE', 'PRO') NOT NULL DEFAULT 'FREE';

-- id: ho-my-0279
-- label: harmless
-- why: Liquibase
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE shop.payments ADD settlement_id BIGINT NULL COMMENT 'batch';

-- id: ho-my-0280
-- label: harmless
-- why: Flyway: a last column in lower case
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `order_items` add column `bundle_id` bigint unsigned default null;

-- id: ho-my-0281
-- label: harmless
-- why: new values at the end
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY COLUMN status ENUM('invited','active','suspended','banned','deleted') NOT NULL DEFAULT 'invited';

-- id: ho-my-0282
-- label: harmless
-- why: ascii: 64 to 100 bytes
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions MODIFY token VARCHAR(100) CHARACTER SET ascii NOT NULL;

-- id: ho-my-0283
-- label: harmless
-- why: in the middle of a table with foreign keys, INSTANT
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE addresses ADD COLUMN state varchar(40) DEFAULT NULL AFTER city, ADD COLUMN floor tinyint AFTER line2;

-- id: ho-my-0284
-- label: harmless
-- why: two virtual columns
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ADD COLUMN net DECIMAL(14,2) AS (quantity * unit_price) VIRTUAL, ADD COLUMN has_note TINYINT(1) AS (note IS NOT NULL) VIRTUAL;

-- id: ho-my-0285
-- label: harmless
-- why: invisible from now on
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN risk_score DECIMAL(5,4) NULL INVISIBLE AFTER status;

-- id: ho-my-0286
-- label: harmless
-- why: a large default text
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD COLUMN footer VARCHAR(300) NOT NULL DEFAULT 'Thank you; come again -- soon', ALGORITHM=INSTANT;

-- id: ho-my-0287
-- label: harmless
-- why: NOCOPY demanded and granted
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders ADD COLUMN source varchar(10) NOT NULL DEFAULT 'import', ALGORITHM=NOCOPY;

-- id: ho-my-0288
-- label: harmless
-- why: 4 MB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE webhooks ADD COLUMN signature CHAR(64) AS (SHA2(url, 256)) STORED, ADD INDEX idx_signature (signature);

-- id: ho-my-0289
-- label: harmless
-- why: 249 rows, name and order of columns
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE countries ADD COLUMN `continent` CHAR(2) NOT NULL DEFAULT 'EU' FIRST, ENGINE=InnoDB;

-- id: ho-my-0290
-- label: harmless
-- why: 60 rows
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE settings ADD COLUMN updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, ADD CHECK (`key` <> '');

-- id: ho-my-0291
-- label: harmless
-- why: new table with a check and a functional key
-- engine: mysql 9.1
CREATE TABLE IF NOT EXISTS api_keys (id BINARY(16) NOT NULL DEFAULT (UUID_TO_BIN(UUID())) PRIMARY KEY, label VARCHAR(60), scopes JSON NOT NULL DEFAULT (JSON_ARRAY()), UNIQUE KEY uk_label ((LOWER(label))), CHECK (label <> ''));

-- id: ho-my-0292
-- label: harmless
-- why: new partitioned table
-- engine: mariadb 10.6
CREATE TABLE sms_log (id BIGINT NOT NULL, sent_on DATE NOT NULL, PRIMARY KEY (id, sent_on)) PARTITION BY RANGE (YEAR(sent_on)) (PARTITION p2026 VALUES LESS THAN (2027), PARTITION pmax VALUES LESS THAN MAXVALUE);

-- id: ho-my-0293
-- label: harmless
-- why: sequence, if there is none
-- engine: mariadb 11.4
CREATE SEQUENCE IF NOT EXISTS order_numbers START WITH 100000 MINVALUE 1 NOCYCLE;

-- id: ho-my-0294
-- label: harmless
-- why: function without data
-- engine: mysql 8.4
CREATE FUNCTION slug(title VARCHAR(200)) RETURNS VARCHAR(200) DETERMINISTIC NO SQL RETURN LOWER(REPLACE(title, ' ', '-'));

-- id: ho-my-0295
-- label: harmless
-- why: one row by its key
-- engine: mysql 8.0.20
UPDATE accounts SET credit_limit = 500.00 WHERE id = 17;

-- id: ho-my-0296
-- label: harmless
-- why: keys spelled out
-- engine: mysql 8.0.35
DELETE FROM order_items WHERE id IN (101, 102, 103, 104);

-- id: ho-my-0297
-- label: harmless
-- why: reads four rows
-- engine: mariadb 10.11
SELECT id, status FROM orders WHERE id IN (1, 2, 3, 4);

-- id: ho-my-0298
-- label: harmless
-- why: shows
-- engine: mysql 8.4
SHOW CREATE TABLE orders;

-- id: ho-my-0299
-- label: harmless
-- why: this session's mode
-- engine: mariadb 11.8
SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_ZERO_DATE'), SESSION foreign_key_checks = 1;

-- id: ho-my-0300
-- label: grey
-- why: foreign keys of this session are no longer checked
-- engine: mysql 8.4
SET foreign_key_checks = 0;

-- id: ho-my-0301
-- label: grey
-- why: 180 MB rebuilt, full text: writes wait for seconds, there are two a second
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE products ADD FULLTEXT INDEX ft_products (name, description);

-- id: ho-my-0302
-- label: grey
-- why: 8000 rows, but every account's rows are checked
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE webhooks ADD CONSTRAINT fk_webhooks_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE;

-- id: ho-my-0303
-- label: dangerous
-- why: first full text index: 15 GB rebuilt while writes wait
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications ADD FULLTEXT INDEX ft_body (body);

-- id: ho-my-0304
-- label: dangerous
-- why: 50 to 64 characters of four bytes cross 255 bytes: copies 8 GB
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` CHANGE COLUMN `username` `username` VARCHAR(64) NULL;

-- id: ho-my-0305
-- label: dangerous
-- why: stored column: copies 24 GB
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD COLUMN line_total DECIMAL(14,2) GENERATED ALWAYS AS (quantity * unit_price) STORED;

-- id: ho-my-0306
-- label: dangerous
-- why: foreign key with checks: copies 24 GB
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD CONSTRAINT fk_order_items_product FOREIGN KEY (product_id) REFERENCES products (id);
