-- Statements against schema.sql with the sizes of facts.json; the format is explained in the folder above.

-- id: pg-0001
-- label: harmless
-- why: adds a nullable column: a catalogue entry only
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ADD COLUMN tracking_number text;

-- id: pg-0002
-- label: harmless
-- why: nullable column on a hot table, metadata only (Rails spelling)
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE "users" ADD "middle_name" character varying;

-- id: pg-0003
-- label: harmless
-- why: constant default is kept in the catalogue since PostgreSQL 11
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE "order_items" ADD COLUMN "gift_wrapped" boolean DEFAULT false NOT NULL;

-- id: pg-0004
-- label: harmless
-- why: Django adds a column with a constant default, no rewrite
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE "payments" ADD COLUMN "is_refundable" boolean DEFAULT true NOT NULL;

-- id: pg-0005
-- label: harmless
-- why: now() is stable, evaluated once, no rewrite
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE sessions ADD COLUMN last_seen_at timestamptz DEFAULT now();

-- id: pg-0006
-- label: harmless
-- why: CURRENT_TIMESTAMP is stable, evaluated once
-- lock: public.notifications=ACCESS EXCLUSIVE
alter table public.notifications add column queued_at timestamp with time zone not null default current_timestamp;

-- id: pg-0007
-- label: harmless
-- why: several nullable columns, metadata only
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE public.subscriptions
    ADD COLUMN trial_ends_at timestamptz,
    ADD COLUMN cancel_reason text,
    ADD COLUMN source varchar(20);

-- id: pg-0008
-- label: harmless
-- why: exists already: nothing is done but a short lock
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ADD COLUMN IF NOT EXISTS phone varchar(20);

-- id: pg-0009
-- label: harmless
-- why: new nullable enum column, metadata only
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ADD COLUMN previous_status order_status;

-- id: pg-0010
-- label: harmless
-- why: constant enum default, metadata only
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ADD COLUMN fulfilment order_status DEFAULT 'draft';

-- id: pg-0011
-- label: harmless
-- why: unconstrained domain is as good as its base type
-- lock: public.products=ACCESS EXCLUSIVE
ALTER TABLE products ADD COLUMN url_slug slug;

-- id: pg-0012
-- label: harmless
-- why: array with a constant default
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts ADD COLUMN labels text[] DEFAULT '{}'::text[] NOT NULL;

-- id: pg-0013
-- label: harmless
-- why: jsonb with a constant default (Prisma)
-- lock: public.invoices=ACCESS EXCLUSIVE
-- AlterTable
ALTER TABLE "invoices" ADD COLUMN     "meta" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "sentAt" TIMESTAMP(3);

-- id: pg-0014
-- label: harmless
-- why: nullable column on all partitions, metadata only
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
ALTER TABLE events ADD COLUMN source_ip inet;

-- id: pg-0015
-- label: harmless
-- why: nullable column with a foreign key to a lookup table: all null, so nothing to check
-- lock: public.currencies=SHARE ROW EXCLUSIVE, public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions ADD COLUMN currency char(3) REFERENCES currencies (code);

-- id: pg-0016
-- label: harmless
-- why: TypeORM nullable column
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
ALTER TABLE "public"."webhook_deliveries" ADD "error_code" integer;

-- id: pg-0017
-- label: harmless
-- why: immutable expression as default is evaluated once
-- lock: public.notifications=ACCESS EXCLUSIVE
ALTER TABLE notifications ADD COLUMN expires_on date DEFAULT date '2027-01-01' + 30;

-- id: pg-0018
-- label: harmless
-- why: user-defined immutable function with a constant argument is evaluated once
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts ADD COLUMN contact_email text DEFAULT normalize_email(' Nobody@Example.org ');

-- id: pg-0019
-- label: harmless
-- why: volatile default, but the table has 24 rows
-- lock: public.plans=ACCESS EXCLUSIVE
-- rewrite: public.plans
-- scan: public.plans
ALTER TABLE plans ADD COLUMN public_token uuid DEFAULT gen_random_uuid() NOT NULL;

-- id: pg-0020
-- label: harmless
-- why: serial on an empty table
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ADD COLUMN batch_no serial;

-- id: pg-0021
-- label: harmless
-- why: stored generated column on 640 rows
-- lock: public.categories=ACCESS EXCLUSIVE
-- rewrite: public.categories
-- scan: public.categories
ALTER TABLE categories ADD COLUMN name_lower text GENERATED ALWAYS AS (lower(name)) STORED;

-- id: pg-0022
-- label: harmless
-- why: new required column on an empty table
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ADD COLUMN issuer text NOT NULL;

-- id: pg-0023
-- label: harmless
-- why: adds a checked column to a table of 24 rows
-- lock: public.plans=ACCESS EXCLUSIVE
-- scan: public.plans
ALTER TABLE plans ADD COLUMN yearly_price numeric(8,2) CHECK (yearly_price > 0);

-- id: pg-0024
-- label: harmless
-- why: adds a unique nullable column to a table of 140 rows
-- lock: public.feature_flags=ACCESS EXCLUSIVE
-- scan: public.feature_flags
ALTER TABLE feature_flags ADD COLUMN ticket varchar(20) UNIQUE;

-- id: pg-0025
-- label: harmless
-- why: identity on a table of 60 rows
-- lock: public.settings=ACCESS EXCLUSIVE
-- rewrite: public.settings
-- scan: public.settings
ALTER TABLE settings ADD COLUMN id integer GENERATED ALWAYS AS IDENTITY;

-- id: pg-0026
-- label: harmless
-- why: a column comment in the middle changes nothing about the metadata-only add
-- lock: public.jobs=ACCESS EXCLUSIVE
ALTER TABLE /* hot! */ jobs -- asked for by tracing
  ADD COLUMN trace_id varchar(32);

-- id: pg-0027
-- label: harmless
-- why: Ecto: nullable column with a precision
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE "sessions" ADD COLUMN "revoked_at" timestamp(0);

-- id: pg-0028
-- label: harmless
-- why: Liquibase: nullable
-- lock: public.audit_log=ACCESS EXCLUSIVE
ALTER TABLE public.audit_log ADD tenant_id BIGINT;

-- id: pg-0029
-- label: harmless
-- why: Alembic: constant server_default
-- lock: public.inventory=ACCESS EXCLUSIVE
ALTER TABLE inventory ADD COLUMN safety_stock INTEGER DEFAULT '0' NOT NULL;

-- id: pg-0030
-- label: dangerous
-- why: clock_timestamp() is volatile: rewrites 12 GB under ACCESS EXCLUSIVE
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders ADD COLUMN imported_at timestamptz DEFAULT clock_timestamp();

-- id: pg-0031
-- label: dangerous
-- why: random default: rewrites 24 GB under ACCESS EXCLUSIVE
-- lock: public.order_items=ACCESS EXCLUSIVE
-- rewrite: public.order_items
-- scan: public.order_items
ALTER TABLE order_items ADD COLUMN sample double precision NOT NULL DEFAULT random();

-- id: pg-0032
-- label: dangerous
-- why: uuid default is volatile: rewrites 8 GB under ACCESS EXCLUSIVE
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE "users" ADD COLUMN "public_id" uuid DEFAULT gen_random_uuid() NOT NULL;

-- id: pg-0033
-- label: dangerous
-- why: volatile plpgsql function as default rewrites 3 GB of the busiest table
-- lock: public.sessions=ACCESS EXCLUSIVE
-- rewrite: public.sessions
-- scan: public.sessions
ALTER TABLE sessions ADD COLUMN csrf_token text DEFAULT new_token();

-- id: pg-0034
-- label: dangerous
-- why: bigserial fills 60 million rows under ACCESS EXCLUSIVE
-- lock: public.notifications=ACCESS EXCLUSIVE
-- rewrite: public.notifications
-- scan: public.notifications
alter table notifications add column seq bigserial;

-- id: pg-0035
-- label: dangerous
-- why: serial column on 110 GB
-- lock: analytics.page_views=ACCESS EXCLUSIVE
-- rewrite: analytics.page_views
-- scan: analytics.page_views
ALTER TABLE analytics.page_views ADD COLUMN row_no SERIAL;

-- id: pg-0036
-- label: dangerous
-- why: identity column rewrites 5 million rows of a busy table
-- lock: public.accounts=ACCESS EXCLUSIVE
-- rewrite: public.accounts
-- scan: public.accounts
ALTER TABLE accounts ADD COLUMN number integer GENERATED ALWAYS AS IDENTITY;

-- id: pg-0037
-- label: dangerous
-- why: stored generated column rewrites 12 GB
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders ADD COLUMN total numeric(12,2) GENERATED ALWAYS AS (total_cents / 100.0) STORED;

-- id: pg-0038
-- label: dangerous
-- why: stored generated tsvector rewrites 90 GB
-- lock: public.audit_log=ACCESS EXCLUSIVE
-- rewrite: public.audit_log
-- scan: public.audit_log
ALTER TABLE audit_log ADD COLUMN entity_search tsvector GENERATED ALWAYS AS (to_tsvector('simple', entity)) STORED;

-- id: pg-0039
-- label: dangerous
-- why: adds a checked column: verified by a scan of 24 GB under ACCESS EXCLUSIVE
-- lock: public.order_items=ACCESS EXCLUSIVE
-- scan: public.order_items
ALTER TABLE order_items ADD COLUMN discount_pct smallint DEFAULT 0 CHECK (discount_pct BETWEEN 0 AND 100);

-- id: pg-0040
-- label: dangerous
-- why: unique column: builds an index over 20 million rows under ACCESS EXCLUSIVE
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users ADD COLUMN referral_code varchar(12) UNIQUE;

-- id: pg-0041
-- label: dangerous
-- why: constrained domain forces a rewrite of 900 MB even though the column is null
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- rewrite: public.subscriptions
-- scan: public.subscriptions
ALTER TABLE subscriptions ADD COLUMN discount percentage;

-- id: pg-0042
-- label: dangerous
-- why: constrained domain forces a rewrite of 8 GB
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE public.users ADD COLUMN backup_email public.email_address;

-- id: pg-0043
-- label: dangerous
-- why: default with a foreign key: checked by a scan of 12 GB under ACCESS EXCLUSIVE
-- lock: public.countries=SHARE ROW EXCLUSIVE, public.orders=ACCESS EXCLUSIVE
-- scan: public.countries, public.orders
ALTER TABLE orders ADD COLUMN ship_country char(2) DEFAULT 'AA' REFERENCES countries (code);

-- id: pg-0044
-- label: dangerous
-- why: column and validated foreign key in one statement: scan of orders under ACCESS EXCLUSIVE
-- lock: public.orders=ACCESS EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders ADD COLUMN approver_id bigint, ADD CONSTRAINT orders_approver_fk FOREIGN KEY (approver_id) REFERENCES users (id);

-- id: pg-0045
-- label: dangerous
-- why: one harmless and one rewriting action: 9 GB rewritten
-- lock: public.payments=ACCESS EXCLUSIVE
-- rewrite: public.payments
-- scan: public.payments
ALTER TABLE payments
    ADD COLUMN note text,
    ADD COLUMN idempotency_key uuid NOT NULL DEFAULT gen_random_uuid();

-- id: pg-0046
-- label: dangerous
-- why: identity on a partitioned table rewrites every partition
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
-- rewrite: public.metrics_eu, public.metrics_us
-- scan: public.metrics_eu, public.metrics_us
ALTER TABLE metrics ADD COLUMN row_id bigint GENERATED BY DEFAULT AS IDENTITY;

-- id: pg-0047
-- label: dangerous
-- why: volatile default on the partitioned parent rewrites 58 GB
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- rewrite: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
ALTER TABLE events ADD COLUMN shard double precision DEFAULT random();

-- id: pg-0048
-- label: dangerous
-- why: nextval as default rewrites 15 GB
-- lock: public.notifications=ACCESS EXCLUSIVE
-- rewrite: public.notifications
-- scan: public.notifications
ALTER TABLE notifications ADD COLUMN batch bigint DEFAULT nextval('invoice_number_seq');

-- id: pg-0049
-- label: dangerous
-- why: timeofday() is volatile: rewrites 4 GB
-- lock: public.invoices=ACCESS EXCLUSIVE
-- rewrite: public.invoices
-- scan: public.invoices
ALTER TABLE invoices ADD COLUMN imported text DEFAULT timeofday();

-- id: pg-0050
-- label: dangerous
-- why: volatile default on the job queue: 300 MB rewritten while 2500 writes a second wait
-- lock: public.jobs=ACCESS EXCLUSIVE
-- rewrite: public.jobs
-- scan: public.jobs
ALTER TABLE jobs ADD COLUMN uid uuid DEFAULT gen_random_uuid();

-- id: pg-0051
-- label: dangerous
-- why: drops a column in use
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users DROP COLUMN age;

-- id: pg-0052
-- label: dangerous
-- why: drops a column of a huge busy table (Rails)
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE "orders" DROP COLUMN "notes";

-- id: pg-0053
-- label: dangerous
-- why: drops two columns
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE public.order_items DROP COLUMN IF EXISTS options, DROP COLUMN IF EXISTS note;

-- id: pg-0054
-- label: dangerous
-- why: CASCADE takes the dependent views along
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users DROP COLUMN deleted_at CASCADE;

-- id: pg-0055
-- label: dangerous
-- why: Django's spelling of a column drop
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE "payments" DROP COLUMN "failure_reason" CASCADE;

-- id: pg-0056
-- label: dangerous
-- why: drops a column of a small table that code reads
-- lock: public.plans=ACCESS EXCLUSIVE
ALTER TABLE plans DROP COLUMN features;

-- id: pg-0057
-- label: dangerous
-- why: column of all partitions
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
ALTER TABLE events DROP COLUMN payload;

-- id: pg-0058
-- label: dangerous
-- why: data of 300 million rows lost
-- lock: public.audit_log=ACCESS EXCLUSIVE
alter table audit_log drop before;

-- id: pg-0059
-- label: dangerous
-- why: replaces a column by another of the same name: all values are lost
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts DROP COLUMN external_ref, ADD COLUMN external_ref uuid;

-- id: pg-0060
-- label: harmless
-- why: column that does not exist, with IF EXISTS: nothing happens
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders DROP COLUMN IF EXISTS no_such_column;

-- id: pg-0061
-- label: grey
-- why: a column of an empty table: no data, but perhaps code
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards DROP COLUMN issued_at;

-- id: pg-0062
-- label: dangerous
-- why: renames a column that running code reads
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users RENAME COLUMN display_name TO full_name;

-- id: pg-0063
-- label: dangerous
-- why: rename without the word COLUMN
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE "orders" RENAME "notes" TO "customer_notes";

-- id: pg-0064
-- label: dangerous
-- why: breaks running code even though the table is tiny
-- lock: public.countries=ACCESS EXCLUSIVE
ALTER TABLE countries RENAME COLUMN dial_code TO calling_code;

-- id: pg-0065
-- label: dangerous
-- why: renames the column in every partition
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
ALTER TABLE public.events RENAME COLUMN name TO event_name;

-- id: pg-0066
-- label: dangerous
-- why: TypeORM rename
-- lock: public.inventory=ACCESS EXCLUSIVE
ALTER TABLE "public"."inventory" RENAME COLUMN "reserved" TO "reserved_quantity";

-- id: pg-0067
-- label: dangerous
-- why: renames a busy table
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE sessions RENAME TO user_sessions;

-- id: pg-0068
-- label: dangerous
-- why: renames a busy table (Django)
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE "order_items" RENAME TO "shop_orderitem";

-- id: pg-0069
-- label: dangerous
-- why: renames a small table that code reads
-- lock: public.webhooks=ACCESS EXCLUSIVE
ALTER TABLE IF EXISTS public.webhooks RENAME TO endpoints;

-- id: pg-0070
-- label: dangerous
-- why: moves a table away from its code
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices SET SCHEMA archive;

-- id: pg-0071
-- label: dangerous
-- why: renames the partitioned parent
-- lock: public.metrics=ACCESS EXCLUSIVE
ALTER TABLE metrics RENAME TO measurements;

-- id: pg-0072
-- label: fails
-- why: the column is there already
ALTER TABLE users ADD COLUMN email text;

-- id: pg-0073
-- label: fails
-- why: no default for a required column of a table with rows
ALTER TABLE accounts ADD COLUMN region varchar(10) NOT NULL;

-- id: pg-0074
-- label: fails
-- why: required column without default on 50 million rows
ALTER TABLE "orders" ADD COLUMN "tenant_id" bigint NOT NULL;

