-- Held-out statements against schema.sql with the sizes of facts.json; the format is explained in the folder above.

-- id: ho-pg-0001
-- label: harmless
-- why: Rails adds a nullable reference column without a constraint
-- lock: public.support_tickets=ACCESS EXCLUSIVE
ALTER TABLE "support_tickets" ADD "assignee_id" bigint;

-- id: ho-pg-0002
-- label: harmless
-- why: CURRENT_DATE is stable, evaluated once, no rewrite
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices ADD COLUMN booked_on date NOT NULL DEFAULT CURRENT_DATE;

-- id: ho-pg-0003
-- label: harmless
-- why: LOCALTIMESTAMP is stable, no rewrite
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE public.order_items ADD COLUMN added_at timestamp DEFAULT LOCALTIMESTAMP;

-- id: ho-pg-0004
-- label: harmless
-- why: statement_timestamp() is stable, no rewrite
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
alter table webhook_deliveries
  add column if not exists enqueued_at timestamptz not null default statement_timestamp();

-- id: ho-pg-0005
-- label: harmless
-- why: the epoch of now() is stable, no rewrite
-- lock: public.audit_log=ACCESS EXCLUSIVE
ALTER TABLE audit_log ADD COLUMN recorded_epoch bigint DEFAULT EXTRACT(EPOCH FROM now())::bigint;

-- id: ho-pg-0006
-- label: harmless
-- why: current_user is stable
-- lock: public.addresses=ACCESS EXCLUSIVE
ALTER TABLE addresses ADD COLUMN created_by name DEFAULT CURRENT_USER;

-- id: ho-pg-0007
-- label: harmless
-- why: to_char of now() is stable, evaluated once
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE payments ADD COLUMN period char(6) DEFAULT to_char(now(), 'YYYYMM');

-- id: ho-pg-0008
-- label: harmless
-- why: an array constructor of constants as default
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions ADD COLUMN addons integer[] NOT NULL DEFAULT ARRAY[]::integer[];

-- id: ho-pg-0009
-- label: harmless
-- why: negative constant default
-- lock: public.user_roles=ACCESS EXCLUSIVE
ALTER TABLE user_roles ADD COLUMN weight numeric(4,1) NOT NULL DEFAULT -1.5;

-- id: ho-pg-0010
-- label: harmless
-- why: interval constant as default
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE sessions ADD COLUMN max_idle interval NOT NULL DEFAULT INTERVAL '30 minutes';

-- id: ho-pg-0011
-- label: fails
-- why: defaults are dropped before columns are added
ALTER TABLE "orders" ADD COLUMN "is_gift" boolean DEFAULT false NOT NULL, ALTER COLUMN "is_gift" DROP DEFAULT;

-- id: ho-pg-0012
-- label: harmless
-- why: three constant defaults at once
-- lock: public.notifications=ACCESS EXCLUSIVE
ALTER TABLE "public"."notifications"
    ADD COLUMN "channel" varchar(16) NOT NULL DEFAULT 'push',
    ADD COLUMN "priority" smallint NOT NULL DEFAULT 0,
    ADD COLUMN "muted" boolean NOT NULL DEFAULT false;

-- id: ho-pg-0013
-- label: harmless
-- why: nullable column and a comment between the words
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE -- hot path, see runbook
    public . order_items
    ADD /* nullable on purpose */ COLUMN "refundedAt" timestamp ( 3 );

-- id: ho-pg-0014
-- label: harmless
-- why: nested comment before a metadata-only add
-- lock: public.users=ACCESS EXCLUSIVE
/* ticket /* nested */ SHOP-812 */ ALTER TABLE users ADD COLUMN pronouns varchar(40);

-- id: ho-pg-0015
-- label: harmless
-- why: every partition gets a constant default
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
ALTER TABLE metrics ADD COLUMN unit text NOT NULL DEFAULT '';

-- id: ho-pg-0016
-- label: harmless
-- why: one partition's sibling-to-be is empty
-- lock: public.events_2026_12=ACCESS EXCLUSIVE
ALTER TABLE events_2026_12 ADD COLUMN loaded boolean NOT NULL DEFAULT true;

-- id: ho-pg-0017
-- label: harmless
-- why: the nullable enum array is metadata only
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ADD COLUMN status_history order_status[];

-- id: ho-pg-0018
-- label: harmless
-- why: composite type, nullable
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices ADD COLUMN original money_amount;

-- id: ho-pg-0019
-- label: harmless
-- why: unconstrained domain with a constant default
-- lock: public.products=ACCESS EXCLUSIVE
ALTER TABLE products ADD COLUMN handle slug DEFAULT 'untitled' NOT NULL;

-- id: ho-pg-0020
-- label: harmless
-- why: constrained domain on a table of 24 rows
-- lock: public.plans=ACCESS EXCLUSIVE
-- rewrite: public.plans
-- scan: public.plans
ALTER TABLE plans ADD COLUMN discount percentage DEFAULT 0;

-- id: ho-pg-0021
-- label: harmless
-- why: volatile default for 12 rows
-- lock: public.roles=ACCESS EXCLUSIVE
-- rewrite: public.roles
-- scan: public.roles
ALTER TABLE roles ADD COLUMN uid uuid NOT NULL DEFAULT gen_random_uuid();

-- id: ho-pg-0022
-- label: harmless
-- why: identity in an empty table
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ADD COLUMN serial_no bigint GENERATED ALWAYS AS IDENTITY;

-- id: ho-pg-0023
-- label: harmless
-- why: generated column over 900 tags
-- lock: public.tags=ACCESS EXCLUSIVE
-- rewrite: public.tags
-- scan: public.tags
ALTER TABLE tags ADD COLUMN name_search tsvector GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED;

-- id: ho-pg-0024
-- label: harmless
-- why: nullable foreign key column: nothing to verify
-- lock: public.orders=SHARE ROW EXCLUSIVE, public.support_tickets=ACCESS EXCLUSIVE
ALTER TABLE support_tickets ADD COLUMN order_id bigint CONSTRAINT support_tickets_order_fk REFERENCES orders (id) ON DELETE SET NULL;

-- id: ho-pg-0025
-- label: harmless
-- why: an empty table refers to users from now on, whose writers wait only for a moment
-- lock: public.gift_cards=ACCESS EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
ALTER TABLE gift_cards ADD COLUMN owner_id bigint REFERENCES users;

-- id: ho-pg-0026
-- label: harmless
-- why: nullable column with a not-valid check on it
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts ADD COLUMN risk_score smallint, ADD CONSTRAINT accounts_risk_range CHECK (risk_score BETWEEN 0 AND 100) NOT VALID;

-- id: ho-pg-0027
-- label: harmless
-- why: large text constant
-- lock: public.settings=ACCESS EXCLUSIVE
ALTER TABLE settings ADD COLUMN help text NOT NULL DEFAULT $doc$Ask the people who know; "it depends"$doc$;

-- id: ho-pg-0028
-- label: harmless
-- why: exists already, does nothing
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE "payments" ADD COLUMN IF NOT EXISTS "failure_reason" TEXT;

-- id: ho-pg-0029
-- label: harmless
-- why: compression is a property of values to come
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
ALTER TABLE webhook_deliveries ADD COLUMN headers jsonb COMPRESSION pglz, ALTER COLUMN response SET COMPRESSION pglz;

-- id: ho-pg-0030
-- label: harmless
-- why: collation of a new nullable column
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ADD COLUMN sort_name text COLLATE "C";

-- id: ho-pg-0031
-- label: dangerous
-- why: a random slug per row rewrites 4 GB
-- lock: public.invoices=ACCESS EXCLUSIVE
-- rewrite: public.invoices
-- scan: public.invoices
ALTER TABLE invoices ADD COLUMN share_slug text NOT NULL DEFAULT md5(random()::text);

-- id: ho-pg-0032
-- label: dangerous
-- why: cast random number rewrites 15 GB
-- lock: public.notifications=ACCESS EXCLUSIVE
-- rewrite: public.notifications
-- scan: public.notifications
ALTER TABLE notifications ADD COLUMN bucket integer DEFAULT (random() * 100)::integer;

-- id: ho-pg-0033
-- label: dangerous
-- why: Rails uuid column on 25 million addresses is rewritten
-- lock: public.addresses=ACCESS EXCLUSIVE
-- rewrite: public.addresses
-- scan: public.addresses
ALTER TABLE "addresses" ADD "uuid" uuid DEFAULT gen_random_uuid() NOT NULL;

-- id: ho-pg-0034
-- label: dangerous
-- why: nextval in an expression rewrites 24 GB
-- lock: public.order_items=ACCESS EXCLUSIVE
-- rewrite: public.order_items
-- scan: public.order_items
ALTER TABLE order_items ADD COLUMN line_ref text DEFAULT 'L-' || nextval('invoice_number_seq');

-- id: ho-pg-0035
-- label: dangerous
-- why: the shop's own volatile function is run 5 million times
-- lock: public.accounts=ACCESS EXCLUSIVE
-- rewrite: public.accounts
-- scan: public.accounts
ALTER TABLE accounts ADD COLUMN api_token text NOT NULL DEFAULT public.new_token();

-- id: ho-pg-0036
-- label: dangerous
-- why: second of three columns has a volatile default
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
-- rewrite: public.webhook_deliveries
-- scan: public.webhook_deliveries
ALTER TABLE webhook_deliveries
    ADD COLUMN trace_id varchar(32),
    ADD COLUMN seen_at timestamptz DEFAULT clock_timestamp(),
    ADD COLUMN retried boolean DEFAULT false;

-- id: ho-pg-0037
-- label: dangerous
-- why: smallserial still fills every row of 900 MB
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- rewrite: public.subscriptions
-- scan: public.subscriptions
ALTER TABLE subscriptions ADD ordinal smallserial;

-- id: ho-pg-0038
-- label: dangerous
-- why: identity on 21 million rows
-- lock: public.user_roles=ACCESS EXCLUSIVE
-- rewrite: public.user_roles
-- scan: public.user_roles
ALTER TABLE public.user_roles ADD COLUMN id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (START WITH 1 CACHE 100);

-- id: ho-pg-0039
-- label: dangerous
-- why: stored generated column rewrites the hottest small table
-- lock: public.jobs=ACCESS EXCLUSIVE
-- rewrite: public.jobs
-- scan: public.jobs
ALTER TABLE jobs ADD COLUMN is_locked boolean GENERATED ALWAYS AS (locked_by IS NOT NULL) STORED;

-- id: ho-pg-0040
-- label: dangerous
-- why: stored generated column rewrites 15 GB
-- lock: public.notifications=ACCESS EXCLUSIVE
-- rewrite: public.notifications
-- scan: public.notifications
ALTER TABLE notifications ADD COLUMN body_len integer GENERATED ALWAYS AS (length(body)) STORED;

-- id: ho-pg-0041
-- label: dangerous
-- why: stored generated column on every partition
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_09=ACCESS EXCLUSIVE, public.events_2026_10=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- rewrite: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
ALTER TABLE events ADD COLUMN country text GENERATED ALWAYS AS (payload ->> 'country') STORED;

-- id: ho-pg-0042
-- label: dangerous
-- why: every row of both partitions is written anew
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
-- rewrite: public.metrics_eu, public.metrics_us
-- scan: public.metrics_eu, public.metrics_us
ALTER TABLE metrics ADD COLUMN sample_id bigserial;

-- id: ho-pg-0043
-- label: dangerous
-- why: constrained domain with a default rewrites 12 GB
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
ALTER TABLE orders ADD COLUMN vat_rate percentage DEFAULT 19;

-- id: ho-pg-0044
-- label: dangerous
-- why: primary key over a column that is filled row by row
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
-- rewrite: archive.orders_2019
-- scan: archive.orders_2019
ALTER TABLE archive.orders_2019 ADD COLUMN row_id bigserial PRIMARY KEY;

-- id: ho-pg-0045
-- label: dangerous
-- why: checked column with a default: 9 GB are scanned in ACCESS EXCLUSIVE
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE payments ADD COLUMN fee numeric(8,2) NOT NULL DEFAULT 0 CHECK (fee >= 0);

-- id: ho-pg-0046
-- label: dangerous
-- why: table constraint over the new column scans 8 GB
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users ADD COLUMN login_count integer NOT NULL DEFAULT 0, ADD CONSTRAINT users_login_count_positive CHECK (login_count >= 0);

-- id: ho-pg-0047
-- label: dangerous
-- why: unique column indexes 12 million rows in ACCESS EXCLUSIVE
-- lock: public.invoices=ACCESS EXCLUSIVE
-- scan: public.invoices
ALTER TABLE "invoices" ADD COLUMN "external_id" varchar(64) NULL UNIQUE;

-- id: ho-pg-0048
-- label: dangerous
-- why: default and foreign key: 25 million addresses are checked
-- lock: public.addresses=ACCESS EXCLUSIVE, public.currencies=SHARE ROW EXCLUSIVE
-- scan: public.addresses, public.currencies
ALTER TABLE addresses ADD COLUMN currency char(3) NOT NULL DEFAULT 'EUR' REFERENCES currencies;

-- id: ho-pg-0049
-- label: dangerous
-- why: timeofday is volatile: 90 GB
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
-- rewrite: public.webhook_deliveries
-- scan: public.webhook_deliveries
ALTER TABLE webhook_deliveries ADD COLUMN "importedAt" text DEFAULT timeofday();

-- id: ho-pg-0050
-- label: grey
-- why: 250 MB rewritten in a second or two, three writes a second
-- lock: public.support_tickets=ACCESS EXCLUSIVE
-- rewrite: public.support_tickets
-- scan: public.support_tickets
ALTER TABLE support_tickets ADD COLUMN public_id uuid DEFAULT gen_random_uuid();

-- id: ho-pg-0051
-- label: dangerous
-- why: Rails removes a column that code still selects
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE "users" DROP COLUMN "legacy_id";

-- id: ho-pg-0052
-- label: dangerous
-- why: two columns of 45 million payments
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE public.payments DROP COLUMN provider_ref, DROP COLUMN IF EXISTS captured_at;

-- id: ho-pg-0053
-- label: dangerous
-- why: takes the partial index on renewals along
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions DROP COLUMN cancelled_at RESTRICT;

-- id: ho-pg-0054
-- label: dangerous
-- why: secrets of 8000 webhooks are lost
-- lock: public.webhooks=ACCESS EXCLUSIVE
alter table "webhooks" drop "secret";

-- id: ho-pg-0055
-- label: dangerous
-- why: the column is in the index on open jobs
-- lock: public.jobs=ACCESS EXCLUSIVE
ALTER TABLE jobs DROP priority, DROP COLUMN queue;

-- id: ho-pg-0056
-- label: dangerous
-- why: the readings of all partitions
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
ALTER TABLE metrics DROP COLUMN value;

-- id: ho-pg-0057
-- label: dangerous
-- why: drops a column and the view that shows it
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users DROP COLUMN username CASCADE;

-- id: ho-pg-0058
-- label: dangerous
-- why: PDF documents lost
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE IF EXISTS invoices DROP COLUMN IF EXISTS pdf;

-- id: ho-pg-0059
-- label: dangerous
-- why: lookup column that code reads
-- lock: public.countries=ACCESS EXCLUSIVE
ALTER TABLE countries DROP COLUMN eu_member;

-- id: ho-pg-0060
-- label: dangerous
-- why: one column added, another lost
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ADD COLUMN coupon_id bigint, DROP COLUMN coupon_code;

-- id: ho-pg-0061
-- label: dangerous
-- why: archive data are data
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
ALTER TABLE archive.orders_2019 DROP COLUMN payload;

-- id: ho-pg-0062
-- label: grey
-- why: no rows, but code may name the column
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards DROP COLUMN balance;

-- id: ho-pg-0063
-- label: harmless
-- why: not there
-- lock: public.audit_log=ACCESS EXCLUSIVE
ALTER TABLE "audit_log" DROP COLUMN IF EXISTS "ip_address";

-- id: ho-pg-0064
-- label: harmless
-- why: neither table nor column is there
ALTER TABLE IF EXISTS tmp_users DROP COLUMN IF EXISTS email;

-- id: ho-pg-0065
-- label: fails
-- why: views hang on it
ALTER TABLE orders DROP COLUMN status;

-- id: ho-pg-0066
-- label: fails
-- why: the partition key stays
ALTER TABLE events DROP COLUMN occurred_at;

-- id: ho-pg-0067
-- label: fails
-- why: the parent's column stays in the partition
ALTER TABLE events_2026_11 DROP COLUMN payload;

