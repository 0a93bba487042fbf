#!/usr/bin/env bash
# Asks the deploy gate whether a version may go to an environment now. The portal records what it answers.
#
# gate.sh ENVIRONMENT VERSION CHANGE REASONS      CHANGE: feature, fix or rollback; REASONS: file, gets Markdown
# PORTAL_URL, ENTITY_REF                          the portal and the component, such as component:default/orders
#
# Exit: 0 go on · 3 a person decides · 4 stop · 5 the portal gave no decision, which a caller treats as 3
set -euo pipefail

environment=$1 version=$2 change=$3 reasons=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

undecided() {
  echo "::warning title=Deploy gate::$1 A person decides." >&2
  printf 'The deploy gate gave no decision: %s\n' "$1" >"$reasons"
  exit 5
}

jq --null-input --arg entityRef "${ENTITY_REF:?}" --arg environment "$environment" --arg version "$version" \
  --arg change "$change" '$ARGS.named' >"$folder/question.json"
status=$(bash "${BASH_SOURCE%/*}/request.sh" POST /api/golden-path/v1/gate "$folder/answer.json" "$folder/question.json")

case $status in
  2??) ;;
  000 | 404) undecided 'The portal is not reachable.' ;;
  401 | 403) undecided "The portal refuses this repository (status $status): its backend must accept tokens of this CI for ${ENTITY_REF}." ;;
  *) undecided "The portal answers with status $status." ;;
esac

if ! jq --slurp --exit-status '
  length == 1 and (.[0] |
    (.decision | IN("allow", "needs_approval", "deny")) and (.mode | IN("report", "enforce")) and
    (.reasons | type == "array" and all(.[]; type == "object")))
' "$folder/answer.json" >"$folder/valid" 2>&1; then
  undecided 'The portal answers something that is no decision.'
fi

# One line each, of bounded length, without HTML or mentions: this becomes the text of a pull request.
jq --raw-output '
  def line: tostring | gsub("[[:cntrl:]]"; " ") | .[:500] | gsub("<"; "&lt;") | gsub("@"; "&#64;");
  def words: { allow: "allows it", needs_approval: "wants a person to decide", deny: "says no" };
  "The deploy gate \(words[.decision])\(if .mode == "report" then " (it only reports, nothing is stopped)" else "" end).",
  "",
  (.reasons[:50][] | "- `\(.rule | line | gsub("`"; ""))`: \(words[.decision // ""] // (.decision | line)). \(.message // "" | line)\(
    if .hatch then " Escape hatch: \(.hatch | line)." elif (.openedBy // null) != null then " Opened by: \(.openedBy | line)." else "" end)")
' "$folder/answer.json" >"$reasons"
cat "$reasons"

case $(jq --raw-output '"\(.mode) \(.decision)"' "$folder/answer.json") in
  'report '* | 'enforce allow') ;;
  'enforce needs_approval') exit 3 ;;
  'enforce deny') exit 4 ;;
  *) undecided 'The portal answers something that is no decision.' ;;
esac