-- id: pg-0075
-- label: fails
-- why: a view needs the column
ALTER TABLE users DROP COLUMN status;

-- id: pg-0076
-- label: fails
-- why: a view needs the column
ALTER TABLE orders DROP COLUMN IF EXISTS total_cents;

-- id: pg-0077
-- label: fails
-- why: no such column
ALTER TABLE orders RENAME COLUMN placed TO placed_on;

-- id: pg-0078
-- label: fails
-- why: no such table
ALTER TABLE customers ADD COLUMN vip boolean;

-- id: pg-0079
-- label: harmless
-- why: the table is not there and IF EXISTS says that is fine
ALTER TABLE IF EXISTS customers ADD COLUMN vip boolean;

-- id: pg-0080
-- label: harmless
-- why: metadata only: default for rows to come
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN channel SET DEFAULT 'shop';

-- id: pg-0081
-- label: harmless
-- why: metadata only (Rails)
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE "users" ALTER COLUMN "locale" DROP DEFAULT;

-- id: pg-0082
-- label: harmless
-- why: volatile default for rows to come, no rewrite
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE payments ALTER COLUMN id SET DEFAULT gen_random_uuid();

-- id: pg-0083
-- label: harmless
-- why: several defaults
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions ALTER state SET DEFAULT 'active', ALTER COLUMN seats SET DEFAULT 5;

-- id: pg-0084
-- label: harmless
-- why: default on a partitioned table
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
ALTER TABLE public.events ALTER COLUMN occurred_at SET DEFAULT now();

-- id: pg-0085
-- label: harmless
-- why: Alembic drops a server default
-- lock: public.inventory=ACCESS EXCLUSIVE
ALTER TABLE inventory ALTER COLUMN reserved DROP DEFAULT;

-- id: pg-0086
-- label: grey
-- why: readers of a column that was never null may see nulls
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN user_id DROP NOT NULL;

-- id: pg-0087
-- label: grey
-- why: metadata only, but readers may see nulls
-- lock: public.addresses=ACCESS EXCLUSIVE
ALTER TABLE "addresses" ALTER COLUMN "city" DROP NOT NULL;

-- id: pg-0088
-- label: harmless
-- why: nullable already in an empty table
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ALTER COLUMN code DROP NOT NULL;

-- id: pg-0089
-- label: dangerous
-- why: scans 12 GB under ACCESS EXCLUSIVE
-- lock: public.orders=ACCESS EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN placed_at SET NOT NULL;

-- id: pg-0090
-- label: dangerous
-- why: scans 24 GB under ACCESS EXCLUSIVE (Rails change_column_null)
-- lock: public.order_items=ACCESS EXCLUSIVE
-- scan: public.order_items
ALTER TABLE "order_items" ALTER COLUMN "tax_rate" SET NOT NULL;

-- id: pg-0091
-- label: dangerous
-- why: scans 90 GB
-- lock: public.audit_log=ACCESS EXCLUSIVE
-- scan: public.audit_log
alter table audit_log alter actor_id set not null;

-- id: pg-0092
-- label: dangerous
-- why: a NOT VALID check proves nothing: scan of 8 GB under ACCESS EXCLUSIVE
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users ALTER COLUMN locale SET NOT NULL;

-- id: pg-0093
-- label: dangerous
-- why: dropping the proving check in the same statement brings the scan back
-- lock: public.orders=ACCESS EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN account_id SET NOT NULL, DROP CONSTRAINT orders_account_id_present;

-- id: pg-0094
-- label: dangerous
-- why: default and not null: the not null scans 8 GB
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users ALTER COLUMN is_admin SET DEFAULT false, ALTER COLUMN is_admin SET NOT NULL;

-- id: pg-0095
-- label: dangerous
-- why: scans every partition under ACCESS EXCLUSIVE
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
ALTER TABLE events ALTER COLUMN user_id SET NOT NULL;

-- id: pg-0096
-- label: dangerous
-- why: scans 110 GB; nobody writes but everybody waits
-- lock: analytics.page_views=ACCESS EXCLUSIVE
-- scan: analytics.page_views
ALTER TABLE analytics.page_views ALTER COLUMN viewed_at SET NOT NULL;

-- id: pg-0097
-- label: dangerous
-- why: Prisma
-- lock: public.invoices=ACCESS EXCLUSIVE
-- scan: public.invoices
-- Made the column `due_on` on table `invoices` required
ALTER TABLE "invoices" ALTER COLUMN "due_on" SET NOT NULL;

-- id: pg-0098
-- label: harmless
-- why: a validated check proves it: no scan
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN account_id SET NOT NULL;

-- id: pg-0099
-- label: harmless
-- why: proved by users_username_present, no scan
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE "users" ALTER COLUMN "username" SET NOT NULL;

-- id: pg-0100
-- label: harmless
-- why: tiny table
-- lock: public.settings=ACCESS EXCLUSIVE
-- scan: public.settings
ALTER TABLE settings ALTER COLUMN value SET NOT NULL;

-- id: pg-0101
-- label: harmless
-- why: not null already: nothing to scan
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE payments ALTER COLUMN amount SET NOT NULL;

-- id: pg-0102
-- label: harmless
-- why: tiny table
-- lock: public.categories=ACCESS EXCLUSIVE
-- scan: public.categories
ALTER TABLE categories ALTER COLUMN position SET NOT NULL;

-- id: pg-0103
-- label: grey
-- why: 180 MB are scanned in a fraction of a second, but readers wait
-- lock: public.products=ACCESS EXCLUSIVE
-- scan: public.products
ALTER TABLE products ALTER COLUMN weight_grams SET NOT NULL;

-- id: pg-0104
-- label: harmless
-- why: planner statistics only
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
ALTER TABLE orders ALTER COLUMN status SET STATISTICS 1000;

-- id: pg-0105
-- label: harmless
-- why: planner statistics only
-- lock: public.users=SHARE UPDATE EXCLUSIVE
ALTER TABLE users ALTER COLUMN country_code SET (n_distinct = 200);

-- id: pg-0106
-- label: harmless
-- why: for rows to come
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
ALTER TABLE webhook_deliveries ALTER COLUMN response SET STORAGE EXTERNAL;

-- id: pg-0107
-- label: harmless
-- why: for rows to come
-- lock: public.audit_log=ACCESS EXCLUSIVE
ALTER TABLE audit_log ALTER COLUMN after SET COMPRESSION pglz;

-- id: pg-0108
-- label: grey
-- why: metadata only, but nobody computes the price any more
-- lock: public.products=ACCESS EXCLUSIVE
ALTER TABLE products ALTER COLUMN price_with_vat DROP EXPRESSION;

-- id: pg-0109
-- label: grey
-- why: inserts without an id start to fail
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN id DROP IDENTITY;

-- id: pg-0110
-- label: grey
-- why: inserts that bring their own id start to fail
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN id SET GENERATED ALWAYS;

-- id: pg-0111
-- label: harmless
-- why: metadata only
-- lock: public.user_roles=ACCESS EXCLUSIVE
ALTER TABLE user_roles ALTER COLUMN role_id ADD GENERATED BY DEFAULT AS IDENTITY;

-- id: pg-0112
-- label: grey
-- why: 180 MB rewritten, products are read all the time
-- lock: public.products=ACCESS EXCLUSIVE
-- rewrite: public.products
-- scan: public.products
ALTER TABLE products ALTER COLUMN price_with_vat SET EXPRESSION AS (price * 1.20);

-- id: pg-0113
-- label: dangerous
-- why: int to bigint rewrites 12 GB and its five indexes
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN weight_grams TYPE bigint USING weight_grams::bigint;

-- id: pg-0114
-- label: dangerous
-- why: int to bigint rewrites 8 GB and all indexes under ACCESS EXCLUSIVE
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE users ALTER COLUMN legacy_id TYPE bigint;

-- id: pg-0115
-- label: dangerous
-- why: rewrites 40 GB
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE, public.webhooks=ACCESS EXCLUSIVE
-- rewrite: public.webhook_deliveries
-- scan: public.webhook_deliveries, public.webhooks
ALTER TABLE "webhook_deliveries" ALTER COLUMN "webhook_id" SET DATA TYPE bigint;

-- id: pg-0116
-- label: dangerous
-- why: other scale: rewrites 24 GB
-- lock: public.order_items=ACCESS EXCLUSIVE
-- rewrite: public.order_items
-- scan: public.order_items
alter table order_items alter column tax_rate type numeric(6,3);

-- id: pg-0117
-- label: dangerous
-- why: shrinks: rewrites 5 GB and may fail
-- lock: public.addresses=ACCESS EXCLUSIVE
-- rewrite: public.addresses
-- scan: public.addresses
ALTER TABLE addresses ALTER COLUMN line1 TYPE varchar(120);

-- id: pg-0118
-- label: dangerous
-- why: text to varchar(n) checks and rewrites 9 GB
-- lock: public.payments=ACCESS EXCLUSIVE
-- rewrite: public.payments
-- scan: public.payments
ALTER TABLE payments ALTER COLUMN failure_reason TYPE varchar(500);

-- id: pg-0119
-- label: dangerous
-- why: json to jsonb rewrites 30 GB
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
-- rewrite: archive.orders_2019
-- scan: archive.orders_2019
ALTER TABLE archive.orders_2019 ALTER COLUMN payload TYPE jsonb USING payload::jsonb;

-- id: pg-0120
-- label: dangerous
-- why: char to varchar rewrites 9 GB
-- lock: public.payments=ACCESS EXCLUSIVE
-- rewrite: public.payments
-- scan: public.payments
ALTER TABLE payments ALTER COLUMN currency TYPE varchar(3);

-- id: pg-0121
-- label: dangerous
-- why: enum to text rewrites 9 GB
-- lock: public.payments=ACCESS EXCLUSIVE
-- rewrite: public.payments
-- scan: public.payments
ALTER TABLE payments ALTER COLUMN method TYPE text USING method::text;

-- id: pg-0122
-- label: dangerous
-- why: text to enum rewrites 30 GB
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
-- rewrite: archive.orders_2019
-- scan: archive.orders_2019
ALTER TABLE archive.orders_2019 ALTER COLUMN status TYPE order_status USING status::order_status;

-- id: pg-0123
-- label: dangerous
-- why: precision down: rewrites 12 GB
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN discount TYPE numeric(5,1);

-- id: pg-0124
-- label: dangerous
-- why: scale change rewrites 4 GB
-- lock: public.invoices=ACCESS EXCLUSIVE
-- rewrite: public.invoices
-- scan: public.invoices
ALTER TABLE "invoices" ALTER COLUMN "total" TYPE numeric(14,4);

-- id: pg-0125
-- label: dangerous
-- why: cuts the fraction of seconds: rewrites 12 GB
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamp(0);

-- id: pg-0126
-- label: dangerous
-- why: date to timestamp rewrites 4 GB
-- lock: public.invoices=ACCESS EXCLUSIVE
-- rewrite: public.invoices
-- scan: public.invoices
ALTER TABLE invoices ALTER issued_on TYPE timestamp USING issued_on::timestamp;

-- id: pg-0127
-- label: dangerous
-- why: changed collation rebuilds the index over 20 million rows
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users ALTER COLUMN display_name TYPE text COLLATE "C";

-- id: pg-0128
-- label: dangerous
-- why: expression index on the column is rebuilt: 50 million rows
-- lock: public.orders=ACCESS EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN coupon_code TYPE varchar(100);

-- id: pg-0129
-- label: dangerous
-- why: char(3) to varchar(3) rewrites 1.5 GB of a busy table
-- lock: public.accounts=ACCESS EXCLUSIVE, public.currencies=ACCESS EXCLUSIVE
-- rewrite: public.accounts
-- scan: public.accounts, public.currencies
ALTER TABLE accounts ALTER COLUMN billing_email TYPE text, ALTER COLUMN currency TYPE varchar(3);

-- id: pg-0130
-- label: dangerous
-- why: constrained domain: rewrites 8 GB
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE users ALTER COLUMN display_name TYPE email_address USING 'x@' || id;

-- id: pg-0131
-- label: dangerous
-- why: USING with an expression rewrites 15 GB
-- lock: public.notifications=ACCESS EXCLUSIVE
-- rewrite: public.notifications
-- scan: public.notifications
ALTER TABLE notifications ALTER COLUMN kind TYPE varchar(30) USING lower(kind);

-- id: pg-0132
-- label: dangerous
-- why: rewrites every partition
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- rewrite: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
ALTER TABLE events ALTER COLUMN name TYPE text USING upper(name);

-- id: pg-0133
-- label: dangerous
-- why: double precision to numeric in all partitions: 7 GB
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
-- rewrite: public.metrics_eu, public.metrics_us
-- scan: public.metrics_eu, public.metrics_us
ALTER TABLE public.metrics ALTER COLUMN value TYPE numeric USING value::numeric;

-- id: pg-0134
-- label: dangerous
-- why: int to bigint on the quiet archive: 30 GB under ACCESS EXCLUSIVE
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
-- rewrite: archive.orders_2019
-- scan: archive.orders_2019
ALTER TABLE archive.orders_2019 ALTER COLUMN total_cents TYPE bigint;

-- id: pg-0135
-- label: dangerous
-- why: text to uuid on a huge quiet table
-- lock: analytics.page_views=ACCESS EXCLUSIVE
-- rewrite: analytics.page_views
-- scan: analytics.page_views
ALTER TABLE analytics.page_views ALTER COLUMN visitor TYPE uuid USING md5(visitor)::uuid;

-- id: pg-0136
-- label: dangerous
-- why: Django changes an integer field to big integer
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- rewrite: public.subscriptions
-- scan: public.subscriptions
ALTER TABLE "subscriptions" ALTER COLUMN "seats" TYPE bigint USING "seats"::bigint;

-- id: pg-0137
-- label: dangerous
-- why: three type changes in one go
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
-- rewrite: public.webhook_deliveries
-- scan: public.webhook_deliveries
ALTER TABLE webhook_deliveries
    ALTER COLUMN status_code TYPE integer,
    ALTER COLUMN attempts TYPE smallint,
    ALTER COLUMN response TYPE varchar;

-- id: pg-0138
-- label: dangerous
-- why: the foreign key column shrinks: 24 GB rewritten, sales stand still
-- lock: public.order_items=ACCESS EXCLUSIVE, public.orders=ACCESS EXCLUSIVE
-- rewrite: public.order_items
-- scan: public.order_items, public.orders
ALTER TABLE public.order_items ALTER COLUMN order_id SET DATA TYPE integer;

-- id: pg-0139
-- label: dangerous
-- why: timestamp with time zone to date loses the time
-- lock: public.notifications=ACCESS EXCLUSIVE
-- rewrite: public.notifications
-- scan: public.notifications
ALTER TABLE notifications ALTER COLUMN read_at TYPE date;

-- id: pg-0140
-- label: dangerous
-- why: jobs are few but 2500 writes a second wait for 300 MB to be rewritten
-- lock: public.jobs=ACCESS EXCLUSIVE
-- rewrite: public.jobs
-- scan: public.jobs
ALTER TABLE jobs ALTER COLUMN payload TYPE jsonb USING payload::jsonb;

-- id: pg-0141
-- label: dangerous
-- why: smallint to integer rewrites 300 MB of the queue
-- lock: public.jobs=ACCESS EXCLUSIVE
-- rewrite: public.jobs
-- scan: public.jobs
ALTER TABLE jobs ALTER COLUMN attempts TYPE integer;

-- id: pg-0142
-- label: dangerous
-- why: cidr to text rewrites the session store
-- lock: public.sessions=ACCESS EXCLUSIVE
-- rewrite: public.sessions
-- scan: public.sessions
ALTER TABLE sessions ALTER COLUMN ip_address TYPE text USING host(ip_address);

-- id: pg-0143
-- label: harmless
-- why: wider varchar, no expression index: metadata only
-- lock: public.addresses=ACCESS EXCLUSIVE
ALTER TABLE addresses ALTER COLUMN line1 TYPE varchar(400);

-- id: pg-0144
-- label: harmless
-- why: wider varchar (Rails)
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE "subscriptions" ALTER COLUMN "state" TYPE character varying(40);

-- id: pg-0145
-- label: dangerous
-- why: no rewrite, but the partial unique index on the column is rebuilt: 45 million rows under ACCESS EXCLUSIVE
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE payments ALTER COLUMN provider_ref TYPE text;

-- id: pg-0146
-- label: harmless
-- why: varchar to text, metadata only
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE order_items ALTER COLUMN note TYPE text;

-- id: pg-0147
-- label: harmless
-- why: varchar to unlimited varchar
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE public.sessions ALTER COLUMN token TYPE varchar;

