#!/usr/bin/env bash
# Writes the vulnerabilities that an approved escape hatch of this service accepts, as Trivy reads them. There is no
# other way to accept one: a portal that gives no answer means that nothing is accepted.
#
# scan-exceptions.sh FILE
# PORTAL_URL, ENTITY_REF
set -euo pipefail

file=$1
entity=$(jq --raw-output --null-input --arg it "${ENTITY_REF:?}" '$it | @uri')
status=$(bash "${BASH_SOURCE%/*}/request.sh" GET "/api/escape-hatch/v1/exports/trivy?entityRef=$entity" "$file")

if [[ $status != 200 ]]; then
  echo "::warning title=Image scan::No exceptions: the portal gives none (status $status)." >&2
  echo 'vulnerabilities: []' >"$file"
fi
