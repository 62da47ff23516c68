-- Statements against schema.sql with the sizes of facts.json; the format is explained in the folder above.

-- id: my-0001
-- label: harmless
-- why: last column, INSTANT
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN tracking_number VARCHAR(40);

-- id: my-0002
-- label: harmless
-- why: last column, INSTANT since 8.0.12
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ADD COLUMN `tracking_number` VARCHAR(40) NULL DEFAULT NULL;

-- id: my-0003
-- label: harmless
-- why: last column, INSTANT
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ADD COLUMN `gift_message` varchar(200) DEFAULT NULL;

-- id: my-0004
-- label: harmless
-- why: INSTANT in the middle since 8.0.29
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` ADD COLUMN `middle_name` VARCHAR(50) DEFAULT NULL AFTER `display_name`;

-- id: my-0005
-- label: dangerous
-- why: in the middle: rebuilds 8 GB
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `users` ADD COLUMN `middle_name` VARCHAR(50) DEFAULT NULL AFTER `display_name`;

-- id: my-0006
-- label: harmless
-- why: INSTANT in the middle since 10.4
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` ADD COLUMN `middle_name` varchar(50) DEFAULT NULL AFTER `display_name`;

-- id: my-0007
-- label: dangerous
-- why: first column: rebuilds 24 GB
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- rebuild: yes
ALTER TABLE order_items ADD COLUMN tenant_id INT NOT NULL DEFAULT 1 FIRST;

-- id: my-0008
-- label: harmless
-- why: first column, INSTANT
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ADD COLUMN tenant_id INT NOT NULL DEFAULT 1 FIRST;

-- id: my-0009
-- label: harmless
-- why: first column, INSTANT
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ADD COLUMN tenant_id INT NOT NULL DEFAULT 1 FIRST;

-- id: my-0010
-- label: harmless
-- why: three columns, INSTANT
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `notifications`
  ADD COLUMN `queued_at` DATETIME NULL,
  ADD COLUMN `sent_at` DATETIME NULL,
  ADD COLUMN `priority` TINYINT UNSIGNED NOT NULL DEFAULT 0;

-- id: my-0011
-- label: harmless
-- why: Rails
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `sessions` ADD `revoked_at` datetime(6) DEFAULT NULL;

-- id: my-0012
-- label: harmless
-- why: Django: constant default
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` ADD COLUMN `is_trial` bool DEFAULT b'0' NOT NULL;

-- id: my-0013
-- label: harmless
-- why: gh-ost refugee asks for INSTANT, and gets it
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN fulfilment VARCHAR(20) NOT NULL DEFAULT 'none' COMMENT 'who ships it', ALGORITHM=INSTANT;

-- id: my-0014
-- label: harmless
-- why: now() as default of a new last column
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices ADD COLUMN imported_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- id: my-0015
-- label: harmless
-- why: virtual column
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN total DECIMAL(12,2) GENERATED ALWAYS AS (total_cents / 100) VIRTUAL;

-- id: my-0016
-- label: harmless
-- why: virtual column
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ADD COLUMN `total` DECIMAL(12,2) GENERATED ALWAYS AS (`total_cents` / 100) VIRTUAL;

-- id: my-0017
-- label: dangerous
-- why: stored column: copies 12 GB while writes wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD COLUMN total DECIMAL(12,2) GENERATED ALWAYS AS (total_cents / 100) STORED;

-- id: my-0018
-- label: dangerous
-- why: stored column: copies 12 GB while writes wait
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD COLUMN total DECIMAL(12,2) GENERATED ALWAYS AS (total_cents / 100) STORED;

-- id: my-0019
-- label: dangerous
-- why: stored column: copies 12 GB
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE `users` ADD COLUMN email_lower VARCHAR(191) AS (LOWER(email)) PERSISTENT;

-- id: my-0020
-- label: fails
-- why: MySQL refuses a default that may differ on the replica
-- engine: mysql 8.4
ALTER TABLE notifications ADD COLUMN uid CHAR(36) NOT NULL DEFAULT (UUID());

-- id: my-0021
-- label: dangerous
-- why: expression default is computed for each row: copies 15 GB
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications ADD COLUMN uid CHAR(36) NOT NULL DEFAULT (UUID());

-- id: my-0022
-- label: dangerous
-- why: AUTO_INCREMENT column: writes wait while 110 GB are rebuilt
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views ADD COLUMN seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, ADD UNIQUE KEY uk_seq (seq);

-- id: my-0023
-- label: dangerous
-- why: AUTO_INCREMENT primary key for a table that never had one
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `page_views` DROP COLUMN `id`, ADD COLUMN `id` bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST;

-- id: my-0024
-- label: dangerous
-- why: compressed table: no INSTANT, 45 GB are rebuilt
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE audit_log ADD COLUMN request_id CHAR(36);

-- id: my-0025
-- label: dangerous
-- why: compressed table: 45 GB are rebuilt
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE audit_log ADD COLUMN request_id CHAR(36);

-- id: my-0026
-- label: dangerous
-- why: table with a full text index: no INSTANT, 6 GB are rebuilt
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles ADD COLUMN slug VARCHAR(200);

-- id: my-0027
-- label: dangerous
-- why: table with a full text index: 6 GB are rebuilt, writes wait
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles ADD COLUMN slug varchar(200) DEFAULT NULL;

-- id: my-0028
-- label: dangerous
-- why: in the middle of a table with virtual columns: copies 9 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments ADD COLUMN note VARCHAR(100) AFTER fee;

-- id: my-0029
-- label: harmless
-- why: at the end of a table with virtual columns
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments ADD COLUMN note VARCHAR(100);

-- id: my-0030
-- label: harmless
-- why: at the end of a table with generated columns
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` ADD COLUMN `refundable` TINYINT(1) NOT NULL DEFAULT '1';

-- id: my-0031
-- label: harmless
-- why: to all partitions
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD COLUMN source VARCHAR(20);

-- id: my-0032
-- label: harmless
-- why: to all partitions
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD COLUMN source VARCHAR(20);

-- id: my-0033
-- label: harmless
-- why: small table, copied in a moment
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans ADD COLUMN yearly_price DECIMAL(8,2) GENERATED ALWAYS AS (monthly_price * 10) STORED AFTER monthly_price;

-- id: my-0034
-- label: harmless
-- why: small table
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE plans ADD COLUMN uid CHAR(36) NOT NULL DEFAULT (UUID());

-- id: my-0035
-- label: harmless
-- why: invisible column
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN shadow_id BIGINT INVISIBLE;

-- id: my-0036
-- label: harmless
-- why: invisible column
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN shadow_id BIGINT INVISIBLE;

-- id: my-0037
-- label: harmless
-- why: exists already, IF NOT EXISTS
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN IF NOT EXISTS phone VARCHAR(20);

-- id: my-0038
-- label: fails
-- why: MySQL has no IF NOT EXISTS here
-- engine: mysql 8.4
ALTER TABLE users ADD COLUMN IF NOT EXISTS phone VARCHAR(20);

-- id: my-0039
-- label: fails
-- why: the column is there
-- engine: mysql 8.0.35
ALTER TABLE users ADD COLUMN email VARCHAR(255);

-- id: my-0040
-- label: fails
-- why: the column is there
-- engine: mariadb 10.6
ALTER TABLE users ADD COLUMN email VARCHAR(255);

-- id: my-0041
-- label: fails
-- why: no such table
-- engine: mariadb 11.4
ALTER TABLE customers ADD COLUMN vip TINYINT(1);

-- id: my-0042
-- label: fails
-- why: no such column to come after
-- engine: mysql 8.4
ALTER TABLE orders ADD COLUMN x INT AFTER no_such_column;

-- id: my-0043
-- label: fails
-- why: INSTANT cannot place a column before 8.0.29
-- engine: mysql 8.0.20
ALTER TABLE `orders` ADD COLUMN `x` INT AFTER `user_id`, ALGORITHM=INSTANT;

-- id: my-0044
-- label: fails
-- why: a stored column cannot be added INSTANT
-- engine: mysql 8.0.35
ALTER TABLE orders ADD COLUMN t2 INT AS (total_cents * 2) STORED, ALGORITHM=INSTANT;

-- id: my-0045
-- label: fails
-- why: a stored column cannot be added INSTANT
-- engine: mariadb 11.8
ALTER TABLE orders ADD COLUMN t2 INT AS (total_cents * 2) STORED, ALGORITHM=INSTANT;

-- id: my-0046
-- label: dangerous
-- why: INSTANT, but the data are gone and code reads them
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users DROP COLUMN age;

