#!/bin/bash
# One way of installing, from a bare Debian 12 to an alert: check-paths.sh WAY [PACKAGES].
# WAY: deb, dpkg, rpm, wheelhouse, pipx, venv or checkout. Run as root in a Debian that may be thrown away. PACKAGES: a folder
# or an address (http://...) of the packages. `dpkg` has what every Debian desktop has, then no network; `wheelhouse` prepares
# Python with the network, then has none; `rpm` is Debian's rpm with this Debian's libraries, and says nothing of another system.
# Then polls a server on this machine and draws every page in a network that leads nowhere, opens the window on an X server
# (picture: OSAWATCH_OUT/WAY.png), and takes a .deb or .rpm off again: the profile stays and nothing else.
# What is typed is what README says for that way, word for word (steps.sh).
# The last line is "path, seconds, MB": the time to install, and what the system grew by (without apt's archives and pip's
# cache); what Debian gave before that (Python, Qt's libraries) has a line of its own. It fails where README's megabytes for
# this way are a tenth off; seconds depend on the machine.
set -euo pipefail
way=$1 from=${2:-dist}
here=$(cd "$(dirname "$0")" && pwd)
export DEBIAN_FRONTEND=noninteractive
desktop="libgl1 libegl1 libxcb1 fontconfig-config xkb-data" # what every desktop has already, and the packages ask for
held=$(mktemp -d /var/tmp/check-paths.XXXXXX)
profile=$held/desk
desk=/opt/osawatch-desk # where README's commands are typed, beside the packages

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
beside() { # the packages, and what else README's commands name
    mkdir -p "$desk"
    ln -sf "$held/packages/"* "$here/../requirements.lock.txt" "$desk/"
}
typed() { # WAY [COMMAND...]: README's commands for it, in $desk; before them a command that they run under
    local steps
    steps=$(bash "$here/steps.sh" "$1")
    shift
    (cd "$desk" && export PIP_DISABLE_PIP_VERSION_CHECK=1 && "$@" bash -euo pipefail -c "$steps" >"$held/said" 2>&1) || {
        cat "$held/said" >&2; exit 1; }
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
        beside
        began=$(date +%s)
        typed deb
        bin=/usr/bin ;;
    dpkg | rpm) # what the package asks for is there; then no network
        if [[ $way = dpkg ]]; then file=osawatch_${version}_$arch.deb; else file=osawatch-$version.rpm; fi
        get "$file"
        # shellcheck disable=SC2086 # a list
        apt $desktop $([[ $way = dpkg ]] || echo rpm)
        prepared=$(size)
        echo "what was there before, from Debian: $((prepared - before)) MB"
        beside
        before=$prepared began=$(date +%s)
        typed $way unshare --net
        [[ $way = dpkg ]] || echo "asked for by the RPM: $(rpm -q --requires osawatch | grep -v rpmlib | tr '\n' ' ')"
        bin=/usr/bin ;;
    wheelhouse) # the wheelhouse: pip in a network that leads nowhere
        get "osawatch-$version-wheelhouse.tar"
        beside
        typed bare
        prepared=$(size)
        echo "Python and Qt's libraries from Debian: $((prepared - before)) MB"
        before=$prepared began=$(date +%s)
        typed wheelhouse unshare --net
        rm -rf "$desk/wheelhouse" # may be thrown away
        bin=$desk/env/bin ;;
    pipx | venv) # with the network; what it stands on comes by name from the index
        get "osawatch-$version-py3-none-any.whl"
        beside
        typed bare
        [[ $way = venv ]] || apt pipx
        prepared=$(size)
        echo "Python and Qt's libraries from Debian: $((prepared - before)) MB"
        before=$prepared began=$(date +%s)
        typed $way
        if [[ $way = pipx ]]; then bin=$HOME/.local/bin; else bin=$desk/env/bin; fi ;;
    checkout) # as README says it: from the clone to the first alert on the screen, then the pictures of the window
        began=$(date +%s)
        git clone -q "$here/.." /opt/osawatch-checkout
        (cd /opt/osawatch-checkout && unset OSAWATCH_OUT && ./dev run 2>"$held/dev" || { cat "$held/dev" >&2; exit 1; }) |
            while IFS= read -r told; do
                printf '%4d s  %s\n' $(($(date +%s) - began)) "$told"
            done >"$held/told"
        echo "from the clone to the first alert: $(grep -m1 -E ' (critical|high|medium|low) +[0-9]' "$held/told")"
        bin=/opt/osawatch-checkout/.venv/bin ;;
    *) echo "check-paths: deb, dpkg, rpm, wheelhouse, pipx, venv or checkout" >&2; exit 2 ;;
esac
line="$way, $(($(date +%s) - began)), $(($(size) - before))"
echo "installed: $line"
unshare --net perl -e 'use Socket; socket(my $s, AF_INET, SOCK_DGRAM, 0) or die;
    my $up = pack("a16 s x22", "lo", 0x41); ioctl($s, 0x8914, $up) or die "lo: $!\n"; exec @ARGV' \
    bash "$here/check-desk.sh" "$bin/osawatch-cli" "$bin/osawatch" "$profile"
out=${OSAWATCH_OUT:-$held}
mkdir -p "$out"
bash "$here/check-window.sh" "$bin/osawatch" "$profile" "$out/$way.png"

if [[ $way = deb || $way = dpkg || $way = rpm ]]; then
    before=$(find "$profile" -type f -exec sha256sum {} + | sort | sha256sum)
    if [[ $way = rpm ]]; then
        rpm --force-debian -e osawatch
        # What a system of RPM does by its file triggers, and Debian's dpkg for its own packages alone.
        ! command -v update-mime-database >/dev/null || update-mime-database /usr/share/mime
    else
        apt-get purge -y -qq osawatch >/dev/null 2>&1
    fi
    [[ $(find "$profile" -type f -exec sha256sum {} + | sort | sha256sum) = "$before" ]] || {
        echo "FAILED: taking the package off changed the profile" >&2; exit 1; }
    left=$(find / -xdev \( -path /proc -o -path /sys -o -path /tmp -o -path "$held" -o -path "$desk" -o -path /app -o -path /shared -o -path /out \
        -o -path /var/log -o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/lib/rpm \) -prune -o -iname '*osawatch*' -print)
    [[ -z $left ]] || { echo "FAILED: left behind: $left" >&2; exit 1; }
    echo "taken off: the profile is as it was, and nothing else is left"
fi
told=$(sed -nE "s/^\| $way: .*, ([0-9]+) MB.*/\1/p" "$here/../README.md") grew=${line##*, }
((grew * 10 > told * 9 && grew * 10 < told * 11)) || {
    echo "FAILED: README says ${told:-nothing} MB for $way, it was $grew MB" >&2; failed=1; }
echo "path, seconds, MB"
echo "$line"
exit "${failed:-0}"
