#!/bin/sh
# Runs once, when the database is made: an owner that migrates, and a role for the server that owns nothing.
set -eu
psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\set owner_password `cat "$SECRETS/owner_password"`
\set app_password `cat "$SECRETS/app_password"`
CREATE ROLE mcpnest_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE mcpnest_app LOGIN PASSWORD :'app_password';
CREATE DATABASE mcpnest OWNER mcpnest_owner;
REVOKE ALL ON DATABASE mcpnest FROM PUBLIC;
GRANT CONNECT ON DATABASE mcpnest TO mcpnest_app;
SQL
