# shellcheck shell=bash
# The forms of ./twiga up: a key and two published Flows at the simulator, made once. Sourced by ../twiga.

FLOWS=$PLACE/flows

# use_flows SIMULATOR_PORT API_PORT: sets the settings; without them the Api asks the same in the talk.
use_flows() {
  mkdir -p "$FLOWS"
  if ! publish_flows "$1" "$2" >>"$PLACE/logs/flows.log" 2>&1; then
    say "  The forms could not be published (${PLACE#"$PWD"/}/logs/flows.log): newcomers are asked in the talk instead."
    return 0
  fi
  local setting
  while read -r setting; do export "${setting?}"; done <"$FLOWS/settings"
}

publish_flows() {
  local simulator=$1 api=$2 began=$SECONDS
  are_published && return 0
  rm -f "$FLOWS/settings"
  until [[ $(http_status "$simulator" /control/status) == 200 ]]; do
    ((SECONDS - began < 30)) || return 1
    sleep 0.1
  done
  (
    umask 077
    [[ -e $FLOWS/token.key ]] || head -c 32 /dev/urandom | base64 >"$FLOWS/token.key"
    export DOTNET_ENVIRONMENT=Development WhatsApp__GraphUrl=http://127.0.0.1:$simulator
    export WhatsApp__Flows__PrivateKey=$FLOWS/private.pem
    cli=$(program tools/Twiga.Cli)
    dotnet "$cli" flows keys --new "$FLOWS/private.pem" || exit 1
    dotnet "$cli" flows publish --endpoint "http://127.0.0.1:$api/flows" >"$FLOWS/published" || exit 1
    {
      printf 'WhatsApp__Flows__PrivateKey=%s\n' "$FLOWS/private.pem"
      printf 'WhatsApp__Flows__TokenKey=%s\n' "$(<"$FLOWS/token.key")"
      sed -n 's/^\(WhatsApp__Flows__[A-Za-z]*=[0-9]*\) .*/\1/p' "$FLOWS/published"
    } >"$FLOWS/settings"
  )
}

# The simulator has them still, and no form was changed since.
are_published() {
  local kept=${Simulator__DataDirectory:-$PLACE/simulator}/flows.json id form
  [[ -e $FLOWS/settings && -e $FLOWS/private.pem && -e $kept ]] || return 1
  for form in "$ROOT"/src/Twiga.Application/Onboarding/Forms/*.json; do
    [[ ! $form -nt $FLOWS/settings ]] || return 1
  done
  for id in $(sed -n 's/.*FlowId=//p' "$FLOWS/settings"); do
    grep -q "\"$id\"" "$kept" || return 1
  done
}
