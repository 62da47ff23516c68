ALTER TABLE customers ADD COLUMN loyalty_points integer;
