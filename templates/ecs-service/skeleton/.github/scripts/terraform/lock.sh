#!/usr/bin/env bash
# Writes which version of the provider each environment uses, with its hashes for the machines of CI and of developers. Renovate keeps the files up to date.
#
# lock.sh
set -euo pipefail

cd "${BASH_SOURCE%/*}/../../../terraform/envs"
for environment in staging production; do
  tofu -chdir="$environment" init -backend=false -input=false
  tofu -chdir="$environment" providers lock -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_arm64
done
