#!/usr/bin/env bash
# Checks everything that can be known without AWS: format, references and types, the tests of the modules, lint and security.
set -euo pipefail

cd "${BASH_SOURCE%/*}/../../../terraform"
tofu fmt -check -recursive -diff

for folder in modules/http-service/contract modules/http-service modules/platform envs/staging envs/production; do
  echo "::group::$folder"
  tofu -chdir="$folder" init -backend=false -input=false
  tofu -chdir="$folder" validate
  if [[ -d $folder/tests ]]; then
    tofu -chdir="$folder" test
  fi
  echo '::endgroup::'
done

tflint --recursive --config="$PWD/.tflint.hcl"
checkov --directory . --framework terraform --compact --quiet
