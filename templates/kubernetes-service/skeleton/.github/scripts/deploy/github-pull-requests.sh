#!/usr/bin/env bash
# Pull requests of the GitOps repository on GitHub.
#
# github-pull-requests.sh close BRANCH            closes those that are open for a branch
# github-pull-requests.sh open BRANCH TITLE       opens one; prints the commit in main where it is merged at once
# GITOPS_URL, GITOPS_TOKEN, GITHUB_API_URL; open: VERSION, DIGEST, MERGE and REASONS as in propose-image.sh
set -euo pipefail

action=$1 branch=$2
path=${GITOPS_URL#*://*/}
repository="${GITHUB_API_URL:?}/repos/$path"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Prints the status; the answer is in $folder/answer.json.
call() {
  local options=(--silent --connect-timeout 5 --max-time 30 --request "$1" --output "$folder/answer.json" --write-out '%{http_code}')
  options+=(--header 'Accept: application/vnd.github+json' --header 'X-GitHub-Api-Version: 2022-11-28')
  if [[ -n ${3:-} ]]; then
    options+=(--header 'Content-Type: application/json' --data-binary "$3")
  fi
  curl "${options[@]}" --config - "$2" <<<"header = \"Authorization: Bearer ${GITOPS_TOKEN:?}\"" || echo 000
}

expect() {
  if [[ $2 != 2?? ]]; then
    echo "::error::GitHub did not $1 (status $2): $(jq --raw-output '.message | tostring | gsub("[[:cntrl:]]"; " ")' "$folder/answer.json" 2>/dev/null)" >&2
    exit 1
  fi
}

close() {
  expect "list the pull requests of $path" "$(call GET "$repository/pulls?state=open&base=main&head=${path%%/*}:$branch")"
  jq --raw-output '.[].number' "$folder/answer.json" >"$folder/numbers"
  while IFS= read -r number; do
    expect "close pull request $number" "$(call PATCH "$repository/pulls/$number" '{"state":"closed"}')"
    echo "Closed pull request $number: this version takes its place."
  done <"$folder/numbers"
}

open() {
  local title=$1 number node head reason
  expect 'open the pull request' "$(call POST "$repository/pulls" "$(
    jq --null-input --arg title "$title" --arg head "$branch" --arg body "Image \`${DIGEST:?}\`, by ${GITHUB_SERVER_URL:?}/${GITHUB_REPOSITORY:?}/actions/runs/${GITHUB_RUN_ID:?}

${REASONS:-}" '{ $title, $head, $body, base: "main", maintainer_can_modify: false }'
  )")"
  read -r number node head < <(jq --raw-output '"\(.number) \(.node_id) \(.head.sha)"' "$folder/answer.json")
  echo "Opened $(jq --raw-output '.html_url' "$folder/answer.json")" >&2
  if [[ ${MERGE:?} != auto ]]; then
    return
  fi

  # GitHub merges at once only what nothing stands against: reviews and checks of the branch's rules come first.
  if [[ $(call PUT "$repository/pulls/$number/merge" "{\"sha\":\"$head\",\"merge_method\":\"squash\"}") == 200 ]]; then
    jq --raw-output '.sha' "$folder/answer.json"
    return
  fi
  reason=$(call POST "${GITHUB_GRAPHQL_URL:?}" "$(
    jq --null-input --arg id "$node" '{ variables: { $id }, query:
      "mutation ($id: ID!) { enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: SQUASH }) { clientMutationId } }" }'
  )")
  if [[ $reason != 200 ]] || jq --exit-status '.errors' "$folder/answer.json" >/dev/null; then
    echo '::notice::A person merges the pull request: it cannot be merged on its own.' >&2
  fi
}

case $action in
  close) close ;;
  open) open "$3" ;;
  *)
    echo "Expected close or open, not '$action'" >&2
    exit 2
    ;;
esac
