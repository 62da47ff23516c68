-- A shop as a production database of some years looks. Loads on MySQL 8.0 and MariaDB 10.6 and newer.

CREATE TABLE countries (
  code CHAR(2) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  dial_code VARCHAR(8)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE plans (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(30) NOT NULL,
  name VARCHAR(100) NOT NULL,
  monthly_price DECIMAL(8,2) NOT NULL,
  active TINYINT(1) NOT NULL DEFAULT 1,
  UNIQUE KEY uk_plans_code (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE feature_flags (
  name VARCHAR(60) NOT NULL PRIMARY KEY,
  enabled TINYINT(1) NOT NULL DEFAULT 0,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE settings (
  `key` VARCHAR(100) NOT NULL PRIMARY KEY,
  value TEXT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE gift_cards (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(40) NOT NULL,
  balance DECIMAL(10,2),
  issued_at DATETIME
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE schema_migrations (
  version VARCHAR(191) NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE users (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email VARCHAR(191) NOT NULL,
  username VARCHAR(50),
  display_name VARCHAR(100),
  status ENUM('invited','active','suspended') NOT NULL DEFAULT 'invited',
  country_code CHAR(2) CHARACTER SET ascii,
  locale VARCHAR(10) DEFAULT 'en',
  phone VARCHAR(20),
  age TINYINT UNSIGNED,
  newsletter TINYINT(1) DEFAULT 0,
  legacy_id INT,
  bio TEXT,
  interests SET('music','sports','travel') DEFAULT NULL,
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP NULL DEFAULT NULL,
  deleted_at DATETIME,
  UNIQUE KEY uk_users_email (email),
  KEY idx_users_created_at (created_at),
  KEY idx_users_username (username),
  CONSTRAINT fk_users_country FOREIGN KEY (country_code) REFERENCES countries (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE addresses (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id BIGINT UNSIGNED NOT NULL,
  line1 VARCHAR(200) NOT NULL,
  line2 VARCHAR(200),
  city VARCHAR(60) NOT NULL,
  postal_code VARCHAR(12),
  country_code CHAR(2) CHARACTER SET ascii NOT NULL,
  location POINT NOT NULL,
  KEY idx_addresses_user (user_id),
  CONSTRAINT fk_addresses_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE accounts (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  owner_id BIGINT UNSIGNED NOT NULL,
  name VARCHAR(100) NOT NULL,
  plan_id INT,
  balance DECIMAL(12,2) NOT NULL DEFAULT 0,
  credit_limit DECIMAL(10,2),
  currency CHAR(3) NOT NULL DEFAULT 'EUR',
  external_ref VARCHAR(64),
  KEY idx_accounts_owner (owner_id),
  CONSTRAINT fk_accounts_plan FOREIGN KEY (plan_id) REFERENCES plans (id),
  CONSTRAINT chk_accounts_credit CHECK (credit_limit >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE sessions (
  token VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  user_id BIGINT UNSIGNED NOT NULL,
  user_agent VARCHAR(255),
  ip_address VARBINARY(16),
  data BLOB,
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at DATETIME NOT NULL,
  KEY idx_sessions_user (user_id),
  KEY idx_sessions_expires (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE categories (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  parent_id INT,
  name VARCHAR(80) NOT NULL,
  position INT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE products (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sku VARCHAR(40) NOT NULL,
  name VARCHAR(150) NOT NULL,
  description TEXT,
  category_id INT,
  price DECIMAL(10,2) NOT NULL,
  weight_grams INT,
  UNIQUE KEY uk_products_sku (sku),
  KEY idx_products_category (category_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE inventory (
  product_id BIGINT UNSIGNED NOT NULL,
  warehouse VARCHAR(20) NOT NULL,
  quantity INT NOT NULL DEFAULT 0,
  reserved INT DEFAULT 0,
  PRIMARY KEY (product_id, warehouse)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE orders (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id BIGINT UNSIGNED NOT NULL,
  account_id BIGINT UNSIGNED,
  status ENUM('draft','placed','paid','shipped','cancelled') NOT NULL DEFAULT 'draft',
  total_cents INT NOT NULL DEFAULT 0,
  discount DECIMAL(6,2),
  currency CHAR(3) NOT NULL DEFAULT 'EUR',
  coupon_code VARCHAR(50),
  notes TEXT,
  channel VARCHAR(16) DEFAULT 'web',
  placed_at DATETIME,
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  KEY idx_orders_user (user_id),
  KEY idx_orders_user_created (user_id, created_at),
  KEY idx_orders_placed_at (placed_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE order_items (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id BIGINT UNSIGNED NOT NULL,
  product_id BIGINT UNSIGNED NOT NULL,
  quantity SMALLINT NOT NULL DEFAULT 1,
  unit_price DECIMAL(10,2) NOT NULL,
  tax_rate DECIMAL(4,2),
  note VARCHAR(200),
  KEY idx_order_items_order (order_id),
  CONSTRAINT fk_order_items_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE payments (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id BIGINT UNSIGNED,
  amount DECIMAL(12,2) NOT NULL,
  fee DECIMAL(12,2) NOT NULL DEFAULT 0,
  net DECIMAL(12,2) GENERATED ALWAYS AS (amount - fee) VIRTUAL,
  gross DECIMAL(13,2) GENERATED ALWAYS AS (amount + fee) STORED,
  method ENUM('card','sepa','paypal') NOT NULL,
  provider_ref VARCHAR(128),
  failure_reason TEXT,
  captured_at DATETIME,
  KEY idx_payments_order (order_id),
  KEY idx_payments_provider_ref (provider_ref)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE invoices (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number VARCHAR(20) NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  total DECIMAL(12,2) NOT NULL,
  issued_on DATE NOT NULL,
  due_on DATE,
  pdf LONGBLOB,
  UNIQUE KEY uk_invoices_number (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE articles (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  title VARCHAR(200) NOT NULL,
  body MEDIUMTEXT NOT NULL,
  author_id BIGINT UNSIGNED,
  FULLTEXT KEY ft_articles (title, body)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE audit_log (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  actor_id BIGINT UNSIGNED,
  action VARCHAR(60) NOT NULL,
  entity VARCHAR(100) NOT NULL,
  details MEDIUMTEXT,
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
) ENGINE=InnoDB ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE notifications (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id BIGINT UNSIGNED NOT NULL,
  kind VARCHAR(30) NOT NULL,
  body TEXT,
  read_at DATETIME,
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  KEY idx_notifications_user (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE events (
  id BIGINT UNSIGNED NOT NULL,
  user_id BIGINT UNSIGNED,
  name VARCHAR(60) NOT NULL,
  payload TEXT,
  occurred_on DATE NOT NULL,
  PRIMARY KEY (id, occurred_on),
  KEY idx_events_user (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
PARTITION BY RANGE (TO_DAYS(occurred_on)) (
  PARTITION p202609 VALUES LESS THAN (TO_DAYS('2026-10-01')),
  PARTITION p202610 VALUES LESS THAN (TO_DAYS('2026-11-01')),
  PARTITION p202611 VALUES LESS THAN (TO_DAYS('2026-12-01'))
);

CREATE TABLE clicks (
  id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  url VARCHAR(200) NOT NULL,
  clicked_at DATETIME NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
PARTITION BY HASH (id) PARTITIONS 4;

CREATE TABLE page_views (
  id INT UNSIGNED NOT NULL,
  path VARCHAR(255),
  visitor VARCHAR(32),
  viewed_at DATETIME
) ENGINE=InnoDB DEFAULT CHARSET=latin1;

CREATE TABLE legacy_orders (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer VARCHAR(60),
  total DECIMAL(10,2),
  status VARCHAR(20)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3;

CREATE TABLE support_tickets (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id BIGINT UNSIGNED,
  subject VARCHAR(180) NOT NULL,
  body TEXT NOT NULL,
  priority VARCHAR(10) NOT NULL DEFAULT 'normal',
  closed_at DATETIME
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE webhooks (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id BIGINT UNSIGNED NOT NULL,
  url VARCHAR(500) NOT NULL,
  secret VARCHAR(80),
  enabled TINYINT(1) NOT NULL DEFAULT 1
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE jobs (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  queue VARCHAR(40) NOT NULL DEFAULT 'default',
  payload MEDIUMTEXT NOT NULL,
  priority SMALLINT NOT NULL DEFAULT 0,
  attempts SMALLINT NOT NULL DEFAULT 0,
  run_at DATETIME NOT NULL,
  locked_by VARCHAR(60),
  KEY idx_jobs_queue (queue, run_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE VIEW active_users AS SELECT id, email, username FROM users WHERE deleted_at IS NULL;

CREATE TRIGGER trg_orders_bu BEFORE UPDATE ON orders FOR EACH ROW SET NEW.channel = LOWER(NEW.channel);

CREATE PROCEDURE purge_sessions() DELETE FROM sessions WHERE expires_at < NOW();