-- id: pg-0148
-- label: harmless
-- why: text to varchar without length, no expression index on it
-- lock: public.notifications=ACCESS EXCLUSIVE
ALTER TABLE notifications ALTER COLUMN body TYPE varchar;

-- id: pg-0149
-- label: dangerous
-- why: no rewrite, but the check on the column is verified again: 9 GB under ACCESS EXCLUSIVE
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE payments ALTER COLUMN amount TYPE numeric(16,2);

-- id: pg-0150
-- label: harmless
-- why: more precision at the same scale, metadata only
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices ALTER COLUMN total TYPE numeric(16,2);

-- id: pg-0151
-- label: dangerous
-- why: no rewrite, but the check on the column is verified again: 1.5 GB under ACCESS EXCLUSIVE
-- lock: public.accounts=ACCESS EXCLUSIVE
-- scan: public.accounts
ALTER TABLE accounts ALTER COLUMN credit_limit TYPE numeric;

-- id: pg-0152
-- label: harmless
-- why: unlimited numeric from numeric(6,2)
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN discount TYPE numeric;

-- id: pg-0153
-- label: harmless
-- why: timestamp(3) to timestamp, metadata only
-- lock: public.inventory=ACCESS EXCLUSIVE
ALTER TABLE inventory ALTER COLUMN counted_at TYPE timestamp;

-- id: pg-0154
-- label: harmless
-- why: cidr to inet is binary coercible
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE sessions ALTER COLUMN ip_address TYPE inet;

-- id: pg-0155
-- label: harmless
-- why: wider varchar on a small table
-- lock: public.webhooks=ACCESS EXCLUSIVE
ALTER TABLE webhooks ALTER COLUMN secret TYPE varchar(200);

-- id: pg-0156
-- label: harmless
-- why: rewrites a table of 24 rows
-- lock: public.plans=ACCESS EXCLUSIVE
-- rewrite: public.plans
-- scan: public.plans
ALTER TABLE plans ALTER COLUMN monthly_price TYPE numeric(10,4);

-- id: pg-0157
-- label: harmless
-- why: rewrites 640 rows
-- lock: public.categories=ACCESS EXCLUSIVE
-- rewrite: public.categories
-- scan: public.categories
ALTER TABLE categories ALTER COLUMN position TYPE bigint;

-- id: pg-0158
-- label: harmless
-- why: empty table
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ALTER COLUMN balance TYPE bigint USING (balance * 100)::bigint;

-- id: pg-0159
-- label: harmless
-- why: empty table (Sequelize)
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE "gift_cards" ALTER COLUMN "code" TYPE VARCHAR(64);

-- id: pg-0160
-- label: harmless
-- why: 249 rows
-- lock: public.countries=ACCESS EXCLUSIVE
-- rewrite: public.countries
-- scan: public.countries
ALTER TABLE countries ALTER COLUMN name TYPE varchar(60);

-- id: pg-0161
-- label: harmless
-- why: wider varchar and a default, both metadata only: the check on it is not valid and not verified
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN phone TYPE varchar(30), ALTER COLUMN phone SET DEFAULT '';

-- id: pg-0162
-- label: harmless
-- why: wider varchar on all partitions, metadata only
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
ALTER TABLE events ALTER COLUMN name TYPE varchar(120);

-- id: pg-0163
-- label: dangerous
-- why: with the session in UTC nothing is rewritten, but the BRIN index is rebuilt by a scan of 90 GB
-- lock: public.audit_log=ACCESS EXCLUSIVE
-- scan: public.audit_log
ALTER TABLE audit_log ALTER COLUMN created_at TYPE timestamptz;

-- id: pg-0164
-- label: dangerous
-- why: rewrites 12 GB: AT TIME ZONE is an expression
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz USING placed_at AT TIME ZONE 'Europe/Berlin';

-- id: pg-0165
-- label: grey
-- why: 250 MB rewritten in a second or two, few writes
-- lock: public.support_tickets=ACCESS EXCLUSIVE
-- rewrite: public.support_tickets
-- scan: public.support_tickets
ALTER TABLE support_tickets ALTER COLUMN priority TYPE smallint USING CASE priority WHEN 'low' THEN 0 ELSE 1 END::smallint, ALTER COLUMN priority DROP DEFAULT;

-- id: pg-0166
-- label: grey
-- why: 60 MB rewritten, read by reports only
-- lock: analytics.daily_sales=ACCESS EXCLUSIVE
-- rewrite: analytics.daily_sales
-- scan: analytics.daily_sales
ALTER TABLE analytics.daily_sales ALTER COLUMN revenue TYPE numeric(16,4);

-- id: pg-0167
-- label: grey
-- why: 40 MB rewritten
-- lock: public.product_tags=ACCESS EXCLUSIVE, public.tags=ACCESS EXCLUSIVE
-- rewrite: public.product_tags
-- scan: public.product_tags, public.tags
ALTER TABLE product_tags ALTER COLUMN tag_id TYPE bigint;

-- id: pg-0168
-- label: fails
-- why: a view uses the column
ALTER TABLE users ALTER COLUMN email TYPE text;

-- id: pg-0169
-- label: fails
-- why: a materialized view uses the column
ALTER TABLE order_items ALTER COLUMN quantity TYPE integer;

-- id: pg-0170
-- label: fails
-- why: a view uses the column
ALTER TABLE orders ALTER COLUMN id TYPE numeric;

-- id: pg-0171
-- label: fails
-- why: a generated column depends on it
ALTER TABLE products ALTER COLUMN price TYPE numeric(12,2);

-- id: pg-0172
-- label: fails
-- why: no cast from text to integer without USING
ALTER TABLE audit_log ALTER COLUMN action TYPE integer;

-- id: pg-0173
-- label: fails
-- why: the default cannot be cast
ALTER TABLE orders ALTER COLUMN channel TYPE integer USING 0;

-- id: pg-0174
-- label: fails
-- why: a partition key column cannot change its type
ALTER TABLE events ALTER COLUMN occurred_at TYPE timestamp;

-- id: pg-0175
-- label: fails
-- why: no cast from boolean to timestamp
ALTER TABLE invoices ALTER COLUMN paid TYPE timestamptz USING paid::timestamptz;

-- id: pg-0176
-- label: dangerous
-- why: blocks 800 writes a second while 50 million rows are indexed
-- lock: public.orders=SHARE
-- scan: public.orders
CREATE INDEX orders_channel_idx ON orders (channel);

-- id: pg-0177
-- label: dangerous
-- why: Rails add_index without algorithm: :concurrently
-- lock: public.orders=SHARE
-- scan: public.orders
CREATE INDEX "index_orders_on_account_id" ON "orders" ("account_id");

-- id: pg-0178
-- label: dangerous
-- why: blocks writes; Django
-- lock: public.order_items=SHARE
-- scan: public.order_items
CREATE INDEX "order_items_product_id_1a2b3c" ON "order_items" ("product_id");

-- id: pg-0179
-- label: dangerous
-- why: unique index over 45 million rows blocks writes, fails on duplicates
-- lock: public.payments=SHARE
-- scan: public.payments
CREATE UNIQUE INDEX payments_order_method_key ON payments (order_id, method, created_at);

-- id: pg-0180
-- label: dangerous
-- why: GIN over 12 GB takes an hour of blocked writes
-- lock: public.orders=SHARE
-- scan: public.orders
CREATE INDEX orders_metadata_gin ON orders USING gin (metadata jsonb_path_ops);

-- id: pg-0181
-- label: dangerous
-- why: even IF NOT EXISTS builds it the first time
-- lock: public.notifications=SHARE
-- scan: public.notifications
CREATE INDEX IF NOT EXISTS notifications_created_at_idx ON public.notifications USING btree (created_at);

-- id: pg-0182
-- label: dangerous
-- why: expression index on 20 million users
-- lock: public.users=SHARE
-- scan: public.users
CREATE INDEX users_phone_digits_idx ON users (regexp_replace(phone, '[^0-9]', '', 'g'));

-- id: pg-0183
-- label: dangerous
-- why: partial index reads the whole table all the same
-- lock: public.sessions=SHARE
-- scan: public.sessions
CREATE INDEX sessions_recent_idx ON sessions (created_at) WHERE data IS NOT NULL;

-- id: pg-0184
-- label: dangerous
-- why: indexes every partition in one go and blocks writes on all
-- lock: public.events=SHARE, public.events_2026_09=SHARE, public.events_2026_10=SHARE, public.events_2026_11=SHARE, public.events_default=SHARE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
CREATE INDEX events_name_idx ON events (name);

-- id: pg-0185
-- label: dangerous
-- why: indexes every partition
-- lock: public.metrics=SHARE, public.metrics_eu=SHARE, public.metrics_us=SHARE
-- scan: public.metrics_eu, public.metrics_us
CREATE INDEX IF NOT EXISTS metrics_taken_at ON public.metrics USING brin (taken_at);

-- id: pg-0186
-- label: dangerous
-- why: covering index over 24 GB
-- lock: public.order_items=SHARE
-- scan: public.order_items
CREATE INDEX order_items_cover ON order_items (order_id) INCLUDE (product_id, quantity);

-- id: pg-0187
-- label: dangerous
-- why: index without a name on a busy table
-- lock: public.subscriptions=SHARE
-- scan: public.subscriptions
CREATE INDEX ON subscriptions (account_id);

-- id: pg-0188
-- label: dangerous
-- why: hash index on the session store
-- lock: public.sessions=SHARE
-- scan: public.sessions
CREATE INDEX sessions_agent_hash ON sessions USING hash (user_agent);

-- id: pg-0189
-- label: dangerous
-- why: GiST over 25 million addresses
-- lock: public.addresses=SHARE
-- scan: public.addresses
CREATE INDEX addresses_location_gist ON addresses USING gist (location);

-- id: pg-0190
-- label: dangerous
-- why: the job queue takes 2500 writes a second and 300 MB are bloated
-- lock: public.jobs=SHARE
-- scan: public.jobs
CREATE INDEX jobs_priority_idx ON jobs (priority DESC, run_at);

-- id: pg-0191
-- label: dangerous
-- why: writes to invoices wait for the build over 12 million rows
-- lock: public.invoices=SHARE
-- scan: public.invoices
create unique index concurrently_named on invoices (account_id, number);

-- id: pg-0192
-- label: dangerous
-- why: an index over a part of 300 million rows, writes wait
-- lock: public.audit_log=SHARE
-- scan: public.audit_log
CREATE INDEX audit_log_actor_idx ON audit_log (actor_id, created_at DESC NULLS LAST) WITH (fillfactor = 90) WHERE actor_id IS NOT NULL;

-- id: pg-0193
-- label: harmless
-- why: built without blocking writes
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
-- scan: public.orders
CREATE INDEX CONCURRENTLY orders_channel_idx ON orders (channel);

-- id: pg-0194
-- label: harmless
-- why: Rails with algorithm: :concurrently
-- lock: public.order_items=SHARE UPDATE EXCLUSIVE
-- scan: public.order_items
CREATE INDEX CONCURRENTLY "index_order_items_on_product_id" ON "order_items" ("product_id");

-- id: pg-0195
-- label: harmless
-- why: unique, concurrently
-- lock: public.accounts=SHARE UPDATE EXCLUSIVE
-- scan: public.accounts
CREATE UNIQUE INDEX CONCURRENTLY accounts_name_owner_key ON accounts (owner_id, name);

-- id: pg-0196
-- label: harmless
-- why: GIN, concurrently
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
-- scan: public.orders
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_metadata_gin ON public.orders USING gin (metadata);

-- id: pg-0197
-- label: harmless
-- why: expression, partial, concurrently
-- lock: public.users=SHARE UPDATE EXCLUSIVE
-- scan: public.users
create index concurrently users_lower_name on users (lower(display_name)) where deleted_at is null;

-- id: pg-0198
-- label: harmless
-- why: on one partition, concurrently
-- lock: public.events_2026_11=SHARE UPDATE EXCLUSIVE
-- scan: public.events_2026_11
CREATE INDEX CONCURRENTLY events_2026_11_name_idx ON events_2026_11 (name);

-- id: pg-0199
-- label: harmless
-- why: brin, concurrently
-- lock: analytics.page_views=SHARE UPDATE EXCLUSIVE
-- scan: analytics.page_views
CREATE INDEX CONCURRENTLY page_views_brin ON analytics.page_views USING brin (viewed_at);

-- id: pg-0200
-- label: harmless
-- why: concurrent, covering
-- lock: public.payments=SHARE UPDATE EXCLUSIVE
-- scan: public.payments
CREATE INDEX CONCURRENTLY payments_created_idx
    ON payments (created_at)
    INCLUDE (amount, currency);

-- id: pg-0201
-- label: harmless
-- why: metadata only: the parent's index is attached to later
-- lock: public.events=SHARE
CREATE INDEX events_name_idx ON ONLY events (name);

-- id: pg-0202
-- label: harmless
-- why: 160 rows
-- lock: public.currencies=SHARE
-- scan: public.currencies
CREATE INDEX currencies_name_idx ON currencies (name);

-- id: pg-0203
-- label: harmless
-- why: 900 rows (Rails)
-- lock: public.tags=SHARE
-- scan: public.tags
CREATE UNIQUE INDEX "index_tags_on_name" ON "tags" ("name");

-- id: pg-0204
-- label: harmless
-- why: empty table
-- lock: public.gift_cards=SHARE
CREATE INDEX gift_cards_code_idx ON gift_cards (code);

-- id: pg-0205
-- label: harmless
-- why: 8000 rows and hardly a write
-- lock: public.webhooks=SHARE
-- scan: public.webhooks
CREATE INDEX webhooks_account_id_idx ON webhooks (account_id);

-- id: pg-0206
-- label: harmless
-- why: the index is there already: short lock only
-- lock: public.orders=SHARE
CREATE INDEX IF NOT EXISTS orders_user_id_idx ON orders (user_id);

-- id: pg-0207
-- label: harmless
-- why: 60 rows
-- lock: public.settings=SHARE
-- scan: public.settings
CREATE INDEX ON settings (lower(value));

-- id: pg-0208
-- label: harmless
-- why: 640 rows
-- lock: public.categories=SHARE
-- scan: public.categories
CREATE UNIQUE INDEX categories_parent_name ON categories (parent_id, name);

-- id: pg-0209
-- label: harmless
-- why: on an empty standalone table
-- lock: public.events_2026_12=SHARE
CREATE INDEX events_2026_12_name ON events_2026_12 (name);

-- id: pg-0210
-- label: harmless
-- why: unread materialized view of 640 rows
-- lock: public.category_counts=SHARE
-- scan: public.category_counts
CREATE UNIQUE INDEX category_counts_key ON category_counts (category_id);

-- id: pg-0211
-- label: grey
-- why: nobody writes to the archive, but it is half an hour of IO
-- lock: archive.orders_2019=SHARE
-- scan: archive.orders_2019
CREATE INDEX orders_2019_user_idx ON archive.orders_2019 (user_id);

-- id: pg-0212
-- label: grey
-- why: 120 thousand rows, two writes a second
-- lock: public.products=SHARE
-- scan: public.products
CREATE INDEX products_name_idx ON products (name);

-- id: pg-0213
-- label: grey
-- why: 200 thousand rows, written by reports only
-- lock: analytics.daily_sales=SHARE
-- scan: analytics.daily_sales
CREATE INDEX daily_sales_product_idx ON analytics.daily_sales (product_id);

-- id: pg-0214
-- label: grey
-- why: 300 thousand rows, three writes a second
-- lock: public.support_tickets=SHARE
-- scan: public.support_tickets
CREATE INDEX support_tickets_user_idx ON support_tickets USING btree (user_id);

-- id: pg-0215
-- label: dangerous
-- why: 300 writes a second wait for an index over half a million rows
-- lock: public.inventory=SHARE
-- scan: public.inventory
CREATE INDEX inventory_warehouse_idx ON inventory (warehouse, counted_at, quantity);

-- id: pg-0216
-- label: fails
-- why: concurrently is not possible on a partitioned table
CREATE INDEX CONCURRENTLY events_name_idx ON events (name);

-- id: pg-0217
-- label: fails
-- why: no such column
CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state);

-- id: pg-0218
-- label: fails
-- why: the name is taken
CREATE INDEX orders_user_id_idx ON orders (user_id);

-- id: pg-0219
-- label: fails
-- why: a unique index of a partitioned table must contain the partition key
CREATE UNIQUE INDEX events_user_name_key ON events (user_id, name);

-- id: pg-0220
-- label: fails
-- why: functions in index expressions must be immutable
CREATE INDEX users_age_now ON users ((now() - created_at));