-- id: ho-pg-0068
-- label: fails
-- why: no such column
ALTER TABLE sessions DROP COLUMN revoked;

-- id: ho-pg-0069
-- label: fails
-- why: partitions have no columns of their own
ALTER TABLE metrics_eu ADD COLUMN sensor text;

-- id: ho-pg-0070
-- label: fails
-- why: virtual columns come with 18
ALTER TABLE orders ADD COLUMN total_eur numeric GENERATED ALWAYS AS (total_cents / 100.0) VIRTUAL;

-- id: ho-pg-0071
-- label: fails
-- why: function does not exist
ALTER TABLE products ADD COLUMN ext_id uuid DEFAULT uuid_generate_v4();

-- id: ho-pg-0072
-- label: fails
-- why: rows exist and there is no default
ALTER TABLE subscriptions ADD COLUMN region_id integer NOT NULL;

-- id: ho-pg-0073
-- label: fails
-- why: a default must not read other columns
ALTER TABLE invoices ADD COLUMN gross numeric DEFAULT total * 1.19;

-- id: ho-pg-0074
-- label: dangerous
-- why: running code asks for the old name
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE "invoices" RENAME COLUMN "total" TO "total_amount";

-- id: ho-pg-0075
-- label: dangerous
-- why: the column of a lookup is renamed
-- lock: public.plans=ACCESS EXCLUSIVE
ALTER TABLE plans RENAME active TO is_active;

-- id: ho-pg-0076
-- label: dangerous
-- why: hot queue loses a column's name
-- lock: public.jobs=ACCESS EXCLUSIVE
alter table jobs rename column run_at to scheduled_for;

-- id: ho-pg-0077
-- label: dangerous
-- why: the partitioned parent is renamed under its writers
-- lock: public.events=ACCESS EXCLUSIVE
ALTER TABLE public.events RENAME TO user_events;

-- id: ho-pg-0078
-- label: dangerous
-- why: old name gone
-- lock: public.feature_flags=ACCESS EXCLUSIVE
ALTER TABLE IF EXISTS "feature_flags" RENAME TO "flags";

-- id: ho-pg-0079
-- label: dangerous
-- why: moved out of the search path
-- lock: public.support_tickets=ACCESS EXCLUSIVE
ALTER TABLE public.support_tickets SET SCHEMA archive;

-- id: ho-pg-0080
-- label: dangerous
-- why: reports ask for the old name
-- lock: analytics.daily_sales=ACCESS EXCLUSIVE
ALTER TABLE analytics.daily_sales RENAME COLUMN units TO units_sold;

-- id: ho-pg-0081
-- label: dangerous
-- why: view column renamed
ALTER VIEW order_summary RENAME COLUMN total_cents TO total;

-- id: ho-pg-0082
-- label: fails
-- why: the new name is taken
ALTER TABLE users RENAME COLUMN display_name TO username;

-- id: ho-pg-0083
-- label: fails
-- why: there is no such table
ALTER TABLE shipments RENAME TO deliveries;

-- id: ho-pg-0084
-- label: harmless
-- why: no such table, and that is fine
ALTER TABLE IF EXISTS shipments RENAME TO deliveries;

-- id: ho-pg-0085
-- label: harmless
-- why: defaults are catalogue entries
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE sessions ALTER expires_at SET DEFAULT now() + interval '14 days';

-- id: ho-pg-0086
-- label: harmless
-- why: a volatile default for rows to come only
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE "accounts" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();

-- id: ho-pg-0087
-- label: harmless
-- why: default of a partitioned table
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
ALTER TABLE metrics ALTER COLUMN taken_at SET DEFAULT CURRENT_TIMESTAMP;

-- id: ho-pg-0088
-- label: harmless
-- why: defaults of rows to come
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders ALTER COLUMN channel SET DEFAULT NULL, ALTER COLUMN created_at SET DEFAULT clock_timestamp();

-- id: ho-pg-0089
-- label: harmless
-- why: view default
ALTER VIEW public.active_users ALTER COLUMN username DROP DEFAULT;

-- id: ho-pg-0090
-- label: harmless
-- why: already not null
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE "orders" ALTER COLUMN "total_cents" SET NOT NULL;

-- id: ho-pg-0091
-- label: harmless
-- why: proven by the validated check on the name
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN username SET NOT NULL, ALTER COLUMN locale SET DEFAULT 'en-GB';

-- id: ho-pg-0092
-- label: harmless
-- why: 8000 rows are checked
-- lock: public.webhooks=ACCESS EXCLUSIVE
-- scan: public.webhooks
ALTER TABLE webhooks ALTER COLUMN secret SET NOT NULL;

-- id: ho-pg-0093
-- label: harmless
-- why: empty table
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ALTER COLUMN balance SET NOT NULL, ALTER COLUMN balance SET DEFAULT 0;

-- id: ho-pg-0094
-- label: harmless
-- why: not attached yet and empty
-- lock: public.events_2026_12=ACCESS EXCLUSIVE
ALTER TABLE events_2026_12 ALTER COLUMN user_id SET NOT NULL;

-- id: ho-pg-0095
-- label: dangerous
-- why: scans 8 GB in ACCESS EXCLUSIVE
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE "users" ALTER COLUMN "country_code" SET NOT NULL;

-- id: ho-pg-0096
-- label: dangerous
-- why: 4 GB scanned while invoices wait
-- lock: public.invoices=ACCESS EXCLUSIVE
-- scan: public.invoices
ALTER TABLE ONLY public.invoices ALTER COLUMN paid SET NOT NULL;

-- id: ho-pg-0097
-- label: dangerous
-- why: the check that would prove it goes first
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users ALTER username SET NOT NULL, DROP CONSTRAINT users_username_present;

-- id: ho-pg-0098
-- label: dangerous
-- why: validation and the demand in one statement: scanned in ACCESS EXCLUSIVE
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users VALIDATE CONSTRAINT users_locale_present, ALTER COLUMN locale SET NOT NULL;

-- id: ho-pg-0099
-- label: dangerous
-- why: all partitions are scanned
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
-- scan: public.metrics_eu, public.metrics_us
ALTER TABLE metrics ALTER value SET NOT NULL;

-- id: ho-pg-0100
-- label: dangerous
-- why: the default partition has 6 million rows
-- lock: public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_default
ALTER TABLE events_default ALTER COLUMN payload SET NOT NULL;

-- id: ho-pg-0101
-- label: dangerous
-- why: two demands on 180 million rows
-- lock: public.order_items=ACCESS EXCLUSIVE
-- scan: public.order_items
ALTER TABLE "order_items"
  ALTER COLUMN "options" SET NOT NULL,
  ALTER COLUMN "note" SET NOT NULL;

-- id: ho-pg-0102
-- label: dangerous
-- why: 45 million payments scanned
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE payments ALTER COLUMN order_id SET NOT NULL;

-- id: ho-pg-0103
-- label: dangerous
-- why: 30 GB of archive scanned for minutes, and reads of it wait
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
-- scan: archive.orders_2019
ALTER TABLE archive.orders_2019 ALTER COLUMN id SET NOT NULL;

-- id: ho-pg-0104
-- label: grey
-- why: 90 MB are scanned in a moment, but 300 writes a second wait
-- lock: public.inventory=ACCESS EXCLUSIVE
-- scan: public.inventory
ALTER TABLE inventory ALTER COLUMN reserved SET NOT NULL;

-- id: ho-pg-0105
-- label: grey
-- why: 250 MB scanned in half a second, few writes
-- lock: public.support_tickets=ACCESS EXCLUSIVE
-- scan: public.support_tickets
ALTER TABLE support_tickets ALTER COLUMN user_id SET NOT NULL;

-- id: ho-pg-0106
-- label: grey
-- why: code may meet nulls from now on
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions ALTER COLUMN account_id DROP NOT NULL;

-- id: ho-pg-0107
-- label: fails
-- why: a primary key's column stays so
ALTER TABLE roles ALTER COLUMN id DROP NOT NULL;

-- id: ho-pg-0108
-- label: fails
-- why: named not-null constraints come with 18
ALTER TABLE orders ADD CONSTRAINT orders_placed_at_nn NOT NULL placed_at NOT VALID;

-- id: ho-pg-0109
-- label: harmless
-- why: planner's numbers
-- lock: public.payments=SHARE UPDATE EXCLUSIVE
ALTER TABLE payments ALTER COLUMN method SET STATISTICS 500, ALTER COLUMN currency SET (n_distinct = 40);

-- id: ho-pg-0110
-- label: harmless
-- why: how values to come are stored
-- lock: public.support_tickets=ACCESS EXCLUSIVE
ALTER TABLE support_tickets ALTER COLUMN body SET STORAGE MAIN;

-- id: ho-pg-0111
-- label: harmless
-- why: back to the default number
-- lock: public.events_2026_11=SHARE UPDATE EXCLUSIVE
ALTER TABLE events_2026_11 ALTER COLUMN name SET STATISTICS -1;

-- id: ho-pg-0112
-- label: harmless
-- why: resets what was never set
-- lock: public.accounts=SHARE UPDATE EXCLUSIVE
ALTER TABLE accounts ALTER owner_id RESET (n_distinct, n_distinct_inherited);

-- id: ho-pg-0113
-- label: dangerous
-- why: 32 bits more for 20 million ages
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE users ALTER COLUMN age TYPE integer;

-- id: ho-pg-0114
-- label: dangerous
-- why: padded char is not varchar: 8 GB rewritten
-- lock: public.countries=ACCESS EXCLUSIVE, public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.countries, public.users
ALTER TABLE users ALTER COLUMN country_code TYPE varchar(2);

-- id: ho-pg-0115
-- label: dangerous
-- why: longer char pads every row
-- lock: public.addresses=ACCESS EXCLUSIVE, public.countries=ACCESS EXCLUSIVE
-- rewrite: public.addresses
-- scan: public.addresses
ALTER TABLE addresses ALTER country_code SET DATA TYPE char(3);

-- id: ho-pg-0116
-- label: dangerous
-- why: a bound on 90 GB of text
-- lock: public.audit_log=ACCESS EXCLUSIVE
-- rewrite: public.audit_log
-- scan: public.audit_log
ALTER TABLE audit_log ALTER COLUMN entity TYPE varchar(200);

-- id: ho-pg-0117
-- label: dangerous
-- why: shorter bound
-- lock: public.audit_log=ACCESS EXCLUSIVE
-- rewrite: public.audit_log
-- scan: public.audit_log
ALTER TABLE "audit_log" ALTER COLUMN "action" TYPE character varying(30);

-- id: ho-pg-0118
-- label: dangerous
-- why: enum to text (Prisma)
-- lock: public.payments=ACCESS EXCLUSIVE
-- rewrite: public.payments
-- scan: public.payments
ALTER TABLE "payments" ALTER COLUMN "method" TYPE VARCHAR(20) USING "method"::text;

-- id: ho-pg-0119
-- label: dangerous
-- why: jsonb to json is written anew
-- lock: public.order_items=ACCESS EXCLUSIVE
-- rewrite: public.order_items
-- scan: public.order_items
ALTER TABLE order_items ALTER COLUMN options TYPE json USING options::json;

-- id: ho-pg-0120
-- label: dangerous
-- why: inet to text
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE users ALTER COLUMN last_login_ip TYPE text USING host(last_login_ip);

-- id: ho-pg-0121
-- label: dangerous
-- why: primary key from uuid to text, with its index
-- lock: public.payments=ACCESS EXCLUSIVE
-- rewrite: public.payments
-- scan: public.payments
ALTER TABLE payments ALTER COLUMN id TYPE text;

-- id: ho-pg-0122
-- label: dangerous
-- why: half as wide
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
-- rewrite: archive.orders_2019
-- scan: archive.orders_2019
ALTER TABLE archive.orders_2019 ALTER COLUMN user_id TYPE integer USING user_id::integer;

-- id: ho-pg-0123
-- label: dangerous
-- why: scale changes
-- lock: public.order_items=ACCESS EXCLUSIVE
-- rewrite: public.order_items
-- scan: public.order_items
ALTER TABLE public.order_items ALTER COLUMN unit_price TYPE numeric(12,4);

-- id: ho-pg-0124
-- label: dangerous
-- why: numeric to integer cents
-- lock: public.payments=ACCESS EXCLUSIVE
-- rewrite: public.payments
-- scan: public.payments
ALTER TABLE payments ALTER amount TYPE bigint USING round(amount * 100)::bigint;

-- id: ho-pg-0125
-- label: dangerous
-- why: boolean to number
-- lock: public.users=ACCESS EXCLUSIVE
-- rewrite: public.users
-- scan: public.users
ALTER TABLE users ALTER COLUMN is_admin DROP DEFAULT, ALTER COLUMN is_admin TYPE smallint USING (CASE WHEN is_admin THEN 1 ELSE 0 END);

-- id: ho-pg-0126
-- label: dangerous
-- why: timestamps cut to days
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- rewrite: public.subscriptions
-- scan: public.subscriptions
ALTER TABLE subscriptions ALTER COLUMN renews_at TYPE date USING renews_at::date;

-- id: ho-pg-0127
-- label: dangerous
-- why: the queue's index is built anew while 2500 writes a second wait
-- lock: public.jobs=ACCESS EXCLUSIVE
-- rewrite: public.jobs
-- scan: public.jobs
ALTER TABLE jobs ALTER COLUMN run_at TYPE timestamptz USING run_at AT TIME ZONE 'UTC';

-- id: ho-pg-0128
-- label: dangerous
-- why: the collation changes the order: the index is built anew
-- lock: public.accounts=ACCESS EXCLUSIVE
-- scan: public.accounts
ALTER TABLE accounts ALTER COLUMN external_ref TYPE varchar(64) COLLATE "C";

-- id: ho-pg-0129
-- label: dangerous
-- why: a using clause that changes values rewrites
-- lock: public.invoices=ACCESS EXCLUSIVE
-- rewrite: public.invoices
-- scan: public.invoices
ALTER TABLE invoices ALTER COLUMN number TYPE varchar(20) USING trim(number);

-- id: ho-pg-0130
-- label: dangerous
-- why: a free type change and one that rewrites
-- lock: public.addresses=ACCESS EXCLUSIVE
-- rewrite: public.addresses
-- scan: public.addresses
ALTER TABLE addresses ALTER COLUMN line2 TYPE text, ALTER COLUMN postal_code TYPE varchar(8);

-- id: ho-pg-0131
-- label: dangerous
-- why: 110 GB of page views
-- lock: analytics.page_views=ACCESS EXCLUSIVE
-- rewrite: analytics.page_views
-- scan: analytics.page_views
ALTER TABLE analytics.page_views ALTER COLUMN path TYPE varchar(2048);

-- id: ho-pg-0132
-- label: dangerous
-- why: constrained domain: every account is written anew and checked
-- lock: public.accounts=ACCESS EXCLUSIVE
-- rewrite: public.accounts
-- scan: public.accounts
ALTER TABLE accounts ALTER COLUMN name TYPE email_address USING 'account@' || name;

-- id: ho-pg-0133
-- label: dangerous
-- why: bytes to text: 3 GB of the busiest table
-- lock: public.sessions=ACCESS EXCLUSIVE
-- rewrite: public.sessions
-- scan: public.sessions
ALTER TABLE sessions ALTER data TYPE text USING encode(data, 'base64');

-- id: ho-pg-0134
-- label: dangerous
-- why: partitioned: every partition is rewritten
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
-- rewrite: public.metrics_eu, public.metrics_us
-- scan: public.metrics_eu, public.metrics_us
ALTER TABLE metrics ALTER COLUMN value TYPE real;

-- id: ho-pg-0135
-- label: dangerous
-- why: a shorter seat count
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- rewrite: public.subscriptions
-- scan: public.subscriptions
ALTER TABLE subscriptions ALTER COLUMN seats TYPE smallint;

-- id: ho-pg-0136
-- label: dangerous
-- why: valid check is verified again by a scan of 1.5 GB in ACCESS EXCLUSIVE
-- lock: public.accounts=ACCESS EXCLUSIVE
-- scan: public.accounts
ALTER TABLE accounts ALTER COLUMN credit_limit TYPE numeric(14,2);

-- id: ho-pg-0137
-- label: harmless
-- why: wider bound, plain unique index stays
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts ALTER COLUMN external_ref TYPE varchar(128);

-- id: ho-pg-0138
-- label: harmless
-- why: bound removed, unique index stays
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices ALTER number SET DATA TYPE text;

