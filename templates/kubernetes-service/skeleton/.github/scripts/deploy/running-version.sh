#!/usr/bin/env bash
# Prints the version that an environment runs, by main of the GitOps repository; nothing where none does yet.
#
# running-version.sh ENVIRONMENT
# SERVICE, GITOPS_FOLDER, GITOPS_URL, GITOPS_TOKEN
set -euo pipefail

here=${BASH_SOURCE%/*}
bash "$here/open-gitops.sh"
values="${GITOPS_FOLDER:?}/environments/$1/${SERVICE:?}/values.yaml"
if [[ -f $values ]]; then
  awk -f "$here/read-image.awk" "$values" | cut --delimiter ' ' --fields 1
fi
