#!/usr/bin/env bash
# The first command of the README, as a new user gives it: from a clean copy, without anything built.
set -euo pipefail
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
tar -c --exclude=./.git --exclude=target . | tar -x -C "$copy"
command='./govsocial check samples/drafts --fail-on never'
grep -qF -- "$command" README.md || { echo "the README does not show: $command"; exit 1; }
cd "$copy"
$command >first.txt 2>first.err || { echo "exit status $?"; cat first.txt first.err; exit 1; }
lines=$(wc -l <first.txt)
cat first.txt
[ "$lines" -gt 5 ] && [ "$lines" -le 40 ] || { echo "$lines lines; 6 to 40 were promised"; exit 1; }
[ "$(wc -l <first.err)" -le 3 ] || { echo "too much beside the report:"; cat first.err; exit 1; }
grep -q 'accessibility/' first.txt || { echo "no finding"; exit 1; }

# Built once, the second time says nothing about building.
$command >second.txt 2>second.err
cmp first.txt second.txt
! grep -q building second.err || { echo "it was built a second time"; exit 1; }

# A changed source is built again.
touch "$(find accessibility/src/main -name '*.java' -print -quit)"
$command >third.txt 2>third.err
grep -q building third.err || { echo "a changed source was not built"; exit 1; }
cmp first.txt third.txt
