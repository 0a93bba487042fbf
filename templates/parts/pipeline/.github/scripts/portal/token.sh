#!/usr/bin/env bash
# Prints a token of this job for the portal: OpenID Connect, so that no secret of the portal lies in CI.
# The portal's address is the audience, as its configuration expects it. Fails where the job has no `id-token: write`.
set -euo pipefail

if [[ -z ${ACTIONS_ID_TOKEN_REQUEST_URL:-} || -z ${ACTIONS_ID_TOKEN_REQUEST_TOKEN:-} ]]; then
  echo 'This job may not ask for an identity token: it has no permission id-token: write, or it runs for a fork.' >&2
  exit 1
fi

audience=$(jq --raw-output --null-input --arg it "${PORTAL_URL:?}" '$it | @uri')
# The credential goes through standard input: what stands on a command line can be read by every process.
curl --silent --show-error --fail --connect-timeout 5 --max-time 20 --retry 2 --config - \
  "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=$audience" <<<"header = \"Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN\"" |
  jq --raw-output --exit-status '.value'