-- id: my-0047
-- label: dangerous
-- why: rebuilds 8 GB, and the data are gone
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `users` DROP COLUMN `age`;

-- id: my-0048
-- label: dangerous
-- why: INSTANT, but the data are gone
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` DROP COLUMN `bio`;

-- id: my-0049
-- label: dangerous
-- why: two columns of a busy table
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP COLUMN notes, DROP coupon_code;

-- id: my-0050
-- label: dangerous
-- why: an indexed column
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE payments DROP COLUMN provider_ref;

-- id: my-0051
-- label: dangerous
-- why: column of a small table that code reads
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE plans DROP COLUMN active;

-- id: my-0052
-- label: harmless
-- why: IF EXISTS, and it does not
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users DROP COLUMN IF EXISTS no_such_column;

-- id: my-0053
-- label: fails
-- why: MySQL has no IF EXISTS here
-- engine: mysql 8.0.35
ALTER TABLE users DROP COLUMN IF EXISTS age;

-- id: my-0054
-- label: fails
-- why: a foreign key needs it
-- engine: mysql 8.4
ALTER TABLE users DROP COLUMN country_code;

-- id: my-0055
-- label: fails
-- why: no such column
-- engine: mariadb 11.8
ALTER TABLE users DROP COLUMN no_such_column;

-- id: my-0056
-- label: fails
-- why: a generated column depends on it
-- engine: mysql 8.0.35
ALTER TABLE payments DROP COLUMN fee;

-- id: my-0057
-- label: grey
-- why: no rows, but perhaps code
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE gift_cards DROP COLUMN issued_at;

-- id: my-0058
-- label: dangerous
-- why: metadata only, but running code breaks
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users RENAME COLUMN display_name TO full_name;

-- id: my-0059
-- label: dangerous
-- why: old spelling of a rename, metadata only, but running code breaks
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` CHANGE `display_name` `full_name` VARCHAR(100) COLLATE utf8mb4_unicode_ci DEFAULT NULL;

-- id: my-0060
-- label: dangerous
-- why: breaks running code
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders RENAME COLUMN notes TO customer_notes;

-- id: my-0061
-- label: dangerous
-- why: breaks running code, even in a small table
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE countries CHANGE dial_code calling_code VARCHAR(8);

-- id: my-0062
-- label: dangerous
-- why: breaks running code
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE inventory RENAME COLUMN reserved TO reserved_quantity;

-- id: my-0063
-- label: dangerous
-- why: renames a busy table
-- engine: mysql 8.0.35
RENAME TABLE orders TO shop_orders;

-- id: my-0064
-- label: dangerous
-- why: renames a busy table
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: EXCLUSIVE
-- rebuild: no
ALTER TABLE sessions RENAME TO user_sessions;

-- id: my-0065
-- label: dangerous
-- why: swaps two tables while code writes them
-- engine: mysql 8.4
RENAME TABLE orders TO orders_old, legacy_orders TO orders;

-- id: my-0066
-- label: dangerous
-- why: renames a small table that code reads
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: EXCLUSIVE
-- rebuild: no
ALTER TABLE `webhooks` RENAME `endpoints`;

-- id: my-0067
-- label: harmless
-- why: metadata only
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ALTER COLUMN channel SET DEFAULT 'shop';

-- id: my-0068
-- label: harmless
-- why: metadata only
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` ALTER `locale` DROP DEFAULT;

-- id: my-0069
-- label: harmless
-- why: metadata only
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ALTER COLUMN channel SET DEFAULT 'shop';

-- id: my-0070
-- label: harmless
-- why: whole definition written again, only the default is new
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY COLUMN channel VARCHAR(16) DEFAULT 'shop';

-- id: my-0071
-- label: harmless
-- why: whole definition written again, only the comment is new
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY phone VARCHAR(20) DEFAULT NULL COMMENT 'E.164';

-- id: my-0072
-- label: harmless
-- why: only the comment is new
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` MODIFY COLUMN `phone` varchar(20) DEFAULT NULL COMMENT 'E.164';

-- id: my-0073
-- label: dangerous
-- why: int to bigint copies 12 GB while writes wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY COLUMN total_cents BIGINT NOT NULL DEFAULT 0;

-- id: my-0074
-- label: dangerous
-- why: int to bigint copies 8 GB while writes wait
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` CHANGE COLUMN `legacy_id` `legacy_id` BIGINT NULL;

-- id: my-0075
-- label: dangerous
-- why: int to bigint copies 8 GB while writes wait
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` MODIFY COLUMN `legacy_id` BIGINT;

-- id: my-0076
-- label: dangerous
-- why: int to bigint copies 12 GB
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY total_cents BIGINT NOT NULL DEFAULT 0;

-- id: my-0077
-- label: dangerous
-- why: smallint to int copies 24 GB
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items MODIFY quantity INT NOT NULL DEFAULT 1;

-- id: my-0078
-- label: dangerous
-- why: signed to unsigned copies 12 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY total_cents INT UNSIGNED NOT NULL DEFAULT 0;

-- id: my-0079
-- label: dangerous
-- why: decimal precision copies 9 GB
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY COLUMN fee DECIMAL(14,4) NOT NULL DEFAULT 0;

-- id: my-0080
-- label: dangerous
-- why: decimal scale copies 4 GB
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE invoices MODIFY total DECIMAL(14,4) NOT NULL;

-- id: my-0081
-- label: dangerous
-- why: datetime to datetime(6) copies 12 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` CHANGE `placed_at` `placed_at` datetime(6) NULL;

-- id: my-0082
-- label: dangerous
-- why: datetime to timestamp copies 15 GB
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications MODIFY read_at TIMESTAMP NULL;

-- id: my-0083
-- label: dangerous
-- why: text to varchar copies 12 GB and may cut
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY notes VARCHAR(500);

-- id: my-0084
-- label: dangerous
-- why: varchar to text copies 15 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications MODIFY kind TEXT NOT NULL;

-- id: my-0085
-- label: dangerous
-- why: char to varchar copies 12 GB
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY currency VARCHAR(3) NOT NULL DEFAULT 'EUR';

-- id: my-0086
-- label: dangerous
-- why: 50 to 64 characters of four bytes cross 255 bytes: copies 12 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY coupon_code VARCHAR(64);

-- id: my-0087
-- label: dangerous
-- why: 50 to 64 characters of four bytes: copies 12 GB
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY coupon_code VARCHAR(64);

-- id: my-0088
-- label: harmless
-- why: 30 to 60 characters stay below 256 bytes: metadata only
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications MODIFY kind VARCHAR(60) NOT NULL;

-- id: my-0089
-- label: harmless
-- why: 2000 to 2800 bytes are both beyond 255: INSTANT
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE webhooks MODIFY url VARCHAR(700) NOT NULL;

-- id: my-0090
-- label: harmless
-- why: 400 to 800 bytes are both beyond 255: metadata only
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY display_name VARCHAR(200);

-- id: my-0091
-- label: harmless
-- why: 400 to 800 bytes: INSTANT
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY display_name VARCHAR(200);

-- id: my-0092
-- label: harmless
-- why: 64 to 200 bytes from below 128 bytes: INSTANT
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY channel VARCHAR(200) DEFAULT 'web';

-- id: my-0093
-- label: dangerous
-- why: 64 to 320 bytes cross 255: copies 12 GB
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY channel VARCHAR(80) DEFAULT 'web';

-- id: my-0094
-- label: harmless
-- why: latin1: 32 to 200 bytes, metadata only
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views MODIFY visitor VARCHAR(200);

-- id: my-0095
-- label: harmless
-- why: latin1: 32 to 300 bytes from below 128: INSTANT
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views MODIFY visitor VARCHAR(300);

-- id: my-0096
-- label: dangerous
-- why: latin1: 32 to 300 bytes cross 255: copies 110 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views MODIFY visitor VARCHAR(300);

-- id: my-0097
-- label: dangerous
-- why: shorter: copies 8 GB and fails if a value is too long
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY display_name VARCHAR(60);

-- id: my-0098
-- label: dangerous
-- why: shorter: copies 8 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` MODIFY COLUMN `display_name` varchar(60) DEFAULT NULL;

-- id: my-0099
-- label: harmless
-- why: copied, but small
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE categories MODIFY position BIGINT;

-- id: my-0100
-- label: harmless
-- why: copied, but small
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans MODIFY monthly_price DECIMAL(10,4) NOT NULL;

-- id: my-0101
-- label: harmless
-- why: copied, but empty
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE gift_cards MODIFY code VARCHAR(20) NOT NULL, MODIFY balance BIGINT;

