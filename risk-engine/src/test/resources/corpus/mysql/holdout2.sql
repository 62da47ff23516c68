-- Further held-out statements against schema.sql with the sizes of facts.json; the format is explained in the folder above.

-- id: h2-my-0001
-- label: harmless
-- why: new table (Rails)
-- engine: mysql 8.0.35
CREATE TABLE `subscriptions` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `account_id` bigint unsigned NOT NULL, `plan_id` int NOT NULL, `started_at` datetime(6), `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, INDEX `index_subscriptions_on_account_id` (`account_id`), CONSTRAINT `fk_rails_a0b1c2d3e4` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`));

-- id: h2-my-0002
-- label: harmless
-- why: new table (Laravel)
-- engine: mysql 8.4
create table `personal_access_tokens` (`id` bigint unsigned not null auto_increment primary key, `tokenable_type` varchar(255) not null, `tokenable_id` bigint unsigned not null, `name` varchar(255) not null, `token` varchar(64) not null, `abilities` text null, `last_used_at` timestamp null, `created_at` timestamp null, `updated_at` timestamp null) default character set utf8mb4 collate 'utf8mb4_unicode_ci';

-- id: h2-my-0003
-- label: harmless
-- why: new table (Laravel)
-- engine: mariadb 10.11
create table `failed_jobs` (`id` bigint unsigned not null auto_increment primary key, `uuid` varchar(255) not null, `connection` text not null, `queue` text not null, `payload` longtext not null, `exception` longtext not null, `failed_at` timestamp default CURRENT_TIMESTAMP not null) default character set utf8mb4 collate 'utf8mb4_unicode_ci';

-- id: h2-my-0004
-- label: harmless
-- why: new table (Django)
-- engine: mariadb 10.6
CREATE TABLE `shop_wishlist` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `name` varchar(80) NOT NULL, `is_public` bool NOT NULL, `created` datetime(6) NOT NULL, `owner_id` bigint NOT NULL);

-- id: h2-my-0005
-- label: harmless
-- why: new table between two others (Django)
-- engine: mysql 9.7
CREATE TABLE `shop_wishlist_products` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `wishlist_id` bigint NOT NULL, `product_id` bigint NOT NULL);

-- id: h2-my-0006
-- label: harmless
-- why: new table (Alembic)
-- engine: mariadb 11.8
CREATE TABLE exports (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    kind VARCHAR(32) NOT NULL, 
    requested_by BIGINT, 
    finished_at DATETIME, 
    PRIMARY KEY (id)
);

-- id: h2-my-0007
-- label: harmless
-- why: Alembic's own table
-- engine: mariadb 11.4
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- id: h2-my-0008
-- label: harmless
-- why: Flyway's own table
-- engine: mysql 8.0.35
CREATE TABLE `shop`.`flyway_schema_history` (
    `installed_rank` INT NOT NULL,
    `version` VARCHAR(50),
    `description` VARCHAR(200) NOT NULL,
    `type` VARCHAR(20) NOT NULL,
    `script` VARCHAR(1000) NOT NULL,
    `checksum` INT,
    `installed_by` VARCHAR(100) NOT NULL,
    `installed_on` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    `execution_time` INT NOT NULL,
    `success` BOOL NOT NULL,
    CONSTRAINT `flyway_schema_history_pk` PRIMARY KEY (`installed_rank`)
) ENGINE=InnoDB;

-- id: h2-my-0009
-- label: harmless
-- why: Liquibase's own table
-- engine: mysql 8.4
CREATE TABLE shop.DATABASECHANGELOGLOCK (ID INT NOT NULL, `LOCKED` TINYINT NOT NULL, LOCKGRANTED datetime NULL, LOCKEDBY VARCHAR(255) NULL, CONSTRAINT PK_DATABASECHANGELOGLOCK PRIMARY KEY (ID));

-- id: h2-my-0010
-- label: harmless
-- why: new table (Liquibase)
-- engine: mysql 9.1
CREATE TABLE shop.price_list (id BIGINT AUTO_INCREMENT NOT NULL, name VARCHAR(100) NOT NULL, valid_from date NULL, CONSTRAINT PK_PRICE_LIST PRIMARY KEY (id), UNIQUE (name));

-- id: h2-my-0011
-- label: harmless
-- why: new table (Prisma)
-- engine: mysql 9.7
-- CreateTable
CREATE TABLE `ApiSession` (
    `id` VARCHAR(191) NOT NULL,
    `sessionToken` VARCHAR(191) NOT NULL,
    `userId` VARCHAR(191) NOT NULL,
    `expires` DATETIME(3) NOT NULL,

    UNIQUE INDEX `ApiSession_sessionToken_key`(`sessionToken`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: h2-my-0012
-- label: harmless
-- why: new table (Prisma)
-- engine: mariadb 11.8
-- CreateTable
CREATE TABLE `LoyaltyTier` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `name` ENUM('BRONZE', 'SILVER', 'GOLD') NOT NULL DEFAULT 'BRONZE',
    `threshold` DOUBLE NOT NULL DEFAULT 0,
    `perks` JSON NOT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),

    INDEX `LoyaltyTier_name_idx`(`name`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- id: h2-my-0013
-- label: harmless
-- why: Knex's own table
-- engine: mariadb 10.6
create table `knex_migrations` (`id` int unsigned not null auto_increment primary key, `name` varchar(255), `batch` int, `migration_time` timestamp);

-- id: h2-my-0014
-- label: harmless
-- why: new table (Sequelize)
-- engine: mariadb 10.11
CREATE TABLE IF NOT EXISTS `Carts` (`id` INTEGER NOT NULL auto_increment , `token` CHAR(36) BINARY, `userId` BIGINT UNSIGNED, `createdAt` DATETIME NOT NULL, `updatedAt` DATETIME NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB;

-- id: h2-my-0015
-- label: harmless
-- why: new table (TypeORM)
-- engine: mysql 9.1
CREATE TABLE `voucher` (`id` varchar(36) NOT NULL, `code` varchar(255) NOT NULL, `createdAt` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), `updatedAt` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), UNIQUE INDEX `IDX_62d3c5b0ce63a82c48e86d904b` (`code`), PRIMARY KEY (`id`)) ENGINE=InnoDB;

-- id: h2-my-0016
-- label: harmless
-- why: new table (Doctrine)
-- engine: mysql 8.4
CREATE TABLE product_review (id INT AUTO_INCREMENT NOT NULL, product_id BIGINT UNSIGNED NOT NULL, rating SMALLINT NOT NULL, body LONGTEXT DEFAULT NULL, created_at DATETIME NOT NULL COMMENT '(DC2Type:datetime_immutable)', INDEX IDX_1B3FC0624584665A (product_id), PRIMARY KEY(id)) DEFAULT CHARACTER SET utf8mb4 COLLATE `utf8mb4_unicode_ci` ENGINE = InnoDB;

-- id: h2-my-0017
-- label: harmless
-- why: new table (Symfony Messenger)
-- engine: mariadb 11.4
CREATE TABLE messenger_messages (id BIGINT AUTO_INCREMENT NOT NULL, body LONGTEXT NOT NULL, headers LONGTEXT NOT NULL, queue_name VARCHAR(190) NOT NULL, created_at DATETIME NOT NULL, available_at DATETIME NOT NULL, delivered_at DATETIME DEFAULT NULL, INDEX IDX_75EA56E0FB7336F0 (queue_name), INDEX IDX_75EA56E0E3BD61CE (available_at), PRIMARY KEY(id)) DEFAULT CHARACTER SET utf8mb4 COLLATE `utf8mb4_unicode_ci` ENGINE = InnoDB;

-- id: h2-my-0018
-- label: harmless
-- why: new table that refers to a large one (goose)
-- engine: mysql 8.0.35
-- +goose Up
CREATE TABLE IF NOT EXISTS order_labels (
  order_id BIGINT UNSIGNED NOT NULL,
  label    VARCHAR(32)     NOT NULL,
  PRIMARY KEY (order_id, label),
  FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
);

-- id: h2-my-0019
-- label: harmless
-- why: new table as a dump writes it
-- engine: mysql 8.0.20
CREATE TABLE `oauth_clients` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `secret` varchar(100) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `redirect` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `revoked` tinyint(1) NOT NULL DEFAULT '0',
  PRIMARY KEY (`id`),
  KEY `oauth_clients_name_index` (`name`)
) ENGINE=InnoDB AUTO_INCREMENT=12 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- id: h2-my-0020
-- label: harmless
-- why: new table as a dump writes it
-- engine: mariadb 10.6
CREATE TABLE IF NOT EXISTS `tax_rates` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `country_code` char(2) CHARACTER SET ascii NOT NULL,
  `rate` decimal(5,2) NOT NULL,
  `valid_from` date NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `country_from` (`country_code`,`valid_from`),
  CONSTRAINT `tax_rates_country` FOREIGN KEY (`country_code`) REFERENCES `countries` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- id: h2-my-0021
