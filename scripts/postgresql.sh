# shellcheck shell=bash
# Makes PostgreSQL with pgvector available under .twiga/postgresql. Sourced by ../twiga.
#
#   .twiga/postgresql/bin/      the programs: links, or small starters where libraries of our own are needed
#   .twiga/postgresql/lib/, share/    a private copy in PostgreSQL's own layout (it finds its extensions beside itself)
#   .twiga/postgresql/ready     written last: what it was made from

POSTGRESQL=$PLACE/postgresql
POSTGRESQL_RECIPE=1          # a higher number makes every machine prepare it anew
PGVECTOR_AT_LEAST=0.8.0      # iterative index scans
PGVECTOR_SUITES=(trixie forky sid resolute)    # where its source may be had: Debian's, then Ubuntu's
PGVECTOR_IMAGE=pgvector/pgvector:0.8.6-pg17-bookworm

prepare_postgresql() {
  if [[ -n ${TWIGA_POSTGRESQL:-} ]]; then
    [[ -x $TWIGA_POSTGRESQL/bin/initdb ]] || die "TWIGA_POSTGRESQL names $TWIGA_POSTGRESQL, which has no bin/initdb."
    return 0
  fi
  postgresql_is_ready && return 0
  lock_setup
  postgresql_is_ready || make_postgresql
  unlock_setup
}

postgresql_is_ready() {
  local recipe=''
  [[ -r $POSTGRESQL/ready ]] && read -r recipe _ <"$POSTGRESQL/ready"
  [[ $recipe == "$POSTGRESQL_RECIPE" && -x $POSTGRESQL/bin/initdb && -x $POSTGRESQL/bin/postgres ]]
}

make_postgresql() {
  NEW=$PLACE/postgresql.new
  rm -rf "$NEW" "$PLACE/build"
  mkdir -p "$NEW/bin" "$PLACE/build"
  say "PostgreSQL with pgvector:"
  if ! { use_installed || use_apt || use_homebrew || use_docker; }; then
    die "PostgreSQL with pgvector could not be prepared here: install PostgreSQL 15 or later and its pgvector" \
      "$PGVECTOR_AT_LEAST or later, and run this again."
  fi
  # The user postgres, who runs the cluster where we are root, must be able to read it whatever our umask is.
  chmod -R a+rX "$NEW"
  chmod a+x "$PLACE"
  rm -rf "$POSTGRESQL" "$PLACE/build"
  mv "$NEW" "$POSTGRESQL"
  say "  ready: $("$POSTGRESQL/bin/postgres" --version), pgvector $(cut -d' ' -f2 "$POSTGRESQL/ready")."
}

finish_postgresql() { printf '%s %s %s\n' "$POSTGRESQL_RECIPE" "$1" "$2" >"$NEW/ready"; }

# ---- what is there already

use_installed() {
  local programs extension version
  for programs in $(installed_programs); do
    extension=$("$programs/pg_config" --sharedir 2>/dev/null)/extension/vector.control
    version=$(control_version "$extension") || continue
    at_least "$version" "$PGVECTOR_AT_LEAST" || continue
    link_programs "$programs"
    finish_postgresql "$version" "$programs"
    return 0
  done
  return 1
}

installed_programs() {
  {
    find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -rV
    has pg_config && pg_config --bindir
  } | while read -r folder; do
    if [[ -x $folder/postgres && -x $folder/initdb && -x $folder/pg_config ]]; then printf '%s\n' "$folder"; fi
  done
}

control_version() { sed -n "s/^default_version *= *'\(.*\)'/\1/p" "$1" 2>/dev/null | grep .; }

