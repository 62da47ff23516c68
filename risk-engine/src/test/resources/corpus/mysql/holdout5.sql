-- A fifth set of held-out statements against schema.sql with the sizes of facts.json, in the proportions of production
-- migration folders; the format is explained in the folder above.

-- id: h5-0001
-- label: harmless
-- why: last column with NULL, INSTANT; a metadata lock for a moment
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AddPreferredTimezoneToUsers
ALTER TABLE `users` ADD `time_zone` varchar(255) DEFAULT 'UTC';

-- id: h5-0002
-- label: harmless
-- why: INSTANT at any position since 8.0.29
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `users` add `stripe_id` varchar(255) null after `email`;

-- id: h5-0003
-- label: harmless
-- why: three columns with NULL or defaults are INSTANT together
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `users` add `two_factor_secret` text null after `bio`, add `two_factor_recovery_codes` text null after `two_factor_secret`, add `two_factor_confirmed_at` timestamp null after `two_factor_recovery_codes`;

-- id: h5-0004
-- label: harmless
-- why: MariaDB adds it INSTANT, and old inserts get the default
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` ADD COLUMN `is_trial` tinyint(1) NOT NULL DEFAULT 0;

-- id: h5-0005
-- label: harmless
-- why: INSTANT, a default constant is kept in the dictionary
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `accounts` ADD COLUMN `billingEmail` VARCHAR(191) NULL,
    ADD COLUMN `seats` INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN `billingCycle` ENUM('MONTHLY', 'YEARLY') NOT NULL DEFAULT 'MONTHLY';

-- id: h5-0006
-- label: dangerous
-- why: INSTANT, but NOT NULL without default: inserts of the running code that do not name it fail in strict mode
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `orders` ADD COLUMN `salesChannelId` INTEGER NOT NULL;

-- id: h5-0007
-- label: harmless
-- why: INSTANT; the time of the statement becomes the value of all old rows
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices ADD sent_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3);

-- id: h5-0008
-- label: dangerous
-- why: STORED generated column: copies 45 million rows, writes wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments
  ADD COLUMN fee_percent DECIMAL(6,3) GENERATED ALWAYS AS (fee * 100 / amount) STORED;

-- id: h5-0009
-- label: harmless
-- why: virtual generated column, a catalogue entry
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` ADD `captured_date` date GENERATED ALWAYS AS (date(`captured_at`)) VIRTUAL;

-- id: h5-0010
-- label: dangerous
-- why: row format COMPRESSED knows no INSTANT: 45 GB are rebuilt
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `audit_log` ADD `request_id` char(36) DEFAULT NULL;

-- id: h5-0011
-- label: dangerous
-- why: MariaDB rebuilds a compressed table for a column
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE audit_log ADD COLUMN ip VARBINARY(16) NULL;

-- id: h5-0012
-- label: dangerous
-- why: with a FULLTEXT index there is no INSTANT: 6 GB rebuilt, writes wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles ADD COLUMN slug VARCHAR(200) NULL AFTER title;

-- id: h5-0013
-- label: dangerous
-- why: index and column in one statement: no INSTANT, the whole table is rebuilt
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `orders` ADD `external_id` varchar(64) NULL, ADD INDEX `orders_external_id_index`(`external_id`);

-- id: h5-0014
-- label: dangerous
-- why: before 8.0.29 not INSTANT in the middle: 12 GB rebuilt
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
alter table `orders` add `gift_wrap` tinyint(1) not null default '0' after `channel`;

-- id: h5-0015
-- label: harmless
-- why: last column, INSTANT since 8.0.12
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `orders` add `source_ip` varchar(45) null;

-- id: h5-0016
-- label: dangerous
-- why: UUID() as default differs by row: MariaDB copies, writes wait
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users ADD COLUMN ulid VARCHAR(36) NOT NULL DEFAULT uuid();

-- id: h5-0017
-- label: harmless
-- why: 20 thousand bytes of catalogue, 640 rows
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE categories ADD slug VARCHAR(120) NULL, ADD UNIQUE INDEX uniq_categories_slug (slug);

-- id: h5-0018
-- label: fails
-- why: MySQL refuses UUID() as the default of a new column while there is a binary log
-- engine: mysql 9.7
ALTER TABLE webhooks ADD COLUMN uuid CHAR(36) NOT NULL DEFAULT (UUID()), ADD COLUMN failures INT NOT NULL DEFAULT 0;

-- id: h5-0019
-- label: fails
-- why: duplicate column name
-- engine: mysql 9.7
ALTER TABLE users ADD COLUMN phone VARCHAR(32) NULL;

-- id: h5-0020
-- label: fails
-- why: MySQL knows no IF NOT EXISTS for columns
-- engine: mysql 8.4
ALTER TABLE accounts ADD INDEX (currency), ADD COLUMN IF NOT EXISTS tax_exempt_until DATE NULL;

-- id: h5-0021
-- label: harmless
-- why: MariaDB knows IF NOT EXISTS; INSTANT
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN IF NOT EXISTS avatar_url VARCHAR(255) AFTER display_name;

-- id: h5-0022
-- label: harmless
-- why: JSON with NULL, INSTANT
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ADD `metadata` json NULL;

-- id: h5-0023
-- label: fails
-- why: a literal default for JSON is refused
-- engine: mysql 8.4
ALTER TABLE `orders` ADD COLUMN `tags` JSON NOT NULL DEFAULT '[]';

-- id: h5-0024
-- label: harmless
-- why: Django's first half, INSTANT with a default
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `support_tickets` ADD COLUMN `is_spam` bool DEFAULT b'0' NOT NULL;

-- id: h5-0025
-- label: dangerous
-- why: a forgotten default: inserts that do not name the column fail, and NULL becoming NOT NULL rewrites 12 GB
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `orders` MODIFY `channel` varchar(16) NOT NULL;

-- id: h5-0026
-- label: harmless
-- why: a new column with the words of the tool Doctrine, INSTANT
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ADD refunded_at DATETIME DEFAULT NULL COMMENT '(DC2Type:datetime_immutable)', ADD refund_reason VARCHAR(255) DEFAULT NULL;

-- id: h5-0027
-- label: dangerous
-- why: Doctrine adds the column and its foreign key at once: copy of 50 million rows
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD promotion_id INT DEFAULT NULL, ADD CONSTRAINT FK_E52FFDEE139DF194 FOREIGN KEY (promotion_id) REFERENCES plans (id);

-- id: h5-0028
-- label: harmless
-- why: INSTANT asked for and granted
-- engine: mysql 9.1
ALTER TABLE `shop`.`notifications` ADD COLUMN `priority` TINYINT NOT NULL DEFAULT 0, ALGORITHM=INSTANT;

-- id: h5-0029
-- label: harmless
-- why: demanded INSTANT, which fits a virtual column and one with NULL
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users
    ADD COLUMN marketing_opt_in_at DATETIME NULL,
    ADD COLUMN email_domain VARCHAR(191) AS (SUBSTRING_INDEX(email, '@', -1)) VIRTUAL,
    ALGORITHM=INSTANT;

-- id: h5-0030
-- label: fails
-- why: a compressed table is never altered INSTANT like this
-- engine: mysql 8.4
ALTER TABLE audit_log ADD COLUMN tenant_id INT NULL, ALGORITHM=INSTANT;

-- id: h5-0031
-- label: fails
-- why: an index is never INSTANT
-- engine: mysql 8.0.35
ALTER TABLE orders ADD INDEX idx_orders_channel (channel), ALGORITHM=INSTANT;

-- id: h5-0032
-- label: fails
-- why: column of AFTER does not exist
-- engine: mysql 8.4
ALTER TABLE `orders` ADD `shipped_at` datetime NULL AFTER `paid_at`;

-- id: h5-0033
-- label: harmless
-- why: INSTANT in front, too
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications ADD COLUMN tenant_id SMALLINT UNSIGNED NOT NULL DEFAULT 1 FIRST;

-- id: h5-0034
-- label: harmless
-- why: the table is empty
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE gift_cards ADD COLUMN currency CHAR(3) NOT NULL, ADD COLUMN expires_on DATE NOT NULL, ADD INDEX gift_cards_expires_idx (expires_on);

-- id: h5-0035
-- label: dangerous
-- why: an AUTO_INCREMENT column numbers 800 million rows: rebuild under a lock against writes
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views ADD COLUMN view_id BIGINT NOT NULL AUTO_INCREMENT FIRST, ADD CONSTRAINT pk_page_views PRIMARY KEY (view_id);

-- id: h5-0036
-- label: dangerous
-- why: the same in MariaDB, with the words of Laravel
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
alter table `page_views` add `row_id` bigint unsigned not null auto_increment unique;

-- id: h5-0037
-- label: harmless
-- why: partitioned tables take INSTANT as well
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `events` ADD `source` varchar(20) NOT NULL DEFAULT 'web' AFTER `name`, ADD `ingested_at` datetime NULL;

-- id: h5-0038
-- label: dangerous
-- why: CHECK with a new column is verified by a copy of 180 million rows
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD COLUMN discount_pct TINYINT NOT NULL DEFAULT 0 CHECK (discount_pct BETWEEN 0 AND 100);

-- id: h5-0039
-- label: harmless
-- why: a virtual column is a catalogue entry
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE products ADD COLUMN price_bucket INT AS (FLOOR(price / 10)) VIRTUAL;

-- id: h5-0040
-- label: harmless
-- why: Rails' timestamps with NULL, INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `webhooks` ADD `created_at` datetime(6) DEFAULT NULL, ADD `updated_at` datetime(6) DEFAULT NULL;

-- id: h5-0041
-- label: dangerous
-- why: Rails' columns NOT NULL without default: old inserts fail on a table with 15 writes a second
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` ADD `created_by` varchar(255) NOT NULL, ADD `lock_version` int NOT NULL;

-- id: h5-0042
-- label: dangerous
-- why: NOT NULL without a default: what is running and does not know the column cannot insert any more
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions ADD COLUMN device_fingerprint VARCHAR(64) NOT NULL;

-- id: h5-0043
-- label: harmless
-- why: INSTANT; text columns may have defaults in MariaDB
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets ADD internal_note TEXT NOT NULL DEFAULT '';

-- id: h5-0044
-- label: fails
-- why: TEXT with a literal default is refused by MySQL
-- engine: mysql 8.0.35
ALTER TABLE accounts ADD settings_json LONGTEXT NOT NULL DEFAULT '{}';

-- id: h5-0045
-- label: harmless
-- why: a column that SELECT * does not show, INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN risk_score INT NULL INVISIBLE;

-- id: h5-0046
-- label: harmless
-- why: INSTANT in the middle, too; 3,000 writes a second wait for a moment's metadata lock at most
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions ADD COLUMN last_seen_at DATETIME NULL AFTER user_id;

-- id: h5-0047
-- label: harmless
-- why: only a few milliseconds for 24 rows
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE plans
  ADD COLUMN yearly_price DECIMAL(8,2) NOT NULL DEFAULT 0.00 AFTER monthly_price,
  ADD COLUMN trial_days SMALLINT UNSIGNED NOT NULL DEFAULT 14,
  ADD KEY idx_plans_active (active);

-- id: h5-0048
-- label: grey
-- why: built online, and yet minutes of work on 50 million rows that replicas repeat one after the other
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `index_orders_on_account_id_and_placed_at` ON `orders` (`account_id`, `placed_at`);

-- id: h5-0049
-- label: harmless
-- why: built online, and says so
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` ADD INDEX `index_invoices_on_account_id_and_issued_on` (`account_id`, `issued_on`), ALGORITHM=INPLACE, LOCK=NONE;

