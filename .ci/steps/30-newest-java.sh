#!/usr/bin/env bash
# Everything compiled, and the tests of the engine and the rules run, on the newest long-term Java (25) as well. There
# javac also refuses public API without complete comments (profile jdk25). JAVA_HOME_25 names the JDK; otherwise it is
# looked for where Linux keeps them.
set -euo pipefail
jdk=${JAVA_HOME_25:-}
for dir in /usr/lib/jvm/*; do
    if [ -z "$jdk" ] && [ -x "$dir/bin/javac" ] && "$dir/bin/javac" -version 2>&1 | grep -q '^javac 25'; then
        jdk=$dir
    fi
done
if [ -z "$jdk" ]; then
    echo "SKIPPED: no JDK 25 found; set JAVA_HOME_25 to check with it"
    exit 0
fi
echo "JDK: $jdk"
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
tar -c --exclude=./.git --exclude=target . | tar -x -C "$copy"
JAVA_HOME=$jdk mvn -B -ntp -f "$copy/pom.xml" test \
    -Dtest='org.govsocial.engine.*Test,org.govsocial.accessibility.*Test' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dgovsocial.sharedTestData="$PWD/../shared/test-data" -Dgovsocial.requireSharedData=true