at_least() { [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

link_programs() {
  local program
  for program in "$1"/*; do ln -s "$program" "$NEW/bin/"; done
}

# ---- Debian and Ubuntu

use_apt() {
  has apt-get || return 1
  apt_lists || die "apt knows no package postgresql: check this machine's package sources and its network."
  local major candidate
  major=$(postgresql_major) || return 1
  candidate=$(apt_candidate "postgresql-$major-pgvector")
  if [[ -n $candidate ]] && at_least "$candidate" "$PGVECTOR_AT_LEAST"; then
    use_packaged_pgvector "$major"
  else
    build_pgvector "$major"
  fi
}

# The newest one installed, or the one that the distribution would install.
postgresql_major() {
  local programs
  programs=$(find /usr/lib/postgresql -maxdepth 3 -path '*/bin/postgres' 2>/dev/null | sort -rV | head -n 1)
  if [[ -n $programs ]]; then
    programs=${programs%/bin/postgres}
    printf '%s\n' "${programs##*/}"
  else
    LC_ALL=C apt-cache "${APT_OPTIONS[@]}" depends postgresql | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' |
      grep . | head -n 1
  fi
}

use_packaged_pgvector() {
  local major=$1
  if is_root; then
    slowly "Installing PostgreSQL $major and pgvector" \
      apt_install_postgresql "postgresql-$major" "postgresql-$major-pgvector" || return 1
    use_installed
  else
    slowly "Fetching PostgreSQL $major and pgvector" \
      unpack_packages "$PLACE/build/unpacked" "postgresql-$major" "postgresql-client-$major" "postgresql-$major-pgvector" ||
      return 1
    copy_postgresql "$major" && finish_postgresql "$(control_version "$NEW"/share/postgresql/*/extension/vector.control)" apt
  fi
}

build_pgvector() {
  local major=$1
  if is_root; then
    if [[ ! -x /usr/lib/postgresql/$major/bin/postgres ]]; then
      slowly "Installing PostgreSQL $major" apt_install_postgresql "postgresql-$major" || return 1
    fi
    if ! can_compile; then slowly "Installing a C compiler" apt_install gcc libc6-dev || return 1; fi
  else
    if [[ ! -x /usr/lib/postgresql/$major/bin/postgres ]]; then
      slowly "Fetching PostgreSQL $major" \
        unpack_packages "$PLACE/build/unpacked" "postgresql-$major" "postgresql-client-$major" || return 1
    fi
    if ! can_compile; then
      slowly "Fetching a C compiler" unpack_packages "$PLACE/build/compiler" gcc libc6-dev || return 1
    fi
  fi
  copy_postgresql "$major" || return 1
  slowly "Fetching pgvector's source" fetch_pgvector "$major" || return 1
  slowly "Building pgvector" compile_pgvector "$major" || return 1
  finish_postgresql "$(control_version "$PLACE/build/pgvector/vector.control")" built
}

can_compile() { has gcc && printf '#include <stdio.h>\n' | gcc -E -xc - >/dev/null 2>&1; }

# Into the same layout, from the system or from what was unpacked; the bitcode serves a compiler we do not use.
copy_postgresql() {
  local major=$1 from=/usr fetched=$PLACE/build/unpacked/usr
  [[ -d $fetched/lib/postgresql/$major/bin ]] && from=$fetched
  mkdir -p "$NEW/lib/postgresql" "$NEW/share/postgresql"
  cp -R "$from/lib/postgresql/$major" "$NEW/lib/postgresql/" || return 1
  cp -RL "$from/share/postgresql/$major" "$NEW/share/postgresql/" || return 1
  rm -rf "$NEW/lib/postgresql/$major/lib/bitcode"
  copy_libraries "$fetched" && start_programs "lib/postgresql/$major/bin"
}

# Shared libraries that came with fetched packages, in one folder; older releases keep some of them outside usr.
copy_libraries() {
  local folder found
  [[ $from == "$1" ]] || return 0
  mkdir -p "$NEW/libraries"
  for folder in "$1/lib" "$1/../lib"; do
    [[ -d $folder ]] || continue
    find "$folder" -path '*/postgresql/*' -prune -o \( -type f -o -type l \) -name 'lib*.so.*' -print |
      while read -r found; do cp -P "$found" "$NEW/libraries/" || return 1; done || return 1
  done
}

# bin/X starts lib/…/bin/X, with the libraries of our own where there are any.
start_programs() {
  local program
  for program in "$NEW/$1"/*; do
    program=${program##*/}
    if [[ -d $NEW/libraries ]]; then
      cat >"$NEW/bin/$program" <<STARTER
#!/bin/sh
here=\$(dirname "\$0")/..
LD_LIBRARY_PATH="\$here/libraries\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}"
export LD_LIBRARY_PATH
exec "\$here/$1/$program" "\$@"
STARTER
      chmod +x "$NEW/bin/$program"
    else
      ln -s "../$1/$program" "$NEW/bin/$program"
    fi
  done
}

# The source comes from a newer release of the same mirror, by a private apt configuration that leaves no trace.
fetch_pgvector() {
  local build=$PLACE/build mirror suite component headers=$PLACE/build/headers
  mirror=$(apt_mirror)
  [[ -n $mirror ]] || { echo "This machine's package lists name no mirror of Debian or Ubuntu."; return 1; }
  mkdir -p "$build/apt/lists/partial" "$build/apt/cache/archives/partial" "$build/source" "$headers"
  local own=(-o "Dir::State::Lists=$build/apt/lists" -o "Dir::Cache=$build/apt/cache" -o APT::Sandbox::User=root
    -o "Dir::Etc::SourceList=$build/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Acquire::Retries=2)
  for suite in "${PGVECTOR_SUITES[@]}"; do
    component=main
    [[ $suite == resolute ]] && component=universe
    printf 'deb-src %s %s %s\n' "$mirror" "$suite" "$component" >"$build/apt/sources.list"
    apt-get "${own[@]}" -q update || continue
    (cd "$build/source" && apt-get "${own[@]}" -q source --download-only pgvector) && break
  done
  mkdir -p "$build/pgvector"
  tar -xf "$build"/source/pgvector_*.orig.tar.* -C "$build/pgvector" --strip-components=1 || return 1
  if [[ ! -f /usr/include/postgresql/$1/server/postgres.h ]]; then
    (cd "$headers" && apt-get "${APT_OPTIONS[@]}" -q download "postgresql-server-dev-$1" libpq-dev &&
      for package in *.deb; do dpkg-deb -x "$package" . || exit 1; done)
  fi
}

# Not by its Makefile: make cannot work in a folder whose name has a space. The flags are pgvector's and
# PostgreSQL's own, without -march, so that the result runs on every machine of the kind.
compile_pgvector() {
  local major=$1 build=$PLACE/build tools=$PLACE/build/compiler/usr
  local include=/usr/include/postgresql compiler=(gcc)
  [[ -d $build/headers/usr ]] && include=$build/headers/usr/include/postgresql
  [[ -x $tools/bin/gcc ]] && private_compiler "$tools"
  cd "$build/pgvector" || return 1
  "${compiler[@]}" -std=gnu11 -O2 -fPIC -shared -fvisibility=default -fwrapv -fno-strict-aliasing \
    -fexcess-precision=standard -ftree-vectorize -fassociative-math -fno-signed-zeros -fno-trapping-math -w \
    -I"$include/$major/server" -I"$include/internal" -I"$include" \
    -o vector.so src/*.c -lm || return 1
  local share=$NEW/share/postgresql/$major/extension version
  version=$(control_version vector.control)
  cp vector.so "$NEW/lib/postgresql/$major/lib/" && cp vector.control sql/vector--*--*.sql "$share/" &&
    cp sql/vector.sql "$share/vector--$version.sql"
}

# A compiler that was unpacked, not installed, has to be told where its parts are.
private_compiler() {
  local usr=$1 triplet script
  triplet=$(basename "$(dirname "$(find "$usr/lib" -name crt1.o | head -n 1)")")
  for script in libc.so libm.so; do
    if head -c 20 "$usr/lib/$triplet/$script" | grep -q 'GNU ld'; then
      sed -i -E "s#/usr/lib/$triplet/(lib[a-z]+_nonshared\.a)#\1#g" "$usr/lib/$triplet/$script"
    fi
  done
  export PATH=$usr/bin:$PATH LD_LIBRARY_PATH=$usr/lib/$triplet
  compiler=("$usr/bin/gcc" -B "$usr/bin/" -B "$usr/lib/$triplet/" -L "$usr/lib/$triplet"
    -isystem "$usr/include" -isystem "$usr/include/$triplet")
}

# ---- elsewhere (written by the tools' documentation; not tried on such machines)

use_homebrew() {
  has brew || return 1
  slowly "Installing PostgreSQL and pgvector with Homebrew" brew install postgresql@17 pgvector || return 1
  link_programs "$(brew --prefix postgresql@17)/bin"
  finish_postgresql "$(control_version "$(brew --prefix postgresql@17)"/share/postgresql*/extension/vector.control ||
    echo homebrew)" homebrew
}

# The programs and their libraries are taken out of the image; nothing runs in a container afterwards.
use_docker() {
  [[ $(uname -s) == Linux ]] && has docker && docker info >/dev/null 2>&1 || return 1
  slowly "Taking PostgreSQL and pgvector out of $PGVECTOR_IMAGE" unpack_image "$PLACE/build/unpacked" || return 1
  copy_postgresql "$(basename "$PLACE"/build/unpacked/usr/lib/postgresql/*)" &&
    finish_postgresql "$(control_version "$NEW"/share/postgresql/*/extension/vector.control)" docker
}

unpack_image() {
  mkdir -p "$1"
  # shellcheck disable=SC2016  # for the shell in the container
  docker run --rm --entrypoint sh "$PGVECTOR_IMAGE" -c '
    libraries=$(ldd /usr/lib/postgresql/*/bin/postgres /usr/lib/postgresql/*/bin/psql /usr/lib/postgresql/*/lib/*.so |
      sed -n "s/.* => \(\/[^ ]*\).*/\1/p" | sort -u | grep -Ev "/(libc|libm|ld-linux[^/]*|libpthread|libdl|librt)\.so")
    tar -chf - /usr/lib/postgresql /usr/share/postgresql $libraries' | tar -xf - -C "$1"
}