-- id: h5-0050
-- label: harmless
-- why: built online, MariaDB does so by itself
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `users` add index `users_country_code_status_index`(`country_code`, `status`);

-- id: h5-0051
-- label: harmless
-- why: online on 5 million rows
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX ix_accounts_external_ref ON accounts (external_ref);

-- id: h5-0052
-- label: grey
-- why: online, but 180 million rows at 2,200 writes a second: hours, and a log that may overflow
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_order_items_product ON order_items (product_id);

-- id: h5-0053
-- label: grey
-- why: online, but 4,000 writes a second may overflow the log of the build
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD INDEX events_name_occurred_on_idx (name, occurred_on);

-- id: h5-0054
-- label: dangerous
-- why: LOCK=SHARED holds up 800 writes a second for the whole build
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE INDEX idx_orders_currency_placed ON orders (currency, placed_at) ALGORITHM=INPLACE LOCK=SHARED;

-- id: h5-0055
-- label: dangerous
-- why: ALGORITHM=COPY writes 12 GB anew and holds up writes
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD INDEX idx_orders_updated_at (updated_at), ALGORITHM=COPY;

-- id: h5-0056
-- label: dangerous
-- why: the first FULLTEXT index of a table of 60 million rows holds up writes
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
alter table `notifications` add fulltext `notifications_body_fulltext`(`body`);

-- id: h5-0057
-- label: dangerous
-- why: a verified CHECK copies 25 million rows and a spatial index is built with them, writes wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE addresses ADD CONSTRAINT chk_city CHECK (city <> ''), ADD SPATIAL KEY addresses_location_spatialindex (location);

-- id: h5-0058
-- label: fails
-- why: TEXT needs a length in a key
-- engine: mysql 9.7
alter table `users` add index `users_bio_status_index`(`bio`, `status`);

-- id: h5-0059
-- label: grey
-- why: prefix index over the texts of 50 million rows: online, but long, and replicas lag
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_orders_notes ON orders (notes(32));

-- id: h5-0060
-- label: fails
-- why: MariaDB knows no functional keys
-- engine: mariadb 10.11
CREATE INDEX idx_users_lower_email ON users ((LOWER(email)));

-- id: h5-0061
-- label: grey
-- why: functional key of 120,000 rows: a second in which the table cannot be written
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE INDEX idx_products_name_lower ON products ((LOWER(name)));

-- id: h5-0062
-- label: fails
-- why: MySQL knows no IF NOT EXISTS for indexes
-- engine: mysql 8.4
CREATE INDEX IF NOT EXISTS idx_accounts_currency ON accounts (currency);

-- id: h5-0063
-- label: harmless
-- why: MariaDB knows IF NOT EXISTS, and builds online
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX IF NOT EXISTS idx_accounts_plan_currency ON accounts (plan_id, currency);

-- id: h5-0064
-- label: dangerous
-- why: a unique key on data that may have doubles: fails after long work, or refuses inserts of the running code
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` ADD UNIQUE `users_phone_unique`(`phone`);

-- id: h5-0065
-- label: dangerous
-- why: unique on 45 million rows that nobody has checked; new duplicates break payments
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE UNIQUE INDEX `payments_provider_ref_key` ON `payments`(`provider_ref`);

-- id: h5-0066
-- label: fails
-- why: a unique key of a partitioned table must hold the partitioning column
-- engine: mysql 8.4
ALTER TABLE events ADD UNIQUE KEY uk_events_user_name (user_id, name);

-- id: h5-0067
-- label: harmless
-- why: 24 rows; a failure would change nothing
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE plans ADD CONSTRAINT uq_plans_name UNIQUE (name);

-- id: h5-0068
-- label: harmless
-- why: empty table
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE UNIQUE INDEX gift_cards_code_key ON gift_cards (code);

-- id: h5-0069
-- label: harmless
-- why: empty table
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE gift_cards ADD CONSTRAINT gift_cards_code_unique UNIQUE KEY (code), ADD CONSTRAINT chk_gift_balance CHECK (balance >= 0);

-- id: h5-0070
-- label: harmless
-- why: two indexes of 300,000 rows, online
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `support_tickets`
    ADD INDEX `IDX_tickets_user_closed` (`user_id`, `closed_at`),
    ADD INDEX `IDX_tickets_priority` (`priority`);

-- id: h5-0071
-- label: harmless
-- why: an index that is not used yet, online on 12 million rows
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_invoices_due_on ON invoices (due_on DESC) INVISIBLE;

-- id: h5-0072
-- label: harmless
-- why: an index the optimizer ignores, online
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_users_deleted_at ON users (deleted_at) IGNORED;

-- id: h5-0073
-- label: grey
-- why: catalogue only and back at once, but look-ups by username scan 20 million rows meanwhile
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users ALTER INDEX idx_users_username INVISIBLE;

-- id: h5-0074
-- label: harmless
-- why: catalogue only
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users RENAME INDEX idx_users_created_at TO users_created_at_idx;

-- id: h5-0075
-- label: harmless
-- why: catalogue only, Rails' rename_index
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `jobs` RENAME INDEX `idx_jobs_queue` TO `index_jobs_on_queue_and_run_at`;

-- id: h5-0076
-- label: harmless
-- why: redundant: idx_orders_user_created starts with the same column
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ALTER INDEX idx_orders_placed_at VISIBLE, DROP KEY idx_orders_user;

-- id: h5-0077
-- label: grey
-- why: cheap to drop, but whoever lists payments by the provider's id reads 45 million rows
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `payments` alter index `idx_payments_order` visible, drop index `idx_payments_provider_ref`;

-- id: h5-0078
-- label: dangerous
-- why: the only index on order_id: every look-up of an order's payments reads 45 million rows
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
DROP INDEX `idx_payments_order` ON `payments`;

-- id: h5-0079
-- label: dangerous
-- why: the workers' only index: 2,500 updates a second now scan
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE jobs DROP INDEX idx_jobs_queue;

-- id: h5-0080
-- label: fails
-- why: the foreign key needs it
-- engine: mysql 8.4
ALTER TABLE users DROP KEY fk_users_country;

-- id: h5-0081
-- label: fails
-- why: the foreign key needs it, in MariaDB too
-- engine: mariadb 11.4
alter table `accounts` drop index `fk_accounts_plan`;

-- id: h5-0082
-- label: fails
-- why: no such index
-- engine: mysql 8.0.35
ALTER TABLE `notifications` DROP INDEX `notifications_notifiable_type_notifiable_id_index`;

-- id: h5-0083
-- label: harmless
-- why: no such index, and IF EXISTS says it does not matter
-- engine: mariadb 10.11
-- rebuild: no
DROP INDEX IF EXISTS index_orders_on_user_id ON orders;

-- id: h5-0084
-- label: dangerous
-- why: NULL in deleted_at makes the new key weaker: double e-mails may come in from the next moment on
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `users` drop index `uk_users_email`, add unique `users_email_deleted_at_unique`(`email`, `deleted_at`);

-- id: h5-0085
-- label: grey
-- why: swaps an index in one go: online, but two jobs in 12 GB
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP INDEX idx_orders_placed_at, ADD INDEX idx_orders_placed_status (placed_at, status), ALGORITHM=INPLACE, LOCK=NONE;

-- id: h5-0086
-- label: harmless
-- why: longer index in place of a shorter one on a table of 120,000 rows
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE products DROP INDEX idx_products_category, ADD INDEX idx_products_category_price (category_id, price);

-- id: h5-0087
-- label: grey
-- why: 800 million rows that nobody writes: online but hours of disk and 20 GB
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX page_views_visitor_viewed_at ON page_views (visitor, viewed_at);

-- id: h5-0088
-- label: harmless
-- why: 30 million rows without any writes, read all the while
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX idx_legacy_orders_status ON legacy_orders (status);

-- id: h5-0089
-- label: harmless
-- why: a key on the catalogue table of 640 rows
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
create index category_parent_position on categories (parent_id, position);

-- id: h5-0090
-- label: dangerous
-- why: LOCK=EXCLUSIVE keeps everybody out of 20 million rows
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: EXCLUSIVE
-- rebuild: no
ALTER TABLE users ADD KEY k_users_locale (locale), LOCK=EXCLUSIVE;

-- id: h5-0091
-- label: harmless
-- why: NOCOPY and LOCK=NONE are granted for an index
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD KEY k_users_locale (locale), ALGORITHM=NOCOPY, LOCK=NONE;

-- id: h5-0092
-- label: dangerous
-- why: the clustered index of a table with 300 writes a second is made anew, and look-ups by product read all of it afterwards
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE inventory DROP PRIMARY KEY, ADD PRIMARY KEY (warehouse, product_id);

-- id: h5-0093
-- label: dangerous
-- why: a primary key for 800 million rows: 110 GB written anew, and duplicates stop it
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE page_views MODIFY id BIGINT UNSIGNED NOT NULL, ADD CONSTRAINT PRIMARY KEY (id);

-- id: h5-0094
-- label: harmless
-- why: a value at the end of an ENUM, INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY COLUMN status ENUM('draft','placed','paid','shipped','cancelled','returned','refunded') NOT NULL DEFAULT 'draft';

-- id: h5-0095
-- label: harmless
-- why: the same in Prisma's words on payments, INSTANT
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `payments` ADD COLUMN `walletId` VARCHAR(191) NULL,
    MODIFY `method` ENUM('card', 'sepa', 'paypal', 'APPLE_PAY', 'GOOGLE_PAY') NOT NULL;

-- id: h5-0096
-- label: dangerous
-- why: a value in the middle renumbers the others: copy, writes wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` CHANGE `status` `status` ENUM('draft','placed','payment_pending','paid','shipped','cancelled') NOT NULL DEFAULT 'draft';

-- id: h5-0097
-- label: dangerous
-- why: MariaDB copies for a value in the middle, too
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY status ENUM('invited','pending','active','suspended') NOT NULL DEFAULT 'invited';

-- id: h5-0098
-- label: dangerous
-- why: a value less: copy, and rows with it stop it or are lost
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY COLUMN `method` ENUM('card','sepa') NOT NULL DEFAULT 'card';

-- id: h5-0099
-- label: dangerous
-- why: the definition forgets NOT NULL and the default: copy or rebuild, and inserts now leave the status NULL
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
alter table users modify column status enum('invited','active','suspended','banned');