-- id: pg-0221
-- label: fails
-- why: no default operator class for json
CREATE INDEX CONCURRENTLY products_attributes_idx ON products (attributes);

-- id: pg-0222
-- label: grey
-- why: removes a duplicate index, but readers queue behind the lock
-- lock: public.orders=ACCESS EXCLUSIVE
DROP INDEX orders_user_id_idx;

-- id: pg-0223
-- label: grey
-- why: plans may regress, readers queue
-- lock: public.users=ACCESS EXCLUSIVE
DROP INDEX IF EXISTS public.users_created_at_idx;

-- id: pg-0224
-- label: grey
-- why: the index serves queries
-- lock: public.users=ACCESS EXCLUSIVE
DROP INDEX "index_users_on_display_name";

-- id: pg-0225
-- label: grey
-- why: several tables are locked
-- lock: public.notifications=ACCESS EXCLUSIVE, public.sessions=ACCESS EXCLUSIVE
DROP INDEX sessions_expires_at_idx, notifications_unread_idx;

-- id: pg-0226
-- label: harmless
-- why: orders_user_id_created_at_idx covers the same queries, and nothing waits
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
DROP INDEX CONCURRENTLY orders_user_id_idx;

-- id: pg-0227
-- label: grey
-- why: nothing waits, but queries by name may become slow
-- lock: public.users=SHARE UPDATE EXCLUSIVE
DROP INDEX CONCURRENTLY IF EXISTS index_users_on_display_name;

-- id: pg-0228
-- label: harmless
-- why: not there
DROP INDEX IF EXISTS orders_old_idx;

-- id: pg-0229
-- label: harmless
-- why: not there, concurrently
DROP INDEX CONCURRENTLY IF EXISTS "index_orders_on_legacy";

-- id: pg-0230
-- label: dangerous
-- why: drops the uniqueness of e-mail addresses and the index behind every login
-- lock: public.users=ACCESS EXCLUSIVE
DROP INDEX users_email_lower_key;

-- id: pg-0231
-- label: fails
-- why: a constraint needs the index
DROP INDEX plans_code_key;

-- id: pg-0232
-- label: fails
-- why: a concurrent drop takes one index only
DROP INDEX CONCURRENTLY orders_user_id_idx, users_created_at_idx;

-- id: pg-0233
-- label: fails
-- why: no such index
DROP INDEX orders_created_idx;

-- id: pg-0234
-- label: dangerous
-- why: blocks writes, and readers too, for the rebuild
-- lock: public.orders=SHARE
-- scan: public.orders
REINDEX INDEX orders_user_id_idx;

-- id: pg-0235
-- label: dangerous
-- why: rebuilds six indexes of 12 GB
-- lock: public.orders=SHARE
-- scan: public.orders
REINDEX TABLE orders;

-- id: pg-0236
-- label: dangerous
-- why: all partitions, blocked one after the other
-- lock: public.events=SHARE, public.events_2026_09=SHARE, public.events_2026_10=SHARE, public.events_2026_11=SHARE, public.events_default=SHARE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
REINDEX TABLE public.events;

-- id: pg-0237
-- label: dangerous
-- why: the whole schema
-- lock: public.accounts=SHARE, public.addresses=SHARE, public.audit_log=SHARE, public.categories=SHARE, public.countries=SHARE, public.currencies=SHARE, public.events_2026_09=SHARE, public.events_2026_10=SHARE, public.events_2026_11=SHARE, public.events_2026_12=SHARE, public.events_default=SHARE, public.feature_flags=SHARE, public.gift_cards=SHARE, public.inventory=SHARE, public.invoices=SHARE, public.jobs=SHARE, public.metrics_apac=SHARE, public.metrics_eu=SHARE, public.metrics_us=SHARE, public.notifications=SHARE, public.order_items=SHARE, public.orders=SHARE, public.payments=SHARE, public.plans=SHARE, public.product_tags=SHARE, public.products=SHARE, public.roles=SHARE, public.schema_migrations=SHARE, public.sessions=SHARE, public.settings=SHARE, public.subscriptions=SHARE, public.support_tickets=SHARE, public.tags=SHARE, public.user_roles=SHARE, public.users=SHARE, public.webhook_deliveries=SHARE, public.webhooks=SHARE
-- scan: public.accounts, public.addresses, public.audit_log, public.categories, public.countries, public.currencies, public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default, public.feature_flags, public.inventory, public.invoices, public.jobs, public.notifications, public.order_items, public.orders, public.payments, public.plans, public.product_sales, public.product_tags, public.products, public.roles, public.schema_migrations, public.sessions, public.settings, public.subscriptions, public.support_tickets, public.tags, public.user_roles, public.users, public.webhook_deliveries, public.webhooks
REINDEX SCHEMA public;

-- id: pg-0238
-- label: dangerous
-- why: the whole database
-- lock: analytics.daily_sales=SHARE, analytics.page_views=SHARE, archive.orders_2019=SHARE, public.accounts=SHARE, public.addresses=SHARE, public.audit_log=SHARE, public.categories=SHARE, public.countries=SHARE, public.currencies=SHARE, public.events_2026_09=SHARE, public.events_2026_10=SHARE, public.events_2026_11=SHARE, public.events_2026_12=SHARE, public.events_default=SHARE, public.feature_flags=SHARE, public.gift_cards=SHARE, public.inventory=SHARE, public.invoices=SHARE, public.jobs=SHARE, public.metrics_apac=SHARE, public.metrics_eu=SHARE, public.metrics_us=SHARE, public.notifications=SHARE, public.order_items=SHARE, public.orders=SHARE, public.payments=SHARE, public.plans=SHARE, public.product_tags=SHARE, public.products=SHARE, public.roles=SHARE, public.schema_migrations=SHARE, public.sessions=SHARE, public.settings=SHARE, public.subscriptions=SHARE, public.support_tickets=SHARE, public.tags=SHARE, public.user_roles=SHARE, public.users=SHARE, public.webhook_deliveries=SHARE, public.webhooks=SHARE
-- scan: analytics.daily_sales, public.accounts, public.addresses, public.audit_log, public.categories, public.countries, public.currencies, public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default, public.feature_flags, public.inventory, public.invoices, public.jobs, public.notifications, public.order_items, public.orders, public.payments, public.plans, public.product_sales, public.product_tags, public.products, public.roles, public.schema_migrations, public.sessions, public.settings, public.subscriptions, public.support_tickets, public.tags, public.user_roles, public.users, public.webhook_deliveries, public.webhooks
REINDEX (VERBOSE) DATABASE;

-- id: pg-0239
-- label: dangerous
-- why: the primary key of the payments
-- lock: public.payments=SHARE
-- scan: public.payments
reindex index payments_pkey;

-- id: pg-0240
-- label: harmless
-- why: nothing waits
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
-- scan: public.orders
REINDEX INDEX CONCURRENTLY orders_user_id_idx;

-- id: pg-0241
-- label: harmless
-- why: nothing waits
-- lock: public.users=SHARE UPDATE EXCLUSIVE
-- scan: public.users
REINDEX TABLE CONCURRENTLY users;

-- id: pg-0242
-- label: harmless
-- why: option spelling
-- lock: public.payments=SHARE UPDATE EXCLUSIVE
-- scan: public.payments
REINDEX (CONCURRENTLY, VERBOSE) INDEX public.payments_order_id_idx;

-- id: pg-0243
-- label: harmless
-- why: 24 rows
-- lock: public.plans=SHARE
-- scan: public.plans
REINDEX TABLE plans;

-- id: pg-0244
-- label: harmless
-- why: 160 rows
-- lock: public.currencies=SHARE
-- scan: public.currencies
REINDEX INDEX currencies_pkey;

-- id: pg-0245
-- label: harmless
-- why: catalogue only
ALTER INDEX orders_placed_at_idx RENAME TO orders_placed_at_index;

-- id: pg-0246
-- label: harmless
-- why: catalogue only
ALTER INDEX IF EXISTS public.users_created_at_idx RENAME TO ix_users_created_at;

-- id: pg-0247
-- label: harmless
-- why: for pages to come
ALTER INDEX orders_user_id_idx SET (fillfactor = 80);

-- id: pg-0248
-- label: harmless
-- why: for index tuples to come
ALTER INDEX audit_log_created_at_brin SET (autosummarize = on, pages_per_range = 64);

-- id: pg-0249
-- label: harmless
-- why: back to the default
ALTER INDEX users_preferences_idx RESET (fastupdate);

-- id: pg-0250
-- label: harmless
-- why: planner statistics of an expression
ALTER INDEX users_email_lower_key ALTER COLUMN 1 SET STATISTICS 500;

-- id: pg-0251
-- label: grey
-- why: renaming an index by ALTER TABLE locks it against readers for a moment
ALTER TABLE orders_placed_at_idx RENAME TO orders_by_placed_at;

-- id: pg-0252
-- label: dangerous
-- why: checks 12 GB under ACCESS EXCLUSIVE
-- lock: public.orders=ACCESS EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders ADD CONSTRAINT orders_discount_check CHECK (discount >= 0);

-- id: pg-0253
-- label: dangerous
-- why: unnamed check on 24 GB
-- lock: public.order_items=ACCESS EXCLUSIVE
-- scan: public.order_items
ALTER TABLE order_items ADD CHECK (quantity > 0);

-- id: pg-0254
-- label: dangerous
-- why: Rails add_check_constraint without validate: false
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE "payments" ADD CONSTRAINT chk_rails_5f8b1a CHECK (captured_at IS NULL OR captured_at >= '2000-01-01');

-- id: pg-0255
-- label: dangerous
-- why: check on every partition
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
ALTER TABLE events ADD CONSTRAINT events_name_known CHECK (name <> '');

-- id: pg-0256
-- label: dangerous
-- why: check on 90 GB
-- lock: public.audit_log=ACCESS EXCLUSIVE
-- scan: public.audit_log
ALTER TABLE public.audit_log ADD CONSTRAINT audit_log_entity_len CHECK (char_length(entity) < 1000);

-- id: pg-0257
-- label: dangerous
-- why: the second constraint is verified by a scan under ACCESS EXCLUSIVE
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- scan: public.subscriptions
ALTER TABLE subscriptions ADD CONSTRAINT seats_positive CHECK (seats > 0) NOT VALID, ADD CONSTRAINT state_known CHECK (state IN ('trial', 'active', 'past_due', 'cancelled'));

-- id: pg-0258
-- label: dangerous
-- why: adds and validates in one statement: scan under ACCESS EXCLUSIVE
-- lock: public.orders=ACCESS EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders ADD CONSTRAINT orders_discount_max CHECK (discount < 1000) NOT VALID, VALIDATE CONSTRAINT orders_discount_max;

-- id: pg-0259
-- label: harmless
-- why: not verified, only enforced from now on
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ADD CONSTRAINT orders_discount_check CHECK (discount >= 0) NOT VALID;

-- id: pg-0260
-- label: harmless
-- why: not verified
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE "users" ADD CONSTRAINT "users_country_present" CHECK ("country_code" IS NOT NULL) NOT VALID;

-- id: pg-0261
-- label: harmless
-- why: not verified, on all partitions
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
ALTER TABLE events ADD CONSTRAINT events_user_present CHECK (user_id IS NOT NULL) NOT VALID;

-- id: pg-0262
-- label: harmless
-- why: not verified
-- lock: public.order_items=ACCESS EXCLUSIVE
alter table public.order_items add constraint qty_positive check (quantity > 0) not valid;

-- id: pg-0263
-- label: harmless
-- why: 24 rows
-- lock: public.plans=ACCESS EXCLUSIVE
-- scan: public.plans
ALTER TABLE plans ADD CONSTRAINT plans_price_check CHECK (monthly_price >= 0);

-- id: pg-0264
-- label: harmless
-- why: empty
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ADD CHECK (balance >= 0);

-- id: pg-0265
-- label: harmless
-- why: 140 rows
-- lock: public.feature_flags=ACCESS EXCLUSIVE
-- scan: public.feature_flags
ALTER TABLE feature_flags ADD CONSTRAINT feature_flags_name CHECK (name = lower(name));

-- id: pg-0266
-- label: harmless
-- why: reads and writes go on while it verifies
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders VALIDATE CONSTRAINT orders_currency_known;

-- id: pg-0267
-- label: harmless
-- why: foreign key verified while reads and writes go on
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
-- scan: public.addresses, public.orders
ALTER TABLE orders VALIDATE CONSTRAINT orders_shipping_address_id_fkey;

-- id: pg-0268
-- label: harmless
-- why: reads and writes go on
-- lock: public.users=SHARE UPDATE EXCLUSIVE
-- scan: public.users
ALTER TABLE "users" VALIDATE CONSTRAINT "users_phone_format";

-- id: pg-0269
-- label: harmless
-- why: reads and writes go on
-- lock: public.accounts=SHARE UPDATE EXCLUSIVE
-- scan: public.accounts
alter table accounts validate constraint accounts_balance_check;

-- id: pg-0270
-- label: harmless
-- why: reads and writes go on
-- lock: public.addresses=SHARE UPDATE EXCLUSIVE
-- scan: public.addresses, public.countries
ALTER TABLE ONLY public.addresses VALIDATE CONSTRAINT addresses_country_code_fkey;

-- id: pg-0271
-- label: harmless
-- why: valid already: nothing to do
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
ALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;

-- id: pg-0272
-- label: dangerous
-- why: writes to both tables wait while 50 million rows are checked
-- lock: public.accounts=SHARE ROW EXCLUSIVE, public.orders=SHARE ROW EXCLUSIVE
-- scan: public.accounts, public.orders
ALTER TABLE orders ADD CONSTRAINT orders_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id);

-- id: pg-0273
-- label: dangerous
-- why: Rails add_foreign_key
-- lock: public.order_items=SHARE ROW EXCLUSIVE, public.products=SHARE ROW EXCLUSIVE
-- scan: public.order_items, public.products
ALTER TABLE "order_items" ADD CONSTRAINT "fk_rails_f1a29ddd47" FOREIGN KEY ("product_id") REFERENCES "products" ("id");

-- id: pg-0274
-- label: dangerous
-- why: Django, deferrable
-- lock: public.notifications=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
-- scan: public.notifications, public.users
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_9f1_fk_users_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") DEFERRABLE INITIALLY DEFERRED;

-- id: pg-0275
-- label: dangerous
-- why: Prisma
-- lock: public.sessions=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
-- scan: public.sessions, public.users
-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- id: pg-0276
-- label: dangerous
-- why: the partitioned table is checked as a whole
-- lock: public.events=SHARE ROW EXCLUSIVE, public.events_2026_09=SHARE ROW EXCLUSIVE, public.events_2026_10=SHARE ROW EXCLUSIVE, public.events_2026_11=SHARE ROW EXCLUSIVE, public.events_default=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default, public.users
ALTER TABLE events ADD FOREIGN KEY (user_id) REFERENCES users;

-- id: pg-0277
-- label: grey
-- why: 300 thousand tickets are checked, and writes to users wait meanwhile
-- lock: public.support_tickets=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
-- scan: public.support_tickets, public.users
ALTER TABLE support_tickets ADD CONSTRAINT support_tickets_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;

-- id: pg-0278
-- label: dangerous
-- why: writes to accounts wait
-- lock: public.accounts=SHARE ROW EXCLUSIVE, public.invoices=SHARE ROW EXCLUSIVE
-- scan: public.accounts, public.invoices
ALTER TABLE invoices ADD CONSTRAINT invoices_currency_fk FOREIGN KEY (account_id) REFERENCES accounts (id) ON UPDATE CASCADE;

-- id: pg-0279
-- label: harmless
-- why: not verified
-- lock: public.accounts=SHARE ROW EXCLUSIVE, public.orders=SHARE ROW EXCLUSIVE
ALTER TABLE orders ADD CONSTRAINT orders_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) NOT VALID;

-- id: pg-0280
-- label: harmless
-- why: Rails validate: false
-- lock: public.notifications=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
ALTER TABLE "notifications" ADD CONSTRAINT "fk_rails_b080fb4855" FOREIGN KEY ("user_id") REFERENCES "users" ("id") NOT VALID;

-- id: pg-0281
-- label: harmless
-- why: not verified
-- lock: public.sessions=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
ALTER TABLE sessions
  ADD CONSTRAINT sessions_user_id_fkey
  FOREIGN KEY (user_id) REFERENCES public.users (id)
  ON DELETE CASCADE
  NOT VALID;

