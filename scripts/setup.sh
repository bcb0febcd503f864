#!/usr/bin/env bash
# Creates .venv at the project's root with exactly the packages of uv.lock.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/apt.sh

PYTHON=${PYTHON:-python3}
if ! command -v "$PYTHON" >/dev/null; then
  install_packages python3
fi
"$PYTHON" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || {
  echo "kehoach needs Python 3.11, 3.12 or 3.13; $PYTHON is $("$PYTHON" --version). Name another one: PYTHON=python3.11 make setup" >&2
  exit 3
}
if ! .venv/bin/python -c '' 2>/dev/null; then
  # Debian's python3 comes without the means to make environments; -m venv then fails halfway.
  "$PYTHON" -c 'import ensurepip' 2>/dev/null || install_packages python3-venv
  "$PYTHON" -m venv --clear .venv
fi
.venv/bin/python -c 'import uv' 2>/dev/null || .venv/bin/python -m pip install --quiet uv
echo "Installing the packages of uv.lock into .venv"
.venv/bin/uv sync --frozen --quiet
