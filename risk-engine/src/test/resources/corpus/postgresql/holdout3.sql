-- A third held-out set of statements against schema.sql with the sizes of facts.json, written without the rules and the other
-- sets; the format is explained in the folder above.

-- id: h3-0001
-- label: harmless
-- why: Prisma adds a nullable column, catalogue only
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE "public"."payments" ADD COLUMN     "settled_at" TIMESTAMP(3);

-- id: h3-0002
-- label: harmless
-- why: a constant default of several columns is kept in the catalogue, no rewrite
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE "orders"
    ADD COLUMN "gift_wrap" boolean DEFAULT FALSE NOT NULL,
    ADD COLUMN "gift_message" varchar(280),
    ADD COLUMN "packaging" text DEFAULT 'box' NOT NULL;

-- id: h3-0003
-- label: fails
-- why: the default of a column cannot be dropped in the statement that adds it
ALTER TABLE "orders" ADD COLUMN "fulfilment_center" integer DEFAULT 0 NOT NULL, ALTER COLUMN "fulfilment_center" DROP DEFAULT;

-- id: h3-0004
-- label: dangerous
-- why: every row gets its own token, so the notifications are written anew under ACCESS EXCLUSIVE
-- lock: public.notifications=ACCESS EXCLUSIVE
-- rewrite: public.notifications
-- scan: public.notifications
ALTER TABLE notifications ADD COLUMN tracking_token text NOT NULL DEFAULT new_token();

-- id: h3-0005
-- label: harmless
-- why: an immutable function of a constant is evaluated once, no rewrite
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts ADD COLUMN dunning_email text DEFAULT normalize_email(' Billing@Example.org ');

-- id: h3-0006
-- label: dangerous
-- why: gen_random_uuid() is volatile and rewrites 24 GB of order items
-- lock: public.order_items=ACCESS EXCLUSIVE
-- rewrite: public.order_items
-- scan: public.order_items
alter table public.order_items add column public_id uuid default gen_random_uuid() not null;

-- id: h3-0007
-- label: harmless
-- why: gen_random_uuid() rewrites an empty table only
-- lock: public.gift_cards=ACCESS EXCLUSIVE
alter table public.gift_cards add column public_id uuid default gen_random_uuid() not null;

-- id: h3-0008
-- label: harmless
-- why: without a default first and with a volatile one only for later rows, nothing is rewritten
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ADD COLUMN referral_token uuid, ALTER COLUMN referral_token SET DEFAULT gen_random_uuid();

-- id: h3-0009
-- label: dangerous
-- why: random() rewrites the table, although the column is but a bucket number
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE users ADD COLUMN IF NOT EXISTS ab_bucket smallint NOT NULL DEFAULT floor(random() * 100)::smallint;

-- id: h3-0010
-- label: dangerous
-- why: clock_timestamp() is volatile, unlike now()
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
-- rewrite: public.webhook_deliveries
-- scan: public.webhook_deliveries
ALTER TABLE webhook_deliveries ADD COLUMN first_seen timestamptz DEFAULT clock_timestamp();

-- id: h3-0011
-- label: harmless
-- why: the column is there already, so the volatile default is never looked at
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
ALTER TABLE webhook_deliveries ADD COLUMN IF NOT EXISTS delivered_at timestamptz DEFAULT clock_timestamp();

-- id: h3-0012
-- label: harmless
-- why: timezone('utc', now()) is stable, evaluated once
-- lock: public.audit_log=ACCESS EXCLUSIVE
ALTER TABLE "audit_log" ADD "ingested_at" timestamp without time zone NOT NULL DEFAULT timezone('utc'::text, now());

-- id: h3-0013
-- label: harmless
-- why: a setting that may be missing is stable, evaluated once
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices ADD COLUMN tenant text DEFAULT current_setting('app.tenant', true);

-- id: h3-0014
-- label: fails
-- why: the setting does not exist, and the default is evaluated at once
ALTER TABLE invoices ADD COLUMN tenant text DEFAULT current_setting('app.current_tenant');

-- id: h3-0015
-- label: dangerous
-- why: a domain with a constraint rewrites the table even without a default
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE users ADD COLUMN recovery_email email_address;

-- id: h3-0016
-- label: harmless
-- why: a domain without constraints is as good as its base type
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ADD COLUMN profile_slug slug;

-- id: h3-0017
-- label: dangerous
-- why: a domain with a constraint rewrites 90 million deliveries for a nullable column
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
-- rewrite: public.webhook_deliveries
-- scan: public.webhook_deliveries
ALTER TABLE ONLY public.webhook_deliveries ADD COLUMN sample_rate percentage NULL DEFAULT 100;

-- id: h3-0018
-- label: dangerous
-- why: the check of the new column is verified by reading all subscriptions under ACCESS EXCLUSIVE
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- scan: public.subscriptions
ALTER TABLE subscriptions ADD COLUMN discount_percent integer CHECK (discount_percent BETWEEN 0 AND 100);

-- id: h3-0019
-- label: harmless
-- why: the check is verified in an empty table
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ADD COLUMN discount_percent integer NOT NULL CHECK (discount_percent BETWEEN 0 AND 100) DEFAULT 0;

-- id: h3-0020
-- label: dangerous
-- why: UNIQUE of a new column builds an index over 45 million payments under ACCESS EXCLUSIVE, although all is null
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE payments ADD COLUMN idempotency_key uuid UNIQUE;

-- id: h3-0021
-- label: harmless
-- why: the server knows that a new column without a default is null everywhere, so no order is verified, and both locks last an instant
-- lock: public.gift_cards=SHARE ROW EXCLUSIVE, public.orders=ACCESS EXCLUSIVE
ALTER TABLE "orders" ADD COLUMN "gift_card_id" bigint CONSTRAINT "fk_rails_9c7aa2b1d0" REFERENCES "gift_cards" ("id");

-- id: h3-0022
-- label: harmless
-- why: a new reference in a tiny table, the locks on both are held for an instant
-- lock: public.feature_flags=ACCESS EXCLUSIVE, public.roles=SHARE ROW EXCLUSIVE
ALTER TABLE feature_flags ADD COLUMN role_id smallint REFERENCES roles (id) ON DELETE SET NULL;

-- id: h3-0023
-- label: harmless
-- why: the referencing table has no rows to verify, and the large one is locked for an instant only
-- lock: public.gift_cards=ACCESS EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
ALTER TABLE gift_cards ADD COLUMN buyer_id bigint NULL CONSTRAINT gift_cards_buyer_id_fk REFERENCES users(id);

-- id: h3-0024
-- label: dangerous
-- why: a stored generated column is computed for each of 25 million addresses
-- lock: public.addresses=ACCESS EXCLUSIVE
-- rewrite: public.addresses
-- scan: public.addresses
ALTER TABLE addresses ADD COLUMN city_lower text GENERATED ALWAYS AS (lower(city)) STORED;

-- id: h3-0025
-- label: dangerous
-- why: a tsvector column kept by the server writes 90 GB of the log anew under ACCESS EXCLUSIVE
-- lock: public.audit_log=ACCESS EXCLUSIVE
-- rewrite: public.audit_log
-- scan: public.audit_log
ALTER TABLE audit_log
  ADD COLUMN search tsvector
    GENERATED ALWAYS AS (setweight(to_tsvector('english', coalesce(action, '')), 'A') || setweight(to_tsvector('english', coalesce(entity, '')), 'B')) STORED;

-- id: h3-0026
-- label: dangerous
-- why: an identity column numbers and rewrites 800 million rows
-- lock: analytics.page_views=ACCESS EXCLUSIVE
-- rewrite: analytics.page_views
-- scan: analytics.page_views
ALTER TABLE analytics.page_views ADD COLUMN row_id bigint GENERATED ALWAYS AS IDENTITY;

-- id: h3-0027
-- label: dangerous
-- why: bigserial hides a volatile default
-- lock: public.user_roles=ACCESS EXCLUSIVE
-- rewrite: public.user_roles
-- scan: public.user_roles
ALTER TABLE user_roles ADD COLUMN id bigserial;

-- id: h3-0028
-- label: harmless
-- why: serial in a table of 140 rows rewrites next to nothing
-- lock: public.feature_flags=ACCESS EXCLUSIVE
-- rewrite: public.feature_flags
-- scan: public.feature_flags
ALTER TABLE feature_flags ADD COLUMN id serial;

-- id: h3-0029
-- label: fails
-- why: there are rows, and the new column has neither default nor null
ALTER TABLE "support_tickets" ADD COLUMN "team" character varying(40) NOT NULL;

-- id: h3-0030
-- label: grey
-- why: the empty table takes the column, but whoever inserts a gift card without it is refused
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE "gift_cards" ADD COLUMN "currency" character(3) NOT NULL;

-- id: h3-0031
-- label: harmless
-- why: new column on a partitioned table reaches all partitions, catalogue only
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
ALTER TABLE events ADD COLUMN source_ip inet, ADD COLUMN schema_version smallint NOT NULL DEFAULT 1;

-- id: h3-0032
-- label: fails
-- why: a column of a partitioned table cannot be added to the parent alone
ALTER TABLE ONLY events ADD COLUMN shard smallint;

-- id: h3-0033
-- label: dangerous
-- why: a default of its own per row rewrites every partition of 58 GB
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- rewrite: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
ALTER TABLE events ADD COLUMN dedup_key uuid NOT NULL DEFAULT gen_random_uuid();

-- id: h3-0034
-- label: harmless
-- why: a nullable array with a constant default
-- lock: public.support_tickets=ACCESS EXCLUSIVE
ALTER TABLE support_tickets ADD COLUMN labels text[] DEFAULT ARRAY[]::text[] NOT NULL;

-- id: h3-0035
-- label: harmless
-- why: a composite type as a nullable column
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE payments ADD COLUMN fee money_amount;

-- id: h3-0036
-- label: harmless
-- why: column and its comment-laden definition, catalogue only
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE /* PAY-1182 */ payments
    -- filled by the settlement job, see the runbook
    ADD COLUMN payout_id bigint /* no REFERENCES here: payouts live elsewhere */;

-- id: h3-0037
-- label: harmless
-- why: varchar without a length from TypeORM with an empty string as default
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE "accounts" ADD "legalName" character varying NOT NULL DEFAULT '';

-- id: h3-0038
-- label: harmless
-- why: a new enumeration column with one of its values as default is a constant
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions ADD COLUMN preferred_method payment_method DEFAULT 'card'::payment_method NOT NULL;

-- id: h3-0039
-- label: fails
-- why: there is a column of this name already
ALTER TABLE users ADD COLUMN email character varying(320);

-- id: h3-0040
-- label: dangerous
-- why: a typical type change of an ORM: the column is dropped, with all that is in it, and added anew empty
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE "orders" DROP COLUMN "discount", ADD COLUMN "discount" numeric(8,3);

-- id: h3-0041
-- label: fails
-- why: the view active_users needs the column
ALTER TABLE users DROP COLUMN username;

-- id: h3-0042
-- label: dangerous
-- why: price goes, and price_with_vat with it
-- lock: public.products=ACCESS EXCLUSIVE
ALTER TABLE public.products DROP COLUMN price CASCADE;

-- id: h3-0043
-- label: harmless
-- why: there is no such column, so nothing happens
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users DROP COLUMN IF EXISTS facebook_id, DROP COLUMN IF EXISTS twitter_handle;

-- id: h3-0044
-- label: dangerous
-- why: a column of a small lookup is lost all the same, and code that selects it breaks
-- lock: public.countries=ACCESS EXCLUSIVE
ALTER TABLE countries DROP COLUMN dial_code;

-- id: h3-0045
-- label: dangerous
-- why: running code still writes the old name
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE "accounts" RENAME COLUMN "billing_email" TO "invoice_email";

-- id: h3-0046
-- label: dangerous
-- why: even in a table of 24 rows the old name breaks running code
-- lock: public.plans=ACCESS EXCLUSIVE
alter table plans rename monthly_price to price_per_month;

-- id: h3-0047
-- label: dangerous
-- why: renaming by way of the view's name changes what the view's readers get
ALTER TABLE active_users RENAME COLUMN email TO email_address;

-- id: h3-0048
-- label: dangerous
-- why: code that knows the old table name breaks
-- lock: public.support_tickets=ACCESS EXCLUSIVE
ALTER TABLE IF EXISTS public.support_tickets RENAME TO tickets;

-- id: h3-0049
-- label: harmless
-- why: there is no such table, so nothing is renamed
ALTER TABLE IF EXISTS public.tickets_old RENAME TO tickets_archive;

-- id: h3-0050
-- label: grey
-- why: nobody writes the archive, but who reads it by name is not known
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
ALTER TABLE archive.orders_2019 RENAME TO orders_2019_cold;

-- id: h3-0051
-- label: harmless
-- why: an index' name is no business of the code
ALTER INDEX index_users_on_display_name RENAME TO users_display_name_idx;

-- id: h3-0052
-- label: harmless
-- why: constraint names are for people; the index is renamed with it
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE ONLY "public"."orders" RENAME CONSTRAINT "orders_pkey" TO "pk_orders";

-- id: h3-0053
-- label: dangerous
-- why: the lookup is small, but joins by tags.id break
-- lock: public.tags=ACCESS EXCLUSIVE
ALTER TABLE tags RENAME COLUMN id TO tag_id;

-- id: h3-0054
-- label: harmless
-- why: length grows, plain unique index on the column is kept
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices ALTER COLUMN number TYPE varchar(64);

-- id: h3-0055
-- label: dangerous
-- why: the partial unique index on the reference is built anew while payments wait
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE "payments" ALTER COLUMN "provider_ref" TYPE text, ALTER COLUMN "failure_reason" TYPE text;

-- id: h3-0056
-- label: harmless
-- why: from varchar to text without any index on the column
-- lock: public.addresses=ACCESS EXCLUSIVE
ALTER TABLE addresses ALTER COLUMN line2 SET DATA TYPE text;

-- id: h3-0057
-- label: dangerous
-- why: a shorter limit is verified by writing all addresses anew
-- lock: public.addresses=ACCESS EXCLUSIVE
-- rewrite: public.addresses
-- scan: public.addresses
ALTER TABLE addresses ALTER COLUMN postal_code TYPE character varying(10);

-- id: h3-0058
-- label: dangerous
-- why: text gets a limit, so that every name is coerced and the table rewritten
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE "users" ALTER COLUMN "display_name" SET DATA TYPE VARCHAR(255);

