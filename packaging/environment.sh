#!/bin/sh
# Makes the virtual environment, and brings it up to date when the project's lists have changed.
# Usage: environment.sh run|test
set -eu

what="${1:-run}"
venv=.venv
extra=""
[ "$what" = test ] && extra="[dev]"

find_python() {
    for name in python3.14 python3.13 python3.12 python3.11 python3; do
        if command -v "$name" >/dev/null \
            && "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Python 3.11 or newer with its venv module is needed (Debian: apt-get install python3-venv)." >&2
    exit 3
}

lists="pyproject.toml constraints.txt src/clausewright/__init__.py"
stamp="$venv/installed-$what"
state=$(cat $lists | cksum)
[ -x "$venv/bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$state" ] && exit 0

mkdir -p build
sh packaging/system-packages.sh "$what"
"$venv/bin/python" -c '' 2>/dev/null || "$(find_python)" -m venv --clear "$venv"
echo "Installing the Python packages into $venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
    --constraint constraints.txt --editable ".$extra"
# What serves the tests serves the program too.
[ "$what" = test ] && echo "$state" >"$venv/installed-run"
echo "$state" >"$stamp"
