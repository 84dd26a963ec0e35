#!/usr/bin/env bash
# Builds everything and runs every test. Needs the .NET SDK and Node; what else the browser and document tests use is
# installed here where that is possible (Debian, root), and those tests say so and are skipped where it is not.
# The last line counts; the exit code is 0 only when nothing failed and something passed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

missing=()
command -v chromium >/dev/null || missing+=(chromium)
{ command -v fc-list >/dev/null && fc-list | grep -qi 'noto.*cjk'; } || missing+=(fontconfig fonts-noto-cjk)
command -v soffice >/dev/null || missing+=(libreoffice-writer)
[ -e /usr/lib/libreoffice/program/libsclo.so ] || missing+=(libreoffice-calc)
command -v pdftoppm >/dev/null || missing+=(poppler-utils)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; } \
      || echo "Could not install ${missing[*]}; the tests that need them are skipped."
  else
    echo "Not here: ${missing[*]}. The tests that need them are skipped; on Debian: apt-get install ${missing[*]}"
  fi
fi

dotnet build Equalization.Workflow.sln -v q -nologo -nodeReuse:false || { echo "0 passed, 1 failed"; exit 1; }

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
dotnet tests/Equalization.Workflow.Tests/bin/Debug/net10.0/Equalization.Workflow.Tests.dll -noColor -noLogo "$@" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}

count() { sed -n "s/.*Total: .*$1: \([0-9]*\).*/\1/p" "$log" | tail -1; }
total="$(sed -n 's/.* Total: \([0-9]*\), Errors:.*/\1/p' "$log" | tail -1)"
if [ -z "$total" ]; then
  echo "0 passed, 1 failed"
  exit 1
fi
failed=$(( $(count Failed) + $(count Errors) ))
skipped=$(( $(count Skipped) + $(count 'Not Run') ))
passed=$(( total - $(count Failed) - skipped ))
[ "$code" = 0 ] && { [ "$failed" -gt 0 ] || [ "$passed" -eq 0 ]; } && code=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$code"
