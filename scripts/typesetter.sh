# shellcheck shell=bash
# What sets the pages: Node.js and the packages of src/Twiga.Infrastructure/Typesetting. Sourced by ../twiga.

TYPESETTER=$PLACE/typesetter
NODE_AT_LEAST=18

prepare_typesetter() {
  local pins=$ROOT/src/Twiga.Infrastructure/Typesetting
  export Typesetter__Packages=${Typesetter__Packages:-$TYPESETTER}
  cmp -s "$pins/package-lock.json" "$TYPESETTER/ready" && has_node && return 0
  lock_setup
  if ! { has_npm || install_node; }; then
    say "  Documents will be Word files and formulas text: install Node.js $NODE_AT_LEAST or later with npm for PDF files."
  elif ! slowly "Fetching the typesetter" fetch_typesetter "$pins"; then
    say "  Documents will be Word files and formulas text until npm can fetch the typesetter's packages."
  fi
  unlock_setup
}

has_node() {
  local version
  has node && version=$(node --version 2>/dev/null) && version=${version#v} && [[ ${version%%.*} -ge $NODE_AT_LEAST ]]
}

has_npm() { has_node && has npm; }

install_node() {
  is_root && has apt-get && apt_lists || return 1
  # Only what is missing: a newer Node.js than Debian's stays, and brings its own npm or gets Debian's.
  if has_node; then
    slowly "Installing npm" apt_install npm
  else
    slowly "Installing Node.js" apt_install nodejs npm
  fi
  has_npm
}

# Written last: the list of what it was made from. No package runs a script of its own.
fetch_typesetter() {
  local new=$TYPESETTER.new
  rm -rf "$new"
  mkdir -p "$new"
  cp "$1/package.json" "$1/package-lock.json" "$new/" &&
    (cd "$new" && npm install --ignore-scripts --no-audit --no-fund --no-update-notifier) &&
    (cd "$new" && node -e 'require("@myriaddreamin/typst-ts-node-compiler").NodeCompiler; require("@resvg/resvg-js")') &&
    cp "$1/package-lock.json" "$new/ready" &&
    rm -rf "$TYPESETTER" &&
    mv "$new" "$TYPESETTER"
}
