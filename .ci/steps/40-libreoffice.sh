#!/usr/bin/env bash
# Opens Word documents in LibreOffice: each becomes a PDF and a web page, with title, headings, language, tables and every
# gap still there; what is to fit on a page does. Installs Debian's LibreOffice Writer when run as root.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! command -v soffice >/dev/null; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "LibreOffice is missing. Install it (Debian: apt-get install libreoffice-writer-nogui), then run this again."
        exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui >/dev/null
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for kind in business-case business-case-short social-media-policy participation-rules moderation-policy terms-of-use \
    transparency-statement account-register risk-register weekly-summary end-of-activity-report closing-notice; do
    ./govsocial plan render "$kind" samples/plan/plan.json --accounts samples/plan/accounts.csv --quiet \
        --output "$work/$kind.docx"
done
./govsocial decide --answers samples/decide/answers.json --form short --format docx --quiet --output "$work/decision-short.docx"
./govsocial plan render business-case samples/plan/thin.json --output "$work/gaps.docx" --quiet
# Every kind of part, and hostile words in each; a test of the module reports wrote them.
cp reports/target/papers/sample.docx reports/target/papers/hostile.docx "$work"

convert() { # FORMAT
    soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$1" --outdir "$work" "$work"/*.docx \
        >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
}
convert pdf
convert html
contains() { # FILE TEXT
    grep -qF -- "$2" "$work/$1" || { echo "LibreOffice made $1 without: $2"; exit 1; }
}
documents=0
for docx in "$work"/*.docx; do
    name=$(basename "$docx" .docx)
    [ "$(head -c 5 "$work/$name.pdf")" = "%PDF-" ] || { echo "LibreOffice made no PDF of $name"; exit 1; }
    contains "$name.html" 'lang="en-NZ"'
    documents=$((documents + 1))
done
for name in business-case-short decision-short; do
    pages=$(grep -a -o '/Type */Page\b' "$work/$name.pdf" | wc -l)
    [ "$pages" = 1 ] || { echo "$name is to fit on one page and has $pages"; exit 1; }
done
contains sample.html '<title>Moderation policy: Harbour Agency</title>'
contains sample.html '<h1'
contains sample.html '<h3'
contains sample.html '<thead>'
contains gaps.html 'What is missing'
contains hostile.html '&lt;script&gt;alert(1)&lt;/script&gt;'
! grep -q '<script' "$work/hostile.html" || { echo "words became a script"; exit 1; }
echo "LibreOffice opened $documents documents"
