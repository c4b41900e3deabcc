#!/bin/sh
# What a container does: all | web | scheduler | migrate | backup FILE | restore FILE
set -eu
migrate() {
  alembic -c alembic/alembic.ini upgrade head
  python -m learnconnect_app.devtools.load_content
}
case "${1:-all}" in
  all)       migrate; exec honcho start --no-prefix ;;
  web)       exec python -m learnconnect_app.devtools.serve ;;
  scheduler) exec python -m learnconnect_app.scheduler ;;
  migrate)   migrate ;;
  backup)    shift; exec python -m learnconnect_app.devtools.backup make "$@" ;;
  restore)   shift; exec python -m learnconnect_app.devtools.backup restore "$@" ;;
  *)         echo "unknown: $1" >&2; exit 2 ;;
esac