-- id: h5-0100
-- label: harmless
-- why: value at the end, INSTANT in MariaDB
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` MODIFY `status` enum('invited','active','suspended','archived') NOT NULL DEFAULT 'invited';

-- id: h5-0101
-- label: dangerous
-- why: ENUM to VARCHAR: another kind of value, copy of 12 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders CHANGE status status VARCHAR(20) NOT NULL;

-- id: h5-0102
-- label: dangerous
-- why: VARCHAR to ENUM: copy, and unknown words stop it
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE legacy_orders MODIFY status ENUM('open','paid','void') NULL;

-- id: h5-0103
-- label: harmless
-- why: a member at the end of a SET, still one byte
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users CHANGE interests interests SET('music','sports','travel','cooking','gaming') NULL;

-- id: h5-0104
-- label: harmless
-- why: 20 characters more, still one byte of length: INPLACE without rows
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` CHANGE `locale` `locale` varchar(35) DEFAULT 'en';

-- id: h5-0105
-- label: dangerous
-- why: 60 to 120 characters in utf8mb4 is past 255 bytes: copy of 5 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE addresses MODIFY city VARCHAR(120) NOT NULL;

-- id: h5-0106
-- label: harmless
-- why: already past 255 bytes: longer is a catalogue entry
-- engine: mysql 9.1
-- algorithm: INPLACE
-- rebuild: no
ALTER TABLE addresses MODIFY COLUMN line1 VARCHAR(400) NOT NULL, MODIFY COLUMN line2 VARCHAR(400);

-- id: h5-0107
-- label: dangerous
-- why: shorter: copy, and long values stop it
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `users` modify `display_name` varchar(60) null;

-- id: h5-0108
-- label: harmless
-- why: MariaDB lengthens in place
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` MODIFY COLUMN `provider_ref` VARCHAR(255) DEFAULT NULL;

-- id: h5-0109
-- label: dangerous
-- why: VARCHAR to TEXT: copy of 24 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items CHANGE COLUMN note note TEXT;

-- id: h5-0110
-- label: dangerous
-- why: TEXT to LONGTEXT copies 15 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `notifications` modify `body` longtext null;

-- id: h5-0111
-- label: dangerous
-- why: TEXT to MEDIUMTEXT: MariaDB copies
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY notes MEDIUMTEXT;

-- id: h5-0112
-- label: dangerous
-- why: INT to INT UNSIGNED: copy of 50 million rows
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` MODIFY `total_cents` INT UNSIGNED NOT NULL DEFAULT '0' COMMENT 'gross';

-- id: h5-0113
-- label: dangerous
-- why: Rails' change_column to another type: copy, writes wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` CHANGE `age` `age` int DEFAULT NULL, CHANGE `legacy_id` `legacy_id` varchar(255) DEFAULT NULL;

-- id: h5-0114
-- label: dangerous
-- why: key of 30 million rows to BIGINT: copy of 6 GB
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE legacy_orders MODIFY COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT;

-- id: h5-0115
-- label: harmless
-- why: 8,000 rows are copied in well under a second
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `webhooks` modify `id` bigint unsigned not null auto_increment, modify `url` text not null;

-- id: h5-0116
-- label: dangerous
-- why: the AUTO_INCREMENT is forgotten, and 9 GB are copied: inserts fail afterwards
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY id BIGINT NOT NULL;

-- id: h5-0117
-- label: dangerous
-- why: more digits: copy of 9 GB, generated columns and all
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments MODIFY amount DECIMAL(15,4) NOT NULL;

-- id: h5-0118
-- label: dangerous
-- why: DECIMAL to DOUBLE copies and loses cents
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `accounts` CHANGE COLUMN `balance` `balance` DOUBLE NOT NULL DEFAULT '0';

-- id: h5-0119
-- label: dangerous
-- why: NULL to NOT NULL: 12 GB rebuilt, and rows with NULL stop it
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY account_id BIGINT UNSIGNED NOT NULL;

-- id: h5-0120
-- label: dangerous
-- why: NOT NULL to NULL rewrites 24 GB, online but for hours
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `order_items` CHANGE `product_id` `product_id` bigint unsigned DEFAULT NULL;

-- id: h5-0121
-- label: dangerous
-- why: MariaDB rebuilds 4 GB for a column that may be NULL
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `invoices` MODIFY `issued_on` date NULL;

-- id: h5-0122
-- label: dangerous
-- why: MariaDB: NULL to NOT NULL rewrites 50 million rows
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders CHANGE COLUMN account_id account_id BIGINT UNSIGNED NOT NULL;

-- id: h5-0123
-- label: harmless
-- why: longer within one byte of length: in the dictionary, no rows
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets MODIFY COLUMN priority VARCHAR(20) NOT NULL DEFAULT 'normal' COMMENT 'low, normal, high';

-- id: h5-0124
-- label: harmless
-- why: a default is a catalogue entry
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ALTER COLUMN discount SET DEFAULT 0.00;

-- id: h5-0125
-- label: harmless
-- why: a default is a catalogue entry
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` ALTER `name` SET DEFAULT '', ALTER `external_ref` SET DEFAULT NULL;

-- id: h5-0126
-- label: dangerous
-- why: inserts that do not name it fail from now on
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ALTER COLUMN quantity DROP DEFAULT;

-- id: h5-0127
-- label: dangerous
-- why: the column may be NULL, but without a default MySQL refuses inserts that do not name it
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ALTER COLUMN newsletter DROP DEFAULT;

-- id: h5-0128
-- label: harmless
-- why: nothing but a comment is new, no rows are touched
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `jobs` modify `attempts` smallint not null default '0' comment 'tries so far';

-- id: h5-0129
-- label: harmless
-- why: a comment on the column, INSTANT or in place without rows
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY COLUMN legacy_id INT DEFAULT NULL COMMENT 'Id in the pre-2019 CRM; unused';

-- id: h5-0130
-- label: dangerous
-- why: to 255 characters is past 255 bytes of utf8mb4: copy of 8 GB
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` CHANGE `phone` `phone` VARCHAR(255) DEFAULT NULL;

-- id: h5-0131
-- label: dangerous
-- why: DATETIME to TIMESTAMP and microseconds: copies 3 GB, busy with 3,000 writes a second
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `sessions` MODIFY `expires_at` TIMESTAMP(6) NOT NULL, MODIFY `created_at` DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);

-- id: h5-0132
-- label: dangerous
-- why: a larger kind of text: 56 GB copied
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `events` CHANGE `name` `name` varchar(60) NOT NULL, CHANGE `payload` `payload` mediumtext;

-- id: h5-0133
-- label: dangerous
-- why: other types for 56 GB: copy, and NULL or large ids stop it
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE events MODIFY payload MEDIUMTEXT NOT NULL DEFAULT '', MODIFY user_id INT UNSIGNED;

-- id: h5-0134
-- label: dangerous
-- why: from four-byte to ascii: copy, and old tokens may not fit
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders MODIFY currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'EUR';

-- id: h5-0135
-- label: dangerous
-- why: collation of an indexed column: index and table made anew
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` MODIFY `username` varchar(50) COLLATE utf8mb4_bin DEFAULT NULL;

-- id: h5-0136
-- label: fails
-- why: a foreign key holds the type
-- engine: mysql 8.0.35
ALTER TABLE plans MODIFY id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'primary key';

-- id: h5-0137
-- label: fails
-- why: a generated column reads it, so it cannot be renamed
-- engine: mysql 8.4
ALTER TABLE payments RENAME COLUMN fee TO provider_fee;

-- id: h5-0138
-- label: dangerous
-- why: running code still says kind and read_at
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `notifications` RENAME COLUMN `kind` TO `type`, RENAME COLUMN `read_at` TO `seen_at`;

-- id: h5-0139
-- label: dangerous
-- why: INSTANT, and yet every query of the running code that names the column fails
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` CHANGE `due_on` `due_date` date DEFAULT NULL;

-- id: h5-0140
-- label: dangerous
-- why: running code still asks for ip_address
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions RENAME COLUMN ip_address TO remote_ip;

-- id: h5-0141
-- label: dangerous
-- why: rename and new type in one: code breaks, and 4 GB are copied
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE invoices CHANGE COLUMN total total_cents BIGINT NOT NULL;

-- id: h5-0142
-- label: dangerous
-- why: cheap, and code breaks all the same
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` RENAME COLUMN `newsletter` TO `subscribed`, RENAME COLUMN `phone` TO `phone_number`;

-- id: h5-0143
-- label: dangerous
-- why: the table vanishes for the running code
-- engine: mysql 8.4
RENAME TABLE notifications TO user_notifications;

-- id: h5-0144
-- label: dangerous
-- why: Laravel's Schema::rename: running code finds no table
-- engine: mysql 9.1
rename table `support_tickets` to `tickets`;

-- id: h5-0145
-- label: grey
-- why: nobody writes it any more, but reports that still read it find no table
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE page_views RENAME TO page_views_archive_2026;

-- id: h5-0146
-- label: fails
-- why: there is no such table to swap in
-- engine: mysql 8.4
RENAME TABLE `invoices` TO `_invoices_old`, `_invoices_new` TO `invoices`;

-- id: h5-0147
-- label: dangerous
-- why: the running code reads its flags from it, and finds no table
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: EXCLUSIVE
-- rebuild: no
ALTER TABLE `feature_flags` RENAME `features`;

-- id: h5-0148
-- label: dangerous
-- why: data of 20 million users are lost, and code that reads them breaks
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` DROP COLUMN `legacy_id`,
    DROP COLUMN `phone`,
    ADD COLUMN `phoneE164` VARCHAR(16) NULL;

-- id: h5-0149
-- label: dangerous
-- why: Rails' remove_column: INSTANT, and the data are gone
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` DROP COLUMN `coupon_code`, DROP COLUMN `discount`;

-- id: h5-0150
-- label: dangerous
-- why: two columns of data lost
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `accounts` drop `credit_limit`, drop `external_ref`;

-- id: h5-0151
-- label: dangerous
-- why: whole column lost, 45 GB rebuilt besides
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE audit_log DROP COLUMN details;

-- id: h5-0152
-- label: dangerous
-- why: before 8.0.29 a rebuild, and data are lost
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `invoices` DROP COLUMN `pdf`, ADD COLUMN `pdf_path` VARCHAR(255) NULL;

-- id: h5-0153
-- label: dangerous
-- why: the limits of 5 million accounts are lost with their check, and running code still says balance
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts RENAME COLUMN balance TO amount, DROP COLUMN credit_limit;

-- id: h5-0154
-- label: dangerous
-- why: one is virtual, the other holds the reasons of 45 million payments
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` DROP `net`, DROP `failure_reason`;

-- id: h5-0155
-- label: harmless
-- why: the table has no rows
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `gift_cards` drop `balance`, add `balance_cents` int not null default '0';

-- id: h5-0156
-- label: harmless
-- why: there is no such column, and that is all right
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders DROP COLUMN IF EXISTS legacy_status;

-- id: h5-0157
-- label: fails
-- why: MySQL knows no IF EXISTS here
-- engine: mysql 8.4
ALTER TABLE invoices DROP INDEX IF EXISTS idx_invoices_account;

