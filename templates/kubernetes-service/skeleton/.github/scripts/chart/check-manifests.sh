#!/usr/bin/env bash
# Renders the chart and checks the result against the schemas of Kubernetes, strictly: a field that no schema knows is a typo.
#
# check-manifests.sh REPORT [SCHEMAS…]     REPORT: file, gets kubeconform's JSON; SCHEMAS: where schemas come from,
#                                          by default the public ones of Kubernetes and of custom resources
# SERVICE, VERSION
set -euo pipefail

report=$1
schemas=("${@:2}")
if [[ -z ${schemas[*]} ]]; then
  schemas=(default 'https://raw.githubusercontent.com/datreeio/CRDs-catalog/main/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json')
fi
kubernetes=1.35.0
chart="charts/${SERVICE:?}"
manifests=$(mktemp)
trap 'rm -f "$manifests"' EXIT

# Any digest will do: it is the chart that is checked here.
image=(--set-string "image.tag=${VERSION:?}" --set-string "image.digest=sha256:$(printf '0%.0s' {1..64})")
helm lint --strict "${image[@]}" "$chart"
helm template "$SERVICE" "$chart" --namespace "$SERVICE" --kube-version "$kubernetes" "${image[@]}" >"$manifests"

code=0
kubeconform -strict -summary -verbose -output json -kubernetes-version "$kubernetes" \
  "${schemas[@]/#/-schema-location=}" - <"$manifests" >"$report" || code=$?
jq --raw-output '.resources[]? | select(.status | IN("statusInvalid", "statusError"))
  | "::error title=\(.kind)/\(.name)::\(.msg | gsub("[[:cntrl:]]"; " "))"' "$report"
jq --exit-status '.summary.valid > 0' "$report" >/dev/null || code=1
exit "$code"
