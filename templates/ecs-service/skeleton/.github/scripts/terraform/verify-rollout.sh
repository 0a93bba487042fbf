#!/usr/bin/env bash
# Says whether what was applied is what runs. After a failed start the circuit breaker brings the previous tasks back; the service is stable then, and apply
# has nothing to complain about.
#
# verify-rollout.sh ENVIRONMENT
#
# Output: url, where the service is reached
set -euo pipefail

cd "terraform/envs/$1"
outputs=$(tofu output -json)
cluster=$(jq --raw-output --exit-status '.cluster_arn.value' <<<"$outputs")
service=$(jq --raw-output --exit-status '.service_name.value' <<<"$outputs")
expected=$(jq --raw-output --exit-status '.task_definition_arn.value' <<<"$outputs")

answer=$(aws ecs describe-services --cluster "$cluster" --services "$service" --output json)
primary=$(jq '.services[0].deployments[] | select(.status == "PRIMARY")' <<<"$answer")
running=$(jq --raw-output '.taskDefinition' <<<"$primary")
state=$(jq --raw-output '.rolloutState' <<<"$primary")

if [[ $running != "$expected" || $state != COMPLETED ]]; then
  echo "::error title=Rollout::$service runs $running ($state), not $expected: the new tasks did not become healthy, and the circuit breaker rolled back." >&2
  jq --raw-output '.services[0].events[:10][] | "\(.createdAt) \(.message)"' <<<"$answer" >&2
  exit 1
fi
echo "$service runs $running."
echo "url=$(jq --raw-output --exit-status '.url.value' <<<"$outputs")" >>"$GITHUB_OUTPUT"