-- id: h3-0059
-- label: fails
-- why: the view active_users uses the column
ALTER TABLE users ALTER COLUMN email TYPE varchar(320);

-- id: h3-0060
-- label: harmless
-- why: the precision grows at the same scale, and no constraint names the column
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN discount TYPE numeric(10,2);

-- id: h3-0061
-- label: dangerous
-- why: integer to bigint rewrites 12 GB of orders
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN weight_grams TYPE bigint;

-- id: h3-0062
-- label: harmless
-- why: it is a bigint already, nothing is written or read
-- lock: public.addresses=ACCESS EXCLUSIVE, public.orders=ACCESS EXCLUSIVE
ALTER TABLE addresses ALTER COLUMN id TYPE bigint;

-- id: h3-0063
-- label: dangerous
-- why: inet to cidr must look at every value
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE users ALTER COLUMN last_login_ip TYPE cidr USING network(last_login_ip);

-- id: h3-0064
-- label: dangerous
-- why: a coarser precision rewrites the busy sessions
-- lock: public.sessions=ACCESS EXCLUSIVE
-- rewrite: public.sessions
-- scan: public.sessions
ALTER TABLE sessions ALTER COLUMN expires_at TYPE timestamptz(0);

-- id: h3-0065
-- label: dangerous
-- why: the conversion is computed for every row, whatever the time zone of the session, so 12 GB are rewritten
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz USING placed_at AT TIME ZONE 'UTC';

-- id: h3-0066
-- label: grey
-- why: no rewrite in a session in UTC and no index on the column, but a rewrite under every other time zone
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN last_login_at TYPE timestamp with time zone;

-- id: h3-0067
-- label: dangerous
-- why: USING with a function rewrites everything, whatever the types are
-- lock: public.order_items=ACCESS EXCLUSIVE
-- rewrite: public.order_items
-- scan: public.order_items
ALTER TABLE order_items ALTER COLUMN note TYPE varchar(200) USING btrim(note);

-- id: h3-0068
-- label: harmless
-- why: the USING is the plain coercion to a longer varchar, which does nothing
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE order_items ALTER COLUMN note TYPE varchar(500) USING note::varchar(500);

-- id: h3-0069
-- label: dangerous
-- why: roles has twelve rows, but the key of 21 million user_roles is verified anew
-- lock: public.roles=ACCESS EXCLUSIVE, public.user_roles=ACCESS EXCLUSIVE
-- rewrite: public.roles
-- scan: public.roles, public.user_roles
ALTER TABLE "roles" ALTER COLUMN "id" SET DATA TYPE integer;

-- id: h3-0070
-- label: dangerous
-- why: the 249 countries are nothing, the 20 million users that refer to them are read
-- lock: public.addresses=ACCESS EXCLUSIVE, public.countries=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
-- rewrite: public.countries
-- scan: public.countries, public.users
ALTER TABLE countries ALTER COLUMN code TYPE varchar(2);

-- id: h3-0071
-- label: dangerous
-- why: the referencing deliveries are read when the referenced key gets wider
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE, public.webhooks=ACCESS EXCLUSIVE
-- rewrite: public.webhooks
-- scan: public.webhook_deliveries, public.webhooks
ALTER TABLE public.webhooks ALTER id TYPE int8;

-- id: h3-0072
-- label: harmless
-- why: a lookup's text column changes to varchar, 160 rows
-- lock: public.currencies=ACCESS EXCLUSIVE
-- rewrite: public.currencies
-- scan: public.currencies
ALTER TABLE currencies ALTER COLUMN name TYPE varchar(120);

-- id: h3-0073
-- label: dangerous
-- why: sorting by another collation builds the index on the names anew
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users ALTER COLUMN display_name TYPE text COLLATE "POSIX";

-- id: h3-0074
-- label: fails
-- why: timestamps are not cast to bigint by themselves
ALTER TABLE audit_log ALTER COLUMN created_at TYPE bigint;

-- id: h3-0075
-- label: harmless
-- why: it is NOT NULL already
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN user_id SET NOT NULL;

-- id: h3-0076
-- label: dangerous
-- why: the proof exists for account_id, but not for channel
-- lock: public.orders=ACCESS EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN account_id SET NOT NULL, ALTER COLUMN channel SET NOT NULL;

-- id: h3-0077
-- label: dangerous
-- why: a proof and its use in one statement: the check is verified under ACCESS EXCLUSIVE
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- scan: public.subscriptions
ALTER TABLE subscriptions ADD CONSTRAINT renews_at_nn CHECK (renews_at IS NOT NULL) NOT VALID, ALTER COLUMN renews_at SET NOT NULL;

-- id: h3-0078
-- label: fails
-- why: the column is part of the primary key
ALTER TABLE inventory ALTER COLUMN warehouse DROP NOT NULL;

-- id: h3-0079
-- label: dangerous
-- why: code that leaves the column to its default is refused from now on
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN total_cents DROP DEFAULT;

-- id: h3-0080
-- label: harmless
-- why: the column has no default to drop
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE "orders" ALTER COLUMN "discount" DROP DEFAULT;

-- id: h3-0081
-- label: grey
-- why: null instead of 'web' from now on; it depends on who reads the channel
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER channel DROP DEFAULT;

-- id: h3-0082
-- label: harmless
-- why: a default for a column that had none, for later rows only
-- lock: public.support_tickets=ACCESS EXCLUSIVE
ALTER TABLE support_tickets ALTER COLUMN body SET DEFAULT '';

-- id: h3-0083
-- label: grey
-- why: new users are active at once instead of invited, which may be what is wanted
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN status SET DEFAULT 'active';

-- id: h3-0084
-- label: dangerous
-- why: the new default violates the check on the quantity, so that inserts which rely on it fail
-- lock: public.inventory=ACCESS EXCLUSIVE
ALTER TABLE inventory ALTER COLUMN quantity SET DEFAULT -1;

-- id: h3-0085
-- label: harmless
-- why: orders.id is no identity column, and IF EXISTS says so
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN id DROP IDENTITY IF EXISTS;

-- id: h3-0086
-- label: fails
-- why: the column has a default already
ALTER TABLE "orders" ALTER COLUMN "id" ADD GENERATED BY DEFAULT AS IDENTITY;

-- id: h3-0087
-- label: harmless
-- why: sessions fetch twenty numbers at once, which leaves gaps and nothing else
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN id SET CACHE 20;

-- id: h3-0088
-- label: harmless
-- why: a planner hint in the catalogue
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
ALTER TABLE orders ALTER COLUMN account_id SET STATISTICS 1000, ALTER COLUMN status SET STATISTICS 500;

-- id: h3-0089
-- label: harmless
-- why: storage of later values only
-- lock: public.audit_log=ACCESS EXCLUSIVE
ALTER TABLE audit_log ALTER COLUMN before SET STORAGE EXTERNAL, ALTER COLUMN after SET COMPRESSION pglz;

-- id: h3-0090
-- label: harmless
-- why: a planner hint
-- lock: public.order_items=SHARE UPDATE EXCLUSIVE
ALTER TABLE order_items ALTER COLUMN order_id SET (n_distinct = -0.28);

-- id: h3-0091
-- label: fails
-- why: the column is not generated by an expression
ALTER TABLE products ALTER COLUMN weight_grams SET EXPRESSION AS (price * 2);

-- id: h3-0092
-- label: dangerous
-- why: the new expression changes every gross price and rewrites the catalogue with its index while the shop waits
-- lock: public.products=ACCESS EXCLUSIVE
-- rewrite: public.products
-- scan: public.products
ALTER TABLE products ALTER COLUMN price_with_vat SET EXPRESSION AS (price * 1.25);

-- id: h3-0093
-- label: dangerous
-- why: with a default the foreign key of the new column is verified for every subscription under ACCESS EXCLUSIVE
-- lock: public.plans=SHARE ROW EXCLUSIVE, public.subscriptions=ACCESS EXCLUSIVE
-- scan: public.plans, public.subscriptions
ALTER TABLE subscriptions ADD COLUMN previous_plan_id integer DEFAULT 1 REFERENCES plans (id);

-- id: h3-0094
-- label: dangerous
-- why: the partitions are read to verify the check
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
ALTER TABLE events ADD CONSTRAINT events_name_present CHECK (name <> '');

-- id: h3-0095
-- label: harmless
-- why: not verified, so all partitions are locked for an instant only
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
ALTER TABLE events ADD CONSTRAINT events_name_present CHECK (name <> '') NOT VALID;

-- id: h3-0096
-- label: fails
-- why: a check of a partitioned table must be known to its partitions
ALTER TABLE ONLY events ADD CONSTRAINT events_payload_present CHECK (payload IS NOT NULL);

-- id: h3-0097
-- label: dangerous
-- why: the key of 186 million events is verified while users and all partitions are locked against writing
-- lock: public.events=SHARE ROW EXCLUSIVE, public.events_2026_09=SHARE ROW EXCLUSIVE, public.events_2026_10=SHARE ROW EXCLUSIVE, public.events_2026_11=SHARE ROW EXCLUSIVE, public.events_default=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default, public.users
ALTER TABLE events ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;

-- id: h3-0098
-- label: dangerous
-- why: Rails adds and verifies a foreign key, and neither sessions nor users can be written meanwhile
-- lock: public.sessions=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
-- scan: public.sessions, public.users
ALTER TABLE "sessions" ADD CONSTRAINT "fk_rails_758836b4f0"
FOREIGN KEY ("user_id")
  REFERENCES "users" ("id");

-- id: h3-0099
-- label: harmless
-- why: the same key without verification; the index on sessions.user_id is there for later deletions
-- lock: public.sessions=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
ALTER TABLE "sessions" ADD CONSTRAINT "fk_rails_758836b4f0" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE NOT VALID;

-- id: h3-0100
-- label: grey
-- why: nothing is verified, but every deletion of a product would read 180 million order items, for there is no index
-- lock: public.order_items=SHARE ROW EXCLUSIVE, public.products=SHARE ROW EXCLUSIVE
ALTER TABLE order_items ADD CONSTRAINT order_items_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id) NOT VALID;

-- id: h3-0101
-- label: dangerous
-- why: the largest table is read against the products under locks that stop all orders
-- lock: public.order_items=SHARE ROW EXCLUSIVE, public.products=SHARE ROW EXCLUSIVE
-- scan: public.order_items, public.products
alter table "public"."order_items"
  add constraint "order_items_product_id_fkey"
  foreign key ("product_id")
  references "public"."products"
  ("id") on update restrict on delete restrict;

-- id: h3-0102
-- label: grey
-- why: 8000 rows are looked up among five million accounts, whose writers wait meanwhile
-- lock: public.accounts=SHARE ROW EXCLUSIVE, public.webhooks=SHARE ROW EXCLUSIVE
-- scan: public.accounts, public.webhooks
ALTER TABLE webhooks ADD FOREIGN KEY (account_id) REFERENCES accounts;

-- id: h3-0103
-- label: harmless
-- why: self reference in a table of 640 rows
-- lock: public.categories=ACCESS EXCLUSIVE
-- scan: public.categories
ALTER TABLE categories DROP CONSTRAINT categories_parent_id_fkey, ADD CONSTRAINT categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES categories (id) ON DELETE RESTRICT;

-- id: h3-0104
-- label: dangerous
-- why: dropped and added again for another deletion rule, and thereby verified over 21 million rows
-- lock: public.roles=ACCESS EXCLUSIVE, public.user_roles=ACCESS EXCLUSIVE
-- scan: public.roles, public.user_roles
ALTER TABLE user_roles DROP CONSTRAINT user_roles_role_id_fkey,
  ADD CONSTRAINT user_roles_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE CASCADE;

-- id: h3-0105
-- label: fails
-- why: types that cannot be compared
ALTER TABLE support_tickets ADD CONSTRAINT st_account FOREIGN KEY (subject) REFERENCES users (id);

-- id: h3-0106
-- label: fails
-- why: there is no unique constraint over the referenced column
ALTER TABLE notifications ADD CONSTRAINT fk_kind FOREIGN KEY (kind) REFERENCES categories (name) NOT VALID;

-- id: h3-0107
-- label: harmless
-- why: only whether it may be deferred changes, in the catalogue
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE order_items ALTER CONSTRAINT order_items_order_id_fkey DEFERRABLE INITIALLY IMMEDIATE;

-- id: h3-0108
-- label: harmless
-- why: validation of a check under SHARE UPDATE EXCLUSIVE
-- lock: public.accounts=SHARE UPDATE EXCLUSIVE
-- scan: public.accounts
ALTER TABLE "public"."accounts" VALIDATE CONSTRAINT "accounts_balance_check";

-- id: h3-0109
-- label: harmless
-- why: valid already, nothing to do
-- lock: public.payments=SHARE UPDATE EXCLUSIVE
ALTER TABLE payments VALIDATE CONSTRAINT payments_amount_check;

-- id: h3-0110
-- label: dangerous
-- why: a harmless validation shares the statement with an ACCESS EXCLUSIVE action, which then holds through the reading
-- lock: public.orders=ACCESS EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders VALIDATE CONSTRAINT orders_currency_known, ADD COLUMN vat_id varchar(20);

-- id: h3-0111
-- label: harmless
-- why: a statistics target needs no more than the validation itself
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN currency SET STATISTICS 200, VALIDATE CONSTRAINT orders_currency_known;

-- id: h3-0112
-- label: dangerous
-- why: new orders start as drafts by default and would be refused at once
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ADD CONSTRAINT orders_not_draft CHECK (status <> 'draft') NOT VALID;

-- id: h3-0113
-- label: dangerous
-- why: total_cents is zero by default, so that each new order is refused, verified or not
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE "orders" ADD CONSTRAINT "orders_total_positive" CHECK (total_cents > 0) NOT VALID;

-- id: h3-0114
-- label: harmless
-- why: not verified, and the amount is known to be positive by another check
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE payments ADD CONSTRAINT payments_amount_sane CHECK (amount < 10000000) NOT VALID;

-- id: h3-0115
-- label: dangerous
-- why: the check is verified over 180 million rows under ACCESS EXCLUSIVE
-- lock: public.order_items=ACCESS EXCLUSIVE
-- scan: public.order_items
ALTER TABLE order_items
    ADD CONSTRAINT chk_order_items_quantity_positive CHECK (quantity > 0);

-- id: h3-0116
-- label: harmless
-- why: 60 rows verify a check
-- lock: public.settings=ACCESS EXCLUSIVE
-- scan: public.settings
ALTER TABLE settings ADD CONSTRAINT settings_key_trimmed CHECK (key = btrim(key));

