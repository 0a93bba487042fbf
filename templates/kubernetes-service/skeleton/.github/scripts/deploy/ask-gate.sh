#!/usr/bin/env bash
# Asks the deploy gate about production, before anybody is asked to approve.
#
# ask-gate.sh VERSION CHANGE
#
# Output: merge, `auto` where the gate has nothing against it, `person` where a person has to merge; reasons, in Markdown
set -euo pipefail

reasons="$RUNNER_TEMP/reasons.md"
code=0
bash .github/scripts/portal/gate.sh production "$1" "$2" "$reasons" || code=$?
cat "$reasons" >>"$GITHUB_STEP_SUMMARY"

case $code in
  0) merge=auto ;;
  3 | 5) merge=person ;;
  *)
    echo '::error title=Deploy gate::Production stays as it is. The summary of this run has the reasons, and the escape hatch for each.' >&2
    exit "$code"
    ;;
esac

# No line of the reasons can end the value: it is not known beforehand.
end=$(cat /proc/sys/kernel/random/uuid)
printf '%s\n' "merge=$merge" "reasons<<$end" "$(<"$reasons")" "$end" >>"$GITHUB_OUTPUT"
