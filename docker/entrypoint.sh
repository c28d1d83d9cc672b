#!/bin/sh
# serve (the default): migrates and serves.  migrate: brings the database up to date and ends.
set -eu
cd "$(dirname "$0")/.."

case "${1:-serve}" in
  serve) exec node --max-semi-space-size=16 apps/api/dist/main.js ;;
  migrate) exec node apps/api/dist/cli/migrate.js ;;
  *)
    echo "usage: entrypoint.sh [serve|migrate]" >&2
    exit 64
    ;;
esac