-- label: harmless
-- why: new table, partitions in an executable comment
-- engine: mysql 8.4
CREATE TABLE `page_view_daily` (
  `day` date NOT NULL,
  `path` varchar(255) NOT NULL,
  `views` int unsigned NOT NULL DEFAULT '0',
  PRIMARY KEY (`day`,`path`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
/*!50100 PARTITION BY RANGE (to_days(`day`))
(PARTITION p202611 VALUES LESS THAN (740316) ENGINE = InnoDB,
 PARTITION pmax VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */;

-- id: h2-my-0022
-- label: harmless
-- why: new table with a stored column over JSON
-- engine: mysql 9.7
CREATE TABLE product_attributes (product_id BIGINT UNSIGNED NOT NULL, attrs JSON NOT NULL, color VARCHAR(20) GENERATED ALWAYS AS (attrs ->> '$.color') STORED, PRIMARY KEY (product_id), KEY idx_color (color));

-- id: h2-my-0023
-- label: harmless
-- why: new table with a spatial index
-- engine: mysql 8.0.35
CREATE TABLE stores (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT,
    name VARCHAR(80) NOT NULL,
    position POINT NOT NULL SRID 4326,
    PRIMARY KEY (id),
    SPATIAL INDEX sx_position (position)
);

-- id: h2-my-0024
-- label: harmless
-- why: new table with a full text index
-- engine: mariadb 11.8
CREATE TABLE help_pages (id INT AUTO_INCREMENT PRIMARY KEY, title VARCHAR(200) NOT NULL, body MEDIUMTEXT, FULLTEXT KEY ft_help (title, body)) ENGINE=InnoDB;

-- id: h2-my-0025
-- label: harmless
-- why: structure only
-- engine: mysql 9.1
CREATE TABLE IF NOT EXISTS `notifications_2026` LIKE `notifications`;

-- id: h2-my-0026
-- label: harmless
-- why: new table between two small ones
-- engine: mariadb 10.11
CREATE TABLE category_product (
  category_id INT NOT NULL,
  product_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (category_id, product_id),
  CONSTRAINT fk_cp_category FOREIGN KEY (category_id) REFERENCES categories (id) ON DELETE CASCADE,
  CONSTRAINT fk_cp_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE
);

-- id: h2-my-0027
-- label: harmless
-- why: temporary
-- engine: mariadb 10.6
CREATE TEMPORARY TABLE price_import (sku VARCHAR(40) NOT NULL PRIMARY KEY, price DECIMAL(10,2) NOT NULL);

-- id: h2-my-0028
-- label: harmless
-- why: 60 rows copied beside themselves
-- engine: mariadb 10.6
CREATE TABLE settings_backup_20261121 AS SELECT * FROM settings;

-- id: h2-my-0029
-- label: harmless
-- why: new table (Hibernate)
-- engine: mysql 8.4
create table order_event_seq (next_val bigint) engine=InnoDB;

-- id: h2-my-0030
-- label: harmless
-- why: new table (Laravel)
-- engine: mariadb 11.4
create table `job_batches` (`id` varchar(255) not null, `name` varchar(255) not null, `total_jobs` int not null, `pending_jobs` int not null, `failed_job_ids` longtext not null, `options` mediumtext null, `cancelled_at` int null, `created_at` int not null, primary key (`id`)) default character set utf8mb4 collate 'utf8mb4_unicode_ci';

-- id: h2-my-0031
-- label: harmless
-- why: new table with a check
-- engine: mariadb 10.11
CREATE TABLE payouts (
    id          BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    account_id  BIGINT UNSIGNED NOT NULL,
    amount      DECIMAL(12, 2)  NOT NULL,
    state       ENUM ('pending', 'sent', 'failed') NOT NULL DEFAULT 'pending',
    created_at  TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT chk_payouts_amount CHECK (amount > 0),
    INDEX idx_payouts_account (account_id, created_at DESC)
);

-- id: h2-my-0032
-- label: harmless
-- why: Rails' own table
-- engine: mysql 8.0.20
CREATE TABLE `ar_internal_metadata` (`key` varchar(255) NOT NULL PRIMARY KEY, `value` varchar(255), `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL);

-- id: h2-my-0033
-- label: harmless
-- why: new table with MariaDB's own types
-- engine: mariadb 11.8
CREATE TABLE login_attempts (id UUID NOT NULL DEFAULT UUID() PRIMARY KEY, ip INET6 NOT NULL, ok BOOLEAN NOT NULL, tried_at DATETIME NOT NULL DEFAULT NOW(), KEY idx_tried (tried_at));

-- id: h2-my-0034
-- label: harmless
-- why: new table (Navicat)
-- engine: mysql 9.1
CREATE TABLE `sys_dict`  (
  `dict_id` bigint NOT NULL AUTO_INCREMENT COMMENT '字典编号',
  `dict_type` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NULL DEFAULT '' COMMENT '字典类型',
  `status` char(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NULL DEFAULT '0' COMMENT '状态（0正常 1停用）',
  PRIMARY KEY (`dict_id`) USING BTREE,
  UNIQUE INDEX `dict_type`(`dict_type` ASC) USING BTREE
) ENGINE = InnoDB AUTO_INCREMENT = 100 CHARACTER SET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = '字典类型表' ROW_FORMAT = Dynamic;

-- id: h2-my-0035
-- label: harmless
-- why: new compressed table
-- engine: mysql 8.4
CREATE TABLE IF NOT EXISTS mail_log (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, recipient VARCHAR(191) NOT NULL, sent_at DATETIME NOT NULL, raw MEDIUMBLOB) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;

-- id: h2-my-0036
-- label: fails
-- why: an INT cannot refer to a BIGINT UNSIGNED
-- engine: mysql 8.4
CREATE TABLE `refunds` (`id` int NOT NULL AUTO_INCREMENT PRIMARY KEY, `payment_id` int NOT NULL, `reason` varchar(255), CONSTRAINT `fk_rails_0f1e2d3c4b` FOREIGN KEY (`payment_id`) REFERENCES `payments` (`id`));

-- id: h2-my-0037
-- label: fails
-- why: is there already
-- engine: mariadb 11.4
CREATE TABLE `gift_cards` (`id` bigint unsigned NOT NULL AUTO_INCREMENT, `code` varchar(40) NOT NULL, PRIMARY KEY (`id`));

-- id: h2-my-0038
-- label: harmless
-- why: last column with a constant (Rails)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` ADD `time_zone` varchar(255) DEFAULT 'UTC' NOT NULL;

-- id: h2-my-0039
-- label: harmless
-- why: last column with a constant (Rails)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `products` ADD `published` tinyint(1) DEFAULT TRUE NOT NULL;

-- id: h2-my-0040
-- label: harmless
-- why: in the middle, INSTANT (Laravel)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `orders` add `shipping_method` varchar(255) not null default 'standard' after `channel`;

-- id: h2-my-0041
-- label: harmless
-- why: soft deletes (Laravel)
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `products` add `deleted_at` timestamp null;

-- id: h2-my-0042
-- label: harmless
-- why: nullable JSON (Laravel)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `accounts` add `preferences` json null after `external_ref`;

-- id: h2-my-0043
-- label: harmless
-- why: 640 rows, and INSTANT (Laravel)
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `categories` add `description` text null after `name`;

-- id: h2-my-0044
-- label: harmless
-- why: constant default (Django)
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ADD COLUMN `is_gift` bool DEFAULT 0 NOT NULL;

-- id: h2-my-0045
-- label: harmless
-- why: nullable last column (Django)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `support_tickets` ADD COLUMN `assignee_id` bigint NULL;

-- id: h2-my-0046
-- label: harmless
-- why: last column with a constant (Django)
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` ADD COLUMN `timezone` varchar(40) DEFAULT 'UTC' NOT NULL;

-- id: h2-my-0047
-- label: harmless
-- why: nullable last column (Django)
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` ADD COLUMN `date_of_birth` date NULL;

-- id: h2-my-0048
-- label: harmless
-- why: constant default (Alembic)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments ADD COLUMN currency VARCHAR(3) DEFAULT 'EUR' NOT NULL;

-- id: h2-my-0049
-- label: harmless
-- why: nullable last column (Alembic)
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices ADD COLUMN reminder_sent_at DATETIME;

-- id: h2-my-0050
-- label: harmless
-- why: two last columns
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE order_items
    ADD COLUMN discount_amount DECIMAL(10,2) NOT NULL DEFAULT 0.00,
    ADD COLUMN discount_reason VARCHAR(100) NULL;

-- id: h2-my-0051
-- label: harmless
-- why: last column with a constant (Flyway)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table notifications add channel varchar(20) not null default 'email';

-- id: h2-my-0052
-- label: harmless
-- why: Liquibase's boolean
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE shop.users ADD marketing_consent BIT(1) DEFAULT 0 NULL;

-- id: h2-my-0053
-- label: harmless
-- why: behind the first column, INSTANT (Liquibase)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE shop.orders ADD external_id VARCHAR(64) NULL AFTER id;

-- id: h2-my-0054
-- label: harmless
-- why: constant default (Prisma)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `products` ADD COLUMN `isFeatured` BOOLEAN NOT NULL DEFAULT false;

-- id: h2-my-0055
-- label: harmless
-- why: nullable JSON (Prisma)
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `users` ADD COLUMN `metadata` JSON NULL;

-- id: h2-my-0056
-- label: harmless
-- why: a current timestamp as the default (Prisma)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `sessions` ADD COLUMN `updatedAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3);

-- id: h2-my-0057
-- label: harmless
-- why: last column (Knex)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `addresses` add `is_default` boolean default '0';

-- id: h2-my-0058
-- label: harmless
-- why: two last columns of the queue (Knex)
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `jobs` add `failed_at` timestamp null, add `error` text null;

-- id: h2-my-0059
-- label: harmless
-- why: soft deletes (Sequelize)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ADD `deletedAt` DATETIME;

-- id: h2-my-0060
-- label: harmless
-- why: an enum with a default (Sequelize)
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` ADD `role` ENUM('customer', 'staff', 'admin') NOT NULL DEFAULT 'customer';

-- id: h2-my-0061
-- label: harmless
-- why: a current timestamp as the default (TypeORM)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` ADD `createdAt` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);

-- id: h2-my-0062
-- label: harmless
-- why: two last columns (Doctrine)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices ADD paid_at DATETIME DEFAULT NULL, ADD dunning_level SMALLINT DEFAULT 0 NOT NULL;

-- id: h2-my-0063
-- label: harmless
-- why: character set written out (Doctrine)
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE products ADD brand VARCHAR(255) CHARACTER SET utf8mb4 DEFAULT NULL COLLATE `utf8mb4_unicode_ci`;

-- id: h2-my-0064
-- label: harmless
-- why: nullable last column (goose)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- +goose Up
ALTER TABLE `payments` ADD COLUMN `idempotency_key` varchar(64) NULL;

-- id: h2-my-0065
-- label: harmless
-- why: nullable last column (Atlas)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- Modify "users" table
ALTER TABLE `users` ADD COLUMN `stripe_customer_id` varchar(255) NULL;

-- id: h2-my-0066
-- label: harmless
-- why: 640 rows (phpMyAdmin)
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `categories` ADD `image` VARCHAR(255) NULL DEFAULT NULL AFTER `name`;

-- id: h2-my-0067
-- label: harmless
-- why: in the middle, INSTANT (phpMyAdmin)
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `sessions` ADD `is_mobile` TINYINT(1) NOT NULL DEFAULT '0' AFTER `user_agent`;

-- id: h2-my-0068
-- label: harmless
-- why: two last columns with odd blanks
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE  `addresses` ADD  `lat` DECIMAL( 10, 6 ) NULL , ADD  `lng` DECIMAL( 10, 6 ) NULL;

-- id: h2-my-0069
-- label: harmless
-- why: two columns in one pair of brackets
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN (ip_address VARBINARY(16) NULL, user_agent VARCHAR(255) NULL);

-- id: h2-my-0070
-- label: harmless
-- why: in the middle, INSTANT (Navicat)
-- engine: mysql 8.0.35
ALTER TABLE `shop`.`orders` ADD COLUMN `remark` varchar(500) NULL COMMENT '备注' AFTER `notes`;

-- id: h2-my-0071
-- label: harmless
-- why: first column, INSTANT
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `legacy_orders` ADD `tenant_id` INT UNSIGNED NOT NULL DEFAULT 1 FIRST;

-- id: h2-my-0072
-- label: harmless
-- why: if they are not there yet
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE orders ADD COLUMN IF NOT EXISTS delivered_at datetime NULL, ADD COLUMN IF NOT EXISTS delivery_note varchar(255) NULL;

-- id: h2-my-0073
-- label: harmless
-- why: character set of its own
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN referral_code VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL;

-- id: h2-my-0074
-- label: harmless
-- why: INSTANT demanded for all partitions
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `events` ADD COLUMN `session_id` CHAR(36) CHARACTER SET ascii NULL, ALGORITHM=INSTANT;

-- id: h2-my-0075
-- label: harmless
-- why: INSTANT demanded, the lock left to the server
-- engine: mysql 8.4
-- rebuild: no
ALTER TABLE clicks ADD COLUMN country CHAR(2) NULL, ALGORITHM=INSTANT, LOCK=DEFAULT;

-- id: h2-my-0076
-- label: harmless
-- why: virtual column
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD COLUMN is_deleted TINYINT(1) GENERATED ALWAYS AS (deleted_at IS NOT NULL) VIRTUAL;

-- id: h2-my-0077
-- label: harmless
-- why: virtual column (Laravel)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `orders` add `order_month` varchar(7) as (date_format(`created_at`, '%Y-%m'));

-- id: h2-my-0078
-- label: harmless
-- why: virtual column
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE products ADD COLUMN weight_kg DECIMAL(10,3) AS (weight_grams / 1000) VIRTUAL;

-- id: h2-my-0079
-- label: harmless
-- why: last column (Laravel)
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `payments` add `refunded_amount` decimal(12, 2) not null default '0';

-- id: h2-my-0080
-- label: harmless
-- why: two last columns
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE notifications ADD COLUMN template VARCHAR(60) NULL, ADD COLUMN template_version INT NULL;

-- id: h2-my-0081
-- label: harmless
-- why: last column of all hash partitions
-- engine: mysql 8.0.20
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `clicks` ADD COLUMN `utm_source` VARCHAR(50) DEFAULT NULL;

-- id: h2-my-0082
-- label: harmless
-- why: rebuilds 24 rows
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `plans` ADD COLUMN `trial_days` SMALLINT NOT NULL DEFAULT 0 AFTER `monthly_price`;

-- id: h2-my-0083
-- label: harmless
-- why: empty table
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `gift_cards` ADD COLUMN `currency` CHAR(3) NOT NULL, ADD COLUMN `expires_on` DATE NULL;

-- id: h2-my-0084
-- label: harmless
-- why: hidden from SELECT * by an executable comment
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` ADD COLUMN `row_version` bigint unsigned NOT NULL DEFAULT '1' /*!80023 INVISIBLE */;

-- id: h2-my-0085
-- label: harmless
-- why: the whole statement in MariaDB's executable comment
-- engine: mariadb 10.11
/*M!100400 ALTER TABLE `users` ADD COLUMN `last_login_ip` varbinary(16) DEFAULT NULL */;

-- id: h2-my-0086
-- label: harmless
-- why: actions in an executable comment
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments /*!80012 ADD COLUMN dispute_state VARCHAR(20) NULL, ALGORITHM=INSTANT */;

-- id: h2-my-0087
-- label: harmless
-- why: does not wait long for the metadata lock
-- engine: mariadb 10.11
SET STATEMENT lock_wait_timeout=3 FOR ALTER TABLE payments ADD COLUMN memo VARCHAR(100) DEFAULT NULL;

-- id: h2-my-0088
-- label: harmless
-- why: nullable column with a check that holds for NULL
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE products ADD COLUMN rating TINYINT NULL CHECK (rating BETWEEN 1 AND 5);

-- id: h2-my-0089
-- label: harmless
-- why: 8000 rows, a stored column
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE webhooks ADD COLUMN host VARCHAR(255) GENERATED ALWAYS AS (SUBSTRING_INDEX(SUBSTRING_INDEX(url, '/', 3), '/', -1)) STORED;

-- id: h2-my-0090
-- label: dangerous
-- why: in the middle: rebuilds 8 GB (Laravel)
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
alter table `users` add `avatar` varchar(255) null after `bio`;

-- id: h2-my-0091
-- label: dangerous
-- why: in the middle: rebuilds 3 GB of the busiest table
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `sessions` ADD COLUMN `device_id` CHAR(36) NULL AFTER `user_id`;

-- id: h2-my-0092
-- label: dangerous
-- why: in the middle: rebuilds 4 GB (Liquibase)
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE shop.invoices ADD uuid CHAR(36) NULL AFTER id;

-- id: h2-my-0093
-- label: dangerous
-- why: compressed table: 45 GB rebuilt (Laravel)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
alter table `audit_log` add `batch_uuid` char(36) null after `entity`;

-- id: h2-my-0094
-- label: dangerous
-- why: compressed table: 45 GB rebuilt
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `audit_log` ADD COLUMN IF NOT EXISTS `user_agent` varchar(255) DEFAULT NULL;

-- id: h2-my-0095
-- label: dangerous
-- why: full text table: 6 GB rebuilt, writes wait
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles ADD published TINYINT(1) NOT NULL DEFAULT 0;

-- id: h2-my-0096
-- label: dangerous
-- why: full text table: 6 GB copied (Prisma)
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
-- AlterTable
ALTER TABLE `articles` ADD COLUMN `excerpt` VARCHAR(500) NULL, ADD COLUMN `coverUrl` VARCHAR(191) NULL;

-- id: h2-my-0097
-- label: dangerous
-- why: stored column: copies 1.5 GB while writes wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `accounts` ADD COLUMN `balance_cents` BIGINT GENERATED ALWAYS AS (`balance` * 100) STORED;

-- id: h2-my-0098
-- label: dangerous
-- why: stored column: copies 3 GB of the busiest table
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions ADD COLUMN ua_hash CHAR(32) AS (MD5(user_agent)) PERSISTENT;

-- id: h2-my-0099
-- label: dangerous
-- why: an expression as default is computed for each row: copies 8 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users ADD COLUMN tags JSON NOT NULL DEFAULT (JSON_ARRAY());

-- id: h2-my-0100
-- label: dangerous
-- why: an expression as default is computed for each row: copies 12 GB
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` ADD COLUMN `ordered_on` DATE NOT NULL DEFAULT (CURRENT_DATE);

-- id: h2-my-0101
-- label: dangerous
-- why: a counter as the new key: 110 GB rebuilt while writes wait
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `page_views` ADD `row_id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST;

-- id: h2-my-0102
-- label: dangerous
-- why: column and index at once: 12 GB rebuilt (Laravel)
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
alter table `orders` add `batch_id` bigint unsigned null, add index `orders_batch_id_index`(`batch_id`);

-- id: h2-my-0103
-- label: dangerous
-- why: column and unique key at once: 1.5 GB rebuilt
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `accounts`
  ADD COLUMN `slug` varchar(100) DEFAULT NULL AFTER `name`,
  ADD UNIQUE KEY `uk_accounts_slug` (`slug`);

-- id: h2-my-0104
-- label: dangerous
-- why: column and index at once: 15 GB rebuilt
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `notifications` ADD COLUMN `campaign_id` int unsigned DEFAULT NULL, ADD KEY `idx_campaign` (`campaign_id`);

-- id: h2-my-0105
-- label: dangerous
-- why: INSTANT, but running code does not fill the new column and its inserts fail (Prisma)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
-- AlterTable
ALTER TABLE `orders` ADD COLUMN `orderNumber` INTEGER NOT NULL;

-- id: h2-my-0106
-- label: dangerous
-- why: INSTANT, but inserts of running code fail for want of a value (Doctrine)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users ADD roles JSON NOT NULL, ADD is_verified TINYINT(1) NOT NULL;

-- id: h2-my-0107
-- label: dangerous
-- why: INSTANT, but inserts of running code fail for want of a value
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` ADD COLUMN `tenant_id` bigint unsigned NOT NULL;

-- id: h2-my-0108
-- label: dangerous
-- why: a check on a new column: copies 12 GB while writes wait
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD COLUMN priority TINYINT NOT NULL DEFAULT 3 CHECK (priority BETWEEN 1 AND 5);

-- id: h2-my-0109
-- label: dangerous
-- why: MariaDB heeds the reference beside a column
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE `invoices` ADD COLUMN `plan_id` INT NULL REFERENCES `plans` (`id`);

-- id: h2-my-0110
-- label: dangerous
-- why: COPY by wish: 24 GB while writes wait
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items ADD COLUMN warehouse VARCHAR(20) NULL, ALGORITHM=COPY;

-- id: h2-my-0111
-- label: grey
-- why: metadata only, but inserts that rely on the default fail
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` ALTER COLUMN `currency` DROP DEFAULT;

-- id: h2-my-0112
-- label: fails
-- why: JSON has no literal default
-- engine: mysql 8.0.35
ALTER TABLE users ADD COLUMN settings JSON NOT NULL DEFAULT '{}';

-- id: h2-my-0113
-- label: fails
-- why: TEXT has no literal default
-- engine: mysql 8.4
ALTER TABLE `notifications` ADD COLUMN `subject` TEXT NOT NULL DEFAULT '';

-- id: h2-my-0114
-- label: fails
-- why: both are there (Laravel)
-- engine: mariadb 10.11
alter table `orders` add `created_at` timestamp null, add `updated_at` timestamp null;

-- id: h2-my-0115
-- label: fails
-- why: MariaDB's type
-- engine: mysql 9.1
ALTER TABLE accounts ADD COLUMN public_id UUID NOT NULL DEFAULT UUID();

-- id: h2-my-0116
-- label: fails
-- why: a full text table is not altered in place
-- engine: mysql 9.7
ALTER TABLE articles ADD COLUMN reading_minutes SMALLINT NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- id: h2-my-0117
-- label: harmless
-- why: 250 MB, online (Rails)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `index_support_tickets_on_user_id_and_closed_at` ON `support_tickets` (`user_id`, `closed_at`);

-- id: h2-my-0118
-- label: harmless
-- why: 8000 rows (Rails)
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE UNIQUE INDEX `index_webhooks_on_account_id_and_url` ON `webhooks` (`account_id`, `url`(191));

-- id: h2-my-0119
-- label: harmless
-- why: 180 MB, online (Laravel)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `products` add index `products_price_index`(`price`);

-- id: h2-my-0120
-- label: harmless
-- why: 640 rows (Laravel)
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `categories` add unique `categories_parent_id_name_unique`(`parent_id`, `name`);

-- id: h2-my-0121
-- label: harmless
-- why: 250 MB, online (Django)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `support_tickets_priority_1f2e3d_idx` ON `support_tickets` (`priority`, `user_id`);

-- id: h2-my-0122
-- label: harmless
-- why: 180 MB, online (Alembic)
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX ix_products_sku_price ON products (sku, price);

-- id: h2-my-0123
-- label: harmless
-- why: 140 rows (Prisma)
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `feature_flags_enabled_idx` ON `feature_flags`(`enabled`);

-- id: h2-my-0124
-- label: harmless
-- why: 8000 rows (Knex)
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `webhooks` add index `webhooks_enabled_index`(`enabled`);

-- id: h2-my-0125
-- label: harmless
-- why: 640 rows (TypeORM)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `IDX_8b0be371d28245da6e4f4b6187` ON `categories` (`name`);

-- id: h2-my-0126
-- label: harmless
-- why: 180 MB, online (Doctrine)
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX IDX_B3BA5A5A12469DE2 ON products (category_id, weight_grams);

-- id: h2-my-0127
-- label: harmless
-- why: 90 MB, online
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX IF NOT EXISTS idx_inventory_warehouse ON inventory (warehouse, quantity);

-- id: h2-my-0128
-- label: harmless
-- why: 60 rows, full text
-- engine: mariadb 10.6
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `settings` ADD FULLTEXT KEY `ft_value` (`value`);

-- id: h2-my-0129
-- label: grey
-- why: 90 MB, but 300 writes a second (Django)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `inventory` ADD CONSTRAINT `inventory_warehouse_product_id_9b0f2c_uniq` UNIQUE (`warehouse`, `product_id`);

-- id: h2-my-0130
-- label: grey
-- why: functional: writes of 180 MB wait for seconds
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE INDEX idx_products_lower_name ON products ((LOWER(name)));

-- id: h2-my-0131
-- label: grey
-- why: online, but long on 50 million rows (Laravel)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `orders` add index `orders_status_created_at_index`(`status`, `created_at`);

-- id: h2-my-0132
-- label: grey
-- why: online, but long on 45 million rows (Rails)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `index_payments_on_captured_at` ON `payments` (`captured_at`);

-- id: h2-my-0133
-- label: grey
-- why: online, but 45 GB are read (Django)
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
CREATE INDEX `audit_log_entity_7c1d0a_idx` ON `audit_log` (`entity`, `created_at`);

-- id: h2-my-0134
-- label: grey
-- why: online, but long on 60 million rows
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `notifications` ADD KEY `user_unread` (`user_id`,`read_at`);

-- id: h2-my-0135
-- label: grey
-- why: online, LOCK=NONE said, but 250 million rows
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `clicks` ADD INDEX `idx_clicked_at` (`clicked_at`), ALGORITHM=INPLACE, LOCK=NONE;

-- id: h2-my-0136
-- label: grey
-- why: online unique index, which fails on duplicates
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` ADD UNIQUE KEY `uk_provider_ref_order` (`provider_ref`,`order_id`);

-- id: h2-my-0137
-- label: grey
-- why: online, but the hottest queue
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `jobs` ADD INDEX `jobs_locked_by` (`locked_by`);

-- id: h2-my-0138
-- label: grey
-- why: replaces one index of a large table by another, online
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` DROP INDEX `idx_orders_placed_at`, ADD INDEX `idx_orders_placed_status` (`placed_at`, `status`);

-- id: h2-my-0139
-- label: grey
-- why: 250 MB rebuilt while few writes wait (Laravel)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
alter table `support_tickets` add fulltext `support_tickets_subject_body_fulltext`(`subject`, `body`);

-- id: h2-my-0140
-- label: dangerous
-- why: first full text index: 8 GB rebuilt while writes wait (Laravel)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
alter table `users` add fulltext `users_display_name_bio_fulltext`(`display_name`, `bio`);

-- id: h2-my-0141
-- label: dangerous
-- why: first full text index: 9 GB rebuilt while writes wait
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `payments` ADD FULLTEXT KEY `ft_failure` (`failure_reason`);

-- id: h2-my-0142
-- label: dangerous
-- why: another full text index: writes to 6 GB wait (Prisma)
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
-- CreateIndex
CREATE FULLTEXT INDEX `articles_body_idx` ON `articles`(`body`);

-- id: h2-my-0143
-- label: dangerous
-- why: functional index: 12 GB while writes wait
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
CREATE INDEX idx_orders_created_date ON orders ((DATE(created_at)));

-- id: h2-my-0144
-- label: dangerous
-- why: writers of the busiest table wait by wish
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: no
ALTER TABLE `sessions` ADD INDEX `idx_sessions_ua` (`user_agent`(64)), LOCK=SHARED;

-- id: h2-my-0145
-- label: dangerous
-- why: COPY by wish: 1.5 GB while writes wait
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts ADD KEY idx_external_ref (external_ref), ALGORITHM=COPY;

-- id: h2-my-0146
-- label: dangerous
-- why: article numbers may repeat, and look-ups by them scan (Doctrine)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
DROP INDEX uk_products_sku ON products;

-- id: h2-my-0147
-- label: dangerous
-- why: nothing keeps a product's stock single any more, and there is no key
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE `inventory` DROP PRIMARY KEY;

-- id: h2-my-0148
-- label: dangerous
-- why: payments of an order are searched without an index
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE payments DROP INDEX idx_payments_order;

-- id: h2-my-0149
-- label: grey
-- why: metadata only, but the purge of sessions needs it
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `sessions` DROP INDEX `idx_sessions_expires`;

-- id: h2-my-0150
-- label: grey
-- why: metadata only, but queries may need it (Rails)
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
DROP INDEX `idx_users_created_at` ON `users`;

-- id: h2-my-0151
-- label: harmless
-- why: none of that name
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE products DROP INDEX IF EXISTS idx_products_brand, DROP INDEX IF EXISTS idx_products_color;

-- id: h2-my-0152
-- label: harmless
-- why: only its name (Rails)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `notifications` RENAME INDEX `idx_notifications_user` TO `index_notifications_on_user_id`;

-- id: h2-my-0153
-- label: harmless
-- why: only its name (Doctrine)
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions RENAME INDEX idx_sessions_user TO IDX_9A609D13A76ED395;

-- id: h2-my-0154
-- label: grey
-- why: hidden on trial, in an executable comment
-- engine: mysql 8.4
/*!80000 ALTER TABLE `payments` ALTER INDEX `idx_payments_provider_ref` INVISIBLE */;

-- id: h2-my-0155
-- label: fails
-- why: MariaDB's words
-- engine: mysql 8.0.35
CREATE INDEX IF NOT EXISTS idx_orders_status ON orders (status);

-- id: h2-my-0156
-- label: fails
-- why: the name is taken
-- engine: mariadb 11.8
CREATE INDEX `idx_users_created_at` ON `users` (`created_at`);

-- id: h2-my-0157
-- label: fails
-- why: no such index (Laravel)
-- engine: mysql 9.7
alter table `orders` drop index `orders_user_id_foreign`;

-- id: h2-my-0158
-- label: fails
-- why: a text needs a length
-- engine: mysql 8.0.20
ALTER TABLE support_tickets ADD INDEX idx_tickets_body (body);

-- id: h2-my-0159
-- label: dangerous
-- why: INSTANT, but the discounts are gone (Rails)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` DROP COLUMN `discount`;

-- id: h2-my-0160
-- label: dangerous
-- why: INSTANT, but two columns of users are gone (Laravel)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `users` drop `bio`, drop `interests`;

-- id: h2-my-0161
-- label: dangerous
-- why: priorities of 300000 tickets are gone (Laravel)
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `support_tickets` drop `priority`;

-- id: h2-my-0162
-- label: dangerous
-- why: INSTANT, but code reads it (Django)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `notifications` DROP COLUMN `kind`;

-- id: h2-my-0163
-- label: dangerous
-- why: the warning is right: the codes are gone (Prisma)
-- engine: mysql 9.7
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
/*
  Warnings:

  - You are about to drop the column `coupon_code` on the `orders` table. All the data in the column will be lost.

*/
-- AlterTable
ALTER TABLE `orders` DROP COLUMN `coupon_code`,
    ADD COLUMN `couponId` INTEGER NULL;

-- id: h2-my-0164
-- label: dangerous
-- why: rebuilds 1.5 GB, and the references are gone
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE accounts DROP COLUMN external_ref;

-- id: h2-my-0165
-- label: dangerous
-- why: second address lines are gone (Knex)
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `addresses` drop `line2`;

-- id: h2-my-0166
-- label: dangerous
-- why: INSTANT, but weights are gone (Doctrine)
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE products DROP weight_grams;

-- id: h2-my-0167
-- label: dangerous
-- why: 8000 secrets are gone (TypeORM)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `webhooks` DROP COLUMN `secret`;

-- id: h2-my-0168
-- label: dangerous
-- why: 250 million addresses are gone
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE clicks DROP COLUMN url;

-- id: h2-my-0169
-- label: dangerous
-- why: INSTANT, but code writes it (Liquibase)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE shop.sessions DROP COLUMN user_agent;

-- id: h2-my-0170
-- label: dangerous
-- why: it can be computed again, but code that reads it breaks
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments DROP COLUMN gross;

-- id: h2-my-0171
-- label: dangerous
-- why: nothing is stored in it, but code that reads it breaks
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE payments DROP COLUMN net;

-- id: h2-my-0172
-- label: dangerous
-- why: foreign key, index and column are gone (Laravel)
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
alter table `accounts` drop foreign key `fk_accounts_plan`, drop `plan_id`;

-- id: h2-my-0173
-- label: dangerous
-- why: one column comes, two go (Rails)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` ADD `profile` json, DROP COLUMN `bio`, DROP COLUMN `age`;

-- id: h2-my-0174
-- label: fails
-- why: a foreign key needs it (Laravel)
-- engine: mysql 8.4
alter table `accounts` drop `plan_id`;

-- id: h2-my-0175
-- label: harmless
-- why: same type, a comment (Rails)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` CHANGE `currency` `currency` char(3) COLLATE utf8mb4_unicode_ci DEFAULT 'EUR' NOT NULL COMMENT 'ISO 4217';

-- id: h2-my-0176
-- label: harmless
-- why: 16 to 32 characters stay below 256 bytes (Laravel)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `orders` modify `channel` varchar(32) null default 'web';

-- id: h2-my-0177
-- label: harmless
-- why: 12 to 20 characters stay below 256 bytes
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `addresses` MODIFY `postal_code` VARCHAR(20) NULL;

-- id: h2-my-0178
-- label: harmless
-- why: 150 to 255 characters are both beyond 255 bytes
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `products` MODIFY COLUMN `name` VARCHAR(255) NOT NULL;

-- id: h2-my-0179
-- label: harmless
-- why: 20 to 40 characters stay below 256 bytes, the key stays
-- engine: mysql 9.1
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE invoices MODIFY number VARCHAR(40) NOT NULL;

-- id: h2-my-0180
-- label: harmless
-- why: 191 to 255 characters are both beyond 255 bytes
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` MODIFY `email` VARCHAR(255) NOT NULL;

-- id: h2-my-0181
-- label: harmless
-- why: 255 to 512 characters are both beyond 255 bytes
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE sessions MODIFY user_agent VARCHAR(512) DEFAULT NULL;

-- id: h2-my-0182
-- label: harmless
-- why: 20 to 30 characters (Doctrine)
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users CHANGE phone phone VARCHAR(30) DEFAULT NULL;

-- id: h2-my-0183
-- label: harmless
-- why: 64 characters take 256 bytes already
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `accounts` modify `external_ref` varchar(128) null;

-- id: h2-my-0184
-- label: harmless
-- why: 10 to 20 characters stay below 256 bytes
-- engine: mysql 8.0.20
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` MODIFY `locale` varchar(20) DEFAULT 'en';

-- id: h2-my-0185
-- label: harmless
-- why: two new values at the end
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` MODIFY COLUMN `method` enum('card','sepa','paypal','applepay','googlepay') NOT NULL;

-- id: h2-my-0186
-- label: harmless
-- why: new value at the end (TypeORM)
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` CHANGE `status` `status` enum ('draft', 'placed', 'paid', 'shipped', 'cancelled', 'refunded') NOT NULL DEFAULT 'draft';

-- id: h2-my-0187
-- label: harmless
-- why: default of rows to come (Rails)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `users` ALTER COLUMN `newsletter` SET DEFAULT 1;

-- id: h2-my-0188
-- label: harmless
-- why: default of rows to come
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE jobs ALTER priority SET DEFAULT 10;

-- id: h2-my-0189
-- label: harmless
-- why: default of rows to come (Django)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `support_tickets` ALTER COLUMN `priority` SET DEFAULT 'low';

-- id: h2-my-0190
-- label: harmless
-- why: 60 rows copied
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `settings` MODIFY COLUMN `value` LONGTEXT NULL;

-- id: h2-my-0191
-- label: harmless
-- why: 24 rows copied (Laravel)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `plans` modify `code` char(12) not null;

-- id: h2-my-0192
-- label: harmless
-- why: 8000 rows copied (Django)
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE `webhooks` MODIFY `secret` longtext NULL;

-- id: h2-my-0193
-- label: harmless
-- why: empty table
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE gift_cards MODIFY balance DECIMAL(12,2) NOT NULL DEFAULT 0, MODIFY issued_at TIMESTAMP NULL;

-- id: h2-my-0194
-- label: harmless
-- why: only a comment (Doctrine)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE users CHANGE deleted_at deleted_at DATETIME DEFAULT NULL COMMENT '(DC2Type:datetime_immutable)';

-- id: h2-my-0195
-- label: harmless
-- why: 24 rows, definition as it was (phpMyAdmin)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `plans`
  MODIFY `id` int NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=25;

-- id: h2-my-0196
-- label: harmless
-- why: moved to the front, INSTANT in MariaDB
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `support_tickets` MODIFY COLUMN `priority` varchar(10) NOT NULL DEFAULT 'normal' AFTER `user_id`;

-- id: h2-my-0197
-- label: dangerous
-- why: wider decimal copies 9 GB while writes wait (Rails)
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `payments` CHANGE `amount` `amount` decimal(15,2) NOT NULL;

-- id: h2-my-0198
-- label: dangerous
-- why: text to longtext copies 56 GB (Laravel)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `events` modify `payload` longtext null;

-- id: h2-my-0199
-- label: dangerous
-- why: 20 to 255 characters cross 255 bytes: copies 8 GB (Laravel)
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `users` modify `phone` varchar(255) null;

-- id: h2-my-0200
-- label: dangerous
-- why: not null to null rebuilds 12 GB (Laravel)
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
alter table `orders` modify `user_id` bigint unsigned null;

-- id: h2-my-0201
-- label: dangerous
-- why: char to varchar copies 1.5 GB (Django)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `accounts` MODIFY `currency` varchar(8) NOT NULL;

-- id: h2-my-0202
-- label: dangerous
-- why: text to longtext copies 15 GB (Django)
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `notifications` MODIFY `body` longtext NOT NULL;

-- id: h2-my-0203
-- label: dangerous
-- why: smallint to int copies 24 GB (Alembic)
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items MODIFY quantity INTEGER NOT NULL;

-- id: h2-my-0204
-- label: dangerous
-- why: null to not null rebuilds 3 GB of the busiest table (Alembic)
-- engine: mariadb 11.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE sessions MODIFY user_agent VARCHAR(255) NOT NULL;

-- id: h2-my-0205
-- label: dangerous
-- why: null to not null rebuilds 4 GB (Flyway)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE invoices
    MODIFY COLUMN due_on DATE NOT NULL;

-- id: h2-my-0206
-- label: dangerous
-- why: varchar to text copies 1.5 GB (Prisma)
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
-- AlterTable
ALTER TABLE `accounts` MODIFY `name` TEXT NOT NULL;

-- id: h2-my-0207
-- label: dangerous
-- why: null to not null rebuilds 9 GB (Prisma)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
-- AlterTable
ALTER TABLE `payments` MODIFY `provider_ref` VARCHAR(191) NOT NULL;

-- id: h2-my-0208
-- label: dangerous
-- why: 60 to 255 characters cross 255 bytes: copies 5 GB (Sequelize)
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `addresses` CHANGE `city` `city` VARCHAR(255) NOT NULL;

-- id: h2-my-0209
-- label: dangerous
-- why: how TypeORM changes a length: the values are gone
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` DROP COLUMN `channel`;

-- id: h2-my-0210
-- label: dangerous
-- why: breaks running code (TypeORM)
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `notifications` CHANGE `read_at` `readAt` datetime NULL;

-- id: h2-my-0211
-- label: dangerous
-- why: decimal scale copies 24 GB (Doctrine)
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE order_items CHANGE unit_price unit_price NUMERIC(12, 4) NOT NULL;

-- id: h2-my-0212
-- label: dangerous
-- why: unsigned to signed copies 15 GB (Rails)
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `notifications` CHANGE `id` `id` bigint NOT NULL AUTO_INCREMENT;

-- id: h2-my-0213
-- label: dangerous
-- why: datetime to timestamp copies 3 GB of the busiest table
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE sessions MODIFY expires_at TIMESTAMP NOT NULL;

-- id: h2-my-0214
-- label: dangerous
-- why: text to mediumtext copies 8 GB (phpMyAdmin)
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `users` CHANGE `bio` `bio` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL DEFAULT NULL;

-- id: h2-my-0215
-- label: dangerous
-- why: breaks running code (Laravel)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `users` rename column `newsletter` to `newsletter_opt_in`;

-- id: h2-my-0216
-- label: dangerous
-- why: breaks running code (Rails)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `accounts` CHANGE `owner_id` `user_id` bigint unsigned NOT NULL;

-- id: h2-my-0217
-- label: dangerous
-- why: breaks running code
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets RENAME COLUMN body TO description;

-- id: h2-my-0218
-- label: dangerous
-- why: breaks running code
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `inventory` change `quantity` `stock` int not null default 0;

-- id: h2-my-0219
-- label: dangerous
-- why: breaks running code, even with 140 rows
-- engine: mysql 9.1
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE feature_flags RENAME COLUMN enabled TO is_enabled;

-- id: h2-my-0220
-- label: dangerous
-- why: 50 to 80 characters cross 255 bytes: copies 8 GB
-- engine: mysql 8.0.35
/*!50000 ALTER TABLE `users`
	MODIFY COLUMN `username` VARCHAR(80) NULL */;

-- id: h2-my-0221
-- label: dangerous
-- why: moved, and widened on the way: 12 GB rebuilt
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `orders` MODIFY COLUMN `coupon_code` varchar(60) DEFAULT NULL AFTER `account_id`;

-- id: h2-my-0222
-- label: dangerous
-- why: a new column and a wider text: copies 12 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` ADD `fulfilled_by` varchar(255) NULL, MODIFY `notes` mediumtext NULL;

-- id: h2-my-0223
-- label: dangerous
-- why: three columns in one go: copies 9 GB
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE payments MODIFY amount DECIMAL(14,2) NOT NULL, MODIFY fee DECIMAL(14,2) NOT NULL DEFAULT 0, MODIFY captured_at DATETIME(3) NULL;

-- id: h2-my-0224
-- label: grey
-- why: 180 MB copied in some seconds, few writes (Doctrine)
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE products CHANGE description description LONGTEXT NOT NULL, CHANGE price price NUMERIC(12, 2) NOT NULL;

-- id: h2-my-0225
-- label: fails
-- why: a foreign key pins its type
-- engine: mysql 8.0.35
ALTER TABLE plans MODIFY id BIGINT NOT NULL AUTO_INCREMENT;

-- id: h2-my-0226
-- label: fails
-- why: a foreign key pins its type
-- engine: mariadb 10.11
ALTER TABLE `addresses` MODIFY `user_id` int(10) unsigned NOT NULL;

-- id: h2-my-0227
-- label: fails
-- why: 50 to 100 characters cross 255 bytes, which cannot be done in place
-- engine: mysql 8.4
ALTER TABLE orders MODIFY COLUMN coupon_code VARCHAR(100) NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- id: h2-my-0228
-- label: fails
-- why: null to not null is not INSTANT
-- engine: mysql 9.7
ALTER TABLE users MODIFY COLUMN newsletter BOOLEAN NOT NULL DEFAULT FALSE, ALGORITHM=INSTANT;

-- id: h2-my-0229
-- label: dangerous
-- why: foreign key with checks: copies 15 GB while writes wait (Laravel)
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `notifications` add constraint `notifications_user_id_foreign` foreign key (`user_id`) references `users` (`id`) on delete cascade;

-- id: h2-my-0230
-- label: dangerous
-- why: column and foreign key at once: copies 4 GB (Knex)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `invoices` add `country_code` char(2) character set ascii null, add constraint `invoices_country_code_foreign` foreign key (`country_code`) references `countries` (`code`);

-- id: h2-my-0231
-- label: dangerous
-- why: foreign key with checks: copies 9 GB (Django)
-- engine: mariadb 11.8
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE `payments` ADD CONSTRAINT `payments_order_id_6086ad70_fk_orders_id` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`);

-- id: h2-my-0232
-- label: dangerous
-- why: foreign key with checks: copies 1.5 GB (Liquibase)
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE shop.accounts ADD CONSTRAINT fk_accounts_owner FOREIGN KEY (owner_id) REFERENCES shop.users (id) ON UPDATE RESTRICT ON DELETE RESTRICT;

-- id: h2-my-0233
-- label: dangerous
-- why: foreign key with checks: copies 12 GB (Doctrine)
-- engine: mysql 9.7
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE orders ADD CONSTRAINT FK_E52FFDEE9B6B5FBA FOREIGN KEY (account_id) REFERENCES accounts (id);

-- id: h2-my-0234
-- label: dangerous
-- why: foreign key with checks: copies 5 GB (Alembic)
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE addresses ADD CONSTRAINT fk_addresses_country FOREIGN KEY(country_code) REFERENCES countries (code);

-- id: h2-my-0235
-- label: dangerous
-- why: column and foreign key at once: copies 3 GB of the busiest table (Rails)
-- engine: mysql 8.0.20
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `sessions` ADD `account_id` bigint unsigned, ADD CONSTRAINT `fk_rails_758836b4f0` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`);

-- id: h2-my-0236
-- label: dangerous
-- why: foreign key with checks: copies 6 GB
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles
    ADD CONSTRAINT fk_articles_author FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE SET NULL;

-- id: h2-my-0237
-- label: dangerous
-- why: column and foreign key at once: copies 12 GB (Rails)
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` ADD `coupon_id` int, ADD CONSTRAINT `fk_rails_1122aabbcc` FOREIGN KEY (`coupon_id`) REFERENCES `plans` (`id`);

-- id: h2-my-0238
-- label: harmless
-- why: 24 rows refer to 640
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `plans` ADD COLUMN `category_id` int NULL, ADD CONSTRAINT `plans_category_id_foreign` FOREIGN KEY (`category_id`) REFERENCES `categories` (`id`);

-- id: h2-my-0239
-- label: harmless
-- why: an empty table refers to a large one
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `gift_cards` ADD COLUMN `order_id` bigint unsigned DEFAULT NULL, ADD CONSTRAINT `gift_cards_order` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE SET NULL;

-- id: h2-my-0240
-- label: grey
-- why: 250 MB copied, three writes a second (Laravel)
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `support_tickets` add constraint `support_tickets_user_id_foreign` foreign key (`user_id`) references `users` (`id`) on delete set null;

-- id: h2-my-0241
-- label: grey
-- why: 180 MB copied, two writes a second (Prisma)
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
-- AddForeignKey
ALTER TABLE `products` ADD CONSTRAINT `products_category_id_fkey` FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;

-- id: h2-my-0242
-- label: grey
-- why: metadata only, but the rule is gone (Laravel)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
alter table `accounts` drop foreign key `fk_accounts_plan`;

-- id: h2-my-0243
-- label: fails
-- why: there is no such column
-- engine: mysql 8.0.35
ALTER TABLE orders ADD CONSTRAINT fk_orders_store FOREIGN KEY (store_id) REFERENCES stores (id);

-- id: h2-my-0244
-- label: fails
-- why: an INT cannot refer to a BIGINT UNSIGNED
-- engine: mysql 9.7
ALTER TABLE `gift_cards` ADD COLUMN `order_id` int NULL, ADD CONSTRAINT `gift_cards_order_id_fkey` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`);

-- id: h2-my-0245
-- label: dangerous
-- why: check: copies 4 GB while writes wait (Rails)
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `invoices` ADD CONSTRAINT `chk_rails_5a3c2e1b0f` CHECK (`total` >= 0);

-- id: h2-my-0246
-- label: dangerous
-- why: check: copies 8 GB while writes wait
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE users ADD CONSTRAINT users_age_chk CHECK (age >= 13);

-- id: h2-my-0247
-- label: harmless
-- why: 8000 rows are checked
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE webhooks ADD CONSTRAINT chk_webhooks_url CHECK (url LIKE 'https://%');

-- id: h2-my-0248
-- label: grey
-- why: 180 MB copied to check prices
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE products ADD CONSTRAINT price_not_negative CHECK (price >= 0);

-- id: h2-my-0249
-- label: dangerous
-- why: subscribers' endpoints are gone (Laravel)
-- engine: mariadb 10.6
drop table `webhooks`;

-- id: h2-my-0250
-- label: dangerous
-- why: 300000 tickets are gone
-- engine: mariadb 10.11
DROP TABLE IF EXISTS `support_tickets`;

-- id: h2-my-0251
-- label: dangerous
-- why: the queue is gone (Prisma)
-- engine: mysql 8.4
-- DropTable
DROP TABLE `jobs`;

-- id: h2-my-0252
-- label: dangerous
-- why: 30 million old orders are gone
-- engine: mysql 9.7
DROP TABLE legacy_orders;

-- id: h2-my-0253
-- label: dangerous
-- why: all addresses are gone
-- engine: mariadb 11.4
DROP TABLE addresses;

-- id: h2-my-0254
-- label: dangerous
-- why: 250 million clicks are gone
-- engine: mysql 8.0.35
DROP TABLE IF EXISTS clicks;

-- id: h2-my-0255
-- label: harmless
-- why: not there (Laravel)
-- engine: mysql 8.0.35
drop table if exists `cache_locks`;

-- id: h2-my-0256
-- label: harmless
-- why: not there
-- engine: mysql 8.4
DROP TABLE IF EXISTS `orders_2019`, `orders_2020`;

-- id: h2-my-0257
-- label: harmless
-- why: not there (pt-online-schema-change)
-- engine: mariadb 11.4
DROP TABLE IF EXISTS `shop`.`_orders_old`;

-- id: h2-my-0258
-- label: fails
-- why: accounts refer to it
-- engine: mysql 8.4
DROP TABLE plans;

-- id: h2-my-0259
-- label: dangerous
-- why: code reads it by its old name
-- engine: mariadb 10.6
RENAME TABLE `articles` TO `posts`;

-- id: h2-my-0260
-- label: dangerous
-- why: code reads it by its old name
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `settings` RENAME TO `app_settings`;

-- id: h2-my-0261
-- label: dangerous
-- why: code reads it by its old name
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: EXCLUSIVE
-- rebuild: no
ALTER TABLE inventory RENAME TO stock;

-- id: h2-my-0262
-- label: dangerous
-- why: writers find nothing under the old name (Laravel)
-- engine: mysql 9.1
rename table `notifications` to `notifications_old`;

-- id: h2-my-0263
-- label: fails
-- why: there is no orders_new to take its place
-- engine: mariadb 11.4
RENAME TABLE `orders` TO `orders_old`, `orders_new` TO `orders`;

-- id: h2-my-0264
-- label: dangerous
-- why: 250 million clicks are gone
-- engine: mariadb 10.6
TRUNCATE TABLE `clicks`;

-- id: h2-my-0265
-- label: dangerous
-- why: the audit trail is gone
-- engine: mariadb 11.8
TRUNCATE TABLE audit_log;

-- id: h2-my-0266
-- label: dangerous
-- why: 8000 endpoints are gone (Laravel)
-- engine: mariadb 11.8
truncate table `webhooks`;

-- id: h2-my-0267
-- label: harmless
-- why: new database
-- engine: mysql 9.7
CREATE SCHEMA IF NOT EXISTS `analytics` DEFAULT CHARACTER SET utf8mb4;

-- id: h2-my-0268
-- label: harmless
-- why: 8000 rows
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `webhooks` ENGINE=InnoDB;

-- id: h2-my-0269
-- label: harmless
-- why: 8000 rows
-- engine: mariadb 10.11
OPTIMIZE TABLE `webhooks`;

-- id: h2-my-0270
-- label: harmless
-- why: statistics
-- engine: mysql 8.0.35
ANALYZE TABLE `users`, `sessions`, `payments`;

-- id: h2-my-0271
-- label: harmless
-- why: only the default of new tables
-- engine: mysql 9.7
ALTER DATABASE `shop` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h2-my-0272
-- label: harmless
-- why: only the default of new columns
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;

-- id: h2-my-0273
-- label: harmless
-- why: 60 rows
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `settings` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h2-my-0274
-- label: harmless
-- why: 640 rows
-- engine: mariadb 10.11
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE categories CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;

-- id: h2-my-0275
-- label: harmless
-- why: metadata only
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `payments` COMMENT = 'Zahlungen';

-- id: h2-my-0276
-- label: harmless
-- why: metadata only
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `invoices` AUTO_INCREMENT = 20000000;

-- id: h2-my-0277
-- label: harmless
-- why: InnoDB does not heed it (mysqldump)
-- engine: mysql 8.0.35
/*!40000 ALTER TABLE `plans` DISABLE KEYS */;

-- id: h2-my-0278
-- label: harmless
-- why: InnoDB does not heed it (mysqldump)
-- engine: mariadb 10.6
/*!40000 ALTER TABLE `settings` ENABLE KEYS */;

-- id: h2-my-0279
-- label: harmless
-- why: 24 rows get versions
-- engine: mariadb 10.11
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE plans ADD SYSTEM VERSIONING;

-- id: h2-my-0280
-- label: harmless
-- why: three new last partitions
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `events` ADD PARTITION (
  PARTITION p202612 VALUES LESS THAN (TO_DAYS('2027-01-01')) ENGINE = InnoDB,
  PARTITION p202701 VALUES LESS THAN (TO_DAYS('2027-02-01')) ENGINE = InnoDB,
  PARTITION p202702 VALUES LESS THAN (TO_DAYS('2027-03-01')) ENGINE = InnoDB);

-- id: h2-my-0281
-- label: grey
-- why: 90 MB rebuilt, but 300 writes a second
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE inventory FORCE;

-- id: h2-my-0282
-- label: harmless
-- why: no index on its texts: INSTANT in MariaDB
-- engine: mariadb 11.8
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `support_tickets` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- id: h2-my-0283
-- label: dangerous
-- why: full text table: null rebuild copies 6 GB
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE articles ENGINE=InnoDB;

-- id: h2-my-0284
-- label: dangerous
-- why: rebuilds 4 GB
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE invoices ROW_FORMAT=COMPRESSED;

-- id: h2-my-0285
-- label: dangerous
-- why: other collation: rebuilds 1.5 GB while writes wait
-- engine: mysql 9.7
-- algorithm: INPLACE
-- lock: SHARED
-- rebuild: yes
ALTER TABLE accounts CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h2-my-0286
-- label: dangerous
-- why: other collation: 5 GB while writes wait
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `addresses` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- id: h2-my-0287
-- label: dangerous
-- why: other collation: 6 GB
-- engine: mariadb 11.4
-- algorithm: COPY
-- lock: NONE
-- rebuild: yes
ALTER TABLE `articles` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;

-- id: h2-my-0288
-- label: dangerous
-- why: rebuilds 6 GB
-- engine: mariadb 10.11
OPTIMIZE TABLE `articles`;

-- id: h2-my-0289
-- label: dangerous
-- why: copies 6 GB into partitions
-- engine: mysql 8.0.35
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE legacy_orders
PARTITION BY RANGE (id) (
    PARTITION p0 VALUES LESS THAN (10000000),
    PARTITION p1 VALUES LESS THAN (20000000),
    PARTITION pmax VALUES LESS THAN MAXVALUE
);

-- id: h2-my-0290
-- label: dangerous
-- why: three quarters of all clicks are gone
-- engine: mysql 8.0.35
ALTER TABLE clicks TRUNCATE PARTITION p1, p2, p3;

-- id: h2-my-0291
-- label: dangerous
-- why: 30 GB are copied into other partitions
-- engine: mariadb 10.6
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE clicks PARTITION BY HASH (id) PARTITIONS 16;

-- id: h2-my-0292
-- label: fails
-- why: the primary key lacks the partition column
-- engine: mysql 8.4
ALTER TABLE audit_log PARTITION BY RANGE (TO_DAYS(created_at)) (PARTITION p2025 VALUES LESS THAN (TO_DAYS('2026-01-01')), PARTITION pmax VALUES LESS THAN MAXVALUE);

-- id: h2-my-0293
-- label: fails
-- why: there is no such table to exchange it with
-- engine: mariadb 11.4
ALTER TABLE events EXCHANGE PARTITION p202609 WITH TABLE events_202609;

-- id: h2-my-0294
-- label: fails
-- why: a foreign key pins the character set of its column
-- engine: mysql 8.0.35
ALTER TABLE `users` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- id: h2-my-0295
-- label: harmless
-- why: two rows (Rails)
-- engine: mysql 8.0.35
INSERT INTO `schema_migrations` (version) VALUES
('20261103101200'),
('20261103094512');

-- id: h2-my-0296
-- label: harmless
-- why: one row (Laravel)
-- engine: mysql 8.4
insert into `settings` (`key`, `value`) values ('maintenance.banner', 'off');

-- id: h2-my-0297
-- label: harmless
-- why: three rows (phpMyAdmin)
-- engine: mariadb 10.11
INSERT INTO `countries` (`code`, `name`, `dial_code`) VALUES
('AT', 'Austria', '+43'),
('CH', 'Switzerland', '+41'),
('LI', 'Liechtenstein', '+423');

-- id: h2-my-0298
-- label: harmless
-- why: two rows, idempotent
-- engine: mysql 8.4
INSERT IGNORE INTO `plans` (`code`, `name`, `monthly_price`) VALUES ('team', 'Team', 29.00), ('business', 'Business', 99.00);

-- id: h2-my-0299
-- label: harmless
-- why: upsert of two rows
-- engine: mysql 9.1
INSERT INTO plans (code, name, monthly_price, active)
VALUES ('starter', 'Starter', 4.90, 1), ('scale', 'Scale', 199.00, 0)
ON DUPLICATE KEY UPDATE name = VALUES(name), active = VALUES(active);

-- id: h2-my-0300
-- label: harmless
-- why: two rows by their keys
-- engine: mariadb 11.4
REPLACE INTO `feature_flags` (`name`, `enabled`) VALUES ('new-nav', 0), ('beta-search', 1);

-- id: h2-my-0301
-- label: harmless
-- why: one row from a small table
-- engine: mariadb 10.6
INSERT INTO categories (name, parent_id, position) SELECT 'Garden', id, 10 FROM categories WHERE name = 'Home';

-- id: h2-my-0302
-- label: harmless
-- why: one row, if it is not there
-- engine: mariadb 11.8
INSERT INTO settings (`key`, value)
SELECT 'smtp.host', 'mail.example.org' FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM settings WHERE `key` = 'smtp.host');

-- id: h2-my-0303
-- label: harmless
-- why: one row (Rails)
-- engine: mysql 8.0.20
INSERT INTO `users` (`email`, `username`, `status`, `created_at`) VALUES ('system@example.org', 'system', 'active', '2026-11-21 09:00:00');

-- id: h2-my-0304
-- label: harmless
-- why: one row
-- engine: mariadb 10.6
INSERT INTO `webhooks` (`account_id`, `url`, `enabled`) VALUES (1, 'https://hooks.example.org/orders', 0);

-- id: h2-my-0305
-- label: harmless
-- why: one row
-- engine: mysql 9.7
insert into products (sku, name, price, category_id) values ('GIFT-50', 'Gift card 50', 50.00, NULL);

-- id: h2-my-0306
-- label: harmless
-- why: rows with their keys (mysqldump)
-- engine: mariadb 10.6
INSERT INTO `plans` VALUES (30,'edu','Education',0.00,1),(31,'ngo','Non-profit',0.00,1);

-- id: h2-my-0307
-- label: harmless
-- why: one job
-- engine: mysql 9.1
INSERT INTO jobs (queue, payload, run_at) VALUES ('maintenance', '{"task":"reindex"}', NOW());

-- id: h2-my-0308
-- label: harmless
-- why: one row by its key
-- engine: mariadb 11.8
UPDATE `settings` SET `value` = '16.09.12' WHERE `key` = 'version';

-- id: h2-my-0309
-- label: harmless
-- why: one row by a unique key (Laravel)
-- engine: mysql 8.4
update `plans` set `monthly_price` = 12.9 where `code` = 'pro';

-- id: h2-my-0310
-- label: harmless
-- why: two rows by their keys
-- engine: mariadb 10.11
UPDATE `feature_flags` SET `enabled` = 1 WHERE `name` IN ('checkout', 'search');

-- id: h2-my-0311
-- label: harmless
-- why: one row by a unique key
-- engine: mysql 9.7
UPDATE users SET status = 'suspended', deleted_at = NOW() WHERE email = 'abuse@example.org' LIMIT 1;

-- id: h2-my-0312
-- label: harmless
-- why: 640 rows, fills gaps only
-- engine: mariadb 11.8
UPDATE categories SET position = id * 10 WHERE position IS NULL;

-- id: h2-my-0313
-- label: harmless
-- why: 640 rows joined with themselves, fills gaps only
-- engine: mariadb 10.6
UPDATE categories c JOIN categories p ON p.id = c.parent_id SET c.position = p.position WHERE c.position IS NULL;

-- id: h2-my-0314
-- label: harmless
-- why: one row by its primary key
-- engine: mysql 8.0.20
UPDATE products SET category_id = 3 WHERE id = 17;

-- id: h2-my-0315
-- label: harmless
-- why: empty table
-- engine: mysql 8.0.35
UPDATE gift_cards SET balance = 0 WHERE balance IS NULL;

-- id: h2-my-0316
-- label: harmless
-- why: one row by its key (Rails)
-- engine: mariadb 11.8
DELETE FROM `feature_flags` WHERE `feature_flags`.`name` = 'old-nav';

-- id: h2-my-0317
-- label: harmless
-- why: one row by its key (Laravel)
-- engine: mariadb 11.4
delete from `plans` where `id` = 99;

-- id: h2-my-0318
-- label: harmless
-- why: one row by its key (Rails)
-- engine: mysql 9.1
UPDATE `accounts` SET `accounts`.`plan_id` = 2, `accounts`.`credit_limit` = 0 WHERE `accounts`.`id` = 4711;

-- id: h2-my-0319
-- label: dangerous
-- why: 20 million users without an index (Rails)
-- engine: mariadb 10.6
UPDATE `users` SET `users`.`locale` = 'en' WHERE `users`.`locale` IS NULL;

-- id: h2-my-0320
-- label: dangerous
-- why: 45 million payments without an index (Django)
-- engine: mariadb 11.8
UPDATE `payments` SET `fee` = 0.30 WHERE `payments`.`method` = 'paypal';

-- id: h2-my-0321
-- label: dangerous
-- why: most of 60 million notifications (Laravel)
-- engine: mariadb 10.11
update `notifications` set `read_at` = now() where `created_at` < '2026-06-01 00:00:00';

-- id: h2-my-0322
-- label: dangerous
-- why: reads 180 million events
-- engine: mysql 9.7
UPDATE events SET payload = JSON_SET(payload, '$.v', 2) WHERE name = 'checkout';

-- id: h2-my-0323
-- label: dangerous
-- why: two huge tables joined
-- engine: mariadb 10.6
UPDATE order_items oi
JOIN orders o ON o.id = oi.order_id
SET oi.tax_rate = 19.00
WHERE o.created_at >= '2026-01-01' AND oi.tax_rate IS NULL;

-- id: h2-my-0324
-- label: dangerous
-- why: every account, each with a sum over its invoices
-- engine: mariadb 11.4
UPDATE accounts a SET a.balance = (SELECT COALESCE(SUM(i.total), 0) FROM invoices i WHERE i.account_id = a.id);

-- id: h2-my-0325
-- label: dangerous
-- why: nobody knows how many of 20 million
-- engine: mariadb 11.8
UPDATE users SET username = SUBSTRING_INDEX(email, '@', 1) WHERE username IS NULL OR username = '';

-- id: h2-my-0326
-- label: dangerous
-- why: 12 million invoices without an index
-- engine: mysql 9.1
UPDATE invoices SET due_on = DATE_ADD(issued_on, INTERVAL 30 DAY) WHERE due_on IS NULL;

-- id: h2-my-0327
-- label: dangerous
-- why: nobody knows how many of 60 million
-- engine: mariadb 11.8
DELETE FROM notifications WHERE kind = 'marketing';

-- id: h2-my-0328
-- label: dangerous
-- why: 25 million addresses against 20 million users
-- engine: mysql 8.0.35
DELETE FROM addresses WHERE user_id NOT IN (SELECT id FROM users);

-- id: h2-my-0329
-- label: dangerous
-- why: large tables joined
-- engine: mysql 8.4
DELETE FROM a USING accounts AS a LEFT JOIN users AS u ON u.id = a.owner_id WHERE u.id IS NULL;

-- id: h2-my-0330
-- label: dangerous
-- why: users joined with themselves without an index
-- engine: mysql 9.7
DELETE u1 FROM users u1 INNER JOIN users u2 WHERE u1.id > u2.id AND u1.phone = u2.phone;

-- id: h2-my-0331
-- label: dangerous
-- why: most of the busiest table
-- engine: mariadb 10.11
DELETE FROM sessions WHERE created_at < NOW() - INTERVAL 30 DAY;

-- id: h2-my-0332
-- label: dangerous
-- why: one row for each of 50 million orders
-- engine: mysql 8.0.35
INSERT INTO audit_log (actor_id, action, entity, created_at)
SELECT user_id, 'backfill', CONCAT('order:', id), NOW() FROM orders;

-- id: h2-my-0333
-- label: dangerous
-- why: copies what it finds in 50 million orders
-- engine: mariadb 11.4
INSERT IGNORE INTO legacy_orders (customer, total, status) SELECT user_id, total_cents / 100, status FROM orders WHERE status = 'cancelled';

-- id: h2-my-0334
-- label: dangerous
-- why: half a million orders at once
-- engine: mysql 9.1
UPDATE orders SET currency = 'EUR' WHERE currency = '' ORDER BY id LIMIT 500000;

-- id: h2-my-0335
-- label: dangerous
-- why: groups and joins 25 million addresses
-- engine: mysql 8.4
UPDATE addresses a JOIN (SELECT user_id, MAX(id) AS id FROM addresses GROUP BY user_id) m ON m.id = a.id SET a.line2 = COALESCE(a.line2, '');

-- id: h2-my-0336
-- label: dangerous
-- why: small, but switched-off endpoints are gone
-- engine: mariadb 10.6
DELETE FROM webhooks WHERE enabled = 0;

-- id: h2-my-0337
-- label: dangerous
-- why: small, but 8000 secrets are gone
-- engine: mariadb 11.8
UPDATE webhooks SET secret = NULL;

-- id: h2-my-0338
-- label: dangerous
-- why: every row of the queue
-- engine: mysql 8.0.20
DELETE FROM `jobs`;

-- id: h2-my-0339
-- label: grey
-- why: 120000 rows, locked for a second or two
-- engine: mysql 8.0.35
UPDATE products SET weight_grams = 0 WHERE weight_grams IS NULL;

-- id: h2-my-0340
-- label: grey
-- why: a batch of a thousand by key (Rails)
-- engine: mysql 8.4
UPDATE `users` SET `users`.`newsletter` = 0 WHERE `users`.`newsletter` IS NULL AND `users`.`id` >= 1 AND `users`.`id` < 1001;

-- id: h2-my-0341
-- label: grey
-- why: a batch of five thousand by key
-- engine: mariadb 10.11
update `orders` set `updated_at` = `created_at` where `id` > 100000 and `id` <= 105000;

-- id: h2-my-0342
-- label: grey
-- why: a batch of five thousand
-- engine: mysql 9.7
DELETE FROM audit_log WHERE created_at < '2025-01-01' ORDER BY id LIMIT 5000;

-- id: h2-my-0343
-- label: grey
-- why: 120000 rows into a table with 300 writes a second
-- engine: mysql 9.1
INSERT INTO inventory (product_id, warehouse)
SELECT id, 'MUC' FROM products
ON DUPLICATE KEY UPDATE quantity = inventory.quantity;

-- id: h2-my-0344
-- label: fails
-- why: a column is missing
-- engine: mysql 8.4
INSERT INTO `plans` VALUES ('enterprise', 'Enterprise', 499.00);

-- id: h2-my-0345
-- label: fails
-- why: three letters for two
-- engine: mysql 9.7
INSERT INTO countries (code, name) VALUES ('DEU', 'Germany');

-- id: h2-my-0346
-- label: harmless
-- why: new view
-- engine: mariadb 10.6
CREATE OR REPLACE VIEW order_totals AS
SELECT o.id, o.user_id, SUM(i.quantity * i.unit_price) AS total
FROM orders o JOIN order_items i ON i.order_id = o.id
GROUP BY o.id, o.user_id;

-- id: h2-my-0347
-- label: harmless
-- why: new view (mysqldump)
-- engine: mysql 8.4
/*!50001 CREATE ALGORITHM=UNDEFINED */ /*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */ /*!50001 VIEW `v_invoice_summary` AS select `invoices`.`account_id` AS `account_id`,sum(`invoices`.`total`) AS `total` from `invoices` group by `invoices`.`account_id` */;

-- id: h2-my-0348
-- label: harmless
-- why: new view
-- engine: mariadb 10.11
CREATE VIEW IF NOT EXISTS v_low_stock AS SELECT product_id, warehouse, quantity FROM inventory WHERE quantity < 5;

-- id: h2-my-0349
-- label: harmless
-- why: not there
-- engine: mysql 9.7
DROP VIEW IF EXISTS `v_daily_sales`;

-- id: h2-my-0350
-- label: dangerous
-- why: readers of the view miss the e-mail address
-- engine: mysql 8.0.35
CREATE OR REPLACE VIEW active_users AS SELECT id, username FROM users WHERE deleted_at IS NULL;

-- id: h2-my-0351
-- label: harmless
-- why: small table, rarely written
-- engine: mariadb 11.8
CREATE TRIGGER categories_bi BEFORE INSERT ON categories FOR EACH ROW SET NEW.position = COALESCE(NEW.position, 0);

-- id: h2-my-0352
-- label: grey
-- why: every update of a user runs more code
-- engine: mariadb 11.4
CREATE TRIGGER trg_users_au AFTER UPDATE ON users FOR EACH ROW
BEGIN
  IF NOT (OLD.email <=> NEW.email) THEN
    INSERT INTO audit_log (actor_id, action, entity) VALUES (NEW.id, 'email', 'users');
  END IF;
END;

-- id: h2-my-0353
-- label: harmless
-- why: not there
-- engine: mysql 8.0.35
DROP TRIGGER IF EXISTS `trg_inventory_ai`;

-- id: h2-my-0354
-- label: harmless
-- why: not there
-- engine: mariadb 10.6
DROP PROCEDURE IF EXISTS `add_column_if_missing`;

-- id: h2-my-0355
-- label: harmless
-- why: new procedure, not run
-- engine: mysql 8.4
CREATE PROCEDURE add_column_if_missing(IN tbl VARCHAR(64), IN col VARCHAR(64), IN def VARCHAR(255))
BEGIN
  IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = tbl AND column_name = col) THEN
    SET @ddl = CONCAT('ALTER TABLE `', tbl, '` ADD COLUMN `', col, '` ', def);
    PREPARE stmt FROM @ddl;
    EXECUTE stmt;
    DEALLOCATE PREPARE stmt;
  END IF;
END;

-- id: h2-my-0356
-- label: harmless
-- why: new function
-- engine: mariadb 10.11
CREATE OR REPLACE FUNCTION full_sku(prefix VARCHAR(8), num INT) RETURNS VARCHAR(40) DETERMINISTIC NO SQL RETURN CONCAT(prefix, '-', LPAD(num, 8, '0'));

-- id: h2-my-0358
-- label: grey
-- why: counts clicks by itself every night from now on
-- engine: mysql 8.0.35
CREATE EVENT IF NOT EXISTS ev_trim_clicks ON SCHEDULE EVERY 1 DAY STARTS '2026-12-01 03:00:00' DO DELETE FROM clicks WHERE clicked_at < NOW() - INTERVAL 400 DAY LIMIT 100000;

-- id: h2-my-0359
-- label: harmless
-- why: not there
-- engine: mysql 9.1
DROP EVENT IF EXISTS `ev_rollup`;

-- id: h2-my-0360
-- label: harmless
-- why: rights given
-- engine: mysql 8.0.35
GRANT SELECT ON `shop`.`active_users` TO 'reader'@'%';

-- id: h2-my-0361
-- label: harmless
-- why: rights given
-- engine: mysql 8.4
GRANT EXECUTE ON PROCEDURE shop.purge_sessions TO 'shop_app'@'%';

-- id: h2-my-0362
-- label: harmless
-- why: new role without rights
-- engine: mysql 9.7
CREATE ROLE IF NOT EXISTS 'reporting_ro';

-- id: h2-my-0363
-- label: grey
-- why: a reader becomes an administrator
-- engine: mariadb 10.11
GRANT ALL PRIVILEGES ON *.* TO 'reader'@'%' WITH GRANT OPTION;

-- id: h2-my-0364
-- label: dangerous
-- why: the application cannot log in
-- engine: mysql 8.0.35
DROP USER 'shop_app'@'%';

-- id: h2-my-0365
-- label: dangerous
-- why: the application can no longer do anything
-- engine: mariadb 11.8
REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'shop_app'@'%';

-- id: h2-my-0366
-- label: harmless
-- why: not there
-- engine: mariadb 10.6
DROP USER IF EXISTS 'old_batch'@'%';

-- id: h2-my-0367
-- label: harmless
-- why: reads rights anew
-- engine: mysql 8.0.35
FLUSH PRIVILEGES;

-- id: h2-my-0368
-- label: harmless
-- why: this session only (mysqldump)
-- engine: mysql 8.0.35
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;

-- id: h2-my-0369
-- label: harmless
-- why: this session only (phpMyAdmin)
-- engine: mysql 8.4
SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";

-- id: h2-my-0370
-- label: harmless
-- why: this session only (phpMyAdmin)
-- engine: mariadb 10.11
SET time_zone = "+00:00";

-- id: h2-my-0371
-- label: harmless
-- why: character set of this session
-- engine: mariadb 11.8
SET NAMES utf8mb4;

-- id: h2-my-0372
-- label: harmless
-- why: a variable of this session
-- engine: mysql 9.1
SET @preparedStatement = (SELECT IF(
    (
        SELECT COUNT(*) FROM INFORMATION_SCHEMA.STATISTICS
        WHERE table_name = 'orders'
        AND table_schema = DATABASE()
        AND index_name = 'idx_orders_channel'
    ) > 0,
    'SELECT 1',
    'CREATE INDEX idx_orders_channel ON orders (channel)'
));

-- id: h2-my-0373
-- label: harmless
-- why: this session only
-- engine: mariadb 11.4
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;

-- id: h2-my-0374
-- label: harmless
-- why: begins a transaction
-- engine: mariadb 11.8
START TRANSACTION;

-- id: h2-my-0375
-- label: harmless
-- why: ends a transaction
-- engine: mariadb 10.6
COMMIT;

-- id: h2-my-0376
-- label: harmless
-- why: another database of this session
-- engine: mysql 8.4
USE `shop`;

-- id: h2-my-0377
-- label: harmless
-- why: a constant (goose)
-- engine: mysql 8.0.35
-- +goose StatementBegin
SELECT 'up SQL query';

-- id: h2-my-0378
-- label: harmless
-- why: Rails' lock among migrations
-- engine: mysql 9.7
SELECT GET_LOCK('4018243579132', 0);

-- id: h2-my-0379
-- label: harmless
-- why: releases what this session holds (mysqldump)
-- engine: mysql 8.4
UNLOCK TABLES;

-- id: h2-my-0380
-- label: grey
-- why: events of the whole server start to run
-- engine: mariadb 11.8
SET GLOBAL event_scheduler = ON;

-- id: h2-my-0381
-- label: grey
-- why: replicas miss what follows in this session
-- engine: mysql 8.4
SET SESSION sql_log_bin = 0;

-- id: h2-my-0382
-- label: grey
-- why: one knob of the whole server, for good
-- engine: mysql 9.7
SET PERSIST long_query_time = 1;

-- id: h2-my-0383
-- label: dangerous
-- why: every writer of orders waits until the release
-- engine: mariadb 11.4
FLUSH TABLES orders WITH READ LOCK;

-- id: h2-my-0384
-- label: fails
-- why: nothing is prepared in this session
-- engine: mysql 8.0.35
EXECUTE alterIfNotExists;

-- id: h2-my-0385
-- label: dangerous
-- why: null to not null rebuilds 8 GB (Rails)
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `users` CHANGE `display_name` `display_name` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL;

-- id: h2-my-0386
-- label: dangerous
-- why: varchar to text copies 24 GB (Laravel)
-- engine: mysql 8.4
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
alter table `order_items` modify `note` text null;

-- id: h2-my-0387
-- label: dangerous
-- why: null to not null rebuilds 56 GB (Laravel)
-- engine: mariadb 11.8
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
alter table `events` modify `user_id` bigint unsigned not null;

-- id: h2-my-0388
-- label: harmless
-- why: 200 to 255 characters are both beyond 255 bytes (Django)
-- engine: mysql 8.4
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE `articles` MODIFY `title` varchar(255) NOT NULL;

-- id: h2-my-0389
-- label: dangerous
-- why: another rule for an old foreign key: copies 5 GB
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE addresses DROP FOREIGN KEY fk_addresses_user, ADD CONSTRAINT fk_addresses_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT;

-- id: h2-my-0390
-- label: dangerous
-- why: other primary key: rebuilds 30 GB
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `clicks` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `clicked_at`);

-- id: h2-my-0391
-- label: dangerous
-- why: two living users may share an address, for NULLs differ
-- engine: mariadb 10.11
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: no
ALTER TABLE users DROP INDEX uk_users_email, ADD UNIQUE INDEX uk_users_email_deleted_at (email, deleted_at);

-- id: h2-my-0392
-- label: dangerous
-- why: 45 million payments are gone (mysqldump)
-- engine: mariadb 10.6
DROP TABLE IF EXISTS `payments`;

-- id: h2-my-0393
-- label: dangerous
-- why: a query for each of 50 million orders
-- engine: mysql 8.0.35
UPDATE orders
SET account_id = (SELECT MIN(a.id) FROM accounts a WHERE a.owner_id = orders.user_id)
WHERE account_id IS NULL;

-- id: h2-my-0394
-- label: dangerous
-- why: searches 50 million orders and deletes their items
-- engine: mysql 9.7
DELETE FROM order_items WHERE order_id IN (SELECT id FROM orders WHERE status = 'draft' AND created_at < '2026-01-01');

-- id: h2-my-0395
-- label: dangerous
-- why: breaks running code (Laravel)
-- engine: mysql 8.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
alter table `orders` change `total_cents` `amount_cents` int not null default '0';

-- id: h2-my-0396
-- label: dangerous
-- why: names and their index are gone
-- engine: mysql 8.0.35
-- algorithm: INPLACE
-- lock: NONE
-- rebuild: yes
ALTER TABLE `users` DROP INDEX `idx_users_username`, DROP COLUMN `username`;

-- id: h2-my-0397
-- label: dangerous
-- why: another character set of a column: copies 12 GB
-- engine: mysql 9.1
-- algorithm: COPY
-- lock: SHARED
-- rebuild: yes
ALTER TABLE `orders` MODIFY `coupon_code` VARCHAR(50) CHARACTER SET ascii COLLATE ascii_general_ci NULL;

-- id: h2-my-0398
-- label: dangerous
-- why: breaks running code (phpMyAdmin)
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `webhooks` CHANGE `url` `target_url` VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL;

-- id: h2-my-0399
-- label: dangerous
-- why: nobody knows any more which tickets are closed (Alembic)
-- engine: mariadb 11.4
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE support_tickets DROP COLUMN closed_at;

-- id: h2-my-0400
-- label: dangerous
-- why: 20 million users in one transaction
-- engine: mariadb 11.8
UPDATE users SET display_name = username WHERE display_name IS NULL;

-- id: h2-my-0401
-- label: harmless
-- why: a comment (Sequelize)
-- engine: mysql 8.0.35
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE `orders` CHANGE `coupon_code` `coupon_code` VARCHAR(50) DEFAULT NULL COMMENT 'as entered by the customer';

-- id: h2-my-0402
-- label: harmless
-- why: nullable last column
-- engine: mariadb 10.6
-- algorithm: INSTANT
-- lock: NONE
-- rebuild: no
ALTER TABLE accounts ADD COLUMN closed_reason VARCHAR(50) NULL;
