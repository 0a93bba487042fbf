#!/usr/bin/env bash
# Plans an environment and shows what would change. Without IMAGE, with the image that runs there: then the plan has the changes of the infrastructure alone.
#
# plan.sh ENVIRONMENT PLAN       PLAN: file for the plan, absolute
# IMAGE, REVISION                image by digest and its commit, both or neither
#
# Exit: 0 nothing would change · 2 something would · 4 nothing has been applied yet, and there is no IMAGE · 1 no plan
set -euo pipefail

environment=$1 plan=$2
cd "terraform/envs/$environment"

image=${IMAGE:-} revision=${REVISION:-}
if [[ -z $image ]]; then
  outputs=$(tofu output -json)
  image=$(jq --raw-output '.image.value // ""' <<<"$outputs")
  revision=$(jq --raw-output '.revision.value // ""' <<<"$outputs")
  if [[ -z $image ]]; then
    echo "::notice title=Terraform::No plan of $environment: nothing has been applied there yet." >&2
    exit 4
  fi
fi

# Reading is all that this does: it takes no lock, and its role can take none.
status=0
tofu plan -input=false -lock=false -detailed-exitcode -no-color -out="$plan" "-var=image=$image" "-var=revision=$revision" >"$plan.log" 2>&1 || status=$?
if ((status != 0 && status != 2)); then
  cat "$plan.log" >&2
  exit 1
fi

tofu show -no-color "$plan" | tee "$plan.txt"
{
  printf '### Plan of %s\n\n' "$environment"
  # Indented, it is code whatever it says. A summary holds 1 MiB.
  head --bytes=900000 "$plan.txt" | sed 's/^/    /'
  echo
} >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
exit "$status"
