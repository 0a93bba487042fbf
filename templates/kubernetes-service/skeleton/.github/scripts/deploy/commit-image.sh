#!/usr/bin/env bash
# Commits an image to the values of an environment, on top of main as it is now. Makes no commit where it is there already.
#
# commit-image.sh ENVIRONMENT
# SERVICE, VERSION (full commit SHA), DIGEST (of the image), GITOPS_FOLDER, GITOPS_URL, GITOPS_TOKEN
set -euo pipefail

environment=$1
here=${BASH_SOURCE%/*}
if [[ ! ${VERSION:?} =~ ^[0-9a-f]{40}$ || ! ${DIGEST:?} =~ ^sha256:[0-9a-f]{64}$ ]]; then
  echo "::error::An image is deployed by its full commit SHA and its digest; this is '$VERSION' and '$DIGEST'." >&2
  exit 1
fi

bash "$here/open-gitops.sh"
path="environments/$environment/${SERVICE:?}/values.yaml"
values="${GITOPS_FOLDER:?}/$path"
if [[ ! -f $values ]]; then
  echo "::error::$path is not in main of $GITOPS_URL. Merge the pull request golden-path/$SERVICE there, then run this job again." >&2
  exit 1
fi
if ! awk -v tag="$VERSION" -v digest="$DIGEST" -f "$here/set-image.awk" "$values" >"$values.new"; then
  echo "::error file=$path::Expected one image.tag and one image.digest, each on a line of its own." >&2
  exit 1
fi
mv "$values.new" "$values"

if ! git -C "$GITOPS_FOLDER" diff --quiet; then
  git -C "$GITOPS_FOLDER" \
    -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
    commit --quiet --all --message "chore: deploy $SERVICE $VERSION to $environment" \
    --message "By ${GITHUB_SERVER_URL:?}/${GITHUB_REPOSITORY:?}/actions/runs/${GITHUB_RUN_ID:?}"
fi
