#!/usr/bin/env bash
# Installs what the tests need, runs every test project, and ends with one line: N passed, N failed, N skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

install_debian_packages() { # chromium and a Chinese font for the pages, openssl as the peer the SM algorithms are checked against
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v openssl >/dev/null || missing+=(openssl)
  [ -d /usr/share/fonts/opentype/noto ] || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -eq 0 ] && return
  local sudo=""; [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
install_debian_packages
dotnet build Ascs.slnf -c Release -v quiet

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
# One project at a time: the journeys start whole systems, and two cores are two cores.
dotnet test --solution Ascs.slnf -c Release --no-build --max-parallel-test-modules 1 "$@" 2>&1 | tee "$log" || status=$?

count() { sed -nE "s/^ *$1: ([0-9]+).*/\1/p" "$log" | tail -1; }
passed=$(count succeeded); failed=$(count failed); skipped=$(count skipped)
echo "${passed:-0} passed, ${failed:-0} failed, ${skipped:-0} skipped"
[ "$status" -eq 0 ] && [ "${failed:-1}" -eq 0 ] && [ "${passed:-0}" -gt 0 ]