-- id: ho-pg-0139
-- label: harmless
-- why: bound removed
-- lock: public.addresses=ACCESS EXCLUSIVE
ALTER TABLE "addresses" ALTER COLUMN "postal_code" TYPE text, ALTER COLUMN "city" TYPE varchar(200);

-- id: ho-pg-0140
-- label: harmless
-- why: wider channel
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE public.orders ALTER COLUMN channel TYPE CHARACTER VARYING (32);

-- id: ho-pg-0141
-- label: harmless
-- why: Django: CharField to TextField
-- lock: public.support_tickets=ACCESS EXCLUSIVE
ALTER TABLE "support_tickets" ALTER COLUMN "subject" TYPE text USING "subject"::text;

-- id: ho-pg-0142
-- label: harmless
-- why: text to unbounded varchar
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE sessions ALTER COLUMN user_agent TYPE character varying;

-- id: ho-pg-0143
-- label: harmless
-- why: more digits before the point, same scale
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE order_items ALTER COLUMN unit_price TYPE numeric(14,2);

-- id: ho-pg-0144
-- label: harmless
-- why: more precise timestamps need no rewrite
-- lock: public.inventory=ACCESS EXCLUSIVE
ALTER TABLE inventory ALTER COLUMN counted_at TYPE timestamp(6);

-- id: ho-pg-0145
-- label: dangerous
-- why: to the type that it has, but the partial index on it is built anew: 15 GB read in ACCESS EXCLUSIVE
-- lock: public.notifications=ACCESS EXCLUSIVE
-- scan: public.notifications
ALTER TABLE notifications ALTER COLUMN user_id TYPE bigint;

-- id: ho-pg-0146
-- label: harmless
-- why: to the type that it has
-- lock: public.audit_log=ACCESS EXCLUSIVE
ALTER TABLE audit_log ALTER COLUMN actor_id TYPE bigint;

-- id: ho-pg-0147
-- label: harmless
-- why: 12 rows
-- lock: public.roles=ACCESS EXCLUSIVE
-- rewrite: public.roles
-- scan: public.roles
ALTER TABLE roles ALTER COLUMN name TYPE varchar(20);

-- id: ho-pg-0148
-- label: harmless
-- why: 140 rows
-- lock: public.feature_flags=ACCESS EXCLUSIVE
-- rewrite: public.feature_flags
-- scan: public.feature_flags
ALTER TABLE feature_flags ALTER COLUMN rollout TYPE numeric(5,2);

-- id: ho-pg-0149
-- label: harmless
-- why: 4 MB
-- lock: public.webhooks=ACCESS EXCLUSIVE
-- rewrite: public.webhooks
-- scan: public.webhooks
ALTER TABLE webhooks ALTER COLUMN url TYPE varchar(2000);

-- id: ho-pg-0150
-- label: harmless
-- why: empty table
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ALTER COLUMN issued_at TYPE timestamptz USING issued_at AT TIME ZONE 'UTC';

-- id: ho-pg-0151
-- label: harmless
-- why: unconstrained domain over the same base type
-- lock: public.notifications=ACCESS EXCLUSIVE
ALTER TABLE notifications ALTER COLUMN kind TYPE varchar(30);

-- id: ho-pg-0152
-- label: grey
-- why: 180 MB rewritten, products are read all the time
-- lock: public.products=ACCESS EXCLUSIVE
-- rewrite: public.products
-- scan: public.products
ALTER TABLE products ALTER COLUMN attributes TYPE jsonb USING attributes::jsonb;

-- id: ho-pg-0153
-- label: grey
-- why: 90 MB rewritten, 300 writes a second wait for half a second
-- lock: public.inventory=ACCESS EXCLUSIVE
-- rewrite: public.inventory
-- scan: public.inventory
ALTER TABLE inventory ALTER COLUMN quantity TYPE bigint;

-- id: ho-pg-0154
-- label: fails
-- why: views hang on it
ALTER TABLE orders ALTER COLUMN total_cents TYPE bigint, SET (fillfactor = 70);

-- id: ho-pg-0155
-- label: fails
-- why: no cast of text to json without using
ALTER TABLE settings ALTER COLUMN value TYPE jsonb;

-- id: ho-pg-0156
-- label: fails
-- why: no such type
ALTER TABLE products ALTER COLUMN description TYPE citext;

-- id: ho-pg-0157
-- label: fails
-- why: generated column reads it
ALTER TABLE products ALTER COLUMN price TYPE bigint USING (price * 100)::bigint;

-- id: ho-pg-0158
-- label: fails
-- why: partition key
ALTER TABLE metrics ALTER COLUMN region TYPE text;

-- id: ho-pg-0159
-- label: dangerous
-- why: 15 GB indexed while writes wait (Rails)
-- lock: public.notifications=SHARE
-- scan: public.notifications
CREATE INDEX "index_notifications_on_user_id_and_kind" ON "notifications" ("user_id", "kind");

-- id: ho-pg-0160
-- label: dangerous
-- why: unique index over 8 GB while writes wait
-- lock: public.users=SHARE
-- scan: public.users
CREATE UNIQUE INDEX users_phone_key ON users (phone) WHERE phone IS NOT NULL;

-- id: ho-pg-0161
-- label: dangerous
-- why: Prisma's index on 25 million addresses
-- lock: public.addresses=SHARE
-- scan: public.addresses
-- CreateIndex
CREATE INDEX "addresses_country_code_city_idx" ON "addresses"("country_code", "city");

-- id: ho-pg-0162
-- label: dangerous
-- why: Django's pattern index on 90 GB
-- lock: public.audit_log=SHARE
-- scan: public.audit_log
CREATE INDEX "audit_log_action_4c1a_like" ON "audit_log" ("action" varchar_pattern_ops);

-- id: ho-pg-0163
-- label: dangerous
-- why: Sequelize: unique index on 12 million invoices
-- lock: public.invoices=SHARE
-- scan: public.invoices
CREATE UNIQUE INDEX "invoices_account_id_number" ON "invoices" ("account_id", "number");

-- id: ho-pg-0164
-- label: dangerous
-- why: partitioned parent: all partitions at once
-- lock: public.events=SHARE, public.events_2026_09=SHARE, public.events_2026_10=SHARE, public.events_2026_11=SHARE, public.events_default=SHARE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
CREATE INDEX IF NOT EXISTS ix_events_payload ON events USING gin (payload jsonb_path_ops);

-- id: ho-pg-0165
-- label: dangerous
-- why: the live partition
-- lock: public.events_2026_11=SHARE
-- scan: public.events_2026_11
CREATE INDEX events_2026_11_occurred ON public.events_2026_11 (occurred_at);

-- id: ho-pg-0166
-- label: dangerous
-- why: brin is small, but reads 110 GB under a lock
-- lock: analytics.page_views=SHARE
-- scan: analytics.page_views
create index page_views_viewed_brin on analytics.page_views using brin (viewed_at) with (pages_per_range = 128);

-- id: ho-pg-0167
-- label: dangerous
-- why: expression over sessions at 3000 writes a second
-- lock: public.sessions=SHARE
-- scan: public.sessions
CREATE INDEX sessions_md5_agent ON sessions (md5(user_agent));

-- id: ho-pg-0168
-- label: dangerous
-- why: nulls not distinct does not help
-- lock: public.accounts=SHARE
-- scan: public.accounts
CREATE UNIQUE INDEX accounts_owner_ref_uq ON accounts (owner_id, external_ref) NULLS NOT DISTINCT;

-- id: ho-pg-0169
-- label: dangerous
-- why: index in a named tablespace, over 900 MB
-- lock: public.subscriptions=SHARE
-- scan: public.subscriptions
CREATE INDEX subscriptions_state_idx ON subscriptions (state) TABLESPACE pg_default WHERE cancelled_at IS NULL;

-- id: ho-pg-0170
-- label: dangerous
-- why: the hottest small table: 300 MB
-- lock: public.jobs=SHARE
-- scan: public.jobs
CREATE INDEX jobs_locked_at ON jobs (locked_at) WHERE locked_by IS NOT NULL;

-- id: ho-pg-0171
-- label: dangerous
-- why: covering index without concurrently
-- lock: public.payments=SHARE
-- scan: public.payments
CREATE INDEX payments_order_cover ON ONLY payments (order_id) INCLUDE (amount, method);

-- id: ho-pg-0172
-- label: dangerous
-- why: hash index on 40 GB
-- lock: public.webhook_deliveries=SHARE
-- scan: public.webhook_deliveries
CREATE INDEX ON public.webhook_deliveries USING hash (webhook_id);

-- id: ho-pg-0173
-- label: dangerous
-- why: spgist on a large table
-- lock: public.users=SHARE
-- scan: public.users
CREATE INDEX users_ip_spgist ON users USING spgist (last_login_ip inet_ops);

-- id: ho-pg-0174
-- label: dangerous
-- why: collation spelled out, name unquoted
-- lock: public.user_roles=SHARE
-- scan: public.user_roles
CREATE INDEX user_roles_granted ON user_roles (granted_at DESC NULLS LAST, role_id);

-- id: ho-pg-0175
-- label: harmless
-- why: nobody waits
-- lock: public.notifications=SHARE UPDATE EXCLUSIVE
-- scan: public.notifications
CREATE INDEX CONCURRENTLY ON notifications (kind, created_at DESC);

-- id: ho-pg-0176
-- label: harmless
-- why: Rails with algorithm: :concurrently
-- lock: public.payments=SHARE UPDATE EXCLUSIVE
-- scan: public.payments
CREATE INDEX CONCURRENTLY "index_payments_on_method" ON "payments" ("method");

-- id: ho-pg-0177
-- label: harmless
-- why: Django's AddIndexConcurrently
-- lock: public.addresses=SHARE UPDATE EXCLUSIVE
-- scan: public.addresses
CREATE INDEX CONCURRENTLY "addresses_postal_7d0f_idx" ON "addresses" ("postal_code" text_pattern_ops, "city") WITH (fillfactor=90);

-- id: ho-pg-0178
-- label: harmless
-- why: unique, covering and partial, and still concurrently
-- lock: public.subscriptions=SHARE UPDATE EXCLUSIVE
-- scan: public.subscriptions
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS sub_one_active
    ON public.subscriptions USING btree (account_id, id) INCLUDE (plan_id)
    WHERE cancelled_at IS NULL;

-- id: ho-pg-0179
-- label: harmless
-- why: one leaf partition
-- lock: public.metrics_eu=SHARE UPDATE EXCLUSIVE
-- scan: public.metrics_eu
CREATE INDEX CONCURRENTLY metrics_eu_name_taken ON metrics_eu (name, taken_at);

-- id: ho-pg-0180
-- label: harmless
-- why: gin without its pending list
-- lock: public.audit_log=SHARE UPDATE EXCLUSIVE
-- scan: public.audit_log
create index concurrently audit_after_gin on audit_log using gin (after jsonb_path_ops) with (fastupdate = off);

-- id: ho-pg-0181
-- label: harmless
-- why: expression index, nobody waits
-- lock: public.webhook_deliveries=SHARE UPDATE EXCLUSIVE
-- scan: public.webhook_deliveries
CREATE INDEX CONCURRENTLY webhook_deliveries_failed ON webhook_deliveries ((status_code >= 500)) WHERE status_code >= 400;

-- id: ho-pg-0182
-- label: harmless
-- why: on a materialized view, concurrently
-- scan: public.product_sales
CREATE INDEX CONCURRENTLY product_sales_units ON product_sales (units DESC);

-- id: ho-pg-0183
-- label: harmless
-- why: 640 rows of a materialized view
-- lock: public.category_counts=SHARE
-- scan: public.category_counts
CREATE INDEX ON category_counts (products);

-- id: ho-pg-0184
-- label: harmless
-- why: only the parent's catalogue entry, to be attached later
-- lock: public.metrics=SHARE
CREATE INDEX metrics_name_idx ON ONLY metrics (name);

-- id: ho-pg-0185
-- label: harmless
-- why: 24 rows
-- lock: public.plans=SHARE
-- scan: public.plans
CREATE UNIQUE INDEX "plans_name_unique" ON "plans" USING btree ("name");

-- id: ho-pg-0186
-- label: harmless
-- why: empty
-- lock: public.gift_cards=SHARE
CREATE INDEX "gift_cards_issued_at_index" ON "gift_cards" ("issued_at" DESC);

-- id: ho-pg-0187
-- label: harmless
-- why: 640 rows, expression and deduplication off
-- lock: public.categories=SHARE
-- scan: public.categories
CREATE INDEX IF NOT EXISTS categories_slug_lower ON categories (lower(slug::text)) WITH (deduplicate_items = off);

-- id: ho-pg-0188
-- label: harmless
-- why: 249 countries
-- lock: public.countries=SHARE
-- scan: public.countries
create index "idx_countries_eu" on "countries" ("eu_member") where "eu_member";

-- id: ho-pg-0189
-- label: harmless
-- why: is there already
-- lock: public.notifications=SHARE
CREATE INDEX IF NOT EXISTS notifications_unread_idx ON notifications (user_id);

-- id: ho-pg-0190
-- label: grey
-- why: 40 MB, one write a second
-- lock: public.product_tags=SHARE
-- scan: public.product_tags
CREATE INDEX product_tags_tag_id_idx ON product_tags (tag_id);

-- id: ho-pg-0191
-- label: harmless
-- why: 110 thousand rows of a materialized view, quickly done
-- lock: public.product_sales=SHARE
-- scan: public.product_sales
CREATE INDEX product_sales_lines_idx ON product_sales (lines);

-- id: ho-pg-0192
-- label: grey
-- why: 2 million rows nobody writes to
-- lock: public.metrics_apac=SHARE
-- scan: public.metrics_apac
CREATE INDEX metrics_apac_taken ON metrics_apac (taken_at);

-- id: ho-pg-0193
-- label: grey
-- why: old partition without writes, but half a minute of IO
-- lock: public.events_2026_09=SHARE
-- scan: public.events_2026_09
CREATE INDEX events_2026_09_name ON events_2026_09 (name);

-- id: ho-pg-0194
-- label: fails
-- why: no such operator class for json
CREATE INDEX CONCURRENTLY jobs_payload_gin ON jobs USING gin (payload);

-- id: ho-pg-0195
-- label: fails
-- why: current_timestamp in a predicate
CREATE INDEX CONCURRENTLY sessions_live ON sessions (user_id) WHERE expires_at > CURRENT_TIMESTAMP;

-- id: ho-pg-0196
-- label: fails
-- why: concurrently on a partitioned table
CREATE INDEX CONCURRENTLY IF NOT EXISTS metrics_taken ON metrics (taken_at);

-- id: ho-pg-0197
-- label: fails
-- why: the unique index lacks the partition key
CREATE UNIQUE INDEX metrics_name_key ON metrics (name, taken_at);

-- id: ho-pg-0198
-- label: fails
-- why: name taken
CREATE INDEX users_created_at_idx ON accounts (created_at);

-- id: ho-pg-0199
-- label: harmless
-- why: there is none
DROP INDEX CONCURRENTLY IF EXISTS public.missing_idx;

-- id: ho-pg-0200
-- label: dangerous
-- why: uniqueness of external references is no longer enforced
-- lock: public.accounts=SHARE UPDATE EXCLUSIVE
DROP INDEX CONCURRENTLY accounts_external_ref_uniq;

-- id: ho-pg-0201
-- label: dangerous
-- why: two invoices may get one number
-- lock: public.invoices=ACCESS EXCLUSIVE
DROP INDEX IF EXISTS "invoices_number_idx";

-- id: ho-pg-0202
-- label: dangerous
-- why: payments could be booked twice
-- lock: public.payments=SHARE UPDATE EXCLUSIVE
drop index concurrently public.payments_provider_ref_key;

-- id: ho-pg-0203
-- label: dangerous
-- why: every lookup of an order's items becomes a scan of 24 GB
-- lock: public.order_items=ACCESS EXCLUSIVE
DROP INDEX order_items_order_id_idx;

-- id: ho-pg-0204
-- label: dangerous
-- why: the worker's query scans from now on
-- lock: public.jobs=SHARE UPDATE EXCLUSIVE
DROP INDEX CONCURRENTLY jobs_queue_run_at_idx;

-- id: ho-pg-0205
-- label: grey
-- why: concurrently, but queries by name may become slow
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
DROP INDEX CONCURRENTLY orders_coupon_upper_idx;

