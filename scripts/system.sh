#!/usr/bin/env bash
# Installs what is no Python package, where it is missing: `system.sh run` the OCR models, `system.sh test` also the
# fonts that the tests draw pages with, and Chromium if there are tests in a browser; `system.sh bench` the fonts and
# the program tesseract that the reading benchmark uses. Quick when all is there.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/apt.sh

missing=()
has_model() {
  local folder
  for folder in ${TESSDATA_PREFIX:-} /usr/share/tesseract-ocr/*/tessdata /usr/share/tessdata; do
    [ -e "$folder/$1.traineddata" ] || [ -e "$folder/script/$1.traineddata" ] && return
  done
  return 1
}
has_model vie || missing+=(tesseract-ocr-vie)
has_model Vietnamese || missing+=(tesseract-ocr-script-viet)
if [ "${1:-run}" = bench ]; then
  command -v tesseract >/dev/null || missing+=(tesseract-ocr)
  [ -e /usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf ] || missing+=(fonts-liberation2)
  [ -e /usr/share/fonts/truetype/freefont/FreeSerif.ttf ] || missing+=(fonts-freefont-ttf)
fi
if [ "${1:-run}" = test ]; then
  [ -e /usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf ] || missing+=(fonts-liberation2)
  ls /usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf >/dev/null 2>&1 || missing+=(fonts-dejavu-core fonts-dejavu-extra)
  if grep -rqs chromium tests --include='*.py'; then
    command -v chromium >/dev/null || missing+=(chromium)
    # Playwright brings a Node.js that is linked against it.
    ls /usr/lib/*/libatomic.so.1 >/dev/null 2>&1 || missing+=(libatomic1)
  fi
fi
[ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
