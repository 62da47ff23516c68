-- A fourth set of held-out statements against schema.sql with the sizes of facts.json, in the proportions of migration
-- folders; the format is explained in the folder above.

-- id: h4-0001
-- label: harmless
-- why: a nullable last column as Rails writes it is INSTANT
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ADD `gift_wrap_note` varchar(255);

-- id: h4-0002
-- label: harmless
-- why: a boolean with a default is only a catalogue entry
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` ADD `two_factor_enabled` tinyint(1) DEFAULT FALSE NOT NULL;

-- id: h4-0003
-- label: harmless
-- why: a last column with a default is INSTANT since 8.0.12
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` ADD `dispute_count` int NOT NULL DEFAULT 0;

-- id: h4-0004
-- label: dangerous
-- why: before 8.0.29 a column in the middle rewrites the 12 GB
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
alter table `orders` add `shipping_method` varchar(191) null after `status`;

-- id: h4-0005
-- label: harmless
-- why: Laravel's AFTER is INSTANT since 8.0.29
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `orders` add `shipping_method` varchar(191) null after `status`;

-- id: h4-0006
-- label: harmless
-- why: MariaDB adds a column anywhere at once
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `orders` add `shipping_method` varchar(191) null after `status`;

-- id: h4-0007
-- label: harmless
-- why: Django's column with a default is INSTANT although 180 million rows get it
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `order_items` ADD COLUMN `fulfilled_quantity` smallint DEFAULT 0 NOT NULL;

-- id: h4-0008
-- label: dangerous
-- why: without a default every INSERT of the running code is refused in strict mode
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN sales_channel_id INT NOT NULL;

-- id: h4-0009
-- label: harmless
-- why: Alembic's nullable column is INSTANT
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD COLUMN billing_email VARCHAR(254);

-- id: h4-0010
-- label: harmless
-- why: several columns at the end in one INSTANT statement
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users
  ADD COLUMN stripe_id VARCHAR(255) NULL,
  ADD COLUMN card_brand VARCHAR(255) NULL,
  ADD COLUMN card_last_four VARCHAR(4) NULL,
  ADD COLUMN trial_ends_at TIMESTAMP NULL;

-- id: h4-0011
-- label: harmless
-- why: Prisma's nullable column is INSTANT
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `users` ADD COLUMN `lastSeenAt` DATETIME(3) NULL;

-- id: h4-0012
-- label: dangerous
-- why: a compressed table takes no INSTANT column, so 45 GB are rewritten
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `audit_log` ADD COLUMN `request_id` CHAR(36) NULL;

-- id: h4-0013
-- label: dangerous
-- why: MariaDB rewrites a compressed table for a new column too
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE audit_log ADD COLUMN ip VARCHAR(45) DEFAULT NULL AFTER actor_id;

-- id: h4-0014
-- label: dangerous
-- why: a table with a FULLTEXT index is copied for a new column while nobody writes
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles ADD COLUMN published_at DATETIME DEFAULT NULL;

-- id: h4-0015
-- label: dangerous
-- why: the server copies 6 GB of articles under a lock, as they have a FULLTEXT index
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `articles` ADD COLUMN `slug` VARCHAR(191) NOT NULL DEFAULT '' AFTER `title`;

-- id: h4-0016
-- label: fails
-- why: a table with a FULLTEXT index takes no INSTANT column
-- engine: mysql 9.1
ALTER TABLE articles ADD COLUMN reading_minutes SMALLINT UNSIGNED NULL, ALGORITHM=INSTANT;

-- id: h4-0017
-- label: harmless
-- why: the demand is met, and the statement would stop otherwise
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications ADD COLUMN archived_at DATETIME NULL, ALGORITHM=INSTANT;

-- id: h4-0018
-- label: fails
-- why: 8.0.20 adds only the last column INSTANT
-- engine: mysql 8.0.20
ALTER TABLE notifications ADD COLUMN channel VARCHAR(20) NULL AFTER kind, ALGORITHM=INSTANT;

-- id: h4-0019
-- label: fails
-- why: MySQL grants no lock beside INSTANT
-- engine: mysql 8.4
ALTER TABLE `shop`.`notifications` ADD COLUMN `muted` TINYINT(1) NOT NULL DEFAULT 0, ALGORITHM=INSTANT, LOCK=NONE;

-- id: h4-0020
-- label: harmless
-- why: MariaDB takes both words together
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications ADD COLUMN muted TINYINT(1) NOT NULL DEFAULT 0, ALGORITHM=INSTANT, LOCK=NONE;

-- id: h4-0021
-- label: dangerous
-- why: the demand of INPLACE rewrites 15 GB where INSTANT would do
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications ADD COLUMN muted TINYINT(1) NOT NULL DEFAULT 0, ALGORITHM=INPLACE, LOCK=NONE;

-- id: h4-0022
-- label: dangerous
-- why: the demand of COPY stops all writes for the length of a copy
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments ADD COLUMN refunded_at DATETIME NULL, ALGORITHM=COPY;

-- id: h4-0023
-- label: dangerous
-- why: a stored generated column copies the 12 GB under a lock
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD COLUMN total_eur DECIMAL(12,2) AS (total_cents / 100) STORED;

-- id: h4-0024
-- label: harmless
-- why: a virtual generated column is INSTANT
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN is_paid TINYINT(1) GENERATED ALWAYS AS (status = 'paid') VIRTUAL;

-- id: h4-0025
-- label: dangerous
-- why: PERSISTENT is MariaDB's word for stored, and copies the table
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE payments ADD COLUMN fee_percent DECIMAL(6,2) AS (fee / amount * 100) PERSISTENT;

-- id: h4-0026
-- label: harmless
-- why: virtual columns cost nothing in MariaDB
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN email_domain VARCHAR(191) AS (SUBSTRING_INDEX(email, '@', -1)) VIRTUAL;

-- id: h4-0027
-- label: fails
-- why: with the binary log on, the server refuses a default that differs from row to row
-- engine: mysql 8.0.35
ALTER TABLE `users` ADD COLUMN `uuid` CHAR(36) NOT NULL DEFAULT (UUID());

-- id: h4-0028
-- label: dangerous
-- why: UUID() differs from row to row and so all are copied
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users ADD COLUMN public_id UUID NOT NULL DEFAULT UUID();

-- id: h4-0029
-- label: harmless
-- why: a JSON column at the end is INSTANT
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` ADD `preferences` json NULL;

-- id: h4-0030
-- label: harmless
-- why: LONGTEXT with a CHECK on a column that is NULL everywhere, and INSTANT
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` ADD `preferences` json NULL;

-- id: h4-0031
-- label: harmless
-- why: the current time is one constant for all old rows
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE webhooks ADD created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, ADD updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;

-- id: h4-0032
-- label: harmless
-- why: 800 rows, written by the migration tool only
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE schema_migrations ADD COLUMN applied_at TIMESTAMP NULL, ADD COLUMN checksum VARCHAR(64) NULL;

-- id: h4-0033
-- label: harmless
-- why: an empty table
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE gift_cards ADD COLUMN redeemed_by BIGINT UNSIGNED NULL, ADD COLUMN redeemed_at DATETIME NULL, ADD INDEX (redeemed_by);

-- id: h4-0034
-- label: harmless
-- why: 24 rows are nothing, even if copied
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `plans` ADD COLUMN `sort_order` INT NOT NULL DEFAULT 0 FIRST;

-- id: h4-0035
-- label: dangerous
-- why: the new column is INSTANT, but the index and the foreign key copy the orders under a lock
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` ADD `warehouse_id` INT NULL, ADD CONSTRAINT `orders_warehouse_id_foreign` FOREIGN KEY (`warehouse_id`) REFERENCES `categories` (`id`);

-- id: h4-0036
-- label: dangerous
-- why: in one statement with the index the column is not INSTANT and 15 GB are written anew
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications ADD COLUMN group_key VARCHAR(64) NULL, ADD INDEX idx_notifications_group_key (group_key);

-- id: h4-0037
-- label: dangerous
-- why: the new AUTO_INCREMENT key writes 110 GB anew
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views ADD COLUMN pk BIGINT UNSIGNED NOT NULL AUTO_INCREMENT FIRST, ADD PRIMARY KEY (pk);

-- id: h4-0038
-- label: dangerous
-- why: an AUTO_INCREMENT column numbers and rewrites 800 million rows without concurrent writes
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views ADD COLUMN view_no BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE;

-- id: h4-0039
-- label: fails
-- why: the column is there already
-- engine: mysql 8.0.35
ALTER TABLE users ADD COLUMN deleted_at DATETIME NULL;

-- id: h4-0040
-- label: harmless
-- why: IF NOT EXISTS makes it nothing, as the column is there
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN IF NOT EXISTS deleted_at DATETIME NULL;

-- id: h4-0041
-- label: harmless
-- why: a guarded new column at the end is INSTANT
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `sessions` ADD COLUMN IF NOT EXISTS `device_name` varchar(120) DEFAULT NULL;

-- id: h4-0042
-- label: fails
-- why: MySQL has no IF NOT EXISTS for columns
-- engine: mysql 9.7
ALTER TABLE `sessions` ADD COLUMN IF NOT EXISTS `device_name` varchar(120) DEFAULT NULL;

-- id: h4-0043
-- label: fails
-- why: the table has an AUTO_INCREMENT column already
-- engine: mariadb 10.6
ALTER TABLE support_tickets ADD COLUMN ticket_no INT NOT NULL AUTO_INCREMENT, ADD UNIQUE (ticket_no);

-- id: h4-0044
-- label: harmless
-- why: partitioned tables take INSTANT columns too
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD COLUMN session_token VARCHAR(64) NULL;

-- id: h4-0045
-- label: harmless
-- why: the comment and the quoted words change nothing about INSTANT
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `support_tickets` ADD COLUMN `assignee_id` bigint unsigned DEFAULT NULL COMMENT 'who answers; NULL = nobody, see #412' AFTER `user_id`;

-- id: h4-0046
-- label: harmless
-- why: Doctrine's comment is a catalogue entry
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD metadata JSON DEFAULT NULL COMMENT '(DC2Type:json)';

-- id: h4-0047
-- label: harmless
-- why: a CHECK on 640 rows costs nothing
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE categories ADD COLUMN depth TINYINT NOT NULL DEFAULT 0 CHECK (depth < 8);

-- id: h4-0048
-- label: dangerous
-- why: the CHECK makes the server copy 5 million busy accounts
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts ADD COLUMN seats INT NOT NULL DEFAULT 1, ADD CONSTRAINT chk_accounts_seats CHECK (seats > 0);

-- id: h4-0049
-- label: fails
-- why: a geometry has no default that the existing rows could take
-- engine: mysql 8.0.35
ALTER TABLE users ADD COLUMN home POINT NOT NULL;

-- id: h4-0050
-- label: harmless
-- why: Sequelize's column is INSTANT
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` ADD `reminderSentAt` DATETIME;

