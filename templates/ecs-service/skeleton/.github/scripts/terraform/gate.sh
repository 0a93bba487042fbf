#!/usr/bin/env bash
# Asks the deploy gate before anything is planned, and once more after the approval, since days may lie between them. Whoever approves reads the reasons in
# the summary of the run; an approval is the decision of a person that the gate can ask for.
#
# gate.sh ENVIRONMENT REVISION CHANGE       CHANGE: feature, fix or rollback
set -euo pipefail

environment=$1 revision=$2 change=$3
reasons=$(mktemp)
trap 'rm -f "$reasons"' EXIT

status=0
bash "${BASH_SOURCE%/*}/../portal/gate.sh" "$environment" "$revision" "$change" "$reasons" || status=$?
{
  printf '### Deploy gate: %s of %s to %s\n\n' "$change" "$revision" "$environment"
  cat "$reasons"
  echo
} >>"${GITHUB_STEP_SUMMARY:-/dev/null}"

case $status in
  0) ;;
  3 | 5) echo "::warning title=Deploy gate::A person decides: read the reasons before you approve." >&2 ;;
  *)
    echo "::error title=Deploy gate::The gate says no. The reasons, and which escape hatch would open it, are in the summary of this run." >&2
    exit 1
    ;;
esac