-- id: pg-0282
-- label: harmless
-- why: empty table referring to a small one
-- lock: public.currencies=SHARE ROW EXCLUSIVE, public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ADD COLUMN currency char(3) CONSTRAINT gift_cards_currency_fk REFERENCES currencies (code);

-- id: pg-0283
-- label: harmless
-- why: lookup to lookup
-- lock: public.countries=SHARE ROW EXCLUSIVE, public.plans=ACCESS EXCLUSIVE
-- scan: public.plans
ALTER TABLE plans ADD COLUMN country char(2), ADD CONSTRAINT plans_country_fk FOREIGN KEY (country) REFERENCES countries (code);

-- id: pg-0284
-- label: grey
-- why: 8000 rows are checked, writes to 5 million accounts wait for that moment
-- lock: public.accounts=SHARE ROW EXCLUSIVE, public.webhooks=SHARE ROW EXCLUSIVE
-- scan: public.accounts, public.webhooks
ALTER TABLE webhooks ADD CONSTRAINT webhooks_account_fk FOREIGN KEY (account_id) REFERENCES accounts (id);

-- id: pg-0285
-- label: dangerous
-- why: builds a unique index over 45 million rows under ACCESS EXCLUSIVE
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE payments ADD CONSTRAINT payments_provider_ref_key1 UNIQUE (provider_ref);

-- id: pg-0286
-- label: dangerous
-- why: TypeORM unique
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE "users" ADD CONSTRAINT "UQ_a3ffb1c0c8416b9fc6f907b7433" UNIQUE ("email", "created_at");

-- id: pg-0287
-- label: dangerous
-- why: primary key over 800 million rows: index build and not null scan under ACCESS EXCLUSIVE
-- lock: analytics.page_views=ACCESS EXCLUSIVE
-- scan: analytics.page_views
ALTER TABLE analytics.page_views ADD PRIMARY KEY (id);

-- id: pg-0288
-- label: dangerous
-- why: exclusion constraint: GiST over 3 million rows under ACCESS EXCLUSIVE
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- scan: public.subscriptions
ALTER TABLE subscriptions ADD CONSTRAINT subscriptions_no_overlap EXCLUDE USING gist (current_period WITH &&) WHERE (cancelled_at > '2100-01-01');

-- id: pg-0289
-- label: dangerous
-- why: primary key on the archive
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
-- scan: archive.orders_2019
ALTER TABLE archive.orders_2019 ADD CONSTRAINT orders_2019_pkey PRIMARY KEY (id);

-- id: pg-0290
-- label: harmless
-- why: the index is there; only its name changes
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts ADD CONSTRAINT accounts_external_ref_key UNIQUE USING INDEX accounts_external_ref_uniq;

-- id: pg-0291
-- label: harmless
-- why: the index is there already
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices ADD CONSTRAINT invoices_number_key UNIQUE USING INDEX invoices_number_idx DEFERRABLE;

-- id: pg-0292
-- label: harmless
-- why: the index is there already
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ADD CONSTRAINT users_legacy_id_key UNIQUE USING INDEX users_legacy_id_uniq;

-- id: pg-0293
-- label: harmless
-- why: 900 rows
-- lock: public.tags=ACCESS EXCLUSIVE
-- scan: public.tags
ALTER TABLE tags ADD CONSTRAINT tags_name_key UNIQUE (name);

-- id: pg-0294
-- label: harmless
-- why: empty
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ADD CONSTRAINT gift_cards_code_key UNIQUE (code);

-- id: pg-0295
-- label: dangerous
-- why: the nullable key column is verified by a scan of 8 GB
-- lock: public.accounts=ACCESS EXCLUSIVE, public.addresses=ACCESS EXCLUSIVE, public.orders=ACCESS EXCLUSIVE, public.user_roles=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE, ADD PRIMARY KEY USING INDEX users_legacy_id_uniq;

-- id: pg-0296
-- label: fails
-- why: more than one primary key
ALTER TABLE orders ADD PRIMARY KEY (user_id, placed_at);

-- id: pg-0297
-- label: fails
-- why: no unique constraint on the referenced column
ALTER TABLE sessions ADD FOREIGN KEY (token) REFERENCES accounts (name);

-- id: pg-0298
-- label: fails
-- why: types do not match
ALTER TABLE orders ADD CONSTRAINT orders_account_fk FOREIGN KEY (account_id) REFERENCES users (id) NOT VALID;

-- id: pg-0299
-- label: fails
-- why: NOT VALID foreign keys of partitioned tables need PostgreSQL 18
ALTER TABLE events ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;

-- id: pg-0300
-- label: fails
-- why: no such constraint
ALTER TABLE orders VALIDATE CONSTRAINT orders_amount_check;

-- id: pg-0301
-- label: fails
-- why: no such constraint
ALTER TABLE orders DROP CONSTRAINT orders_amount_check;

-- id: pg-0302
-- label: fails
-- why: unique constraints cannot be NOT VALID
ALTER TABLE users ADD CONSTRAINT users_phone_key UNIQUE (phone) NOT VALID;

-- id: pg-0303
-- label: grey
-- why: locks users against readers as well, for a moment
-- lock: public.orders=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;

-- id: pg-0304
-- label: grey
-- why: locks orders against readers as well
-- lock: public.orders=ACCESS EXCLUSIVE, public.payments=ACCESS EXCLUSIVE
ALTER TABLE "payments" DROP CONSTRAINT IF EXISTS "payments_order_id_fkey";

-- id: pg-0305
-- label: grey
-- why: the rule is gone, nothing waits long
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders DROP CONSTRAINT orders_total_check;

-- id: pg-0306
-- label: harmless
-- why: an unverified rule is given up
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users DROP CONSTRAINT users_locale_present;

-- id: pg-0307
-- label: harmless
-- why: not there
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_amount_check;

-- id: pg-0308
-- label: dangerous
-- why: drops the primary key and every foreign key that refers to it
-- lock: public.accounts=ACCESS EXCLUSIVE, public.invoices=ACCESS EXCLUSIVE, public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE accounts DROP CONSTRAINT accounts_pkey CASCADE;

-- id: pg-0309
-- label: dangerous
-- why: drops uniqueness that upserts rely on
-- lock: public.products=ACCESS EXCLUSIVE
ALTER TABLE products DROP CONSTRAINT products_sku_key;

-- id: pg-0310
-- label: fails
-- why: foreign keys depend on it
ALTER TABLE users DROP CONSTRAINT users_pkey;

-- id: pg-0311
-- label: harmless
-- why: catalogue only
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders RENAME CONSTRAINT orders_total_check TO orders_total_cents_check;

-- id: pg-0312
-- label: harmless
-- why: catalogue only
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER CONSTRAINT orders_user_id_fkey DEFERRABLE INITIALLY IMMEDIATE;

-- id: pg-0313
-- label: harmless
-- why: new table
CREATE TABLE wishlists (id bigserial PRIMARY KEY, user_id bigint NOT NULL, name text NOT NULL DEFAULT 'My list', created_at timestamptz NOT NULL DEFAULT now());

-- id: pg-0314
-- label: harmless
-- why: new table that refers to a busy one: writes to users wait for a moment only
-- lock: public.users=SHARE ROW EXCLUSIVE
CREATE TABLE loyalty_points (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    points integer NOT NULL CHECK (points >= 0)
);

-- id: pg-0315
-- label: harmless
-- why: Rails create_table
CREATE TABLE "refunds" ("id" bigserial primary key, "payment_id" uuid NOT NULL, "amount" decimal(12,2) NOT NULL, "created_at" timestamp(6) NOT NULL, "updated_at" timestamp(6) NOT NULL);

-- id: pg-0316
-- label: harmless
-- why: Django
CREATE TABLE "shop_review" ("id" bigint NOT NULL PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY, "rating" smallint NOT NULL CHECK ("rating" >= 0), "body" text NOT NULL);

-- id: pg-0317
-- label: harmless
-- why: Prisma
-- CreateTable
CREATE TABLE "ApiKey" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- id: pg-0318
-- label: harmless
-- why: Alembic
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- id: pg-0319
-- label: harmless
-- why: Flyway history, if not there
create table if not exists "public"."flyway_schema_history" ("installed_rank" INT NOT NULL, "version" VARCHAR(50), "success" BOOLEAN NOT NULL);

-- id: pg-0320
-- label: harmless
-- why: new table, columns copied
CREATE TABLE orders_new (LIKE orders INCLUDING ALL);

-- id: pg-0321
-- label: harmless
-- why: new partitioned table
CREATE TABLE clicks (id bigint, at timestamptz NOT NULL) PARTITION BY RANGE (at);

-- id: pg-0322
-- label: harmless
-- why: hash partitioned
CREATE TABLE carts (user_id bigint NOT NULL, items jsonb) PARTITION BY HASH (user_id);

-- id: pg-0323
-- label: harmless
-- why: unlogged scratch table
CREATE UNLOGGED TABLE import_staging (line text);

-- id: pg-0324
-- label: harmless
-- why: temporary
CREATE TEMPORARY TABLE tmp_ids (id bigint) ON COMMIT DROP;

-- id: pg-0325
-- label: harmless
-- why: exclusion constraint in a new table
CREATE TABLE bookings (room integer, during tsrange, EXCLUDE USING gist (during WITH &&));

-- id: pg-0326
-- label: harmless
-- why: of a composite type
CREATE TABLE amounts OF money_amount;

-- id: pg-0327
-- label: harmless
-- why: already there
CREATE TABLE IF NOT EXISTS orders (id bigint);

-- id: pg-0328
-- label: harmless
-- why: new table filled from a lookup
-- scan: public.countries
CREATE TABLE eu_countries AS SELECT code, name FROM countries WHERE eu_member;

-- id: pg-0329
-- label: grey
-- why: reads 50 million rows for minutes, blocks nobody
-- scan: public.orders
CREATE TABLE orders_backup_20261121 AS SELECT * FROM orders;

-- id: pg-0330
-- label: grey
-- why: reads 24 GB, blocks nobody
-- scan: public.order_items
CREATE TABLE public.items_by_order AS SELECT order_id, sum(quantity) AS n FROM order_items GROUP BY order_id;

-- id: pg-0331
-- label: grey
-- why: the same by SELECT INTO
-- scan: public.users
SELECT * INTO users_copy FROM users;

-- id: pg-0332
-- label: harmless
-- why: structure only
CREATE TABLE payments_2027 AS TABLE payments WITH NO DATA;

-- id: pg-0333
-- label: dangerous
-- why: the default partition of 2 GB is scanned under ACCESS EXCLUSIVE, all events wait
-- lock: public.events=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_default
CREATE TABLE events_2027_01 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2027-02-01');

-- id: pg-0334
-- label: dangerous
-- why: the default partition of 2 GB is scanned under ACCESS EXCLUSIVE
-- lock: public.events=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_default
CREATE TABLE IF NOT EXISTS "events_2027_02" PARTITION OF "public"."events" ("user_id" NOT NULL) FOR VALUES FROM ('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00');

-- id: pg-0335
-- label: grey
-- why: all metrics wait for a moment only: there is no default partition
-- lock: public.metrics=ACCESS EXCLUSIVE
CREATE TABLE metrics_sa PARTITION OF metrics FOR VALUES IN ('sa', 'br');

-- id: pg-0336
-- label: grey
-- why: default partition for metrics
-- lock: public.metrics=ACCESS EXCLUSIVE
CREATE TABLE metrics_other PARTITION OF metrics DEFAULT;

-- id: pg-0337
-- label: harmless
-- why: attached without a scan, thanks to its check
-- lock: public.metrics=SHARE UPDATE EXCLUSIVE, public.metrics_apac=ACCESS EXCLUSIVE
ALTER TABLE metrics ATTACH PARTITION metrics_apac FOR VALUES IN ('apac');

-- id: pg-0338
-- label: dangerous
-- why: the 2 GB of the default partition are scanned under ACCESS EXCLUSIVE
-- lock: public.events=SHARE UPDATE EXCLUSIVE, public.events_2026_12=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_default
ALTER TABLE events ATTACH PARTITION events_2026_12 FOR VALUES FROM ('2026-12-01') TO ('2027-01-01');

-- id: pg-0339
-- label: grey
-- why: the rows disappear from the parent's queries
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
ALTER TABLE events DETACH PARTITION events_2026_09;

-- id: pg-0340
-- label: grey
-- why: the rows disappear from the parent's queries
-- lock: public.metrics=SHARE UPDATE EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
ALTER TABLE "public"."metrics" DETACH PARTITION "metrics_us" CONCURRENTLY;

-- id: pg-0341
-- label: fails
-- why: not while there is a default partition
ALTER TABLE events DETACH PARTITION events_2026_09 CONCURRENTLY;

-- id: pg-0342
-- label: fails
-- why: bounds overlap
CREATE TABLE events_2026_10b PARTITION OF events FOR VALUES FROM ('2026-10-15') TO ('2026-11-15');

-- id: pg-0343
-- label: fails
-- why: rows of the default partition belong there
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- id: pg-0344
-- label: fails
-- why: not a partition of it
ALTER TABLE events DETACH PARTITION metrics_eu;

-- id: pg-0345
-- label: fails
-- why: rows of the table do not fit
ALTER TABLE metrics ATTACH PARTITION metrics_apac FOR VALUES IN ('latam');

-- id: pg-0346
-- label: dangerous
-- why: drops a partition of 19 GB
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
DROP TABLE events_2026_09;

-- id: pg-0347
-- label: dangerous
-- why: all orders of 2019 are lost
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
DROP TABLE archive.orders_2019;

-- id: pg-0348
-- label: dangerous
-- why: loses 60 million rows
-- lock: public.notifications=ACCESS EXCLUSIVE
DROP TABLE IF EXISTS public.notifications;

-- id: pg-0349
-- label: dangerous
-- why: Django
-- lock: public.accounts=ACCESS EXCLUSIVE, public.plans=ACCESS EXCLUSIVE, public.subscriptions=ACCESS EXCLUSIVE
DROP TABLE "subscriptions" CASCADE;

-- id: pg-0350
-- label: dangerous
-- why: drops a table that others refer to
-- lock: public.accounts=ACCESS EXCLUSIVE, public.addresses=ACCESS EXCLUSIVE, public.countries=ACCESS EXCLUSIVE, public.orders=ACCESS EXCLUSIVE, public.user_roles=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
DROP TABLE users CASCADE;

-- id: pg-0351
-- label: dangerous
-- why: several tables
-- lock: analytics.daily_sales=ACCESS EXCLUSIVE, analytics.page_views=ACCESS EXCLUSIVE
drop table if exists analytics.page_views, analytics.daily_sales restrict;

-- id: pg-0352
-- label: dangerous
-- why: a small table, but its data and its readers
-- lock: public.feature_flags=ACCESS EXCLUSIVE
DROP TABLE feature_flags;

-- id: pg-0353
-- label: dangerous
-- why: 60 settings that code reads
-- lock: public.settings=ACCESS EXCLUSIVE
DROP TABLE settings;

-- id: pg-0354
-- label: grey
-- why: no rows, but perhaps readers
-- lock: public.gift_cards=ACCESS EXCLUSIVE
DROP TABLE gift_cards;

-- id: pg-0355
-- label: harmless
-- why: a table that is not there
DROP TABLE IF EXISTS tmp_import_2024;

-- id: pg-0356
-- label: harmless
-- why: no table of that name in any letter case
DROP TABLE IF EXISTS "OrdersBackup" CASCADE;

-- id: pg-0357
-- label: dangerous
-- why: the schema and everything in it
-- lock: analytics.daily_sales=ACCESS EXCLUSIVE, analytics.page_views=ACCESS EXCLUSIVE
DROP SCHEMA analytics CASCADE;

-- id: pg-0358
-- label: dangerous
-- why: the schema and everything in it
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
DROP SCHEMA IF EXISTS archive CASCADE;

-- id: pg-0359
-- label: fails
-- why: schema is not empty
DROP SCHEMA archive;

-- id: pg-0360
-- label: fails
-- why: others refer to it
DROP TABLE orders;

-- id: pg-0361
-- label: fails
-- why: no such table
DROP TABLE shop_orders;

-- id: pg-0362
-- label: dangerous
-- why: everything is gone at once, foreign keys along with it
-- lock: public.order_items=ACCESS EXCLUSIVE, public.orders=ACCESS EXCLUSIVE, public.payments=ACCESS EXCLUSIVE
TRUNCATE orders CASCADE;

-- id: pg-0363
-- label: dangerous
-- why: loses 60 million notifications
-- lock: public.notifications=ACCESS EXCLUSIVE
TRUNCATE TABLE ONLY public.notifications RESTART IDENTITY;