-- id: h4-0051
-- label: harmless
-- why: schema-qualified, at the end, INSTANT
-- engine: mysql 9.1
ALTER TABLE `shop`.`invoices` ADD COLUMN `external_number` varchar(64) NULL;

-- id: h4-0053
-- label: harmless
-- why: a virtual column is INSTANT there too
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN placed_day DATE GENERATED ALWAYS AS (CAST(placed_at AS DATE)) VIRTUAL;

-- id: h4-0054
-- label: harmless
-- why: four columns at the end of a busy table are INSTANT
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN utm_source VARCHAR(100) NULL, ADD COLUMN utm_medium VARCHAR(100) NULL, ADD COLUMN utm_campaign VARCHAR(100) NULL, ADD COLUMN referred_by BIGINT UNSIGNED NULL;

-- id: h4-0055
-- label: dangerous
-- why: a new column in one breath with a dropped one loses what stood in it
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD first_name VARCHAR(50) DEFAULT NULL, ADD last_name VARCHAR(50) DEFAULT NULL, DROP display_name;

-- id: h4-0056
-- label: harmless
-- why: the parenthesised list is the same as several ADDs
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `jobs` add column (`reserved_at` int unsigned null, `available_at` int unsigned null);

-- id: h4-0057
-- label: harmless
-- why: an invisible column breaks no INSERT without a list and is INSTANT
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN row_start_ts TIMESTAMP NULL INVISIBLE;

-- id: h4-0059
-- label: harmless
-- why: an online build on 4 GB that little is written to
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `index_invoices_on_account_id` ON `invoices` (`account_id`);

-- id: h4-0060
-- label: grey
-- why: online, but many minutes of reading 12 GB and of delay in the replicas
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX index_orders_on_coupon_code ON orders (coupon_code);

-- id: h4-0061
-- label: grey
-- why: online, but 24 GB under 2200 writes a second may fill the online log
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- rebuild: no
alter table `order_items` add index `order_items_product_id_index`(`product_id`);

-- id: h4-0062
-- label: harmless
-- why: 300 000 rows are indexed online in a second
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `support_tickets` add index `support_tickets_user_id_priority_index`(`user_id`, `priority`);

-- id: h4-0063
-- label: harmless
-- why: 120 000 rows, online
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX products_price_idx ON products(price);

-- id: h4-0064
-- label: harmless
-- why: Django's index on a small table
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `webhooks_account_id_8c1d_idx` ON `webhooks` (`account_id`, `enabled`);

-- id: h4-0065
-- label: harmless
-- why: Doctrine's index on 640 rows
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX IDX_3AF34668727ACA70 ON categories (parent_id);

-- id: h4-0066
-- label: grey
-- why: 800 million rows without a primary key: hours of reading, but nobody is locked out
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views ADD INDEX idx_page_views_viewed_at (viewed_at);

-- id: h4-0067
-- label: grey
-- why: 300 million compressed rows take hours online
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE audit_log ADD INDEX idx_audit_entity (entity, created_at), LOCK=NONE, ALGORITHM=INPLACE;

-- id: h4-0068
-- label: dangerous
-- why: LOCK=SHARED stops 800 writes a second while 12 GB are read
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE orders ADD INDEX idx_orders_channel (channel), ALGORITHM=INPLACE, LOCK=SHARED;

-- id: h4-0069
-- label: dangerous
-- why: LOCK=EXCLUSIVE stops even the readers of 15 GB
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: EXCLUSIVE
-- rebuild: no
CREATE INDEX idx_notifications_read ON notifications (read_at) LOCK=EXCLUSIVE;

-- id: h4-0070
-- label: dangerous
-- why: ALGORITHM=COPY writes 8 GB anew under a lock for an index
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
CREATE INDEX idx_users_phone ON users (phone) ALGORITHM=COPY;

-- id: h4-0071
-- label: fails
-- why: an index is never INSTANT
-- engine: mysql 9.7
ALTER TABLE products ADD INDEX idx_products_name (name), ALGORITHM=INSTANT;

-- id: h4-0072
-- label: fails
-- why: a new index wants more than INSTANT in MariaDB too
-- engine: mariadb 11.8
CREATE INDEX idx_products_weight ON products (weight_grams) ALGORITHM=INSTANT;

-- id: h4-0073
-- label: dangerous
-- why: a first FULLTEXT index rewrites the table and forbids writes
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
CREATE FULLTEXT INDEX ft_support ON orders (notes);

-- id: h4-0074
-- label: dangerous
-- why: a FULLTEXT index keeps writers of 15 GB away
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE notifications ADD FULLTEXT INDEX ft_notifications_body (body);

-- id: h4-0075
-- label: grey
-- why: 180 MB without writes for some seconds
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `products` ADD FULLTEXT `products_fulltext` (`name`, `description`);

-- id: h4-0076
-- label: dangerous
-- why: a spatial index keeps writers of 5 GB away
-- engine: mysql 9.1
-- algorithm: INPLACE
-- rebuild: no
CREATE SPATIAL INDEX idx_addresses_location ON addresses (location);

-- id: h4-0077
-- label: fails
-- why: a text column needs a prefix length
-- engine: mysql 8.4
CREATE INDEX idx_users_bio ON users (bio);

-- id: h4-0078
-- label: harmless
-- why: a prefix of a text on a small table
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_products_description ON products (description(50));

-- id: h4-0079
-- label: fails
-- why: the key is longer than 3072 bytes
-- engine: mysql 9.7
ALTER TABLE articles ADD INDEX idx_articles_body (body(800));

-- id: h4-0080
-- label: fails
-- why: the name is taken
-- engine: mysql 8.0.35
CREATE INDEX idx_orders_user ON orders (user_id, status);

-- id: h4-0081
-- label: harmless
-- why: IF NOT EXISTS and the name is taken, so nothing happens
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
CREATE INDEX IF NOT EXISTS idx_orders_user ON orders (user_id, status);

-- id: h4-0082
-- label: fails
-- why: MySQL has no IF NOT EXISTS for indexes
-- engine: mysql 8.0.35
CREATE INDEX IF NOT EXISTS idx_webhooks_enabled ON webhooks (enabled);

-- id: h4-0083
-- label: fails
-- why: there is no such column
-- engine: mysql 8.4
CREATE INDEX idx_orders_customer ON orders (customer_id);

-- id: h4-0084
-- label: grey
-- why: duplicate names end the long build late, and nobody knows whether there are any
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE UNIQUE INDEX `IDX_fe0bb3f6520ee0469504521e71` ON `users` (`username`);

-- id: h4-0085
-- label: grey
-- why: a unique key over 9 GB of payments: online, but duplicates end it
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE payments ADD CONSTRAINT payments_provider_ref_uniq UNIQUE (provider_ref);

-- id: h4-0086
-- label: harmless
-- why: 24 names are checked at once
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `plans` ADD UNIQUE `plans_name_unique`(`name`);

-- id: h4-0087
-- label: harmless
-- why: the unique key stands on an empty table
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `gift_cards` add unique `gift_cards_code_unique`(`code`);

-- id: h4-0088
-- label: harmless
-- why: 249 rows and nobody writes
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE UNIQUE INDEX `countries_dial_code` ON `countries` (`dial_code` DESC, `name`);

-- id: h4-0089
-- label: dangerous
-- why: a functional index keeps writers away while 8 GB are read
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE INDEX idx_users_email_lower ON users ((LOWER(email)));

-- id: h4-0090
-- label: fails
-- why: MariaDB has no functional keys
-- engine: mariadb 11.8
CREATE INDEX idx_users_email_lower ON users ((LOWER(email)));

-- id: h4-0091
-- label: harmless
-- why: a functional index on 8000 rows is there before a writer notices
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE INDEX idx_webhooks_host ON webhooks ((SUBSTRING_INDEX(SUBSTRING_INDEX(url, '/', 3), '//', -1)));

-- id: h4-0092
-- label: harmless
-- why: an invisible index on a table of 250 MB is built online
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets ADD INDEX idx_support_closed (closed_at) INVISIBLE;

-- id: h4-0093
-- label: grey
-- why: the optimizer loses an index of a busy table, but gets it back at once
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications ALTER INDEX idx_notifications_user INVISIBLE;

-- id: h4-0094
-- label: harmless
-- why: only a name in the catalogue
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users RENAME INDEX idx_users_created_at TO index_users_on_created_at;

-- id: h4-0095
-- label: harmless
-- why: MariaDB renames an index without touching rows
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` RENAME KEY `idx_orders_placed_at` TO `orders_placed_at_index`;

-- id: h4-0096
-- label: harmless
-- why: the longer index has the same first column, so this one is superfluous
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
DROP INDEX idx_orders_user ON orders;

-- id: h4-0097
-- label: harmless
-- why: idx_orders_user_created serves the same searches
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` DROP INDEX IF EXISTS `idx_orders_user`;

-- id: h4-0098
-- label: dangerous
-- why: each search for a user's notifications reads 60 million rows from now on
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications DROP INDEX idx_notifications_user;

-- id: h4-0100
-- label: dangerous
-- why: nothing keeps two users from the same address any longer
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `users` drop index `uk_users_email`;

-- id: h4-0102
-- label: fails
-- why: MySQL has no DROP INDEX IF EXISTS
-- engine: mysql 9.7
DROP INDEX IF EXISTS idx_orders_user ON orders;

-- id: h4-0103
-- label: fails
-- why: no such index
-- engine: mysql 9.7
DROP INDEX index_orders_on_state ON orders;

-- id: h4-0104
-- label: harmless
-- why: two indexes at once, online, on 300 000 rows
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets ADD INDEX idx_tickets_user_closed (user_id, closed_at), ADD INDEX idx_tickets_priority (priority, closed_at);

-- id: h4-0105
-- label: dangerous
-- why: without the primary key 5 million accounts are copied under a lock
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts MODIFY id BIGINT UNSIGNED NOT NULL, DROP PRIMARY KEY, ADD PRIMARY KEY (owner_id, id);

-- id: h4-0106
-- label: dangerous
-- why: another primary key orders 3 GB of sessions anew
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions DROP PRIMARY KEY, ADD COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST, ADD UNIQUE KEY uk_sessions_token (token);

-- id: h4-0107
-- label: fails
-- why: an AUTO_INCREMENT column must stay a key
-- engine: mariadb 11.4
ALTER TABLE users DROP PRIMARY KEY;

-- id: h4-0108
-- label: fails
-- why: there is a primary key already
-- engine: mysql 8.4
ALTER TABLE inventory ADD PRIMARY KEY (warehouse, product_id);

