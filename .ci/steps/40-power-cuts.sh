#!/usr/bin/env bash
# Cuts the power of a real ext4 file system while a process appends to an incident's log, and checks after each cut that
# no acknowledged entry is lost. Needs root and loop devices. The number of cuts: POWER_CUTS (50).
set -euo pipefail
cuts=${POWER_CUTS:-50}
classes=mishap/target/test-classes
[ -d "$classes" ] || { echo "$classes is missing: run 'mvn verify' first"; exit 1; }
skip() { echo "SKIPPED: real power cuts need $1"; exit 0; }
[ "$(uname)" = Linux ] || skip "Linux"
[ "$(id -u)" = 0 ] || skip "root"
for tool in mkfs.ext4 unshare mount perl; do
    command -v "$tool" > /dev/null || skip "$tool"
done
gson=$(find "${MAVEN_REPO:-$HOME/.m2/repository}/com/google/code/gson/gson" -name 'gson-2*.jar' 2> /dev/null | sort | tail -1)
[ -n "$gson" ] || skip "the Gson jar in the local Maven repository"
cp=$PWD/$classes:$PWD/mishap/target/classes:$PWD/guidance-model/target/classes:$gson
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unshare -m true 2> /dev/null || skip "a mount namespace of its own (unshare -m)"
truncate -s 64M "$work/disk"
mkfs.ext4 -q "$work/disk"
mkdir "$work/mnt"
unshare -m sh -c "mount -o loop '$work/disk' '$work/mnt'" 2> /dev/null || skip "loop devices"

java="java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp $cp"
export java work cuts
# A mount namespace of its own: whatever happens, nothing stays mounted.
unshare -m bash -euo pipefail -c '
log=$work/mnt/incident
acked=0
mount -o loop "$work/disk" "$work/mnt"
$java org.govsocial.mishap.record.CutCheck create "$log" > /dev/null
umount "$work/mnt"
for i in $(seq "$cuts"); do
    mount -o loop "$work/disk" "$work/mnt"
    : > "$work/acks"
    $java org.govsocial.mishap.record.Appender "$log" "c$i" 1000000 go "$work/acks" > /dev/null 2>&1 &
    pid=$!
    for _ in $(seq 500); do [ -s "$work/acks" ] && break; sleep 0.01; done
    sleep "0.0$((RANDOM % 90 + 10))"
    # The acknowledgements first: a force that is under way during the cut may still return.
    cp "$work/acks" "$work/acks.cut"
    # FS_IOC_SHUTDOWN without flushing the journal: what is not on the disk is gone.
    perl -e "open(my \$d, q{<}, \$ARGV[0]) or die; my \$how = pack(q{I}, 2); ioctl(\$d, 0x8004587d, \$how) or die \$!" "$work/mnt"
    kill -9 $pid 2> /dev/null || true
    wait $pid 2> /dev/null || true
    umount "$work/mnt"
    mount -o loop "$work/disk" "$work/mnt"
    $java org.govsocial.mishap.record.CutCheck check "$log" "$work/acks.cut"
    [ -s "$work/acks.cut" ] && acked=$((acked + 1))
    umount "$work/mnt"
done
echo "Power cuts on ext4: $cuts, with acknowledged entries before the cut: $acked, lost: 0"
[ "$acked" -gt $((cuts / 2)) ] || { echo "Too few cuts came after an acknowledgement to prove anything."; exit 1; }
'
