#!/bin/sh
# Proves `make run` and `make test` in a fresh minimal Debian 12: no display, nothing but git, make and
# Python. Needs root and debootstrap. The new system reaches packages the way this one does: its apt
# sources, certificates and pip settings are taken from here when it is run, and written nowhere.
set -eu

[ "$(id -u)" -eq 0 ] || { echo "The clean room needs root." >&2; exit 3; }
command -v debootstrap >/dev/null || apt-get install -y -qq debootstrap

root=$(mktemp -d /var/tmp/clausewright-clean-room.XXXXXX)
chmod 755 "$root"
leave() {
    for mount in dev/shm dev/pts dev proc sys; do
        mountpoint -q "$root/$mount" && umount -l "$root/$mount"
    done
    rm -rf --one-file-system "$root"
}
trap leave EXIT INT TERM

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' | sort -u | head -n 1)
echo "Making a minimal Debian 12 in $root"
debootstrap --variant=minbase bookworm "$root" "${mirror:-}" >"$root.log" 2>&1 || { tail "$root.log"; exit 3; }
rm -f "$root.log"

for kind in proc:proc sysfs:sys; do mount -t "${kind%:*}" "${kind%:*}" "$root/${kind#*:}"; done
mount --rbind /dev "$root/dev" && mount --make-rslave "$root/dev"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
# Beside the new system's own certificates, which a package replaces when it is installed.
certificates=/usr/local/share/certificates-of-this-host.crt
cp -L "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" "$root$certificates"
[ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/"

inside() {
    chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        CI=true SSL_CERT_FILE="$certificates" PIP_CERT="$certificates" \
        $(env | grep -E '^(PIP_(INDEX|EXTRA|TRUSTED|PROXY)[A-Z_]*|(HTTPS?|NO|https?|no)_(PROXY|proxy))=[^ ]*$') \
        sh -ec "$1"
}

inside 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends make git python3 >/dev/null'
git clone --quiet --no-hardlinks . "$root/root/clausewright"

inside 'cd /root/clausewright && make run'
start=$(date +%s)
inside 'cd /root/clausewright && make run >/dev/null'
echo "The second make run took $(($(date +%s) - start)) s."
inside 'cd /root/clausewright && make test'
inside 'cd /root/clausewright && git status --porcelain' | { ! grep . ; } || { echo "Files were left behind."; exit 1; }
echo "The clean room is fine: make run and make test passed in a minimal Debian 12."
