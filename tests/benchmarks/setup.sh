#!/bin/sh
# Installs what the benchmarks compare with, into an environment of its own.
set -eu
cd "$(dirname "$0")/../.."

libraries="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 chromium"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $libraries >/dev/null
else
    echo "For WeasyPrint and Chromium run: sudo apt-get install --no-install-recommends $libraries"
fi
python3 -m venv .venv-bench
.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
    typst weasyprint fpdf2 pypdfium2 websocket-client