-- id: h3-0117
-- label: fails
-- why: every row violates it: the names are there
ALTER TABLE roles ADD CONSTRAINT roles_unnamed CHECK (name IS NULL);

-- id: h3-0118
-- label: fails
-- why: there is a constraint of this name
ALTER TABLE users ADD CONSTRAINT users_email_present CHECK (email <> '') NOT VALID;

-- id: h3-0119
-- label: harmless
-- why: the unique index exists already and becomes a constraint
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ADD CONSTRAINT uq_users_legacy_id UNIQUE USING INDEX users_legacy_id_uniq;

-- id: h3-0120
-- label: grey
-- why: an existing unique index becomes a constraint, but ON CONFLICT cannot rely on a deferrable one
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices ADD CONSTRAINT invoices_number_key UNIQUE USING INDEX invoices_number_idx DEFERRABLE INITIALLY DEFERRED;

-- id: h3-0121
-- label: fails
-- why: a partial index is no constraint
ALTER TABLE payments ADD CONSTRAINT payments_provider_ref_uq UNIQUE USING INDEX payments_provider_ref_key;

-- id: h3-0122
-- label: fails
-- why: the table has its primary key
ALTER TABLE accounts ADD CONSTRAINT accounts_pk PRIMARY KEY USING INDEX accounts_external_ref_uniq;

-- id: h3-0123
-- label: dangerous
-- why: the key moves to another index, but the column must be proved not null by reading all users, and the foreign keys of four tables are lost
-- lock: public.accounts=ACCESS EXCLUSIVE, public.addresses=ACCESS EXCLUSIVE, public.orders=ACCESS EXCLUSIVE, public.user_roles=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE, ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_legacy_id_uniq;

-- id: h3-0124
-- label: dangerous
-- why: a unique constraint builds its index while no payment is written
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE IF EXISTS ONLY public.payments ADD CONSTRAINT payments_order_method_key UNIQUE (order_id, method, created_at);

-- id: h3-0125
-- label: harmless
-- why: a constraint with included columns in an empty table
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ADD CONSTRAINT gift_cards_code_key UNIQUE NULLS NOT DISTINCT (code) INCLUDE (balance);

-- id: h3-0126
-- label: dangerous
-- why: an exclusion constraint is always built and verified under ACCESS EXCLUSIVE
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- scan: public.subscriptions
ALTER TABLE subscriptions ADD CONSTRAINT no_overlap EXCLUDE USING gist (current_period WITH &&) WHERE (cancelled_at IS NOT NULL);

-- id: h3-0127
-- label: dangerous
-- why: a primary key over all partitions of the metrics
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
-- scan: public.metrics_eu, public.metrics_us
ALTER TABLE metrics ADD PRIMARY KEY (region, name, taken_at, value);

-- id: h3-0128
-- label: fails
-- why: the key of a partitioned table must hold the partition column
ALTER TABLE events ADD CONSTRAINT events_id_key UNIQUE (id);

-- id: h3-0129
-- label: fails
-- why: accounts and subscriptions refer to the key
ALTER TABLE plans DROP CONSTRAINT plans_pkey;

-- id: h3-0130
-- label: dangerous
-- why: the foreign keys of accounts and subscriptions go with it
-- lock: public.accounts=ACCESS EXCLUSIVE, public.plans=ACCESS EXCLUSIVE, public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE plans DROP CONSTRAINT plans_pkey CASCADE;

-- id: h3-0131
-- label: grey
-- why: doubled plan codes become possible, and upserts on the code would break
-- lock: public.plans=ACCESS EXCLUSIVE
ALTER TABLE plans DROP CONSTRAINT plans_code_key;

-- id: h3-0132
-- label: grey
-- why: a rule on amounts is given up
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE payments DROP CONSTRAINT IF EXISTS payments_amount_check;

-- id: h3-0133
-- label: harmless
-- why: a constraint that does not exist
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE order_items DROP CONSTRAINT IF EXISTS order_items_legacy_fk;

-- id: h3-0134
-- label: harmless
-- why: the check is never validated and is about to be replaced by a wider one, unverified too
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users DROP CONSTRAINT users_phone_format, ADD CONSTRAINT users_phone_format CHECK (phone ~ '^[-+0-9 ()]*$') NOT VALID;

-- id: h3-0135
-- label: dangerous
-- why: the primary key's uniqueness and every lookup by id are lost
-- lock: public.notifications=ACCESS EXCLUSIVE
ALTER TABLE notifications DROP CONSTRAINT "notifications_pkey";

-- id: h3-0136
-- label: harmless
-- why: built concurrently
-- lock: public.notifications=SHARE UPDATE EXCLUSIVE
-- scan: public.notifications
CREATE INDEX CONCURRENTLY "index_notifications_on_kind_and_created_at" ON "notifications" ("kind", "created_at" DESC);

-- id: h3-0137
-- label: harmless
-- why: concurrently, partial and covering
-- lock: public.payments=SHARE UPDATE EXCLUSIVE
-- scan: public.payments
CREATE INDEX CONCURRENTLY IF NOT EXISTS payments_failed_idx ON public.payments USING btree (created_at) INCLUDE (failure_reason) WHERE failure_reason IS NOT NULL;

-- id: h3-0138
-- label: harmless
-- why: concurrently on the sessions, by hash
-- lock: public.sessions=SHARE UPDATE EXCLUSIVE
-- scan: public.sessions
create index concurrently sessions_user_agent_hash on sessions using hash (user_agent);

-- id: h3-0139
-- label: dangerous
-- why: all writes of orders wait while the index is built
-- lock: public.orders=SHARE
-- scan: public.orders
CREATE INDEX ix_orders_channel ON orders (channel) WHERE channel <> 'web';

-- id: h3-0140
-- label: dangerous
-- why: few jobs, but 2500 writers a second wait while 300 MB are read
-- lock: public.jobs=SHARE
-- scan: public.jobs
CREATE INDEX "jobs_locked_at_idx" ON "jobs"("locked_at");

-- id: h3-0141
-- label: fails
-- why: an index of that name is there already
CREATE INDEX orders_placed_at_idx ON orders USING brin (placed_at);

-- id: h3-0142
-- label: dangerous
-- why: brin is small, but reads 90 GB all the same while nothing can be logged
-- lock: public.audit_log=SHARE
-- scan: public.audit_log
CREATE INDEX audit_log_id_brin ON audit_log USING brin (id) WITH (pages_per_range = 64);

-- id: h3-0143
-- label: dangerous
-- why: every partition gets the index at once, under SHARE
-- lock: public.events=SHARE, public.events_2026_09=SHARE, public.events_2026_10=SHARE, public.events_2026_11=SHARE, public.events_default=SHARE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
CREATE INDEX events_name_occurred_idx ON events (name, occurred_at);

-- id: h3-0144
-- label: dangerous
-- why: the busiest partition is locked against writing like any table
-- lock: public.events_2026_11=SHARE
-- scan: public.events_2026_11
CREATE INDEX events_2026_11_name_idx ON events_2026_11 (name);

-- id: h3-0145
-- label: grey
-- why: nobody writes the closed month any more, although SHARE is held for minutes and vacuum waits
-- lock: public.events_2026_09=SHARE
-- scan: public.events_2026_09
CREATE INDEX events_2026_09_name_idx ON events_2026_09 (name);

-- id: h3-0146
-- label: harmless
-- why: the partition is empty and attached to nothing
-- lock: public.events_2026_12=SHARE
CREATE INDEX events_2026_12_name_idx ON public.events_2026_12 USING btree (name);

-- id: h3-0147
-- label: harmless
-- why: a plain index in a table of 12 rows
-- lock: public.roles=SHARE
-- scan: public.roles
CREATE UNIQUE INDEX roles_name_ci ON roles (lower(name));

-- id: h3-0148
-- label: harmless
-- why: unique already by lower(email), so the concurrent build can find no duplicates
-- lock: public.users=SHARE UPDATE EXCLUSIVE
-- scan: public.users
CREATE UNIQUE INDEX CONCURRENTLY "users_email_key" ON "users" ("email");

-- id: h3-0149
-- label: grey
-- why: nobody knows whether two users share a phone number, and from the first moment on duplicates are refused
-- lock: public.users=SHARE UPDATE EXCLUSIVE
-- scan: public.users
CREATE UNIQUE INDEX CONCURRENTLY users_phone_key ON users (phone) WHERE phone IS NOT NULL;

-- id: h3-0150
-- label: dangerous
-- why: Prisma's unique index stops all writes of users
-- lock: public.users=SHARE
-- scan: public.users
CREATE UNIQUE INDEX "users_phone_key" ON "users"("phone");

-- id: h3-0151
-- label: harmless
-- why: an index on arrays, built concurrently
-- lock: public.products=SHARE UPDATE EXCLUSIVE
-- scan: public.products
CREATE INDEX CONCURRENTLY products_tags_gin ON products USING gin (tags) WITH (fastupdate = off);

-- id: h3-0152
-- label: grey
-- why: half a second without writes of the catalogue, of which there are two a second
-- lock: public.products=SHARE
-- scan: public.products
CREATE INDEX "products_sku_4f1c2d_like" ON "products" ("sku" varchar_pattern_ops);

-- id: h3-0153
-- label: harmless
-- why: only a refresh of the materialized view would wait
-- lock: public.product_sales=SHARE
-- scan: public.product_sales
CREATE INDEX product_sales_units_idx ON product_sales (units DESC);

-- id: h3-0154
-- label: harmless
-- why: a unique index that makes concurrent refreshes possible, over 640 rows
-- lock: public.category_counts=SHARE
-- scan: public.category_counts
CREATE UNIQUE INDEX ON category_counts (category_id) NULLS NOT DISTINCT;

-- id: h3-0155
-- label: fails
-- why: the function is volatile
CREATE INDEX CONCURRENTLY users_token_idx ON users ((new_token()));

-- id: h3-0156
-- label: dangerous
-- why: an expression index on a function of ours evaluates it for 20 million users while they cannot be written
-- lock: public.users=SHARE
-- scan: public.users
CREATE INDEX users_email_normalized ON users (normalize_email(email));

-- id: h3-0157
-- label: harmless
-- why: the same, concurrently
-- lock: public.users=SHARE UPDATE EXCLUSIVE
-- scan: public.users
CREATE INDEX CONCURRENTLY users_email_normalized ON users (normalize_email(email)) TABLESPACE pg_default;

-- id: h3-0158
-- label: grey
-- why: nobody writes the table and readers go on, but 110 GB are read at one go and whatever loads page views waits
-- lock: analytics.page_views=SHARE
-- scan: analytics.page_views
CREATE INDEX ON analytics.page_views (viewed_at);

-- id: h3-0159
-- label: dangerous
-- why: concurrently or not: each order's page reads 180 million items afterwards
-- lock: public.order_items=SHARE UPDATE EXCLUSIVE
DROP INDEX CONCURRENTLY IF EXISTS order_items_order_id_idx;

-- id: h3-0160
-- label: dangerous
-- why: workers look for jobs by it 2500 times a second
-- lock: public.jobs=ACCESS EXCLUSIVE
DROP INDEX public.jobs_queue_run_at_idx;

-- id: h3-0161
-- label: grey
-- why: concurrent refreshes of the view fail without its unique index, if there are any
-- lock: public.product_sales=ACCESS EXCLUSIVE
DROP INDEX product_sales_product_id_key;

-- id: h3-0162
-- label: fails
-- why: the partitioned index needs it
DROP INDEX events_2026_11_user_id_idx;

-- id: h3-0163
-- label: fails
-- why: indexes of partitioned tables are not dropped concurrently
DROP INDEX CONCURRENTLY events_user_id_idx;

-- id: h3-0164
-- label: dangerous
-- why: the index goes from all partitions, and whoever looks for a user's events reads 58 GB
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
DROP INDEX events_user_id_idx;

-- id: h3-0165
-- label: harmless
-- why: no such index
DROP INDEX CONCURRENTLY IF EXISTS users_phone_idx_ccnew;

-- id: h3-0166
-- label: fails
-- why: concurrently they go one by one
DROP INDEX CONCURRENTLY orders_placed_at_idx, orders_open_idx;

-- id: h3-0167
-- label: harmless
-- why: built anew beside the old one
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
-- scan: public.orders
REINDEX INDEX CONCURRENTLY orders_coupon_upper_idx;

-- id: h3-0168
-- label: harmless
-- why: all indexes of the queue, concurrently
-- lock: public.jobs=SHARE UPDATE EXCLUSIVE
-- scan: public.jobs
REINDEX (VERBOSE) TABLE CONCURRENTLY jobs;

-- id: h3-0169
-- label: dangerous
-- why: writers wait, and readers too as soon as the planner looks at the index
-- lock: public.orders=SHARE
-- scan: public.orders
REINDEX INDEX orders_user_id_created_at_idx;

-- id: h3-0170
-- label: dangerous
-- why: all indexes of 45 million payments under SHARE
-- lock: public.payments=SHARE
-- scan: public.payments
REINDEX TABLE "payments";

-- id: h3-0171
-- label: dangerous
-- why: one name, all partitions
-- lock: public.events=SHARE, public.events_2026_09=SHARE, public.events_2026_10=SHARE, public.events_2026_11=SHARE, public.events_default=SHARE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
REINDEX INDEX events_user_id_idx;

-- id: h3-0172
-- label: harmless
-- why: 140 rows
-- lock: public.feature_flags=SHARE
-- scan: public.feature_flags
REINDEX TABLE feature_flags;

-- id: h3-0173
-- label: harmless
-- why: the only index in the schema is rebuilt concurrently
-- lock: analytics.daily_sales=SHARE UPDATE EXCLUSIVE, analytics.page_views=SHARE UPDATE EXCLUSIVE
-- scan: analytics.daily_sales
REINDEX SCHEMA CONCURRENTLY analytics;

-- id: h3-0174
-- label: harmless
-- why: storage parameters of an index for later pages
ALTER INDEX orders_open_idx SET (fillfactor = 80);

-- id: h3-0175
-- label: harmless
-- why: statistics of an expression of the index
ALTER INDEX orders_coupon_upper_idx ALTER COLUMN 1 SET STATISTICS 500;

-- id: h3-0176
-- label: harmless
-- why: the index is in the default tablespace already, so nothing moves
ALTER INDEX invoices_number_idx SET TABLESPACE pg_default;

