#!/usr/bin/env bash
# Proposes an image for an environment: a branch of the GitOps repository with one commit, and a pull request for it. There is
# one at most: a newer version closes the older request, and approvals of that with it.
#
# propose-image.sh ENVIRONMENT
# SERVICE, VERSION, DIGEST, GITOPS_FOLDER, GITOPS_URL, GITOPS_TOKEN
# GITOPS_KIND       github, gitlab or git
# MERGE             auto: merged as soon as the repository's rules allow it; person: left to a person
# REASONS           Markdown, what the deploy gate says
#
# Output: merged, `true` where the image is in main; revision, then the commit that has it
set -euo pipefail

environment=$1
here=${BASH_SOURCE%/*}
branch="deploy/${SERVICE:?}-$environment"
title="Deploy $SERVICE ${VERSION:?} to $environment"

finish() {
  echo "$1" | tee --append "$GITHUB_STEP_SUMMARY"
  printf '%s\n' "merged=$2" "revision=$3" >>"$GITHUB_OUTPUT"
  exit 0
}

bash "$here/commit-image.sh" "$environment"
revision=$(git -C "${GITOPS_FOLDER:?}" rev-parse HEAD)
if [[ $revision == $(git -C "$GITOPS_FOLDER" rev-parse origin/main) ]]; then
  finish "$environment has $SERVICE $VERSION already." true "$revision"
fi

if [[ ${GITOPS_KIND:?} == github ]]; then
  bash "$here/github-pull-requests.sh" close "$branch"
fi

# Only this pipeline writes that branch, so that nothing of anybody is overwritten.
options=(--force)
if [[ $GITOPS_KIND == gitlab ]]; then
  options+=(--push-option merge_request.create --push-option merge_request.target=main --push-option "merge_request.title=$title")
  if [[ ${MERGE:?} == auto ]]; then
    options+=(--push-option merge_request.auto_merge)
  fi
fi
bash "$here/git.sh" push "${options[@]}" origin "HEAD:refs/heads/$branch"

if [[ $GITOPS_KIND != github ]]; then
  finish "Branch \`$branch\` of $GITOPS_URL waits to be merged into main." false ''
fi
merged=$(bash "$here/github-pull-requests.sh" open "$branch" "$title")
if [[ -n $merged ]]; then
  finish "$SERVICE $VERSION is in main of $GITOPS_URL." true "$merged"
fi
finish "The pull request for \`$branch\` of $GITOPS_URL waits for approval." false ''