-- id: ho-pg-0206
-- label: grey
-- why: the summaries of 90 GB, perhaps unused
-- lock: public.audit_log=SHARE UPDATE EXCLUSIVE
DROP INDEX CONCURRENTLY audit_log_created_at_brin;

-- id: ho-pg-0207
-- label: fails
-- why: no such index
DROP INDEX CONCURRENTLY "index_users_on_email";

-- id: ho-pg-0208
-- label: fails
-- why: the primary key needs it
DROP INDEX sessions_pkey;

-- id: ho-pg-0209
-- label: dangerous
-- why: writes and index readers of payments wait
-- lock: public.payments=SHARE
-- scan: public.payments
REINDEX (VERBOSE) TABLE "payments";

-- id: ho-pg-0210
-- label: dangerous
-- why: one large index
-- lock: public.users=SHARE
-- scan: public.users
REINDEX INDEX public.users_email_lower_key;

-- id: ho-pg-0211
-- label: grey
-- why: one small index of 200 thousand rows
-- lock: analytics.daily_sales=SHARE, analytics.page_views=SHARE
-- scan: analytics.daily_sales
REINDEX SCHEMA analytics;

-- id: ho-pg-0212
-- label: dangerous
-- why: catalogue indexes are locked one after the other
REINDEX SYSTEM;

-- id: ho-pg-0213
-- label: dangerous
-- why: all indexes of the live partition
-- lock: public.events_2026_11=SHARE
-- scan: public.events_2026_11
reindex table events_2026_11;

-- id: ho-pg-0214
-- label: harmless
-- why: rebuilt beside the old one
-- lock: public.users=SHARE UPDATE EXCLUSIVE
-- scan: public.users
REINDEX INDEX CONCURRENTLY "users_username_key";

-- id: ho-pg-0215
-- label: harmless
-- why: partitions one after the other, nobody waits
-- lock: public.events=SHARE UPDATE EXCLUSIVE, public.events_2026_09=SHARE, public.events_2026_10=SHARE, public.events_2026_11=SHARE, public.events_default=SHARE
-- scan: public.events_2026_09, public.events_2026_10, public.events_2026_11, public.events_default
REINDEX TABLE CONCURRENTLY public.events;

-- id: ho-pg-0216
-- label: harmless
-- why: a schema, concurrently
-- lock: archive.orders_2019=SHARE UPDATE EXCLUSIVE
REINDEX SCHEMA CONCURRENTLY archive;

-- id: ho-pg-0217
-- label: harmless
-- why: options spelled out
-- lock: public.subscriptions=SHARE UPDATE EXCLUSIVE
-- scan: public.subscriptions
REINDEX (VERBOSE TRUE, CONCURRENTLY TRUE) TABLE subscriptions;

-- id: ho-pg-0218
-- label: harmless
-- why: 60 rows
-- lock: public.settings=SHARE
-- scan: public.settings
REINDEX TABLE settings;

-- id: ho-pg-0219
-- label: harmless
-- why: only its name
ALTER INDEX "index_users_on_display_name" RENAME TO "ix_users_display_name";

-- id: ho-pg-0220
-- label: harmless
-- why: the constraint's index is renamed along with it
ALTER INDEX plans_code_key RENAME TO uq_plans_code;

-- id: ho-pg-0221
-- label: harmless
-- why: not there
ALTER INDEX IF EXISTS ix_old RENAME TO ix_new;

-- id: ho-pg-0222
-- label: harmless
-- why: storage parameters of an index
alter index public.users_preferences_idx set (fastupdate = off, gin_pending_list_limit = 1024);

-- id: ho-pg-0223
-- label: harmless
-- why: it is there already
ALTER INDEX jobs_queue_run_at_idx SET TABLESPACE pg_default;

-- id: ho-pg-0224
-- label: fails
-- why: no such index
ALTER INDEX orders_idx SET (fillfactor = 80);

-- id: ho-pg-0225
-- label: dangerous
-- why: all items scanned in ACCESS EXCLUSIVE
-- lock: public.order_items=ACCESS EXCLUSIVE
-- scan: public.order_items
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_price_positive" CHECK ("unit_price" >= 0);

-- id: ho-pg-0226
-- label: dangerous
-- why: anonymous check on 8 GB
-- lock: public.users=ACCESS EXCLUSIVE
-- scan: public.users
ALTER TABLE users ADD CHECK (age IS NULL OR age > 12);

-- id: ho-pg-0227
-- label: dangerous
-- why: Rails check constraint without validate: false
-- lock: public.invoices=ACCESS EXCLUSIVE
-- scan: public.invoices
ALTER TABLE "invoices" ADD CONSTRAINT "chk_rails_a13f9c02d7" CHECK (due_on >= issued_on);

-- id: ho-pg-0228
-- label: dangerous
-- why: checks of all partitions
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
-- scan: public.metrics_eu, public.metrics_us
ALTER TABLE metrics ADD CONSTRAINT metrics_value_finite CHECK (value < 'infinity');

-- id: ho-pg-0229
-- label: dangerous
-- why: two checks on 60 million rows
-- lock: public.notifications=ACCESS EXCLUSIVE
-- scan: public.notifications
ALTER TABLE public.notifications
  ADD CONSTRAINT notifications_kind_lower CHECK (kind = lower(kind)),
  ADD CONSTRAINT notifications_read_after CHECK (read_at >= created_at) NOT VALID;

-- id: ho-pg-0230
-- label: dangerous
-- why: the hottest table, 3 GB
-- lock: public.sessions=ACCESS EXCLUSIVE
-- scan: public.sessions
ALTER TABLE sessions ADD CONSTRAINT sessions_lifetime CHECK (expires_at > created_at);

-- id: ho-pg-0231
-- label: dangerous
-- why: drops and makes again with a scan (Alembic)
-- lock: public.accounts=ACCESS EXCLUSIVE
-- scan: public.accounts
ALTER TABLE accounts DROP CONSTRAINT accounts_credit_limit_check, ADD CONSTRAINT accounts_credit_limit_check CHECK (credit_limit >= -1);

-- id: ho-pg-0232
-- label: dangerous
-- why: the validation happens in the exclusive lock of the default
-- lock: public.orders=ACCESS EXCLUSIVE
-- scan: public.orders
ALTER TABLE orders VALIDATE CONSTRAINT orders_currency_known, ALTER COLUMN currency SET DEFAULT 'EUR';

-- id: ho-pg-0233
-- label: harmless
-- why: only new rows
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE sessions ADD CONSTRAINT sessions_lifetime CHECK (expires_at > created_at) NOT VALID;

-- id: ho-pg-0234
-- label: harmless
-- why: Rails with validate: false
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE "invoices" ADD CONSTRAINT "chk_rails_a13f9c02d8" CHECK (due_on >= issued_on) NOT VALID;

-- id: ho-pg-0235
-- label: harmless
-- why: two not-valid checks
-- lock: public.order_items=ACCESS EXCLUSIVE
ALTER TABLE order_items
    ADD CONSTRAINT order_items_tax CHECK (tax_rate >= 0) NOT VALID
  , ADD CONSTRAINT order_items_note CHECK (note <> '') NOT VALID;

-- id: ho-pg-0236
-- label: harmless
-- why: replaced by one that is not verified
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts DROP CONSTRAINT accounts_balance_check, ADD CONSTRAINT accounts_balance_check CHECK (balance >= -500000) NOT VALID;

-- id: ho-pg-0237
-- label: harmless
-- why: 140 rows
-- lock: public.feature_flags=ACCESS EXCLUSIVE
-- scan: public.feature_flags
ALTER TABLE feature_flags ADD CHECK (name ~ '^[a-z0-9_-]+$');

-- id: ho-pg-0238
-- label: harmless
-- why: empty table, two constraints
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ADD CONSTRAINT gift_cards_code_len CHECK (length(code) = 16), ADD CONSTRAINT gift_cards_uq UNIQUE (code, issued_at);

-- id: ho-pg-0239
-- label: harmless
-- why: 160 rows
-- lock: public.currencies=ACCESS EXCLUSIVE
-- scan: public.currencies
alter table only "public"."currencies" add constraint "currencies_units" check ("minor_units" in (0, 2, 3));

-- id: ho-pg-0240
-- label: harmless
-- why: reads beside the writers
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
-- scan: public.addresses, public.orders
ALTER TABLE "orders" VALIDATE CONSTRAINT "orders_currency_known", VALIDATE CONSTRAINT "orders_shipping_address_id_fkey";

-- id: ho-pg-0241
-- label: harmless
-- why: reads beside the writers
-- lock: public.users=SHARE UPDATE EXCLUSIVE
-- scan: public.users
ALTER TABLE users VALIDATE CONSTRAINT users_locale_present;

-- id: ho-pg-0242
-- label: harmless
-- why: valid already
-- lock: public.users=SHARE UPDATE EXCLUSIVE
alter table public.users validate constraint users_email_present;

-- id: ho-pg-0243
-- label: grey
-- why: a twentieth of a second, but 300 writes a second
-- lock: public.inventory=ACCESS EXCLUSIVE
-- scan: public.inventory
ALTER TABLE inventory ADD CONSTRAINT inventory_reserved_check CHECK (reserved <= quantity);

-- id: ho-pg-0244
-- label: grey
-- why: 180 MB in ACCESS EXCLUSIVE
-- lock: public.products=ACCESS EXCLUSIVE
-- scan: public.products
ALTER TABLE products ADD CONSTRAINT products_weight CHECK (weight_grams > 0);

-- id: ho-pg-0245
-- label: dangerous
-- why: Alembic's foreign key reads both tables while they cannot be written
-- lock: public.audit_log=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
-- scan: public.audit_log, public.users
ALTER TABLE audit_log ADD CONSTRAINT fk_audit_log_actor FOREIGN KEY(actor_id) REFERENCES users (id);

-- id: ho-pg-0246
-- label: dangerous
-- why: TypeORM
-- lock: public.notifications=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
-- scan: public.notifications, public.users
ALTER TABLE "notifications" ADD CONSTRAINT "FK_9a8a82462cab47c73d25f49261f" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- id: ho-pg-0247
-- label: dangerous
-- why: 180 million items are checked, their writers and those of products wait
-- lock: public.order_items=SHARE ROW EXCLUSIVE, public.products=SHARE ROW EXCLUSIVE
-- scan: public.order_items, public.products
ALTER TABLE order_items ADD CONSTRAINT order_items_product_fk FOREIGN KEY (product_id) REFERENCES public.products ON DELETE RESTRICT;

-- id: ho-pg-0248
-- label: dangerous
-- why: validated in the same statement
-- lock: public.accounts=SHARE ROW EXCLUSIVE, public.orders=SHARE ROW EXCLUSIVE
-- scan: public.accounts, public.orders
ALTER TABLE orders ADD CONSTRAINT orders_account_fk FOREIGN KEY (account_id) REFERENCES accounts NOT VALID, VALIDATE CONSTRAINT orders_account_fk;

-- id: ho-pg-0249
-- label: grey
-- why: 200 thousand rows of reports, products cannot be written meanwhile
-- lock: analytics.daily_sales=ACCESS EXCLUSIVE, public.products=SHARE ROW EXCLUSIVE
-- scan: analytics.daily_sales, public.products
ALTER TABLE analytics.daily_sales ADD CONSTRAINT daily_sales_product FOREIGN KEY (product_id) REFERENCES products (id), ADD CONSTRAINT daily_sales_units CHECK (units >= 0);

-- id: ho-pg-0250
-- label: harmless
-- why: to be validated later (TypeORM by hand)
-- lock: public.audit_log=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
ALTER TABLE "audit_log" ADD CONSTRAINT "FK_audit_actor" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION NOT VALID;

-- id: ho-pg-0251
-- label: harmless
-- why: deferrable and not verified
-- lock: public.order_items=SHARE ROW EXCLUSIVE, public.products=SHARE ROW EXCLUSIVE
ALTER TABLE order_items ADD FOREIGN KEY (product_id) REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;

-- id: ho-pg-0252
-- label: harmless
-- why: two new nullable columns that refer to lookups
-- lock: public.categories=ACCESS EXCLUSIVE, public.countries=SHARE ROW EXCLUSIVE, public.currencies=SHARE ROW EXCLUSIVE
ALTER TABLE categories ADD COLUMN country_code char(2) REFERENCES countries, ADD COLUMN currency char(3) REFERENCES currencies ON DELETE CASCADE;

-- id: ho-pg-0253
-- label: harmless
-- why: 640 rows refer to themselves
-- lock: public.categories=ACCESS EXCLUSIVE
-- scan: public.categories
ALTER TABLE categories ADD CONSTRAINT categories_position_key UNIQUE (position) DEFERRABLE INITIALLY DEFERRED;

-- id: ho-pg-0254
-- label: grey
-- why: 400 thousand rows of 40 MB are checked
-- lock: public.product_tags=SHARE ROW EXCLUSIVE, public.tags=SHARE ROW EXCLUSIVE
-- scan: public.product_tags, public.tags
ALTER TABLE product_tags ADD CONSTRAINT product_tags_tag_fk FOREIGN KEY (tag_id) REFERENCES tags (id);

-- id: ho-pg-0255
-- label: dangerous
-- why: unique constraint over 40 million rows
-- lock: public.payments=ACCESS EXCLUSIVE
-- scan: public.payments
ALTER TABLE "payments" ADD CONSTRAINT "uniq_payment" UNIQUE ("order_id", "method", "created_at");

-- id: ho-pg-0256
-- label: dangerous
-- why: unique over 90 million
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
-- scan: public.webhook_deliveries
ALTER TABLE webhook_deliveries ADD UNIQUE (webhook_id, id) WITH (fillfactor = 80);

-- id: ho-pg-0257
-- label: dangerous
-- why: the exclusion constraint's index is built in ACCESS EXCLUSIVE
-- lock: public.subscriptions=ACCESS EXCLUSIVE
-- scan: public.subscriptions
ALTER TABLE subscriptions ADD EXCLUDE USING gist (current_period WITH &&) WHERE (state = 'none');

-- id: ho-pg-0258
-- label: dangerous
-- why: primary key changed to a wider one
-- lock: public.user_roles=ACCESS EXCLUSIVE
-- scan: public.user_roles
ALTER TABLE user_roles DROP CONSTRAINT user_roles_pkey, ADD PRIMARY KEY (user_id, role_id, granted_at);

-- id: ho-pg-0259
-- label: dangerous
-- why: nullable column as the primary key of 800 million rows
-- lock: analytics.page_views=ACCESS EXCLUSIVE
-- scan: analytics.page_views
ALTER TABLE ONLY analytics.page_views ADD CONSTRAINT page_views_pkey PRIMARY KEY (id);

-- id: ho-pg-0260
-- label: harmless
-- why: empty table: equality by exclusion
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards ADD CONSTRAINT gift_cards_no_twins EXCLUDE USING btree (code WITH =);

-- id: ho-pg-0261
-- label: harmless
-- why: the unique index exists already
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_number_uq" UNIQUE USING INDEX "invoices_number_idx" INITIALLY DEFERRED;

-- id: ho-pg-0262
-- label: harmless
-- why: 900 rows
-- lock: public.tags=ACCESS EXCLUSIVE
-- scan: public.tags
ALTER TABLE tags ADD CONSTRAINT "tags_name_unique" UNIQUE NULLS NOT DISTINCT ("name");

-- id: ho-pg-0263
-- label: harmless
-- why: 249 rows
-- lock: public.countries=ACCESS EXCLUSIVE
-- scan: public.countries
ALTER TABLE countries ADD UNIQUE (name), ADD CONSTRAINT countries_dial CHECK (dial_code LIKE '+%');

-- id: ho-pg-0264
-- label: fails
-- why: an expression index cannot carry a constraint
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_lower_key;

-- id: ho-pg-0265
-- label: fails
-- why: there is a primary key
ALTER TABLE users ADD CONSTRAINT users_pk PRIMARY KEY USING INDEX users_legacy_id_uniq;

-- id: ho-pg-0266
-- label: fails
-- why: unique keys are not deferrable afterwards
ALTER TABLE plans ALTER CONSTRAINT plans_code_key DEFERRABLE;

-- id: ho-pg-0267
-- label: fails
-- why: not enforced comes with 18
ALTER TABLE orders ADD CONSTRAINT orders_note_len CHECK (length(notes) < 4000) NOT ENFORCED;

-- id: ho-pg-0268
-- label: fails
-- why: there is none
ALTER TABLE subscriptions DROP CONSTRAINT subscriptions_seats_check;

