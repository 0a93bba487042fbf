#!/usr/bin/env bash
# Begins a clone of the GitOps repository, or brings it up to date: main is checked out as it is there now.
#
# open-gitops.sh
# GITOPS_FOLDER, GITOPS_URL, GITOPS_TOKEN
set -euo pipefail

here=${BASH_SOURCE%/*}
if [[ ! -d ${GITOPS_FOLDER:?}/.git ]]; then
  git init --quiet --initial-branch main "$GITOPS_FOLDER"
  git -C "$GITOPS_FOLDER" remote add origin "${GITOPS_URL:?}"
fi
# The whole history of main: which revision came before which is asked later.
for attempt in 1 2 3; do
  bash "$here/git.sh" fetch --quiet --no-tags origin '+refs/heads/main:refs/remotes/origin/main' && break
  if ((attempt == 3)); then
    echo "::error::Could not fetch main of $GITOPS_URL." >&2
    exit 1
  fi
  sleep "$attempt"
done
git -C "$GITOPS_FOLDER" checkout --quiet --force --detach origin/main
