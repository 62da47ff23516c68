-- A few thousand rows for each table that facts.json says has more; as many as it says for the small ones.
INSERT INTO countries SELECT chr(65 + g / 26) || chr(65 + g % 26), 'Country ' || g, '+' || g, 19, g % 9 = 0 FROM generate_series(0, 248) g;
INSERT INTO currencies SELECT 'X' || chr(65 + g / 26) || chr(65 + g % 26), 'Currency ' || g FROM generate_series(0, 158) g;
INSERT INTO currencies VALUES ('EUR', 'Euro');
INSERT INTO plans (code, name, monthly_price) SELECT 'plan-' || g, 'Plan ' || g, g FROM generate_series(1, 24) g;
INSERT INTO feature_flags SELECT 'flag-' || g FROM generate_series(1, 140) g;
INSERT INTO settings SELECT 'key-' || g, 'value' FROM generate_series(1, 60) g;
INSERT INTO roles SELECT g, 'role-' || g FROM generate_series(1, 12) g;
INSERT INTO schema_migrations SELECT (20240101000000 + g)::text FROM generate_series(1, 800) g;
INSERT INTO users (email, username, display_name, status, country_code, phone, age, last_login_ip, last_login_at, legacy_id)
    SELECT 'user' || g || '@example.org', 'user' || g, 'User ' || g, 'active', 'AA', '+49 ' || g, 18 + g % 60, '10.0.0.1',
           now(), g
    FROM generate_series(1, 3000) g;
INSERT INTO user_roles (user_id, role_id) SELECT g, 1 + g % 12 FROM generate_series(1, 3000) g;
INSERT INTO addresses (user_id, line1, line2, city, postal_code, country_code)
    SELECT g, 'Street ' || g, 'Back yard', 'Town', '10115', 'AA' FROM generate_series(1, 3000) g;
INSERT INTO accounts (id, owner_id, name, plan_id, balance, credit_limit, billing_email, external_ref)
    SELECT md5(g::text)::uuid, g, 'Account ' || g, 1 + g % 24, g, 100, 'a' || g || '@example.org', 'ref-' || g
    FROM generate_series(1, 3000) g;
INSERT INTO sessions SELECT md5(g::text), g, 'Mozilla/5.0', '10.0.0.0/8', '\x00', now(), now() + interval '1 hour'
    FROM generate_series(1, 3000) g;
INSERT INTO categories (name, slug, position) SELECT 'Category ' || g, 'category-' || g, g FROM generate_series(1, 640) g;
INSERT INTO products (sku, name, description, category_id, price, weight_grams, attributes, search)
    SELECT 'SKU-' || g, 'Product ' || g, 'Fine', 1 + g % 640, g, 100, '{}', to_tsvector('simple', 'product ' || g)
    FROM generate_series(1, 3000) g;
INSERT INTO tags (name) SELECT 'tag-' || g FROM generate_series(1, 900) g;
INSERT INTO product_tags SELECT g, 1 + g % 900 FROM generate_series(1, 3000) g;
INSERT INTO inventory SELECT g, 'BER', 10, 1, now() FROM generate_series(1, 3000) g;
INSERT INTO orders (user_id, account_id, status, total_cents, discount, coupon_code, notes, shipping_address_id,
        weight_grams, placed_at, metadata)
    SELECT g, md5(g::text)::uuid, 'paid', g, 5, 'c' || g, 'note', g, 500, now(), '{}' FROM generate_series(1, 3000) g;
INSERT INTO order_items (order_id, product_id, unit_price, tax_rate, options, note)
    SELECT 100000 + g % 3000, 1 + g % 3000, 5, 19, '{}', 'note' FROM generate_series(0, 4999) g;
INSERT INTO payments (id, order_id, amount, currency, method, provider_ref, captured_at)
    SELECT md5(g::text)::uuid, 99999 + g, g, 'EUR', 'card', 'pay-' || g, now() FROM generate_series(1, 3000) g;
INSERT INTO subscriptions (account_id, plan_id, current_period, renews_at)
    SELECT md5(g::text)::uuid, 1 + g % 24, tstzrange(now(), now() + interval '1 month'), now() FROM generate_series(1, 3000) g;
INSERT INTO invoices (number, account_id, total, issued_on, due_on, paid)
    SELECT 'INV-' || g, md5(g::text)::uuid, g, '2026-01-01', '2026-02-01', true FROM generate_series(1, 3000) g;
INSERT INTO events (user_id, name, payload, occurred_at)
    SELECT 1 + g % 3000, 'click', '{}', timestamptz '2026-09-01 00:00+00' + g * interval '30 minutes' FROM generate_series(1, 4000) g;
INSERT INTO events (user_id, name, payload, occurred_at)
    SELECT g, 'late', '{}', timestamptz '2025-03-01 00:00+00' FROM generate_series(1, 2000) g;
INSERT INTO metrics SELECT CASE g % 2 WHEN 0 THEN 'eu' ELSE 'us' END, now(), 'cpu', g FROM generate_series(1, 4000) g;
INSERT INTO metrics_apac SELECT 'apac', now(), 'cpu', g FROM generate_series(1, 2000) g;
INSERT INTO audit_log (actor_id, action, entity, before, after, request_id)
    SELECT g, 'update', 'users', '{}', '{}', md5(g::text)::uuid FROM generate_series(1, 3000) g;
INSERT INTO notifications (user_id, kind, body) SELECT g, 'mail', 'hello' FROM generate_series(1, 3000) g;
INSERT INTO webhooks (account_id, url, secret)
    SELECT md5(g::text)::uuid, 'https://example.org/' || g, 'secret' FROM generate_series(1, 3000) g;
INSERT INTO webhook_deliveries (webhook_id, status_code, request, response)
    SELECT g, 200, '{}', 'ok' FROM generate_series(1, 3000) g;
INSERT INTO jobs (payload) SELECT '{}' FROM generate_series(1, 3000) g;
INSERT INTO support_tickets (user_id, subject, body) SELECT g, 'Help', 'Please' FROM generate_series(1, 3000) g;
INSERT INTO analytics.daily_sales SELECT date '2026-01-01' + g % 300, g, 1, 5 FROM generate_series(1, 3000) g;
INSERT INTO analytics.page_views SELECT g, '/', now(), 'v' || g FROM generate_series(1, 3000) g;
INSERT INTO archive.orders_2019 SELECT g, g, g, 'paid', now(), '{}' FROM generate_series(1, 3000) g;
REFRESH MATERIALIZED VIEW product_sales;
REFRESH MATERIALIZED VIEW category_counts;
ANALYZE;
