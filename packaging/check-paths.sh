#!/bin/bash
# One way of installing, from a bare Debian 12 to an alert: check-paths.sh deb|offline|venv|checkout [PACKAGES].
# Run as root in a Debian that may be thrown away. PACKAGES: a folder or an address (http://...) of the packages.
# Prints seconds and megabytes (what the system grew by, without apt's archives and pip's cache), then polls a
# server on this machine and draws every page. `offline` prepares Python with the network, then has none.
set -euo pipefail
way=$1 from=${2:-dist}
here=$(cd "$(dirname "$0")" && pwd)
export DEBIAN_FRONTEND=noninteractive
libraries="libgl1 libegl1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 libfontconfig1 libdbus-1-3 libxcb-cursor0
 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 fonts-dejavu-core"
held=$(mktemp -d /var/tmp/check-paths.XXXXXX)
profile=$held/desk

size() { # megabytes of the system, without what may be thrown away
    du -smx --exclude=/proc --exclude=/sys --exclude=/dev --exclude=/tmp --exclude=/out --exclude=/app/dist \
        --exclude=/var/cache --exclude=/var/lib/apt --exclude="$HOME/.cache" --exclude="$held/packages" / 2>/dev/null |
        cut -f1
}
get() { # NAME...: the packages, into $held/packages
    mkdir -p "$held/packages"
    local name
    for name; do
        case $from in
            http:*) perl -MIO::Socket::INET -e 'my ($host, $port, $path) = $ARGV[0] =~ m{^http://([^:/]+):?(\d*)(/.*)};
                my $s = IO::Socket::INET->new(PeerAddr => $host, PeerPort => $port || 80) or die "$ARGV[0]: $!\n";
                print $s "GET $path HTTP/1.0\r\nHost: $host\r\n\r\n"; binmode STDOUT; binmode $s;
                my $status = <$s>; die "$ARGV[0]: $status" unless $status =~ / 200 /;
                while (<$s>) { last if /^\r?\n$/ } while (read $s, my $part, 65536) { print $part }' \
                "$from/$name" >"$held/packages/$name" ;;
            *) cp "$from/$name" "$held/packages/$name" ;;
        esac
    done
}
apt() { apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1; }

version=$(sed -nE 's/^__version__ = "(.*)"/\1/p' "$here/../osawatch/__init__.py")
arch=$(dpkg --print-architecture)
apt-get update -qq
before=$(size)
case $way in
    deb)
        ! command -v python3 >/dev/null || echo "note: this system has a Python"
        get "osawatch_${version}_$arch.deb"
        began=$(date +%s)
        apt "$held/packages/osawatch_${version}_$arch.deb"
        bin=/usr/bin ;;
    offline) # the wheelhouse: pip in a network that leads nowhere
        get "osawatch-$version-wheelhouse.tar"
        # shellcheck disable=SC2086 # a list
        apt python3-venv $libraries
        prepared=$(size)
        echo "Python and Qt's libraries from Debian: $((prepared - before)) MB"
        before=$prepared began=$(date +%s)
        unshare --net sh -euc '
            tar -xf "$1/packages/osawatch-$2-wheelhouse.tar" -C "$1/packages"
            python3 -m venv /opt/osawatch-venv
            pip="/opt/osawatch-venv/bin/python -m pip install -q --disable-pip-version-check --no-index"
            $pip --find-links "$1/packages/wheelhouse" --require-hashes -r "$1/packages/wheelhouse/requirements.lock.txt"
            $pip --no-deps "$1/packages/wheelhouse/osawatch-$2-py3-none-any.whl"' sh "$held" "$version"
        bin=/opt/osawatch-venv/bin ;;
    venv) # pip or pipx with the network
        get "osawatch-$version-py3-none-any.whl"
        # shellcheck disable=SC2086 # a list
        apt pipx python3-venv $libraries
        prepared=$(size)
        echo "pipx, Python and Qt's libraries from Debian: $((prepared - before)) MB"
        before=$prepared began=$(date +%s)
        pipx install "$held/packages/osawatch-$version-py3-none-any.whl" >/dev/null 2>"$held/pipx" || {
            cat "$held/pipx" >&2; exit 1; }
        bin=$HOME/.local/bin ;;
    checkout)
        began=$(date +%s)
        (cd "$here/.." && ./dev run --help >/dev/null 2>"$held/dev") || { cat "$held/dev" >&2; exit 1; }
        bin=$(cd "$here/.." && pwd)/.venv/bin ;;
    *) echo "check-paths: deb, offline, venv or checkout" >&2; exit 2 ;;
esac
echo "$way: installed in $(($(date +%s) - began)) s, $(($(size) - before)) MB"
unshare --net perl -e 'use Socket; socket(my $s, AF_INET, SOCK_DGRAM, 0) or die;
    my $up = pack("a16 s x22", "lo", 0x41); ioctl($s, 0x8914, $up) or die "lo: $!\n"; exec @ARGV' \
    bash "$here/check-desk.sh" "$bin/osawatch-cli" "$bin/osawatch" "$profile"
