#!/bin/sh
# A single-node Ceph object gateway in one folder, kept between starts, to try S3 with. Runs in the foreground.
#   S3_ACCESS=docgen S3_SECRET=… ceph-trial.sh FOLDER ADDRESS PORT
# One copy of the data, no manager, no TLS: a trial, not a store for an archive.
set -eu
folder=$1 address=$2 port=$3
: "${S3_ACCESS:?}" "${S3_SECRET:?}"
conf=$folder/ceph.conf
export CEPH_CONF="$conf"
new=
[ -e "$folder/ready" ] || new=yes

if [ -n "$new" ]; then
    rm -rf "${folder:?}"/*
    mkdir -p "$folder/mon" "$folder/osd" "$folder/rgw" "$folder/run"
    fsid=$(cat /proc/sys/kernel/random/uuid)
    # Authentication stays on: without it radosgw 16.2.15 hangs for five minutes and gives up.
    cat >"$conf" <<C
[global]
fsid = $fsid
mon host = [v2:127.0.0.1:18100,v1:127.0.0.1:18101]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
auth allow insecure global id reclaim = false
keyring = $folder/keyring
run dir = $folder/run
admin socket = $folder/run/\$name.asok
log file = /dev/null
pid file = $folder/run/\$name.pid
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 1000
osd crush chooseleaf type = 0
osd objectstore = bluestore
bluestore block size = 10737418240
osd class load list = *
osd class default list = *
[mon.a]
mon data = $folder/mon
[osd.0]
osd data = $folder/osd
keyring = $folder/osd/keyring
[client.rgw]
rgw data = $folder/rgw
rgw frontends = beast tcp_nodelay=1 endpoint=$address:$port
rgw enable apis = s3
C
    monmaptool --create --fsid "$fsid" --addv a '[v2:127.0.0.1:18100,v1:127.0.0.1:18101]' "$folder/monmap" >/dev/null
    ceph-authtool --create-keyring "$folder/keyring" --gen-key -n mon. --cap mon 'allow *' >/dev/null
    ceph-authtool "$folder/keyring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
    ceph-authtool "$folder/keyring" --gen-key -n client.rgw --cap mon 'allow rw' --cap osd 'allow rwx'
    ceph-mon -c "$conf" -i a --mkfs --monmap "$folder/monmap" --keyring "$folder/keyring"
fi

ceph-mon -c "$conf" -i a
if [ -n "$new" ]; then
    store=$(cat /proc/sys/kernel/random/uuid)
    key=$(ceph-authtool --gen-print-key)
    echo "{\"cephx_secret\": \"$key\"}" | ceph -c "$conf" --connect-timeout 30 osd new "$store" -i - >/dev/null
    ceph-authtool --create-keyring "$folder/osd/keyring" -n osd.0 --add-key "$key" >/dev/null
    ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$store" 2>/dev/null
fi
ceph-osd -c "$conf" -i 0
if [ -n "$new" ]; then
    for pool in .rgw.root default.rgw.log default.rgw.control default.rgw.meta \
        default.rgw.buckets.index default.rgw.buckets.data default.rgw.buckets.non-ec; do
        ceph -c "$conf" osd pool create "$pool" 1 1 >/dev/null 2>&1
        ceph -c "$conf" osd pool application enable "$pool" rgw >/dev/null 2>&1
    done
    radosgw-admin -c "$conf" -n client.rgw user create --uid=docgen --display-name=docgen \
        --access-key="$S3_ACCESS" --secret="$S3_SECRET" >/dev/null
    touch "$folder/ready"
fi

stop() {
    for part in client.rgw osd.0 mon.a; do
        [ -e "$folder/run/$part.pid" ] && kill "$(cat "$folder/run/$part.pid")" 2>/dev/null || true
    done
}
trap 'stop; exit 0' TERM INT
radosgw -f -c "$conf" -n client.rgw &
wait $!
stop
