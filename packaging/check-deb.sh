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
    appstream rpm rpmlint minisign xz-utils binutils >/dev/null 2>&1
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

# Libraries that the program needs and does not carry. The second line: asked for by plugins of Qt (Wayland, EGLFS, GTK) that
# stay unloaded without them. A new name here is one that a .deb or .rpm must ask for.
allowed="ld-linux-x86-64.so.2 libc.so.6 libdl.so.2 libm.so.6 libpthread.so.0 libresolv.so.2 librt.so.1 libEGL.so.1 libGL.so.1 libxcb.so.1
 libwayland-.*.so.[01] libdrm.so.2 libatk-1.0.so.0 libcairo.*.so.2 libg[dt]k.*.so.0 libharfbuzz.so.0 libpango.*.so.0"
outside() {
    find "$1" -name '*.so*' -printf '%f\n' | sort -u >"$held/carried"
    find "$1" \( -name '*.so*' -o -name 'osawatch*' \) -type f -exec objdump -p {} + 2>/dev/null |
        awk '/NEEDED/ { print $2 }' | sort -u | comm -23 - "$held/carried" | grep -vxE "$(tr -s ' \n' '|' <<<"$allowed" | sed 's/|$//')"
}
must "needs no library that nothing asks for" sh -c '! grep . "$1"' sh <(outside "$held/deb/opt/osawatch")
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
say "        rpmlint, of which nothing is asked (it knows no frozen program under /opt):"
(rpmlint "$rpm" 2>/dev/null || true) | awk '$2 == "E:" { print $3 }' | sort | uniq -c | sort -rn | head -5 | sed 's/^/        /'
if [[ ${2:-} == --start-rpm ]]; then
    say "the RPM's program, with the libraries of this Debian:"
    bash "$here/check-start.sh" "$held/rpm/opt/osawatch" || failed=1
fi
exit "$failed"
