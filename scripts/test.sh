# shellcheck shell=bash
# ./twiga test: everything, against a real PostgreSQL and a real browser. Sourced by ../twiga.

test_help() {
  cat <<'HELP'
Usage: ./twiga test [-- runner arguments]

Prepares the machine where something is missing, builds, checks the formatting and runs every test.
The last line is "N passed, N failed, N skipped"; the exit status is 1 when one failed or none ran.
Arguments after -- go to dotnet test: ./twiga test -- --filter Name~Answering
HELP
}

HUNG_AFTER=20m # one test

run_tests() {
  case ${1:-} in
    -h | --help) test_help; return 0 ;;
    --) shift ;;
    '') ;;
    *) usage_error "'$1' is not an option of test; arguments for the runner stand after --." ;;
  esac
  prepare_machine
  prepare_browser
  build solution "everything" Twiga.sln src tools tests samples

  local results=$PLACE/results/$$ status=0 format=0
  check_format || format=1
  rm -rf "$PLACE/results"
  mkdir -p "$results"
  [[ -n ${TWIGA_POSTGRESQL:-} ]] || export TWIGA_POSTGRESQL=$POSTGRESQL
  # One project after the other: they measure times, and each of them has a PostgreSQL of its own.
  (cd "$ROOT" && dotnet test Twiga.sln -c "$CONFIGURATION" --no-build -nologo -m:1 --logger trx \
    --results-directory "$results" --blame-hang --blame-hang-timeout "$HUNG_AFTER" --blame-hang-dump-type none \
    "$@") </dev/null || status=$?
  sum_up "$results" "$status" "$format"
}

# The build enforces the style; this is the white space, 3 s. `dotnet format style` would add 20 s and nothing else.
check_format() {
  slowly "Checking the formatting" dotnet format whitespace "$ROOT" --folder --include src/ tests/ tools/ \
    --verify-no-changes
}

# Every TRX file has one line of counters.
sum_up() {
  local results=$1 status=$2 format=$3 total=0 executed=0 passed=0 counters
  while read -r counters; do
    total=$((total + $(counter total "$counters")))
    executed=$((executed + $(counter executed "$counters")))
    passed=$((passed + $(counter passed "$counters")))
  done < <(find "$results" -name '*.trx' -exec grep -h '<Counters ' {} +)
  local failed=$((executed - passed)) skipped=$((total - executed))

  say
  list_failed "$results"
  [[ $status -eq 0 || $failed -gt 0 ]] || say "The runner ended with status $status; see what it says above."
  [[ $format -eq 0 ]] || say "The formatting is not right (above): run 'dotnet format whitespace'."
  [[ $executed -gt 0 ]] || say "No test ran."
  say "$passed passed, $failed failed, $skipped skipped"
  [[ $status -eq 0 && $format -eq 0 && $failed -eq 0 && $executed -gt 0 ]]
}

counter() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2"; }

list_failed() {
  find "$1" -name '*.trx' -exec grep -h '<UnitTestResult ' {} + | grep 'outcome="Failed"' |
    sed 's/.* testName="\([^"]*\)".*/Failed: \1/' |
    sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&apos;/'"'"'/g; s/&amp;/\&/g' | sort
}