-- id: pg-0364
-- label: dangerous
-- why: loses all sessions: everybody is logged out
-- lock: public.sessions=ACCESS EXCLUSIVE
truncate sessions;

-- id: pg-0365
-- label: dangerous
-- why: loses everything in two tables
-- lock: analytics.page_views=ACCESS EXCLUSIVE, archive.orders_2019=ACCESS EXCLUSIVE
TRUNCATE analytics.page_views, archive.orders_2019;

-- id: pg-0366
-- label: dangerous
-- why: all partitions
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
TRUNCATE TABLE events;

-- id: pg-0367
-- label: dangerous
-- why: small, but the data are gone
-- lock: public.feature_flags=ACCESS EXCLUSIVE
TRUNCATE TABLE feature_flags;

-- id: pg-0368
-- label: harmless
-- why: it is empty
-- lock: public.gift_cards=ACCESS EXCLUSIVE
TRUNCATE TABLE gift_cards;

-- id: pg-0369
-- label: fails
-- why: a foreign key refers to it
TRUNCATE users;

-- id: pg-0370
-- label: harmless
-- why: new view
CREATE VIEW paying_accounts AS SELECT * FROM accounts WHERE plan_id IS NOT NULL;

-- id: pg-0371
-- label: harmless
-- why: replaced by itself and one more column
CREATE OR REPLACE VIEW active_users AS SELECT id, email, username, status, created_at FROM users WHERE deleted_at IS NULL AND status = 'active';

-- id: pg-0372
-- label: harmless
-- why: empty materialized view
CREATE MATERIALIZED VIEW revenue_by_day AS SELECT date_trunc('day', created_at) AS day, sum(amount) FROM payments GROUP BY 1 WITH NO DATA;

-- id: pg-0373
-- label: grey
-- why: reads 9 GB for minutes, blocks nobody
-- scan: public.payments
CREATE MATERIALIZED VIEW revenue AS SELECT currency, sum(amount) AS total FROM payments GROUP BY currency;

-- id: pg-0374
-- label: dangerous
-- why: running code reads the view
DROP VIEW active_users;

-- id: pg-0375
-- label: dangerous
-- why: running code reads the view
DROP VIEW IF EXISTS order_summary CASCADE;

-- id: pg-0376
-- label: dangerous
-- why: reports read it
-- lock: public.product_sales=ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW product_sales;

-- id: pg-0377
-- label: harmless
-- why: not there
DROP VIEW IF EXISTS legacy_orders;

-- id: pg-0378
-- label: dangerous
-- why: running code reads the view by its name
ALTER VIEW order_summary RENAME TO order_overview;

-- id: pg-0379
-- label: harmless
-- why: default for inserts through a view
ALTER VIEW active_users ALTER COLUMN status SET DEFAULT 'active';

-- id: pg-0380
-- label: dangerous
-- why: readers of the view wait while 24 GB are added up
-- lock: public.product_sales=ACCESS EXCLUSIVE
-- rewrite: public.product_sales
-- scan: public.order_items, public.product_sales
REFRESH MATERIALIZED VIEW product_sales;

-- id: pg-0381
-- label: harmless
-- why: readers go on
-- lock: public.product_sales=EXCLUSIVE
-- scan: public.order_items, public.product_sales
REFRESH MATERIALIZED VIEW CONCURRENTLY product_sales;

-- id: pg-0382
-- label: harmless
-- why: 640 rows out of 180 MB
-- lock: public.category_counts=ACCESS EXCLUSIVE
-- rewrite: public.category_counts
-- scan: public.products
REFRESH MATERIALIZED VIEW public.category_counts;

-- id: pg-0383
-- label: dangerous
-- why: readers get an error: it becomes unreadable
-- lock: public.product_sales=ACCESS EXCLUSIVE
REFRESH MATERIALIZED VIEW product_sales WITH NO DATA;

-- id: pg-0384
-- label: fails
-- why: needs a unique index
REFRESH MATERIALIZED VIEW CONCURRENTLY category_counts;

-- id: pg-0385
-- label: fails
-- why: a column may not be dropped by replacing
CREATE OR REPLACE VIEW active_users AS SELECT id, email FROM users;

-- id: pg-0386
-- label: dangerous
-- why: rewrites 12 GB and its indexes under ACCESS EXCLUSIVE
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
VACUUM FULL orders;

-- id: pg-0387
-- label: dangerous
-- why: all tables one after the other
-- lock: analytics.daily_sales=ACCESS EXCLUSIVE, analytics.page_views=ACCESS EXCLUSIVE, archive.orders_2019=ACCESS EXCLUSIVE, public.accounts=ACCESS EXCLUSIVE, public.addresses=ACCESS EXCLUSIVE, public.audit_log=ACCESS EXCLUSIVE, public.categories=ACCESS EXCLUSIVE, public.countries=ACCESS EXCLUSIVE, public.currencies=ACCESS EXCLUSIVE, public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_2026_12=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE, public.feature_flags=ACCESS EXCLUSIVE, public.gift_cards=ACCESS EXCLUSIVE, public.inventory=ACCESS EXCLUSIVE, public.invoices=ACCESS EXCLUSIVE, public.jobs=ACCESS EXCLUSIVE, public.metrics=ACCESS EXCLUSIVE, public.metrics_apac=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE, public.notifications=ACCESS EXCLUSIVE, public.order_items=ACCESS EXCLUSIVE, public.orders=ACCESS EXCLUSIVE, public.payments=ACCESS EXCLUSIVE, public.plans=ACCESS EXCLUSIVE, public.product_tags=ACCESS EXCLUSIVE, public.products=ACCESS EXCLUSIVE, public.roles=ACCESS EXCLUSIVE, public.schema_migrations=ACCESS EXCLUSIVE, public.sessions=ACCESS EXCLUSIVE, public.settings=ACCESS EXCLUSIVE, public.subscriptions=ACCESS EXCLUSIVE, public.support_tickets=ACCESS EXCLUSIVE, public.tags=ACCESS EXCLUSIVE, public.user_roles=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE, public.webhook_deliveries=ACCESS EXCLUSIVE, public.webhooks=ACCESS EXCLUSIVE
-- rewrite: analytics.daily_sales, analytics.page_views, archive.orders_2019, public.accounts, public.addresses, public.audit_log, public.categories, public.category_counts, public.countries, public.currencies, public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default, public.feature_flags, public.inventory, public.invoices, public.jobs, public.metrics_apac, public.metrics_eu, public.metrics_us, public.notifications, public.order_items, public.orders, public.payments, public.plans, public.product_sales, public.product_tags, public.products, public.roles, public.schema_migrations, public.sessions, public.settings, public.subscriptions, public.support_tickets, public.tags, public.user_roles, public.users, public.webhook_deliveries, public.webhooks
-- scan: analytics.daily_sales, analytics.page_views, archive.orders_2019, public.accounts, public.addresses, public.audit_log, public.categories, public.category_counts, public.countries, public.currencies, public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default, public.feature_flags, public.inventory, public.invoices, public.jobs, public.metrics_apac, public.metrics_eu, public.metrics_us, public.notifications, public.order_items, public.orders, public.payments, public.plans, public.product_sales, public.product_tags, public.products, public.roles, public.schema_migrations, public.sessions, public.settings, public.subscriptions, public.support_tickets, public.tags, public.user_roles, public.users, public.webhook_deliveries, public.webhooks
VACUUM (FULL, ANALYZE);

-- id: pg-0388
-- label: dangerous
-- why: rewrites 12 GB in the order of an index
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
CLUSTER orders USING orders_user_id_created_at_idx;

-- id: pg-0389
-- label: dangerous
-- why: rewrites 15 GB
-- lock: public.notifications=ACCESS EXCLUSIVE
-- rewrite: public.notifications
-- scan: public.notifications
cluster verbose notifications using notifications_pkey;

-- id: pg-0390
-- label: harmless
-- why: 800 rows
-- lock: public.schema_migrations=ACCESS EXCLUSIVE
-- rewrite: public.schema_migrations
-- scan: public.schema_migrations
VACUUM FULL schema_migrations;

-- id: pg-0391
-- label: harmless
-- why: 24 rows
-- lock: public.plans=ACCESS EXCLUSIVE
-- rewrite: public.plans
-- scan: public.plans
CLUSTER plans USING plans_pkey;

-- id: pg-0392
-- label: harmless
-- why: routine
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
VACUUM (ANALYZE) orders;

-- id: pg-0393
-- label: harmless
-- why: routine
-- lock: public.sessions=SHARE UPDATE EXCLUSIVE
vacuum analyze public.sessions;

-- id: pg-0394
-- label: harmless
-- why: routine, gentle
-- lock: archive.orders_2019=SHARE UPDATE EXCLUSIVE
VACUUM (FREEZE, INDEX_CLEANUP OFF, TRUNCATE OFF) archive.orders_2019;

-- id: pg-0395
-- label: harmless
-- why: routine
-- lock: public.order_items=SHARE UPDATE EXCLUSIVE
ANALYZE VERBOSE order_items (order_id, product_id);

-- id: pg-0396
-- label: harmless
-- why: routine
-- lock: analytics.daily_sales=SHARE UPDATE EXCLUSIVE, analytics.page_views=SHARE UPDATE EXCLUSIVE, archive.orders_2019=SHARE UPDATE EXCLUSIVE, public.accounts=SHARE UPDATE EXCLUSIVE, public.addresses=SHARE UPDATE EXCLUSIVE, public.audit_log=SHARE UPDATE EXCLUSIVE, public.categories=SHARE UPDATE EXCLUSIVE, public.category_counts=SHARE UPDATE EXCLUSIVE, public.countries=SHARE UPDATE EXCLUSIVE, public.currencies=SHARE UPDATE EXCLUSIVE, public.events=SHARE UPDATE EXCLUSIVE, public.events_2026_09=SHARE UPDATE EXCLUSIVE, public.events_2026_10=SHARE UPDATE EXCLUSIVE, public.events_2026_11=SHARE UPDATE EXCLUSIVE, public.events_2026_12=SHARE UPDATE EXCLUSIVE, public.events_default=SHARE UPDATE EXCLUSIVE, public.feature_flags=SHARE UPDATE EXCLUSIVE, public.gift_cards=SHARE UPDATE EXCLUSIVE, public.inventory=SHARE UPDATE EXCLUSIVE, public.invoices=SHARE UPDATE EXCLUSIVE, public.jobs=SHARE UPDATE EXCLUSIVE, public.metrics=SHARE UPDATE EXCLUSIVE, public.metrics_apac=SHARE UPDATE EXCLUSIVE, public.metrics_eu=SHARE UPDATE EXCLUSIVE, public.metrics_us=SHARE UPDATE EXCLUSIVE, public.notifications=SHARE UPDATE EXCLUSIVE, public.order_items=SHARE UPDATE EXCLUSIVE, public.orders=SHARE UPDATE EXCLUSIVE, public.payments=SHARE UPDATE EXCLUSIVE, public.plans=SHARE UPDATE EXCLUSIVE, public.product_sales=SHARE UPDATE EXCLUSIVE, public.product_tags=SHARE UPDATE EXCLUSIVE, public.products=SHARE UPDATE EXCLUSIVE, public.roles=SHARE UPDATE EXCLUSIVE, public.schema_migrations=SHARE UPDATE EXCLUSIVE, public.sessions=SHARE UPDATE EXCLUSIVE, public.settings=SHARE UPDATE EXCLUSIVE, public.subscriptions=SHARE UPDATE EXCLUSIVE, public.support_tickets=SHARE UPDATE EXCLUSIVE, public.tags=SHARE UPDATE EXCLUSIVE, public.user_roles=SHARE UPDATE EXCLUSIVE, public.users=SHARE UPDATE EXCLUSIVE, public.webhook_deliveries=SHARE UPDATE EXCLUSIVE, public.webhooks=SHARE UPDATE EXCLUSIVE
ANALYZE;

-- id: pg-0397
-- label: harmless
-- why: for the next CLUSTER only
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
ALTER TABLE orders CLUSTER ON orders_user_id_idx;

-- id: pg-0398
-- label: harmless
-- why: catalogue only
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
ALTER TABLE orders SET WITHOUT CLUSTER;

-- id: pg-0399
-- label: dangerous
-- why: rewrites 15 GB, and a crash would empty it
-- lock: public.notifications=ACCESS EXCLUSIVE
-- rewrite: public.notifications
-- scan: public.notifications
ALTER TABLE notifications SET UNLOGGED;

-- id: pg-0400
-- label: dangerous
-- why: rewrites the session store, and a crash would empty it
-- lock: public.sessions=ACCESS EXCLUSIVE
-- rewrite: public.sessions
-- scan: public.sessions
ALTER TABLE "sessions" SET UNLOGGED;

-- id: pg-0401
-- label: harmless
-- why: 60 rows, logged already
-- lock: public.settings=ACCESS EXCLUSIVE
ALTER TABLE settings SET LOGGED;

-- id: pg-0402
-- label: harmless
-- why: planner and storage options
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
ALTER TABLE orders SET (fillfactor = 85);

-- id: pg-0403
-- label: harmless
-- why: autovacuum options
-- lock: public.jobs=SHARE UPDATE EXCLUSIVE
ALTER TABLE public.jobs SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 1);

-- id: pg-0404
-- label: harmless
-- why: back to the default
-- lock: public.audit_log=SHARE UPDATE EXCLUSIVE
ALTER TABLE audit_log RESET (toast_tuple_target);

-- id: pg-0405
-- label: harmless
-- why: toast option
-- lock: public.webhook_deliveries=SHARE UPDATE EXCLUSIVE
ALTER TABLE webhook_deliveries SET (toast.autovacuum_enabled = true, parallel_workers = 4);

-- id: pg-0406
-- label: grey
-- why: the old owner loses its rights
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders OWNER TO shop_app;

-- id: pg-0407
-- label: grey
-- why: updates write more WAL from now on
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE payments REPLICA IDENTITY FULL;

-- id: pg-0408
-- label: harmless
-- why: catalogue only
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts REPLICA IDENTITY USING INDEX accounts_pkey;

-- id: pg-0409
-- label: dangerous
-- why: whoever is not the owner sees no users any more
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ENABLE ROW LEVEL SECURITY;

-- id: pg-0410
-- label: dangerous
-- why: whoever is not the owner sees no rows any more
-- lock: public.accounts=ACCESS EXCLUSIVE
alter table public.accounts enable row level security, force row level security;

-- id: pg-0411
-- label: harmless
-- why: no rows to hide
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ENABLE ROW LEVEL SECURITY;

-- id: pg-0412
-- label: harmless
-- why: it was never enabled
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders DISABLE ROW LEVEL SECURITY;

-- id: pg-0413
-- label: harmless
-- why: has no effect until row security is enabled
-- lock: public.orders=ACCESS EXCLUSIVE
CREATE POLICY own_orders ON orders FOR SELECT TO shop_app USING (user_id = current_setting('app.user_id')::bigint);

-- id: pg-0414
-- label: harmless
-- why: not there
DROP POLICY IF EXISTS own_orders ON orders;

-- id: pg-0415
-- label: grey
-- why: every write to orders runs a new function
-- lock: public.orders=SHARE ROW EXCLUSIVE
CREATE TRIGGER orders_audit AFTER INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION set_updated_at();

-- id: pg-0416
-- label: harmless
-- why: small table, rarely written
-- lock: public.feature_flags=SHARE ROW EXCLUSIVE
CREATE TRIGGER flags_touch BEFORE UPDATE ON feature_flags FOR EACH ROW EXECUTE PROCEDURE set_updated_at();

-- id: pg-0417
-- label: grey
-- why: every write to payments runs more code
-- lock: public.payments=SHARE ROW EXCLUSIVE
CREATE CONSTRAINT TRIGGER payments_check AFTER INSERT ON payments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.amount > 100000) EXECUTE FUNCTION set_updated_at();

-- id: pg-0418
-- label: dangerous
-- why: updated_at is no longer kept, readers queue
-- lock: public.users=ACCESS EXCLUSIVE
DROP TRIGGER users_set_updated_at ON users;

-- id: pg-0419
-- label: harmless
-- why: not there
DROP TRIGGER IF EXISTS users_audit ON users;

-- id: pg-0420
-- label: dangerous
-- why: foreign keys are no longer checked
-- lock: public.order_items=SHARE ROW EXCLUSIVE
ALTER TABLE order_items DISABLE TRIGGER ALL;

-- id: pg-0421
-- label: dangerous
-- why: updated_at is no longer kept
-- lock: public.orders=SHARE ROW EXCLUSIVE
ALTER TABLE orders DISABLE TRIGGER orders_set_updated_at;