-- id: h4-0110
-- label: dangerous
-- why: 110 GB are rewritten for their first primary key, and duplicate ids would end it after hours
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `page_views`
    MODIFY `id` INT UNSIGNED NOT NULL,
    ADD PRIMARY KEY (`id`);

-- id: h4-0111
-- label: harmless
-- why: the index on 8000 rows is nothing
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE webhooks ADD KEY idx_webhooks_account (account_id);

-- id: h4-0112
-- label: harmless
-- why: renaming an index touches no row
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users RENAME INDEX idx_users_username TO index_users_on_username;

-- id: h4-0113
-- label: grey
-- why: one unique key is exchanged for another over 4 GB; duplicates and callers decide
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices DROP KEY uk_invoices_number, ADD UNIQUE KEY uk_invoices_account_number (account_id, number);

-- id: h4-0114
-- label: harmless
-- why: 500 000 narrow rows are indexed online
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE inventory ADD INDEX idx_inventory_warehouse (warehouse);

-- id: h4-0115
-- label: grey
-- why: the optimizer loses the index by which products are found by category
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE products ALTER INDEX idx_products_category IGNORED;

-- id: h4-0116
-- label: harmless
-- why: a new table as Rails writes it
-- engine: mysql 8.4
CREATE TABLE `wishlists` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `user_id` bigint, `name` varchar(255), `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, INDEX `index_wishlists_on_user_id`  (`user_id`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- id: h4-0117
-- label: harmless
-- why: Laravel's failed jobs are a new table
-- engine: mysql 8.0.35
create table `failed_jobs` (`id` bigint unsigned not null auto_increment primary key, `uuid` varchar(255) not null, `connection` text not null, `queue` text not null, `payload` longtext not null, `exception` longtext not null, `failed_at` timestamp not null default CURRENT_TIMESTAMP) default character set utf8mb4 collate 'utf8mb4_unicode_ci';

-- id: h4-0118
-- label: harmless
-- why: the migration tool's own table
-- engine: mariadb 10.6
create table `migrations` (`id` int unsigned not null auto_increment primary key, `migration` varchar(255) not null, `batch` int not null) default character set utf8mb4 collate 'utf8mb4_unicode_ci';

-- id: h4-0119
-- label: harmless
-- why: Django's table is new
-- engine: mysql 9.7
CREATE TABLE `django_admin_log` (`id` integer AUTO_INCREMENT NOT NULL PRIMARY KEY, `action_time` datetime(6) NOT NULL, `object_id` longtext NULL, `object_repr` varchar(200) NOT NULL, `action_flag` smallint UNSIGNED NOT NULL CHECK (`action_flag` >= 0), `change_message` longtext NOT NULL);

-- id: h4-0120
-- label: harmless
-- why: Prisma's table is new
-- engine: mysql 9.7
-- CreateTable
CREATE TABLE `ApiKey` (
    `id` VARCHAR(191) NOT NULL,
    `accountId` BIGINT UNSIGNED NOT NULL,
    `scopes` JSON NOT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    UNIQUE INDEX `ApiKey_accountId_key`(`accountId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: h4-0121
-- label: harmless
-- why: Flyway's hand-written table
-- engine: mariadb 10.11
CREATE TABLE IF NOT EXISTS exchange_rates (
  base CHAR(3) NOT NULL,
  quote CHAR(3) NOT NULL,
  day DATE NOT NULL,
  rate DECIMAL(18,8) NOT NULL,
  PRIMARY KEY (base, quote, day)
) ENGINE=InnoDB COMMENT='daily closing rates';

-- id: h4-0122
-- label: harmless
-- why: IF NOT EXISTS on a table that exists is a warning and nothing else
-- engine: mysql 8.4
CREATE TABLE IF NOT EXISTS users (id INT PRIMARY KEY, email VARCHAR(255));

-- id: h4-0123
-- label: fails
-- why: the table exists
-- engine: mysql 9.1
CREATE TABLE orders (id BIGINT NOT NULL PRIMARY KEY);

-- id: h4-0124
-- label: harmless
-- why: a new table with a key to a small one
-- engine: mysql 8.0.35
CREATE TABLE plan_features (id INT AUTO_INCREMENT NOT NULL, plan_id INT NOT NULL, feature VARCHAR(60) NOT NULL, INDEX IDX_A1B2C3 (plan_id), PRIMARY KEY(id), CONSTRAINT FK_plan_features_plan FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE) DEFAULT CHARACTER SET utf8mb4 COLLATE `utf8mb4_unicode_ci` ENGINE = InnoDB;

-- id: h4-0125
-- label: fails
-- why: the types of the two columns differ
-- engine: mysql 8.4
CREATE TABLE refunds (id BIGINT PRIMARY KEY AUTO_INCREMENT, payment_id INT NOT NULL, FOREIGN KEY (payment_id) REFERENCES payments (id));

-- id: h4-0126
-- label: fails
-- why: there is no table customers to refer to
-- engine: mariadb 11.8
CREATE TABLE loyalty (id INT PRIMARY KEY, customer_id BIGINT UNSIGNED NOT NULL, CONSTRAINT fk_loyalty FOREIGN KEY (customer_id) REFERENCES customers (id));

-- id: h4-0127
-- label: harmless
-- why: an empty copy of a table's definition
-- engine: mysql 9.1
CREATE TABLE orders_archive LIKE orders;

-- id: h4-0128
-- label: dangerous
-- why: reads 50 million orders into one transaction
-- engine: mysql 8.0.20
CREATE TABLE orders_backup_20261121 AS SELECT * FROM orders;

-- id: h4-0129
-- label: dangerous
-- why: copies all users in one statement before the migration goes on
-- engine: mariadb 10.6
CREATE TABLE users_bak SELECT * FROM users;

-- id: h4-0130
-- label: harmless
-- why: 24 rows are copied
-- engine: mysql 8.0.35
CREATE TABLE plans_backup AS SELECT * FROM plans;

-- id: h4-0131
-- label: harmless
-- why: a condition that is never true copies the columns only
-- engine: mariadb 11.4
CREATE TABLE notifications_new AS SELECT * FROM notifications WHERE 1 = 0;

-- id: h4-0132
-- label: dangerous
-- why: groups 180 million lines into a table in one go
-- engine: mysql 9.7
CREATE TABLE product_sales (PRIMARY KEY (product_id)) AS
SELECT product_id, SUM(quantity) AS sold, SUM(quantity * unit_price) AS revenue
FROM order_items GROUP BY product_id;

-- id: h4-0133
-- label: dangerous
-- why: OR REPLACE throws the tickets away first
-- engine: mariadb 11.8
CREATE OR REPLACE TABLE support_tickets (id BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT, subject VARCHAR(180) NOT NULL);

-- id: h4-0134
-- label: harmless
-- why: a partitioned table that is new and empty
-- engine: mysql 8.0.35
CREATE TABLE metrics (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  recorded_at DATETIME NOT NULL,
  name VARCHAR(80) NOT NULL,
  val DOUBLE NOT NULL,
  PRIMARY KEY (id, recorded_at)
) PARTITION BY RANGE COLUMNS (recorded_at) (
  PARTITION p2026 VALUES LESS THAN ('2027-01-01'),
  PARTITION pmax VALUES LESS THAN (MAXVALUE)
);

-- id: h4-0135
-- label: fails
-- why: the unique key lacks the partitioning column
-- engine: mysql 8.4
CREATE TABLE metrics_daily (id BIGINT PRIMARY KEY, day DATE NOT NULL) PARTITION BY RANGE (YEAR(day)) (PARTITION p0 VALUES LESS THAN (2027));

-- id: h4-0136
-- label: harmless
-- why: a new sequence
-- engine: mariadb 10.11
CREATE SEQUENCE invoice_seq START WITH 100000 INCREMENT BY 1;

-- id: h4-0137
-- label: fails
-- why: MySQL knows no sequences
-- engine: mysql 9.7
CREATE SEQUENCE invoice_seq START WITH 100000;

-- id: h4-0138
-- label: harmless
-- why: Liquibase's lock table
-- engine: mysql 8.4
CREATE TABLE shop.DATABASECHANGELOGLOCK (ID INT NOT NULL, `LOCKED` TINYINT(1) NOT NULL, LOCKGRANTED datetime NULL, LOCKEDBY VARCHAR(255) NULL, CONSTRAINT PK_DATABASECHANGELOGLOCK PRIMARY KEY (ID));

-- id: h4-0139
-- label: harmless
-- why: a temporary table is the session's own
-- engine: mysql 8.0.35
CREATE TEMPORARY TABLE tmp_ids (id BIGINT UNSIGNED NOT NULL PRIMARY KEY) ENGINE=MEMORY;

-- id: h4-0140
-- label: harmless
-- why: TypeORM's table is new
-- engine: mysql 9.1
CREATE TABLE `refresh_token` (`id` varchar(36) NOT NULL, `tokenHash` char(64) NOT NULL, `revoked` tinyint NOT NULL DEFAULT 0, `createdAt` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), INDEX `IDX_8e913e288156c133999341156a` (`tokenHash`), PRIMARY KEY (`id`)) ENGINE=InnoDB;

-- id: h4-0141
-- label: harmless
-- why: a join table as Knex writes it, with keys to two small tables
-- engine: mysql 9.7
create table `category_plan` (`category_id` int not null, `plan_id` int not null, primary key (`category_id`, `plan_id`), constraint `category_plan_category_id_foreign` foreign key (`category_id`) references `categories` (`id`) on delete CASCADE, constraint `category_plan_plan_id_foreign` foreign key (`plan_id`) references `plans` (`id`));

-- id: h4-0142
-- label: harmless
-- why: a new database beside the shop
-- engine: mysql 8.4
CREATE DATABASE IF NOT EXISTS `reporting` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h4-0143
-- label: dangerous
-- why: 255 characters need two length bytes where one did, so 8 GB are copied under a lock
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` CHANGE `username` `username` varchar(255) DEFAULT NULL;

-- id: h4-0144
-- label: harmless
-- why: 60 characters of utf8mb4 are at most 240 bytes, so the length byte stays
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY COLUMN phone VARCHAR(60);

-- id: h4-0145
-- label: harmless
-- why: Laravel's change() within 255 bytes touches no row
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `users` modify `locale` varchar(35) null default 'en';

-- id: h4-0146
-- label: harmless
-- why: 64 and 255 characters both need two length bytes, so no row is touched
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts MODIFY external_ref VARCHAR(255) DEFAULT NULL;

-- id: h4-0147
-- label: dangerous
-- why: 200 characters need a second length byte, so 12 GB are written anew, though online
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders CHANGE coupon_code coupon_code VARCHAR(200) DEFAULT NULL;

-- id: h4-0148
-- label: harmless
-- why: from 128 to 191 characters both lengths take two bytes, so nothing is copied
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` MODIFY `provider_ref` VARCHAR(191) NULL;

