#!/usr/bin/env bash
# Opens HTML reports, documents, and the website of cases in Chromium: axe finds no fault (WCAG 2.2 A and AA, best
# practice) in light or dark, every page of the website is reached with scripts off, and 500 ways to break out of HTML show
# no dialog and load nothing. Needs npm; installs Debian's Chromium when run as root.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ ! -x /usr/bin/chromium ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "Chromium is missing. Install it (Debian: apt-get install chromium), then run this again."
        exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp .ci/axe/* "$work"
(cd "$work" && npm ci --silent --ignore-scripts --no-audit --no-fund)

node "$work/posts.mjs" >"$work/posts.jsonl"
head -n 20 "$work/posts.jsonl" >"$work/few.jsonl"
echo 'Kia ora! The library is open today.' >"$work/clean.txt"
report() { # NAME INPUT OPTION…
    local name=$1 input=$2
    shift 2
    ./govsocial check "$input" --fail-on never --platform x,facebook --format html --output "$work/$name.html" "$@"
}
report hostile "$work/posts.jsonl"
report few "$work/few.jsonl"
report summary "$work/few.jsonl" --summary
report clean "$work/clean.txt"
grep -q 'alert(1)' "$work/hostile.html"

# The website of cases: axe over the index, a facet and three cases; then a walk through all of it.
./govsocial cases export --format html --output "$work/cases" --quiet
site=("$work/cases/index.html" "$work/cases/outcome-failed.html" "$work/cases/case-c-01.html" "$work/cases/case-m-03.html"
    "$work/cases/case-tbx-01.html")

# Documents made from plans and archives; and every kind of part with hostile words in each, which a test of the module reports wrote.
./govsocial plan render business-case samples/plan/plan.json --output "$work/case.html" --quiet
./govsocial plan render account-register samples/plan/plan.json --accounts samples/plan/accounts.csv \
    --output "$work/register.html" --quiet
./govsocial plan render transparency-statement samples/plan/thin.json --output "$work/gaps.html" --quiet
made=reports/target/papers
./govsocial audit "$work/few.jsonl" --output "$work/audit" --fail-on never --quiet
papers=("$work/audit/report.html" "$work/case.html" "$work/register.html" "$work/gaps.html" "$made/sample.html")

node "$work/look.mjs" "$work/few.html" "$work/summary.html" "$work/clean.html" "${site[@]}" "${papers[@]}" \
    --walk "$work/cases/index.html" --attacks "$work/hostile.html" "$made/hostile.html"
