#!/usr/bin/env bash
# Prepares an environment's folder: state, modules and the provider that its lock file names.
#
# init.sh ENVIRONMENT
# STATE_BUCKET, AWS_REGION       where the state is
# REQUIRE_LOCK                   "true" to refuse a provider that is not locked
set -euo pipefail

environment=$1
cd "terraform/envs/$environment"

if [[ -z ${STATE_BUCKET:-} ]]; then
  echo "::error title=Terraform::The variable STATE_BUCKET is missing: the bucket with the state of $environment." >&2
  exit 1
fi

options=(-input=false "-backend-config=bucket=$STATE_BUCKET" "-backend-config=region=${AWS_REGION:?}")
if [[ -f .terraform.lock.hcl ]]; then
  options+=(-lockfile=readonly)
elif [[ ${REQUIRE_LOCK:-} == true ]]; then
  echo "::error title=Terraform::$PWD has no .terraform.lock.hcl, so that anybody's provider could run here. Write it by 'bash .github/scripts/terraform/lock.sh' and commit it." >&2
  exit 1
else
  echo "::warning title=Terraform::$environment has no .terraform.lock.hcl yet. Write it by 'bash .github/scripts/terraform/lock.sh' and commit it." >&2
fi
tofu init "${options[@]}"