-- id: h4-0149
-- label: dangerous
-- why: fewer characters: a copy of 12 GB, and longer codes end it
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY coupon_code VARCHAR(20);

-- id: h4-0150
-- label: dangerous
-- why: a shorter column is copied and refuses or cuts what is longer
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications MODIFY COLUMN kind VARCHAR(10) NOT NULL;

-- id: h4-0151
-- label: dangerous
-- why: the wider integer copies 12 GB under a lock
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` MODIFY `total_cents` BIGINT NOT NULL DEFAULT 0;

-- id: h4-0152
-- label: dangerous
-- why: Rails' limit: 8 copies 8 GB while nobody writes
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` CHANGE `legacy_id` `legacy_id` bigint DEFAULT NULL;

-- id: h4-0153
-- label: dangerous
-- why: SIGNED for UNSIGNED keys: 9 GB copied, and foreign types differ afterwards
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY COLUMN order_id BIGINT NULL;

-- id: h4-0154
-- label: dangerous
-- why: TEXT to LONGTEXT copies 15 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `notifications` CHANGE `body` `body` LONGTEXT NULL;

-- id: h4-0155
-- label: dangerous
-- why: LONGTEXT copies 300 MB of a queue while 2500 writes a second wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE jobs MODIFY payload LONGTEXT NOT NULL;

-- id: h4-0156
-- label: dangerous
-- why: even an online copy writes 6 GB anew
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE articles MODIFY body LONGTEXT NOT NULL;

-- id: h4-0157
-- label: dangerous
-- why: DECIMAL of another scale copies 24 GB
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items CHANGE unit_price unit_price DECIMAL(19,4) NOT NULL;

-- id: h4-0158
-- label: harmless
-- why: 8000 rows of 4 MB are copied in a blink
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE webhooks MODIFY url TEXT NOT NULL;

-- id: h4-0159
-- label: harmless
-- why: 24 rows
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans MODIFY monthly_price DECIMAL(10,2) NOT NULL;

-- id: h4-0160
-- label: harmless
-- why: 249 countries
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table countries modify name varchar(255) not null;

-- id: h4-0162
-- label: dangerous
-- why: users without a name end it, and if there are none 8 GB are rewritten
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `users` CHANGE `username` `username` VARCHAR(50) NOT NULL;

-- id: h4-0163
-- label: dangerous
-- why: NULL allowed is still a rewrite of 12 GB in MySQL
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `orders` MODIFY `user_id` BIGINT UNSIGNED NULL;

-- id: h4-0164
-- label: dangerous
-- why: MariaDB too rewrites 12 GB to allow NULL
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `orders` MODIFY `user_id` BIGINT UNSIGNED NULL;

-- id: h4-0165
-- label: dangerous
-- why: the forgotten NOT NULL makes it a rewrite of 3 GB, and the forgotten unsigned a copy
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions CHANGE user_id user_id BIGINT;

-- id: h4-0166
-- label: dangerous
-- why: the definition forgets DEFAULT 'EUR', so INSERTs without a currency are refused
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts MODIFY currency CHAR(3) NOT NULL;

-- id: h4-0167
-- label: dangerous
-- why: the forgotten DEFAULT of priority makes the running code's INSERTs fail
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets MODIFY COLUMN priority VARCHAR(10) NOT NULL COMMENT 'low, normal, high';

-- id: h4-0168
-- label: grey
-- why: ON UPDATE is gone, so updated_at stands still, which may be wanted or forgotten
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY updated_at DATETIME DEFAULT CURRENT_TIMESTAMP;

-- id: h4-0169
-- label: harmless
-- why: the same definition with a comment touches no row
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` MODIFY `channel` VARCHAR(16) DEFAULT 'web' COMMENT 'web, app, pos';

-- id: h4-0170
-- label: harmless
-- why: the full definition with another default is a catalogue entry
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` CHANGE `channel` `channel` varchar(16) DEFAULT 'app';

-- id: h4-0171
-- label: harmless
-- why: 240 bytes at most keep the one length byte and no index knows the column, so utf8mb3 becomes utf8mb4 in the catalogue
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders MODIFY customer VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci DEFAULT NULL;

-- id: h4-0172
-- label: dangerous
-- why: latin1 to utf8mb4 writes 110 GB anew
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views MODIFY path VARCHAR(255) CHARACTER SET utf8mb4;

-- id: h4-0173
-- label: dangerous
-- why: another collation rebuilds the unique key, copies 8 GB and may find duplicates
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY email VARCHAR(191) COLLATE utf8mb4_bin NOT NULL;

-- id: h4-0174
-- label: harmless
-- why: a value at the end of an ENUM is INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` MODIFY COLUMN `status` ENUM('draft','placed','paid','shipped','cancelled','refunded') NOT NULL DEFAULT 'draft';

-- id: h4-0175
-- label: harmless
-- why: MariaDB appends to an ENUM at once
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments CHANGE method method ENUM('card','sepa','paypal','klarna','applepay') NOT NULL;

-- id: h4-0176
-- label: harmless
-- why: appended values are INSTANT since 8.0.12
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments MODIFY method ENUM('card','sepa','paypal','giropay') NOT NULL;

-- id: h4-0177
-- label: dangerous
-- why: a value in the middle renumbers the rest and copies 12 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY status ENUM('draft','placed','authorized','paid','shipped','cancelled') NOT NULL DEFAULT 'draft';

-- id: h4-0178
-- label: dangerous
-- why: a value less: a copy of 9 GB, and rows that have it end it
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `payments` MODIFY `method` enum('card','paypal') NOT NULL;

-- id: h4-0179
-- label: dangerous
-- why: the appended value is INSTANT, but the default of status is forgotten
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY status ENUM('invited','active','suspended','closed') NOT NULL;

-- id: h4-0180
-- label: dangerous
-- why: ENUM to VARCHAR copies 8 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` CHANGE `status` `status` varchar(20) NOT NULL DEFAULT 'invited';

-- id: h4-0181
-- label: dangerous
-- why: VARCHAR to ENUM writes 15 GB, and unknown kinds end it
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications MODIFY kind ENUM('mail','push','sms') NOT NULL;

-- id: h4-0182
-- label: harmless
-- why: a member at the end of a SET below eight is INSTANT
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY interests SET('music','sports','travel','food') DEFAULT NULL;

-- id: h4-0183
-- label: dangerous
-- why: after DROP DEFAULT even a column that may be NULL is demanded of every INSERT in strict mode
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ALTER COLUMN `channel` DROP DEFAULT;

-- id: h4-0184
-- label: dangerous
-- why: INSERTs that leave the currency out are refused from now on
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ALTER COLUMN currency DROP DEFAULT;

-- id: h4-0185
-- label: harmless
-- why: another default is a catalogue entry
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ALTER COLUMN locale SET DEFAULT 'en-GB';

-- id: h4-0186
-- label: harmless
-- why: Rails' change_column_default
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `jobs` ALTER COLUMN `priority` SET DEFAULT 10;

-- id: h4-0187
-- label: harmless
-- why: a default for a new sort of tickets
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets ALTER priority SET DEFAULT 'low';

-- id: h4-0188
-- label: harmless
-- why: two defaults in one statement
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ALTER COLUMN credit_limit SET DEFAULT 0, ALTER COLUMN balance SET DEFAULT 0.00;

-- id: h4-0189
-- label: fails
-- why: a TEXT takes no literal default
-- engine: mysql 8.4
ALTER TABLE orders ALTER COLUMN notes SET DEFAULT '';

-- id: h4-0190
-- label: dangerous
-- why: moved columns are rewritten
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users MODIFY COLUMN phone VARCHAR(20) AFTER email;

-- id: h4-0191
-- label: harmless
-- why: MariaDB reorders columns at once
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY COLUMN phone VARCHAR(20) AFTER email;

-- id: h4-0192
-- label: dangerous
-- why: a stored generated column with another expression copies 9 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY gross DECIMAL(13,2) GENERATED ALWAYS AS (amount + COALESCE(fee, 0)) STORED;

-- id: h4-0193
-- label: fails
-- why: virtual cannot become stored
-- engine: mysql 8.0.35
ALTER TABLE payments MODIFY net DECIMAL(12,2) GENERATED ALWAYS AS (amount - fee) STORED;

-- id: h4-0194
-- label: dangerous
-- why: timestamps with microseconds copy 12 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` CHANGE `created_at` `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);

-- id: h4-0195
-- label: dangerous
-- why: Django's AutoField to BigAutoField: 30 million rows are copied
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `legacy_orders` MODIFY `id` bigint AUTO_INCREMENT NOT NULL;

-- id: h4-0197
-- label: dangerous
-- why: three small changes in one statement, of which one copies the table
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts
  MODIFY name VARCHAR(120) NOT NULL,
  ALTER COLUMN balance SET DEFAULT 0,
  MODIFY credit_limit DECIMAL(14,2) NULL;

-- id: h4-0198
-- label: grey
-- why: 180 MB of products are copied while writers wait some seconds
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE products MODIFY weight_grams BIGINT DEFAULT NULL;

-- id: h4-0199
-- label: dangerous
-- why: the stock is booked 300 times a second and waits for the copy of 90 MB
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE inventory MODIFY quantity BIGINT NOT NULL DEFAULT 0;

-- id: h4-0200
-- label: harmless
-- why: the empty table may be altered at will
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE gift_cards MODIFY balance DECIMAL(12,4) NOT NULL DEFAULT 0, MODIFY code CHAR(16) CHARACTER SET ascii NOT NULL;

-- id: h4-0201
-- label: harmless
-- why: 140 flags are copied in no time
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE feature_flags MODIFY name VARCHAR(120) NOT NULL, ADD COLUMN rollout TINYINT UNSIGNED NOT NULL DEFAULT 100;

-- id: h4-0202
-- label: dangerous
-- why: the charset of one column copies the accounts under a lock
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts MODIFY external_ref VARCHAR(64) CHARACTER SET ascii DEFAULT NULL;

-- id: h4-0203
-- label: dangerous
-- why: 8.0.20 rewrites the users for NOT NULL, and one NULL ends it
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users MODIFY locale VARCHAR(10) NOT NULL DEFAULT 'en';

-- id: h4-0204
-- label: dangerous
-- why: what users wrote is lost, INSTANT or not
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` DROP COLUMN `bio`;

-- id: h4-0206
-- label: dangerous
-- why: 8.0.20 rewrites the 12 GB to drop a column, and its data are lost
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders DROP COLUMN discount;

-- id: h4-0207
-- label: dangerous
-- why: three columns of 12 GB of orders are lost
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` DROP `coupon_code`, DROP `notes`, DROP `discount`;

-- id: h4-0209
-- label: dangerous
-- why: twelve million invoices lose their documents
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table invoices drop pdf;