-- id: my-0102
-- label: dangerous
-- why: null to not null rebuilds 12 GB
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY placed_at DATETIME NOT NULL;

-- id: my-0103
-- label: dangerous
-- why: null to not null rebuilds 24 GB
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- rebuild: yes
ALTER TABLE `order_items` MODIFY COLUMN `tax_rate` DECIMAL(4,2) NOT NULL;

-- id: my-0104
-- label: dangerous
-- why: null to not null rebuilds 8 GB
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users MODIFY newsletter TINYINT(1) NOT NULL DEFAULT 0;

-- id: my-0105
-- label: dangerous
-- why: not null to null rebuilds 5 GB
-- engine: mysql 9.1
-- algorithm: INPLACE
-- rebuild: yes
ALTER TABLE addresses MODIFY city VARCHAR(60) NULL;

-- id: my-0106
-- label: dangerous
-- why: not null to null rebuilds 5 GB
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE addresses MODIFY city VARCHAR(60) NULL;

-- id: my-0107
-- label: harmless
-- why: small
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE categories MODIFY position INT NOT NULL;

-- id: my-0108
-- label: dangerous
-- why: moves a column: rebuilds 12 GB
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY COLUMN notes TEXT AFTER user_id;

-- id: my-0109
-- label: dangerous
-- why: moves a column: rebuilds 12 GB
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY COLUMN notes TEXT AFTER user_id;

-- id: my-0110
-- label: harmless
-- why: moves a column: INSTANT in MariaDB
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY COLUMN notes TEXT AFTER user_id;

-- id: my-0111
-- label: harmless
-- why: moves a column: INSTANT in MariaDB
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders CHANGE notes notes TEXT FIRST;

-- id: my-0112
-- label: harmless
-- why: new value at the end: INSTANT
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY COLUMN status ENUM('invited','active','suspended','banned') NOT NULL DEFAULT 'invited';

-- id: my-0113
-- label: harmless
-- why: new value at the end: INSTANT
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` MODIFY COLUMN `status` enum('invited','active','suspended','banned') NOT NULL DEFAULT 'invited';

-- id: my-0114
-- label: dangerous
-- why: new value in the middle renumbers: copies 8 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY COLUMN status ENUM('invited','active','banned','suspended') NOT NULL DEFAULT 'invited';

-- id: my-0115
-- label: dangerous
-- why: new value in the middle renumbers: copies 12 GB
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY status ENUM('draft','placed','packed','paid','shipped','cancelled') NOT NULL DEFAULT 'draft';

-- id: my-0116
-- label: dangerous
-- why: value removed: copies 9 GB, and rows that have it fail or are emptied
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY method ENUM('card','sepa') NOT NULL;

-- id: my-0117
-- label: dangerous
-- why: values sorted anew: copies 12 GB
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY COLUMN `status` enum('cancelled','draft','paid','placed','shipped') NOT NULL DEFAULT 'draft';

-- id: my-0118
-- label: harmless
-- why: new member at the end of a set
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY interests SET('music','sports','travel','food') DEFAULT NULL;

-- id: my-0119
-- label: dangerous
-- why: enum to varchar copies 9 GB
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY method VARCHAR(20) NOT NULL;

-- id: my-0120
-- label: dangerous
-- why: other collation of all texts: rebuilds 12 GB while writes wait
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- id: my-0121
-- label: harmless
-- why: utf8mb3 to utf8mb4 without an index on the texts: metadata only
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: my-0122
-- label: harmless
-- why: utf8mb3 to utf8mb4 without an index on the texts: INSTANT in MariaDB
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;

-- id: my-0123
-- label: dangerous
-- why: latin1 to utf8mb4: 110 GB
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `page_views` CONVERT TO CHARACTER SET utf8mb4;

-- id: my-0124
-- label: dangerous
-- why: latin1 to utf8mb4: 110 GB
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE `page_views` CONVERT TO CHARACTER SET utf8mb4;

-- id: my-0125
-- label: dangerous
-- why: character set of a column: copies 110 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views MODIFY path VARCHAR(255) CHARACTER SET utf8mb4;

-- id: my-0126
-- label: harmless
-- why: only what new columns get
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: my-0127
-- label: harmless
-- why: only what new columns get
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views DEFAULT CHARACTER SET = utf8mb4;

-- id: my-0128
-- label: harmless
-- why: small
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- id: my-0129
-- label: fails
-- why: a foreign key pins the type, and AUTO_INCREMENT would be lost
-- engine: mysql 8.4
ALTER TABLE orders MODIFY id INT UNSIGNED NOT NULL;

-- id: my-0130
-- label: fails
-- why: a foreign key pins the type of its column
-- engine: mysql 8.0.35
ALTER TABLE orders MODIFY id INT UNSIGNED NOT NULL AUTO_INCREMENT;

-- id: my-0131
-- label: grey
-- why: online, but twenty minutes of IO and replica lag on 50 million rows
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_orders_channel ON orders (channel);

-- id: my-0132
-- label: grey
-- why: online, LOCK=NONE said
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ADD INDEX `idx_orders_account` (`account_id`), ALGORITHM=INPLACE, LOCK=NONE;

-- id: my-0133
-- label: grey
-- why: online, but long
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ADD KEY idx_order_items_product (product_id);

-- id: my-0134
-- label: grey
-- why: two indexes in one pass
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD INDEX idx_users_phone (phone), ADD INDEX idx_users_status_created (status, created_at);

-- id: my-0135
-- label: grey
-- why: online unique index, which fails on duplicates
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE UNIQUE INDEX uk_accounts_external_ref ON accounts (external_ref);

-- id: my-0136
-- label: harmless
-- why: 180 MB, online
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_products_name ON products (name(20));

-- id: my-0137
-- label: harmless
-- why: 250 MB, online
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets ADD INDEX idx_tickets_user (user_id);

-- id: my-0138
-- label: harmless
-- why: small
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE webhooks ADD INDEX idx_webhooks_account (account_id);

-- id: my-0139
-- label: harmless
-- why: small
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE UNIQUE INDEX uk_plans_name ON plans (name);

-- id: my-0140
-- label: harmless
-- why: empty
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE gift_cards ADD UNIQUE KEY uk_gift_cards_code (code);

-- id: my-0141
-- label: harmless
-- why: 250 MB, online, descending
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_tickets_closed ON support_tickets (closed_at DESC, priority);

-- id: my-0142
-- label: dangerous
-- why: functional index: writes wait while 20 million rows are indexed
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE users ADD INDEX idx_users_email_lower ((LOWER(email)));

-- id: my-0143
-- label: fails
-- why: MariaDB has no functional indexes
-- engine: mariadb 11.4
ALTER TABLE users ADD INDEX idx_users_email_lower ((LOWER(email)));

-- id: my-0144
-- label: dangerous
-- why: first full text index: 12 GB are rebuilt while writes wait
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD FULLTEXT INDEX ft_orders_notes (notes);

-- id: my-0145
-- label: dangerous
-- why: first full text index: 8 GB are rebuilt while writes wait
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
CREATE FULLTEXT INDEX ft_users_bio ON users (bio);

-- id: my-0146
-- label: dangerous
-- why: another full text index: writes to 6 GB wait
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE articles ADD FULLTEXT KEY ft_title (title);

-- id: my-0147
-- label: dangerous
-- why: another full text index: writes wait
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE articles ADD FULLTEXT KEY ft_title (title);

-- id: my-0148
-- label: dangerous
-- why: spatial index: writes to 25 million addresses wait
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE addresses ADD SPATIAL INDEX sp_addresses_location (location);

-- id: my-0149
-- label: dangerous
-- why: spatial index: writes wait
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE SPATIAL INDEX sp_addresses_location ON addresses (location);

-- id: my-0150
-- label: dangerous
-- why: first full text index of a busy table
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
CREATE FULLTEXT INDEX ft_notifications ON notifications (body) COMMENT 'search';

-- id: my-0151
-- label: grey
-- why: metadata only, but queries may need it
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
DROP INDEX idx_orders_placed_at ON orders;

-- id: my-0152
-- label: harmless
-- why: idx_orders_user_created covers it
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP INDEX idx_orders_user;

-- id: my-0153
-- label: harmless
-- why: idx_orders_user_created covers it
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` DROP KEY `idx_orders_user`;

-- id: my-0154
-- label: harmless
-- why: IF EXISTS, and it does not
-- engine: mariadb 11.4
-- rebuild: no
DROP INDEX IF EXISTS idx_orders_old ON orders;

