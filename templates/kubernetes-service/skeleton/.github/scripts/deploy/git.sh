#!/usr/bin/env bash
# Runs git in the clone of the GitOps repository, with the credential of this job and for two minutes at most.
#
# git.sh ARGUMENTS…
# GITOPS_FOLDER, GITOPS_URL, GITOPS_TOKEN
set -euo pipefail

export GIT_TERMINAL_PROMPT=0
if [[ -n ${GITOPS_TOKEN:-} ]]; then
  # By the environment: on a command line or in .git/config others could read it. Any name will do for a token.
  GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'x-access-token:%s' "$GITOPS_TOKEN" | base64 --wrap=0)"
  export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.${GITOPS_URL:?}.extraHeader" GIT_CONFIG_VALUE_0
fi
exec timeout 120 git -C "${GITOPS_FOLDER:?}" "$@"
