#!/usr/bin/env bash
# Fails on vulnerabilities that are CRITICAL, and on HIGH ones that have a fix. HIGH ones without a fix are warnings: nobody
# can do anything about them but wait, and who has to approve dozens of those approves the one that matters, too.
#
# judge.sh REPORT SEVERITIES     REPORT: JSON of Trivy; SEVERITIES: such as CRITICAL,HIGH
set -euo pipefail

report=$1 severities=$2

# What is no report has nothing in it, which is not the same as nothing being found.
if ! jq --slurp --exit-status 'length == 1 and (.[0] | .SchemaVersion != null and (.Results // [] | type) == "array")' "$report" >/dev/null; then
  echo "::error title=Image scan::$report is no report of Trivy." >&2
  exit 1
fi

# CRITICAL is judged whatever is asked for.
jq --raw-output --arg severities "CRITICAL,$severities" '
  def line: tostring | gsub("[[:cntrl:]]"; " ") | .[:200];
  ($severities | split(",")) as $judged
  | [.Results[]? | .Vulnerabilities[]? | select(.Severity | IN($judged[]))]
  | unique_by([.VulnerabilityID, .PkgName, .InstalledVersion])[]
  | (if .Severity == "CRITICAL" or (.FixedVersion // "") != "" then "error" else "warning" end) as $level
  | "::\($level) title=\(.VulnerabilityID | line)::\(.Severity | line): \(.PkgName | line) \(.InstalledVersion | line), \(
      if (.FixedVersion // "") != "" then "fixed in \(.FixedVersion | line)" else "no fix yet" end)"
' "$report" | tee "$report.findings"

if grep --quiet '^::error' "$report.findings"; then
  echo 'The image is not pushed. Update what has a fix; what has none needs an escape hatch for image-scan-critical.' >&2
  exit 1
fi