-- id: h3-0177
-- label: dangerous
-- why: the default partition's six million rows are searched for December's while it is locked
-- lock: public.events=SHARE UPDATE EXCLUSIVE, public.events_2026_12=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_default
ALTER TABLE events ATTACH PARTITION events_2026_12 FOR VALUES FROM ('2026-12-01 00:00+00') TO ('2027-01-01 00:00+00');

-- id: h3-0178
-- label: dangerous
-- why: a new partition is empty, but the default partition is read under ACCESS EXCLUSIVE, and with it all events wait
-- lock: public.events=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_default
CREATE TABLE events_2027_01 PARTITION OF events FOR VALUES FROM ('2027-01-01 00:00+00') TO ('2027-02-01 00:00+00');

-- id: h3-0179
-- label: harmless
-- why: without a default partition there is nothing to search
-- lock: public.metrics=ACCESS EXCLUSIVE
CREATE TABLE metrics_latam PARTITION OF metrics FOR VALUES IN ('br', 'mx', 'ar');

-- id: h3-0180
-- label: harmless
-- why: the validated check proves the wider list of regions too
-- lock: public.metrics=SHARE UPDATE EXCLUSIVE, public.metrics_apac=ACCESS EXCLUSIVE
ALTER TABLE ONLY public.metrics ATTACH PARTITION public.metrics_apac FOR VALUES IN ('apac', 'anz');

-- id: h3-0181
-- label: fails
-- why: some other region is in the rows
ALTER TABLE metrics ATTACH PARTITION metrics_apac FOR VALUES IN ('africa');

-- id: h3-0182
-- label: fails
-- why: no partition may overlap with another
CREATE TABLE metrics_eu_west PARTITION OF metrics FOR VALUES IN ('eu', 'uk');

-- id: h3-0183
-- label: dangerous
-- why: a partition of the busy table is emptied
-- lock: public.events_2026_10=ACCESS EXCLUSIVE
TRUNCATE TABLE ONLY events_2026_10;

-- id: h3-0184
-- label: fails
-- why: the parent alone holds no rows
TRUNCATE ONLY events;

-- id: h3-0185
-- label: harmless
-- why: the parent's index takes over the partition's, which is one already
ALTER INDEX events_user_id_idx ATTACH PARTITION events_2026_11_user_id_idx;

-- id: h3-0186
-- label: dangerous
-- why: a partition's own change reads it under ACCESS EXCLUSIVE while 4000 events a second wait
-- lock: public.events_2026_11=ACCESS EXCLUSIVE
-- scan: public.events_2026_11
ALTER TABLE events_2026_11 ADD CONSTRAINT nov CHECK (occurred_at >= '2026-11-01 00:00+00');

-- id: h3-0187
-- label: harmless
-- why: a default for events inserted through the parent, catalogue only
-- lock: public.events=ACCESS EXCLUSIVE
ALTER TABLE ONLY events ALTER COLUMN payload SET DEFAULT '{}';

-- id: h3-0188
-- label: harmless
-- why: the first partition of an empty partitioned table
CREATE TABLE audit_log_parts (LIKE audit_log INCLUDING DEFAULTS) PARTITION BY RANGE (created_at);

-- id: h3-0189
-- label: grey
-- why: a child table that every query of the tags reads from now on
-- lock: public.tags=SHARE UPDATE EXCLUSIVE
CREATE TABLE tags_archived () INHERITS (tags);

-- id: h3-0190
-- label: dangerous
-- why: a rewrite of 300 million rows by which nobody can log anything
-- lock: public.audit_log=ACCESS EXCLUSIVE
-- rewrite: public.audit_log
-- scan: public.audit_log
VACUUM (FULL, VERBOSE) public.audit_log;

-- id: h3-0191
-- label: dangerous
-- why: all tables of the database one by one under ACCESS EXCLUSIVE
-- lock: analytics.daily_sales=ACCESS EXCLUSIVE, analytics.page_views=ACCESS EXCLUSIVE, archive.orders_2019=ACCESS EXCLUSIVE, public.accounts=ACCESS EXCLUSIVE, public.addresses=ACCESS EXCLUSIVE, public.audit_log=ACCESS EXCLUSIVE, public.categories=ACCESS EXCLUSIVE, public.countries=ACCESS EXCLUSIVE, public.currencies=ACCESS EXCLUSIVE, public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_2026_12=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE, public.feature_flags=ACCESS EXCLUSIVE, public.gift_cards=ACCESS EXCLUSIVE, public.inventory=ACCESS EXCLUSIVE, public.invoices=ACCESS EXCLUSIVE, public.jobs=ACCESS EXCLUSIVE, public.metrics=ACCESS EXCLUSIVE, public.metrics_apac=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE, public.notifications=ACCESS EXCLUSIVE, public.order_items=ACCESS EXCLUSIVE, public.orders=ACCESS EXCLUSIVE, public.payments=ACCESS EXCLUSIVE, public.plans=ACCESS EXCLUSIVE, public.product_tags=ACCESS EXCLUSIVE, public.products=ACCESS EXCLUSIVE, public.roles=ACCESS EXCLUSIVE, public.schema_migrations=ACCESS EXCLUSIVE, public.sessions=ACCESS EXCLUSIVE, public.settings=ACCESS EXCLUSIVE, public.subscriptions=ACCESS EXCLUSIVE, public.support_tickets=ACCESS EXCLUSIVE, public.tags=ACCESS EXCLUSIVE, public.user_roles=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE, public.webhook_deliveries=ACCESS EXCLUSIVE, public.webhooks=ACCESS EXCLUSIVE
-- rewrite: analytics.daily_sales, analytics.page_views, archive.orders_2019, public.accounts, public.addresses, public.audit_log, public.categories, public.category_counts, public.countries, public.currencies, public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default, public.feature_flags, public.inventory, public.invoices, public.jobs, public.metrics_apac, public.metrics_eu, public.metrics_us, public.notifications, public.order_items, public.orders, public.payments, public.plans, public.product_sales, public.product_tags, public.products, public.roles, public.schema_migrations, public.sessions, public.settings, public.subscriptions, public.support_tickets, public.tags, public.user_roles, public.users, public.webhook_deliveries, public.webhooks
-- scan: analytics.daily_sales, analytics.page_views, archive.orders_2019, public.accounts, public.addresses, public.audit_log, public.categories, public.category_counts, public.countries, public.currencies, public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default, public.feature_flags, public.inventory, public.invoices, public.jobs, public.metrics_apac, public.metrics_eu, public.metrics_us, public.notifications, public.order_items, public.orders, public.payments, public.plans, public.product_sales, public.product_tags, public.products, public.roles, public.schema_migrations, public.sessions, public.settings, public.subscriptions, public.support_tickets, public.tags, public.user_roles, public.users, public.webhook_deliveries, public.webhooks
VACUUM FULL;

-- id: h3-0192
-- label: harmless
-- why: a compact copy of 140 rows
-- lock: public.feature_flags=ACCESS EXCLUSIVE
-- rewrite: public.feature_flags
-- scan: public.feature_flags
VACUUM FULL feature_flags;

-- id: h3-0193
-- label: harmless
-- why: ordinary vacuum, which stops nobody
-- lock: public.order_items=SHARE UPDATE EXCLUSIVE
VACUUM (ANALYZE, VERBOSE, PARALLEL 2) order_items;

-- id: h3-0194
-- label: harmless
-- why: vacuum without giving back pages, so not even an instant of ACCESS EXCLUSIVE
-- lock: public.jobs=SHARE UPDATE EXCLUSIVE, public.sessions=SHARE UPDATE EXCLUSIVE
VACUUM (TRUNCATE FALSE, INDEX_CLEANUP ON) sessions, jobs;

-- id: h3-0195
-- label: harmless
-- why: statistics are gathered from samples
-- lock: public.order_items=SHARE UPDATE EXCLUSIVE, public.orders=SHARE UPDATE EXCLUSIVE
ANALYZE VERBOSE orders (user_id, status), order_items;

-- id: h3-0196
-- label: dangerous
-- why: sorted and rewritten by an index
-- lock: public.order_items=ACCESS EXCLUSIVE
-- rewrite: public.order_items
-- scan: public.order_items
CLUSTER order_items USING order_items_order_id_idx;

-- id: h3-0197
-- label: harmless
-- why: a mark for a later CLUSTER, nothing moves
-- lock: public.order_items=SHARE UPDATE EXCLUSIVE
ALTER TABLE order_items CLUSTER ON order_items_order_id_idx;

-- id: h3-0198
-- label: harmless
-- why: 249 countries in the order of their key
-- lock: public.countries=ACCESS EXCLUSIVE
-- rewrite: public.countries
-- scan: public.countries
CLUSTER countries USING countries_pkey;

-- id: h3-0199
-- label: dangerous
-- why: durability of payments is given up by a rewrite
-- lock: public.payments=ACCESS EXCLUSIVE
-- rewrite: public.payments
-- scan: public.payments
ALTER TABLE payments SET UNLOGGED;

-- id: h3-0200
-- label: harmless
-- why: it is logged already
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE payments SET LOGGED;

-- id: h3-0201
-- label: harmless
-- why: heap is its access method already
-- lock: public.audit_log=ACCESS EXCLUSIVE
ALTER TABLE audit_log SET ACCESS METHOD heap;

-- id: h3-0202
-- label: dangerous
-- why: nothing cleans up 800 updates a second any more
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
ALTER TABLE orders SET (autovacuum_enabled = false);

-- id: h3-0203
-- label: dangerous
-- why: the switch for TOAST is one too: nothing cleans up the payloads of 500 deliveries a second
-- lock: public.webhook_deliveries=SHARE UPDATE EXCLUSIVE
ALTER TABLE webhook_deliveries SET (autovacuum_enabled = off, toast.autovacuum_enabled = off);

-- id: h3-0204
-- label: harmless
-- why: autovacuum looks in more often
-- lock: public.sessions=SHARE UPDATE EXCLUSIVE
ALTER TABLE sessions SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);

-- id: h3-0205
-- label: harmless
-- why: back to the server's settings
-- lock: public.jobs=SHARE UPDATE EXCLUSIVE
ALTER TABLE jobs RESET (autovacuum_enabled, fillfactor);

-- id: h3-0206
-- label: harmless
-- why: room for updates in later pages
-- lock: public.inventory=SHARE UPDATE EXCLUSIVE
ALTER TABLE inventory SET (fillfactor = 70);

-- id: h3-0207
-- label: grey
-- why: whole rows into the WAL: needed by some consumers, and twice the volume for 800 updates a second
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders REPLICA IDENTITY FULL;

-- id: h3-0208
-- label: harmless
-- why: it is the default already
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders REPLICA IDENTITY DEFAULT;

-- id: h3-0209
-- label: fails
-- why: the columns of such an index must not be null
ALTER TABLE users REPLICA IDENTITY USING INDEX users_legacy_id_uniq;

-- id: h3-0210
-- label: harmless
-- why: NOT NULL number with a plain unique index may identify the rows
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices REPLICA IDENTITY USING INDEX invoices_number_idx;

-- id: h3-0211
-- label: dangerous
-- why: foreign keys and updated_at are not kept any more
-- lock: public.orders=SHARE ROW EXCLUSIVE
ALTER TABLE orders DISABLE TRIGGER ALL;

-- id: h3-0212
-- label: dangerous
-- why: updated_at goes stale, and whatever synchronises by it misses changes
-- lock: public.users=SHARE ROW EXCLUSIVE
ALTER TABLE users DISABLE TRIGGER users_set_updated_at;

-- id: h3-0213
-- label: dangerous
-- why: the trigger fires in replication sessions only from now on, so updated_at goes stale
-- lock: public.orders=SHARE ROW EXCLUSIVE
ALTER TABLE public.orders ENABLE REPLICA TRIGGER orders_set_updated_at;

-- id: h3-0214
-- label: harmless
-- why: it is enabled already
-- lock: public.orders=SHARE ROW EXCLUSIVE
ALTER TABLE orders ENABLE TRIGGER orders_set_updated_at;

-- id: h3-0215
-- label: harmless
-- why: the only trigger of the table, so the order of names matters not
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TRIGGER orders_set_updated_at ON orders RENAME TO trg_orders_updated_at;

-- id: h3-0216
-- label: dangerous
-- why: accounts has no column updated_at, so that every update fails
-- lock: public.accounts=SHARE ROW EXCLUSIVE
CREATE TRIGGER accounts_set_updated_at BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION set_updated_at();

-- id: h3-0217
-- label: harmless
-- why: the flags have the column, and their 140 rows are hardly written
-- lock: public.feature_flags=SHARE ROW EXCLUSIVE
CREATE TRIGGER feature_flags_set_updated_at BEFORE UPDATE ON feature_flags FOR EACH ROW EXECUTE FUNCTION set_updated_at();

-- id: h3-0218
-- label: dangerous
-- why: the function sets a field that sessions do not have, so no session can be deleted any more
-- lock: public.sessions=SHARE ROW EXCLUSIVE
CREATE TRIGGER sessions_touch BEFORE DELETE ON sessions FOR EACH ROW EXECUTE PROCEDURE set_updated_at();

-- id: h3-0219
-- label: grey
-- why: the same function only when something changed; good in most eyes
-- lock: public.users=SHARE ROW EXCLUSIVE
CREATE OR REPLACE TRIGGER users_set_updated_at BEFORE UPDATE ON users FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION set_updated_at();

-- id: h3-0220
-- label: fails
-- why: there is no such function
CREATE TRIGGER orders_notify AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION notify_order();

-- id: h3-0221
-- label: dangerous
-- why: inserts vanish without an error
-- lock: public.audit_log=ACCESS EXCLUSIVE
CREATE RULE audit_log_quiet AS ON INSERT TO audit_log DO INSTEAD NOTHING;

-- id: h3-0222
-- label: dangerous
-- why: every update of a product looks through 180 million order items and changes old invoices
-- lock: public.products=ACCESS EXCLUSIVE
CREATE OR REPLACE RULE products_reprice AS ON UPDATE TO products DO ALSO UPDATE order_items SET unit_price = NEW.price WHERE order_items.product_id = NEW.id;

-- id: h3-0223
-- label: harmless
-- why: row security is not enabled here, so the policy waits
-- lock: public.orders=ACCESS EXCLUSIVE
CREATE POLICY orders_of_tenant ON orders FOR ALL TO shop_app USING (account_id = nullif(current_setting('app.account', true), '')::uuid);

