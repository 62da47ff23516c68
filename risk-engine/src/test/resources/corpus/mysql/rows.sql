-- A few rows for each table that facts.json says has any; what the server decides does not depend on how many.
INSERT INTO countries VALUES ('DE', 'Germany', '+49'), ('FR', 'France', '+33');
INSERT INTO plans (code, name, monthly_price) VALUES ('free', 'Free', 0), ('pro', 'Pro', 9.90);
INSERT INTO feature_flags (name) VALUES ('checkout'), ('search');
INSERT INTO settings VALUES ('a', '1'), ('b', '2');
INSERT INTO schema_migrations VALUES ('20240101000001'), ('20240101000002');
INSERT INTO users (email, username, display_name, country_code, phone, age, legacy_id, bio, interests, updated_at)
    VALUES ('a@example.org', 'a', 'A', 'DE', '+49', 30, 1, 'x', 'music', NOW()), ('b@example.org', 'b', 'B', 'FR', '+33', 31, 2, 'y', 'music', NOW());
INSERT INTO addresses (user_id, line1, city, postal_code, country_code, location) VALUES (1, 'Street 1', 'Town', '1', 'DE', POINT(1, 2));
INSERT INTO accounts (owner_id, name, plan_id, credit_limit, external_ref) VALUES (1, 'A', 1, 100, 'r1'), (2, 'B', 2, 100, 'r2');
INSERT INTO sessions (token, user_id, user_agent, data, expires_at) VALUES ('t1', 1, 'x', 'x', NOW()), ('t2', 2, 'x', 'x', NOW());
INSERT INTO categories (name, position) VALUES ('A', 1), ('B', 2);
INSERT INTO products (sku, name, description, category_id, price, weight_grams) VALUES ('s1', 'A', 'x', 1, 5, 10), ('s2', 'B', 'x', 2, 6, 20);
INSERT INTO inventory VALUES (1, 'BER', 1, 0), (2, 'BER', 1, 0);
INSERT INTO orders (user_id, account_id, status, discount, coupon_code, notes, placed_at) VALUES (1, 1, 'paid', 5, 'c1', 'n', NOW()), (2, 2, 'paid', 5, 'c2', 'n', NOW());
INSERT INTO order_items (order_id, product_id, unit_price, tax_rate, note) VALUES (1, 1, 5, 19, 'n'), (2, 2, 6, 19, 'n');
INSERT INTO payments (order_id, amount, method, provider_ref, captured_at) VALUES (1, 5, 'card', 'p1', NOW()), (2, 6, 'card', 'p2', NOW());
INSERT INTO invoices (number, account_id, total, issued_on, due_on) VALUES ('1', 1, 5, '2026-01-01', '2026-02-01'), ('2', 2, 6, '2026-01-01', '2026-02-01');
INSERT INTO articles (title, body, author_id) VALUES ('A', 'text', 1), ('B', 'text', 2);
INSERT INTO audit_log (actor_id, action, entity, details) VALUES (1, 'a', 'e', 'x'), (2, 'a', 'e', 'x');
INSERT INTO notifications (user_id, kind, body) VALUES (1, 'mail', 'x'), (2, 'mail', 'x');
INSERT INTO events VALUES (1, 1, 'click', 'x', '2026-09-10'), (2, 2, 'click', 'x', '2026-10-10'), (3, 1, 'click', 'x', '2026-11-10');
INSERT INTO clicks VALUES (1, '/', NOW()), (2, '/', NOW()), (3, '/', NOW());
INSERT INTO page_views VALUES (1, '/', 'v', NOW()), (2, '/', 'v', NOW());
INSERT INTO legacy_orders (customer, total, status) VALUES ('a', 1, 'paid'), ('b', 2, 'paid');
INSERT INTO support_tickets (user_id, subject, body) VALUES (1, 's', 'b'), (2, 's', 'b');
INSERT INTO webhooks (account_id, url) VALUES (1, 'https://example.org'), (2, 'https://example.org');
INSERT INTO jobs (payload, run_at) VALUES ('x', NOW()), ('y', NOW());
