#!/usr/bin/env bash
# Compares an environment with what main says about it, and hands what differs to the portal, which tells the owner.
#
# drift.sh ENVIRONMENT
# PORTAL_URL, ENTITY_REF
#
# Exit: 0 no drift, or nothing applied yet · 2 drift · 1 it could not be told
set -euo pipefail

environment=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
here=$(realpath "${BASH_SOURCE%/*}")

status=0
bash "$here/plan.sh" "$environment" "$folder/plan" || status=$?
case $status in
  0 | 2) ;;
  4) exit 0 ;;
  *) exit 1 ;;
esac

# What differs and how, as `tofu show -json` writes it, without the values: the portal needs none of them.
tofu -chdir="terraform/envs/$environment" show -json "$folder/plan" | jq '
  def changed: [.[]? | select(.change.actions != ["no-op"] and .change.actions != ["read"]) | { address, type, name, mode, change: { actions: .change.actions } }];
  { format_version, resource_changes: (.resource_changes | changed), resource_drift: (.resource_drift | changed) }
' >"$folder/report.json"
bash "$here/../portal/report.sh" drift tofu-plan-json "$folder/report.json" "$environment"

if ((status == 2)); then
  echo "::error title=Drift::$environment is not what main says. The summary of this run shows how; apply main, or bring into main what was changed by hand." >&2
fi
exit "$status"
