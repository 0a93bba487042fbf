#!/usr/bin/env bash
# Writes an image to an environment: fetch, apply, push, and again from the start where somebody else pushed in between. All
# services share the GitOps repository, so that this is the usual case on a busy day, and never a reason to force a push.
#
# push-image.sh ENVIRONMENT
# SERVICE, VERSION, DIGEST, GITOPS_FOLDER, GITOPS_URL, GITOPS_TOKEN
# PUSH_PAUSE        longest pause before another attempt, in seconds; 5 by default
#
# Output: revision, the commit of the GitOps repository that has the image
set -euo pipefail

environment=$1
here=${BASH_SOURCE%/*}
attempts=10
# How git says that somebody else was faster, and that the connection failed.
passing='\[rejected\]|cannot lock ref|failed to update ref|hung up|early EOF|resolve host|Failed to connect|reset by peer|timed out|returned error: 5'

for ((attempt = 1; ; attempt++)); do
  bash "$here/commit-image.sh" "$environment"
  revision=$(git -C "$GITOPS_FOLDER" rev-parse HEAD)
  if [[ $revision == $(git -C "$GITOPS_FOLDER" rev-parse origin/main) ]]; then
    echo "$environment has $SERVICE $VERSION already."
    break
  fi
  if answer=$(bash "$here/git.sh" push --porcelain origin HEAD:refs/heads/main 2>&1); then
    echo "Pushed $revision at attempt $attempt."
    break
  fi
  # A hook, a protected branch or a wrong token says the same thing tomorrow.
  if ! grep --quiet --extended-regexp "$passing" <<<"$answer"; then
    echo "::error::$GITOPS_URL refuses the push: $(tail --lines 3 <<<"$answer" | tr '\n' ' ')" >&2
    exit 1
  fi
  if ((attempt == attempts)); then
    echo "::error::Gave up after $attempts attempts to push to $GITOPS_URL: $(tail --lines 3 <<<"$answer" | tr '\n' ' ')" >&2
    exit 1
  fi
  echo "Attempt $attempt lost: somebody else pushed, or the connection failed."
  # Of random length, or those who collided meet again.
  sleep "$(awk -v seed="$RANDOM" -v longest="${PUSH_PAUSE:-5}" 'BEGIN { srand(seed); print rand() * longest }')"
done

echo "revision=$revision" >>"$GITHUB_OUTPUT"
