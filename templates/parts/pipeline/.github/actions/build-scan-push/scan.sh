#!/usr/bin/env bash
# Scans an unpacked OCI image with Trivy and writes what it finds.
#
# scan.sh IMAGE REPORT EXCEPTIONS
set -euo pipefail

image=$(realpath "$1") report=$(realpath "$2") exceptions=$(realpath "$3")

# Settings of the repository (trivy.yaml, .trivyignore, TRIVY_*) would be exceptions that nobody approved.
for name in "${!TRIVY_@}"; do
  unset "$name"
done
cd "$(mktemp -d)"

trivy image --input "$image" --scanners vuln --ignorefile "$exceptions" --format json --output "$report" --timeout 10m