-- id: h3-0224
-- label: harmless
-- why: it was never enabled
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE "public"."invoices" DISABLE ROW LEVEL SECURITY;

-- id: h3-0225
-- label: harmless
-- why: forces the owner, but row security is not enabled
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices FORCE ROW LEVEL SECURITY;

-- id: h3-0226
-- label: fails
-- why: there is no policy of this name
DROP POLICY orders_isolation ON orders;

-- id: h3-0227
-- label: dangerous
-- why: RLS and its forcing together with nothing to let anybody in
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- id: h3-0228
-- label: harmless
-- why: more rights break nothing
GRANT SELECT, REFERENCES ON TABLE analytics.daily_sales, public.tags TO shop_readonly;

-- id: h3-0229
-- label: harmless
-- why: rights on numbers
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO shop_app;

-- id: h3-0230
-- label: dangerous
-- why: the application cannot write the log any more
REVOKE INSERT ON audit_log FROM shop_app;

-- id: h3-0231
-- label: dangerous
-- why: the application loses every table
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM shop_app;

-- id: h3-0232
-- label: grey
-- why: the role keeps the schema by way of PUBLIC, unless that was taken away elsewhere
REVOKE USAGE ON SCHEMA public FROM shop_readonly CASCADE;

-- id: h3-0233
-- label: harmless
-- why: the role has no right on analytics that could be lost
REVOKE ALL ON ALL TABLES IN SCHEMA analytics FROM shop_app;

-- id: h3-0234
-- label: harmless
-- why: the readers' right is on the whole table, so that one for a column takes nothing away
REVOKE SELECT (phone) ON users FROM shop_readonly;

-- id: h3-0235
-- label: harmless
-- why: nobody has a grant option to lose
REVOKE GRANT OPTION FOR SELECT ON orders FROM shop_app;

-- id: h3-0236
-- label: harmless
-- why: PUBLIC has no rights on the table, only the roles have
REVOKE ALL ON TABLE users FROM PUBLIC;

-- id: h3-0237
-- label: dangerous
-- why: every session of the application begins read-only from now on
ALTER DATABASE shop SET default_transaction_read_only = on;

-- id: h3-0238
-- label: dangerous
-- why: unqualified names lead elsewhere for every new session
ALTER DATABASE "shop" SET search_path TO archive, analytics;

-- id: h3-0239
-- label: dangerous
-- why: whatever takes longer than half a second fails for everybody, reports and the next migrations too
ALTER ROLE ALL SET statement_timeout = 500;

-- id: h3-0240
-- label: grey
-- why: long statements of the application end with an error, which may be what is wanted
ALTER ROLE shop_app SET statement_timeout = '30s';

-- id: h3-0241
-- label: harmless
-- why: logging of one role's slow statements
ALTER ROLE shop_readonly SET log_min_duration_statement = '2s';

-- id: h3-0242
-- label: dangerous
-- why: all that the role owns and all its rights are taken away
DROP OWNED BY shop_app CASCADE;

-- id: h3-0243
-- label: fails
-- why: rights depend on the role
DROP ROLE shop_readonly;

-- id: h3-0244
-- label: harmless
-- why: a role without rights
CREATE ROLE shop_migrator NOLOGIN NOINHERIT;

-- id: h3-0245
-- label: harmless
-- why: the role owns nothing
REASSIGN OWNED BY shop_readonly TO CURRENT_USER;

-- id: h3-0246
-- label: harmless
-- why: a value at the end of the enumeration
ALTER TYPE order_status ADD VALUE IF NOT EXISTS 'refunded';

-- id: h3-0247
-- label: harmless
-- why: a value in between is a catalogue row too
ALTER TYPE "public"."user_status" ADD VALUE 'locked' BEFORE 'deleted';

-- id: h3-0248
-- label: dangerous
-- why: code compares with the old word
ALTER TYPE order_status RENAME VALUE 'cancelled' TO 'canceled';

-- id: h3-0249
-- label: fails
-- why: there is no such value
ALTER TYPE payment_method RENAME VALUE 'crypto' TO 'token';

-- id: h3-0250
-- label: dangerous
-- why: casts in statements name the type
ALTER TYPE public.payment_method RENAME TO payment_kind;

-- id: h3-0251
-- label: harmless
-- why: no table holds the composite type
ALTER TYPE money_amount ADD ATTRIBUTE exchange_rate numeric(12,6);

-- id: h3-0252
-- label: harmless
-- why: there is no such attribute
ALTER TYPE money_amount DROP ATTRIBUTE IF EXISTS rounding CASCADE;

-- id: h3-0253
-- label: harmless
-- why: a new type as ORMs create it
CREATE TYPE "public"."SubscriptionState" AS ENUM ('TRIAL', 'ACTIVE', 'PAST_DUE', 'CANCELED');

-- id: h3-0254
-- label: dangerous
-- why: five million billing addresses are verified while accounts cannot be written
-- lock: public.accounts=SHARE
-- scan: public.accounts
ALTER DOMAIN email_address ADD CONSTRAINT email_address_length CHECK (length(VALUE) <= 320);

-- id: h3-0255
-- label: harmless
-- why: new values only
ALTER DOMAIN email_address ADD CONSTRAINT email_address_length CHECK (length(VALUE) <= 320) NOT VALID;

-- id: h3-0256
-- label: harmless
-- why: 249 countries have the type
-- lock: public.countries=SHARE
-- scan: public.countries
ALTER DOMAIN percentage ADD CONSTRAINT percentage_vat CHECK (VALUE < 60);

-- id: h3-0257
-- label: harmless
-- why: 640 categories have the type
-- lock: public.categories=SHARE
-- scan: public.categories
ALTER DOMAIN slug SET NOT NULL;

-- id: h3-0258
-- label: harmless
-- why: a default for categories' slugs of later rows
ALTER DOMAIN slug SET DEFAULT 'unnamed';

-- id: h3-0259
-- label: dangerous
-- why: numbers of existing orders come again
SELECT setval('order_number_seq', 1, false);

-- id: h3-0260
-- label: harmless
-- why: the counter is put behind the greatest id, as tools do after a load
-- scan: public.tags
SELECT setval(pg_get_serial_sequence('"public"."tags"', 'id'), coalesce(max("id"), 1), max("id") IS NOT null) FROM "public"."tags";

-- id: h3-0261
-- label: harmless
-- why: the counter gets room for bigger numbers
ALTER SEQUENCE plans_id_seq AS bigint MAXVALUE 9223372036854775807;

-- id: h3-0262
-- label: fails
-- why: the start lies below the new minimum
ALTER SEQUENCE order_number_seq MINVALUE 200000 START WITH 100;

-- id: h3-0263
-- label: grey
-- why: two billion numbers instead of many more, of which fifty million are spent
ALTER SEQUENCE order_number_seq AS integer;

-- id: h3-0264
-- label: harmless
-- why: it does not cycle anyway
ALTER SEQUENCE order_number_seq NO CYCLE;

-- id: h3-0265
-- label: harmless
-- why: it is not dropped with its column any more, nothing else changes
ALTER SEQUENCE public.order_number_seq OWNED BY NONE;

-- id: h3-0266
-- label: grey
-- why: numbers of later invoices come in steps of ten, which bookkeeping may not like
ALTER SEQUENCE invoice_number_seq INCREMENT BY 10;

-- id: h3-0267
-- label: harmless
-- why: new counter
CREATE SEQUENCE IF NOT EXISTS credit_note_number_seq AS bigint START WITH 1000 CACHE 1 OWNED BY NONE;

-- id: h3-0268
-- label: dangerous
-- why: the view is emptied and every query of it fails until the next refresh
-- lock: public.category_counts=ACCESS EXCLUSIVE
REFRESH MATERIALIZED VIEW category_counts WITH NO DATA;

-- id: h3-0269
-- label: harmless
-- why: nothing is read before the first refresh
CREATE MATERIALIZED VIEW analytics.user_ltv AS
SELECT user_id, sum(total_cents) AS ltv FROM public.orders WHERE status <> 'cancelled' GROUP BY 1
WITH NO DATA;

-- id: h3-0270
-- label: grey
-- why: fifty million orders are read without stopping anybody, for as long as it takes
-- scan: public.orders
CREATE MATERIALIZED VIEW analytics.orders_per_day AS SELECT created_at::date AS day, count(*) FROM orders GROUP BY 1;

-- id: h3-0271
-- label: dangerous
-- why: code that asks the view by its name breaks
-- lock: public.category_counts=ACCESS EXCLUSIVE
ALTER MATERIALIZED VIEW IF EXISTS category_counts RENAME TO product_counts;

-- id: h3-0272
-- label: harmless
-- why: one more column at the end breaks no reader
CREATE OR REPLACE VIEW active_users AS
    SELECT id, email, username, status, display_name FROM users WHERE deleted_at IS NULL AND status = 'active';

-- id: h3-0273
-- label: fails
-- why: columns of a view cannot be taken away by replacing it
CREATE OR REPLACE VIEW active_users AS SELECT id, email FROM users WHERE deleted_at IS NULL;

-- id: h3-0274
-- label: grey
-- why: the same columns, but suspended users count as active from now on
create or replace view active_users as
select id, email, username, status from users where deleted_at is null and status in ('active', 'suspended');

-- id: h3-0275
-- label: dangerous
-- why: running code asks the view
DROP VIEW order_summary;

-- id: h3-0276
-- label: harmless
-- why: no such view
DROP VIEW IF EXISTS analytics.revenue_by_country, analytics.revenue_by_plan CASCADE;

-- id: h3-0277
-- label: harmless
-- why: a new view reads nothing
CREATE VIEW "v_open_orders" AS SELECT * FROM "orders" WHERE "status" = 'placed' OR "status" = 'paid';

-- id: h3-0278
-- label: dangerous
-- why: its readers know the old name
ALTER VIEW public.active_users RENAME TO users_active;

-- id: h3-0279
-- label: grey
-- why: readers need rights on the tables beneath, which both roles happen to have
ALTER VIEW order_summary SET (security_invoker = true);

-- id: h3-0280
-- label: dangerous
-- why: all active users, which are nearly all, are updated by way of the view
-- scan: public.users
UPDATE active_users SET status = 'suspended';

-- id: h3-0281
-- label: fails
-- why: a join is not updatable
DELETE FROM order_summary WHERE id = 7;

-- id: h3-0282
-- label: dangerous
-- why: LOCK reaches the tables beneath the view: users and orders
-- lock: public.orders=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
LOCK TABLE order_summary IN ACCESS EXCLUSIVE MODE;

-- id: h3-0283
-- label: dangerous
-- why: nobody may write payments until the transaction ends
-- lock: public.payments=SHARE ROW EXCLUSIVE
LOCK TABLE payments IN SHARE ROW EXCLUSIVE MODE NOWAIT;

-- id: h3-0284
-- label: harmless
-- why: a new function that nobody calls yet, whatever its body may do
CREATE FUNCTION purge_user(target bigint) RETURNS void LANGUAGE plpgsql SET search_path = public AS $fn$
BEGIN
    DELETE FROM user_roles WHERE user_id = target;
    DELETE FROM users WHERE id = target;
END
$fn$;

-- id: h3-0285
-- label: harmless
-- why: a new procedure that is not called
CREATE OR REPLACE PROCEDURE archive_orders(before date)
LANGUAGE sql
AS $$ TRUNCATE archive.orders_2019; INSERT INTO archive.orders_2019 (id) SELECT id FROM orders WHERE placed_at < before; $$;

-- id: h3-0286
-- label: dangerous
-- why: every update of users and orders runs the function, and neither has the field that this one sets
CREATE OR REPLACE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.modified_at := now();
    RETURN NEW;
END
$$;

-- id: h3-0287
-- label: dangerous
-- why: a trigger function that returns nothing swallows every update of users and orders
CREATE OR REPLACE FUNCTION public.set_updated_at() RETURNS trigger AS $$
BEGIN
    NEW.updated_at = now();
    RETURN NULL;
END;
$$ LANGUAGE plpgsql;

-- id: h3-0288
-- label: fails
-- why: a function's result type stays
CREATE OR REPLACE FUNCTION normalize_email(address text) RETURNS varchar LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)::varchar';

