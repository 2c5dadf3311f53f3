#!/bin/bash
# Builds all packages twice and compares them byte by byte: reproduce.sh [--sign KEYFILE] [FOLDER].
# The second build has another path, environment of its own, time zone, language, umask, host name and
# (as it comes later) clock. FOLDER (OSAWATCH_OUT, or dist) gets the first build and reproduced.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
sign=()
[[ ${1:-} == --sign ]] && { sign=(--sign "$(realpath "$2")"); shift 2; }
out=$(realpath -m "${1:-${OSAWATCH_OUT:-dist}}")
other=$(mktemp -d -p /var/tmp osawatch-another-place.XXXXXX)
trap 'rm -rf "$other"' EXIT
began=$(date +%s)
OSAWATCH_OUT=$out ./dev package "${sign[@]}"
first=$(($(date +%s) - began))
rm -f "$out/reproduced.txt"
began=$(date +%s)
cache=${PIP_CACHE_DIR:-$HOME/.cache/pip}
(
    umask 077
    git clone -q . "$other/checkout"
    cd "$other/checkout"
    export OSAWATCH_OUT=$other/out TZ=Asia/Kathmandu LANG=nl_NL.UTF-8 HOME=$other/home PYTHONHASHSEED=7
    export PIP_CACHE_DIR=$cache
    mkdir -p "$HOME"
    if unshare --uts true 2>/dev/null; then
        unshare --uts sh -c 'hostname elsewhere; exec "$@"' sh ./dev package "${sign[@]}"
    else
        ./dev package "${sign[@]}"
    fi
)
second=$(($(date +%s) - began))
code=0
.venv/bin/python packaging/compare.py "$out" "$other/out" >"$other/report" || code=$?
{ cat "$other/report"; echo "built in $first s and $second s"; } | tee "$out/reproduced.txt"
if ((code)) && [[ -n ${OSAWATCH_KEEP_SECOND:-} ]]; then cp -r "$other/out" "$out/second"; fi
exit "$code"