-- id: my-0155
-- label: fails
-- why: MySQL has no IF EXISTS here
-- engine: mysql 8.4
DROP INDEX IF EXISTS idx_orders_old ON orders;

-- id: my-0156
-- label: dangerous
-- why: uniqueness of e-mail addresses and the index of every login
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users DROP INDEX uk_users_email;

-- id: my-0157
-- label: fails
-- why: a foreign key needs it
-- engine: mysql 8.4
ALTER TABLE order_items DROP INDEX idx_order_items_order;

-- id: my-0158
-- label: fails
-- why: no such index
-- engine: mariadb 10.6
ALTER TABLE orders DROP INDEX idx_no_such;

-- id: my-0159
-- label: harmless
-- why: metadata only
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders RENAME INDEX idx_orders_placed_at TO ix_placed_at;

-- id: my-0160
-- label: harmless
-- why: metadata only
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders RENAME INDEX idx_orders_placed_at TO ix_placed_at;

-- id: my-0161
-- label: grey
-- why: invisible first, as a trial of dropping it
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ALTER INDEX idx_orders_placed_at INVISIBLE;

-- id: my-0162
-- label: grey
-- why: ignored first, as a trial of dropping it
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ALTER INDEX idx_orders_placed_at IGNORED;

-- id: my-0163
-- label: harmless
-- why: visible as it was
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users ALTER INDEX idx_users_username VISIBLE;

-- id: my-0164
-- label: fails
-- why: MySQL's word
-- engine: mariadb 10.11
ALTER TABLE orders ALTER INDEX idx_orders_placed_at INVISIBLE;

-- id: my-0165
-- label: harmless
-- why: 180 MB: drops one index and adds another
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE products DROP INDEX idx_products_category, ADD INDEX idx_products_category_name (category_id, name);

-- id: my-0166
-- label: dangerous
-- why: new primary key: rebuilds 110 GB
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE page_views ADD PRIMARY KEY (id);

-- id: my-0167
-- label: dangerous
-- why: new primary key: rebuilds 110 GB
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE page_views ADD PRIMARY KEY (id);

-- id: my-0168
-- label: dangerous
-- why: other primary key: rebuilds 3 GB of the busiest table
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE sessions DROP PRIMARY KEY, ADD PRIMARY KEY (user_id, token);

-- id: my-0169
-- label: dangerous
-- why: without a primary key: copies 3 GB while writes wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions DROP PRIMARY KEY;

-- id: my-0170
-- label: dangerous
-- why: without a primary key: copies 3 GB while writes wait
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `sessions` DROP PRIMARY KEY;

-- id: my-0171
-- label: fails
-- why: the AUTO_INCREMENT column needs a key
-- engine: mysql 8.0.20
ALTER TABLE orders DROP PRIMARY KEY;

-- id: my-0172
-- label: fails
-- why: two primary keys
-- engine: mariadb 11.4
ALTER TABLE orders ADD PRIMARY KEY (user_id, id);

-- id: my-0173
-- label: dangerous
-- why: foreign key with checks: copies 15 GB while writes wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications ADD CONSTRAINT fk_notifications_user FOREIGN KEY (user_id) REFERENCES users (id);

-- id: my-0174
-- label: dangerous
-- why: foreign key with checks: copies 12 GB while writes wait
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` ADD CONSTRAINT `fk_rails_f868b47f6a` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);

-- id: my-0175
-- label: dangerous
-- why: foreign key with checks: copies 1.5 GB while writes wait
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts ADD FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE;

-- id: my-0176
-- label: dangerous
-- why: foreign key with checks: copies 4 GB
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE invoices ADD CONSTRAINT fk_invoices_account FOREIGN KEY (account_id) REFERENCES accounts (id);

-- id: my-0177
-- label: dangerous
-- why: Django adds a column and its foreign key: copies 12 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` ADD COLUMN `approver_id` bigint unsigned NULL , ADD CONSTRAINT `orders_approver_id_fk_users_id` FOREIGN KEY (`approver_id`) REFERENCES `users`(`id`);

-- id: my-0178
-- label: harmless
-- why: small to small
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE gift_cards ADD COLUMN plan_id INT, ADD CONSTRAINT fk_gift_cards_plan FOREIGN KEY (plan_id) REFERENCES plans (id);

-- id: my-0179
-- label: fails
-- why: types differ
-- engine: mysql 8.4
ALTER TABLE webhooks ADD CONSTRAINT fk_webhooks_plan FOREIGN KEY (url) REFERENCES plans (id);

-- id: my-0180
-- label: fails
-- why: no index on the referenced column
-- engine: mariadb 10.6
ALTER TABLE orders ADD CONSTRAINT fk_orders_code FOREIGN KEY (coupon_code) REFERENCES users (phone);

-- id: my-0181
-- label: grey
-- why: metadata only, but the rule is gone
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items DROP FOREIGN KEY fk_order_items_order;

-- id: my-0182
-- label: grey
-- why: metadata only, but the rule is gone
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users DROP FOREIGN KEY fk_users_country;

-- id: my-0183
-- label: fails
-- why: no such foreign key
-- engine: mysql 8.0.20
ALTER TABLE orders DROP FOREIGN KEY fk_orders_user;

-- id: my-0184
-- label: dangerous
-- why: check: copies 12 GB while writes wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD CONSTRAINT chk_orders_total CHECK (total_cents >= 0);

-- id: my-0185
-- label: dangerous
-- why: check: copies 12 GB while writes wait
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD CONSTRAINT chk_orders_total CHECK (total_cents >= 0);

-- id: my-0186
-- label: harmless
-- why: check that is not enforced
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD CONSTRAINT chk_orders_discount CHECK (discount < 1000) NOT ENFORCED;

-- id: my-0187
-- label: harmless
-- why: check of a small table
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans ADD CONSTRAINT chk_plans_price CHECK (monthly_price >= 0);

-- id: my-0188
-- label: harmless
-- why: check of a small table
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE plans ADD CHECK (monthly_price >= 0);

-- id: my-0189
-- label: grey
-- why: the rule is gone
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts DROP CHECK chk_accounts_credit;

-- id: my-0190
-- label: grey
-- why: the rule is gone
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts DROP CONSTRAINT chk_accounts_credit;

-- id: my-0191
-- label: dangerous
-- why: null rebuild of 15 GB
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications ENGINE=InnoDB;

-- id: my-0192
-- label: dangerous
-- why: null rebuild of 12 GB
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders ENGINE = InnoDB;

-- id: my-0193
-- label: dangerous
-- why: rebuilds 24 GB
-- engine: mysql 8.4
-- algorithm: INPLACE
-- rebuild: yes
ALTER TABLE order_items FORCE;

-- id: my-0194
-- label: dangerous
-- why: rebuilds 3 GB
-- engine: mysql 8.0.20
OPTIMIZE TABLE sessions;

-- id: my-0195
-- label: dangerous
-- why: rebuilds 15 GB
-- engine: mariadb 11.4
OPTIMIZE LOCAL TABLE notifications;

-- id: my-0196
-- label: dangerous
-- why: copies 3 GB into an engine without transactions
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions ENGINE=MyISAM;

-- id: my-0197
-- label: dangerous
-- why: copies 15 GB into an engine without crash recovery
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications ENGINE=MyISAM;

-- id: my-0198
-- label: dangerous
-- why: rebuilds 12 GB
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;

-- id: my-0199
-- label: dangerous
-- why: rebuilds 45 GB
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE audit_log ROW_FORMAT=DYNAMIC KEY_BLOCK_SIZE=0;

-- id: my-0200
-- label: harmless
-- why: 800 rows
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE schema_migrations ENGINE=InnoDB;

-- id: my-0201
-- label: harmless
-- why: 60 rows
-- engine: mariadb 11.4
OPTIMIZE TABLE settings;

-- id: my-0202
-- label: harmless
-- why: 60 rows
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE settings ROW_FORMAT=DYNAMIC;

-- id: my-0203
-- label: harmless
-- why: metadata only
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders AUTO_INCREMENT = 100000000;

-- id: my-0204
-- label: harmless
-- why: metadata only
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders AUTO_INCREMENT = 100000000;

-- id: my-0205
-- label: harmless
-- why: metadata only
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders COMMENT = 'everything that was ever bought';

-- id: my-0206
-- label: harmless
-- why: metadata only
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders COMMENT 'everything that was ever bought';

-- id: my-0207
-- label: harmless
-- why: statistics only
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders STATS_PERSISTENT=1, STATS_SAMPLE_PAGES=100;

-- id: my-0208
-- label: harmless
-- why: statistics only
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users STATS_AUTO_RECALC=0;

