# shellcheck shell=bash
# Debian's packages: as root they are installed, as an ordinary user they are downloaded and unpacked in a folder
# of our own. Sourced by ../twiga.

APT_OPTIONS=(-o APT::Sandbox::User=root -o Acquire::Retries=2)

# A machine that never ran `apt-get update` has no lists. Root refreshes the machine's, anybody else gets their own.
apt_lists() {
  if apt_knows postgresql; then return 0; fi
  if is_root; then
    slowly "Refreshing the package lists" apt-get -q update
  else
    use_own_lists
    apt_knows postgresql || slowly "Fetching the package lists" apt-get "${APT_OPTIONS[@]}" -q update
  fi || return 1
  apt_knows postgresql
}

use_own_lists() {
  mkdir -p "$PLACE/apt/lists/partial" "$PLACE/apt/cache/archives/partial"
  APT_OPTIONS+=(-o "Dir::State::Lists=$PLACE/apt/lists" -o "Dir::Cache=$PLACE/apt/cache")
}

# The newest version of a package that apt could install; fails when there is none.
apt_candidate() {
  local version
  version=$(LC_ALL=C apt-cache "${APT_OPTIONS[@]}" policy "$1" 2>/dev/null | sed -n 's/^  Candidate: //p')
  [[ -n $version && $version != '(none)' ]] && printf '%s\n' "$version"
}

apt_knows() {
  local found
  found=$(LC_ALL=C apt-cache "${APT_OPTIONS[@]}" show --no-all-versions "$1" 2>/dev/null | sed -n 's/^Filename: //p')
  [[ -n $found ]]
}

# A machine's lists may be older than its mirror: what they name may be gone, so refresh them once and try again.
apt_install() {
  apt_install_now "$@" && return 0
  apt-get -q update && apt_install_now "$@"
}

apt_install_now() {
  DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"
}

# PostgreSQL's package makes and starts a cluster of its own unless its settings say no; they say no only meanwhile.
apt_install_postgresql() {
  apt_install postgresql-common || return 1
  local settings=/etc/postgresql-common/createcluster.conf status=0
  cp -a "$settings" "$settings.before-twiga" || return 1
  printf '\ncreate_main_cluster = false\n' >>"$settings"
  apt_install "$@" || status=$?
  mv -f "$settings.before-twiga" "$settings"
  return "$status"
}

# unpack_packages FOLDER package…: the packages and whatever they need that is not installed, without root.
# Left out: what only maintains clusters or compiles queries, and the C library itself, which every machine has.
unpack_packages() {
  unpack_packages_now "$@" && return 0
  use_own_lists
  apt-get "${APT_OPTIONS[@]}" -q update && unpack_packages_now "$@"
}

unpack_packages_now() {
  local folder=$1 names name
  local no_use='^(libc6|libc-bin|locales|libllvm|libz3|clang|perl|libperl|adduser|passwd|postgresql-.*common|ssl-cert|openssl|init-|lsb-|sysvinit|systemd|libsystemd|python|man-db|sensible|ucf|debconf|dpkg-dev|media-types|xdg-)'
  shift
  names=$(LC_ALL=C apt-get "${APT_OPTIONS[@]}" -s -q install --no-install-recommends "$@" |
    awk '$1 == "Inst" { print $2 }' | grep -Ev "$no_use")
  # What is installed already is not in that list; it is wanted nevertheless when it was asked for by name.
  for name in "$@"; do grep -qxF "$name" <<<"$names" || names+=$'\n'$name; done
  mkdir -p "$folder/debs"
  # shellcheck disable=SC2086  # a list of package names
  (cd "$folder/debs" && apt-get "${APT_OPTIONS[@]}" -q download $names) || return 1
  for name in "$folder"/debs/*.deb; do dpkg-deb -x "$name" "$folder" || return 1; done
  rm -rf "$folder/debs"
}

# The address this machine takes Debian's (or Ubuntu's) main packages from.
apt_mirror() {
  # shellcheck disable=SC2016  # apt's own variables
  apt-get "${APT_OPTIONS[@]}" indextargets --format '$(REPO_URI) $(LABEL) $(COMPONENT)' 'Identifier: Packages' |
    awk '($2 == "Debian" || $2 == "Ubuntu") && $3 == "main" { print $1; exit }'
}
