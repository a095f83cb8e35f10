#!/usr/bin/env bash
# A short check starts fast: a guard against a start that has become much slower, not the figure that is promised, since
# the machine may be busy. The figures and how they are measured: benchmarks/README.md.
set -euo pipefail
most=9
said=$(benchmarks/command start 11)
echo "$said"
times=$(sed -n 's/.* ms: \([0-9.]*\) times.*/\1/p' <<<"$said")
awk -v times="$times" -v most="$most" 'BEGIN { exit !(times > 0 && times <= most) }' ||
    { echo "it costs $times times an empty Java; $most is the most that passes here"; exit 1; }