-- id: ho-pg-0269
-- label: fails
-- why: the key is not unique over there
ALTER TABLE audit_log ADD CONSTRAINT audit_entity_fk FOREIGN KEY (entity) REFERENCES categories (name) NOT VALID;

-- id: ho-pg-0270
-- label: dangerous
-- why: one product in two warehouses twice
-- lock: public.inventory=ACCESS EXCLUSIVE
ALTER TABLE inventory DROP CONSTRAINT inventory_pkey;

-- id: ho-pg-0271
-- label: dangerous
-- why: plan codes are no longer unique
-- lock: public.plans=ACCESS EXCLUSIVE
alter table plans drop constraint plans_code_key cascade;

-- id: ho-pg-0272
-- label: grey
-- why: orphans possible from now on
-- lock: public.order_items=ACCESS EXCLUSIVE, public.orders=ACCESS EXCLUSIVE
ALTER TABLE order_items DROP CONSTRAINT IF EXISTS order_items_order_id_fkey;

-- id: ho-pg-0273
-- label: grey
-- why: negative stock possible from now on
-- lock: public.inventory=ACCESS EXCLUSIVE
ALTER TABLE public.inventory DROP CONSTRAINT inventory_quantity_check;

-- id: ho-pg-0274
-- label: harmless
-- why: a rule that was never verified goes
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_phone_format;

-- id: ho-pg-0275
-- label: harmless
-- why: not there
-- lock: public.sessions=ACCESS EXCLUSIVE
ALTER TABLE "sessions" DROP CONSTRAINT IF EXISTS "FK_sessions_user";

-- id: ho-pg-0276
-- label: harmless
-- why: names only
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users RENAME CONSTRAINT users_email_present TO ck_users_email;

-- id: ho-pg-0277
-- label: grey
-- why: violations show at the commit instead of at the statement
-- lock: public.payments=ACCESS EXCLUSIVE
ALTER TABLE payments ALTER CONSTRAINT payments_order_id_fkey DEFERRABLE INITIALLY DEFERRED;

-- id: ho-pg-0278
-- label: harmless
-- why: Rails creates a table that refers to large ones
-- lock: public.orders=SHARE ROW EXCLUSIVE, public.users=SHARE ROW EXCLUSIVE
CREATE TABLE "order_notes" ("id" bigserial primary key, "order_id" bigint NOT NULL, "author_id" bigint, "body" text, "created_at" timestamp(6) NOT NULL, CONSTRAINT "fk_rails_0d1f" FOREIGN KEY ("order_id") REFERENCES "orders" ("id"), CONSTRAINT "fk_rails_77aa" FOREIGN KEY ("author_id") REFERENCES "users" ("id"));

-- id: ho-pg-0279
-- label: harmless
-- why: TypeORM's style
CREATE TABLE "coupon_entity" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "code" character varying(40) NOT NULL, "percent" numeric(5,2), "active" boolean NOT NULL DEFAULT true, CONSTRAINT "UQ_25df" UNIQUE ("code"), CONSTRAINT "PK_f9de" PRIMARY KEY ("id"));

-- id: ho-pg-0280
-- label: harmless
-- why: Alembic's style
CREATE TABLE shipment (
	id BIGSERIAL NOT NULL,
	order_id BIGINT NOT NULL,
	carrier VARCHAR(30) DEFAULT 'dhl' NOT NULL,
	tracking VARCHAR(60),
	shipped_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (carrier, tracking)
);

-- id: ho-pg-0281
-- label: harmless
-- why: Liquibase's lock table
CREATE TABLE public.databasechangeloglock (ID INTEGER NOT NULL, LOCKED BOOLEAN NOT NULL, LOCKGRANTED TIMESTAMP WITHOUT TIME ZONE, LOCKEDBY VARCHAR(255), CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (ID));

-- id: ho-pg-0282
-- label: harmless
-- why: generated and identity columns in a new table
CREATE TABLE IF NOT EXISTS parcels (id int GENERATED BY DEFAULT AS IDENTITY (START 1000) PRIMARY KEY, w int, h int, area int GENERATED ALWAYS AS (w * h) STORED, EXCLUDE USING gist (int4range(w, w + 1) WITH &&));

-- id: ho-pg-0283
-- label: harmless
-- why: partitioned by list with a default expression
CREATE TABLE tickets_by_region (id bigint, region text NOT NULL DEFAULT 'eu', PRIMARY KEY (id, region)) PARTITION BY LIST (region);

-- id: ho-pg-0284
-- label: harmless
-- why: a new table from an empty shape, with comments
CREATE TABLE archive.payments_2025 (LIKE public.payments INCLUDING DEFAULTS INCLUDING CONSTRAINTS EXCLUDING INDEXES);

-- id: ho-pg-0285
-- label: harmless
-- why: copies 24 rows
-- scan: public.plans
CREATE TABLE plans_backup AS TABLE plans;

-- id: ho-pg-0286
-- label: harmless
-- why: copies a handful of settings
-- scan: public.settings
CREATE TABLE IF NOT EXISTS archive.settings_old AS SELECT key, value FROM settings WHERE key LIKE 'legacy.%';

-- id: ho-pg-0287
-- label: harmless
-- why: temporary
CREATE TEMP TABLE batch_ids ON COMMIT PRESERVE ROWS AS SELECT generate_series(1, 1000) AS id;

-- id: ho-pg-0288
-- label: harmless
-- why: exists
CREATE TABLE IF NOT EXISTS "users" ("id" serial PRIMARY KEY, "email" text);

-- id: ho-pg-0289
-- label: grey
-- why: reads 15 GB and writes some of it
-- scan: public.notifications
CREATE TABLE unread_backup AS SELECT * FROM notifications WHERE read_at IS NULL;

-- id: ho-pg-0290
-- label: grey
-- why: reads all orders for a sum
-- scan: public.orders
CREATE TABLE analytics.orders_by_channel AS SELECT channel, count(*) AS n FROM orders GROUP BY channel;

-- id: ho-pg-0291
-- label: fails
-- why: exists
CREATE TABLE sessions (id bigserial PRIMARY KEY);

-- id: ho-pg-0292
-- label: fails
-- why: no such type
CREATE TABLE geo (id bigint, place geography(Point, 4326));

-- id: ho-pg-0293
-- label: fails
-- why: inherits from nothing
CREATE TABLE invoices_2027 () INHERITS (invoice);

-- id: ho-pg-0294
-- label: dangerous
-- why: the default partition of 6 million rows is scanned in ACCESS EXCLUSIVE
-- lock: public.events=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_default
CREATE TABLE public.events_2027_03 PARTITION OF public.events FOR VALUES FROM ('2027-03-01 00:00:00+00') TO ('2027-04-01 00:00:00+00');

-- id: ho-pg-0295
-- label: dangerous
-- why: a sub-partitioned month: the default partition is scanned too
-- lock: public.events=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_default
CREATE TABLE events_2027_04 PARTITION OF events FOR VALUES FROM ('2027-04-01') TO ('2027-05-01') PARTITION BY HASH (id);

-- id: ho-pg-0296
-- label: dangerous
-- why: scans the default partition in ACCESS EXCLUSIVE
-- lock: public.events=SHARE UPDATE EXCLUSIVE, public.events_2026_12=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
-- scan: public.events_default
ALTER TABLE "events" ATTACH PARTITION "public"."events_2026_12" FOR VALUES FROM ('2026-12-01 00:00+00') TO ('2027-01-01 00:00+00');

-- id: ho-pg-0297
-- label: grey
-- why: quick: there is no default partition, but reads and writes of metrics queue
-- lock: public.metrics=ACCESS EXCLUSIVE
CREATE TABLE IF NOT EXISTS metrics_africa PARTITION OF metrics (value DEFAULT 0) FOR VALUES IN ('af');

-- id: ho-pg-0298
-- label: grey
-- why: late events are no longer seen
-- lock: public.events=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
ALTER TABLE public.events DETACH PARTITION public.events_default;

-- id: ho-pg-0299
-- label: grey
-- why: queries lose Europe's metrics
-- lock: public.metrics=SHARE UPDATE EXCLUSIVE, public.metrics_eu=ACCESS EXCLUSIVE
ALTER TABLE metrics DETACH PARTITION metrics_eu CONCURRENTLY;

-- id: ho-pg-0300
-- label: fails
-- why: nothing is pending
ALTER TABLE metrics DETACH PARTITION metrics_us FINALIZE;

-- id: ho-pg-0301
-- label: fails
-- why: the bounds overlap
ALTER TABLE events ATTACH PARTITION events_2026_12 FOR VALUES FROM ('2026-11-15') TO ('2026-12-15');

