#!/bin/sh
# System packages of docgen on Debian 12, for `make setup` and for the container image alike.
#   install-system.sh runtime   what the service needs
#   install-system.sh test      that, and the real servers that the tests start
#   install-system.sh s3        Ceph's object gateway alone, for the trial S3 of compose.yaml
set -eu

# fonts-liberation2, never only fonts-liberation: version 1 lacks 92 of the 146 Vietnamese letters.
runtime="libreoffice-writer-nogui fonts-liberation2 fontconfig python3 python3-venv ca-certificates"
s3="radosgw ceph-mon ceph-osd ceph-common python3 python3-rados"
servers="postgresql $s3 poppler-utils"

case "${1:-}" in
    runtime) packages=$runtime ;;
    test) packages="$runtime $servers" ;;
    s3) packages=$s3 ;;
    *) echo "usage: $0 runtime|test|s3" >&2; exit 2 ;;
esac

missing=
for package in $packages; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -z "$missing" ]; then
    echo "system packages: all there"
    exit 0
fi

root=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "run as root, or install sudo; missing:$missing" >&2; exit 1; }
    root=sudo
fi

# The tests make their own throw-away clusters; Debian's default cluster is neither needed nor started.
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    $root mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | $root tee /etc/postgresql-common/createcluster.conf >/dev/null
fi

echo "system packages: installing$missing (one to three minutes)"
log=$(mktemp)
# shellcheck disable=SC2086
if ! { $root apt-get update && $root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "system packages: apt-get failed, its whole output is in $log" >&2
    exit 1
fi
rm -f "$log"
echo "system packages: installed"