-- id: h4-0210
-- label: grey
-- why: a virtual column can be made again, but somebody may select it
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments DROP COLUMN net;

-- id: h4-0211
-- label: harmless
-- why: IF EXISTS and there is no such column, so nothing happens
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users DROP COLUMN IF EXISTS legacy_token;

-- id: h4-0212
-- label: fails
-- why: there is no such column
-- engine: mysql 8.0.35
ALTER TABLE users DROP COLUMN legacy_token;

-- id: h4-0213
-- label: dangerous
-- why: the limits of five million accounts are lost, and their CHECK with them
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts DROP COLUMN credit_limit;

-- id: h4-0214
-- label: dangerous
-- why: the running code's queries name the column
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` RENAME COLUMN `display_name` TO `full_name`;

-- id: h4-0215
-- label: dangerous
-- why: INSTANT, but old code fails at the old name
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts CHANGE external_ref external_id VARCHAR(64) DEFAULT NULL;

-- id: h4-0216
-- label: dangerous
-- why: a new name and a new type: the code breaks and 8 GB are copied
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `users` change `age` `years` int unsigned null;

-- id: h4-0217
-- label: dangerous
-- why: no writer finds the orders any longer
-- engine: mysql 8.4
RENAME TABLE orders TO orders_old;

-- id: h4-0218
-- label: dangerous
-- why: another table stands in place of the payments, and it has other columns
-- engine: mysql 8.0.35
RENAME TABLE payments TO payments_old, legacy_orders TO payments;

-- id: h4-0219
-- label: dangerous
-- why: the application looks for support_tickets in vain
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: EXCLUSIVE
-- rebuild: no
ALTER TABLE support_tickets RENAME TO tickets;

-- id: h4-0220
-- label: harmless
-- why: a new and empty table with another's definition
-- engine: mysql 9.7
CREATE TABLE gift_cards_v2 LIKE gift_cards;

-- id: h4-0221
-- label: dangerous
-- why: 30 million old orders are gone for good
-- engine: mysql 8.4
DROP TABLE legacy_orders;

-- id: h4-0222
-- label: dangerous
-- why: the audit trail is lost
-- engine: mariadb 11.8
DROP TABLE IF EXISTS `audit_log`;

-- id: h4-0223
-- label: dangerous
-- why: a guard does not make it less of a loss
-- engine: mysql 9.7
drop table if exists `sessions`, `jobs`;

-- id: h4-0224
-- label: dangerous
-- why: 60 million rows are emptied
-- engine: mysql 8.0.35
TRUNCATE TABLE notifications;

-- id: h4-0225
-- label: dangerous
-- why: TRUNCATE cannot be undone
-- engine: mariadb 10.6
TRUNCATE sessions;

-- id: h4-0226
-- label: harmless
-- why: the table is empty already
-- engine: mysql 9.1
TRUNCATE TABLE gift_cards;

-- id: h4-0227
-- label: fails
-- why: a foreign key refers to the orders
-- engine: mysql 8.4
DROP TABLE orders;

-- id: h4-0228
-- label: fails
-- why: a foreign key refers to the table
-- engine: mariadb 11.8
TRUNCATE TABLE users;

-- id: h4-0229
-- label: fails
-- why: there is no such table
-- engine: mysql 8.0.35
DROP TABLE promotions;

-- id: h4-0230
-- label: harmless
-- why: there is no such table, so the guard makes it nothing
-- engine: mysql 8.0.35
DROP TABLE IF EXISTS tmp_import_20240301;

-- id: h4-0231
-- label: grey
-- why: nobody has rows there, but code may ask for the table
-- engine: mariadb 11.4
DROP TABLE gift_cards;

-- id: h4-0232
-- label: dangerous
-- why: the whole shop is gone
-- engine: mysql 8.4
DROP DATABASE shop;

-- id: h4-0233
-- label: fails
-- why: the two columns differ in type
-- engine: mysql 9.7
ALTER TABLE users ADD CONSTRAINT fk_users_plan FOREIGN KEY (legacy_id) REFERENCES users (id);

-- id: h4-0234
-- label: dangerous
-- why: 12 GB of orders are copied and checked while nobody writes
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` ADD CONSTRAINT `fk_rails_f868b47f6a` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);

-- id: h4-0235
-- label: dangerous
-- why: 45 million payments are checked and copied under a lock
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments ADD CONSTRAINT payments_order_id_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL ON UPDATE CASCADE;

-- id: h4-0236
-- label: dangerous
-- why: Prisma's foreign key copies 24 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
-- AddForeignKey
ALTER TABLE `order_items` ADD CONSTRAINT `order_items_product_id_fkey` FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- id: h4-0237
-- label: grey
-- why: 300 000 tickets are copied in seconds, and the users are locked for as long
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `support_tickets` add constraint `support_tickets_user_id_foreign` foreign key (`user_id`) references `users` (`id`) on delete cascade;

-- id: h4-0238
-- label: harmless
-- why: both tables are tiny
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE categories ADD CONSTRAINT FK_3AF34668727ACA70 FOREIGN KEY (parent_id) REFERENCES categories (id) ON DELETE SET NULL;

-- id: h4-0239
-- label: grey
-- why: 8000 rows, but the parent is the busy accounts table
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `webhooks` ADD CONSTRAINT `fk_webhooks_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE;

-- id: h4-0240
-- label: fails
-- why: with foreign keys being checked it cannot be done in place
-- engine: mysql 8.0.35
ALTER TABLE orders ADD CONSTRAINT fk_orders_account FOREIGN KEY (account_id) REFERENCES accounts (id), ALGORITHM=INPLACE, LOCK=NONE;

-- id: h4-0241
-- label: fails
-- why: the referred column has no key
-- engine: mariadb 11.4
ALTER TABLE payments ADD FOREIGN KEY (provider_ref) REFERENCES accounts (external_ref);

-- id: h4-0242
-- label: grey
-- why: a catalogue entry, but nothing protects the plans in use any longer
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` DROP FOREIGN KEY `fk_accounts_plan`;

-- id: h4-0244
-- label: dangerous
-- why: the exchanged foreign key copies and checks 5 GB of addresses
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE addresses DROP FOREIGN KEY fk_addresses_user, ADD CONSTRAINT fk_addresses_user2 FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT;

-- id: h4-0245
-- label: fails
-- why: no foreign key has this name
-- engine: mysql 9.7
ALTER TABLE orders DROP FOREIGN KEY orders_user_id_foreign;

-- id: h4-0246
-- label: harmless
-- why: guarded, and there is none
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP FOREIGN KEY IF EXISTS orders_user_id_foreign;

-- id: h4-0247
-- label: dangerous
-- why: a CHECK copies 12 GB under a lock
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD CONSTRAINT chk_orders_total CHECK (total_cents >= 0);

-- id: h4-0248
-- label: harmless
-- why: a CHECK that is not enforced verifies nothing
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD CONSTRAINT chk_orders_discount CHECK (discount >= 0) NOT ENFORCED;

-- id: h4-0249
-- label: dangerous
-- why: to enforce the rule all accounts are copied
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts ALTER CHECK chk_accounts_credit ENFORCED, ADD CHECK (balance > -100000);

-- id: h4-0250
-- label: harmless
-- why: the rule goes from the catalogue
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts DROP CHECK chk_accounts_credit;

-- id: h4-0252
-- label: dangerous
-- why: the CHECK is verified by a copy of 9 GB
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments ADD CONSTRAINT chk_payments_amount CHECK (amount > 0);

-- id: h4-0253
-- label: harmless
-- why: 24 plans are verified in no time
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans ADD CONSTRAINT plans_price_positive CHECK (monthly_price >= 0);

-- id: h4-0254
-- label: dangerous
-- why: ON DELETE CASCADE onto sessions: a copy of 3 GB at 3000 writes a second
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions
  ADD CONSTRAINT fk_sessions_user
  FOREIGN KEY (user_id) REFERENCES users (id)
  ON DELETE CASCADE;

-- id: h4-0256
-- label: dangerous
-- why: 110 GB from latin1 to utf8mb4
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `page_views` CONVERT TO CHARACTER SET utf8mb4;

-- id: h4-0258
-- label: harmless
-- why: 60 settings are converted in no time
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE settings CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h4-0259
-- label: harmless
-- why: only the default for new columns
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: h4-0260
-- label: harmless
-- why: a default of the table touches no column
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views CHARACTER SET = utf8mb4;

-- id: h4-0261
-- label: harmless
-- why: the default for tables that come later
-- engine: mysql 8.0.35
ALTER DATABASE `shop` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h4-0262
-- label: fails
-- why: MariaDB 10.6 does not know MySQL's collation
-- engine: mariadb 10.6
ALTER TABLE webhooks CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h4-0263
-- label: dangerous
-- why: the null rebuild writes 12 GB anew
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders ENGINE=InnoDB;

-- id: h4-0264
-- label: dangerous
-- why: FORCE is a rewrite
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications FORCE, ALGORITHM=INPLACE, LOCK=NONE;

-- id: h4-0265
-- label: dangerous
-- why: another row format writes 9 GB anew
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE payments ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;

-- id: h4-0266
-- label: harmless
-- why: the empty table changes its format at once
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE gift_cards ROW_FORMAT=DYNAMIC;

-- id: h4-0267
-- label: dangerous
-- why: to MyISAM: a copy, and neither transactions nor foreign keys
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions ENGINE = MyISAM;

