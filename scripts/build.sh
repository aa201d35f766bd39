# shellcheck shell=bash
# Builds what runs, and knows when it need not. Sourced by ../twiga.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export MSBUILDDISABLENODEREUSE=1 # no processes are left behind

CONFIGURATION=Release

# build product "the Api, the simulator and the command line" scripts/product.slnf src tools
build() {
  local name=$1 what=$2 project=$3
  shift 3
  local stamp=$PLACE/built/$name
  is_built "$stamp" "$@" && return 0
  find_dotnet
  check_sdk
  lock_setup
  mkdir -p "$PLACE/built"
  rm -f "$stamp"
  # Dated before the build, so that what is changed meanwhile is built the next time.
  source_list "$@" >"$stamp.new"
  slowly "Fetching packages" dotnet restore "$ROOT/$project" || die "The packages could not be fetched."
  slowly "Building $what" dotnet build "$ROOT/$project" -c "$CONFIGURATION" --no-restore -nologo -v quiet ||
    die "The build failed."
  mv "$stamp.new" "$stamp"
  unlock_setup
}

# The same files as at the last build, and none of them newer.
is_built() {
  local stamp=$1 folder
  shift
  [[ -e $stamp ]] || return 1
  for folder in "$@" .; do
    [[ -z $(sources "$folder" -newer "$stamp" -print 2>/dev/null | head -n 1) ]] || return 1
  done
  [[ $(source_list "$@") == "$(<"$stamp")" ]]
}

source_list() {
  local folder
  for folder in "$@" .; do sources "$folder" -print; done | LC_ALL=C sort
}

# sources FOLDER test…: the files a build reads below it; below "." those of the root only.
sources() {
  local folder=$1
  shift
  if [[ $folder == . ]]; then
    find "$ROOT" -maxdepth 1 -type f \
      \( -name '*.props' -o -name '*.targets' -o -name '*.sln' -o -name '*.json' -o -name '.editorconfig' \) "$@"
  else
    find "$ROOT/$folder" \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f "$@"
  fi
}

program() { printf '%s\n' "$ROOT/$1/bin/$CONFIGURATION/net10.0/${1##*/}.dll"; }

build_product() {
  local project
  for project in src/Twiga.Api tools/Twiga.Simulator tools/Twiga.Cli; do
    [[ -e $(program "$project") ]] || rm -f "$PLACE/built/product" "$PLACE/built/solution"
  done
  # The solution holds all of it.
  is_built "$PLACE/built/solution" src tools tests samples && return 0
  build product "the Api, the simulator and the command line" scripts/product.slnf src tools samples
}

build_benchmarks() {
  [[ -e $(program tools/Twiga.Benchmarks) ]] || rm -f "$PLACE/built/benchmarks"
  build benchmarks "the benchmarks" tools/Twiga.Benchmarks src tools samples
}

find_dotnet() {
  local folder
  has dotnet && return 0
  for folder in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    if [[ -n $folder && -x $folder/dotnet ]]; then
      export DOTNET_ROOT=$folder PATH=$folder:$PATH
      return 0
    fi
  done
  die "Twiga needs the .NET SDK $(sdk_version): install it from https://dotnet.microsoft.com/download and try again."
}

check_sdk() {
  (cd "$ROOT" && dotnet --version) >/dev/null 2>&1 && return 0
  die "Twiga needs the .NET SDK $(sdk_version) (global.json), and 'dotnet --list-sdks' shows none that fits:" \
    "install it from https://dotnet.microsoft.com/download and try again."
}

sdk_version() { sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$ROOT/global.json"; }
