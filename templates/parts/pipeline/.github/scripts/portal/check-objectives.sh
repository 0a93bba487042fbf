#!/usr/bin/env bash
# Asks the portal whether it can read the SLO documents of a folder, and marks what is wrong in the pull request.
#
# check-objectives.sh FOLDER
# PORTAL_URL
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

find "$1" -type f \( -name '*.yaml' -o -name '*.yml' \) -print0 | sort --zero-terminated |
  while IFS= read -r -d '' file; do
    jq --raw-input --slurp --arg file "$file" '{ $file, content: . }' "$file"
  done | jq --slurp '{ documents: . }' >"$folder/question.json"
status=$(bash "${BASH_SOURCE%/*}/request.sh" POST /api/slo/v1/validate "$folder/answer.json" "$folder/question.json")

if [[ $status != 200 ]]; then
  echo "::warning title=Objectives::Not checked: the portal gives no answer (status $status)." >&2
  exit 0
fi

jq --raw-output '
  def text: tostring | gsub("%"; "%25") | gsub("\r"; "%0D") | gsub("\n"; "%0A");
  def property: text | gsub(":"; "%3A") | gsub(","; "%2C");
  .problems[] | "::\(if .severity == "error" then "error" else "warning" end) file=\(.file | property),line=\(.line),col=\(.column)::\(.path | text): \(.message | text)"
' "$folder/answer.json"
jq --slurp --exit-status 'length == 1 and .[0].valid' "$folder/answer.json" >/dev/null