-- id: ho-pg-0302
-- label: fails
-- why: splitting came and went
ALTER TABLE events SPLIT PARTITION events_default INTO (PARTITION e1 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01'), PARTITION e2 DEFAULT);

-- id: ho-pg-0303
-- label: fails
-- why: a partition has no inheritance of its own
ALTER TABLE events_2026_12 INHERIT events;

-- id: ho-pg-0304
-- label: dangerous
-- why: a live month of events
-- lock: public.events=ACCESS EXCLUSIVE, public.events_2026_11=ACCESS EXCLUSIVE, public.events_default=ACCESS EXCLUSIVE
DROP TABLE IF EXISTS events_2026_11 CASCADE;

-- id: ho-pg-0305
-- label: dangerous
-- why: half the metrics
-- lock: public.metrics=ACCESS EXCLUSIVE, public.metrics_us=ACCESS EXCLUSIVE
drop table metrics_us;

-- id: ho-pg-0306
-- label: dangerous
-- why: 300 million audit rows
-- lock: public.audit_log=ACCESS EXCLUSIVE
DROP TABLE public.audit_log RESTRICT;

-- id: ho-pg-0307
-- label: dangerous
-- why: tickets and hooks
-- lock: public.support_tickets=ACCESS EXCLUSIVE, public.webhook_deliveries=ACCESS EXCLUSIVE, public.webhooks=ACCESS EXCLUSIVE
DROP TABLE IF EXISTS support_tickets, webhook_deliveries;

-- id: ho-pg-0308
-- label: dangerous
-- why: migration history lost, tools start over
-- lock: public.schema_migrations=ACCESS EXCLUSIVE
DROP TABLE schema_migrations;

-- id: ho-pg-0309
-- label: dangerous
-- why: prices are lost
-- lock: public.accounts=ACCESS EXCLUSIVE, public.plans=ACCESS EXCLUSIVE, public.subscriptions=ACCESS EXCLUSIVE
DROP TABLE "plans" CASCADE;

-- id: ho-pg-0310
-- label: grey
-- why: empty table, not attached yet
-- lock: public.events_2026_12=ACCESS EXCLUSIVE
DROP TABLE events_2026_12;

-- id: ho-pg-0311
-- label: harmless
-- why: neither is there
DROP TABLE IF EXISTS pghero_query_stats, public."_prisma_migrations_old";

-- id: ho-pg-0312
-- label: fails
-- why: addresses are referred to
DROP TABLE addresses;

-- id: ho-pg-0313
-- label: fails
-- why: one of two is not there
DROP TABLE jobs, delayed_jobs;

-- id: ho-pg-0314
-- label: dangerous
-- why: reports and their rows
-- lock: analytics.daily_sales=ACCESS EXCLUSIVE, analytics.page_views=ACCESS EXCLUSIVE, archive.orders_2019=ACCESS EXCLUSIVE
DROP SCHEMA IF EXISTS analytics, archive CASCADE;

-- id: ho-pg-0315
-- label: dangerous
-- why: all audit rows
-- lock: public.audit_log=ACCESS EXCLUSIVE
TRUNCATE TABLE audit_log;

-- id: ho-pg-0316
-- label: dangerous
-- why: the live partition only
-- lock: public.events_2026_11=ACCESS EXCLUSIVE
TRUNCATE ONLY events_2026_11;

-- id: ho-pg-0317
-- label: dangerous
-- why: two tables, sequences start over
-- lock: public.notifications=ACCESS EXCLUSIVE, public.webhook_deliveries=ACCESS EXCLUSIVE
truncate table webhook_deliveries, notifications restart identity cascade;

-- id: ho-pg-0318
-- label: dangerous
-- why: hot queue: jobs are lost
-- lock: public.jobs=ACCESS EXCLUSIVE
TRUNCATE public.jobs;

-- id: ho-pg-0319
-- label: dangerous
-- why: every account and what refers to it
-- lock: public.accounts=ACCESS EXCLUSIVE, public.invoices=ACCESS EXCLUSIVE, public.subscriptions=ACCESS EXCLUSIVE
TRUNCATE accounts CASCADE;

-- id: ho-pg-0320
-- label: dangerous
-- why: application settings are lost
-- lock: public.settings=ACCESS EXCLUSIVE
TRUNCATE settings;

-- id: ho-pg-0321
-- label: harmless
-- why: empty partition-to-be
-- lock: public.events_2026_12=ACCESS EXCLUSIVE
TRUNCATE events_2026_12;

-- id: ho-pg-0322
-- label: fails
-- why: referred to by order items
TRUNCATE TABLE orders RESTART IDENTITY;

-- id: ho-pg-0323
-- label: harmless
-- why: a new view
CREATE VIEW analytics.open_orders AS SELECT id, user_id, total_cents FROM public.orders WHERE status IN ('placed', 'paid');

-- id: ho-pg-0324
-- label: harmless
-- why: a new view with a check option
CREATE VIEW eu_accounts WITH (security_barrier) AS SELECT id, name, currency FROM accounts WHERE currency = 'EUR' WITH CASCADED CHECK OPTION;

-- id: ho-pg-0325
-- label: harmless
-- why: a view that adds a column at its end
CREATE OR REPLACE VIEW public.order_summary AS SELECT o.id, o.status, o.total_cents, u.email, o.currency FROM public.orders o JOIN public.users u ON u.id = o.user_id;

-- id: ho-pg-0326
-- label: harmless
-- why: recursion in a view is read when it is asked for
CREATE RECURSIVE VIEW category_tree (id, depth) AS SELECT id, 0 FROM categories WHERE parent_id IS NULL UNION ALL SELECT c.id, t.depth + 1 FROM categories c JOIN category_tree t ON c.parent_id = t.id;

-- id: ho-pg-0327
-- label: harmless
-- why: nothing is read yet
CREATE MATERIALIZED VIEW IF NOT EXISTS analytics.revenue_per_account AS SELECT account_id, sum(total) FROM public.invoices GROUP BY 1 WITH NO DATA;

-- id: ho-pg-0328
-- label: harmless
-- why: 640 categories are read
-- scan: public.categories
CREATE MATERIALIZED VIEW root_categories AS SELECT id, name FROM categories WHERE parent_id IS NULL;

-- id: ho-pg-0329
-- label: grey
-- why: reads 24 GB for minutes, blocks nobody
-- scan: public.order_items
CREATE MATERIALIZED VIEW items_per_order AS SELECT order_id, count(*) FROM order_items GROUP BY order_id;

-- id: ho-pg-0330
-- label: harmless
-- why: beside the readers
-- lock: public.product_sales=EXCLUSIVE
-- scan: public.order_items, public.product_sales
REFRESH MATERIALIZED VIEW CONCURRENTLY public.product_sales WITH DATA;

-- id: ho-pg-0331
-- label: harmless
-- why: 640 rows out of 180 MB, a second
-- lock: public.category_counts=ACCESS EXCLUSIVE
-- rewrite: public.category_counts
-- scan: public.products
REFRESH MATERIALIZED VIEW "category_counts" WITH DATA;

-- id: ho-pg-0332
-- label: dangerous
-- why: readers of the sales wait for a scan of 24 GB
-- lock: public.product_sales=ACCESS EXCLUSIVE
-- rewrite: public.product_sales
-- scan: public.order_items, public.product_sales
refresh materialized view public.product_sales with data;

-- id: ho-pg-0333
-- label: dangerous
-- why: code reads it
DROP VIEW public.order_summary RESTRICT;

-- id: ho-pg-0334
-- label: dangerous
-- why: both views are gone
DROP VIEW IF EXISTS active_users, order_summary CASCADE;

-- id: ho-pg-0335
-- label: dangerous
-- why: pages that show counts break
-- lock: public.category_counts=ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW IF EXISTS category_counts;

-- id: ho-pg-0336
-- label: dangerous
-- why: out of the search path
ALTER VIEW active_users SET SCHEMA analytics;

-- id: ho-pg-0337
-- label: dangerous
-- why: renamed under its readers
-- lock: public.category_counts=ACCESS EXCLUSIVE
ALTER MATERIALIZED VIEW category_counts RENAME COLUMN products TO n;

-- id: ho-pg-0338
-- label: harmless
-- why: not there
DROP MATERIALIZED VIEW IF EXISTS sales_2020, sales_2021;

-- id: ho-pg-0339
-- label: harmless
-- why: storage parameter of a materialized view
-- lock: public.product_sales=SHARE UPDATE EXCLUSIVE
ALTER MATERIALIZED VIEW product_sales SET (autovacuum_analyze_scale_factor = 0.02);

-- id: ho-pg-0340
-- label: harmless
-- why: there is none
ALTER VIEW IF EXISTS inactive_users RENAME TO dormant_users;

-- id: ho-pg-0341
-- label: fails
-- why: the order of the columns must stay
CREATE OR REPLACE VIEW order_summary AS SELECT o.status, o.id FROM orders o;

-- id: ho-pg-0342
-- label: fails
-- why: a view, not a table
DROP TABLE active_users;

-- id: ho-pg-0343
-- label: fails
-- why: materialized views are not updated
UPDATE product_sales SET units = 0 WHERE product_id = 1;

-- id: ho-pg-0344
-- label: dangerous
-- why: 12 GB rewritten
-- lock: public.orders=ACCESS EXCLUSIVE
-- rewrite: public.orders
-- scan: public.orders
VACUUM (FULL, VERBOSE) public.orders;

-- id: ho-pg-0345
-- label: dangerous
-- why: the live partition is locked against readers
-- lock: public.events_2026_11=ACCESS EXCLUSIVE
-- rewrite: public.events_2026_11
-- scan: public.events_2026_11
VACUUM FULL ANALYZE events_2026_11;

-- id: ho-pg-0346
-- label: dangerous
-- why: the queue stands still while 300 MB are written
-- lock: public.jobs=ACCESS EXCLUSIVE
-- rewrite: public.jobs
-- scan: public.jobs
vacuum full jobs;

-- id: ho-pg-0347
-- label: dangerous
-- why: one small table and one of 90 GB
-- lock: public.audit_log=ACCESS EXCLUSIVE, public.plans=ACCESS EXCLUSIVE
-- rewrite: public.audit_log, public.plans
-- scan: public.audit_log, public.plans
VACUUM (FULL) plans, audit_log;

-- id: ho-pg-0348
-- label: dangerous
-- why: 9 GB sorted and written anew
-- lock: public.payments=ACCESS EXCLUSIVE
-- rewrite: public.payments
-- scan: public.payments
CLUSTER (VERBOSE) payments USING payments_pkey;

-- id: ho-pg-0349
-- label: dangerous
-- why: 21 million rows in primary key order
-- lock: public.user_roles=ACCESS EXCLUSIVE
-- rewrite: public.user_roles
-- scan: public.user_roles
CLUSTER "user_roles" USING "user_roles_pkey";

-- id: ho-pg-0350
-- label: harmless
-- why: small tables
-- lock: public.feature_flags=ACCESS EXCLUSIVE, public.plans=ACCESS EXCLUSIVE, public.roles=ACCESS EXCLUSIVE
-- rewrite: public.feature_flags, public.plans, public.roles
-- scan: public.feature_flags, public.plans, public.roles
VACUUM (FULL, ANALYZE) public.roles, public.plans, public.feature_flags;

-- id: ho-pg-0351
-- label: harmless
-- why: 160 rows
-- lock: public.currencies=ACCESS EXCLUSIVE
-- rewrite: public.currencies
-- scan: public.currencies
CLUSTER currencies USING currencies_pkey;

-- id: ho-pg-0352
-- label: harmless
-- why: beside reads and writes
VACUUM (PARALLEL 2, SKIP_LOCKED, VERBOSE) order_items;

-- id: ho-pg-0353
-- label: harmless
-- why: beside reads and writes
-- lock: public.invoices=SHARE UPDATE EXCLUSIVE
VACUUM FREEZE VERBOSE ANALYZE invoices (number, issued_on);

-- id: ho-pg-0354
-- label: harmless
-- why: only statistics
VACUUM (ONLY_DATABASE_STATS);

-- id: ho-pg-0355
-- label: harmless
-- why: samples
-- lock: public.orders=SHARE UPDATE EXCLUSIVE, public.payments=SHARE UPDATE EXCLUSIVE
ANALYZE (VERBOSE, SKIP_LOCKED) public.orders, public.payments (method);

-- id: ho-pg-0356
-- label: harmless
-- why: partitioned parent is sampled
-- lock: public.events=SHARE UPDATE EXCLUSIVE, public.events_2026_09=SHARE UPDATE EXCLUSIVE, public.events_2026_10=SHARE UPDATE EXCLUSIVE, public.events_2026_11=SHARE UPDATE EXCLUSIVE, public.events_default=SHARE UPDATE EXCLUSIVE
analyze events;

-- id: ho-pg-0357
-- label: harmless
-- why: only which index a later CLUSTER takes
-- lock: public.payments=SHARE UPDATE EXCLUSIVE
ALTER TABLE payments CLUSTER ON payments_order_id_idx;

-- id: ho-pg-0358
-- label: dangerous
-- why: jobs would be lost in a crash, and 300 MB are rewritten
-- lock: public.jobs=ACCESS EXCLUSIVE
-- rewrite: public.jobs
-- scan: public.jobs
ALTER TABLE IF EXISTS jobs SET UNLOGGED;

-- id: ho-pg-0359
-- label: dangerous
-- why: 250 MB rewritten, and tickets would be lost in a crash
-- lock: public.support_tickets=ACCESS EXCLUSIVE
-- rewrite: public.support_tickets
-- scan: public.support_tickets
ALTER TABLE support_tickets SET UNLOGGED;

-- id: ho-pg-0360
-- label: grey
-- why: empty, but gift cards to come would be lost in a crash
-- lock: public.gift_cards=ACCESS EXCLUSIVE
ALTER TABLE gift_cards SET UNLOGGED;

-- id: ho-pg-0361
-- label: harmless
-- why: storage parameters
-- lock: public.order_items=SHARE UPDATE EXCLUSIVE
ALTER TABLE "order_items" SET ("autovacuum_vacuum_scale_factor" = '0.02', autovacuum_analyze_threshold = 5000);

-- id: ho-pg-0362
-- label: harmless
-- why: storage parameters of the side table too
-- lock: public.webhook_deliveries=SHARE UPDATE EXCLUSIVE
ALTER TABLE webhook_deliveries SET (toast.autovacuum_vacuum_cost_delay = 2, log_autovacuum_min_duration = 0);

-- id: ho-pg-0363
-- label: harmless
-- why: back to the defaults
-- lock: public.sessions=SHARE UPDATE EXCLUSIVE
ALTER TABLE public.sessions RESET (fillfactor, autovacuum_enabled, toast.autovacuum_enabled);

-- id: ho-pg-0364
-- label: harmless
-- why: oids went with version 12
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders SET WITHOUT OIDS;

-- id: ho-pg-0365
-- label: grey
-- why: dead rows pile up until somebody remembers
-- lock: public.sessions=SHARE UPDATE EXCLUSIVE
ALTER TABLE sessions SET (autovacuum_enabled = false);

-- id: ho-pg-0366
-- label: grey
-- why: the old owner loses its rights
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices OWNER TO shop_readonly;

-- id: ho-pg-0367
-- label: grey
-- why: updates write less, subscribers may fail
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE orders REPLICA IDENTITY NOTHING;

-- id: ho-pg-0368
-- label: harmless
-- why: as it is
-- lock: public.accounts=ACCESS EXCLUSIVE
ALTER TABLE accounts REPLICA IDENTITY DEFAULT;

-- id: ho-pg-0369
-- label: fails
-- why: no such tablespace
ALTER TABLE orders SET TABLESPACE fast_ssd;

-- id: ho-pg-0370
-- label: fails
-- why: no such access method
ALTER TABLE archive.orders_2019 SET ACCESS METHOD columnar;

-- id: ho-pg-0371
-- label: fails
-- why: not a parent
ALTER TABLE payments NO INHERIT orders;

-- id: ho-pg-0372
-- label: dangerous
-- why: without a policy the application sees no orders
-- lock: public.orders=ACCESS EXCLUSIVE
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;

-- id: ho-pg-0373
-- label: dangerous
-- why: nobody but the owner sees invoices, and then not even the owner
-- lock: public.invoices=ACCESS EXCLUSIVE
ALTER TABLE invoices FORCE ROW LEVEL SECURITY, ENABLE ROW LEVEL SECURITY;

-- id: ho-pg-0374
-- label: harmless
-- why: it is not enabled
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions NO FORCE ROW LEVEL SECURITY;

-- id: ho-pg-0375
-- label: harmless
-- why: a policy that nobody enforces yet
-- lock: public.accounts=ACCESS EXCLUSIVE
CREATE POLICY tenant_isolation ON public.accounts AS RESTRICTIVE FOR ALL TO shop_app, shop_readonly USING (owner_id = current_setting('app.uid')::bigint) WITH CHECK (true);

-- id: ho-pg-0376
-- label: harmless
-- why: there is none
DROP POLICY IF EXISTS "tenant_isolation" ON "subscriptions";

-- id: ho-pg-0377
-- label: fails
-- why: there is none
DROP POLICY tenant_isolation ON accounts;

-- id: ho-pg-0378
-- label: fails
-- why: there is none to alter
ALTER POLICY own_orders ON orders TO shop_readonly;

-- id: ho-pg-0379
-- label: grey
-- why: every new user runs more code
-- lock: public.users=SHARE ROW EXCLUSIVE
CREATE TRIGGER users_touch BEFORE INSERT OR UPDATE OF email, username ON users FOR EACH ROW WHEN (NEW.deleted_at IS NULL) EXECUTE FUNCTION set_updated_at();

-- id: ho-pg-0380
-- label: grey
-- why: the same trigger again, on the hot path
-- lock: public.orders=SHARE ROW EXCLUSIVE
CREATE OR REPLACE TRIGGER orders_set_updated_at BEFORE UPDATE ON orders FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION set_updated_at();

-- id: ho-pg-0381
-- label: harmless
-- why: small table that has the column
-- lock: public.feature_flags=SHARE ROW EXCLUSIVE
CREATE TRIGGER flags_touched BEFORE UPDATE OF enabled, rollout ON public.feature_flags FOR EACH ROW WHEN (OLD.enabled IS DISTINCT FROM NEW.enabled) EXECUTE FUNCTION set_updated_at();

-- id: ho-pg-0382
-- label: harmless
-- why: only its name
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TRIGGER users_set_updated_at ON users RENAME TO trg_users_updated;

-- id: ho-pg-0383
-- label: dangerous
-- why: orders keep their old time of change
-- lock: public.orders=ACCESS EXCLUSIVE
DROP TRIGGER IF EXISTS orders_set_updated_at ON public.orders CASCADE;

-- id: ho-pg-0384
-- label: dangerous
-- why: foreign keys of payments are no longer checked
-- lock: public.payments=SHARE ROW EXCLUSIVE
ALTER TABLE payments DISABLE TRIGGER ALL;

-- id: ho-pg-0385
-- label: dangerous
-- why: runs for replicated changes only from now on
-- lock: public.users=SHARE ROW EXCLUSIVE
ALTER TABLE users ENABLE REPLICA TRIGGER users_set_updated_at;

-- id: ho-pg-0386
-- label: harmless
-- why: not there
DROP TRIGGER IF EXISTS log_changes ON support_tickets;

-- id: ho-pg-0387
-- label: fails
-- why: there is no such trigger
DROP TRIGGER orders_audit ON orders;

-- id: ho-pg-0388
-- label: dangerous
-- why: deletes are swallowed
-- lock: public.users=ACCESS EXCLUSIVE
CREATE RULE users_protect AS ON DELETE TO public.users DO INSTEAD NOTHING;

-- id: ho-pg-0389
-- label: dangerous
-- why: the rule doubles every insert
-- lock: public.payments=ACCESS EXCLUSIVE
CREATE OR REPLACE RULE payments_log AS ON INSERT TO payments DO ALSO INSERT INTO audit_log (action, entity) VALUES ('pay', NEW.id::text);

-- id: ho-pg-0390
-- label: harmless
-- why: planner's statistics
-- lock: public.addresses=SHARE UPDATE EXCLUSIVE
CREATE STATISTICS IF NOT EXISTS analytics.addr_stats (ndistinct) ON country_code, city FROM public.addresses;

-- id: ho-pg-0391
-- label: harmless
-- why: expression statistics
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
CREATE STATISTICS ON (total_cents / 100), channel FROM orders;

-- id: ho-pg-0392
-- label: fails
-- why: there are none
ALTER STATISTICS orders_stats SET STATISTICS 200;

-- id: ho-pg-0393
-- label: harmless
-- why: a remark
COMMENT ON VIEW active_users IS E'Users\nwho may log in';

-- id: ho-pg-0394
-- label: harmless
-- why: a remark on a type
COMMENT ON TYPE order_status IS $$draft -> placed -> paid$$;

-- id: ho-pg-0395
-- label: harmless
-- why: a remark on a materialized view
-- lock: public.product_sales=SHARE UPDATE EXCLUSIVE
COMMENT ON MATERIALIZED VIEW product_sales IS 'refreshed; every night';

-- id: ho-pg-0396
-- label: harmless
-- why: a remark on a trigger
COMMENT ON TRIGGER users_set_updated_at ON users IS 'keeps updated_at';

-- id: ho-pg-0397
-- label: harmless
-- why: an empty publication
CREATE PUBLICATION shop_empty WITH (publish = 'insert, update');

-- id: ho-pg-0398
-- label: grey
-- why: which rows are replicated
-- lock: public.orders=SHARE UPDATE EXCLUSIVE
CREATE PUBLICATION big_orders FOR TABLE orders (id, total_cents, status) WHERE (id > 100);

-- id: ho-pg-0399
-- label: grey
-- why: a new reader of the log, not running yet
CREATE SUBSCRIPTION shop_sub CONNECTION 'host=replica dbname=shop' PUBLICATION shop_pub WITH (connect = false, slot_name = NONE, enabled = false, create_slot = false);

-- id: ho-pg-0400
-- label: fails
-- why: there is none
ALTER PUBLICATION shop_pub ADD TABLE users;

-- id: ho-pg-0401
-- label: harmless
-- why: there is none
DROP PUBLICATION IF EXISTS shop_pub;

-- id: ho-pg-0402
-- label: dangerous
-- why: every row without a bound (Django's RunSQL)
-- scan: public.accounts
UPDATE "accounts" SET "currency" = 'EUR';

-- id: ho-pg-0403
-- label: dangerous
-- why: 20 million rows may match
UPDATE users SET display_name = username WHERE display_name IS NULL;

-- id: ho-pg-0404
-- label: dangerous
-- why: a half of the sessions
-- scan: public.sessions
UPDATE sessions SET user_agent = left(user_agent, 200) WHERE length(user_agent) > 200;

-- id: ho-pg-0405
-- label: dangerous
-- why: all payments of a kind
-- scan: public.payments
update public.payments p set method = 'card' where p.method = 'wire' and p.created_at > '2020-01-01';

-- id: ho-pg-0406
-- label: dangerous
-- why: several columns of all subscriptions
-- scan: public.subscriptions
UPDATE subscriptions SET (state, seats) = ('active', 1) WHERE state <> 'active';

-- id: ho-pg-0407
-- label: dangerous
-- why: a join over all order items
-- scan: public.order_items, public.products
UPDATE order_items AS i SET unit_price = p.price FROM products AS p WHERE p.id = i.product_id AND i.unit_price IS DISTINCT FROM p.price;

-- id: ho-pg-0408
-- label: dangerous
-- why: a subselect per row of 12 million
-- scan: public.invoices, public.payments
UPDATE invoices SET paid = EXISTS (SELECT 1 FROM payments p WHERE p.amount = invoices.total);

-- id: ho-pg-0409
-- label: dangerous
-- why: half of the table by a range of keys
UPDATE orders SET channel = 'web' WHERE id > 25000000;

-- id: ho-pg-0410
-- label: dangerous
-- why: a range of keys without an end in sight
-- scan: public.notifications
UPDATE notifications SET kind = 'mail' WHERE id BETWEEN 1 AND 60000000;

-- id: ho-pg-0411
-- label: dangerous
-- why: one million at once
-- scan: public.users
UPDATE users SET locale = 'en' WHERE id IN (SELECT id FROM users WHERE locale IS NULL LIMIT 1000000);

-- id: ho-pg-0412
-- label: dangerous
-- why: hot rows of every product
-- scan: public.inventory
UPDATE inventory SET reserved = 0;

-- id: ho-pg-0413
-- label: dangerous
-- why: values of all settings are lost
-- scan: public.settings
UPDATE settings SET value = '';

-- id: ho-pg-0414
-- label: dangerous
-- why: features of all plans are lost
-- scan: public.plans
UPDATE plans SET features = '{}'::jsonb;

-- id: ho-pg-0415
-- label: dangerous
-- why: all rows of a month
-- scan: public.events_2026_11, public.events_default
UPDATE events SET payload = payload - 'ip' WHERE occurred_at >= '2026-11-01';

-- id: ho-pg-0416
-- label: dangerous
-- why: tautology
-- scan: public.webhook_deliveries
DELETE FROM webhook_deliveries WHERE true;

-- id: ho-pg-0417
-- label: dangerous
-- why: all but some of 60 million
-- scan: public.notifications
DELETE FROM notifications WHERE read_at IS NOT NULL;

-- id: ho-pg-0418
-- label: dangerous
-- why: Rails' delete_all with a join
-- scan: public.orders
DELETE FROM "order_items" WHERE "order_items"."order_id" IN (SELECT "orders"."id" FROM "orders" WHERE "orders"."status" = 'draft');

-- id: ho-pg-0419
-- label: dangerous
-- why: everything older
delete from only public.audit_log a where a.created_at < current_date - 365;

-- id: ho-pg-0420
-- label: dangerous
-- why: expired sessions of all time
DELETE FROM sessions WHERE expires_at < now() - interval '1 day';

-- id: ho-pg-0421
-- label: dangerous
-- why: orphans found by a scan of both
-- scan: public.addresses, public.users
DELETE FROM addresses a WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = a.user_id AND u.deleted_at IS NULL);

-- id: ho-pg-0422
-- label: dangerous
-- why: duplicates by window over 180 million rows
-- scan: public.order_items
DELETE FROM order_items WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY order_id, product_id ORDER BY id) AS rn FROM order_items) t WHERE rn > 1);