-- id: pg-0422
-- label: grey
-- why: as before, but writes wait for a moment
-- lock: public.orders=SHARE ROW EXCLUSIVE
ALTER TABLE orders ENABLE TRIGGER USER;

-- id: pg-0423
-- label: dangerous
-- why: every insert into orders vanishes
-- lock: public.orders=ACCESS EXCLUSIVE
CREATE RULE orders_no_insert AS ON INSERT TO orders DO INSTEAD NOTHING;

-- id: pg-0424
-- label: dangerous
-- why: every delete is turned into something else
-- lock: public.sessions=ACCESS EXCLUSIVE
CREATE OR REPLACE RULE sessions_keep AS ON DELETE TO sessions DO INSTEAD UPDATE sessions SET expires_at = now() WHERE token = OLD.token;

-- id: pg-0425
-- label: harmless
-- why: extended statistics
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
CREATE STATISTICS orders_status_channel (dependencies, mcv) ON status, channel FROM orders;

-- id: pg-0426
-- label: harmless
-- why: not there
DROP STATISTICS IF EXISTS orders_stats;

-- id: pg-0427
-- label: harmless
-- why: documentation
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
COMMENT ON TABLE orders IS 'Everything that was ever bought; see the handbook';

-- id: pg-0428
-- label: harmless
-- why: documentation
-- lock: public.users=SHARE UPDATE EXCLUSIVE
COMMENT ON COLUMN "users"."preferences" IS 'User''s settings; keys are documented elsewhere';

-- id: pg-0429
-- label: harmless
-- why: documentation
COMMENT ON INDEX orders_open_idx IS NULL;

-- id: pg-0430
-- label: harmless
-- why: documentation
comment on constraint orders_total_check on orders is 'no negative totals';

-- id: pg-0431
-- label: grey
-- why: the set of replicated tables
-- lock: public.orders=SHARE UPDATE EXCLUSIVE, public.payments=SHARE UPDATE EXCLUSIVE
CREATE PUBLICATION shop_pub FOR TABLE orders, payments;

-- id: pg-0432
-- label: grey
-- why: publishes everything
CREATE PUBLICATION everything FOR ALL TABLES;

-- id: pg-0433
-- label: harmless
-- why: nullable column and planner statistics, metadata only
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
ALTER TABLE archive.orders_2019 ADD COLUMN extra text, ALTER COLUMN extra SET STATISTICS 10;

-- id: pg-0434
-- label: dangerous
-- why: two harmless actions and a scan of 12 GB under ACCESS EXCLUSIVE
-- lock: public.orders=ACCESS EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders
    ADD COLUMN picked_at timestamptz,
    ALTER COLUMN channel SET DEFAULT 'web',
    ALTER COLUMN metadata SET NOT NULL;

-- id: pg-0435
-- label: dangerous
-- why: one action of three rewrites 8 GB
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE users ADD COLUMN nickname text, DROP CONSTRAINT users_phone_format, ALTER COLUMN legacy_id TYPE bigint;

-- id: pg-0436
-- label: harmless
-- why: all four are metadata only
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE public.payments
    ADD COLUMN settled_at timestamptz,
    ADD COLUMN settlement_ref varchar(64),
    ALTER COLUMN currency SET DEFAULT 'EUR',
    ADD CONSTRAINT payments_settled CHECK (settled_at >= created_at) NOT VALID;

-- id: pg-0437
-- label: harmless
-- why: catalogue only
-- lock: public.webhooks=ACCESS EXCLUSIVE
ALTER TABLE webhooks ALTER COLUMN enabled SET DEFAULT false, ALTER COLUMN secret SET STORAGE PLAIN;

-- id: pg-0438
-- label: dangerous
-- why: updates 50 million rows in one transaction
-- scan: public.orders
UPDATE orders SET channel = 'web' WHERE channel IS NULL OR channel = '';

-- id: pg-0439
-- label: dangerous
-- why: updates every user
-- scan: public.users
UPDATE users SET locale = 'en';

-- id: pg-0440
-- label: dangerous
-- why: updates 180 million rows
-- scan: public.order_items
UPDATE "order_items" SET "tax_rate" = 19.00;

-- id: pg-0441
-- label: dangerous
-- why: a condition that is always true
-- scan: public.payments
UPDATE payments SET currency = 'EUR' WHERE 1 = 1;

-- id: pg-0442
-- label: dangerous
-- why: backfill of 300 million rows
-- scan: public.audit_log
update audit_log set request_id = gen_random_uuid() where request_id is null;

-- id: pg-0443
-- label: dangerous
-- why: joins two huge tables and writes one
-- scan: public.accounts, public.orders
UPDATE orders o SET account_id = a.id FROM accounts a WHERE a.owner_id = o.user_id;

-- id: pg-0444
-- label: dangerous
-- why: writes all partitions
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
UPDATE events SET name = 'page_view' WHERE name = 'pageview';

-- id: pg-0445
-- label: dangerous
-- why: normalises 20 million e-mail addresses
-- scan: public.users
UPDATE public.users SET email = lower(email) WHERE email <> lower(email);

-- id: pg-0446
-- label: dangerous
-- why: no index helps: reads and locks a large part of 60 million rows
-- scan: public.notifications
UPDATE notifications SET read_at = now() WHERE kind = 'newsletter';

-- id: pg-0447
-- label: dangerous
-- why: clears a column of 40 GB
-- scan: public.webhook_deliveries
UPDATE webhook_deliveries SET response = NULL;

-- id: pg-0448
-- label: dangerous
-- why: deletes most of 300 million rows at once
DELETE FROM audit_log WHERE created_at < now() - interval '90 days';

-- id: pg-0449
-- label: dangerous
-- why: deletes all sessions
-- scan: public.sessions
DELETE FROM sessions;

-- id: pg-0450
-- label: dangerous
-- why: deletes by a subquery over all users
-- scan: public.notifications, public.users
DELETE FROM notifications WHERE user_id IN (SELECT id FROM users WHERE deleted_at IS NOT NULL);

-- id: pg-0451
-- label: dangerous
-- why: deletes all rows of a lookup table that code reads
-- scan: public.feature_flags
DELETE FROM feature_flags;

-- id: pg-0452
-- label: dangerous
-- why: deletes with USING over two huge tables
-- scan: public.orders
DELETE FROM order_items i USING orders o WHERE o.id = i.order_id AND o.status = 'cancelled';

-- id: pg-0453
-- label: dangerous
-- why: deletes an unknown number of rows of a huge partitioned table
-- scan: public.events_2026_09, public.events_default
DELETE FROM events WHERE occurred_at < '2026-10-01';

-- id: pg-0454
-- label: dangerous
-- why: deletes the quiet archive
-- scan: archive.orders_2019
delete from archive.orders_2019 where placed_at < '2019-07-01';

-- id: pg-0455
-- label: dangerous
-- why: all duplicates of 45 million payments are sought and deleted
-- scan: public.payments
DELETE FROM payments a USING payments b WHERE a.ctid < b.ctid AND a.provider_ref = b.provider_ref;

-- id: pg-0456
-- label: harmless
-- why: one row by its primary key
UPDATE orders SET status = 'cancelled' WHERE id = 4711;

-- id: pg-0457
-- label: harmless
-- why: one row by its primary key
UPDATE "users" SET "is_admin" = TRUE WHERE "users"."id" = 42;

-- id: pg-0458
-- label: harmless
-- why: three rows by their primary key
UPDATE payments SET failure_reason = NULL WHERE id IN ('c4ca4238-a0b9-2382-0dcc-509a6f75849b', 'c81e728d-9d4c-2f63-6f06-7f89cc14862c', 'eccbc87e-4b5c-e2fe-2830-8fd9f2a7baf3');

-- id: pg-0459
-- label: harmless
-- why: one row of a lookup table
-- scan: public.countries
UPDATE countries SET vat_rate = 20 WHERE code = 'AA';

-- id: pg-0460
-- label: harmless
-- why: 24 rows
-- scan: public.plans
UPDATE plans SET active = true WHERE NOT active;

-- id: pg-0461
-- label: harmless
-- why: 640 rows
-- scan: public.categories
UPDATE categories SET position = id WHERE position IS NULL;

-- id: pg-0462
-- label: harmless
-- why: one row by its primary key
DELETE FROM sessions WHERE token = 'c4ca4238a0b923820dcc509a6f75849b';

-- id: pg-0463
-- label: harmless
-- why: one row by its primary key
DELETE FROM user_roles WHERE user_id = 7 AND role_id = 3;

-- id: pg-0464
-- label: harmless
-- why: one row of a small table
-- scan: public.settings
DELETE FROM settings WHERE key = 'legacy.checkout';

-- id: pg-0465
-- label: harmless
-- why: empty table
DELETE FROM gift_cards;

-- id: pg-0466
-- label: harmless
-- why: one row
INSERT INTO settings (key, value) VALUES ('checkout.version', '2');

-- id: pg-0467
-- label: harmless
-- why: some rows, idempotent
INSERT INTO feature_flags (name, enabled) VALUES ('new-checkout', false), ('dark-mode', true) ON CONFLICT (name) DO NOTHING;

-- id: pg-0468
-- label: harmless
-- why: upsert of one row
INSERT INTO currencies AS c (code, name, minor_units) VALUES ('JPY', 'Yen', 0) ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name;

-- id: pg-0469
-- label: harmless
-- why: Rails records its version
INSERT INTO "schema_migrations" (version) VALUES ('20261121100000');

-- id: pg-0470
-- label: harmless
-- why: one row out of small tables
-- scan: public.roles
INSERT INTO roles (id, name) SELECT max(id) + 1, 'auditor' FROM roles;

-- id: pg-0471
-- label: harmless
-- why: a bounded merge into a small table
-- scan: public.plans
MERGE INTO plans p USING (VALUES ('free', 'Free', 0.00)) AS v (code, name, price) ON p.code = v.code WHEN MATCHED THEN UPDATE SET name = v.name WHEN NOT MATCHED THEN INSERT (code, name, monthly_price) VALUES (v.code, v.name, v.price);

-- id: pg-0472
-- label: grey
-- why: one batch of ten thousand by the primary key
-- scan: public.orders
UPDATE orders SET channel = 'web' WHERE id BETWEEN 100000 AND 109999 AND channel IS NULL;

-- id: pg-0473
-- label: grey
-- why: one batch of a backfill
-- scan: public.notifications
WITH batch AS (SELECT id FROM notifications WHERE read_at IS NULL ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED) UPDATE notifications n SET read_at = now() FROM batch WHERE n.id = batch.id;

-- id: pg-0474
-- label: grey
-- why: a quarter of a million rows of a medium table
-- scan: public.support_tickets
UPDATE support_tickets SET priority = 'normal' WHERE priority = 'medium';

-- id: pg-0475
-- label: grey
-- why: all 120 thousand products
-- scan: public.products
UPDATE products SET discontinued_at = NULL WHERE discontinued_at = '1970-01-01' OR weight_grams < 1000000;

-- id: pg-0476
-- label: dangerous
-- why: copies 50 million rows
-- scan: public.orders
INSERT INTO archive.orders_2019 (id, user_id, total_cents, status, placed_at) SELECT id, user_id, total_cents, status::text, placed_at FROM orders;

-- id: pg-0477
-- label: dangerous
-- why: one notification for each of 20 million users
-- scan: public.users
INSERT INTO notifications (user_id, kind, body) SELECT id, 'terms', 'Our terms have changed' FROM users;

-- id: pg-0478
-- label: dangerous
-- why: one role for each of 20 million users
-- scan: public.roles, public.users
insert into user_roles (user_id, role_id) select id, 1 from users on conflict do nothing;

-- id: pg-0479
-- label: dangerous
-- why: merges everything into everything
-- scan: public.accounts, public.users
MERGE INTO accounts a USING users u ON a.owner_id = u.id WHEN MATCHED THEN UPDATE SET billing_email = u.email;

-- id: pg-0480
-- label: dangerous
-- why: moves rows between huge tables in one statement
-- scan: public.orders
WITH moved AS (DELETE FROM orders WHERE status = 'cancelled' RETURNING id, user_id) INSERT INTO archive.orders_2019 (id, user_id) SELECT id, user_id FROM moved;

-- id: pg-0481
-- label: dangerous
-- why: a data-changing common table expression behind a SELECT
-- scan: public.notifications
WITH gone AS (DELETE FROM notifications RETURNING 1) SELECT count(*) FROM gone;

-- id: pg-0482
-- label: harmless
-- why: bounded read
SELECT id, email FROM users WHERE id = 1;

-- id: pg-0483
-- label: harmless
-- why: constant
SELECT 1;

-- id: pg-0484
-- label: harmless
-- why: one sequence value
SELECT nextval('invoice_number_seq');

-- id: pg-0485
-- label: grey
-- why: locks all rows of the inventory
-- scan: public.inventory
SELECT * FROM inventory FOR UPDATE;

-- id: pg-0486
-- label: dangerous
-- why: opaque code
-- scan: public.users
DO $$ BEGIN UPDATE users SET locale = 'en' WHERE locale IS NULL; END $$;

-- id: pg-0487
-- label: dangerous
-- why: opaque code, dynamic SQL
-- lock: public.accounts=SHARE UPDATE EXCLUSIVE, public.addresses=SHARE UPDATE EXCLUSIVE, public.audit_log=SHARE UPDATE EXCLUSIVE, public.categories=SHARE UPDATE EXCLUSIVE, public.countries=SHARE UPDATE EXCLUSIVE, public.currencies=SHARE UPDATE EXCLUSIVE, public.events=SHARE UPDATE EXCLUSIVE, public.events_2026_09=SHARE UPDATE EXCLUSIVE, public.events_2026_10=SHARE UPDATE EXCLUSIVE, public.events_2026_11=SHARE UPDATE EXCLUSIVE, public.events_2026_12=SHARE UPDATE EXCLUSIVE, public.events_default=SHARE UPDATE EXCLUSIVE, public.feature_flags=SHARE UPDATE EXCLUSIVE, public.gift_cards=SHARE UPDATE EXCLUSIVE, public.inventory=SHARE UPDATE EXCLUSIVE, public.invoices=SHARE UPDATE EXCLUSIVE, public.jobs=SHARE UPDATE EXCLUSIVE, public.metrics=SHARE UPDATE EXCLUSIVE, public.metrics_apac=SHARE UPDATE EXCLUSIVE, public.metrics_eu=SHARE UPDATE EXCLUSIVE, public.metrics_us=SHARE UPDATE EXCLUSIVE, public.notifications=SHARE UPDATE EXCLUSIVE, public.order_items=SHARE UPDATE EXCLUSIVE, public.orders=SHARE UPDATE EXCLUSIVE, public.payments=SHARE UPDATE EXCLUSIVE, public.plans=SHARE UPDATE EXCLUSIVE, public.product_tags=SHARE UPDATE EXCLUSIVE, public.products=SHARE UPDATE EXCLUSIVE, public.roles=SHARE UPDATE EXCLUSIVE, public.schema_migrations=SHARE UPDATE EXCLUSIVE, public.sessions=SHARE UPDATE EXCLUSIVE, public.settings=SHARE UPDATE EXCLUSIVE, public.subscriptions=SHARE UPDATE EXCLUSIVE, public.support_tickets=SHARE UPDATE EXCLUSIVE, public.tags=SHARE UPDATE EXCLUSIVE, public.user_roles=SHARE UPDATE EXCLUSIVE, public.users=SHARE UPDATE EXCLUSIVE, public.webhook_deliveries=SHARE UPDATE EXCLUSIVE, public.webhooks=SHARE UPDATE EXCLUSIVE
DO $body$
DECLARE r record;
BEGIN
    FOR r IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('ANALYZE public.%I', r.tablename);
    END LOOP;
END
$body$;

-- id: pg-0488
-- label: dangerous
-- why: opaque code that hides an ALTER TABLE
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
DO LANGUAGE plpgsql $$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'orders' AND column_name = 'tax') THEN ALTER TABLE orders ADD COLUMN tax numeric DEFAULT random(); END IF; END $$;

-- id: pg-0489
-- label: dangerous
-- why: calls a procedure that deletes without limit
CALL purge_expired_sessions();

-- id: pg-0490
-- label: dangerous
-- why: runs a program on the server
-- scan: public.settings
COPY settings TO PROGRAM 'cat > /dev/null';

-- id: pg-0491
-- label: grey
-- why: the server reads its configuration anew
SELECT pg_reload_conf();

-- id: pg-0492
-- label: dangerous
-- why: ends other people's sessions
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND pid <> pg_backend_pid();

