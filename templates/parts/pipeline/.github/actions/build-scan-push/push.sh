#!/usr/bin/env bash
# Pushes the image that was scanned, byte for byte, and says its digest.
#
# push.sh IMAGE REFERENCE      IMAGE: unpacked OCI image; REFERENCE: name in the registry with its tag
set -euo pipefail

image=$1 reference=$2
skopeo copy --retry-times 3 --preserve-digests --digestfile "$RUNNER_TEMP/digest" "oci:$image" "docker://$reference"
digest=$(<"$RUNNER_TEMP/digest")
if [[ ! $digest =~ ^sha256:[0-9a-f]{64}$ ]]; then
  echo "::error::The registry gave no digest for $reference." >&2
  exit 1
fi
echo "digest=$digest" >>"$GITHUB_OUTPUT"
