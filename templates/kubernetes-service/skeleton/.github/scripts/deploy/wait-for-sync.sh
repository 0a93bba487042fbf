#!/usr/bin/env bash
# Waits until Argo CD has brought a revision of the GitOps repository into an environment, and all of it is healthy. "Synced"
# alone would be true of the revision before, for as long as Argo CD has not seen the new one.
#
# wait-for-sync.sh ENVIRONMENT REVISION
# SERVICE, VERSION, ARGOCD_URL, ARGOCD_TOKEN, GITOPS_FOLDER, GITOPS_URL, GITOPS_TOKEN
# SYNC_TIMEOUT      seconds, 600 by default
# SYNC_PAUSE        seconds between two looks, 5 by default
set -euo pipefail

environment=$1 revision=$2
here=${BASH_SOURCE%/*}
application="${SERVICE:?}-$environment"
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
SECONDS=0 seen=nothing

# The revision itself or a later one: another service may have pushed since.
contains() {
  git -C "${GITOPS_FOLDER:?}" cat-file -e "$1^{commit}" 2>/dev/null || bash "$here/open-gitops.sh" || return 1
  git -C "$GITOPS_FOLDER" merge-base --is-ancestor "$revision" "$1" 2>/dev/null
}

while ((SECONDS < ${SYNC_TIMEOUT:-600})); do
  status=$(curl --silent --connect-timeout 5 --max-time 20 --max-filesize 20971520 --output "$answer" --write-out '%{http_code}' --config - \
    "${ARGOCD_URL:?}/api/v1/applications/$application?refresh=normal" <<<"header = \"Authorization: Bearer ${ARGOCD_TOKEN:?}\"") || status=000
  case $status in
    200)
      seen=$(jq --raw-output '[.status.sync.status, .status.health.status, .status.operationState.phase, .status.operationState.message]
        | map(. // "-" | tostring | gsub("[[:cntrl:]]"; " ") | .[:300]) | join(", ")' "$answer") || seen='something unreadable'
      # The chart comes from the service's repository, at the commit that is deployed: one of two sources.
      if jq --exit-status --arg version "${VERSION:?}" '.status.sync.status == "Synced" and .status.health.status == "Healthy" and (.operation == null)
          and (.status.operationState.phase // "Succeeded") == "Succeeded"
          and (.status.sync.revisions == null or (.status.sync.revisions | index($version)) != null)' "$answer" >/dev/null; then
        while IFS= read -r synced; do
          if [[ $synced =~ ^[0-9a-f]{40}$ ]] && contains "$synced"; then
            echo "$application has $revision and is healthy."
            exit 0
          fi
        done < <(jq --raw-output '.status.sync | .revision, (.revisions // [])[] | strings' "$answer")
        seen="$seen, but an earlier revision"
      fi
      ;;
    401 | 403)
      echo "::error::Argo CD refuses to show $application (status $status): ARGOCD_TOKEN must be allowed to get it. An application that does not exist is refused, too." >&2
      exit 1
      ;;
    *) seen="status $status of Argo CD" ;;
  esac
  sleep "${SYNC_PAUSE:-5}"
done

echo "::error::$application is not at $revision after ${SYNC_TIMEOUT:-600} seconds. Last seen: $seen." >&2
exit 1
