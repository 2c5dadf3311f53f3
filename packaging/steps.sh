#!/bin/bash
# What README says to type for one way of installing, a command a line, for a machine where nobody answers and root asks:
# steps.sh WAY [README]. `bare` is what a Debian 12 lacks before some of them.
set -euo pipefail
readme=${2:-$(dirname "$0")/../README.md}
found=$(awk -v way="    # $1:" 'index($0, "    # ") == 1 || !/^    / { on = 0 } index($0, way) == 1 { on = 1; next } on' "$readme")
[[ -n $found ]] || { echo "steps: README says nothing of $1" >&2; exit 1; }
sed -E 's/^    //; s/^sudo //; s/^apt-get install/& -y -qq/; s/^apt-get update/& -qq/' <<<"$found"
