#!/usr/bin/env bash
# Finds the image of a version that was built before, by its tag in the registry.
#
# find-digest.sh IMAGE VERSION       IMAGE: name without its tag; VERSION: full commit SHA
#
# Output: digest
set -euo pipefail

image=$1 version=$2
if [[ ! $version =~ ^[0-9a-f]{40}$ ]]; then
  echo "::error title=Rollback::Expected the full SHA of a commit, 40 hexadecimal digits." >&2
  exit 1
fi
digest=$(skopeo inspect --no-tags --format '{{.Digest}}' "docker://$image:$version")
echo "digest=$digest" >>"$GITHUB_OUTPUT"
