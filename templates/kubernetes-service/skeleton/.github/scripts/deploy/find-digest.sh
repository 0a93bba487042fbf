#!/usr/bin/env bash
# Finds the digest that a version had when it ran in an environment: the history of the GitOps repository is the list of what
# did. A version that never ran there is refused; it has to come through staging.
#
# find-digest.sh ENVIRONMENT VERSION
# SERVICE, GITOPS_FOLDER, GITOPS_URL, GITOPS_TOKEN
#
# Output: digest
set -euo pipefail

environment=$1 version=$2
here=${BASH_SOURCE%/*}
path="environments/$environment/${SERVICE:?}/values.yaml"

bash "$here/open-gitops.sh"
while IFS= read -r revision; do
  read -r tag digest < <(git -C "${GITOPS_FOLDER:?}" show "$revision:$path" 2>/dev/null | awk -f "$here/read-image.awk") || continue
  if [[ $tag == "$version" ]]; then
    echo "digest=$digest" >>"$GITHUB_OUTPUT"
    exit 0
  fi
done < <(git -C "$GITOPS_FOLDER" log --format=%H --max-count=1000 origin/main -- "$path")

echo "::error::'$version' never ran in $environment, by the last 1000 changes of $path. Expected a full commit SHA that did." >&2
exit 1