-- id: ho-pg-0423
-- label: dangerous
-- why: a twelfth of 21 million rows
-- scan: public.user_roles
DELETE FROM user_roles WHERE role_id = 4;

-- id: ho-pg-0424
-- label: dangerous
-- why: half a million at a time is no batch
-- scan: public.audit_log
DELETE FROM audit_log WHERE id IN (SELECT id FROM audit_log ORDER BY id LIMIT 500000);

-- id: ho-pg-0425
-- label: dangerous
-- why: the rows are moved in one go
WITH old AS (DELETE FROM audit_log WHERE created_at < '2025-01-01' RETURNING entity) INSERT INTO settings (key, value) SELECT DISTINCT entity, 'x' FROM old ON CONFLICT DO NOTHING;

-- id: ho-pg-0426
-- label: dangerous
-- why: an update hides in the with clause
-- scan: public.accounts
WITH u AS (UPDATE accounts SET balance = 0 RETURNING id) SELECT count(*) FROM u;

-- id: ho-pg-0427
-- label: dangerous
-- why: for every account a subscription
-- scan: public.accounts, public.subscriptions
INSERT INTO subscriptions (account_id, plan_id) SELECT a.id, 1 FROM accounts a LEFT JOIN subscriptions s ON s.account_id = a.id WHERE s.id IS NULL;

-- id: ho-pg-0428
-- label: dangerous
-- why: copies 25 million rows
-- scan: public.addresses
INSERT INTO analytics.page_views (id, path) SELECT id, line1 FROM addresses;

-- id: ho-pg-0429
-- label: dangerous
-- why: upsert of all inventory
-- scan: public.products
INSERT INTO inventory (product_id, warehouse, quantity) SELECT id, 'HAM', 0 FROM products ON CONFLICT (product_id, warehouse) DO UPDATE SET quantity = 0;

-- id: ho-pg-0430
-- label: dangerous
-- why: merges 5 million accounts
-- scan: public.accounts, public.subscriptions
MERGE INTO subscriptions AS s USING accounts AS a ON s.account_id = a.id WHEN MATCHED AND a.plan_id IS NULL THEN DELETE WHEN NOT MATCHED THEN INSERT (account_id, plan_id) VALUES (a.id, 1);

-- id: ho-pg-0431
-- label: harmless
-- why: one row by its key
UPDATE "orders" SET "status" = 'shipped', "shipped_at" = now() WHERE ("orders"."id" = 100017);

-- id: ho-pg-0432
-- label: harmless
-- why: a few rows by their keys
UPDATE users SET status = 'suspended' WHERE id IN (12, 13, 17) RETURNING id;

-- id: ho-pg-0433
-- label: harmless
-- why: keys as an array
UPDATE public.accounts SET credit_limit = 500 WHERE id = ANY (ARRAY['c4ca4238-a0b9-2382-0dcc-509a6f75849b', 'c81e728d-9d4c-2f63-6f06-7f89cc14862c']::uuid[]);

-- id: ho-pg-0434
-- label: harmless
-- why: one row by a unique column
UPDATE products SET price = 19.90 WHERE sku = 'SKU-17';

-- id: ho-pg-0435
-- label: harmless
-- why: one row by its key, value computed
UPDATE inventory SET quantity = quantity + 5, counted_at = now() WHERE product_id = 17 AND warehouse = 'BER';

-- id: ho-pg-0436
-- label: harmless
-- why: 249 countries
-- scan: public.countries
UPDATE countries SET name = initcap(name) WHERE name <> initcap(name);

-- id: ho-pg-0437
-- label: harmless
-- why: joined with a list of values over a tiny table
-- scan: public.plans
UPDATE plans AS p SET monthly_price = v.price FROM (VALUES ('plan-1', 9.90), ('plan-2', 19.90)) AS v (code, price) WHERE v.code = p.code;

-- id: ho-pg-0438
-- label: harmless
-- why: a flag
-- scan: public.feature_flags
update feature_flags set enabled = true, rollout = 100, updated_at = now() where name = 'flag-3';

-- id: ho-pg-0439
-- label: harmless
-- why: one json key of one setting
-- scan: public.settings
UPDATE settings SET value = jsonb_set('{"a": 1}'::jsonb, '{b}', '2')::text WHERE "key" = 'key-9';

-- id: ho-pg-0440
-- label: harmless
-- why: two keys spelled out
-- scan: public.feature_flags
DELETE FROM feature_flags WHERE name = 'flag-1' OR name = 'flag-2';

-- id: ho-pg-0441
-- label: harmless
-- why: one row by its key
DELETE FROM "user_roles" WHERE "user_roles"."user_id" = 12 AND "user_roles"."role_id" IN (1, 2, 3);

-- id: ho-pg-0442
-- label: harmless
-- why: one applied version is forgotten
DELETE FROM public.schema_migrations WHERE version = '20240101000007';

-- id: ho-pg-0443
-- label: harmless
-- why: a role that nobody refers to
INSERT INTO roles (id, name) VALUES (90, 'support'), (91, 'finance') ON CONFLICT DO NOTHING;

-- id: ho-pg-0444
-- label: harmless
-- why: one row in a large table
INSERT INTO users (email, username, status) VALUES ('ops@example.org', 'ops', 'active') RETURNING id;

-- id: ho-pg-0445
-- label: harmless
-- why: Alembic's bulk insert
INSERT INTO settings (key, value) VALUES ('mail.from', 'shop@example.org'), ('mail.reply', DEFAULT), ('mail.bcc', NULL);

-- id: ho-pg-0446
-- label: harmless
-- why: copies 24 plans
-- scan: public.plans, public.tags
INSERT INTO tags (name) SELECT 'plan:' || code FROM plans WHERE NOT EXISTS (SELECT 1 FROM tags t WHERE t.name = 'plan:' || plans.code);

-- id: ho-pg-0447
-- label: harmless
-- why: upsert of a flag
INSERT INTO feature_flags AS f (name, rollout) VALUES ('checkout-v3', 5) ON CONFLICT ON CONSTRAINT feature_flags_pkey DO UPDATE SET rollout = greatest(f.rollout, EXCLUDED.rollout) WHERE f.enabled;

-- id: ho-pg-0448
-- label: harmless
-- why: numbers made up for an empty table
INSERT INTO gift_cards (code, balance) SELECT 'GC' || lpad(n::text, 8, '0'), 25 FROM generate_series(1, 500) AS n;

-- id: ho-pg-0449
-- label: harmless
-- why: lookup rows from a with clause
WITH v (code, name) AS (VALUES ('XYZ', 'Test money')) INSERT INTO currencies (code, name) SELECT code, name FROM v;

-- id: ho-pg-0450
-- label: harmless
-- why: merge into 160 currencies
-- scan: public.currencies
MERGE INTO currencies c USING (SELECT 'CHF' AS code, 'Swiss franc' AS name) s ON c.code = s.code WHEN MATCHED AND c.name <> s.name THEN UPDATE SET name = s.name WHEN NOT MATCHED THEN INSERT (code, name, minor_units) VALUES (s.code, s.name, 2);

-- id: ho-pg-0451
-- label: grey
-- why: one batch by key
-- scan: public.audit_log
DELETE FROM audit_log WHERE id BETWEEN 1 AND 5000;

-- id: ho-pg-0452
-- label: grey
-- why: one batch of 1000
DELETE FROM sessions WHERE token IN (SELECT token FROM sessions WHERE expires_at < now() ORDER BY expires_at LIMIT 1000 FOR UPDATE SKIP LOCKED);

-- id: ho-pg-0453
-- label: grey
-- why: one batch by physical place
-- scan: public.order_items
UPDATE order_items SET options = '{}' WHERE ctid = ANY (ARRAY(SELECT ctid FROM order_items WHERE options IS NULL LIMIT 2000));

-- id: ho-pg-0454
-- label: grey
-- why: 900 tags, 400 thousand links perhaps
-- scan: public.product_tags
DELETE FROM product_tags WHERE tag_id = 7;

-- id: ho-pg-0455
-- label: grey
-- why: 120 thousand products in a second
-- scan: public.products
UPDATE products SET tags = array_remove(tags, 'sale');

-- id: ho-pg-0456
-- label: grey
-- why: 300 thousand tickets in two seconds
-- scan: public.support_tickets
UPDATE support_tickets SET closed_at = now() WHERE closed_at IS NULL;

-- id: ho-pg-0457
-- label: grey
-- why: counts 50 million rows, blocks nobody
SELECT count(*) FROM orders WHERE placed_at IS NULL;

-- id: ho-pg-0458
-- label: grey
-- why: takes a lock that only other migrations mind
SELECT pg_advisory_xact_lock(72707369);

-- id: ho-pg-0459
-- label: harmless
-- why: reads a few rows
-- scan: public.schema_migrations
SELECT version FROM schema_migrations ORDER BY version DESC LIMIT 1;

-- id: ho-pg-0460
-- label: harmless
-- why: asks the catalogue
SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'public' AND table_name = 'orders');

-- id: ho-pg-0461
-- label: fails
-- why: a required column is missing
INSERT INTO users (username) VALUES ('nobody');

-- id: ho-pg-0462
-- label: fails
-- why: there is no unique index for this
INSERT INTO settings (key, value) VALUES ('a', 'b') ON CONFLICT (value) DO NOTHING;

-- id: ho-pg-0463
-- label: fails
-- why: no such column
UPDATE orders SET state = 'paid' WHERE id = 1;

-- id: ho-pg-0464
-- label: fails
-- why: LIMIT is another product's
DELETE FROM sessions WHERE expires_at < now() LIMIT 1000;

-- id: ho-pg-0465
-- label: harmless
-- why: a new function
CREATE FUNCTION public.slugify(title text) RETURNS text LANGUAGE sql IMMUTABLE STRICT RETURN lower(regexp_replace(title, '\W+', '-', 'g'));

-- id: ho-pg-0466
-- label: harmless
-- why: there is none of that name and these arguments
CREATE OR REPLACE FUNCTION touch_account() RETURNS trigger AS $fn$
BEGIN
  UPDATE accounts SET balance = balance WHERE id = NEW.account_id; -- not run here
  RETURN NEW;
END;
$fn$ LANGUAGE plpgsql SECURITY INVOKER;

-- id: ho-pg-0467
-- label: harmless
-- why: a new procedure, whose body is not run
CREATE OR REPLACE PROCEDURE public.drop_old_events(months integer DEFAULT 12) LANGUAGE plpgsql AS 'BEGIN EXECUTE ''DROP TABLE events_2025''; END';

-- id: ho-pg-0468
-- label: dangerous
-- why: every update of users and orders runs other code
CREATE OR REPLACE FUNCTION public.set_updated_at() RETURNS trigger AS $$ BEGIN RAISE NOTICE 'touched'; RETURN NULL; END; $$ LANGUAGE plpgsql;

