# shellcheck shell=bash
# ./twiga up: the Api and the simulator, until Ctrl-C. Sourced by ../twiga.

up_help() {
  cat <<'HELP'
Usage: ./twiga up [--port N] [--no-flows] [--no-simulator]

Prepares the machine where something is missing, builds what has changed, and starts Twiga with its own database
and the simulator. Ctrl-C stops all of it; the data stay in .twiga/ for the next time.

  --port N         the Api's port (8000); the simulator, with the phone page, takes the next one
  --no-flows       newcomers and settings are asked in the talk, without the forms (Flows)
  --no-simulator   the Api alone, for a real WhatsApp number
HELP
}

READY_WITHIN=180 # seconds; the first start makes the database and reads the sample books
DRAIN_WITHIN=45  # seconds; longer than the Api itself takes for the work in hand

up() {
  local port=8000 simulator=yes flows=yes
  while [[ $# -gt 0 ]]; do
    case $1 in
      -h | --help) up_help; return 0 ;;
      --port) port=${2:-}; shift ;;
      --port=*) port=${1#*=} ;;
      --no-simulator) simulator=no ;;
      --no-flows) flows=no ;;
      *) usage_error "'$1' is not an option of up; './twiga up --help' lists them." ;;
    esac
    shift || usage_error "--port needs a number."
  done
  if ! [[ $port =~ ^[0-9]{1,5}$ ]] || ((10#$port < 1 || 10#$port > 65534)); then
    usage_error "--port needs a number between 1 and 65534."
  fi
  port=$((10#$port))

  PIDS=()
  exec </dev/null
  trap 'stop_all; exit 130' INT
  trap 'stop_all; exit 143' TERM HUP
  refuse_taken "$port" "Choose another one with --port."
  [[ $simulator == no ]] || refuse_taken $((port + 1)) "Choose another one with --port; the simulator takes the next."
  prepare_machine
  build_product
  find_dotnet
  [[ $simulator == no || -n ${ConnectionStrings__Twiga:-} ]] || stay_alone "$port"
  start_twiga "$port" "$simulator" "$flows"
}

# Two simulators on the folder's own database would get each other's answers. Taken after the build: a compiler that
# stays behind would keep the lock.
stay_alone() {
  local other=''
  make_place
  has flock || return 0
  exec 9>>"$PLACE/up.lock"
  if ! flock -n 9; then
    read -r other <"$PLACE/up.lock"
    die "Twiga is up already in this folder${other:+, on port $other}: stop it first, or start the other one in a clone."
  fi
  printf '%s\n' "$1" >"$PLACE/up.lock"
}

start_twiga() {
  local port=$1 simulator=$2 flows=$3 phone=http://127.0.0.1:$(($1 + 1))
  export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
  export Twiga__DataDirectory=${Twiga__DataDirectory:-$PLACE}
  # 16 MB between collections of garbage; the runtime takes as much as the processor's cache, which may be 200.
  export DOTNET_GCgen0size=${DOTNET_GCgen0size:-0x1000000}
  if [[ $simulator == yes ]]; then
    # The settings of Development name the simulator's usual port.
    if [[ $port != 8000 ]]; then
      export WhatsApp__GraphUrl=${WhatsApp__GraphUrl:-$phone} LanguageModel__Url=${LanguageModel__Url:-$phone/v1}
    fi
    export Simulator__ApiUrl=http://127.0.0.1:$port Simulator__DataDirectory=${Simulator__DataDirectory:-$PLACE/simulator}
    start simulator "$(program tools/Twiga.Simulator)" "$phone"
    # Somebody who names a Graph API or Flows of their own has published there.
    if [[ $flows == yes && ${WhatsApp__GraphUrl:-$phone} == "$phone" && -z ${WhatsApp__Flows__ProfileFlowId:-} ]]; then
      use_flows $((port + 1)) "$port"
    fi
  fi
  start api "$(program src/Twiga.Api)" "http://127.0.0.1:$port"
  wait_until_ready "$port"

  say
  if [[ $simulator == yes ]]; then
    say "Twiga is ready. The phone page: $phone/"
  else
    say "Twiga is ready."
  fi
  say "The Api: http://127.0.0.1:$port (logs in ${PLACE#"$PWD"/}/logs). Ctrl-C stops it."
  local gone
  # A signal breaks off `wait`, not `sleep`.
  until gone=$(ended); do
    sleep 1 &
    wait $!
  done
  show_log "$gone"
  stop_all
  die "The $gone has ended by itself; its log is $PLACE/logs/$gone.log."
}

# start NAME DLL URL: in the background, ended by the system if this script is killed.
start() {
  local name=$1 keeper=(exec)
  if has setpriv && setpriv --pdeathsig TERM true 2>/dev/null; then keeper=(exec setpriv --pdeathsig TERM); fi
  rotate_log "$PLACE/logs/$name.log"
  ("${keeper[@]}" dotnet "$2" --urls "$3") >>"$PLACE/logs/$name.log" 2>&1 </dev/null 9>&- &
  PIDS+=($!)
  NAMES[$!]=$name
}

NAMES=() # by process

rotate_log() { [[ ! -e $1 ]] || mv -f "$1" "${1%.log}.before.log"; }

# The name of the first process that is no longer there.
ended() {
  local pid
  for pid in "${PIDS[@]}"; do
    kill -0 "$pid" 2>/dev/null || { printf '%s\n' "${NAMES[$pid]}"; return 0; }
  done
  return 1
}

wait_until_ready() {
  local port=$1 began=$SECONDS gone
  until [[ $(http_status "$port" /health/ready) == 200 ]]; do
    if gone=$(ended); then
      show_log "$gone"
      stop_all
      die "The $gone did not start; its log is $PLACE/logs/$gone.log."
    fi
    if ((SECONDS - began > READY_WITHIN)); then
      show_log api
      stop_all
      die "The Api is not ready after $READY_WITHIN s; its log is $PLACE/logs/api.log."
    fi
    if ((SECONDS - began >= 3)); then waiting_word $((SECONDS - began)); fi
    sleep 0.1
  done
  [[ -z ${WAITING_WORD:-} || ! -t 1 ]] || printf '\r\033[K'
}

waiting_word() {
  if [[ -t 1 ]]; then
    printf '\r\033[K  Preparing the database and the sample books … %s s' "$1"
  elif [[ -z ${WAITING_WORD:-} ]]; then
    say "  Preparing the database and the sample books …"
  fi
  WAITING_WORD=said
}

show_log() { tail -n 20 "$PLACE/logs/$1.log" | sed 's/^/    /' >&2; }

# Bash's own sockets: a bare machine has no curl.
http_status() {
  (
    exec 2>/dev/null
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$2" "$1" >&3
    IFS=' ' read -r -t 5 _ status _ <&3 && printf '%s\n' "$status"
  )
}

is_taken() { (exec 2>/dev/null; exec 3<>"/dev/tcp/127.0.0.1/$1"); }

refuse_taken() {
  if is_taken "$1"; then die "Port $1 is taken by another program, or Twiga is up already. $2"; fi
}

# The Api first: while it drains, it still sends to the simulator.
stop_all() {
  local pid index
  trap '' INT TERM HUP
  [[ ${#PIDS[@]} -eq 0 ]] || say "Stopping …"
  for ((index = ${#PIDS[@]} - 1; index >= 0; index--)); do
    pid=${PIDS[index]}
    kill -TERM "$pid" 2>/dev/null || continue
    await_end "$pid" || {
      say "The ${NAMES[$pid]} does not end by itself and is killed."
      kill -KILL "$pid" 2>/dev/null
    }
    wait "$pid" 2>/dev/null
  done
}

await_end() {
  local began=$SECONDS
  while kill -0 "$1" 2>/dev/null; do
    ((SECONDS - began < DRAIN_WITHIN)) || return 1
    sleep 0.1
  done
}