-- id: h3-0289
-- label: fails
-- why: an argument's name stays too
CREATE OR REPLACE FUNCTION normalize_email(email text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(btrim(email))';

-- id: h3-0290
-- label: dangerous
-- why: code calls it
DROP FUNCTION new_token;

-- id: h3-0291
-- label: dangerous
-- why: code that calls it by its old name breaks
ALTER FUNCTION normalize_email(text) RENAME TO canonical_email;

-- id: h3-0292
-- label: harmless
-- why: a function with the same name but other arguments
CREATE FUNCTION normalize_email(address text, keep_case boolean) RETURNS text LANGUAGE sql IMMUTABLE RETURN CASE WHEN keep_case THEN btrim(address) ELSE lower(btrim(address)) END;

-- id: h3-0293
-- label: fails
-- why: there is no such procedure
CALL rebuild_search_index(10000);

-- id: h3-0294
-- label: harmless
-- why: one flag by its key
-- scan: public.feature_flags
UPDATE feature_flags SET enabled = true, rollout = 25 WHERE name = 'new-checkout';

-- id: h3-0295
-- label: harmless
-- why: one order by its key
UPDATE "orders" SET "notes" = 'address corrected, see SUP-88', "updated_at" = now() WHERE "orders"."id" = 48211734;

-- id: h3-0296
-- label: harmless
-- why: a few users by their keys
UPDATE public.users SET status = 'suspended' WHERE id IN (1000000001, 1000000002, 1000000003);

-- id: h3-0297
-- label: harmless
-- why: a batch between two keys
UPDATE orders SET channel = 'web' WHERE id BETWEEN 47000000 AND 47000999 AND channel IS NULL;

-- id: h3-0298
-- label: dangerous
-- why: Entity Framework fills a column before it makes it required: all 50 million orders may be meant
-- scan: public.orders
UPDATE orders SET notes = '' WHERE notes IS NULL;

-- id: h3-0299
-- label: dangerous
-- why: all users in one transaction
-- scan: public.users
update users set locale = lower(locale);

-- id: h3-0300
-- label: dangerous
-- why: the condition is true of everybody
-- scan: public.notifications
UPDATE notifications SET read_at = now() WHERE 1 = 1;

-- id: h3-0301
-- label: dangerous
-- why: the join brings an unknown number of orders, which no WHERE by key bounds
-- scan: public.accounts, public.orders
UPDATE orders o SET currency = a.currency FROM accounts a WHERE a.id = o.account_id AND o.currency IS DISTINCT FROM a.currency;

-- id: h3-0302
-- label: dangerous
-- why: 120000 prices are overwritten, the old ones are lost, and the gross prices are computed anew
-- scan: public.products
UPDATE products SET price = round(price * 1.04, 2);

-- id: h3-0303
-- label: harmless
-- why: those of the 640 categories that have no position get one
-- scan: public.categories
UPDATE categories c SET position = s.n FROM (SELECT id, row_number() OVER (ORDER BY name) AS n FROM categories) s WHERE s.id = c.id AND c.position IS NULL;

-- id: h3-0304
-- label: dangerous
-- why: a correlated subquery for every one of five million accounts
-- scan: public.accounts, public.invoices
UPDATE accounts SET balance = (SELECT coalesce(sum(total), 0) FROM invoices i WHERE i.account_id = accounts.id AND NOT i.paid);

-- id: h3-0305
-- label: grey
-- why: a bounded number of rows, but finding them may read the whole table
-- scan: public.notifications
WITH batch AS (SELECT id FROM notifications WHERE created_at < now() - interval '180 days' LIMIT 2000 FOR UPDATE SKIP LOCKED)
DELETE FROM notifications n USING batch b WHERE n.id = b.id;

-- id: h3-0306
-- label: dangerous
-- why: unbounded by time: months of logs in one transaction
DELETE FROM audit_log WHERE created_at < now() - interval '13 months';

-- id: h3-0307
-- label: dangerous
-- why: the rows of all workers' queues are gone
-- scan: public.jobs
DELETE FROM jobs;

-- id: h3-0308
-- label: harmless
-- why: one setting by its key
-- scan: public.settings
DELETE FROM settings WHERE key = 'smtp.legacy_host';

-- id: h3-0309
-- label: dangerous
-- why: an unbounded deletion by an anti-join of the two busiest tables
-- scan: public.orders
DELETE FROM orders o WHERE status = 'draft' AND NOT EXISTS (SELECT 1 FROM order_items i WHERE i.order_id = o.id);

-- id: h3-0310
-- label: harmless
-- why: the condition is never true
DELETE FROM sessions WHERE false;

-- id: h3-0311
-- label: harmless
-- why: tools note their migration
INSERT INTO "schema_migrations" (version) VALUES ('20261119081500'), ('20261120093000');

-- id: h3-0312
-- label: dangerous
-- why: the tool forgets what it has run and runs it again
DELETE FROM schema_migrations WHERE version >= '2026';

-- id: h3-0313
-- label: harmless
-- why: one row more or none
INSERT INTO settings (key, value) VALUES ('maintenance', 'off') ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value;

-- id: h3-0314
-- label: harmless
-- why: lookups are filled from a list
INSERT INTO tags (name) SELECT unnest(ARRAY['sale', 'new', 'last-chance', 'bundle']) ON CONFLICT DO NOTHING;

-- id: h3-0315
-- label: dangerous
-- why: a notification for each of 20 million users
-- scan: public.users
INSERT INTO notifications (user_id, kind, body) SELECT id, 'terms', 'Our terms have changed' FROM users WHERE deleted_at IS NULL;

-- id: h3-0316
-- label: dangerous
-- why: the insertion is small, but the WITH before it deletes most of 180 million order items
-- scan: public.order_items
WITH moved AS (DELETE FROM order_items WHERE order_id < 40000000 RETURNING *) INSERT INTO analytics.daily_sales (day, product_id, units, revenue) SELECT current_date, product_id, sum(quantity), sum(unit_price) FROM moved GROUP BY product_id;

-- id: h3-0317
-- label: harmless
-- why: plans are put in order from a list of two
-- scan: public.plans
MERGE INTO plans p USING (VALUES ('plan-1', 9.90), ('plan-2', 19.90)) v (code, price) ON p.code = v.code
WHEN MATCHED THEN UPDATE SET monthly_price = v.price;

-- id: h3-0318
-- label: dangerous
-- why: all stock is matched and what is not sold deleted, while 300 writers a second count
-- scan: public.inventory, public.products
MERGE INTO inventory i USING products p ON p.id = i.product_id
WHEN MATCHED AND p.discontinued_at IS NOT NULL THEN DELETE
WHEN MATCHED THEN UPDATE SET reserved = 0;

-- id: h3-0319
-- label: harmless
-- why: rows of a lookup are copied to a new table
-- scan: public.plans
CREATE TABLE plans_backup_20261121 AS TABLE plans;

-- id: h3-0320
-- label: harmless
-- why: structure without rows
CREATE TABLE orders_v2 AS SELECT * FROM orders WITH NO DATA;

-- id: h3-0321
-- label: grey
-- why: 8 GB are read and written without holding anybody up, if the disk can take it
-- scan: public.users
SELECT * INTO users_backup FROM users;

-- id: h3-0322
-- label: dangerous
-- why: EXPLAIN ANALYZE does what it explains
-- scan: public.sessions
EXPLAIN (ANALYZE, BUFFERS) DELETE FROM sessions WHERE created_at < '2026-10-01';

-- id: h3-0323
-- label: harmless
-- why: without ANALYZE nothing is executed
EXPLAIN (VERBOSE, COSTS OFF) DELETE FROM sessions;

-- id: h3-0324
-- label: dangerous
-- why: row locks on all open orders until the end of the transaction
-- scan: public.orders
SELECT id FROM orders WHERE status IN ('placed', 'paid', 'shipped') FOR UPDATE;

-- id: h3-0325
-- label: harmless
-- why: a look at one row
SELECT 1 FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'orders' AND column_name = 'channel';

-- id: h3-0326
-- label: dangerous
-- why: referencing tables go too: user_roles, addresses, accounts and orders with all that refers to them
-- lock: public.accounts=ACCESS EXCLUSIVE, public.addresses=ACCESS EXCLUSIVE, public.invoices=ACCESS EXCLUSIVE, public.order_items=ACCESS EXCLUSIVE, public.orders=ACCESS EXCLUSIVE, public.payments=ACCESS EXCLUSIVE, public.subscriptions=ACCESS EXCLUSIVE, public.user_roles=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
TRUNCATE users CASCADE;

-- id: h3-0327
-- label: fails
-- why: product_tags refers to it
TRUNCATE TABLE tags RESTART IDENTITY;

-- id: h3-0328
-- label: dangerous
-- why: every assignment of a role is lost, though both tables are named
-- lock: public.roles=ACCESS EXCLUSIVE, public.user_roles=ACCESS EXCLUSIVE
TRUNCATE roles, user_roles;

-- id: h3-0329
-- label: harmless
-- why: empty and referenced by nothing
-- lock: public.gift_cards=ACCESS EXCLUSIVE
TRUNCATE "gift_cards" RESTART IDENTITY CASCADE;

-- id: h3-0330
-- label: dangerous
-- why: small, but all settings are lost
-- lock: public.settings=ACCESS EXCLUSIVE
TRUNCATE ONLY settings CONTINUE IDENTITY;

-- id: h3-0331
-- label: fails
-- why: the foreign key of products needs it
DROP TABLE categories;

-- id: h3-0332
-- label: dangerous
-- why: the foreign keys of the tables that refer to it are dropped too
-- lock: public.addresses=ACCESS EXCLUSIVE, public.countries=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
DROP TABLE "public"."countries" CASCADE;

-- id: h3-0333
-- label: harmless
-- why: no such tables
DROP TABLE IF EXISTS _prisma_shadow, tmp_orders_fix CASCADE;

-- id: h3-0334
-- label: harmless
-- why: triggers, functions and their language stay: there is no such extension
DROP EXTENSION IF EXISTS "hstore" CASCADE;

-- id: h3-0335
-- label: fails
-- why: functions are written in it
DROP EXTENSION plpgsql;

-- id: h3-0336
-- label: harmless
-- why: new, and empty, though named like a command
CREATE TABLE "drop" ("table" text, "cascade" boolean NOT NULL DEFAULT true);

-- id: h3-0337
-- label: harmless
-- why: a new table that refers to busy ones locks them for an instant
-- lock: public.orders=SHARE ROW EXCLUSIVE, public.payments=SHARE ROW EXCLUSIVE
CREATE TABLE "refunds" (
    "id" BIGSERIAL NOT NULL,
    "payment_id" UUID NOT NULL REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "order_id" BIGINT NOT NULL,
    "amount" DECIMAL(65,30) NOT NULL,
    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "refunds_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id")
);

-- id: h3-0338
-- label: harmless
-- why: there is one of this name already, nothing happens
CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, name text);

-- id: h3-0339
-- label: fails
-- why: there is one of this name already
CREATE TABLE jobs (id bigint PRIMARY KEY);

-- id: h3-0340
-- label: harmless
-- why: a copy of the structure with indexes, checks and comments, without rows
CREATE UNLOGGED TABLE staging_orders (LIKE public.orders INCLUDING ALL EXCLUDING IDENTITY);

-- id: h3-0341
-- label: harmless
-- why: gone with the session
CREATE TEMPORARY TABLE tmp_ids (id bigint PRIMARY KEY) ON COMMIT DROP;

-- id: h3-0342
-- label: grey
-- why: for the rest of the session the name users means an empty table, for better or worse
CREATE TEMP TABLE users (id bigint);

-- id: h3-0343
-- label: harmless
-- why: a remark whose words are no command
-- lock: public.users=SHARE UPDATE EXCLUSIVE
COMMENT ON COLUMN public.users.email IS 'DROP TABLE users; -- ask Bobby';

-- id: h3-0344
-- label: harmless
-- why: a remark on a constraint
comment on constraint orders_total_check on orders is null;

-- id: h3-0345
-- label: harmless
-- why: what the planner should know of columns together
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
CREATE STATISTICS IF NOT EXISTS orders_status_channel (dependencies, ndistinct, mcv) ON status, channel FROM orders;

-- id: h3-0346
-- label: harmless
-- why: published by its primary key
-- lock: public.order_items=SHARE UPDATE EXCLUSIVE, public.orders=SHARE UPDATE EXCLUSIVE
CREATE PUBLICATION shop_orders FOR TABLE orders, order_items WITH (publish = 'insert, update, delete');

-- id: h3-0347
-- label: grey
-- why: metrics have no key, so that updates and deletions of them are refused from now on, should there be any
-- lock: public.metrics=SHARE UPDATE EXCLUSIVE
CREATE PUBLICATION telemetry FOR TABLE metrics;

-- id: h3-0348
-- label: harmless
-- why: insertions need no key
-- lock: analytics.page_views=SHARE UPDATE EXCLUSIVE
CREATE PUBLICATION telemetry FOR TABLE ONLY analytics.page_views WITH (publish = 'insert');

-- id: h3-0349
-- label: grey
-- why: a slot that nobody reads keeps all WAL until the disk is full; for a standby that starts at once it is right
SELECT pg_create_physical_replication_slot('standby_berlin', true);

-- id: h3-0350
-- label: harmless
-- why: for this transaction only
SET LOCAL statement_timeout TO '15min';

-- id: h3-0351
-- label: grey
-- why: whoever waits for a lock waits for ever, with everybody behind
SET lock_timeout TO DEFAULT;

-- id: h3-0352
-- label: dangerous
-- why: the same switch by a function
SELECT pg_catalog.set_config('session_replication_role', 'replica', false);

-- id: h3-0353
-- label: harmless
-- why: it is the usual state
SET SESSION session_replication_role TO DEFAULT;

-- id: h3-0354
-- label: harmless
-- why: more memory for building an index in this session
SET maintenance_work_mem = '2GB';

-- id: h3-0355
-- label: dangerous
-- why: after a crash the data files may be broken
ALTER SYSTEM SET fsync = 'off';

-- id: h3-0356
-- label: dangerous
-- why: nothing is cleaned up on the whole server
ALTER SYSTEM SET autovacuum = off;

-- id: h3-0357
-- label: harmless
-- why: the server logs slower statements
ALTER SYSTEM SET log_min_duration_statement = '500ms';

-- id: h3-0358
-- label: dangerous
-- why: nobody can tell which settings the next reload takes away
ALTER SYSTEM RESET ALL;

-- id: h3-0359
-- label: dangerous
-- why: all other sessions are killed
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();

-- id: h3-0360
-- label: harmless
-- why: tools keep others from migrating at the same time
SELECT pg_try_advisory_lock(3141592653589793238);

-- id: h3-0361
-- label: grey
-- why: autovacuum and the planner's watchers lose their counters
SELECT pg_stat_reset();

-- id: h3-0362
-- label: dangerous
-- why: a constraint is declared valid by hand
UPDATE pg_catalog.pg_constraint SET convalidated = true WHERE conname = 'users_locale_present';

-- id: h3-0363
-- label: dangerous
-- why: the planner must not use the index any more, by hand in the catalogue
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'orders_user_id_created_at_idx'::regclass;

-- id: h3-0364
-- label: harmless
-- why: Drizzle creates a type unless there is one
DO $$ BEGIN
 CREATE TYPE "public"."refund_reason" AS ENUM('damaged', 'late', 'other');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;

-- id: h3-0365
-- label: harmless
-- why: the column is there, so the branch is never taken, and it would be harmless
DO $body$
BEGIN
  IF NOT EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'orders' AND column_name = 'channel') THEN
    ALTER TABLE orders ADD COLUMN channel varchar(16);
  END IF;
END
$body$;

-- id: h3-0366
-- label: dangerous
-- why: the name of what is dropped is put together at run time
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
DO $$ DECLARE r record; BEGIN
  FOR r IN SELECT tablename FROM pg_tables WHERE schemaname = 'archive' LOOP
    EXECUTE format('DROP TABLE IF EXISTS archive.%I CASCADE', r.tablename);
  END LOOP;
END $$;

-- id: h3-0367
-- label: dangerous
-- why: a loop in batches, but all in one transaction
-- scan: public.users
DO $$
DECLARE n integer;
BEGIN
  LOOP
    UPDATE users SET preferences = preferences || '{"beta": false}' WHERE id IN (SELECT id FROM users WHERE NOT preferences ? 'beta' LIMIT 1000);
    GET DIAGNOSTICS n = ROW_COUNT;
    EXIT WHEN n = 0;
  END LOOP;
END $$;

-- id: h3-0368
-- label: harmless
-- why: it says something, no more
DO LANGUAGE plpgsql $$ BEGIN RAISE NOTICE 'migrating % ', current_database(); END $$;

