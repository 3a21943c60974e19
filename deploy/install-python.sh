#!/bin/sh
# The Python environment of docgen in .venv: exactly the versions and hashes of a lock file, and docgen itself.
#   install-python.sh requirements-dev.lock
set -eu
lock=$1
echo "Python environment: installing what $lock names (about a minute)"
[ -x .venv/bin/python ] || "${PYTHON:-python3}" -m venv .venv
.venv/bin/pip install --quiet --quiet --disable-pip-version-check --require-hashes --no-deps --requirement "$lock"
.venv/bin/pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
echo "Python environment: ready in .venv"
