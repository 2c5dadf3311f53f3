#!/bin/bash
# Opens an installed window on a real X server (Xvfb) and takes a picture of it: check-window.sh WINDOW PROFILE PICTURE.
# As root, in a Debian that may be thrown away; installs what it needs (apt). Says after how many seconds the window stood.
# First, before anything is installed, it asks whether Qt's plugin for X finds all its libraries: what is installed here
# must not hide what the package forgot to ask for.
set -euo pipefail
window=$(realpath "$1") profile=$2 picture=$3
held=$(mktemp -d)
server= program=
trap '[[ -z $program ]] || kill "$program" 2>/dev/null; [[ -z $server ]] || kill "$server" 2>/dev/null; rm -rf "$held"' EXIT
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

top=$(dirname "$window"); [[ -d $top/_internal ]] || top=$(dirname "$top")
plugin=$(find "$top" -name libqxcb.so -print -quit 2>/dev/null)
[[ -n $plugin ]] || fail "no plugin for X under $top"
lacks=$(LD_LIBRARY_PATH=$top/_internal ldd "$plugin" | grep 'not found' || true)
[[ -z $lacks ]] || fail "libraries that nothing asked for: $lacks"

apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends xvfb xdotool scrot >/dev/null 2>&1
export DISPLAY=:77
Xvfb "$DISPLAY" -screen 0 1440x900x24 -nolisten tcp >"$held/x" 2>&1 &
server=$!
for _ in $(seq 50); do [[ -S /tmp/.X11-unix/X77 ]] && break; sleep 0.1; done
env -u QT_QPA_PLATFORM "$window" --profile "$profile" --offline >"$held/said" 2>&1 &
program=$!
began=$(date +%s%N)
until xdotool search --onlyvisible --name OSAwatch >"$held/ids" 2>/dev/null; do
    kill -0 "$program" 2>/dev/null || fail "the window ended: $(tail -5 "$held/said")"
    (($(date +%s%N) - began < 120 * 10**9)) || fail "no window after two minutes"
    sleep 0.1
done
echo "a window on an X server after $((($(date +%s%N) - began) / 10**6)) ms"
xdotool windowsize "$(tail -1 "$held/ids")" 1440 900 2>/dev/null || true
sleep 5
kill -0 "$program" 2>/dev/null || fail "the window did not stay: $(tail -5 "$held/said")"
scrot -o "$picture"
kill -TERM "$program"
wait "$program" || true
program=
# The process that reads sources ends a little later, and puts the database in order before.
for _ in $(seq 300); do
    [[ -n $(find /proc/[0-9]*/fd -lname "$profile/*" 2>/dev/null || true) ]] || exit 0 # find stumbles over processes that end
    sleep 0.2
done
fail "after a minute the profile was still in use"
