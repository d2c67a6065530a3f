#!/usr/bin/env bash
# What `make demo` shows: every step is a command that can be typed. demo.sh [FOLDER [REPORTS]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() {
    printf '\n$ %s\n' "$*"
}

run() {
    say "$*"
    "$@"
}

demo="${1:-demo}"
rm -rf "$demo"
export GONGKAI_INDEX="$demo/index"
echo "All of it happens in $demo; \`rm -r $demo\` removes it."

run gongkai sample "${2:-300}" "$demo/reports" --broken 0.1 --republished 0.05
say "gongkai parse $demo/reports > $demo/reports.jsonl"
gongkai parse "$demo/reports" > "$demo/reports.jsonl"
echo "$(wc -l < "$demo/reports.jsonl") reports read into $demo/reports.jsonl, one JSON a line"
run gongkai index "$demo/reports"
run gongkai search 三审三校 --size 3
run gongkai facets 三审三校 --by year,province --top 8
run gongkai pivot --rows outcome_group --columns year
id="$(gongkai search finding:F1,F2,F3,F4 form:2021 --size 1 --format csv | tail -n +2 | cut -d, -f1)"
run gongkai show "${id:0:12}"
