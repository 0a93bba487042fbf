#!/usr/bin/env bash
# Hands a report to the portal, which shows it on the component's page and asks it before a deployment.
#
# report.sh KIND FORMAT FILE [ENVIRONMENT]       KIND: scan, manifests or drift; FORMAT: trivy-json, kubeconform-json, …
# PORTAL_URL, ENTITY_REF
#
# A portal that is away does not fail a job, since it then has no newer report than the last one and says so. What it refuses does.
set -euo pipefail

kind=$1 format=$2 file=$3 environment=${4:-}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

jq --slurp --compact-output --arg entityRef "${ENTITY_REF:?}" --arg environment "$environment" --arg format "$format" \
  --arg observedAt "$(date --utc +%Y-%m-%dT%H:%M:%SZ)" \
  --arg url "${GITHUB_SERVER_URL:?}/${GITHUB_REPOSITORY:?}/actions/runs/${GITHUB_RUN_ID:?}" '
  { $entityRef, $observedAt, $format, $url, report: .[0] } + if $environment == "" then {} else { $environment } end
' "$file" >"$folder/report.json"
status=$(bash "${BASH_SOURCE%/*}/request.sh" POST "/api/golden-path/v1/reports/$kind" "$folder/answer.json" "$folder/report.json")

case $status in
  2??) echo "The portal has the report ($kind)." ;;
  000 | 404 | 5??) echo "::warning title=Report::The portal did not take the report ($kind, status $status)." >&2 ;;
  *)
    message=$(jq --raw-output '.error.message | tostring | gsub("[[:cntrl:]]"; " ")' "$folder/answer.json" 2>/dev/null || true)
    echo "::error title=Report::The portal refuses the report ($kind, status $status): $message" >&2
    exit 1
    ;;
esac
