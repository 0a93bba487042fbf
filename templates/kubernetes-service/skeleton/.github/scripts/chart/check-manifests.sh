#!/usr/bin/env bash
# Renders the chart as an environment gets it and checks the result against the schemas of Kubernetes.
#
# check-manifests.sh REPORT      REPORT: file, gets kubeconform's JSON
# SERVICE, VERSION
set -euo pipefail

report=$1
chart="charts/${SERVICE:?}"
manifests=$(mktemp)
trap 'rm -f "$manifests"' EXIT

# Any digest will do: it is the chart that is checked here.
image=(--set-string "image.tag=${VERSION:?}" --set-string "image.digest=sha256:$(printf '0%.0s' {1..64})")
helm lint --strict "${image[@]}" "$chart"
helm template "$SERVICE" "$chart" --namespace "$SERVICE" --kube-version 1.34.0 "${image[@]}" >"$manifests"

code=0
kubeconform -strict -summary -output json -kubernetes-version 1.34.0 -schema-location default \
  -schema-location 'https://raw.githubusercontent.com/datreeio/CRDs-catalog/main/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json' \
  "$manifests" >"$report" || code=$?
jq --raw-output '.resources[]? | select(.status != "statusValid") | "::error title=\(.kind)/\(.name)::\(.msg | gsub("[[:cntrl:]]"; " "))"' "$report"
exit "$code"
