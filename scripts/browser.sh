# shellcheck shell=bash
# Chromium for the browser test. Sourced by ../twiga.

# TWIGA_CHROMIUM tells the test where it is.
prepare_browser() {
  find_chromium && return 0
  if is_root && has apt-get && apt_lists && apt_knows chromium; then
    slowly "Installing Chromium" apt_install chromium
    find_chromium && return 0
  fi
  say "  There is no Chromium here, so the browser test will fail: install it (Debian: apt-get install chromium)."
}

find_chromium() {
  local name found
  [[ -z ${TWIGA_CHROMIUM:-} ]] || return 0
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if found=$(command -v "$name"); then
      export TWIGA_CHROMIUM=$found
      return 0
    fi
  done
  return 1
}