-- id: h5-0158
-- label: fails
-- why: the foreign key needs it
-- engine: mysql 9.7
ALTER TABLE accounts DROP COLUMN plan_id, DROP COLUMN currency;

-- id: h5-0159
-- label: dangerous
-- why: 300,000 tickets lose their priority
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- priority is derived from the plan now
ALTER TABLE `support_tickets` DROP COLUMN `priority`, ADD COLUMN `sla_minutes` int unsigned NULL;

-- id: h5-0160
-- label: dangerous
-- why: the second is no backup: 6 GB of old orders are lost
-- engine: mysql 9.1
DROP TABLE IF EXISTS legacy_orders_bak, legacy_orders;

-- id: h5-0161
-- label: dangerous
-- why: IF EXISTS does not help: it does exist, with 800 million rows
-- engine: mariadb 11.4
DROP TABLE IF EXISTS shop.page_views CASCADE;

-- id: h5-0162
-- label: harmless
-- why: no such table, nothing happens
-- engine: mysql 8.4
DROP TABLE IF EXISTS `password_resets`;

-- id: h5-0163
-- label: fails
-- why: accounts refer to it
-- engine: mariadb 11.8
drop table if exists `job_batches`, `plans`;

-- id: h5-0164
-- label: harmless
-- why: a temporary table is seen by this session only
-- engine: mysql 8.0.35
DROP TEMPORARY TABLE IF EXISTS tmp_order_totals;

-- id: h5-0165
-- label: dangerous
-- why: everything is gone at once
-- engine: mysql 8.4
DROP DATABASE /*!32312 IF EXISTS*/ `shop`;

-- id: h5-0166
-- label: dangerous
-- why: 3,000 writes a second lose their rows: everybody is logged out
-- engine: mysql 9.7
TRUNCATE `shop`.`sessions`;

-- id: h5-0167
-- label: harmless
-- why: empty as it is
-- engine: mysql 8.4
TRUNCATE gift_cards;

-- id: h5-0168
-- label: grey
-- why: an empty table goes, but code may still read it
-- engine: mysql 9.1
DROP TABLE `gift_cards` RESTRICT;

-- id: h5-0169
-- label: dangerous
-- why: running code calls it, and nobody else cleans up
-- engine: mysql 8.4
DROP PROCEDURE shop.purge_sessions;

-- id: h5-0170
-- label: dangerous
-- why: whoever reads the view fails
-- engine: mysql 8.0.35
DROP VIEW IF EXISTS v_old_users, active_users;

-- id: h5-0171
-- label: harmless
-- why: no such view, nothing happens
-- engine: mysql 8.4
DROP VIEW IF EXISTS v_monthly_revenue;

-- id: h5-0172
-- label: dangerous
-- why: the channel is not lowered any more, and every update of 800 orders a second runs other code
-- engine: mariadb 10.11
CREATE OR REPLACE TRIGGER trg_orders_bu BEFORE UPDATE ON orders FOR EACH ROW SET NEW.updated_at = NOW();

-- id: h5-0173
-- label: harmless
-- why: no such trigger
-- engine: mysql 9.7
DROP TRIGGER IF EXISTS shop.orders_after_insert;

-- id: h5-0174
-- label: harmless
-- why: Laravel's table of job batches
-- engine: mysql 8.4
create table `job_batches` (`id` varchar(255) not null, `name` varchar(255) not null, `total_jobs` int not null, `pending_jobs` int not null, `failed_jobs` int not null, `failed_job_ids` longtext not null, `options` mediumtext null, `cancelled_at` int null, `created_at` int not null, `finished_at` int null, primary key (`id`)) default character set utf8mb4 collate 'utf8mb4_unicode_ci' engine = InnoDB;

-- id: h5-0175
-- label: harmless
-- why: Rails' table for uploads
-- engine: mysql 9.1
CREATE TABLE `active_storage_blobs` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `key` varchar(255) NOT NULL, `filename` varchar(255) NOT NULL, `content_type` varchar(255), `metadata` text, `service_name` varchar(255) NOT NULL, `byte_size` bigint NOT NULL, `checksum` varchar(255), `created_at` datetime(6) NOT NULL, UNIQUE INDEX `index_active_storage_blobs_on_key` (`key`)) CHARSET=utf8mb4;