-- id: h3-0369
-- label: dangerous
-- why: the index is built under SHARE, hidden in a string
-- lock: public.orders=SHARE
-- scan: public.orders
DO $$ BEGIN EXECUTE 'CREATE INDEX orders_shipping_idx ON orders (shipping_address_id)'; END $$;

-- id: h3-0370
-- label: harmless
-- why: the role is created unless there is one, and gets a right to read
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'shop_readonly') THEN CREATE ROLE shop_readonly; END IF;
  GRANT SELECT ON public.gift_cards TO shop_readonly;
END $$;

-- id: h3-0371
-- label: grey
-- why: text is silently cast to the enumeration wherever it stands; some want that, others fear ambiguous operators
CREATE CAST (text AS order_status) WITH INOUT AS IMPLICIT;

-- id: h3-0372
-- label: fails
-- why: the function does not exist
CREATE EVENT TRIGGER frozen ON ddl_command_start EXECUTE FUNCTION refuse_ddl();

-- id: h3-0373
-- label: dangerous
-- why: the check is not verified, but the running code, which knows nothing of the column, leaves it null and is refused
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ADD COLUMN tax_region text, ADD CONSTRAINT orders_tax_region_nn CHECK (tax_region IS NOT NULL) NOT VALID;

-- id: h3-0374
-- label: harmless
-- why: the column's constant default satisfies the unverified check, for old code too
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ADD COLUMN tax_region text DEFAULT 'eu', ADD CONSTRAINT orders_tax_region_nn CHECK (tax_region IS NOT NULL) NOT VALID;

-- id: h3-0375
-- label: dangerous
-- why: trial is the default state and not in the list, so new subscriptions are refused
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions ADD CONSTRAINT subscriptions_state_known CHECK (state IN ('active', 'past_due', 'cancelled')) NOT VALID;

-- id: h3-0376
-- label: harmless
-- why: the list has the default state, and nothing is verified
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions ADD CONSTRAINT subscriptions_state_known CHECK (state = ANY (ARRAY['trial', 'active', 'past_due', 'cancelled']::text[])) NOT VALID;

-- id: h3-0377
-- label: harmless
-- why: stable arithmetic on now() is evaluated once
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions ADD COLUMN trial_ends_at timestamptz NOT NULL DEFAULT now() + interval '14 days';

-- id: h3-0378
-- label: dangerous
-- why: null as default of a NOT NULL column refuses whoever leaves it out
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE "users" ALTER COLUMN "preferences" SET DEFAULT NULL;

-- id: h3-0379
-- label: dangerous
-- why: values beyond a page can neither be compressed nor moved away any more, so large metadata are refused
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN metadata SET STORAGE PLAIN;

-- id: h3-0380
-- label: harmless
-- why: of the body no statistics are wanted
-- lock: public.notifications=SHARE UPDATE EXCLUSIVE
ALTER TABLE notifications ALTER body SET STATISTICS 0;

-- id: h3-0381
-- label: harmless
-- why: it has the type already, and its index is kept
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN created_at SET DATA TYPE timestamp with time zone;

-- id: h3-0382
-- label: fails
-- why: even to its own type it cannot be altered while a view uses it
ALTER TABLE orders ALTER COLUMN id TYPE bigint;

-- id: h3-0383
-- label: fails
-- why: PostgreSQL 17 has no virtual generated columns
ALTER TABLE invoices ADD COLUMN vat numeric(12,2) GENERATED ALWAYS AS (total * 0.19) VIRTUAL;

-- id: h3-0384
-- label: harmless
-- why: 8000 rows get ids of their own in an instant
-- lock: public.webhooks=ACCESS EXCLUSIVE
-- rewrite: public.webhooks
-- scan: public.webhooks
ALTER TABLE webhooks ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid();

-- id: h3-0385
-- label: harmless
-- why: 8000 rows are indexed in an instant
-- lock: public.webhooks=SHARE
-- scan: public.webhooks
CREATE INDEX "index_webhooks_on_account_id" ON "webhooks" ("account_id");

-- id: h3-0386
-- label: dangerous
-- why: partitions with 90 million rows are numbered and written anew
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
-- rewrite: public.metrics_eu, public.metrics_us
-- scan: public.metrics_eu, public.metrics_us
ALTER TABLE metrics ADD COLUMN seq bigint GENERATED BY DEFAULT AS IDENTITY;

-- id: h3-0387
-- label: dangerous
-- why: bigint to integer rewrites every partition and its indexes
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- rewrite: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
ALTER TABLE events ALTER COLUMN user_id TYPE integer;

-- id: h3-0388
-- label: grey
-- why: two million rows that nobody uses yet are rewritten
-- lock: public.metrics_apac=ACCESS EXCLUSIVE
-- rewrite: public.metrics_apac
-- scan: public.metrics_apac
ALTER TABLE metrics_apac ALTER COLUMN value TYPE numeric(20,6);

-- id: h3-0389
-- label: harmless
-- why: a check of an empty table, in preparation of its becoming a partition
-- lock: public.events_2026_12=ACCESS EXCLUSIVE
ALTER TABLE events_2026_12 ADD CONSTRAINT events_2026_12_range CHECK (occurred_at >= '2026-12-01 00:00+00' AND occurred_at < '2027-01-01 00:00+00');

-- id: h3-0390
-- label: dangerous
-- why: no partition has the field that the function sets, so every event is refused
-- lock: public.events=SHARE ROW EXCLUSIVE, public.events_2026_09=SHARE ROW EXCLUSIVE, public.events_2026_10=SHARE ROW EXCLUSIVE, public.events_2026_11=SHARE ROW EXCLUSIVE, public.events_default=SHARE ROW EXCLUSIVE
CREATE TRIGGER events_touch BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION set_updated_at();

-- id: h3-0391
-- label: harmless
-- why: there is no such table
ALTER TABLE IF EXISTS "public"."users_legacy" DROP COLUMN "email" CASCADE;

-- id: h3-0392
-- label: dangerous
-- why: the escape spells orders, whose notes are lost
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE U&"ord\0065rs" DROP COLUMN notes;

-- id: h3-0393
-- label: dangerous
-- why: of the two tables one exists
-- lock: public.support_tickets=ACCESS EXCLUSIVE
DROP TABLE IF EXISTS support_tickets_2024, "support_tickets";

-- id: h3-0394
-- label: harmless
-- why: none of these was ever created
DROP ROLE IF EXISTS legacy_bi, legacy_etl;

-- id: h3-0395
-- label: harmless
-- why: there is none of this name
DROP PUBLICATION IF EXISTS dbz_publication;

-- id: h3-0396
-- label: harmless
-- why: ONLY the parent, which holds no rows
UPDATE ONLY events SET payload = NULL;

-- id: h3-0397
-- label: dangerous
-- why: a month of events, some 60 million, in one transaction
-- scan: public.events_2026_09
UPDATE events SET payload = payload - 'ip' WHERE occurred_at >= '2026-09-01 00:00+00' AND occurred_at < '2026-10-01 00:00+00';

-- id: h3-0398
-- label: harmless
-- why: one row by its composite key
DELETE FROM user_roles WHERE user_id = 4711000 AND role_id = 3;

-- id: h3-0399
-- label: dangerous
-- why: half of a key is none: one role of twelve is taken from a million users and more
-- scan: public.user_roles
DELETE FROM user_roles WHERE role_id = 3;

-- id: h3-0400
-- label: dangerous
-- why: the other half of a key: the stock of a warehouse is overwritten among 300 writers a second
-- scan: public.inventory
UPDATE inventory SET quantity = 0 WHERE warehouse = 'BER';

-- id: h3-0401
-- label: harmless
-- why: one account by a unique column
UPDATE accounts SET credit_limit = 25000 WHERE external_ref = 'crm-0088141';

-- id: h3-0402
-- label: harmless
-- why: one user by a unique expression
UPDATE users SET is_admin = false WHERE lower(email) = 'former.admin@example.org';

-- id: h3-0403
-- label: dangerous
-- why: the SELECT is an update of all users
-- scan: public.users
WITH changed AS (UPDATE users SET locale = 'en' WHERE locale IS NULL OR locale = 'en_US' RETURNING id) SELECT count(*) FROM changed;

-- id: h3-0404
-- label: grey
-- why: whether there are few or many, all users are read to find them
-- scan: public.users
INSERT INTO user_roles (user_id, role_id) SELECT id, 4 FROM users WHERE is_admin ON CONFLICT DO NOTHING;

-- id: h3-0405
-- label: harmless
-- why: one row more
INSERT INTO public.roles VALUES (13, 'auditor');

-- id: h3-0406
-- label: grey
-- why: 90 GB are read for a number, which stops nobody
-- scan: public.audit_log
SELECT count(*) FROM audit_log WHERE actor_id IS NULL;

-- id: h3-0407
-- label: dangerous
-- why: after a crash the counter begins anew and the next orders get the numbers of old ones
ALTER SEQUENCE order_number_seq SET UNLOGGED;

-- id: h3-0408
-- label: harmless
-- why: its body names nothing that is not found without a path
ALTER FUNCTION public.set_updated_at() SET search_path = '';

-- id: h3-0409
-- label: dangerous
-- why: the application called it by the right of PUBLIC, and has no other
REVOKE EXECUTE ON FUNCTION new_token() FROM PUBLIC;

-- id: h3-0410
-- label: harmless
-- why: triggers run without anybody's right to call the function
REVOKE ALL ON FUNCTION set_updated_at() FROM PUBLIC;

-- id: h3-0411
-- label: harmless
-- why: the right on a type is asked for when something is created with it, not when it is used
REVOKE USAGE ON TYPE order_status FROM PUBLIC;

-- id: h3-0412
-- label: harmless
-- why: a right to read a view
GRANT SELECT ON "order_summary" TO "shop_readonly" WITH GRANT OPTION;

-- id: h3-0413
-- label: harmless
-- why: listeners hear of the new schema
NOTIFY schema_changed, '20261121093000';

-- id: h3-0414
-- label: harmless
-- why: a token is computed and thrown away
SELECT new_token();

-- id: h3-0415
-- label: harmless
-- why: later tables only
ALTER DEFAULT PRIVILEGES IN SCHEMA analytics REVOKE ALL ON TABLES FROM PUBLIC;

-- id: h3-0416
-- label: harmless
-- why: the table is in no publication and a primary key is NOT NULL
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sessions REPLICA IDENTITY USING INDEX sessions_pkey;

-- id: h3-0417
-- label: grey
-- why: 110 GB are read and written to freeze rows, without stopping anybody
-- lock: analytics.page_views=SHARE UPDATE EXCLUSIVE
VACUUM (FREEZE, VERBOSE) analytics.page_views;

-- id: h3-0418
-- label: dangerous
-- why: a crash may leave torn pages that nothing repairs, on the whole server
ALTER SYSTEM SET full_page_writes = off;

-- id: h3-0419
-- label: harmless
-- why: the flags have the column that the function sets, and are hardly written
-- lock: public.feature_flags=SHARE ROW EXCLUSIVE
CREATE TRIGGER feature_flags_touch BEFORE UPDATE OF rollout ON feature_flags FOR EACH ROW WHEN (OLD.rollout IS DISTINCT FROM NEW.rollout) EXECUTE FUNCTION set_updated_at();

-- id: h3-0420
-- label: dangerous
-- why: the key is a constraint of its own, not part of the column, so that all users are read to verify a column of nulls
-- lock: public.plans=SHARE ROW EXCLUSIVE, public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users ADD COLUMN plan_id integer, ADD CONSTRAINT users_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans (id);

-- id: h3-0421
-- label: dangerous
-- why: SET NOT NULL reads all payments although the column is new and its default constant
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE payments ADD COLUMN exported boolean DEFAULT false, ALTER COLUMN exported SET NOT NULL;

-- id: h3-0422
-- label: dangerous
-- why: behind a column that costs nothing stands a rewrite of 8 GB
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE users ADD COLUMN IF NOT EXISTS nickname text, ALTER COLUMN age TYPE integer;

-- id: h3-0423
-- label: dangerous
-- why: dates to timestamps: twelve million invoices are rewritten
-- lock: public.invoices=ACCESS EXCLUSIVE
-- rewrite: public.invoices
-- scan: public.invoices
ALTER TABLE invoices ALTER COLUMN due_on TYPE timestamp;

-- id: h3-0424
-- label: dangerous
-- why: jsonb to json writes every order's metadata as text
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN metadata TYPE json;

-- id: h3-0425
-- label: dangerous
-- why: the enumeration becomes text, row by row
-- lock: public.payments=ACCESS EXCLUSIVE
-- rewrite: public.payments
-- scan: public.payments
ALTER TABLE "payments" ALTER COLUMN "method" TYPE character varying(20) USING "method"::text;

-- id: h3-0426
-- label: harmless
-- why: the domain has no constraint, and its base type is longer
-- lock: public.notifications=ACCESS EXCLUSIVE
ALTER TABLE notifications ALTER COLUMN kind TYPE slug;

-- id: h3-0427
-- label: grey
-- why: nothing is read, but what keeps malformed addresses out is given up
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts ALTER COLUMN billing_email TYPE text;

-- id: h3-0428
-- label: harmless
-- why: the only check on the column was never verified and is not verified now
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN locale TYPE varchar(35);

-- id: h3-0429
-- label: harmless
-- why: more digits at the same scale; the check on the balance is unverified and stays so
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts ALTER COLUMN balance TYPE numeric(16,2);

-- id: h3-0430
-- label: harmless
-- why: dropped and added again with another rule for changed codes, unverified
-- lock: public.accounts=ACCESS EXCLUSIVE, public.currencies=ACCESS EXCLUSIVE
ALTER TABLE accounts DROP CONSTRAINT accounts_currency_fkey, ADD CONSTRAINT accounts_currency_fkey FOREIGN KEY (currency) REFERENCES currencies (code) ON UPDATE CASCADE NOT VALID;

-- id: h3-0431
-- label: dangerous
-- why: orders get no id any more
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN id DROP DEFAULT;

-- id: h3-0432
-- label: dangerous
-- why: orders are numbered from one on and meet the numbers of old ones later
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN id SET DEFAULT nextval('invoice_number_seq'::regclass);

-- id: h3-0433
-- label: fails
-- why: a uuid is no bigint
ALTER TABLE orders ALTER COLUMN id SET DEFAULT gen_random_uuid();