-- id: my-0209
-- label: harmless
-- why: statistics
-- engine: mysql 8.0.35
ANALYZE TABLE orders;

-- id: my-0210
-- label: harmless
-- why: statistics
-- engine: mariadb 11.8
ANALYZE TABLE orders PERSISTENT FOR ALL;

-- id: my-0211
-- label: harmless
-- why: histogram
-- engine: mysql 8.4
ANALYZE TABLE orders UPDATE HISTOGRAM ON channel WITH 64 BUCKETS;

-- id: my-0212
-- label: dangerous
-- why: adds versions of rows: copies 1.5 GB while writes wait
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts ADD SYSTEM VERSIONING;

-- id: my-0213
-- label: fails
-- why: MariaDB only
-- engine: mysql 8.0.35
ALTER TABLE accounts ADD SYSTEM VERSIONING;

-- id: my-0214
-- label: dangerous
-- why: copies 110 GB into partitions
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views PARTITION BY RANGE COLUMNS (viewed_at) (PARTITION p0 VALUES LESS THAN ('2026-01-01'), PARTITION pmax VALUES LESS THAN (MAXVALUE));

-- id: my-0215
-- label: dangerous
-- why: copies 110 GB into partitions
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views PARTITION BY HASH (id) PARTITIONS 16;

-- id: my-0216
-- label: dangerous
-- why: copies 30 GB out of partitions
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE clicks REMOVE PARTITIONING;

-- id: my-0217
-- label: dangerous
-- why: copies 56 GB out of partitions
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE events REMOVE PARTITIONING;

-- id: my-0218
-- label: harmless
-- why: a new last partition, nothing is copied
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD PARTITION (PARTITION p202612 VALUES LESS THAN (TO_DAYS('2027-01-01')));

-- id: my-0219
-- label: harmless
-- why: a new last partition, nothing is copied
-- engine: mariadb 10.11
-- rebuild: no
ALTER TABLE `events` ADD PARTITION (PARTITION p202612 VALUES LESS THAN (TO_DAYS('2027-01-01')) ENGINE = InnoDB);

-- id: my-0220
-- label: harmless
-- why: two new partitions
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD PARTITION (PARTITION p202612 VALUES LESS THAN (TO_DAYS('2027-01-01')), PARTITION p202701 VALUES LESS THAN (TO_DAYS('2027-02-01')));

-- id: my-0221
-- label: dangerous
-- why: hash partitions: rows move, 30 GB are copied while writes wait
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE clicks ADD PARTITION PARTITIONS 4;

-- id: my-0222
-- label: dangerous
-- why: hash partitions: 30 GB are copied
-- engine: mariadb 11.8
-- rebuild: yes
ALTER TABLE clicks COALESCE PARTITION 2;

-- id: my-0223
-- label: dangerous
-- why: a month of events is gone
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE events DROP PARTITION p202609;

-- id: my-0224
-- label: dangerous
-- why: a month of events is gone
-- engine: mariadb 10.6
-- rebuild: no
ALTER TABLE events DROP PARTITION p202609;

-- id: my-0225
-- label: dangerous
-- why: a month of events is gone
-- engine: mysql 9.1
ALTER TABLE events TRUNCATE PARTITION p202609;

-- id: my-0226
-- label: dangerous
-- why: copies two months while writes wait
-- engine: mariadb 11.4
-- rebuild: yes
ALTER TABLE events REORGANIZE PARTITION p202609, p202610 INTO (PARTITION p2026q4 VALUES LESS THAN (TO_DAYS('2026-11-01')));

-- id: my-0227
-- label: dangerous
-- why: splits a month of 19 GB while writes wait
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE events REORGANIZE PARTITION p202611 INTO (PARTITION p20261115 VALUES LESS THAN (TO_DAYS('2026-11-15')), PARTITION p202611 VALUES LESS THAN (TO_DAYS('2026-12-01')));

-- id: my-0228
-- label: dangerous
-- why: rebuilds the whole table, whatever the partition
-- engine: mysql 8.0.35
-- rebuild: yes
ALTER TABLE events OPTIMIZE PARTITION p202609;

-- id: my-0229
-- label: dangerous
-- why: rebuilds 19 GB
-- engine: mariadb 10.11
-- rebuild: yes
ALTER TABLE events REBUILD PARTITION p202611;

-- id: my-0230
-- label: harmless
-- why: statistics of one partition
-- engine: mysql 8.4
-- rebuild: no
ALTER TABLE events ANALYZE PARTITION p202611;

-- id: my-0231
-- label: fails
-- why: not above the last one
-- engine: mysql 8.0.35
ALTER TABLE events ADD PARTITION (PARTITION p202608 VALUES LESS THAN (TO_DAYS('2026-09-01')));

-- id: my-0232
-- label: fails
-- why: no such partition
-- engine: mariadb 11.8
ALTER TABLE events DROP PARTITION p201901;

-- id: my-0233
-- label: fails
-- why: not a partitioned table
-- engine: mysql 8.0.20
ALTER TABLE orders DROP PARTITION p0;

-- id: my-0234
-- label: fails
-- why: a unique key must contain the partition column
-- engine: mysql 8.4
ALTER TABLE events ADD UNIQUE KEY uk_events_user (user_id, name);

-- id: my-0235
-- label: dangerous
-- why: one INSTANT and one copying action: copies 12 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD COLUMN picked_at DATETIME, MODIFY coupon_code VARCHAR(100);

-- id: my-0236
-- label: dangerous
-- why: one INSTANT and one rebuilding action: rebuilds 8 GB
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users ADD COLUMN nickname VARCHAR(50), MODIFY newsletter TINYINT(1) NOT NULL DEFAULT 0, ADD INDEX idx_nick (nickname);

-- id: my-0237
-- label: grey
-- why: one INSTANT action and an index: nothing is rebuilt, but it is no longer INSTANT
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD INDEX idx_accounts_name (name), ALTER COLUMN currency SET DEFAULT 'USD';

-- id: my-0238
-- label: dangerous
-- why: one INSTANT and one copying action: copies 8 GB
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users ADD COLUMN nickname VARCHAR(50), MODIFY legacy_id BIGINT;

-- id: my-0239
-- label: harmless
-- why: three INSTANT actions
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN nickname VARCHAR(50), ALTER COLUMN locale SET DEFAULT 'de', MODIFY phone VARCHAR(30);

-- id: my-0240
-- label: fails
-- why: INPLACE is not possible for a change of type
-- engine: mysql 8.0.35
ALTER TABLE orders MODIFY total_cents BIGINT NOT NULL DEFAULT 0, ALGORITHM=INPLACE, LOCK=NONE;

-- id: my-0241
-- label: fails
-- why: INPLACE is not possible for a change of type
-- engine: mariadb 10.6
ALTER TABLE orders MODIFY total_cents BIGINT NOT NULL DEFAULT 0, ALGORITHM=INPLACE;

-- id: my-0242
-- label: fails
-- why: a full text index cannot be built with LOCK=NONE
-- engine: mysql 8.4
ALTER TABLE articles ADD FULLTEXT KEY ft_body (body), LOCK=NONE;

-- id: my-0243
-- label: dangerous
-- why: COPY by wish: 12 GB while writes wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD INDEX idx_orders_currency (currency), ALGORITHM=COPY, LOCK=SHARED;

-- id: my-0244
-- label: dangerous
-- why: writes wait by wish
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: EXCLUSIVE
-- rebuild: no
ALTER TABLE order_items ADD INDEX idx_order_items_product (product_id), LOCK=EXCLUSIVE;

-- id: my-0245
-- label: harmless
-- why: refuses to copy, and need not
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets ADD INDEX idx_tickets_subject (subject), ALGORITHM=NOCOPY, LOCK=NONE;

-- id: my-0246
-- label: fails
-- why: MariaDB's word
-- engine: mysql 8.4
ALTER TABLE orders ADD INDEX idx_orders_discount (discount), ALGORITHM=NOCOPY;

-- id: my-0247
-- label: harmless
-- why: small table, old definition style
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `categories` ADD COLUMN `slug` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT '' AFTER `name`, ADD KEY `idx_slug` (`slug`);

-- id: my-0248
-- label: harmless
-- why: small table
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE feature_flags ADD COLUMN rollout TINYINT UNSIGNED NOT NULL DEFAULT 100 AFTER enabled;

-- id: my-0249
-- label: dangerous
-- why: the table has no tablespace any more: every query fails
-- engine: mysql 8.0.35
ALTER TABLE payments DISCARD TABLESPACE;

