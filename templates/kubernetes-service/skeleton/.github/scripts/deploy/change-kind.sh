#!/usr/bin/env bash
# Says what a version brings to production: a fix, or a feature. It is a fix where each commit since the version that runs
# there says so (Conventional Commits) or cannot change what runs. Whatever cannot be told is a feature.
#
# change-kind.sh                   in a clone of the service with its history
# VERSION, SERVICE, GITOPS_FOLDER, GITOPS_URL, GITOPS_TOKEN
#
# Output: change
set -euo pipefail

here=${BASH_SOURCE%/*}
change=feature
running=$(bash "$here/running-version.sh" production)
if [[ $running =~ ^[0-9a-f]{40}$ ]] && git merge-base --is-ancestor "$running" "${VERSION:?}" 2>/dev/null; then
  subjects=$(git log --no-merges --format=%s "$running..$VERSION")
  if grep --quiet --extended-regexp '^(fix(\([^)]*\))?: |Revert ")' <<<"$subjects" &&
    ! grep --quiet --invert-match --extended-regexp '^((fix|docs|test|ci)(\([^)]*\))?: |Revert ")' <<<"$subjects"; then
    change=fix
  fi
fi
echo "change=$change" >>"$GITHUB_OUTPUT"
