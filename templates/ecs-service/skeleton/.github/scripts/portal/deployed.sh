#!/usr/bin/env bash
# Tells the portal that a version runs in an environment: a CDEvent, by which DORA counts what never passes a GitOps repository.
#
# deployed.sh ENVIRONMENT IMAGE REVISION CHANGE      IMAGE: by digest; REVISION: full SHA of the commit; CHANGE: feature, fix or rollback
# PORTAL_URL, ENTITY_REF
#
# A portal that is away does not fail the job: the version runs all the same. What it refuses does.
set -euo pipefail

environment=$1 image=$2 revision=$3 change=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

predicate=deployed
if [[ $change == rollback ]]; then
  predicate=rolledback
fi

# The same run says the same thing, however often it says it: the portal stores an event once by its source, id and type.
jq --null-input --compact-output \
  --arg id "${GITHUB_RUN_ID:?}-$environment" --arg source "${GITHUB_SERVER_URL:?}/${GITHUB_REPOSITORY:?}" \
  --arg type "dev.cdevents.service.$predicate.0.2.0" --arg timestamp "$(date --utc +%Y-%m-%dT%H:%M:%S.%3NZ)" \
  --arg subject "${ENTITY_REF:?}" --arg environment "$environment" --arg revision "$revision" \
  --arg repository "${image%@*}" --arg digest "${image#*@}" '
  { context: { version: "0.4.1", $id, $source, $type, $timestamp },
    subject: { id: $subject, $source, type: "service", content: {
      environment: { id: $environment },
      artifactId: "pkg:oci/\($repository | split("/") | last)@\($digest | @uri)?repository_url=\($repository | @uri)&tag=\($revision)" } } } as $event
  | { specversion: "1.0", $id, $source, $type, time: $timestamp, datacontenttype: "application/json", data: $event }
' >"$folder/event.json"
status=$(PORTAL_CONTENT_TYPE=application/cloudevents+json bash "${BASH_SOURCE%/*}/request.sh" POST /api/dora/v1/events "$folder/answer.json" "$folder/event.json")

case $status in
  2??) echo "The portal knows of $revision in $environment." ;;
  000 | 404 | 5??) echo "::warning title=Deployment::The portal was not told of $revision in $environment (status $status)." >&2 ;;
  *)
    message=$(jq --raw-output '.error.message | tostring | gsub("[[:cntrl:]]"; " ")' "$folder/answer.json" 2>/dev/null || true)
    echo "::error title=Deployment::The portal refuses the event of $revision in $environment (status $status): $message" >&2
    exit 1
    ;;
esac
