#!/usr/bin/env bash
# Compares what runs in an environment with what is declared, by the eyes of Argo CD, and reports each difference.
#
# argocd-drift.sh ENVIRONMENT REPORT      REPORT: file, gets SARIF
# SERVICE, ARGOCD_URL, ARGOCD_TOKEN
#
# Rules: `out-of-sync`, a resource that is not as it is declared; `unmanaged`, one in the namespace that nobody declares. Fails
# where Argo CD does not answer: what was not looked at is not in order. Finding something is no failure.
set -euo pipefail

environment=$1 report=$2
application="${SERVICE:?}-$environment"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# $1: what to ask for; $2: file for the answer
ask() {
  local status
  status=$(curl --silent --connect-timeout 5 --max-time 60 --max-filesize 20971520 --retry 2 --output "$2" --write-out '%{http_code}' --config - \
    "${ARGOCD_URL:?}/api/v1/applications/$application$1" <<<"header = \"Authorization: Bearer ${ARGOCD_TOKEN:?}\"") || status=000
  if [[ $status != 200 ]]; then
    echo "::error::Argo CD does not show $application$1 (status $status)." >&2
    exit 1
  fi
}

# A hard refresh: what is compared is not what Argo CD remembers.
ask '?refresh=hard' "$folder/application.json"
ask /resource-tree "$folder/tree.json"

jq --slurp --arg application "$application" '
  def place: [.kind, .namespace, .name] | map(. // "" | tostring) | map(select(. != "")) | join("/");
  def finding($rule; $level; $text): {
    ruleId: $rule, level: $level, message: { text: $text },
    locations: [{ logicalLocations: [{ fullyQualifiedName: place, kind: "resource" }] }]
  };
  .[0] as $it | .[1] as $tree
  | {
    "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "argocd-drift", rules: [
        { id: "out-of-sync", shortDescription: { text: "A resource is not as it is declared" } },
        { id: "unmanaged", shortDescription: { text: "A resource that nobody declares" } }
      ] } },
      properties: { application: $application, sync: $it.status.sync.status, revision: ($it.status.sync.revision // $it.status.sync.revisions) },
      results: (
        [$it.status.resources[]? | select(.status == "OutOfSync")
          | finding("out-of-sync"; "error"; "\(place) is not as it is declared\(if .requiresPruning then ": it is no longer declared, yet it is there" else "" end).")]
        + [$tree.orphanedNodes[]? | finding("unmanaged"; "warning"; "\(place) is in the namespace, and nobody declares it.")]
      )
    }]
  }
' "$folder/application.json" "$folder/tree.json" >"$report"

jq --raw-output '.runs[0].results[] | "::\(.level) title=Drift::\(.message.text | gsub("[[:cntrl:]]"; " "))"' "$report"
echo "found=$(jq '.runs[0].results | length' "$report")" >>"$GITHUB_OUTPUT"