-- id: h4-0268
-- label: harmless
-- why: only a comment
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` COMMENT = 'people who can sign in';

-- id: h4-0270
-- label: harmless
-- why: statistics options touch no rows
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items STATS_PERSISTENT=1, STATS_SAMPLE_PAGES=64;

-- id: h4-0272
-- label: dangerous
-- why: each latin1 column of 800 million rows is converted by a copy
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: h4-0273
-- label: dangerous
-- why: MariaDB's online conversion writes 12 GB of orders anew all the same
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;

-- id: h4-0274
-- label: harmless
-- why: a new partition for December after the last one is empty
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD PARTITION (PARTITION p202612 VALUES LESS THAN (TO_DAYS('2027-01-01')));

-- id: h4-0275
-- label: harmless
-- why: MariaDB appends an empty range at once
-- engine: mariadb 10.11
-- rebuild: no
ALTER TABLE events ADD PARTITION (
    PARTITION p202612 VALUES LESS THAN (TO_DAYS('2027-01-01')),
    PARTITION p202701 VALUES LESS THAN (TO_DAYS('2027-02-01'))
);

-- id: h4-0278
-- label: dangerous
-- why: a month of events is emptied
-- engine: mariadb 11.8
ALTER TABLE events TRUNCATE PARTITION p202609;

-- id: h4-0279
-- label: dangerous
-- why: a partition of some 18 GB is split row by row
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE events REORGANIZE PARTITION p202611 INTO (PARTITION p202611a VALUES LESS THAN (TO_DAYS('2026-11-15')), PARTITION p202611b VALUES LESS THAN (TO_DAYS('2026-12-01')));

-- id: h4-0280
-- label: dangerous
-- why: more hash partitions spread 250 million clicks anew
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE clicks ADD PARTITION PARTITIONS 4;

-- id: h4-0281
-- label: dangerous
-- why: without partitions 30 GB are written into one table
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE clicks REMOVE PARTITIONING;

-- id: h4-0282
-- label: dangerous
-- why: to partition 45 GB is to write them anew
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE audit_log PARTITION BY HASH (id) PARTITIONS 16;

-- id: h4-0283
-- label: fails
-- why: the primary key lacks the column
-- engine: mysql 8.0.35
ALTER TABLE orders PARTITION BY RANGE (YEAR(created_at)) (PARTITION p2025 VALUES LESS THAN (2026), PARTITION pmax VALUES LESS THAN MAXVALUE);

-- id: h4-0284
-- label: fails
-- why: a hash-partitioned table can only coalesce
-- engine: mysql 9.1
ALTER TABLE clicks DROP PARTITION p0;

-- id: h4-0285
-- label: dangerous
-- why: rebuilding a partition writes some 18 GB
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE events REBUILD PARTITION p202610;

-- id: h4-0286
-- label: grey
-- why: the statistics of 180 million rows
-- engine: mariadb 10.11
-- rebuild: no
ALTER TABLE events ANALYZE PARTITION p202611;

-- id: h4-0287
-- label: harmless
-- why: a new view
-- engine: mysql 9.7
CREATE VIEW recent_orders AS SELECT id, user_id, status, total_cents FROM orders WHERE created_at > NOW() - INTERVAL 30 DAY;

-- id: h4-0288
-- label: harmless
-- why: a view that was not there, with its rights
-- engine: mysql 8.0.35
CREATE OR REPLACE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW `product_list` AS select `p`.`id` AS `id`,`p`.`name` AS `name`,`c`.`name` AS `category` from (`products` `p` left join `categories` `c` on(`c`.`id` = `p`.`category_id`));

-- id: h4-0289
-- label: dangerous
-- why: callers of active_users miss the email and username columns
-- engine: mariadb 10.6
CREATE OR REPLACE VIEW active_users AS SELECT id FROM users WHERE deleted_at IS NULL;

-- id: h4-0291
-- label: grey
-- why: the same columns under another condition: readers see other rows
-- engine: mysql 9.7
ALTER VIEW active_users AS SELECT id, email, username FROM users WHERE deleted_at IS NULL AND status = 'active';

-- id: h4-0292
-- label: dangerous
-- why: each of 2200 writes a second updates its order from now on, and deadlocks are likely
-- engine: mysql 9.1
CREATE TRIGGER trg_order_items_ai AFTER INSERT ON order_items FOR EACH ROW
UPDATE orders SET total_cents = total_cents + ROUND(NEW.quantity * NEW.unit_price * 100) WHERE id = NEW.order_id;

-- id: h4-0293
-- label: dangerous
-- why: 600 payments a second would each count 45 million rows
-- engine: mariadb 10.11
CREATE TRIGGER trg_payments_bi BEFORE INSERT ON payments FOR EACH ROW
BEGIN
  IF (SELECT COUNT(*) FROM payments WHERE method = NEW.method AND amount = NEW.amount) > 100000 THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'suspicious';
  END IF;
END;

-- id: h4-0294
-- label: grey
-- why: a cheap trigger, but on every write of a busy table
-- engine: mysql 8.0.35
CREATE TRIGGER users_email_lower BEFORE INSERT ON users FOR EACH ROW SET NEW.email = LOWER(NEW.email);

-- id: h4-0295
-- label: grey
-- why: the channel is no longer lowered, on which readers may count
-- engine: mysql 8.4
DROP TRIGGER IF EXISTS trg_orders_bu;

-- id: h4-0296
-- label: harmless
-- why: a new procedure does nothing until it is called
-- engine: mysql 8.0.20
CREATE PROCEDURE close_ticket(IN ticket BIGINT UNSIGNED)
  UPDATE support_tickets SET closed_at = NOW() WHERE id = ticket;

-- id: h4-0297
-- label: harmless
-- why: a new function that is called by nobody yet
-- engine: mariadb 11.4
CREATE FUNCTION cents_to_eur(cents INT) RETURNS DECIMAL(12,2) DETERMINISTIC NO SQL RETURN cents / 100;

-- id: h4-0298
-- label: dangerous
-- why: empties 8 million sessions of what is expired, without bound
-- engine: mysql 8.0.35
CALL purge_sessions();

-- id: h4-0300
-- label: dangerous
-- why: each night one unbounded DELETE over 60 million rows
-- engine: mysql 9.1
CREATE EVENT ev_purge_notifications ON SCHEDULE EVERY 1 DAY STARTS '2026-12-01 03:00:00' DO DELETE FROM notifications WHERE created_at < NOW() - INTERVAL 180 DAY;

-- id: h4-0301
-- label: harmless
-- why: a new account without rights
-- engine: mysql 8.4
CREATE USER 'analyst'@'10.0.%' IDENTIFIED BY 'x7!kQ-example';

-- id: h4-0302
-- label: harmless
-- why: reading one table is granted to a user that is there
-- engine: mysql 8.0.35
GRANT SELECT ON shop.orders TO 'reader'@'%';

-- id: h4-0303
-- label: harmless
-- why: the application may do on a table what it may do anyway
-- engine: mariadb 10.6
GRANT SELECT, INSERT, UPDATE, DELETE ON `shop`.`gift_cards` TO 'shop_app'@'%';

-- id: h4-0304
-- label: dangerous
-- why: the application can no longer write
-- engine: mysql 9.7
REVOKE INSERT, UPDATE, DELETE ON shop.* FROM 'shop_app'@'%';

-- id: h4-0305
-- label: dangerous
-- why: the application cannot connect any longer
-- engine: mariadb 10.11
DROP USER 'shop_app'@'%';

-- id: h4-0306
-- label: grey
-- why: all rights on all things are a matter of security, not of locks
-- engine: mysql 9.7
GRANT ALL PRIVILEGES ON *.* TO 'shop_app'@'%' WITH GRANT OPTION;

-- id: h4-0307
-- label: harmless
-- why: grants are read again, which changes nothing after GRANT
-- engine: mariadb 11.8
FLUSH PRIVILEGES;

-- id: h4-0308
-- label: dangerous
-- why: waits for every query and then stops all writes
-- engine: mysql 8.4
FLUSH TABLES WITH READ LOCK;

-- id: h4-0309
-- label: dangerous
-- why: nobody else reads or writes orders until the lock goes
-- engine: mysql 8.0.35
LOCK TABLES orders WRITE, order_items WRITE;

-- id: h4-0310
-- label: harmless
-- why: gives back what the session holds
-- engine: mariadb 10.6
UNLOCK TABLES;

-- id: h4-0311
-- label: harmless
-- why: the session waits five seconds for locks and no longer
-- engine: mysql 9.1
SET SESSION lock_wait_timeout = 5;

-- id: h4-0313
-- label: grey
-- why: what follows is not checked, which may be wanted
-- engine: mysql 8.0.35
SET FOREIGN_KEY_CHECKS = 0;

-- id: h4-0314
-- label: harmless
-- why: the checks are on again
-- engine: mysql 8.4
SET foreign_key_checks=1;

-- id: h4-0315
-- label: harmless
-- why: the dump's preamble sets the session's mode
-- engine: mysql 9.7
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;

-- id: h4-0316
-- label: grey
-- why: a setting for all sessions, harmless as it is
-- engine: mysql 8.0.20
SET GLOBAL long_query_time = 1;

-- id: h4-0317
-- label: grey
-- why: replicas do not learn of what follows
-- engine: mysql 9.1
SET SESSION sql_log_bin = 0;

-- id: h4-0318
-- label: harmless
-- why: the time zone of this session only
-- engine: mariadb 11.4
SET time_zone = '+00:00';

-- id: h4-0319
-- label: dangerous
-- why: OPTIMIZE rewrites 24 GB
-- engine: mysql 8.0.35
OPTIMIZE TABLE order_items;

-- id: h4-0320
-- label: dangerous
-- why: OPTIMIZE of a compressed table of 45 GB
-- engine: mariadb 10.6
OPTIMIZE LOCAL TABLE `shop`.`audit_log`;

-- id: h4-0321
-- label: harmless
-- why: the statistics of 120 000 rows
-- engine: mysql 8.0.35
ANALYZE TABLE products;

-- id: h4-0322
-- label: grey
-- why: samples a few pages, but queries in flight may hold up others on the busiest table
-- engine: mysql 8.4
ANALYZE TABLE order_items;

-- id: h4-0323
-- label: grey
-- why: reads 56 GB of events while reads and writes go on
-- engine: mysql 9.7
CHECK TABLE events EXTENDED;

-- id: h4-0324
-- label: harmless
-- why: transaction words of a hand-written script
-- engine: mysql 8.4
START TRANSACTION;

-- id: h4-0325
-- label: harmless
-- why: ends the script's transaction
-- engine: mariadb 11.8
COMMIT;

-- id: h4-0326
-- label: harmless
-- why: chooses the schema
-- engine: mysql 8.0.35
USE shop;

-- id: h4-0327
-- label: dangerous
-- why: 50 million orders are updated in one transaction
-- engine: mysql 9.1
UPDATE orders SET channel = 'web' WHERE channel IS NULL;

-- id: h4-0328
-- label: dangerous
-- why: Django's backfill touches 20 million users at once
-- engine: mysql 8.0.35
UPDATE `users` SET `newsletter` = 0;

-- id: h4-0329
-- label: dangerous
-- why: the join updates 180 million lines without bound
-- engine: mariadb 10.11
UPDATE order_items oi JOIN products p ON p.id = oi.product_id SET oi.unit_price = p.price WHERE oi.unit_price = 0;

-- id: h4-0330
-- label: dangerous
-- why: all emails are lowered, row by row, in one transaction
-- engine: mysql 9.7
update users set email = lower(trim(email)) where email <> lower(trim(email));

-- id: h4-0331
-- label: harmless
-- why: a batch of a thousand by the primary key
-- engine: mysql 8.4
UPDATE users SET newsletter = 0 WHERE id BETWEEN 1 AND 1000 AND newsletter IS NULL;

-- id: h4-0332
-- label: grey
-- why: each batch of 5000 searches the table from its start for what is left
-- engine: mysql 8.0.20
UPDATE notifications SET read_at = created_at WHERE read_at IS NULL AND created_at < '2025-01-01' LIMIT 5000;

-- id: h4-0333
-- label: harmless
-- why: one row by its key
-- engine: mariadb 10.6
UPDATE settings SET value = 'https://shop.example.org' WHERE `key` = 'base_url';

-- id: h4-0334
-- label: harmless
-- why: one user by the key
-- engine: mysql 8.0.35
UPDATE users SET status = 'suspended' WHERE id = 4711;

-- id: h4-0335
-- label: harmless
-- why: 24 plans
-- engine: mysql 8.0.35
UPDATE plans SET active = 1 WHERE active IS NULL;

-- id: h4-0337
-- label: dangerous
-- why: up to 12 million invoices in one transaction
-- engine: mysql 8.4
UPDATE invoices i SET i.due_on = DATE_ADD(i.issued_on, INTERVAL 14 DAY) WHERE i.due_on IS NULL;

-- id: h4-0338
-- label: grey
-- why: 300 000 tickets in one transaction of some seconds
-- engine: mysql 9.1
UPDATE support_tickets SET priority = 'normal' WHERE priority = '';

-- id: h4-0339
-- label: dangerous
-- why: the queue of 2500 writes a second is locked by one update of all jobs
-- engine: mysql 8.0.35
UPDATE jobs SET attempts = 0, locked_by = NULL;

-- id: h4-0340
-- label: dangerous
-- why: everything that is old goes in one transaction, without an index to find it
-- engine: mysql 9.7
DELETE FROM notifications WHERE created_at < NOW() - INTERVAL 1 YEAR;

-- id: h4-0341
-- label: dangerous
-- why: nobody has an order left, nor a line, as the delete cascades
-- engine: mariadb 11.4
DELETE FROM orders;

-- id: h4-0343
-- label: harmless
-- why: one flag by its key
-- engine: mysql 9.7
DELETE FROM feature_flags WHERE name = 'new_checkout_2023';

-- id: h4-0344
-- label: harmless
-- why: the migration takes its version back
-- engine: mysql 8.0.35
DELETE FROM `schema_migrations` WHERE `schema_migrations`.`version` = '20240101000002';

-- id: h4-0345
-- label: dangerous
-- why: duplicates are searched by joining 20 million users with themselves
-- engine: mariadb 10.6
DELETE u1 FROM users u1 INNER JOIN users u2 WHERE u1.id > u2.id AND u1.phone = u2.phone;

-- id: h4-0346
-- label: dangerous
-- why: the orphans are searched in 180 million rows and lost
-- engine: mysql 9.1
DELETE oi FROM order_items oi LEFT JOIN products p ON p.id = oi.product_id WHERE p.id IS NULL;

-- id: h4-0347
-- label: dangerous
-- why: an unknown number of users and, by cascade, their addresses are lost at once
-- engine: mysql 8.4
DELETE FROM users WHERE status = 'invited' AND created_at < '2024-01-01';

-- id: h4-0348
-- label: harmless
-- why: the migration's version
-- engine: mysql 8.0.20
INSERT INTO `schema_migrations` (version) VALUES ('20261121093000');

-- id: h4-0349
-- label: harmless
-- why: a few settings
-- engine: mariadb 10.11
INSERT IGNORE INTO settings (`key`, value) VALUES ('smtp_host', 'mail.example.org'), ('smtp_port', '587'), ('smtp_tls', '1');

-- id: h4-0350
-- label: harmless
-- why: a new flag, or the old one again
-- engine: mysql 8.0.35
INSERT INTO feature_flags (name, enabled) VALUES ('express_checkout', 0) ON DUPLICATE KEY UPDATE enabled = VALUES(enabled);

-- id: h4-0351
-- label: harmless
-- why: one row of a tiny table
-- engine: mysql 9.1
REPLACE INTO countries (code, name, dial_code) VALUES ('XK', 'Kosovo', '+383');

-- id: h4-0352
-- label: dangerous
-- why: reads and locks 50 million orders while it writes as many rows
-- engine: mysql 8.0.35
INSERT INTO order_items (order_id, product_id, quantity, unit_price) SELECT id, 1, 1, total_cents / 100 FROM orders WHERE status = 'paid';

-- id: h4-0353
-- label: dangerous
-- why: 8 million sessions go into the audit trail in one transaction
-- engine: mariadb 11.8
INSERT INTO audit_log (actor_id, action, entity, details, created_at)
SELECT user_id, 'login', 'session', user_agent, created_at FROM sessions;

-- id: h4-0354
-- label: grey
-- why: ten thousand rows by the key, into the busy jobs table
-- engine: mysql 8.0.35
INSERT INTO jobs (queue, payload, run_at) SELECT 'reindex', CONCAT('{"user":', id, '}'), NOW() FROM users WHERE id BETWEEN 1 AND 10000;

-- id: h4-0355
-- label: harmless
-- why: 24 plans give 24 rows to the empty table
-- engine: mysql 8.4
INSERT INTO gift_cards (code, balance, issued_at) SELECT CONCAT('PLAN-', code), 0, NOW() FROM plans;

-- id: h4-0356
-- label: harmless
-- why: a row for each country, 249 of them
-- engine: mariadb 11.4
INSERT INTO categories (parent_id, name) SELECT NULL, name FROM countries;

-- id: h4-0357
-- label: fails
-- why: the plan 99999 has no name and no price
-- engine: mysql 9.7
INSERT INTO plans (id, code) VALUES (99999, 'legacy');

-- id: h4-0358
-- label: fails
-- why: no such table
-- engine: mysql 8.4
UPDATE customers SET active = 1 WHERE id = 1;

-- id: h4-0359
-- label: dangerous
-- why: the hint and the alias change nothing: all payments are updated
-- engine: mysql 9.1
UPDATE /*+ NO_INDEX_MERGE(p) */ payments AS p SET p.fee = ROUND(p.amount * 0.019, 2) WHERE p.fee = 0;

-- id: h4-0360
-- label: grey
-- why: 50 000 orders of a range of keys in one transaction
-- engine: mysql 9.7
UPDATE orders SET notes = NULL WHERE id > 1000000 AND id <= 1050000;

-- id: h4-0361
-- label: dangerous
-- why: millions of balances are overwritten by one statement
-- engine: mysql 8.0.35
UPDATE accounts a JOIN (SELECT account_id, SUM(total) AS s FROM invoices GROUP BY account_id) i ON i.account_id = a.id SET a.balance = i.s;

-- id: h4-0362
-- label: harmless
-- why: counting 800 rows changes nothing
-- engine: mysql 8.4
SELECT COUNT(*) FROM schema_migrations;

-- id: h4-0363
-- label: dangerous
-- why: the columns would be INSTANT and the longer phone in place, but in one statement they rewrite 8 GB
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users ADD is_verified TINYINT(1) DEFAULT 0 NOT NULL, ADD verified_at DATETIME DEFAULT NULL COMMENT '(DC2Type:datetime_immutable)', CHANGE phone phone VARCHAR(35) DEFAULT NULL;

-- id: h4-0364
-- label: dangerous
-- why: Doctrine's diff drops what the entity no longer names
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD stripe_customer_id VARCHAR(64) DEFAULT NULL, DROP external_ref;

-- id: h4-0365
-- label: harmless
-- why: only defaults and a comment in one statement
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table sessions alter column user_agent set default 'unknown', comment 'browser sessions';

-- id: h4-0366
-- label: dangerous
-- why: renaming an index is never INSTANT, so the column beside it rewrites 15 GB
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `notifications` ADD COLUMN `priority` TINYINT NOT NULL DEFAULT 0, RENAME INDEX `idx_notifications_user` TO `notifications_user_id_idx`;

-- id: h4-0367
-- label: harmless
-- why: a nullable reference without a constraint
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ADD COLUMN `parentOrderId` BIGINT UNSIGNED NULL;

-- id: h4-0368
-- label: dangerous
-- why: Prisma's diff makes a column required and so rewrites the users
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
/*
  Warnings:
  - Made the column `username` on table `users` required. This step will fail if there are existing NULL values in that column.
*/
-- AlterTable
ALTER TABLE `users` MODIFY `username` VARCHAR(50) NOT NULL;

-- id: h4-0369
-- label: dangerous
-- why: Prisma's DateTime with milliseconds copies 9 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
-- AlterTable
ALTER TABLE `payments` MODIFY `captured_at` DATETIME(3) NULL;

-- id: h4-0370
-- label: grey
-- why: online, but many minutes of reading 12 GB
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
-- CreateIndex
CREATE INDEX `orders_status_created_at_idx` ON `orders`(`status`, `created_at` DESC);

-- id: h4-0371
-- label: harmless
-- why: Prisma's index on a table of 8000 rows
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
-- CreateIndex
CREATE UNIQUE INDEX `webhooks_account_id_id_key` ON `webhooks`(`account_id`, `id`);

-- id: h4-0372
-- label: harmless
-- why: a new table with a text id, as Ghost has them
-- engine: mariadb 10.11
create table `newsletters` (`id` varchar(24) not null, `name` varchar(191) not null, `slug` varchar(191) not null, `sort_order` int unsigned not null default '0', `created_at` datetime not null, primary key (`id`)) default character set utf8mb4;

-- id: h4-0373
-- label: harmless
-- why: the guard in a version comment is read by the server as the statement itself, on an empty table
-- engine: mysql 8.0.35
/*!50003 ALTER TABLE gift_cards ADD COLUMN note VARCHAR(255) NULL */;

-- id: h4-0374
-- label: dangerous
-- why: the version comment hides a loss
-- engine: mysql 9.7
/*!40000 DROP TABLE IF EXISTS `page_views` */;

-- id: h4-0375
-- label: dangerous
-- why: MariaDB runs what stands in its own comments
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` /*M!100000 DROP COLUMN IF EXISTS `interests` */;