-- id: h5-0176
-- label: harmless
-- why: new table of Prisma without foreign keys
-- engine: mysql 9.1
-- CreateTable
CREATE TABLE `ApiKey` (
    `id` VARCHAR(191) NOT NULL,
    `hashedKey` VARCHAR(191) NOT NULL,
    `note` VARCHAR(191) NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `expiresAt` DATETIME(3) NULL,
    UNIQUE INDEX `ApiKey_hashedKey_key`(`hashedKey`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: h5-0177
-- label: harmless
-- why: new table; the reference locks the parent's metadata for a moment
-- engine: mysql 8.4
CREATE TABLE wishlist_items (
  id INT AUTO_INCREMENT NOT NULL,
  product_id BIGINT UNSIGNED NOT NULL,
  added_at DATETIME NOT NULL COMMENT '(DC2Type:datetime_immutable)',
  INDEX IDX_A5D5A2AF4584665A (product_id),
  CONSTRAINT FK_A5D5A2AF4584665A FOREIGN KEY (product_id) REFERENCES products (id),
  PRIMARY KEY(id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE `utf8mb4_unicode_ci` ENGINE = InnoDB;

-- id: h5-0178
-- label: harmless
-- why: Django's new table
-- engine: mariadb 10.11
CREATE TABLE `django_session` (`session_key` varchar(40) NOT NULL PRIMARY KEY, `session_data` longtext NOT NULL, `expire_date` datetime(6) NOT NULL);

-- id: h5-0179
-- label: harmless
-- why: Flyway's hand-written table with partitions, new
-- engine: mysql 8.0.35
CREATE TABLE IF NOT EXISTS login_attempts (
    attempted_at DATETIME     NOT NULL,
    email        VARCHAR(191) NOT NULL,
    ip           VARBINARY(16),
    success      BOOLEAN      NOT NULL,
    KEY (email, attempted_at)
) ENGINE = InnoDB
  PARTITION BY RANGE COLUMNS (attempted_at) (
    PARTITION p0 VALUES LESS THAN ('2027-01-01'),
    PARTITION pmax VALUES LESS THAN (MAXVALUE));

-- id: h5-0180
-- label: harmless
-- why: IF NOT EXISTS: it is there, and nothing happens
-- engine: mysql 8.4
CREATE TABLE IF NOT EXISTS settings (
  `key` varchar(100) NOT NULL PRIMARY KEY,
  `value` text
);

-- id: h5-0181
-- label: fails
-- why: it is there already
-- engine: mysql 9.7
CREATE TABLE `categories` (
  `id` int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `title` varchar(80) NOT NULL
) ENGINE=InnoDB;

-- id: h5-0182
-- label: fails
-- why: INT refers to BIGINT UNSIGNED
-- engine: mysql 8.4
CREATE TABLE `order_tags` (
  `order_id` int NOT NULL,
  `tag` varchar(40) NOT NULL,
  PRIMARY KEY (`order_id`, `tag`),
  CONSTRAINT `order_tags_order_id_foreign` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE CASCADE
);

-- id: h5-0183
-- label: harmless
-- why: copy of a structure, no rows
-- engine: mariadb 11.8
CREATE TABLE orders_next LIKE orders;

-- id: h5-0184
-- label: dangerous
-- why: reads 50 million rows into a new table in one transaction
-- engine: mysql 9.1
CREATE TABLE `_bak_orders_cancelled` ENGINE=InnoDB SELECT id, user_id, status, notes FROM orders WHERE status = 'cancelled';

-- id: h5-0185
-- label: harmless
-- why: 24 rows are copied
-- engine: mysql 8.4
create table if not exists plans_20261121 (primary key (id)) as select id, code, monthly_price from plans;

-- id: h5-0186
-- label: dangerous
-- why: replaces a table with 60 rows of settings by another, empty one
-- engine: mariadb 11.4
CREATE OR REPLACE TABLE settings (name VARCHAR(100) PRIMARY KEY, val TEXT);

-- id: h5-0187
-- label: harmless
-- why: new view
-- engine: mysql 8.0.35
CREATE VIEW v_open_invoices AS
SELECT i.id, i.number, i.total, i.due_on, a.name AS account
  FROM invoices i JOIN accounts a ON a.id = i.account_id
 WHERE i.due_on IS NOT NULL;

-- id: h5-0188
-- label: harmless
-- why: two columns more at the end of a view
-- engine: mysql 8.4
CREATE OR REPLACE VIEW active_users AS SELECT id, email, username, locale, users.created_at AS member_since FROM users WHERE deleted_at IS NULL;

-- id: h5-0189
-- label: dangerous
-- why: the view loses its column email: what reads it fails
-- engine: mysql 9.7
CREATE OR REPLACE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW active_users AS
  SELECT id, username FROM users WHERE deleted_at IS NULL AND status = 'active';

-- id: h5-0190
-- label: harmless
-- why: no view of this name yet
-- engine: mariadb 10.11
CREATE VIEW IF NOT EXISTS v_low_stock AS SELECT product_id, SUM(quantity - COALESCE(reserved, 0)) AS free FROM inventory GROUP BY product_id HAVING free < 5;

-- id: h5-0191
-- label: harmless
-- why: a new function nobody calls yet
-- engine: mysql 8.4
CREATE FUNCTION bin_to_uuid_text(b BINARY(16)) RETURNS CHAR(36) CHARSET ascii DETERMINISTIC NO SQL
  RETURN LOWER(INSERT(INSERT(INSERT(INSERT(HEX(b), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-'));

-- id: h5-0192
-- label: harmless
-- why: a new procedure, nothing runs
-- engine: mariadb 10.6
CREATE OR REPLACE PROCEDURE close_stale_tickets(IN days INT)
BEGIN
  UPDATE support_tickets SET closed_at = NOW() WHERE closed_at IS NULL AND id < days;
END;

-- id: h5-0193
-- label: dangerous
-- why: 800 orders a second now run code that writes to another table
-- engine: mysql 9.1
CREATE TRIGGER orders_ai AFTER INSERT ON orders FOR EACH ROW
BEGIN
  INSERT INTO audit_log (actor_id, action, entity) VALUES (NEW.user_id, 'order.created', CONCAT('order:', NEW.id));
END;

-- id: h5-0194
-- label: grey
-- why: a tenth of a write a second, but code at every one of them
-- engine: mysql 8.4
CREATE TRIGGER webhooks_bi BEFORE INSERT ON webhooks FOR EACH ROW SET NEW.url = TRIM(NEW.url);

-- id: h5-0195
-- label: dangerous
-- why: nobody can tell how much it deletes: it calls a DELETE without bound
-- engine: mysql 8.0.35
CALL `shop`.`purge_sessions`;

-- id: h5-0196
-- label: dangerous
-- why: a job in the server that deletes without bound, every hour
-- engine: mysql 8.4
CREATE EVENT purge_notifications ON SCHEDULE EVERY 1 HOUR DO DELETE FROM notifications WHERE created_at < NOW() - INTERVAL 90 DAY;

-- id: h5-0197
-- label: harmless
-- why: a schema of its own
-- engine: mysql 9.7
CREATE SCHEMA reporting DEFAULT CHARACTER SET = utf8mb4;

-- id: h5-0198
-- label: grey
-- why: only the default for new tables changes, and joins of new with old columns lose their indexes
-- engine: mysql 8.4
ALTER SCHEMA `shop` DEFAULT COLLATE = utf8mb4_0900_as_cs;

-- id: h5-0199
-- label: dangerous
-- why: two verified foreign keys copy 50 million rows, writes wait on all sides
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` ADD CONSTRAINT `fk_rails_f868b47f6a`
FOREIGN KEY (`user_id`)
  REFERENCES `users` (`id`)
, ADD CONSTRAINT `fk_rails_144e25bef6`
FOREIGN KEY (`account_id`)
  REFERENCES `accounts` (`id`)
 ON DELETE SET NULL;

-- id: h5-0200
-- label: dangerous
-- why: copy of 180 million rows
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `order_items` add constraint `order_items_product_id_foreign` foreign key (`product_id`) references `products` (`id`) on delete restrict;

-- id: h5-0201
-- label: dangerous
-- why: MariaDB copies for a verified foreign key
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments ADD CONSTRAINT fk_payments_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL;

-- id: h5-0202
-- label: dangerous
-- why: copy of 15 GB, 900 writes a second wait
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
-- AddForeignKey
ALTER TABLE `notifications` ADD CONSTRAINT `notifications_user_id_fkey` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- id: h5-0203
-- label: dangerous
-- why: copy of 4 GB, and a delete of an account cascades to invoices
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE invoices ADD CONSTRAINT FK_6A2F2F959B6B5FBA FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE;

-- id: h5-0204
-- label: harmless
-- why: 8,000 rows are checked in a moment
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE webhooks ADD CONSTRAINT webhooks_account_id_8f2c_fk_accounts_id FOREIGN KEY (account_id) REFERENCES accounts (id);

-- id: h5-0205
-- label: harmless
-- why: 640 rows refer to themselves
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE `categories` ADD COLUMN `root_id` int DEFAULT NULL, ADD CONSTRAINT `FK_categories_root` FOREIGN KEY (`root_id`) REFERENCES `categories` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;

-- id: h5-0206
-- label: harmless
-- why: 120,000 products: built online within a second or two
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE products ADD INDEX idx_products_cat2 (category_id, name), ALGORITHM=INPLACE;

-- id: h5-0207
-- label: fails
-- why: there is no table of this name
-- engine: mysql 9.7
ALTER TABLE `orders` ADD CONSTRAINT `orders_warehouse_id_foreign` FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses` (`id`);

-- id: h5-0208
-- label: fails
-- why: partitioned tables have no foreign keys
-- engine: mysql 8.4
ALTER TABLE events ADD CONSTRAINT fk_events_user FOREIGN KEY (user_id) REFERENCES users (id);

-- id: h5-0209
-- label: grey
-- why: catalogue only, but nothing keeps countries and users together afterwards
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` DROP FOREIGN KEY `fk_users_country`, DROP INDEX `fk_users_country`;

-- id: h5-0210
-- label: dangerous
-- why: no cascade any more: deleting users leaves addresses behind, and the look-ups by user read 25 million rows
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE addresses DROP FOREIGN KEY fk_addresses_user, DROP KEY idx_addresses_user;

-- id: h5-0211
-- label: dangerous
-- why: foreign key replaced by one that is verified by a copy of 24 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items
  DROP FOREIGN KEY fk_order_items_order,
  ADD CONSTRAINT fk_order_items_order_id FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT ON UPDATE RESTRICT;

-- id: h5-0212
-- label: harmless
-- why: a check that is not enforced is a catalogue entry
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total_cents >= 0) NOT ENFORCED;

-- id: h5-0213
-- label: dangerous
-- why: a check is verified by a copy of 50 million rows
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD CONSTRAINT orders_currency_upper CHECK (currency = UPPER(currency));

-- id: h5-0214
-- label: dangerous
-- why: MariaDB copies for a check, writes wait
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments ADD CONSTRAINT payments_amount_positive CHECK (amount > 0);

-- id: h5-0215
-- label: harmless
-- why: 24 rows
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans ADD CONSTRAINT plans_price_chk CHECK (monthly_price >= 0 AND monthly_price < 10000);

-- id: h5-0216
-- label: grey
-- why: cheap, but the application may rely on it
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` DROP CHECK `chk_accounts_credit`, MODIFY `credit_limit` decimal(10,2) NULL COMMENT 'may be negative';

-- id: h5-0217
-- label: grey
-- why: cheap, but credit limits below 0 are let in
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts DROP CONSTRAINT IF EXISTS chk_accounts_credit, DROP FOREIGN KEY IF EXISTS accounts_ibfk_7;

-- id: h5-0218
-- label: harmless
-- why: no index holds the text and its lengths fit one byte: three bytes become four in the dictionary alone
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `legacy_orders` default character set utf8mb4, convert to character set utf8mb4 collate utf8mb4_general_ci;

-- id: h5-0219
-- label: dangerous
-- why: another collation of an 8 GB table with indexed text: copy or rebuild
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users
  MODIFY email VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL,
  MODIFY username VARCHAR(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci DEFAULT NULL;

-- id: h5-0220
-- label: dangerous
-- why: latin1 to utf8mb4: 110 GB copied
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE page_views CONVERT TO CHARSET utf8mb4, ENGINE=InnoDB;

-- id: h5-0221
-- label: harmless
-- why: 24 rows
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h5-0222
-- label: fails
-- why: a foreign key of users holds the code's character set
-- engine: mariadb 10.11
alter table `countries` convert to character set utf8mb3, add column `iso3` char(3) null;

-- id: h5-0223
-- label: harmless
-- why: only the default for columns to come
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders COLLATE = utf8mb4_0900_ai_ci;

-- id: h5-0224
-- label: harmless
-- why: only a default, catalogue
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `page_views` DEFAULT CHARSET=utf8mb4, COMMENT='filled by the tracker until 2024';

-- id: h5-0225
-- label: harmless
-- why: 60 characters stay within 255 bytes and no index holds them: dictionary alone
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE legacy_orders MODIFY customer VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL;

-- id: h5-0226
-- label: fails
-- why: MariaDB 10.11 does not know this collation of MySQL 8
-- engine: mariadb 10.11
ALTER TABLE users MODIFY email VARCHAR(191) COLLATE utf8mb4_0900_ai_ci NOT NULL;

-- id: h5-0227
-- label: harmless
-- why: two weeks more at the end
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE events ADD PARTITION (PARTITION p20261207 VALUES LESS THAN (TO_DAYS('2026-12-08')), PARTITION p20261214 VALUES LESS THAN (TO_DAYS('2026-12-15')));

-- id: h5-0228
-- label: harmless
-- why: a quarter more at the end
-- engine: mariadb 11.4
-- rebuild: no
ALTER TABLE `events` ADD PARTITION IF NOT EXISTS (
  PARTITION p2027q1 VALUES LESS THAN (TO_DAYS('2027-04-01')) COMMENT = 'first quarter'
);

-- id: h5-0229
-- label: dangerous
-- why: a month of events is lost
-- engine: mysql 8.4
ALTER TABLE `shop`.`events` DROP PARTITION p202609;

-- id: h5-0230
-- label: dangerous
-- why: a month of events is lost
-- engine: mariadb 10.11
ALTER TABLE events TRUNCATE PARTITION p202609, p202610;

-- id: h5-0231
-- label: dangerous
-- why: the month being written, at 4,000 writes a second, is moved to two others
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE events REORGANIZE PARTITION p202611 INTO (
  PARTITION p20261115 VALUES LESS THAN (TO_DAYS('2026-11-16')),
  PARTITION p202611 VALUES LESS THAN (TO_DAYS('2026-12-01')));

-- id: h5-0232
-- label: dangerous
-- why: 45 GB copied into partitions, writes wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE payments PARTITION BY HASH (id) PARTITIONS 16;

-- id: h5-0233
-- label: fails
-- why: the primary key does not hold the column
-- engine: mysql 8.0.35
ALTER TABLE notifications PARTITION BY RANGE (YEAR(created_at)) (PARTITION p2025 VALUES LESS THAN (2026), PARTITION pmax VALUES LESS THAN MAXVALUE);

-- id: h5-0234
-- label: dangerous
-- why: 30 GB copied into one table
-- engine: mysql 8.4
-- rebuild: yes
ALTER TABLE `clicks` ADD INDEX `clicks_url` (`url`) REMOVE PARTITIONING;

-- id: h5-0235
-- label: dangerous
-- why: the texts are lost and what is left is rebuilt
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE notifications DROP COLUMN body, ENGINE = InnoDB, ROW_FORMAT = DYNAMIC;

-- id: h5-0236
-- label: dangerous
-- why: FORCE rebuilds 3 GB with 3,000 writes a second
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE sessions FORCE;

-- id: h5-0237
-- label: harmless
-- why: half a megabyte of flags, rebuilt at once
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `feature_flags` ENGINE=InnoDB, ROW_FORMAT=DYNAMIC;

-- id: h5-0238
-- label: dangerous
-- why: 30 million rows rebuilt with compression
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE legacy_orders ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;

-- id: h5-0239
-- label: harmless
-- why: a table's comment, catalogue
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` COMMENT = 'Customer accounts. Owner: billing team';

-- id: h5-0240
-- label: harmless
-- why: the counter leaps, INPLACE
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` AUTO_INCREMENT=100000000, COMMENT='ids from 100M on: shard 2';

-- id: h5-0241
-- label: harmless
-- why: statistics settings, catalogue
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE orders STATS_PERSISTENT=1, STATS_AUTO_RECALC=0, STATS_SAMPLE_PAGES=64;

-- id: h5-0242
-- label: dangerous
-- why: FORCE rebuilds 9 GB, online but at 600 writes a second
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE payments ROW_FORMAT=DYNAMIC, FORCE, ALGORITHM=INPLACE, LOCK=NONE;

-- id: h5-0243
-- label: fails
-- why: a virtual column cannot become a stored one
-- engine: mysql 9.7
ALTER TABLE payments CHANGE net net_amount DECIMAL(12,2) AS (amount - fee) STORED NOT NULL;

-- id: h5-0244
-- label: dangerous
-- why: columns moved for beauty: 12 GB rebuilt
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE orders MODIFY COLUMN placed_at DATETIME NULL AFTER status;

-- id: h5-0245
-- label: harmless
-- why: MariaDB moves a column INSTANT
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY COLUMN deleted_at DATETIME AFTER updated_at;

-- id: h5-0246
-- label: dangerous
-- why: system versioning copies 1.5 GB, and every update writes one row more
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts
  ADD COLUMN row_start TIMESTAMP(6) GENERATED ALWAYS AS ROW START INVISIBLE,
  ADD COLUMN row_end TIMESTAMP(6) GENERATED ALWAYS AS ROW END INVISIBLE,
  ADD PERIOD FOR SYSTEM_TIME (row_start, row_end),
  ADD SYSTEM VERSIONING;

-- id: h5-0247
-- label: dangerous
-- why: 50 million rows in one transaction
-- engine: mysql 9.1
UPDATE `orders` SET `channel` = IF(`coupon_code` LIKE 'APP-%', 'app', COALESCE(`channel`, 'web'));

-- id: h5-0248
-- label: dangerous
-- why: no WHERE: 20 million rows in one transaction
-- engine: mysql 8.4
UPDATE `users` SET `updated_at` = `created_at`;

-- id: h5-0249
-- label: harmless
-- why: a thousand rows by their key
-- engine: mysql 8.0.35
UPDATE users SET locale = 'en' WHERE id BETWEEN 1 AND 1000 AND locale IS NULL;

-- id: h5-0250
-- label: harmless
-- why: in_batches of Rails: at most 1,000 keys
-- engine: mysql 8.4
UPDATE `orders` SET `orders`.`currency` = 'EUR' WHERE `orders`.`id` > 41000 AND `orders`.`id` <= 42000 AND `orders`.`currency` = '';

-- id: h5-0251
-- label: grey
-- why: 5,000 rows at most, but it scans from the start every time
-- engine: mysql 9.7
UPDATE notifications SET kind = 'mention' WHERE kind = 'ping' ORDER BY id LIMIT 5000;

-- id: h5-0252
-- label: dangerous
-- why: joins two of the largest tables in one transaction
-- engine: mysql 8.4
UPDATE orders o JOIN (SELECT order_id, SUM(quantity * unit_price) AS t FROM order_items GROUP BY order_id) i ON i.order_id = o.id SET o.total_cents = i.t * 100;

-- id: h5-0253
-- label: dangerous
-- why: 5 million accounts by a subquery in one transaction
-- engine: mariadb 10.11
UPDATE accounts SET external_ref = (SELECT CONCAT('U-', u.legacy_id) FROM users u WHERE u.id = accounts.owner_id);

-- id: h5-0254
-- label: harmless
-- why: one row by its key
-- engine: mysql 9.1
UPDATE settings SET value = 'true' WHERE `key` = 'maintenance.banner';

-- id: h5-0255
-- label: harmless
-- why: one of 24 rows, by a unique key
-- engine: mysql 8.4
UPDATE plans SET active = 0 WHERE code = 'starter-2019';

-- id: h5-0256
-- label: harmless
-- why: 640 rows
-- engine: mysql 8.0.35
UPDATE `categories` c JOIN `categories` p ON p.id = c.parent_id SET c.position = COALESCE(c.position, 0) + 1 WHERE p.name = 'Sale';

-- id: h5-0257
-- label: harmless
-- why: one order by its key, as support asks for
-- engine: mysql 9.1
UPDATE orders SET status = 'cancelled', notes = CONCAT_WS('\n', notes, 'TICKET-8812') WHERE id = 48112093;

-- id: h5-0258
-- label: dangerous
-- why: deletes an unknown part of 60 million rows at once
-- engine: mysql 8.4
DELETE FROM notifications WHERE read_at IS NOT NULL AND created_at < '2026-01-01';

-- id: h5-0259
-- label: dangerous
-- why: all sessions in one transaction, against 3,000 writes a second
-- engine: mysql 9.7
DELETE FROM `sessions` WHERE 1;

-- id: h5-0260
-- label: harmless
-- why: a thousand of the oldest, found by index
-- engine: mysql 8.4
DELETE FROM sessions WHERE expires_at < '2026-11-01 00:00:00' ORDER BY expires_at LIMIT 1000;

-- id: h5-0261
-- label: dangerous
-- why: no index on created_at: 300 million rows are read and locked for a million
-- engine: mariadb 11.4
DELETE FROM audit_log WHERE created_at < NOW() - INTERVAL 2 YEAR LIMIT 1000000;

-- id: h5-0262
-- label: dangerous
-- why: multi-table delete of what has no parent: two large tables joined
-- engine: mysql 9.1
DELETE oi FROM order_items oi LEFT JOIN orders o ON o.id = oi.order_id WHERE o.id IS NULL;

-- id: h5-0263
-- label: dangerous
-- why: cascades to addresses: an unknown number of customers goes
-- engine: mysql 8.4
DELETE FROM users WHERE deleted_at IS NOT NULL;

-- id: h5-0264
-- label: harmless
-- why: one row by its key
-- engine: mysql 8.0.35
DELETE FROM feature_flags WHERE name = 'old_checkout';

-- id: h5-0265
-- label: harmless
-- why: three rows by their key
-- engine: mysql 8.4
delete from `settings` where `key` in ('smtp.host', 'smtp.port', 'smtp.user');

-- id: h5-0266
-- label: harmless
-- why: the tool's own record
-- engine: mysql 9.7
INSERT INTO schema_migrations (version) VALUES ('20261121093000'), ('20261121094500');

-- id: h5-0267
-- label: harmless
-- why: two rows that are new or overwritten
-- engine: mysql 8.4
INSERT INTO settings (`key`, value) VALUES ('invoice.prefix', 'RE-'), ('invoice.digits', '8') ON DUPLICATE KEY UPDATE value = VALUES(value);

-- id: h5-0268
-- label: harmless
-- why: three new rows
-- engine: mysql 8.0.35
INSERT IGNORE INTO `feature_flags` (`name`, `enabled`) VALUES ('one_page_checkout', 0), ('wallets', 0), ('dark_mode', 1);

-- id: h5-0269
-- label: dangerous
-- why: writes 20 million rows and keeps locks on users meanwhile
-- engine: mysql 9.1
INSERT INTO notifications (user_id, kind, body) SELECT id, 'terms_2027', 'Our terms change' FROM users WHERE deleted_at IS NULL;

-- id: h5-0270
-- label: dangerous
-- why: 50 million rows from orders to a log in one transaction
-- engine: mysql 8.4
INSERT INTO audit_log (actor_id, action, entity, created_at)
SELECT user_id, 'order.imported', CONCAT('order:', id), created_at FROM orders;

-- id: h5-0271
-- label: harmless
-- why: 1,000 rows at most by key range, into an empty table
-- engine: mysql 8.0.35
INSERT INTO gift_cards (code, balance, issued_at) SELECT coupon_code, discount, created_at FROM orders WHERE id BETWEEN 1000 AND 1999 AND coupon_code LIKE 'GIFT%';

-- id: h5-0272
-- label: harmless
-- why: 24 rows into flags
-- engine: mysql 8.4
INSERT INTO feature_flags (name, enabled) SELECT CONCAT('plan_', code), active FROM plans;

-- id: h5-0273
-- label: dangerous
-- why: reads and locks 180 million rows, and replaces stock that there may be
-- engine: mariadb 10.6
REPLACE INTO inventory (product_id, warehouse, quantity) SELECT oi.product_id, 'RETURNS', SUM(oi.quantity) FROM order_items oi GROUP BY oi.product_id;

-- id: h5-0274
-- label: fails
-- why: number of columns and values differ
-- engine: mysql 9.7
INSERT INTO plans (code, name, monthly_price) VALUES ('team', 'Team', 49.00, 1);

-- id: h5-0275
-- label: fails
-- why: unknown column
-- engine: mysql 8.4
UPDATE users SET email_verified = 1 WHERE id = 1;

-- id: h5-0276
-- label: harmless
-- why: this session only
-- engine: mysql 9.1
SET lock_wait_timeout = 2, innodb_lock_wait_timeout = 2, max_execution_time = 0;

-- id: h5-0277
-- label: harmless
-- why: this session only
-- engine: mysql 8.4
SET @@session.innodb_lock_wait_timeout = 3, @@session.sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION';

-- id: h5-0278
-- label: harmless
-- why: the words with which mysqldump begins
-- engine: mysql 8.0.35
/*!40101 SET NAMES utf8mb4 */;

-- id: h5-0279
-- label: harmless
-- why: kept for later, and put out for this session
-- engine: mysql 8.4
SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS;

-- id: h5-0280
-- label: grey
-- why: harmless by itself, and what follows is not checked any more
-- engine: mysql 9.7
SET FOREIGN_KEY_CHECKS=0, UNIQUE_CHECKS=0;

-- id: h5-0281
-- label: dangerous
-- why: every new connection of the application runs without strictness
-- engine: mysql 8.4
SET @@GLOBAL.sql_mode = 'ALLOW_INVALID_DATES';

-- id: h5-0282
-- label: dangerous
-- why: commits may be lost when the server falls over
-- engine: mysql 9.1
SET GLOBAL innodb_flush_log_at_trx_commit = 2, GLOBAL sync_binlog = 0;

-- id: h5-0283
-- label: dangerous
-- why: 800 writes a second wait until it is unlocked
-- engine: mysql 8.4
LOCK TABLES orders WRITE, order_items READ;

-- id: h5-0284
-- label: dangerous
-- why: every write to orders waits
-- engine: mysql 8.0.35
FLUSH TABLES orders, order_items WITH READ LOCK;

-- id: h5-0285
-- label: harmless
-- why: reads one row
-- engine: mysql 8.4
SELECT version FROM schema_migrations ORDER BY version DESC LIMIT 1;

-- id: h5-0286
-- label: harmless
-- why: an index dive of some pages, statistics
-- engine: mysql 9.7
ANALYZE TABLE categories, plans;

-- id: h5-0287
-- label: dangerous
-- why: OPTIMIZE rebuilds 24 and 9 GB
-- engine: mysql 8.4
OPTIMIZE LOCAL TABLE `shop`.`order_items`, `shop`.`payments`;

-- id: h5-0288
-- label: harmless
-- why: a hundred kilobytes
-- engine: mariadb 10.11
OPTIMIZE TABLE countries, settings;

-- id: h5-0289
-- label: harmless
-- why: samples pages; since 8.0.24 it lets running queries be
-- engine: mysql 8.4
ANALYZE NO_WRITE_TO_BINLOG TABLE `invoices`;

-- id: h5-0290
-- label: harmless
-- why: a histogram of 120,000 rows, statistics only
-- engine: mysql 9.1
ANALYZE TABLE products UPDATE HISTOGRAM ON price, weight_grams WITH 32 BUCKETS;

-- id: h5-0291
-- label: harmless
-- why: a right to read more
-- engine: mysql 8.4
GRANT SELECT ON shop.invoices TO 'reader'@'%';

-- id: h5-0292
-- label: harmless
-- why: rights for a program to run what exists
-- engine: mysql 8.0.35
GRANT EXECUTE ON PROCEDURE shop.purge_sessions TO `shop_app`@`%`;

-- id: h5-0293
-- label: harmless
-- why: a new user with a single right to come
-- engine: mysql 8.4
CREATE USER IF NOT EXISTS 'analyst'@'%' IDENTIFIED BY 'change-me' REQUIRE SSL;

-- id: h5-0294
-- label: dangerous
-- why: the application cannot write any more
-- engine: mysql 9.7
REVOKE ALL PRIVILEGES, GRANT OPTION FROM `shop_app`@`%`;

-- id: h5-0295
-- label: dangerous
-- why: the application cannot log in any more
-- engine: mariadb 11.4
DROP USER IF EXISTS shop_app, 'shop_old'@'10.%';

-- id: h5-0296
-- label: dangerous
-- why: the application's password changes under it
-- engine: mysql 8.4
ALTER USER 'shop_app'@'%' IDENTIFIED BY 'n3w-s3cret';

-- id: h5-0297
-- label: grey
-- why: the reader may see everything in the shop, passwords of webhooks too
-- engine: mariadb 10.11
GRANT SELECT, SHOW VIEW ON shop.* TO reader;

-- id: h5-0298
-- label: harmless
-- why: INSTANT, a short column for each of 45 million rows to come
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `payments` add `risk_level` enum('low', 'medium', 'high') not null default 'low', add `risk_checked_at` timestamp null;

-- id: h5-0299
-- label: harmless
-- why: TypeORM's column, INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` ADD `reminderCount` int NOT NULL DEFAULT '0';

-- id: h5-0300
-- label: dangerous
-- why: TypeORM drops a column and makes it anew instead of changing it: the data are gone
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `products` DROP COLUMN `description`, ADD COLUMN `description` longtext NULL;

-- id: h5-0301
-- label: harmless
-- why: Alembic's column, INSTANT
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications ADD COLUMN delivered BOOL NOT NULL DEFAULT false;

-- id: h5-0302
-- label: harmless
-- why: Django's nullable foreign key without a constraint in the database, INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` ADD COLUMN `parent_invoice_id` bigint UNSIGNED NULL;

-- id: h5-0303
-- label: harmless
-- why: built online on 300,000 rows
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `support_tickets_user_id_5e1b` ON `support_tickets` (`user_id`);

-- id: h5-0304
-- label: harmless
-- why: Liquibase's column, INSTANT
-- engine: mariadb 11.8
ALTER TABLE `shop`.`orders` ADD delivery_instructions VARCHAR(500) NULL, ADD delivery_slot TIME NULL;

-- id: h5-0305
-- label: harmless
-- why: Sequelize's column, INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `webhooks` ADD `events` JSON, ADD `deletedAt` DATETIME;

-- id: h5-0306
-- label: fails
-- why: Sequelize's plural with a capital: on Linux there is no such table
-- engine: mysql 9.1
ALTER TABLE `Users` ADD `lastLoginAt` DATETIME;

-- id: h5-0307
-- label: harmless
-- why: Knex: 20,000 rows, but 2,500 writes a second; INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `jobs` add `last_error` text null, add `finished_at` datetime null;

-- id: h5-0308
-- label: dangerous
-- why: jobs is small, but NOT NULL without default stops 2,500 inserts a second
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE jobs ADD COLUMN tenant VARCHAR(40) NOT NULL AFTER queue;

-- id: h5-0309
-- label: harmless
-- why: the queue's names may be longer, within 255 bytes
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE jobs MODIFY queue VARCHAR(60) NOT NULL DEFAULT 'default';

-- id: h5-0310
-- label: dangerous
-- why: 300 MB copied, some seconds in which 2,500 writes a second wait
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE jobs CHANGE `payload` `payload` longblob NOT NULL, CHANGE `attempts` `attempts` int unsigned NOT NULL DEFAULT '0';

-- id: h5-0311
-- label: grey
-- why: 90 MB copied within a second or two, 300 writes a second wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `inventory` MODIFY `quantity` DECIMAL(12,3) NOT NULL DEFAULT 0, MODIFY `reserved` DECIMAL(12,3) DEFAULT 0;

-- id: h5-0312
-- label: grey
-- why: 120,000 rows copied in a second or so; the shop's pages read on
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE products CHANGE weight_grams weight_grams BIGINT DEFAULT NULL;

-- id: h5-0313
-- label: grey
-- why: 300,000 rows, 250 MB: seconds in which tickets cannot be opened
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `support_tickets` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h5-0314
-- label: dangerous
-- why: a longer name is 255 bytes already, but NOT NULL becomes NULL by the forgotten words: 1.5 GB rebuilt
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `accounts` CHANGE `name` `name` VARCHAR(150);

-- id: h5-0315
-- label: harmless
-- why: the name may be longer, past 255 bytes already
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` CHANGE `name` `name` VARCHAR(150) NOT NULL;

-- id: h5-0316
-- label: dangerous
-- why: the forgotten default: inserts without the currency fail
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts MODIFY COLUMN currency CHAR(3) NOT NULL COMMENT 'ISO 4217', ALGORITHM=INSTANT;

-- id: h5-0317
-- label: grey
-- why: every row changed from now on writes a time of its own; the default itself is INSTANT
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users MODIFY updated_at TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;

-- id: h5-0318
-- label: grey
-- why: INSTANT, but every ticket would be born closed, if code does not name the column
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `support_tickets` ALTER COLUMN `closed_at` SET DEFAULT (CURRENT_TIMESTAMP), ALTER `user_id` SET DEFAULT NULL;

-- id: h5-0319
-- label: harmless
-- why: a vector with NULL, INSTANT
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE products ADD COLUMN embedding VECTOR(768) NULL;

-- id: h5-0320
-- label: harmless
-- why: MariaDB's UUID, INSTANT with NULL
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN public_uuid UUID NULL;

-- id: h5-0321
-- label: dangerous
-- why: a functional key over 20 million rows in one statement with a shorter column: copy
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users MODIFY username VARCHAR(32), ADD INDEX ((UPPER(username)));

-- id: h5-0322
-- label: harmless
-- why: two virtual columns for reports, catalogue
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders
  ADD COLUMN placed_day DATE AS (CAST(placed_at AS DATE)) VIRTUAL COMMENT 'reporting',
  ADD COLUMN is_open TINYINT(1) GENERATED ALWAYS AS (status IN ('draft','placed')) VIRTUAL;

-- id: h5-0323
-- label: harmless
-- why: virtual in MariaDB, catalogue
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN email_lower VARCHAR(191) AS (LOWER(email)) VIRTUAL;

-- id: h5-0324
-- label: dangerous
-- why: PERSISTENT is computed for all rows by a copy
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE invoices ADD COLUMN issued_year SMALLINT AS (YEAR(issued_on)) PERSISTENT;

-- id: h5-0325
-- label: fails
-- why: a row would be larger than MySQL permits
-- engine: mysql 8.0.35
ALTER TABLE users ADD COLUMN preferences VARCHAR(16000) NULL;

-- id: h5-0326
-- label: fails
-- why: the name of an index is longer than 64 characters
-- engine: mysql 8.4
alter table `notifications` add index `notifications_notifiable_type_notifiable_id_created_at_read_at_user_id_index`(`user_id`, `created_at`);

-- id: h5-0327
-- label: fails
-- why: key name is taken
-- engine: mysql 9.7
ALTER TABLE `users` ADD INDEX `idx_users_username` (`username`, `status`);

-- id: h5-0328
-- label: harmless
-- why: columns in brackets, INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD (nickname VARCHAR(40), pronouns VARCHAR(20));

-- id: h5-0329
-- label: dangerous
-- why: last column, but with an index beside it: 8 GB rebuilt
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE users ADD COLUMN referrer_id BIGINT UNSIGNED NULL, ADD INDEX idx_users_referrer (referrer_id);

-- id: h5-0330
-- label: harmless
-- why: value at the end of an ENUM, INSTANT since 8.0
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders MODIFY status ENUM('draft','placed','paid','shipped','cancelled','on_hold') NOT NULL DEFAULT 'draft';

-- id: h5-0331
-- label: harmless
-- why: renamed while the table is empty
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE gift_cards RENAME COLUMN code TO gift_code, MODIFY balance DECIMAL(12,2) NOT NULL DEFAULT 0;

-- id: h5-0332
-- label: harmless
-- why: a job that is disabled does nothing
-- engine: mysql 8.4
CREATE EVENT IF NOT EXISTS ev_flags_touch ON SCHEDULE EVERY 1 DAY DISABLE DO UPDATE feature_flags SET updated_at = NOW() WHERE name = 'heartbeat';

-- id: h5-0333
-- label: harmless
-- why: a new table with a JSON column and a multi-valued index
-- engine: mysql 8.0.35
CREATE TABLE product_attributes (
  product_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  tags JSON,
  KEY idx_tags ((CAST(tags->'$[*]' AS UNSIGNED ARRAY)))
);

-- id: h5-0334
-- label: harmless
-- why: a sequence is a new object
-- engine: mariadb 11.4
CREATE SEQUENCE IF NOT EXISTS invoice_no START WITH 100000 INCREMENT BY 1 CACHE 100;

-- id: h5-0335
-- label: harmless
-- why: statistics of two partitions, no rows written
-- engine: mysql 8.4
-- rebuild: no
ALTER TABLE clicks ANALYZE PARTITION p1, p3;

-- id: h5-0336
-- label: dangerous
-- why: rebuild of 15 GB
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE clicks REBUILD PARTITION p0, p1;

-- id: h5-0337
-- label: dangerous
-- why: all clicks, 250 million, are lost
-- engine: mysql 9.1
ALTER TABLE clicks TRUNCATE PARTITION ALL;

-- id: h5-0338
-- label: harmless
-- why: Nextcloud-like: a column with NULL, INSTANT
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions ADD remember TINYINT(1) DEFAULT 0, ADD last_check BIGINT UNSIGNED DEFAULT NULL;

-- id: h5-0339
-- label: harmless
-- why: INSTANT, the time of the statement goes into the dictionary
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` ADD COLUMN `synced_at` datetime(6) NOT NULL DEFAULT current_timestamp(6);

-- id: h5-0340
-- label: harmless
-- why: soft deletes of Laravel, INSTANT
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `orders` add `deleted_at` timestamp null;

-- id: h5-0341
-- label: harmless
-- why: INSTANT with the words of Alembic
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items ADD COLUMN gift_message TEXT, ADD COLUMN tax_code VARCHAR(12) DEFAULT 'STD' NOT NULL;

-- id: h5-0342
-- label: harmless
-- why: NOCOPY is more than is needed
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `order_items` ADD COLUMN `bundle_id` bigint(20) unsigned DEFAULT NULL AFTER `product_id`, ALGORITHM=NOCOPY, LOCK=NONE;

-- id: h5-0343
-- label: dangerous
-- why: NOT NULL without default: inserts of the running code fail, orders with two payments are doubles of the new key, and 9 GB are rebuilt
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `payments` ADD COLUMN `idempotency_key` varchar(64) NOT NULL, ADD UNIQUE KEY `uk_payments_idem` (`order_id`, `idempotency_key`);

-- id: h5-0344
-- label: harmless
-- why: 300,000 rows; the index is built online
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets ADD KEY idx_closed (closed_at), ADD KEY idx_prio_closed (priority, closed_at);

-- id: h5-0345
-- label: harmless
-- why: Rails on MariaDB: 8,000 rows
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE UNIQUE INDEX `index_webhooks_on_account_id_and_url` ON `webhooks` (`account_id`, `url`);

-- id: h5-0346
-- label: harmless
-- why: 120,000 rows, some hundred milliseconds
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX IDX_B3BA5A5A5E237E06 ON products (name);

-- id: h5-0347
-- label: harmless
-- why: 12 million rows, online
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX ix_invoices_issued_on ON invoices (issued_on) LOCK=NONE;

-- id: h5-0348
-- label: grey
-- why: 60 million rows online at 900 writes a second: long, and the log may overflow
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `notifications` add index `notifications_user_id_read_at_index`(`user_id`, `read_at`);

-- id: h5-0349
-- label: dangerous
-- why: COPY was demanded, and 8 GB wait for it
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` ADD INDEX `users_updated_at` (`updated_at`), ALGORITHM=COPY, LOCK=SHARED;

-- id: h5-0350
-- label: harmless
-- why: no such index, and IF EXISTS says it does not matter
-- engine: mariadb 10.11
-- rebuild: no
DROP INDEX IF EXISTS ix_invoices_temp ON invoices;

-- id: h5-0351
-- label: harmless
-- why: a default in the dictionary
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `webhooks` ALTER COLUMN `secret` SET DEFAULT '', COMMENT='outgoing';

-- id: h5-0352
-- label: harmless
-- why: WordPress' dbDelta makes a table
-- engine: mariadb 10.11
CREATE TABLE IF NOT EXISTS wp_shop_sessions (
  session_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  session_key char(32) NOT NULL,
  session_value longtext NOT NULL,
  session_expiry bigint(20) unsigned NOT NULL,
  PRIMARY KEY  (session_id),
  UNIQUE KEY session_key (session_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- id: h5-0353
-- label: harmless
-- why: a new table with a check, a default of an expression and a reference
-- engine: mariadb 11.4
create table coupons (
  id          bigint unsigned not null auto_increment,
  code        varchar(40) not null,
  percent_off decimal(5,2) not null check (percent_off between 0 and 100),
  public_id   uuid not null default uuid(),
  category_id int null,
  valid_until date null,
  primary key (id),
  unique key uk_coupons_code (code),
  constraint fk_coupons_category foreign key (category_id) references categories (id) on delete set null
) engine=InnoDB;

-- id: h5-0354
-- label: harmless
-- why: Gitea's pivot table, without references
-- engine: mariadb 10.11
CREATE TABLE `ticket_watch` (`id` BIGINT(20) PRIMARY KEY AUTO_INCREMENT NOT NULL, `user_id` BIGINT(20) NOT NULL, `ticket_id` BIGINT(20) NOT NULL, `is_watching` TINYINT(1) DEFAULT 1 NOT NULL, `created_unix` BIGINT(20) NOT NULL) ENGINE=InnoDB DEFAULT CHARSET utf8mb4 ROW_FORMAT=DYNAMIC;

-- id: h5-0355
-- label: harmless
-- why: Keycloak by Liquibase: a table and its key apart
-- engine: mysql 8.4
CREATE TABLE shop.CLIENT_SCOPE (ID VARCHAR(36) NOT NULL, NAME VARCHAR(255) NULL, `DESCRIPTION` VARCHAR(255) NULL, PROTOCOL VARCHAR(255) NULL, CONSTRAINT PK_CLI_TEMPLATE PRIMARY KEY (ID));

-- id: h5-0356
-- label: harmless
-- why: Django's many-to-many table
-- engine: mysql 9.1
CREATE TABLE `products_related` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `from_product_id` bigint UNSIGNED NOT NULL, `to_product_id` bigint UNSIGNED NOT NULL);

-- id: h5-0357
-- label: harmless
-- why: Liquibase's lock table
-- engine: mysql 8.4
CREATE TABLE DATABASECHANGELOGLOCK (ID INT NOT NULL, `LOCKED` TINYINT(1) NOT NULL, LOCKGRANTED datetime NULL, LOCKEDBY VARCHAR(255) NULL, CONSTRAINT PK_DATABASECHANGELOGLOCK PRIMARY KEY (ID));

-- id: h5-0358
-- label: harmless
-- why: Knex makes a table whose reference is to 24 rows
-- engine: mysql 8.0.35
create table `plan_features` (`id` int unsigned not null auto_increment primary key, `plan_id` int not null, `feature` varchar(60) not null, `limit` int null, constraint `plan_features_plan_id_foreign` foreign key (`plan_id`) references `plans` (`id`) on delete CASCADE);

-- id: h5-0359
-- label: harmless
-- why: Laravel's own row
-- engine: mariadb 10.11
insert into `settings` (`key`, `value`) values ('migrations.batch', '42');

-- id: h5-0360
-- label: harmless
-- why: one row that is there or not
-- engine: mariadb 11.4
INSERT INTO countries (code, name, dial_code) VALUES ('XK', 'Kosovo', '+383') ON DUPLICATE KEY UPDATE name = VALUES(name), dial_code = VALUES(dial_code);

-- id: h5-0361
-- label: dangerous
-- why: no bound: 60 million rows read and changed in one transaction
-- engine: mariadb 11.4
UPDATE notifications n JOIN users u ON u.id = n.user_id SET n.read_at = NOW() WHERE u.deleted_at IS NOT NULL;

-- id: h5-0362
-- label: harmless
-- why: ten thousand keys of a table that nobody writes
-- engine: mariadb 10.11
UPDATE legacy_orders SET status = 'archived' WHERE id BETWEEN 20001 AND 30000 AND status IS NULL;

-- id: h5-0363
-- label: grey
-- why: up to 2,000 rows by an index on time, again and again, but without order replicas may take others
-- engine: mariadb 10.6
DELETE FROM orders WHERE placed_at < '2019-01-01' LIMIT 2000;

-- id: h5-0364
-- label: dangerous
-- why: reads 300 million rows and writes a large part of them in one transaction
-- engine: mariadb 10.11
CREATE TABLE audit_log_2025 ROW_FORMAT=COMPRESSED AS SELECT * FROM audit_log WHERE created_at < '2026-01-01';

-- id: h5-0365
-- label: grey
-- why: the table is empty, but every card to come runs code
-- engine: mariadb 10.11
CREATE TRIGGER IF NOT EXISTS gift_cards_bi BEFORE INSERT ON gift_cards FOR EACH ROW SET NEW.issued_at = COALESCE(NEW.issued_at, NOW());

-- id: h5-0366
-- label: harmless
-- why: a view more
-- engine: mariadb 11.4
CREATE OR REPLACE VIEW v_account_balances AS SELECT a.id, a.name, a.balance, p.code AS plan FROM accounts a LEFT JOIN plans p ON p.id = a.plan_id;

-- id: h5-0367
-- label: harmless
-- why: reads 24 rows for three seconds at most
-- engine: mariadb 10.11
SET STATEMENT max_statement_time = 3 FOR SELECT COUNT(*) FROM plans;

-- id: h5-0368
-- label: harmless
-- why: waits two seconds at most and is INSTANT
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders WAIT 2 ADD COLUMN utm_campaign VARCHAR(100) NULL;

-- id: h5-0369
-- label: dangerous
-- why: other types: 180 million rows copied
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `order_items` MODIFY `quantity` INT UNSIGNED NOT NULL DEFAULT 1, MODIFY `tax_rate` DECIMAL(6,4);

-- id: h5-0370
-- label: harmless
-- why: longer within one byte of length, dictionary alone
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` MODIFY `phone` varchar(40) DEFAULT NULL;

-- id: h5-0371
-- label: harmless
-- why: longer, and past 255 bytes already: dictionary alone
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items MODIFY note VARCHAR(1000) DEFAULT NULL COMMENT 'printed on the slip';

-- id: h5-0372
-- label: dangerous
-- why: Doctrine: the kinds of three columns, 1.5 GB copied
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts CHANGE balance balance NUMERIC(18, 4) DEFAULT '0' NOT NULL, CHANGE currency currency VARCHAR(3) DEFAULT 'EUR' NOT NULL, CHANGE external_ref external_ref VARCHAR(64) DEFAULT NULL;

-- id: h5-0373
-- label: grey
-- why: the longer subject takes INSTANT away from the new column: 250 MB rebuilt online
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
-- AlterTable
ALTER TABLE `support_tickets` ADD COLUMN `slaBreachedAt` DATETIME(3) NULL,
    MODIFY `subject` VARCHAR(250) NOT NULL;

-- id: h5-0374
-- label: harmless
-- why: INSTANT; a bracket of Oracle's habit
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD (dunning_level TINYINT UNSIGNED NOT NULL DEFAULT 0, dunning_at DATE);

-- id: h5-0375
-- label: dangerous
-- why: Rails' change_column_null: 12 million rows rebuilt
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `invoices` CHANGE `due_on` `due_on` date NOT NULL;

-- id: h5-0376
-- label: grey
-- why: only the default of the table, yet columns to come compare otherwise than those there
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users DEFAULT COLLATE utf8mb4_bin;

-- id: h5-0377
-- label: harmless
-- why: a fresh index on a list of 249 countries
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE countries ADD COLUMN eu TINYINT(1) NOT NULL DEFAULT 0, ADD INDEX countries_eu_index (eu);

-- id: h5-0378
-- label: harmless
-- why: 5 million rows, online
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` ADD INDEX `accounts_owner_id_currency_index`(`owner_id`, `currency`);

-- id: h5-0379
-- label: harmless
-- why: two columns in the middle, INSTANT
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `order_items` ADD COLUMN `cost_price` DECIMAL(10,2) NULL AFTER `unit_price`, ADD COLUMN `currency` CHAR(3) NOT NULL DEFAULT 'EUR' AFTER `cost_price`;

-- id: h5-0380
-- label: harmless
-- why: counters for 640 rows, INSTANT
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `categories` ADD `products_count` int NOT NULL DEFAULT 0, ADD `lft` int NULL, ADD `rgt` int NULL;

-- id: h5-0381
-- label: grey
-- why: 2 million articles get an index beside their FULLTEXT one; writes may wait, ten a second
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `index_articles_on_author_id` ON `articles` (`author_id`);

-- id: h5-0382
-- label: dangerous
-- why: 24 values lost, and running code that asks for active plans fails
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE plans DROP COLUMN active, ADD COLUMN state ENUM('draft','live','retired') NOT NULL DEFAULT 'live';

-- id: h5-0383
-- label: grey
-- why: 100,000 keys in one statement: a second or more of locks on a busy table
-- engine: mysql 8.4
UPDATE orders SET currency = 'EUR' WHERE id BETWEEN 100000 AND 200000;

-- id: h5-0384
-- label: grey
-- why: a few per cent of the stock, but without an index it reads and locks half a million rows
-- engine: mariadb 10.11
UPDATE inventory SET reserved = 0 WHERE reserved < 0;