-- id: my-0250
-- label: dangerous
-- why: the tablespace is gone: every query fails
-- engine: mariadb 10.6
ALTER TABLE notifications DISCARD TABLESPACE;

-- id: my-0251
-- label: harmless
-- why: new table
-- engine: mysql 8.0.35
CREATE TABLE wishlists (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, user_id BIGINT UNSIGNED NOT NULL, name VARCHAR(80) NOT NULL, KEY idx_user (user_id)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- id: my-0252
-- label: harmless
-- why: new table
-- engine: mariadb 10.6
CREATE TABLE IF NOT EXISTS `refunds` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `payment_id` bigint(20) unsigned NOT NULL,
  `amount` decimal(12,2) NOT NULL,
  `created_at` datetime NOT NULL DEFAULT current_timestamp(),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- id: my-0253
-- label: harmless
-- why: new table that refers to a big one
-- engine: mysql 8.4
CREATE TABLE loyalty_points (user_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, points INT NOT NULL DEFAULT 0, CONSTRAINT fk_loyalty_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE);

-- id: my-0254
-- label: harmless
-- why: Rails
-- engine: mariadb 11.4
CREATE TABLE `reviews` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `rating` int NOT NULL, `body` text, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL) ENGINE=InnoDB;

-- id: my-0255
-- label: harmless
-- why: structure only
-- engine: mysql 8.0.20
CREATE TABLE orders_new LIKE orders;

-- id: my-0256
-- label: harmless
-- why: sequence
-- engine: mariadb 11.8
CREATE SEQUENCE invoice_numbers START WITH 1000 INCREMENT BY 1 CACHE 100;

-- id: my-0257
-- label: harmless
-- why: temporary
-- engine: mysql 8.0.35
CREATE TEMPORARY TABLE tmp_ids (id BIGINT PRIMARY KEY) ENGINE=InnoDB;

-- id: my-0258
-- label: harmless
-- why: is there already
-- engine: mysql 8.4
CREATE TABLE IF NOT EXISTS orders (id BIGINT PRIMARY KEY);

-- id: my-0259
-- label: dangerous
-- why: drops what is there and makes it anew
-- engine: mariadb 10.11
CREATE OR REPLACE TABLE sessions (token VARCHAR(64) NOT NULL PRIMARY KEY, user_id BIGINT UNSIGNED NOT NULL);

-- id: my-0260
-- label: grey
-- why: reads 50 million rows and may hold writers up
-- engine: mysql 8.0.35
CREATE TABLE orders_backup AS SELECT * FROM orders;

-- id: my-0261
-- label: fails
-- why: is there already
-- engine: mysql 8.0.20
CREATE TABLE orders (id BIGINT PRIMARY KEY);

-- id: my-0262
-- label: dangerous
-- why: 60 million notifications are gone
-- engine: mysql 8.0.35
DROP TABLE notifications;

-- id: my-0263
-- label: dangerous
-- why: sessions are gone
-- engine: mariadb 10.6
DROP TABLE IF EXISTS `sessions`;

-- id: my-0264
-- label: dangerous
-- why: two tables are gone
-- engine: mysql 8.4
DROP TABLE page_views, legacy_orders;

-- id: my-0265
-- label: dangerous
-- why: a small table, but its data and its readers
-- engine: mariadb 11.4
DROP TABLE feature_flags;

-- id: my-0266
-- label: grey
-- why: empty, but perhaps in use
-- engine: mysql 8.0.35
DROP TABLE gift_cards;

-- id: my-0267
-- label: harmless
-- why: not there
-- engine: mysql 8.0.20
DROP TABLE IF EXISTS tmp_import_2024;

-- id: my-0268
-- label: harmless
-- why: not there
-- engine: mariadb 11.8
DROP TABLE IF EXISTS `_orders_gho`, `_orders_ghc`;

-- id: my-0269
-- label: fails
-- why: others refer to it
-- engine: mysql 8.4
DROP TABLE users;

-- id: my-0270
-- label: fails
-- why: not there
-- engine: mariadb 10.11
DROP TABLE shop_orders;

-- id: my-0271
-- label: dangerous
-- why: everything is gone
-- engine: mysql 8.0.35
TRUNCATE TABLE sessions;

-- id: my-0272
-- label: dangerous
-- why: everything is gone
-- engine: mariadb 10.6
TRUNCATE notifications;

-- id: my-0273
-- label: dangerous
-- why: small, but everything is gone
-- engine: mysql 8.4
TRUNCATE TABLE feature_flags;

-- id: my-0274
-- label: harmless
-- why: it is empty
-- engine: mysql 8.0.35
TRUNCATE TABLE gift_cards;

-- id: my-0275
-- label: fails
-- why: a foreign key refers to it
-- engine: mariadb 11.4
TRUNCATE TABLE orders;

-- id: my-0276
-- label: dangerous
-- why: the database is gone
-- engine: mysql 8.0.35
DROP DATABASE shop;

-- id: my-0277
-- label: dangerous
-- why: the database is gone
-- engine: mariadb 11.8
DROP SCHEMA IF EXISTS shop;

-- id: my-0278
-- label: harmless
-- why: new database
-- engine: mysql 8.4
CREATE DATABASE IF NOT EXISTS reporting CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: my-0279
-- label: dangerous
-- why: updates 50 million rows
-- engine: mysql 8.0.35
UPDATE orders SET channel = 'web';

-- id: my-0280
-- label: dangerous
-- why: updates every user
-- engine: mariadb 10.11
UPDATE `users` SET `locale` = 'en';

-- id: my-0281
-- label: dangerous
-- why: no index: locks what it reads
-- engine: mysql 8.4
UPDATE orders SET channel = 'web' WHERE channel IS NULL;

-- id: my-0282
-- label: dangerous
-- why: true for every row
-- engine: mysql 8.0.20
UPDATE payments SET failure_reason = NULL WHERE 1;

-- id: my-0283
-- label: dangerous
-- why: two huge tables
-- engine: mariadb 11.4
UPDATE orders o JOIN accounts a ON a.owner_id = o.user_id SET o.account_id = a.id;

-- id: my-0284
-- label: dangerous
-- why: an unordered LIMIT is another set of rows on each replica
-- engine: mysql 9.1
UPDATE notifications SET read_at = NOW() WHERE read_at IS NULL LIMIT 1000000;

-- id: my-0285
-- label: dangerous
-- why: deletes sessions without bound
-- engine: mysql 8.0.35
DELETE FROM sessions;

-- id: my-0286
-- label: dangerous
-- why: deletes most of 300 million rows
-- engine: mariadb 10.6
DELETE FROM audit_log WHERE created_at < NOW() - INTERVAL 90 DAY;

-- id: my-0287
-- label: dangerous
-- why: deletes over two tables
-- engine: mysql 8.4
DELETE i FROM order_items i JOIN orders o ON o.id = i.order_id WHERE o.status = 'cancelled';

-- id: my-0288
-- label: dangerous
-- why: deletes the events of two months
-- engine: mariadb 11.8
DELETE FROM events WHERE occurred_on < '2026-11-01';

-- id: my-0289
-- label: dangerous
-- why: deletes all rows of a small table
-- engine: mysql 8.0.20
DELETE FROM settings;

-- id: my-0290
-- label: harmless
-- why: one row
-- engine: mysql 8.0.35
UPDATE orders SET status = 'cancelled' WHERE id = 4711;

-- id: my-0291
-- label: harmless
-- why: one row
-- engine: mariadb 10.11
UPDATE `users` SET `phone` = NULL WHERE `users`.`id` = 42;

-- id: my-0292
-- label: harmless
-- why: three rows
-- engine: mysql 8.4
UPDATE payments SET failure_reason = NULL WHERE id IN (1, 2, 3);

-- id: my-0293
-- label: harmless
-- why: one row of a lookup table
-- engine: mariadb 11.4
UPDATE countries SET dial_code = '+49' WHERE code = 'DE';

-- id: my-0294
-- label: harmless
-- why: 24 rows
-- engine: mysql 8.0.20
UPDATE plans SET active = 1 WHERE active = 0;

-- id: my-0295
-- label: harmless
-- why: one row
-- engine: mysql 9.1
DELETE FROM sessions WHERE token = 't1';

-- id: my-0296
-- label: harmless
-- why: one row
-- engine: mariadb 11.8
DELETE FROM settings WHERE `key` = 'legacy.checkout' LIMIT 1;

-- id: my-0297
-- label: harmless
-- why: one row
-- engine: mysql 8.0.35
INSERT INTO settings (`key`, value) VALUES ('checkout.version', '2');

