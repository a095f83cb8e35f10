#!/usr/bin/env bash
# The bill of materials and the list of licences are there and name what ships. (Maven leaves the first out, with a
# warning only, when it is offline.)
set -euo pipefail
bom=cli/target/bom.json
licences=cli/target/generated-sources/license/THIRD-PARTY.txt
for file in "$bom" "$licences"; do
    [ -s "$file" ] || { echo "$file is missing: run 'mvn verify' with a connection (without -o)"; exit 1; }
done
for library in gson picocli jsoup lucene-core; do
    grep -q "/$library@" "$bom" || { echo "$bom does not name $library"; exit 1; }
    grep -q ":$library:" "$licences" || { echo "$licences does not name $library"; exit 1; }
done
