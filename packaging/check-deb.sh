#!/bin/bash
# Are the packages well-formed? check-deb.sh FOLDER, as root: lintian, the desktop file, the metadata, and
# what can be said of the RPM on a Debian. Installs what checks (apt).
# The RPM is read, its files compared with the .deb's, and installed into a root of its own by Debian's rpm,
# without dependencies: that proves the payload and its list. It proves nothing about the names of its
# dependencies on a system that uses RPM; none was at hand.
set -euo pipefail
out=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends lintian desktop-file-utils \
    appstream rpm minisign xz-utils >/dev/null 2>&1
held=$(mktemp -d -p /var/tmp); chmod 755 "$held"; trap 'rm -rf "$held"' EXIT
failed=0
say() { printf '%s\n' "$*"; }
must() { local name=$1; shift; if "$@" >"$held/said" 2>&1; then say "ok      $name"; else
    say "FAILED  $name"; sed 's/^/        /' "$held/said" | tail -20; failed=1; fi; }

deb=$(ls "$out"/osawatch_*.deb); rpm=$(ls "$out"/osawatch-*.rpm)
must "checksums" sh -c "cd '$out' && sha256sum --check --strict SHA256SUMS"
must "lintian: no error, no warning" lintian --allow-root --fail-on error,warning "$deb"
dpkg-deb -x "$deb" "$held/deb"
must "desktop file" desktop-file-validate "$held/deb/usr/share/applications/osawatch.desktop"
must "metadata" appstreamcli validate --no-net "$held/deb/usr/share/metainfo/eu.osawatch.osawatch.metainfo.xml"
must "rpm: its own checksums" rpm -K --nosignature "$rpm"
mkdir "$held/rpm"
must "rpm: installs into a root of its own" rpm --root "$held/rpm" --dbpath /var/lib/rpm -i --nodeps --ignorearch \
    --ignoreos "$rpm"
files() { (cd "$1" && find opt usr -type f ! -path 'usr/share/lintian/*' -exec sha256sum {} + | sort -k2); }
links() { (cd "$1" && find opt usr -type l -printf '%p %l\n' | sort); }
files "$held/deb" >"$held/a"; files "$held/rpm" >"$held/b"; links "$held/deb" >>"$held/a"; links "$held/rpm" >>"$held/b"
must "rpm: the files of the .deb, all $(wc -l <"$held/a")" diff "$held/a" "$held/b"
must "rpm: modes of the .deb" diff <(cd "$held/deb" && find opt usr -type f ! -path 'usr/share/lintian/*' -printf '%m %p\n' | sort) \
    <(cd "$held/rpm" && find opt usr -type f -printf '%m %p\n' | sort)
say "        it asks for: $(rpm -qp --requires "$rpm" 2>/dev/null | grep -v rpmlib | tr '\n' ' ')"
if [[ ${2:-} == --start-rpm ]]; then
    say "the RPM's program, with the libraries of this Debian:"
    bash "$here/check-start.sh" "$held/rpm/opt/osawatch" || failed=1
fi
exit "$failed"
