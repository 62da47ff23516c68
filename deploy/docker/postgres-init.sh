#!/bin/sh
# Runs once in a new PostgreSQL container: a schema and a role per service in the database `lockkeeper`.
# Each role owns its schema and sees no other.
set -eu
for service in risk approval executor progress notifier; do
  password=$(printenv "$(printf '%s_DB_PASSWORD' "$service" | tr '[:lower:]' '[:upper:]')")
  psql -v ON_ERROR_STOP=1 -v role="$service" -v password="$password" --username "$POSTGRES_USER" --dbname lockkeeper <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE SCHEMA :"role" AUTHORIZATION :"role";
ALTER ROLE :"role" SET search_path = :"role";
SQL
done
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname lockkeeper -c 'REVOKE ALL ON SCHEMA public FROM PUBLIC'