-- id: ho-pg-0469
-- label: dangerous
-- why: normalised addresses change
CREATE OR REPLACE FUNCTION normalize_email(address text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(address)';

-- id: ho-pg-0470
-- label: dangerous
-- why: callers ask for the old name
ALTER FUNCTION normalize_email(text) RENAME TO normalise_email;

-- id: ho-pg-0471
-- label: dangerous
-- why: out of the search path
ALTER PROCEDURE purge_expired_sessions() SET SCHEMA archive;

-- id: ho-pg-0472
-- label: dangerous
-- why: callers break
DROP FUNCTION IF EXISTS public.normalize_email(text), new_token() RESTRICT;

-- id: ho-pg-0473
-- label: harmless
-- why: planner's hints
ALTER FUNCTION new_token() COST 500 SET search_path = pg_catalog, public;

-- id: ho-pg-0474
-- label: harmless
-- why: neither exists
DROP ROUTINE IF EXISTS legacy_sync(bigint, text), legacy_purge();

-- id: ho-pg-0475
-- label: fails
-- why: the return type cannot be replaced
CREATE OR REPLACE FUNCTION new_token() RETURNS uuid LANGUAGE sql AS 'SELECT gen_random_uuid()';

-- id: ho-pg-0476
-- label: fails
-- why: no such function
ALTER FUNCTION normalize_email(varchar, integer) STABLE;

-- id: ho-pg-0477
-- label: harmless
-- why: a reader may read more
GRANT SELECT (id, email, status) ON users TO shop_readonly;

-- id: ho-pg-0478
-- label: harmless
-- why: rights on a schema
GRANT USAGE ON SCHEMA analytics, archive TO shop_readonly;

-- id: ho-pg-0479
-- label: harmless
-- why: rights on a function and a type
GRANT EXECUTE ON FUNCTION public.normalize_email(text) TO shop_app;

-- id: ho-pg-0480
-- label: harmless
-- why: tables to come
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public, analytics GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO shop_app;

-- id: ho-pg-0481
-- label: harmless
-- why: sequence rights for the application
grant usage on sequence invoice_number_seq to shop_app with grant option;

-- id: ho-pg-0482
-- label: harmless
-- why: not there
DROP ROLE IF EXISTS metabase, "etl-user";

-- id: ho-pg-0483
-- label: harmless
-- why: a new login without rights
CREATE ROLE grafana LOGIN CONNECTION LIMIT 3 PASSWORD NULL;

-- id: ho-pg-0484
-- label: dangerous
-- why: the application cannot write payments any more
REVOKE INSERT, UPDATE ON TABLE public.payments FROM shop_app CASCADE;

-- id: ho-pg-0485
-- label: dangerous
-- why: names in public are no longer found
REVOKE USAGE ON SCHEMA public FROM shop_app;

-- id: ho-pg-0486
-- label: dangerous
-- why: readers of everything
REVOKE SELECT ON ALL TABLES IN SCHEMA public FROM shop_readonly, PUBLIC;

-- id: ho-pg-0487
-- label: dangerous
-- why: the application may hold one connection
ALTER ROLE shop_app CONNECTION LIMIT 1;

-- id: ho-pg-0488
-- label: dangerous
-- why: all its privileges are gone
DROP OWNED BY shop_readonly CASCADE;

-- id: ho-pg-0489
-- label: grey
-- why: a superuser more
ALTER ROLE shop_readonly WITH SUPERUSER;

-- id: ho-pg-0490
-- label: grey
-- why: the application's timeouts change at its next login
ALTER ROLE shop_app SET statement_timeout = '5s';

-- id: ho-pg-0491
-- label: grey
-- why: a new password for a login in use
ALTER USER shop_readonly WITH ENCRYPTED PASSWORD 'rotated';

-- id: ho-pg-0492
-- label: fails
-- why: it holds privileges
DROP ROLE shop_app;

-- id: ho-pg-0493
-- label: fails
-- why: there is no such role
GRANT SELECT ON orders TO business_intelligence;

-- id: ho-pg-0494
-- label: harmless
-- why: a new value
ALTER TYPE "public"."order_status" ADD VALUE IF NOT EXISTS 'refunded' BEFORE 'cancelled';

-- id: ho-pg-0495
-- label: harmless
-- why: exists, and that is fine
ALTER TYPE payment_method ADD VALUE IF NOT EXISTS 'paypal';

-- id: ho-pg-0496
-- label: harmless
-- why: a new range type
CREATE TYPE score_range AS RANGE (subtype = float8, subtype_diff = float8mi);

-- id: ho-pg-0497
-- label: harmless
-- why: Prisma's new enum
-- CreateEnum
CREATE TYPE "InvoiceKind" AS ENUM ('STANDARD', 'CREDIT_NOTE');

-- id: ho-pg-0498
-- label: dangerous
-- why: code compares with the old label
ALTER TYPE public.order_status RENAME VALUE 'draft' TO 'cart';

-- id: ho-pg-0499
-- label: dangerous
-- why: out of the search path
ALTER TYPE user_status SET SCHEMA archive;

-- id: ho-pg-0500
-- label: dangerous
-- why: columns of this type are dropped
-- lock: public.payments=ACCESS EXCLUSIVE
DROP TYPE IF EXISTS payment_method CASCADE;

-- id: ho-pg-0501
-- label: dangerous
-- why: prisma swaps an enum: the code's casts break
ALTER TYPE "payment_method" RENAME TO "payment_method_old";

-- id: ho-pg-0502
-- label: fails
-- why: exists
ALTER TYPE order_status ADD VALUE 'paid';

-- id: ho-pg-0503
-- label: fails
-- why: columns use it
DROP TYPE IF EXISTS order_status;

-- id: ho-pg-0504
-- label: fails
-- why: exists
CREATE TYPE user_status AS ENUM ('a', 'b');

-- id: ho-pg-0505
-- label: harmless
-- why: a new domain
CREATE DOMAIN public.iban AS varchar(34) COLLATE "C" CONSTRAINT iban_shape CHECK (VALUE ~ '^[A-Z]{2}') NOT NULL;

-- id: ho-pg-0506
-- label: harmless
-- why: 640 categories are checked
-- lock: public.categories=SHARE
-- scan: public.categories
ALTER DOMAIN slug ADD CONSTRAINT slug_lower CHECK (VALUE = lower(VALUE));

-- id: ho-pg-0507
-- label: harmless
-- why: only a name
ALTER DOMAIN percentage RENAME CONSTRAINT percentage_range TO percentage_0_100;

-- id: ho-pg-0508
-- label: harmless
-- why: 249 countries have none without a rate
-- lock: public.countries=SHARE
-- scan: public.countries
ALTER DOMAIN percentage SET NOT NULL;

-- id: ho-pg-0509
-- label: harmless
-- why: no default before, none after
ALTER DOMAIN public.email_address DROP DEFAULT;

-- id: ho-pg-0510
-- label: dangerous
-- why: 5 million accounts are read while their writers wait
-- lock: public.accounts=SHARE
-- scan: public.accounts
ALTER DOMAIN public.email_address ADD CONSTRAINT email_len CHECK (length(VALUE) BETWEEN 3 AND 320);

-- id: ho-pg-0511
-- label: dangerous
-- why: 5 million accounts are read while their writers wait
-- lock: public.accounts=SHARE
-- scan: public.accounts
ALTER DOMAIN email_address VALIDATE CONSTRAINT email_address_check;

-- id: ho-pg-0512
-- label: dangerous
-- why: the VAT rates are dropped along
-- lock: public.countries=ACCESS EXCLUSIVE
DROP DOMAIN percentage CASCADE;

-- id: ho-pg-0513
-- label: fails
-- why: categories use it
DROP DOMAIN slug;

-- id: ho-pg-0514
-- label: harmless
-- why: a new sequence
CREATE SEQUENCE archive.batch_seq AS integer INCREMENT 5 MINVALUE 5 CACHE 20 OWNED BY NONE;

-- id: ho-pg-0515
-- label: harmless
-- why: larger than before
ALTER SEQUENCE public.invoice_number_seq NO MAXVALUE NO CYCLE CACHE 1;

-- id: ho-pg-0516
-- label: harmless
-- why: ids to come are fetched in blocks
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN id SET CACHE 50;

-- id: ho-pg-0517
-- label: dangerous
-- why: ids are given out twice
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users ALTER COLUMN id RESTART WITH 1;

-- id: ho-pg-0518
-- label: dangerous
-- why: invoices numbered from one again
SELECT pg_catalog.setval('public.invoice_number_seq', 1, false);

-- id: ho-pg-0519
-- label: dangerous
-- why: code asks it for numbers
DROP SEQUENCE IF EXISTS invoice_number_seq;

-- id: ho-pg-0520
-- label: dangerous
-- why: code asks for the old name
ALTER SEQUENCE invoice_number_seq RENAME TO invoice_no_seq;

-- id: ho-pg-0521
-- label: grey
-- why: Hibernate's allocation size; other writers may collide
ALTER SEQUENCE order_number_seq INCREMENT BY 50;

-- id: ho-pg-0522
-- label: grey
-- why: as large as the largest id, while others insert
-- scan: public.notifications
SELECT setval(pg_get_serial_sequence('notifications', 'id'), (SELECT max(id) FROM notifications));

-- id: ho-pg-0523
-- label: fails
-- why: there is a default already
ALTER TABLE orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- id: ho-pg-0524
-- label: fails
-- why: orders' default hangs on it
DROP SEQUENCE order_number_seq;

-- id: ho-pg-0525
-- label: harmless
-- why: Drizzle makes a type unless it is there
DO $$ BEGIN
 CREATE TYPE "public"."shipping_speed" AS ENUM('slow', 'fast');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;

-- id: ho-pg-0526
-- label: dangerous
-- why: Drizzle's foreign key reads payments and orders while their writers wait
-- lock: public.orders=SHARE ROW EXCLUSIVE, public.payments=SHARE ROW EXCLUSIVE
-- scan: public.orders, public.payments
DO $$ BEGIN
 ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;

-- id: ho-pg-0527
-- label: dangerous
-- why: a loop of updates in one transaction
-- scan: public.notifications
DO $$
DECLARE n integer := 1;
BEGIN
  WHILE n > 0 LOOP
    UPDATE notifications SET kind = 'mail' WHERE id IN (SELECT id FROM notifications WHERE kind = 'email' LIMIT 5000);
    GET DIAGNOSTICS n = ROW_COUNT;
  END LOOP;
END $$;

-- id: ho-pg-0528
-- label: dangerous
-- why: statements are put together at run time
-- lock: public.events_2026_09=SHARE UPDATE EXCLUSIVE, public.events_2026_10=SHARE UPDATE EXCLUSIVE, public.events_2026_11=SHARE UPDATE EXCLUSIVE, public.events_2026_12=SHARE UPDATE EXCLUSIVE
DO 'DECLARE t text; BEGIN FOR t IN SELECT relname FROM pg_class WHERE relname LIKE ''events_2026%'' LOOP EXECUTE ''ALTER TABLE '' || t || '' SET (fillfactor = 90)''; END LOOP; END';

-- id: ho-pg-0529
-- label: dangerous
-- why: a procedure that deletes without bound
CALL public.purge_expired_sessions ();

-- id: ho-pg-0530
-- label: dangerous
-- why: ends other people's statements
SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE '%orders%' AND pid <> pg_backend_pid();

-- id: ho-pg-0531
-- label: dangerous
-- why: constraints are declared valid by hand
UPDATE pg_catalog.pg_constraint SET convalidated = true WHERE conname = 'orders_currency_known';

-- id: ho-pg-0532
-- label: dangerous
-- why: catalogue surgery
DELETE FROM pg_depend WHERE refobjid = 'orders'::regclass AND deptype = 'n';

-- id: ho-pg-0533
-- label: dangerous
-- why: indexes are hidden from the planner by hand
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'orders_placed_at_idx'::regclass;

-- id: ho-pg-0534
-- label: dangerous
-- why: foreign keys and triggers are off for the rest of the session
SET session_replication_role = 'replica';

-- id: ho-pg-0535
-- label: harmless
-- why: short waits for this migration only
SET LOCAL lock_timeout = '500ms';

-- id: ho-pg-0536
-- label: harmless
-- why: where names are looked up in this session
SET search_path TO shop, "$user", public;

-- id: ho-pg-0537
-- label: harmless
-- why: less noise
set client_min_messages to warning;

-- id: ho-pg-0538
-- label: harmless
-- why: the next statements of this session
SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ;

-- id: ho-pg-0539
-- label: harmless
-- why: asks
SHOW server_version;

-- id: ho-pg-0540
-- label: harmless
-- why: back to the start
RESET statement_timeout;

-- id: ho-pg-0541
-- label: harmless
-- why: plans of this session
DEALLOCATE ALL;

-- id: ho-pg-0542
-- label: harmless
-- why: the lock of a reader
LOCK TABLE orders IN ACCESS SHARE MODE;

-- id: ho-pg-0543
-- label: dangerous
-- why: writers of two large tables wait until the end of the migration
-- lock: public.accounts=SHARE ROW EXCLUSIVE, public.subscriptions=SHARE ROW EXCLUSIVE
LOCK TABLE ONLY public.accounts, subscriptions IN SHARE ROW EXCLUSIVE MODE;

-- id: ho-pg-0544
-- label: dangerous
-- why: nobody reads users until the end
-- lock: public.users=ACCESS EXCLUSIVE
lock users in access exclusive mode nowait;

-- id: ho-pg-0545
-- label: grey
-- why: plans are locked until the end of the migration
-- lock: public.plans=ACCESS EXCLUSIVE
LOCK plans IN ACCESS EXCLUSIVE MODE;

-- id: ho-pg-0546
-- label: grey
-- why: depends on the server's packages
CREATE EXTENSION IF NOT EXISTS "plpgsql" WITH SCHEMA pg_catalog;

-- id: ho-pg-0547
-- label: fails
-- why: not on this server
CREATE EXTENSION IF NOT EXISTS postgis_not_packaged;

-- id: ho-pg-0548
-- label: harmless
-- why: not there
DROP EXTENSION IF EXISTS hstore;

-- id: ho-pg-0549
-- label: harmless
-- why: a new schema
CREATE SCHEMA staging;

-- id: ho-pg-0550
-- label: harmless
-- why: a new schema with capitals
CREATE SCHEMA IF NOT EXISTS "Billing";

-- id: ho-pg-0551
-- label: dangerous
-- why: every name in it changes
ALTER SCHEMA archive RENAME TO attic;

-- id: ho-pg-0552
-- label: harmless
-- why: not there
DROP SCHEMA IF EXISTS "hdb_catalog" CASCADE;

-- id: ho-pg-0553
-- label: harmless
-- why: a new operator
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq);

-- id: ho-pg-0554
-- label: harmless
-- why: a dictionary
CREATE TEXT SEARCH DICTIONARY shop_stem (TEMPLATE = snowball, Language = 'english');

-- id: ho-pg-0555
-- label: grey
-- why: texts become statuses silently
CREATE CAST (varchar AS user_status) WITH INOUT AS ASSIGNMENT;

-- id: ho-pg-0556
-- label: grey
-- why: for everybody after a reload
ALTER SYSTEM SET log_min_duration_statement = '250ms';

-- id: ho-pg-0557
-- label: harmless
-- why: constant default and two nullable columns (Ecto)
-- lock: public.webhook_deliveries=ACCESS EXCLUSIVE
ALTER TABLE "webhook_deliveries" ADD COLUMN "next_attempt_at" timestamp(0), ADD COLUMN "attempt_limit" integer DEFAULT 5, ADD COLUMN "dead_letter" boolean DEFAULT FALSE NOT NULL;

-- id: ho-pg-0558
-- label: harmless
-- why: defaults, statistics and storage at once
-- lock: public.notifications=ACCESS EXCLUSIVE
ALTER TABLE public.notifications ALTER COLUMN kind SET DEFAULT 'mail', ALTER COLUMN body SET STORAGE EXTERNAL, ALTER COLUMN kind SET STATISTICS 200, SET (fillfactor = 95);

-- id: ho-pg-0559
-- label: harmless
-- why: drops an unverified constraint and widens
-- lock: public.users=ACCESS EXCLUSIVE
ALTER TABLE users DROP CONSTRAINT users_phone_format, ALTER COLUMN phone TYPE text;

-- id: ho-pg-0560
-- label: dangerous
-- why: one rewriting action among five
-- lock: public.invoices=ACCESS EXCLUSIVE
-- rewrite: public.invoices
-- scan: public.invoices
ALTER TABLE public.invoices
    ADD COLUMN dunning_level smallint NOT NULL DEFAULT 0,
    ALTER COLUMN paid SET DEFAULT false,
    ALTER COLUMN due_on TYPE timestamptz USING due_on::timestamptz,
    ADD CONSTRAINT invoices_due CHECK (due_on >= issued_on) NOT VALID,
    SET (fillfactor = 90);

-- id: ho-pg-0561
-- label: dangerous
-- why: renamed by Hibernate's naming strategy
-- lock: public.addresses=ACCESS EXCLUSIVE
ALTER TABLE IF EXISTS public.addresses RENAME COLUMN line1 TO line_1;

-- id: ho-pg-0562
-- label: dangerous
-- why: a column goes at the end of a harmless list
-- lock: public.subscriptions=ACCESS EXCLUSIVE
ALTER TABLE subscriptions
  ADD COLUMN IF NOT EXISTS paused_at timestamptz,
  ALTER COLUMN seats SET DEFAULT 2,
  DROP COLUMN IF EXISTS current_period;

-- id: ho-pg-0563
-- label: dangerous
-- why: required and unique by Prisma, 12 million rows indexed
-- lock: public.invoices=ACCESS EXCLUSIVE
-- scan: public.invoices
ALTER TABLE "invoices" ALTER COLUMN "paid" SET DEFAULT false, ADD CONSTRAINT "invoices_number_account_id_key" UNIQUE ("number", "account_id");

-- id: ho-pg-0564
-- label: dangerous
-- why: identity and key for the archive
-- lock: archive.orders_2019=ACCESS EXCLUSIVE
-- rewrite: archive.orders_2019
-- scan: archive.orders_2019
ALTER TABLE "archive"."orders_2019" ADD COLUMN "pk" BIGINT GENERATED ALWAYS AS IDENTITY, ADD COLUMN "note" TEXT;

-- id: ho-pg-0565
-- label: dangerous
-- why: the hot queue is rewritten for a wider counter
-- lock: public.jobs=ACCESS EXCLUSIVE
-- rewrite: public.jobs
-- scan: public.jobs
ALTER TABLE jobs ALTER COLUMN priority TYPE integer USING priority::integer;

-- id: ho-pg-0566
-- label: dangerous
-- why: the analysis runs the delete
EXPLAIN (ANALYZE, TIMING OFF) DELETE FROM audit_log WHERE created_at < '2025-01-01';

-- id: ho-pg-0567
-- label: harmless
-- why: only the plan
EXPLAIN (VERBOSE, COSTS OFF) DELETE FROM audit_log WHERE created_at < '2025-01-01';

-- id: ho-pg-0568
-- label: dangerous
-- why: a program is run on the server
-- scan: public.plans
COPY (SELECT code FROM plans) TO PROGRAM 'wc -l > /dev/null';

-- id: ho-pg-0569
-- label: grey
-- why: seats are reserved row by row for as long as the migration runs
-- scan: public.inventory
SELECT product_id FROM inventory WHERE quantity > 0 FOR NO KEY UPDATE;

-- id: ho-pg-0570
-- label: fails
-- why: another product's spelling
ALTER TABLE users CHANGE COLUMN phone phone_number varchar(30);

-- id: ho-pg-0571
-- label: fails
-- why: another product's spelling
ALTER TABLE orders ADD INDEX idx_orders_channel (channel);

-- id: ho-pg-0572
-- label: fails
-- why: a word is missing
ALTER TABLE payments ADD CONSTRAINT payments_positive (amount > 0);

-- id: ho-pg-0573
-- label: fails
-- why: nothing to drop
DROP VIEW paying_users;
