# shellcheck shell=bash
# What the other scripts share: words to the person, the log, and who we are. Sourced by ../twiga.

# ROOT, the repository, is set by ../twiga; everything that is made goes below PLACE.
PLACE=$ROOT/.twiga
LOG=$PLACE/logs/setup.log

say() { printf '%s\n' "$*"; }

# One sentence that says what is wrong and what to do, then the end.
die() {
  printf 'twiga: %s\n' "$*" >&2
  exit 1
}

usage_error() {
  printf 'twiga: %s\n' "$*" >&2
  exit 2
}

has() { command -v "$1" >/dev/null 2>&1; }

is_root() { [[ $EUID -eq 0 ]]; }

make_place() {
  mkdir -p "$PLACE/logs" 2>/dev/null
  [[ -w $PLACE && -w $PLACE/logs ]] ||
    die "The folder $PLACE cannot be written by this user: does another one use it?"
}

TICKER='' # the process that counts the seconds
trap end_ticker EXIT

end_ticker() {
  [[ -n $TICKER ]] || return 0
  kill "$TICKER" 2>/dev/null
  wait "$TICKER" 2>/dev/null
  TICKER=''
}

# slowly "Building pgvector" command …: names a slow step, runs it with its output in the log,
# counts the seconds on a terminal, and shows the end of the log when it fails.
slowly() {
  local what=$1 began=$SECONDS status=0 mark
  shift
  make_place
  touch "$LOG"
  mark=$(wc -c <"$LOG")
  printf '\n== %s\n' "$what" >>"$LOG"
  if [[ -t 1 ]]; then
    (while sleep 1; do printf '\r\033[K  %s … %s s' "$what" $((SECONDS - began)); done) &
    TICKER=$!
    printf '  %s …' "$what"
  else
    printf '  %s …\n' "$what"
  fi
  ("$@") >>"$LOG" 2>&1 </dev/null || status=$?
  if [[ -n $TICKER ]]; then
    end_ticker
    printf '\r\033[K  %s: %s s\n' "$what" $((SECONDS - began))
  fi
  if [[ $status -ne 0 ]]; then
    tail -c "+$((mark + 1))" "$LOG" | tail -n 25 | sed 's/^/    /' >&2
    say "  $what failed; the whole of it is in $LOG." >&2
  fi
  return "$status"
}

# Two runs at once prepare and build one after the other.
lock_setup() {
  make_place
  has flock || return 0
  exec 8>"$PLACE/setup.lock"
  flock -n 8 && return 0
  say "  Another run of twiga prepares or builds; waiting for it …"
  flock 8
}

unlock_setup() {
  has flock || return 0
  flock -u 8
  exec 8>&-
}
