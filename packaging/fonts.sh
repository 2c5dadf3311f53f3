#!/bin/bash
# Lays the faces that packages carry into $1, with their licences: letters for scripts that a machine may lack fonts for.
# They come from Debian's packages, which `./dev` installs. Chosen to be small: one face a script, 10 MB in all.
set -euo pipefail
folder=$1
mkdir -p "$folder"
from=/usr/share/fonts/truetype
cp "$from/droid/DroidSansFallbackFull.ttf" "$from/nanum/NanumGothic.ttf" "$folder/" # Chinese and Japanese; Korean
# Latin, Greek and Cyrillic too: a Korean face has Latin letters, thin ones, and must not be the first that has any.
cp "$from/noto/NotoSans-Regular.ttf" "$from/noto/NotoSans-Bold.ttf" "$folder/"
for script in Arabic Bengali Devanagari Hebrew Thai; do
    cp "$from/noto/NotoSans$script-Regular.ttf" "$folder/"
done
for package in fonts-droid-fallback fonts-nanum fonts-noto-core; do
    cp "/usr/share/doc/$package/copyright" "$folder/$package.txt"
done
cp /usr/share/common-licenses/Apache-2.0 "$folder/Apache-2.0.txt"
chmod 644 "$folder"/*