-- id: h4-0376
-- label: harmless
-- why: upper and lower case, tabs and a trailing comment do not matter
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter	TABLE  support_tickets
	Add  Column  Satisfaction  TINYINT  UNSIGNED  NULL  -- 1..5, see survey
	, add column Satisfaction_Note varchar(500) null;

-- id: h4-0377
-- label: harmless
-- why: reserved words as names, at the end and INSTANT
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `products` ADD COLUMN `order` INT NULL, ADD COLUMN `desc` VARCHAR(80) NULL;

-- id: h4-0378
-- label: harmless
-- why: a new default on a big table is a catalogue entry
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications ALTER COLUMN kind SET DEFAULT 'mail';

-- id: h4-0379
-- label: harmless
-- why: a new table
-- engine: mysql 8.0.20
CREATE TABLE coupons (id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, code VARCHAR(40) NOT NULL, percent TINYINT UNSIGNED NOT NULL, UNIQUE KEY uk_coupons_code (code)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- id: h4-0380
-- label: dangerous
-- why: the foreign key copies and checks 45 million payments
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments ADD CONSTRAINT fk_payments_order FOREIGN KEY (order_id) REFERENCES orders (id);

-- id: h4-0381
-- label: harmless
-- why: a wider id is a copy, but one of 640 rows
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE categories MODIFY id BIGINT NOT NULL AUTO_INCREMENT, ADD COLUMN slug VARCHAR(100) NULL;

-- id: h4-0382
-- label: fails
-- why: DROP COLUMN is not INSTANT before 8.0.29
-- engine: mysql 8.0.20
ALTER TABLE support_tickets DROP COLUMN closed_at, ALGORITHM=INSTANT;

-- id: h4-0383
-- label: harmless
-- why: the lengthened name of a small table stays below 256 bytes
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE feature_flags CHANGE name name VARCHAR(63) NOT NULL;

-- id: h4-0384
-- label: dangerous
-- why: in front of generated columns a new first column is not INSTANT, so 9 GB are written anew
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE payments ADD COLUMN tenant SMALLINT UNSIGNED NULL FIRST;

-- id: h4-0385
-- label: harmless
-- why: a table of its own for a big text that users need seldom
-- engine: mysql 8.4
CREATE TABLE user_profiles (
  user_id BIGINT UNSIGNED NOT NULL,
  headline VARCHAR(200) NULL,
  avatar MEDIUMBLOB NULL,
  PRIMARY KEY (user_id),
  CONSTRAINT fk_user_profiles_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- id: h4-0386
-- label: harmless
-- why: a new table with a key to the busy orders is made in a moment
-- engine: mariadb 10.6
create table `shipments` (`id` bigint unsigned not null auto_increment primary key, `order_id` bigint unsigned not null, `carrier` varchar(40) not null, constraint `shipments_order_id_foreign` foreign key (`order_id`) references `orders` (`id`) on delete cascade) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;

-- id: h4-0387
-- label: harmless
-- why: a batch by the whole key of one product's stock
-- engine: mysql 9.7
UPDATE inventory SET reserved = 0 WHERE product_id = 815 AND warehouse = 'BER';

-- id: h4-0388
-- label: harmless
-- why: three webhooks are switched off by their keys
-- engine: mariadb 10.11
UPDATE `webhooks` SET `enabled` = 0 WHERE `id` IN (12, 57, 391);

-- id: h4-0389
-- label: dangerous
-- why: MariaDB too fills 60 million rows in one transaction
-- engine: mariadb 10.11
UPDATE notifications n SET n.kind = CONCAT('legacy_', n.kind);

-- id: h4-0390
-- label: fails
-- why: there is no such procedure
-- engine: mysql 8.0.35
CALL backfill_everything();

-- id: h4-0391
-- label: harmless
-- why: the session's own limits before a long change
-- engine: mysql 8.0.35
SET SESSION innodb_lock_wait_timeout = 3, SESSION max_execution_time = 60000;

-- id: h4-0392
-- label: harmless
-- why: fails early instead of waiting for a lock, and is INSTANT
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders WAIT 3 ADD COLUMN fraud_score TINYINT UNSIGNED NULL;

-- id: h4-0393
-- label: harmless
-- why: does not wait at all for the lock of an INSTANT change
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items NOWAIT ADD COLUMN gift TINYINT(1) NOT NULL DEFAULT 0;

-- id: h4-0394
-- label: harmless
-- why: the unsuspicious word in the default is no action
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE jobs ADD COLUMN on_failure VARCHAR(30) NOT NULL DEFAULT 'DROP COLUMN; --';

-- id: h4-0395
-- label: dangerous
-- why: Magento-like: a flat table's index change hides a type change that copies
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `invoices` MODIFY COLUMN `total` decimal(20, 4) NOT NULL DEFAULT 0, ADD INDEX `INVOICES_DUE_ON` (`due_on`);

-- id: h4-0396
-- label: harmless
-- why: Flyway's baseline row
-- engine: mysql 8.0.35
INSERT INTO schema_migrations(version)
VALUES ('V3_12__baseline');

-- id: h4-0397
-- label: harmless
-- why: Knex's index on a small table
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `plans` add index `plans_active_code_index`(`active`, `code`);

-- id: h4-0398
-- label: grey
-- why: a new unique key over 5 million accounts, with duplicates unknown
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD UNIQUE INDEX accounts_external_ref_key (external_ref);

-- id: h4-0399
-- label: grey
-- why: a rewrite of 1.5 GB that lets all go on
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE accounts ENGINE=InnoDB, ALGORITHM=INPLACE, LOCK=NONE;

-- id: h4-0400
-- label: harmless
-- why: a new view over a tiny table
-- engine: mysql 9.1
CREATE VIEW `shop`.`v_plan_prices` (`code`, `yearly`) AS SELECT `code`, `monthly_price` * 12 FROM `shop`.`plans` WHERE `active` = 1;

-- id: h4-0401
-- label: harmless
-- why: comments on a column keep the full definition
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments CHANGE COLUMN failure_reason failure_reason TEXT NULL COMMENT 'as the provider words it';

-- id: h4-0402
-- label: dangerous
-- why: the comment is new but the definition lost its NOT NULL, which rewrites 24 GB
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE order_items MODIFY quantity SMALLINT DEFAULT 1 COMMENT 'pieces';

-- id: h4-0403
-- label: harmless
-- why: two columns at the end are INSTANT, with a literal TRUE
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE addresses ADD COLUMN is_default BOOLEAN NOT NULL DEFAULT TRUE, ADD COLUMN label VARCHAR(40) NULL;

-- id: h4-0404
-- label: harmless
-- why: a last column beside generated ones
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments ADD COLUMN settled_on DATE NULL;

-- id: h4-0405
-- label: harmless
-- why: a column and the default of another are both catalogue entries
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN locale VARCHAR(10) NULL, ALTER COLUMN channel SET DEFAULT 'shop';

-- id: h4-0406
-- label: harmless
-- why: in MariaDB the column and the new ENUM value are INSTANT together
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders
  ADD COLUMN returned_at DATETIME NULL AFTER placed_at,
  MODIFY COLUMN status ENUM('draft','placed','paid','shipped','cancelled','returned') NOT NULL DEFAULT 'draft';

-- id: h4-0407
-- label: dangerous
-- why: the value at the end would be INSTANT, but the column that becomes wider copies
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY method ENUM('card','sepa','paypal','twint') NOT NULL, MODIFY fee DECIMAL(14,4) NOT NULL DEFAULT 0;

-- id: h4-0408
-- label: fails
-- why: there is no such index
-- engine: mysql 9.1
ALTER TABLE webhooks RENAME INDEX `PRIMARY_old` TO `idx_x`;

-- id: h4-0409
-- label: dangerous
-- why: INSTANT, but the running code writes the old name 400 times a second
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE audit_log CHANGE actor_id user_id BIGINT UNSIGNED DEFAULT NULL;

-- id: h4-0410
-- label: harmless
-- why: a variable of the session
-- engine: mysql 8.0.35
SET @rows_before = (SELECT COUNT(*) FROM plans);

-- id: h4-0411
-- label: dangerous
-- why: INPLACE is what the author believed in, and it does rewrite
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `orders` MODIFY COLUMN `coupon_code` VARCHAR(50) NOT NULL DEFAULT '', ALGORITHM=INPLACE, LOCK=NONE;

-- id: h4-0412
-- label: fails
-- why: more length bytes are no work for INPLACE
-- engine: mysql 8.4
ALTER TABLE orders MODIFY coupon_code VARCHAR(100), ALGORITHM=INPLACE;

-- id: h4-0413
-- label: fails
-- why: a type change is not NOCOPY
-- engine: mariadb 11.4
ALTER TABLE orders MODIFY total_cents BIGINT NOT NULL DEFAULT 0, ALGORITHM=NOCOPY;

-- id: h4-0414
-- label: fails
-- why: a copy cannot let writers in
-- engine: mysql 8.0.35
ALTER TABLE users CHANGE age age SMALLINT UNSIGNED NULL, ALGORITHM=COPY, LOCK=NONE;

-- id: h4-0415
-- label: harmless
-- why: the demand of LOCK=NONE is met on a small busy table
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE inventory ADD INDEX idx_inventory_wh_qty (warehouse, quantity), ALGORITHM=INPLACE, LOCK=NONE;

-- id: h4-0416
-- label: harmless
-- why: a column with a default expression that is one for all rows
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN onboarded_on DATE NOT NULL DEFAULT (CURRENT_DATE);

-- id: h4-0417
-- label: dangerous
-- why: the new column's value comes from another column, so each row is computed and written
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders ADD COLUMN invoice_key VARCHAR(40) NOT NULL DEFAULT (CONCAT('INV-', user_id));

-- id: h4-0418
-- label: harmless
-- why: a trigger on the small plans table that keeps codes in upper case
-- engine: mysql 8.0.20
CREATE TRIGGER plans_code_upper BEFORE INSERT ON plans FOR EACH ROW SET NEW.code = UPPER(NEW.code);

-- id: h4-0419
-- label: harmless
-- why: a longer text type on a table of 60 rows
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE settings MODIFY value MEDIUMTEXT NULL, ADD COLUMN updated_at TIMESTAMP NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP;

-- id: h4-0420
-- label: dangerous
-- why: five million accounts lose their plan in one transaction
-- engine: mysql 8.0.35
UPDATE accounts SET plan_id = NULL;

-- id: h4-0421
-- label: dangerous
-- why: the feature flags that the running code asks for are all gone
-- engine: mariadb 10.6
DELETE FROM feature_flags;

-- id: h4-0422
-- label: dangerous
-- why: the code reads settings by a column that is no longer there
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE settings RENAME COLUMN value TO setting_value;

-- id: h4-0424
-- label: harmless
-- why: the invoices get a column in the middle, INSTANT in MariaDB
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `invoices` add `currency` char(3) not null default 'EUR' after `total`;

-- id: h4-0425
-- label: harmless
-- why: the products' online rewrite takes seconds and holds nobody up
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE products MODIFY price DECIMAL(10,2) NOT NULL AFTER sku;

-- id: h4-0426
-- label: dangerous
-- why: partition by partition is still the whole table: 30 GB
-- engine: mysql 8.0.35
-- rebuild: yes
ALTER TABLE clicks OPTIMIZE PARTITION ALL;

-- id: h4-0427
-- label: grey
-- why: a hidden first step before a drop: the column stays, but SELECT * misses it
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ALTER COLUMN legacy_id SET INVISIBLE;

-- id: h4-0428
-- label: harmless
-- why: a new procedure that nobody calls yet
-- engine: mariadb 11.4
CREATE OR REPLACE PROCEDURE purge_sessions_batch(IN batch INT) DELETE FROM sessions WHERE expires_at < NOW() ORDER BY expires_at LIMIT batch;
