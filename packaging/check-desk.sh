#!/bin/bash
# Works one desk with an installed program: check-desk.sh CLI WINDOW PROFILE. Needs no network.
# Sample desk, a feed of a server on this machine polled into an alert, every page and dialog drawn (light). Any failure ends it.
set -euo pipefail
cli=$1 window=$2 profile=$3
here=$(cd "$(dirname "$0")" && pwd)
held=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server" 2>/dev/null; rm -rf "$held"' EXIT
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

cat >"$held/feed.xml" <<EOF
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>A paper of this test</title><link>http://127.0.0.1/</link>
<description>Made up</description><item><title>China bans exports of gallium and germanium</title>
<link>http://127.0.0.1/one</link><guid>one-$$</guid>
<description>China bans all exports of gallium and germanium from today, the ministry of commerce announced.</description>
<pubDate>$(date -u -R)</pubDate></item></channel></rss>
EOF
port=$((20000 + RANDOM % 20000))
perl "$here/feed.pl" "$held/feed.xml" "$port" &
server=$!
sleep 0.5

"$cli" --version
"$cli" --profile "$profile" init --sample --name Tester --post "Test post" >"$held/init" || fail "init"
"$cli" --profile "$profile" sources add "http://127.0.0.1:$port/feed.xml" --id of-this-test --format rss \
    --local >"$held/add" || fail "sources add"
"$cli" --profile "$profile" poll --source of-this-test --json >"$held/poll" || fail "poll: $(cat "$held/poll")"
grep -q '"new": 1' "$held/poll" || fail "the poll found nothing new: $(cat "$held/poll")"
"$cli" --profile "$profile" alerts list --search germanium --json >"$held/alerts" || fail "alerts list"
grep -q 'China bans exports of gallium' "$held/alerts" || fail "no alert: $(cat "$held/alerts")"
echo "polled a server on this machine: 1 item, its alert is there"
QT_QPA_PLATFORM=offscreen "$window" --profile "$profile" --offline --screenshot "$held/pictures" --theme light \
    >"$held/window" 2>&1 || fail "the window: $(grep -v '\.png$' "$held/window" | tail -5)"
drawn=$(find "$held/pictures" -name '*.png' -size +4k | wc -l)
((drawn > 10)) || fail "only $drawn pictures"
echo "the window drew $drawn pictures"
"$cli" --profile "$profile" doctor >"$held/doctor" || fail "doctor: $(cat "$held/doctor")"
[[ -z ${OSAWATCH_PICTURES:-} ]] || cp -r "$held/pictures/." "$OSAWATCH_PICTURES"