-- id: pg-0493
-- label: dangerous
-- why: the next orders get numbers that exist
ALTER SEQUENCE order_number_seq RESTART WITH 1;

-- id: pg-0494
-- label: dangerous
-- why: the next orders get numbers that exist
SELECT setval('order_number_seq', 1);

-- id: pg-0495
-- label: grey
-- why: numbers are handed out in blocks, gaps appear
ALTER SEQUENCE order_number_seq CACHE 100;

-- id: pg-0496
-- label: harmless
-- why: catalogue only
ALTER SEQUENCE invoice_number_seq OWNED BY invoices.id;

-- id: pg-0497
-- label: harmless
-- why: new sequence
CREATE SEQUENCE IF NOT EXISTS public.refund_number_seq AS bigint START WITH 1000 INCREMENT BY 10 NO CYCLE;

-- id: pg-0498
-- label: harmless
-- why: unused sequence, still at its start
ALTER SEQUENCE invoice_number_seq START WITH 500 MAXVALUE 99999999;

-- id: pg-0499
-- label: dangerous
-- why: the default of orders.id needs it
-- lock: public.orders=ACCESS EXCLUSIVE
DROP SEQUENCE order_number_seq CASCADE;

-- id: pg-0500
-- label: harmless
-- why: not there
DROP SEQUENCE IF EXISTS legacy_seq;

-- id: pg-0501
-- label: harmless
-- why: new value at the end, no table is touched
ALTER TYPE order_status ADD VALUE 'returned';

-- id: pg-0502
-- label: harmless
-- why: new value, idempotent
ALTER TYPE public.user_status ADD VALUE IF NOT EXISTS 'banned' AFTER 'suspended';

-- id: pg-0503
-- label: harmless
-- why: Prisma
-- AlterEnum
ALTER TYPE "payment_method" ADD VALUE 'klarna';

-- id: pg-0504
-- label: dangerous
-- why: code that says 'wire' gets errors
ALTER TYPE payment_method RENAME VALUE 'wire' TO 'bank_transfer';

-- id: pg-0505
-- label: dangerous
-- why: code and functions that name the type break
ALTER TYPE order_status RENAME TO order_state;

-- id: pg-0506
-- label: harmless
-- why: new type
CREATE TYPE shipment_status AS ENUM ('pending', 'in_transit', 'delivered');

-- id: pg-0507
-- label: harmless
-- why: new type
CREATE TYPE geo_point AS (lat double precision, lon double precision);

-- id: pg-0508
-- label: harmless
-- why: unused composite type
ALTER TYPE money_amount ADD ATTRIBUTE rate numeric;

-- id: pg-0509
-- label: harmless
-- why: not there
DROP TYPE IF EXISTS invoice_state;

-- id: pg-0510
-- label: dangerous
-- why: drops the status column of every user and the views on it
-- lock: public.users=ACCESS EXCLUSIVE
DROP TYPE user_status CASCADE;

-- id: pg-0511
-- label: fails
-- why: columns use it
DROP TYPE payment_method;

-- id: pg-0512
-- label: fails
-- why: enum values cannot be removed
ALTER TYPE order_status DROP VALUE 'draft';

-- id: pg-0513
-- label: harmless
-- why: new domain
CREATE DOMAIN positive_amount AS numeric(12,2) CHECK (VALUE > 0);

-- id: pg-0514
-- label: dangerous
-- why: writes to accounts wait while 5 million addresses are checked
-- lock: public.accounts=SHARE
-- scan: public.accounts
ALTER DOMAIN email_address ADD CONSTRAINT no_spaces CHECK (VALUE !~ ' ');

-- id: pg-0515
-- label: dangerous
-- why: writes to accounts wait; existing nulls make it fail at once
-- lock: public.accounts=SHARE
-- scan: public.accounts
ALTER DOMAIN email_address SET NOT NULL;

-- id: pg-0516
-- label: harmless
-- why: not verified
ALTER DOMAIN email_address ADD CONSTRAINT short_enough CHECK (length(VALUE) < 255) NOT VALID;

-- id: pg-0517
-- label: grey
-- why: the rule is gone
ALTER DOMAIN email_address DROP CONSTRAINT email_address_check;

-- id: pg-0518
-- label: harmless
-- why: 249 countries use it
-- lock: public.countries=SHARE
-- scan: public.countries
ALTER DOMAIN percentage ADD CONSTRAINT percentage_max CHECK (VALUE < 100);

-- id: pg-0519
-- label: harmless
-- why: catalogue only
ALTER DOMAIN slug SET DEFAULT 'untitled';

-- id: pg-0520
-- label: harmless
-- why: new function
CREATE FUNCTION order_total(bigint) RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT sum(quantity * unit_price)::bigint FROM order_items WHERE order_id = $1 $$;

-- id: pg-0521
-- label: dangerous
-- why: changes what every update of users and orders does
CREATE OR REPLACE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := clock_timestamp(); RETURN NEW; END $$;

-- id: pg-0522
-- label: dangerous
-- why: running code calls it
DROP FUNCTION new_token();

-- id: pg-0523
-- label: dangerous
-- why: the triggers that keep updated_at go with it
-- lock: public.orders=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
DROP FUNCTION IF EXISTS set_updated_at() CASCADE;

-- id: pg-0524
-- label: fails
-- why: triggers need it
DROP FUNCTION set_updated_at();

-- id: pg-0525
-- label: harmless
-- why: not there
DROP FUNCTION IF EXISTS legacy_total(integer);

-- id: pg-0526
-- label: harmless
-- why: new procedure, not run
CREATE PROCEDURE archive_orders(before date) LANGUAGE sql BEGIN ATOMIC DELETE FROM archive.orders_2019 WHERE placed_at < before; END;

-- id: pg-0527
-- label: harmless
-- why: planner hint
ALTER FUNCTION normalize_email(text) PARALLEL SAFE;

-- id: pg-0528
-- label: dangerous
-- why: jobs call it by its name
DROP PROCEDURE purge_expired_sessions();

-- id: pg-0529
-- label: harmless
-- why: gives rights
GRANT SELECT ON TABLE orders TO shop_readonly;

-- id: pg-0530
-- label: harmless
-- why: gives rights
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO shop_app;

-- id: pg-0531
-- label: harmless
-- why: gives rights for tables to come
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO shop_readonly;

-- id: pg-0532
-- label: harmless
-- why: gives rights
GRANT INSERT (account_id, url), UPDATE (enabled) ON webhooks TO shop_app;

-- id: pg-0533
-- label: dangerous
-- why: the application can no longer read or write
REVOKE ALL ON orders FROM shop_app;

-- id: pg-0534
-- label: dangerous
-- why: the application can no longer write
REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public FROM shop_app;

-- id: pg-0535
-- label: grey
-- why: everybody is a superuser of the shop's data now
GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA public TO PUBLIC;

-- id: pg-0536
-- label: harmless
-- why: new role that cannot log in
CREATE ROLE reporting NOLOGIN;

-- id: pg-0537
-- label: grey
-- why: a new way in
CREATE USER analyst WITH PASSWORD 'changeme' CREATEDB;

-- id: pg-0538
-- label: grey
-- why: rights through membership
GRANT shop_app TO shop_readonly;

-- id: pg-0539
-- label: dangerous
-- why: the role's objects and rights are dropped
DROP OWNED BY shop_app;

-- id: pg-0540
-- label: grey
-- why: rights move to another role
REASSIGN OWNED BY shop_app TO postgres;

-- id: pg-0541
-- label: harmless
-- why: new schema
CREATE SCHEMA IF NOT EXISTS reporting AUTHORIZATION shop_readonly;

-- id: pg-0542
-- label: dangerous
-- why: code that names the schema breaks
ALTER SCHEMA analytics RENAME TO reporting;

-- id: pg-0543
-- label: grey
-- why: a server-wide setting
ALTER SYSTEM SET work_mem = '512MB';

-- id: pg-0544
-- label: grey
-- why: sessions to come
ALTER DATABASE shop SET statement_timeout = '30s';

-- id: pg-0545
-- label: grey
-- why: sessions of the application to come
ALTER ROLE shop_app SET search_path = app, public;

-- id: pg-0546
-- label: harmless
-- why: this session only
SET lock_timeout = '2s';

-- id: pg-0547
-- label: harmless
-- why: this session only
SET LOCAL statement_timeout TO '5min';

-- id: pg-0548
-- label: harmless
-- why: this session only
SELECT set_config('search_path', 'public', false);

-- id: pg-0549
-- label: harmless
-- why: this session only
RESET ALL;

-- id: pg-0550
-- label: dangerous
-- why: readers and writers wait until the end of the transaction
-- lock: public.orders=ACCESS EXCLUSIVE
LOCK TABLE orders;

-- id: pg-0551
-- label: dangerous
-- why: writers wait until the end of the transaction
-- lock: public.payments=EXCLUSIVE
LOCK TABLE payments IN EXCLUSIVE MODE;

-- id: pg-0552
-- label: grey
-- why: writers of a hot table wait until the end of the transaction, but it gives up at once if it cannot
-- lock: public.users=SHARE
LOCK TABLE users IN SHARE MODE NOWAIT;

-- id: pg-0553
-- label: grey
-- why: a script of the extension runs
CREATE EXTENSION IF NOT EXISTS plpgsql;

-- id: pg-0554
-- label: dangerous
-- why: functions and columns of the extension go along
-- lock: public.orders=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
DROP EXTENSION plpgsql CASCADE;

-- id: pg-0555
-- label: harmless
-- why: new collation
CREATE COLLATION german (provider = libc, locale = 'C');

-- id: pg-0556
-- label: grey
-- why: new database
CREATE DATABASE reporting_copy;

-- id: pg-0557
-- label: fails
-- why: no such database
DROP DATABASE staging;

-- id: pg-0558
-- label: grey
-- why: not there
DROP DATABASE IF EXISTS staging;

-- id: pg-0559
-- label: harmless
-- why: new text search configuration
CREATE TEXT SEARCH CONFIGURATION shop_german (COPY = pg_catalog.german);

-- id: pg-0560
-- label: harmless
-- why: notification only
NOTIFY cache_invalidation, 'plans';

-- id: pg-0561
-- label: fails
-- why: no such prepared statement
EXECUTE backfill_users(1, 1000);

-- id: pg-0562
-- label: fails
-- why: syntax error: comma missing
ALTER TABLE orders ADD COLUMN a int ADD COLUMN b int;

-- id: pg-0563
-- label: fails
-- why: MySQL's spelling
ALTER TABLE `orders` ADD COLUMN `x` INT AFTER `id`;

-- id: pg-0564
-- label: fails
-- why: MySQL's MODIFY
ALTER TABLE orders MODIFY COLUMN notes varchar(500);

-- id: pg-0565
-- label: harmless
-- why: child table of its own, the parent is hardly touched
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
CREATE TABLE orders_test () INHERITS (orders);

-- id: pg-0566
-- label: dangerous
-- why: the place stays, but the volatile default rewrites 12 GB
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders SET TABLESPACE pg_default, ADD COLUMN moved_at timestamptz DEFAULT clock_timestamp();

-- id: pg-0567
-- label: harmless
-- why: it is there already
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders SET TABLESPACE pg_default;

-- id: pg-0568
-- label: harmless
-- why: it is heap already
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders SET ACCESS METHOD heap;

-- id: pg-0569
-- label: dangerous
-- why: the reporting view is gone under its name
-- lock: public.product_sales=ACCESS EXCLUSIVE
ALTER MATERIALIZED VIEW product_sales RENAME TO product_totals;

-- id: pg-0570
-- label: harmless
-- why: view option
ALTER VIEW active_users SET (security_barrier = true);

-- id: pg-0571
-- label: fails
-- why: no such function
CREATE EVENT TRIGGER no_drops ON sql_drop EXECUTE FUNCTION set_updated_at_event();

-- id: pg-0572
-- label: harmless
-- why: flushes the disk cache early
CHECKPOINT;

-- id: pg-0573
-- label: harmless
-- why: this session only
DISCARD ALL;

-- id: pg-0574
-- label: harmless
-- why: this transaction only
SET CONSTRAINTS ALL DEFERRED;

-- id: pg-0575
-- label: harmless
-- why: new aggregate
CREATE AGGREGATE product_of(numeric) (SFUNC = numeric_mul, STYPE = numeric);

-- id: pg-0576
-- label: dangerous
-- why: writes the system catalogue: code that says suspended gets errors
UPDATE pg_enum SET enumlabel = 'blocked' WHERE enumlabel = 'suspended';

-- id: pg-0577
-- label: dangerous
-- why: writes the system catalogue
UPDATE pg_attribute SET atttypmod = 304 WHERE attrelid = 'users'::regclass AND attname = 'phone';

-- id: pg-0578
-- label: harmless
-- why: drops a rule that was not verified and sets a default
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users
    DROP CONSTRAINT users_phone_format,
    ALTER COLUMN phone DROP DEFAULT;

-- id: pg-0579
-- label: dangerous
-- why: two columns fewer in a table that code writes 2500 times a second
-- lock: public.jobs=ACCESS EXCLUSIVE
ALTER TABLE jobs DROP COLUMN locked_at, DROP COLUMN locked_by;

-- id: pg-0580
-- label: dangerous
-- why: small table, but the column is in use and its values are gone
-- lock: public.feature_flags=ACCESS EXCLUSIVE
ALTER TABLE "feature_flags" DROP COLUMN "rollout";

-- id: pg-0581
-- label: harmless
-- why: constant default on a small table
-- lock: public.webhooks=ACCESS EXCLUSIVE
ALTER TABLE IF EXISTS ONLY public.webhooks ADD COLUMN IF NOT EXISTS retries integer NOT NULL DEFAULT 3;

-- id: pg-0582
-- label: dangerous
-- why: Sequelize changes a column by its whole definition: rewrites 15 GB
-- lock: public.notifications=ACCESS EXCLUSIVE
-- rewrite: public.notifications
-- scan: public.notifications
ALTER TABLE "notifications" ALTER COLUMN "kind" SET NOT NULL, ALTER COLUMN "kind" DROP DEFAULT, ALTER COLUMN "kind" TYPE VARCHAR(20);

-- id: pg-0583
-- label: harmless
-- why: Sequelize changes a column by its whole definition, which only becomes wider
-- lock: public.notifications=ACCESS EXCLUSIVE
ALTER TABLE "notifications" ALTER COLUMN "kind" SET NOT NULL, ALTER COLUMN "kind" DROP DEFAULT, ALTER COLUMN "kind" TYPE VARCHAR(60);

-- id: pg-0584
-- label: dangerous
-- why: TypeORM drops and adds a column to change its type
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE "payments" DROP COLUMN "captured_at", ADD "captured_at" TIMESTAMP WITH TIME ZONE;

-- id: pg-0585
-- label: harmless
-- why: Liquibase adds two columns
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE public.accounts ADD COLUMN vat_number VARCHAR(20), ADD COLUMN vat_checked_at TIMESTAMP WITH TIME ZONE;

-- id: pg-0586
-- label: dangerous
-- why: Ecto: a reference with a default is checked against users by a scan of 40 GB
-- lock: public.users=SHARE ROW EXCLUSIVE, public.webhook_deliveries=ACCESS EXCLUSIVE
-- scan: public.users, public.webhook_deliveries
ALTER TABLE "webhook_deliveries" ADD COLUMN "owner_id" bigint DEFAULT 1 CONSTRAINT "webhook_deliveries_owner_id_fkey" REFERENCES "users"("id") ON DELETE SET NULL;

-- id: pg-0587
-- label: dangerous
-- why: a window function numbers 45 million payments
-- scan: public.payments
WITH n AS (SELECT id, row_number() OVER (PARTITION BY order_id ORDER BY created_at) AS k FROM payments) UPDATE payments p SET provider_ref = p.provider_ref || '-' || n.k FROM n WHERE n.id = p.id AND n.k > 1;

-- id: pg-0588
-- label: harmless
-- why: the values are bounded by a list
INSERT INTO countries (code, name, dial_code, eu_member) VALUES
    ('XK', 'Kosovo', '+383', false),
    ('XI', 'Northern Ireland', '+44', false)
ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, dial_code = EXCLUDED.dial_code;

-- id: pg-0589
-- label: harmless
-- why: explains, does not run
EXPLAIN UPDATE users SET locale = 'en';

-- id: pg-0590
-- label: dangerous
-- why: explains by running it
-- scan: public.notifications
EXPLAIN (ANALYZE, BUFFERS) DELETE FROM notifications WHERE read_at < now();

