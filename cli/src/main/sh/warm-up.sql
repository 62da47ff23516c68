-- What a build lints once, so that the classes for the usual statements start quickly.
CREATE TABLE fresh (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note varchar(20) NOT NULL DEFAULT '', owner bigint REFERENCES people (id), CHECK (note <> ''));
ALTER TABLE orders ADD COLUMN total numeric NOT NULL DEFAULT 0, ALTER COLUMN note TYPE text, ALTER COLUMN note SET NOT NULL, ADD CONSTRAINT c CHECK (total >= 0) NOT VALID;
CREATE UNIQUE INDEX CONCURRENTLY orders_note ON orders (lower(note)) WHERE note IS NOT NULL;
UPDATE orders SET note = upper(note) WHERE id IN (SELECT id FROM old_orders WHERE id < 10);
INSERT INTO orders (id, note) SELECT id, note FROM old_orders;
-- lockkeeper:ignore delete-without-where: never run
DELETE FROM orders;
DROP TABLE old_orders;
DO $$ BEGIN PERFORM 1; END $$;
