#!/bin/sh
# Installs what is missing of the system's packages: as root with apt-get, else it prints the command
# and goes on. Usage: system-packages.sh run|test
set -u

run="python3-venv libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0"
window="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
# Independent judges of the PDFs and signatures, a real keyring service, and a way to kill a save at a
# given system call.
test="poppler-utils qpdf mupdf-tools openssl dbus gnome-keyring strace"

case "${1:-run}" in
run) wanted="$run" && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && wanted="$run $window" ;;
test) wanted="$run $test" ;;
*) echo "usage: system-packages.sh run|test" >&2 && exit 2 ;;
esac

command -v dpkg-query >/dev/null || { echo "Not a Debian system: install the equivalents of: $wanted"; exit 0; }

missing=""
for package in $wanted; do
    for name in "$package" "${package}t64"; do # Ubuntu 24.04 renamed some
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' && continue 2
    done
    missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
    echo "Installing$missing"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing; } >build/apt.log 2>&1 \
        || { echo "apt-get failed; going on without. Its last lines:"; tail -n 5 build/apt.log; }
else
    echo "Some system packages are missing. If something fails below, run:"
    echo "    sudo apt-get install --no-install-recommends$missing"
fi
