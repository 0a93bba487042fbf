#!/usr/bin/env bash
# Says what a version brings to an environment: a fix, or a feature. It is a fix where each commit since the version that runs there says so (Conventional
# Commits) or cannot change what runs. Whatever cannot be told is a feature.
#
# change-kind.sh ENVIRONMENT REVISION           in a clone of the service with its history
#
# Output: change
set -euo pipefail

environment=$1 revision=$2
change=feature
running=$(tofu -chdir="terraform/envs/$environment" output -json | jq --raw-output '.revision.value // ""')
if [[ $running =~ ^[0-9a-f]{40}$ ]] && git merge-base --is-ancestor "$running" "$revision" 2>/dev/null; then
  subjects=$(git log --no-merges --format=%s "$running..$revision")
  if grep --quiet --extended-regexp '^(fix(\([^)]*\))?: |Revert ")' <<<"$subjects" &&
    ! grep --quiet --invert-match --extended-regexp '^((fix|docs|test|ci)(\([^)]*\))?: |Revert ")' <<<"$subjects"; then
    change=fix
  fi
fi
echo "change=$change" >>"$GITHUB_OUTPUT"