-- id: my-0298
-- label: harmless
-- why: two rows, idempotent
-- engine: mariadb 10.6
INSERT IGNORE INTO feature_flags (name, enabled) VALUES ('new-checkout', 0), ('dark-mode', 1);

-- id: my-0299
-- label: harmless
-- why: upsert of one row
-- engine: mysql 8.4
INSERT INTO countries (code, name, dial_code) VALUES ('XK', 'Kosovo', '+383') ON DUPLICATE KEY UPDATE name = VALUES(name);

-- id: my-0300
-- label: harmless
-- why: one row
-- engine: mysql 8.0.20
REPLACE INTO settings (`key`, value) VALUES ('theme', 'dark');

-- id: my-0301
-- label: harmless
-- why: Rails
-- engine: mariadb 11.4
INSERT INTO `schema_migrations` (version) VALUES ('20261121100000');

-- id: my-0302
-- label: dangerous
-- why: copies 50 million rows and locks what it reads
-- engine: mysql 8.0.35
INSERT INTO legacy_orders (customer, total, status) SELECT user_id, total_cents / 100, status FROM orders;

-- id: my-0303
-- label: dangerous
-- why: one notification for each of 20 million users
-- engine: mariadb 10.11
INSERT INTO notifications (user_id, kind, body) SELECT id, 'terms', 'Our terms have changed' FROM users;

-- id: my-0304
-- label: grey
-- why: one batch by the primary key
-- engine: mysql 8.4
UPDATE orders SET channel = 'web' WHERE id BETWEEN 1 AND 5000 AND channel IS NULL;

-- id: my-0305
-- label: grey
-- why: one batch of ten thousand
-- engine: mariadb 10.6
DELETE FROM notifications WHERE created_at < '2025-01-01' ORDER BY id LIMIT 10000;

-- id: my-0306
-- label: harmless
-- why: new view
-- engine: mysql 8.0.35
CREATE VIEW paying_accounts AS SELECT * FROM accounts WHERE plan_id IS NOT NULL;

-- id: my-0307
-- label: harmless
-- why: the view with one more column
-- engine: mariadb 11.8
CREATE OR REPLACE VIEW active_users AS SELECT id, email, username, created_at FROM users WHERE deleted_at IS NULL;

-- id: my-0308
-- label: dangerous
-- why: code reads the view
-- engine: mysql 8.4
DROP VIEW active_users;

-- id: my-0309
-- label: harmless
-- why: not there
-- engine: mariadb 11.4
DROP VIEW IF EXISTS legacy_view;

-- id: my-0310
-- label: grey
-- why: every insert into orders runs more code
-- engine: mysql 8.0.35
CREATE TRIGGER trg_orders_ai AFTER INSERT ON orders FOR EACH ROW INSERT INTO audit_log (actor_id, action, entity) VALUES (NEW.user_id, 'insert', 'orders');

-- id: my-0311
-- label: harmless
-- why: small table, rarely written
-- engine: mysql 8.4
CREATE TRIGGER trg_flags_bu BEFORE UPDATE ON feature_flags FOR EACH ROW SET NEW.updated_at = NOW();

-- id: my-0312
-- label: dangerous
-- why: the channel is no longer normalised
-- engine: mariadb 10.11
DROP TRIGGER trg_orders_bu;

-- id: my-0313
-- label: harmless
-- why: not there
-- engine: mysql 8.0.20
DROP TRIGGER IF EXISTS trg_users_bu;

-- id: my-0314
-- label: harmless
-- why: new procedure, not run
-- engine: mysql 8.0.35
CREATE PROCEDURE archive_orders() BEGIN DELETE FROM legacy_orders WHERE id < 100; END;

-- id: my-0315
-- label: dangerous
-- why: opaque code that deletes without bound
-- engine: mariadb 10.6
CALL purge_sessions();

-- id: my-0316
-- label: dangerous
-- why: opaque code that deletes without bound
-- engine: mysql 8.4
CALL shop.purge_sessions();

-- id: my-0317
-- label: dangerous
-- why: jobs call it by its name
-- engine: mariadb 11.8
DROP PROCEDURE purge_sessions;

-- id: my-0318
-- label: harmless
-- why: not there
-- engine: mariadb 11.4
DROP PROCEDURE IF EXISTS legacy_purge;

-- id: my-0319
-- label: grey
-- why: deletes by itself every hour from now on
-- engine: mysql 8.0.35
CREATE EVENT ev_purge ON SCHEDULE EVERY 1 HOUR DO DELETE FROM sessions WHERE expires_at < NOW();

-- id: my-0320
-- label: harmless
-- why: new function
-- engine: mysql 8.4
CREATE FUNCTION cents(amount DECIMAL(12,2)) RETURNS BIGINT DETERMINISTIC NO SQL RETURN amount * 100;

-- id: my-0321
-- label: harmless
-- why: rights given
-- engine: mysql 8.0.35
GRANT SELECT ON shop.* TO 'reader'@'%';

-- id: my-0322
-- label: grey
-- why: a new way in
-- engine: mariadb 10.11
CREATE USER 'analyst'@'%' IDENTIFIED BY 'changeme';

-- id: my-0323
-- label: dangerous
-- why: the application can no longer write
-- engine: mysql 8.4
REVOKE INSERT, UPDATE, DELETE ON shop.* FROM 'shop_app'@'%';

-- id: my-0324
-- label: harmless
-- why: this session only
-- engine: mysql 8.0.35
SET SESSION lock_wait_timeout = 5;

-- id: my-0325
-- label: harmless
-- why: this session only
-- engine: mariadb 11.4
SET lock_wait_timeout = 5;

-- id: my-0326
-- label: grey
-- why: the whole server
-- engine: mysql 8.4
SET GLOBAL max_connections = 500;

-- id: my-0327
-- label: grey
-- why: the whole server
-- engine: mariadb 10.6
SET GLOBAL innodb_buffer_pool_size = 134217728;

-- id: my-0328
-- label: dangerous
-- why: no reader and no writer gets through until it is released
-- engine: mysql 8.0.35
LOCK TABLES orders WRITE;

-- id: my-0329
-- label: dangerous
-- why: no writer gets through until it is released
-- engine: mariadb 11.8
FLUSH TABLES WITH READ LOCK;

-- id: my-0330
-- label: dangerous
-- why: dynamic statement: nobody can tell what it does
-- engine: mysql 8.4
PREPARE s FROM 'DELETE FROM jobs';

-- id: my-0331
-- label: fails
-- why: no such statement
-- engine: mysql 8.0.35
EXECUTE backfill;

-- id: my-0332
-- label: harmless
-- why: constant
-- engine: mysql 8.4
SELECT 1;

-- id: my-0333
-- label: harmless
-- why: bounded
-- engine: mariadb 10.11
SELECT id, email FROM users WHERE id = 1;

-- id: my-0334
-- label: grey
-- why: locks all rows of the inventory
-- engine: mysql 8.0.35
SELECT * FROM inventory FOR UPDATE;

-- id: my-0335
-- label: fails
-- why: PostgreSQL's spelling
-- engine: mysql 8.0.35
CREATE INDEX CONCURRENTLY idx_orders_discount ON orders (discount);

-- id: my-0336
-- label: fails
-- why: PostgreSQL's spelling
-- engine: mariadb 11.4
ALTER TABLE orders ALTER COLUMN total_cents TYPE BIGINT;

-- id: my-0337
-- label: fails
-- why: syntax error
-- engine: mysql 8.4
ALTER TABLE orders ADD COLUMN a INT ADD COLUMN b INT;

-- id: my-0338
-- label: fails
-- why: JSONB is PostgreSQL's
-- engine: mariadb 10.6
ALTER TABLE orders ADD COLUMN metadata JSONB;

-- id: my-0339
-- label: harmless
-- why: nullable JSON
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN metadata JSON;

-- id: my-0340
-- label: harmless
-- why: JSON is a checked text in MariaDB, and still INSTANT
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN metadata JSON;

-- id: my-0341
-- label: grey
-- why: 250 MB copied in some seconds, few writes
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE support_tickets MODIFY subject VARCHAR(100) NOT NULL;

-- id: my-0342
-- label: grey
-- why: 180 MB rebuilt online
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE products MODIFY weight_grams INT NOT NULL;

-- id: my-0343
-- label: dangerous
-- why: 300 MB copied while 2500 writes a second wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE jobs MODIFY attempts INT NOT NULL DEFAULT 0;

-- id: my-0344
-- label: dangerous
-- why: 300 MB copied, and 2500 writes a second have to be caught up with
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE jobs MODIFY attempts INT NOT NULL DEFAULT 0;

-- id: my-0345
-- label: harmless
-- why: INSTANT on the queue
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE jobs ADD COLUMN trace_id VARCHAR(32);

