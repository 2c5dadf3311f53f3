#!/bin/bash
# Does a package start where little is given to it? check-start.sh PROGRAM_FOLDER, as root, in a Debian that
# may be thrown away. Each case runs as a user who may write nothing but his own folder, in a network of its
# own that leads nowhere (loopback only), and without a session bus or a screen.
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
held=$(mktemp -d /var/tmp/check-start.XXXXXX)
chmod 755 "$held"
trap 'umount "$held/read-only" 2>/dev/null || true; rm -rf "$held"' EXIT
failed=0

cp -r "$here/check-desk.sh" "$here/feed.pl" "$held/"
chmod -R a+rX "$held"

# Sets the loopback up (SIOCSIFFLAGS, IFF_UP | IFF_RUNNING) without `ip`, then becomes the command.
loopback='use Socket; socket(my $s, AF_INET, SOCK_DGRAM, 0) or die;
    my $up = pack("a16 s x22", "lo", 0x41); ioctl($s, 0x8914, $up) or die "lo: $!\n"; exec @ARGV'

# without HOME COMMAND...: the command, offline, with no bus, as `nobody`.
without() {
    local home=$1; shift
    unshare --net perl -e "$loopback" setpriv --reuid 65534 --regid 65534 --clear-groups \
        env -i HOME="$home" PATH=/usr/bin:/bin LANG=C.UTF-8 TMPDIR="$held/tmp" "$@"
}

case_() {
    local name=$1 began; shift
    began=$(date +%s)
    if "$@" >"$held/said" 2>&1; then
        printf 'ok      %-52s %3d s\n' "$name" $(($(date +%s) - began))
    else
        printf 'FAILED  %s\n' "$name"; sed 's/^/        /' "$held/said" | tail -15; failed=1
    fi
}

own() { mkdir -p "$1" && chown 65534:65534 "$1"; }

desk() { # desk PROGRAM HOME PROFILE
    without "$2" bash "$held/check-desk.sh" "$1/osawatch-cli" "$1/osawatch" "$3"
}

default_folder() { # no --profile: what platformdirs finds in an empty home
    own "$held/home-two"
    without "$held/home-two" "$program/osawatch-cli" init --sample --name T --post P &&
        without "$held/home-two" "$program/osawatch-cli" alerts list &&
        without "$held/home-two" env QT_QPA_PLATFORM=offscreen "$program/osawatch" --screenshot "$held/home-two/p" --only inbox start &&
        find "$held/home-two" -name 'osawatch*' -print -quit | grep -q .
}

read_only() {
    mkdir -p "$held/read-only"
    mount --bind "$program" "$held/read-only" && mount -o remount,ro,bind "$held/read-only" || return 1
    if touch "$held/read-only/x" 2>/dev/null; then echo "the folder can be written"; return 1; fi
    desk "$held/read-only" "$held/home" "$held/home/read-only-desk"
}

far() { # program, home and profile: spaces, Cyrillic, Chinese, an accent
    local place="$held/дом 家 é"
    own "$place"; own "$place/mijn huis"
    cp -r "$program" "$place/a program 程序"
    desk "$place/a program 程序" "$place/mijn huis" "$place/mijn huis/бюро 桌"
}

no_home() { # a home that is not there and cannot be made
    without /nonexistent/home bash "$held/check-desk.sh" \
        "$program/osawatch-cli" "$program/osawatch" "$held/home/without-home"
}

own "$held/tmp"; own "$held/home"
case_ "offline, no session bus, an empty home" desk "$program" "$held/home" "$held/home/desk"
case_ "the folder of the system's own choice" default_folder
case_ "a program folder that is read-only" read_only
case_ "paths with spaces and letters of other scripts" far
case_ "a home that does not exist" no_home
exit "$failed"
