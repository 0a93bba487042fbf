#!/usr/bin/env bash
# Tries the alerts of the chart out: the rules that it makes have to be sound, and to fire when the tests beside it say so.
#
# test-alerts.sh
# SERVICE
set -euo pipefail

chart="charts/${SERVICE:?}"
rules="$chart/tests/rules.yaml"

# What stands below spec is what Prometheus reads.
helm template "$SERVICE" "$chart" --namespace test --values "$chart/tests/values.yaml" --show-only templates/prometheus-rule.yaml |
  sed --silent '/^spec:$/,$ s/^  //p' >"$rules"
promtool check rules "$rules"
promtool test rules "$chart/tests/prometheus-rule.test.yaml"
