#!/usr/bin/env bash
# The same sources give the same jars, byte for byte, when built in another place.
set -euo pipefail
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
tar -c --exclude=./.git --exclude=target . | tar -x -C "$copy"
mvn -B -ntp -q -f "$copy/pom.xml" package -DskipTests -Pquick -pl '!benchmarks'
compared=0
while read -r jar; do
    cmp "$jar" "$copy/$jar" || { echo "$jar differs from a second build"; exit 1; }
    compared=$((compared + 1))
done < <(find . -path '*/target/govsocial-*.jar' -not -path './benchmarks/*' | sort)
[ "$compared" -ge 9 ] || { echo "only $compared jars were compared"; exit 1; }
echo "$compared jars are the same"