-- id: h3-0434
-- label: fails
-- why: the same value 900 times is not unique
ALTER TABLE tags ADD COLUMN slug slug NOT NULL DEFAULT 'none' UNIQUE;

-- id: h3-0435
-- label: fails
-- why: partitioned tables have no storage parameters
ALTER TABLE events SET (autovacuum_enabled = false, fillfactor = 100);

-- id: h3-0436
-- label: fails
-- why: nothing is being detached
ALTER TABLE events DETACH PARTITION events_2026_10 FINALIZE;

-- id: h3-0437
-- label: fails
-- why: there is a default partition already
CREATE TABLE events_rest PARTITION OF events DEFAULT;

-- id: h3-0438
-- label: harmless
-- why: 12 roles get a column with a constant default
-- lock: public.roles=ACCESS EXCLUSIVE
ALTER TABLE "public"."roles" ADD COLUMN "permissions" JSONB NOT NULL DEFAULT '[]';

-- id: h3-0439
-- label: dangerous
-- why: the table is tiny, but all settings are hidden from the application
-- lock: public.settings=ACCESS EXCLUSIVE
ALTER TABLE settings ENABLE ROW LEVEL SECURITY;

-- id: h3-0440
-- label: harmless
-- why: a policy that hides everything, were row security enabled
-- lock: public.users=ACCESS EXCLUSIVE
CREATE POLICY nobody ON users AS RESTRICTIVE FOR SELECT TO PUBLIC USING (false);

-- id: h3-0441
-- label: harmless
-- why: accounts has no trigger but those of its foreign keys, which USER leaves alone
-- lock: public.accounts=SHARE ROW EXCLUSIVE
ALTER TABLE accounts DISABLE TRIGGER USER;

-- id: h3-0442
-- label: dangerous
-- why: deletions become updates, and those who count on cascades and on freed names are wrong
-- lock: public.users=ACCESS EXCLUSIVE
CREATE RULE users_soft_delete AS ON DELETE TO users DO INSTEAD UPDATE users SET deleted_at = now() WHERE users.id = OLD.id;

-- id: h3-0443
-- label: harmless
-- why: there is no such rule
DROP RULE IF EXISTS orders_insert_redirect ON orders;

-- id: h3-0444
-- label: dangerous
-- why: tokens are computed once per plan, so that many sessions may share one
ALTER FUNCTION new_token() IMMUTABLE;

-- id: h3-0445
-- label: harmless
-- why: without arguments it makes no difference
ALTER FUNCTION new_token() STRICT COST 10;

-- id: h3-0446
-- label: dangerous
-- why: code calls it without its schema
ALTER FUNCTION public.new_token() SET SCHEMA archive;

-- id: h3-0447
-- label: dangerous
-- why: readers get null instead of addresses
CREATE OR REPLACE VIEW order_summary AS SELECT o.id, o.status, o.total_cents, NULL::varchar(255) AS email FROM orders o;

-- id: h3-0448
-- label: harmless
-- why: it has none
ALTER DOMAIN percentage DROP DEFAULT;

-- id: h3-0449
-- label: dangerous
-- why: ids of events come again, and nothing refuses them, for the key holds the time too
ALTER SEQUENCE events_id_seq RESTART;

-- id: h3-0450
-- label: dangerous
-- why: the archive's 120 million orders are lost in an instant
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
TRUNCATE archive.orders_2019;

-- id: h3-0451
-- label: dangerous
-- why: two million metrics that were to be attached are lost
-- lock: public.metrics_apac=ACCESS EXCLUSIVE
DROP TABLE IF EXISTS metrics_apac RESTRICT;

-- id: h3-0452
-- label: dangerous
-- why: users are locked against writing although the index is partial
-- lock: public.users=SHARE
-- scan: public.users
CREATE INDEX IF NOT EXISTS idx_users_locale_status ON public.users USING btree (locale, status) WHERE (deleted_at IS NULL);

-- id: h3-0453
-- label: dangerous
-- why: every document of 4 GB is read and digested while nobody can be invoiced
-- lock: public.invoices=SHARE
-- scan: public.invoices
CREATE INDEX invoices_pdf_digest ON invoices (md5(encode(pdf, 'hex')));

-- id: h3-0454
-- label: dangerous
-- why: a gist over three million periods takes its time, and renewals wait
-- lock: public.subscriptions=SHARE
-- scan: public.subscriptions
CREATE INDEX ON subscriptions USING gist (current_period);

-- id: h3-0455
-- label: dangerous
-- why: all indexes of all tables
-- lock: analytics.daily_sales=SHARE, analytics.page_views=SHARE, archive.orders_2019=SHARE, public.accounts=SHARE, public.addresses=SHARE, public.audit_log=SHARE, public.categories=SHARE, public.countries=SHARE, public.currencies=SHARE, public.events_2026_09=SHARE, public.events_2026_10=SHARE, public.events_2026_11=SHARE, public.events_2026_12=SHARE, public.events_default=SHARE, public.feature_flags=SHARE, public.gift_cards=SHARE, public.inventory=SHARE, public.invoices=SHARE, public.jobs=SHARE, public.metrics_apac=SHARE, public.metrics_eu=SHARE, public.metrics_us=SHARE, public.notifications=SHARE, public.order_items=SHARE, public.orders=SHARE, public.payments=SHARE, public.plans=SHARE, public.product_tags=SHARE, public.products=SHARE, public.roles=SHARE, public.schema_migrations=SHARE, public.sessions=SHARE, public.settings=SHARE, public.subscriptions=SHARE, public.support_tickets=SHARE, public.tags=SHARE, public.user_roles=SHARE, public.users=SHARE, public.webhook_deliveries=SHARE, public.webhooks=SHARE
-- scan: analytics.daily_sales, public.accounts, public.addresses, public.audit_log, public.categories, public.countries, public.currencies, public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default, public.feature_flags, public.inventory, public.invoices, public.jobs, public.notifications, public.order_items, public.orders, public.payments, public.plans, public.product_sales, public.product_tags, public.products, public.roles, public.schema_migrations, public.sessions, public.settings, public.subscriptions, public.support_tickets, public.tags, public.user_roles, public.users, public.webhook_deliveries, public.webhooks
REINDEX DATABASE;

-- id: h3-0456
-- label: dangerous
-- why: the application connects by the right of PUBLIC
REVOKE CONNECT ON DATABASE shop FROM PUBLIC;

-- id: h3-0457
-- label: dangerous
-- why: no session may begin but those of superusers
ALTER DATABASE shop WITH CONNECTION LIMIT 0;

-- id: h3-0458
-- label: dangerous
-- why: now() means another hour in all columns without a time zone
ALTER DATABASE shop SET timezone TO 'America/New_York';

-- id: h3-0459
-- label: dangerous
-- why: code that does not retry fails with serialization errors
ALTER DATABASE shop SET default_transaction_isolation = 'serializable';

-- id: h3-0460
-- label: harmless
-- why: the role has no right on the sequence to lose
REVOKE ALL PRIVILEGES ON SEQUENCE order_number_seq FROM shop_readonly;

-- id: h3-0461
-- label: dangerous
-- why: the application deletes no orders any more
REVOKE DELETE, TRUNCATE ON orders FROM shop_app CASCADE;

-- id: h3-0462
-- label: dangerous
-- why: damaged pages are emptied while they are read
SET zero_damaged_pages = on;

-- id: h3-0463
-- label: harmless
-- why: dumps begin like this: bodies are checked when they run
SET check_function_bodies = false;

-- id: h3-0464
-- label: dangerous
-- why: the column's type is changed behind the server's back
UPDATE pg_attribute SET atttypmod = 324 WHERE attrelid = 'public.users'::regclass AND attname = 'email';

-- id: h3-0465
-- label: dangerous
-- why: nobody can connect any more
UPDATE pg_catalog.pg_database SET datallowconn = false WHERE datname = 'shop';

-- id: h3-0466
-- label: dangerous
-- why: whatever runs just now ends with an error
SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid();

-- id: h3-0467
-- label: dangerous
-- why: all large objects are lost
SELECT lo_unlink(oid) FROM pg_largeobject_metadata;

-- id: h3-0468
-- label: dangerous
-- why: a line in the log for each of 50 million orders
-- scan: public.orders
INSERT INTO audit_log (actor_id, action, entity) SELECT user_id, 'backfill', 'order ' || id FROM orders;

-- id: h3-0469
-- label: harmless
-- why: twenty tags more
INSERT INTO tags (name) SELECT format('season-%s', g) FROM generate_series(1, 20) AS g;

-- id: h3-0470
-- label: dangerous
-- why: six million rows move from the default partition to others
-- scan: public.events_default
UPDATE events SET occurred_at = occurred_at + interval '18 months' WHERE occurred_at < '2026-01-01';

-- id: h3-0471
-- label: dangerous
-- why: half of the largest table in one transaction
-- scan: public.order_items
UPDATE order_items SET tax_rate = 19 WHERE tax_rate IS NULL AND id <= 90000000;

-- id: h3-0472
-- label: dangerous
-- why: all but the newest million of 90 million deliveries
-- scan: public.webhook_deliveries
DELETE FROM webhook_deliveries WHERE id < (SELECT max(id) - 1000000 FROM webhook_deliveries);

-- id: h3-0473
-- label: harmless
-- why: one user by his key, whom four tables refer to by indexed columns
DELETE FROM public.users WHERE id = 4000000123;

-- id: h3-0474
-- label: grey
-- why: one address by its key, but twelve gigabytes of orders are read to see that none refers to it
DELETE FROM addresses WHERE id = 4000000123;

-- id: h3-0475
-- label: grey
-- why: one account by its key, for which invoices and subscriptions are read, as no index helps
DELETE FROM "accounts" WHERE "id" = '00000000-0000-4000-8000-000000000000';

-- id: h3-0476
-- label: harmless
-- why: a remark on a function
COMMENT ON FUNCTION public.set_updated_at() IS 'keeps updated_at; see ALTER TABLE … DISABLE TRIGGER';

-- id: h3-0477
-- label: harmless
-- why: a new aggregate
CREATE AGGREGATE product_of(numeric) (SFUNC = numeric_mul, STYPE = numeric, INITCOND = '1');

-- id: h3-0478
-- label: harmless
-- why: a new domain that no column has
CREATE DOMAIN iban AS varchar(34) CHECK (VALUE ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]+$');

-- id: h3-0479
-- label: harmless
-- why: one more default partition, read by nobody: its check proves that it fits
-- lock: public.metrics=SHARE UPDATE EXCLUSIVE, public.metrics_apac=ACCESS EXCLUSIVE
ALTER TABLE metrics ATTACH PARTITION metrics_apac DEFAULT;

-- id: h3-0480
-- label: harmless
-- why: readers go on while the index is built
-- scan: public.product_sales
CREATE INDEX CONCURRENTLY product_sales_lines_idx ON product_sales (lines);

-- id: h3-0481
-- label: harmless
-- why: for a later CLUSTER
-- lock: public.product_sales=SHARE UPDATE EXCLUSIVE
ALTER MATERIALIZED VIEW product_sales CLUSTER ON product_sales_product_id_key;

-- id: h3-0482
-- label: dangerous
-- why: its readers do not find it any more
-- lock: public.product_sales=ACCESS EXCLUSIVE
ALTER MATERIALIZED VIEW product_sales SET SCHEMA analytics;

-- id: h3-0483
-- label: harmless
-- why: there is one of this name
CREATE MATERIALIZED VIEW IF NOT EXISTS category_counts AS SELECT 1 AS one;

-- id: h3-0484
-- label: harmless
-- why: a threshold for later rows
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
ALTER TABLE orders SET (toast_tuple_target = 4080);

-- id: h3-0485
-- label: harmless
-- why: a mark is taken away
-- lock: public.order_items=SHARE UPDATE EXCLUSIVE
ALTER TABLE order_items SET WITHOUT CLUSTER;

-- id: h3-0486
-- label: dangerous
-- why: neither users nor roles can be written until the transaction ends
-- lock: public.roles=EXCLUSIVE, public.users=EXCLUSIVE
LOCK TABLE users, roles IN EXCLUSIVE MODE;

-- id: h3-0487
-- label: grey
-- why: the flags are tiny, but every request reads them, and the lock lasts to the end of the transaction
-- lock: public.feature_flags=ACCESS EXCLUSIVE
LOCK feature_flags;

-- id: h3-0488
-- label: dangerous
-- why: a new and empty table takes the place of eight million sessions
-- lock: public.sessions=ACCESS EXCLUSIVE
DO $swap$
BEGIN
  ALTER TABLE sessions RENAME TO sessions_old;
  CREATE TABLE sessions (LIKE sessions_old INCLUDING ALL);
END
$swap$;

-- id: h3-0489
-- label: dangerous
-- why: triggers and foreign keys are switched off for a deletion
-- scan: public.accounts
DO $$ BEGIN
  PERFORM set_config('session_replication_role', 'replica', true);
  DELETE FROM accounts WHERE balance = 0 AND plan_id IS NULL;
END $$;

-- id: h3-0490
-- label: dangerous
-- why: all sessions are deleted, and should that fail nobody hears of it
-- scan: public.sessions
DO $$ BEGIN DELETE FROM sessions; EXCEPTION WHEN OTHERS THEN NULL; END $$;

-- id: h3-0491
-- label: dangerous
-- why: each new partition reads the default partition's six million rows while events wait
-- lock: public.events=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_default
DO $$
BEGIN
  FOR m IN 1..3 LOOP
    EXECUTE format('CREATE TABLE events_2027_%s PARTITION OF events FOR VALUES FROM (%L) TO (%L)', lpad(m::text, 2, '0'),
      make_date(2027, m, 1), make_date(2027, m + 1, 1));
  END LOOP;
END $$;

-- id: h3-0492
-- label: dangerous
-- why: the statement's trigger has no row to set the field of, so that no job can be queued
-- lock: public.jobs=SHARE ROW EXCLUSIVE
CREATE TRIGGER jobs_touch AFTER INSERT ON jobs FOR EACH STATEMENT EXECUTE FUNCTION set_updated_at();

-- id: h3-0493
-- label: dangerous
-- why: Django's second step while old code runs: inserts without the column are refused
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE "subscriptions" ALTER COLUMN "seats" DROP DEFAULT;

-- id: h3-0494
-- label: grey
-- why: whether the planner's plans get better or worse nobody knows
ALTER DATABASE shop SET random_page_cost = 1.1;
