# shellcheck shell=bash
# Chromium for the browser test, which finds it by TWIGA_CHROMIUM. Sourced by ../twiga.

CHROMIUM=$PLACE/chromium

prepare_browser() {
  find_chromium && return 0
  if has apt-get && apt_lists && apt_knows chromium; then
    lock_setup
    if is_root; then
      slowly "Installing Chromium" apt_install chromium fonts-dejavu-core
    else
      slowly "Fetching Chromium" fetch_chromium
    fi
    unlock_setup
    find_chromium && return 0
  fi
  say "  There is no Chromium here, so the browser test will fail: install it (Debian: apt-get install chromium)."
}

find_chromium() {
  local name found
  [[ -z ${TWIGA_CHROMIUM:-} ]] || return 0
  for name in chromium chromium-browser google-chrome google-chrome-stable "$CHROMIUM/chromium"; do
    if found=$(command -v "$name"); then
      export TWIGA_CHROMIUM=$found
      return 0
    fi
  done
  return 1
}

# Unpacked, not installed, it has to be told where its libraries and its letters are.
fetch_chromium() {
  local new=$CHROMIUM.new
  rm -rf "$new" "$CHROMIUM"
  unpack_packages "$new" chromium fonts-dejavu-core || return 1
  (cd "$new/usr/share" && rm -rf doc icons locale man X11) || return 1
  mv "$new" "$CHROMIUM"
  cat >"$CHROMIUM/fonts.conf" <<FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>$(xml "$CHROMIUM/usr/share/fonts")</dir>
  <cachedir>$(xml "$CHROMIUM/cache")</cachedir>
</fontconfig>
FONTS
  cat >"$CHROMIUM/chromium.new" <<'STARTER'
#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd -P)
libraries=
for folder in "$here"/usr/lib/*-linux-gnu* "$here"/lib/*-linux-gnu* "$here"/usr/lib/*-linux-gnu*/pulseaudio \
  "$here"/usr/lib/*-linux-gnu*/nss; do
  libraries=$libraries${libraries:+:}$folder
done
LD_LIBRARY_PATH=$libraries FONTCONFIG_FILE=$here/fonts.conf
export LD_LIBRARY_PATH FONTCONFIG_FILE
exec "$here/usr/lib/chromium/chromium" "$@"
STARTER
  chmod +x "$CHROMIUM/chromium.new"
  "$CHROMIUM/chromium.new" --version && mv "$CHROMIUM/chromium.new" "$CHROMIUM/chromium"
}

xml() { sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' <<<"$1"; }