-- id: my-0346
-- label: dangerous
-- why: 300 MB are rebuilt while 2500 writes a second have to be caught up with
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE jobs ADD COLUMN trace_id VARCHAR(32) AFTER queue;

-- id: my-0347
-- label: harmless
-- why: INSTANT on the queue
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE jobs ADD COLUMN trace_id VARCHAR(32) AFTER queue;

-- id: my-0348
-- label: harmless
-- why: in the middle, INSTANT
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` ADD COLUMN `settled_at` DATETIME NULL AFTER `captured_at`;

-- id: my-0349
-- label: harmless
-- why: in the middle, INSTANT
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` ADD COLUMN `vat_number` varchar(20) DEFAULT NULL AFTER `name`;

-- id: my-0350
-- label: harmless
-- why: Flyway: last columns
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table accounts add column vat_number varchar(20) null, add column vat_checked_at datetime null;

-- id: my-0351
-- label: harmless
-- why: Laravel
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `users` add `two_factor_secret` text null after `phone`, add `two_factor_confirmed_at` timestamp null after `two_factor_secret`;

-- id: my-0352
-- label: harmless
-- why: Laravel
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `users` add `two_factor_secret` text null after `phone`, add `two_factor_confirmed_at` timestamp null after `two_factor_secret`;

-- id: my-0353
-- label: harmless
-- why: Liquibase
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE shop.orders ADD warehouse_code VARCHAR(20) NULL;

-- id: my-0354
-- label: harmless
-- why: Alembic
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN warehouse_code VARCHAR(20);

-- id: my-0355
-- label: harmless
-- why: TypeORM
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `order_items` ADD `gift` tinyint NOT NULL DEFAULT 0;

-- id: my-0356
-- label: harmless
-- why: Prisma
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `invoices` ADD COLUMN `sentAt` DATETIME(3) NULL,
    ADD COLUMN `reference` VARCHAR(191) NULL;

-- id: my-0357
-- label: harmless
-- why: Prisma
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `invoices` ADD COLUMN `sentAt` DATETIME(3) NULL,
    ADD COLUMN `reference` VARCHAR(191) NULL;

-- id: my-0358
-- label: harmless
-- why: virtual column
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN email_domain VARCHAR(191) GENERATED ALWAYS AS (SUBSTRING_INDEX(email, '@', -1)) VIRTUAL;

-- id: my-0359
-- label: harmless
-- why: default of rows to come, and a wider text below 128 bytes
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ALTER locale SET DEFAULT 'de', MODIFY username VARCHAR(60);

-- id: my-0360
-- label: harmless
-- why: wider text beyond 255 bytes
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `addresses` MODIFY COLUMN `line1` VARCHAR(400) NOT NULL;

-- id: my-0361
-- label: harmless
-- why: wider text beyond 255 bytes
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `addresses` MODIFY COLUMN `line1` varchar(400) NOT NULL;

-- id: my-0362
-- label: harmless
-- why: wider text beyond 255 bytes, two columns
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items MODIFY note VARCHAR(500), ALGORITHM=INPLACE, LOCK=NONE;

-- id: my-0363
-- label: harmless
-- why: new value at the end
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments MODIFY method ENUM('card','sepa','paypal','klarna') NOT NULL;

-- id: my-0364
-- label: harmless
-- why: new value at the end
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments MODIFY COLUMN method ENUM('card','sepa','paypal','klarna') NOT NULL;

-- id: my-0365
-- label: harmless
-- why: comment of a column, whole definition
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY COLUMN total_cents INT NOT NULL DEFAULT 0 COMMENT 'in the currency of the order';

-- id: my-0366
-- label: harmless
-- why: rename of an index
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders RENAME KEY idx_orders_user_created TO idx_orders_user_id_created_at;

-- id: my-0367
-- label: harmless
-- why: drops an index that another covers, by its own statement
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
DROP INDEX idx_orders_user ON orders ALGORITHM=INPLACE LOCK=NONE;

-- id: my-0368
-- label: harmless
-- why: drops an index that another covers
-- engine: mariadb 10.6
-- rebuild: no
DROP INDEX idx_orders_user ON orders;

-- id: my-0369
-- label: harmless
-- why: 60 rows
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE settings ADD COLUMN description VARCHAR(255), MODIFY value MEDIUMTEXT;

-- id: my-0370
-- label: harmless
-- why: 640 rows
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE categories ADD COLUMN slug VARCHAR(80) NOT NULL DEFAULT '', ADD UNIQUE KEY uk_categories_slug (slug, id), ENGINE=InnoDB;

-- id: my-0371
-- label: harmless
-- why: 140 rows
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE feature_flags ADD COLUMN owner VARCHAR(60), ADD INDEX idx_owner (owner);

-- id: my-0372
-- label: harmless
-- why: 24 rows
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans MODIFY name VARCHAR(60) NOT NULL, ADD COLUMN trial_days INT NOT NULL DEFAULT 14 AFTER name;

-- id: my-0373
-- label: harmless
-- why: 249 rows
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE countries ADD FULLTEXT INDEX ft_countries_name (name);

-- id: my-0374
-- label: harmless
-- why: empty
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE gift_cards ADD COLUMN issuer VARCHAR(60) NOT NULL FIRST, DROP PRIMARY KEY, ADD PRIMARY KEY (id, issuer);

-- id: my-0375
-- label: harmless
-- why: empty
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE UNIQUE INDEX uk_gift_cards_code ON gift_cards (code) COMMENT 'printed on the card';

-- id: my-0376
-- label: harmless
-- why: statistics of the optimizer
-- engine: mariadb 10.6
ANALYZE NO_WRITE_TO_BINLOG TABLE orders, users;

-- id: my-0377
-- label: harmless
-- why: shows the plan
-- engine: mysql 8.4
EXPLAIN UPDATE users SET locale = 'en' WHERE locale IS NULL;

-- id: my-0378
-- label: harmless
-- why: new partitioned table
-- engine: mysql 8.0.35
CREATE TABLE metrics (id BIGINT NOT NULL, taken_on DATE NOT NULL, value DOUBLE, PRIMARY KEY (id, taken_on)) PARTITION BY RANGE COLUMNS (taken_on) (PARTITION pmax VALUES LESS THAN (MAXVALUE));

-- id: my-0379
-- label: harmless
-- why: new table from a lookup
-- engine: mariadb 10.11
CREATE TABLE eu_countries AS SELECT code, name FROM countries;

-- id: my-0380
-- label: harmless
-- why: rows come with their keys
-- engine: mariadb 11.8
INSERT INTO countries (code, name, dial_code) VALUES ('XK', 'Kosovo', '+383') RETURNING code;

-- id: my-0381
-- label: harmless
-- why: one row by its primary key
-- engine: mysql 8.0.20
UPDATE inventory SET quantity = quantity + 10 WHERE product_id = 1 AND warehouse = 'BER';

-- id: my-0382
-- label: dangerous
-- why: an expression as default is computed for each row: copies 15 GB while writes wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications ADD COLUMN kind_upper VARCHAR(30) NOT NULL DEFAULT (UPPER(kind));

-- id: my-0383
-- label: dangerous
-- why: an expression as default is computed for each row: copies 15 GB while writes wait
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications ADD COLUMN kind_upper VARCHAR(30) NOT NULL DEFAULT (UPPER(kind));

-- id: my-0384
-- label: dangerous
-- why: stored column: copies 24 GB while writes wait
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD COLUMN line_total DECIMAL(14,2) AS (quantity * unit_price) STORED AFTER unit_price;

-- id: my-0385
-- label: dangerous
-- why: moves a column: rebuilds 9 GB
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE payments MODIFY COLUMN captured_at DATETIME NULL AFTER order_id;

-- id: my-0386
-- label: grey
-- why: nobody writes the archive, and only its lengths change
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders MODIFY customer VARCHAR(80), ADD INDEX idx_customer (customer);

-- id: my-0387
-- label: grey
-- why: 180 MB rebuilt online
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE products ENGINE=InnoDB;

-- id: my-0388
-- label: grey
-- why: 250 MB rebuilt online
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE support_tickets ADD COLUMN channel VARCHAR(20) AFTER user_id;

-- id: my-0389
-- label: grey
-- why: checks 500 thousand rows of the inventory
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE inventory ADD CONSTRAINT chk_inventory_quantity CHECK (quantity >= 0);

-- id: my-0390
-- label: grey
-- why: MySQL 9 takes no lock, but the archive is read for a while
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views ADD INDEX idx_page_views_viewed_at (viewed_at);

