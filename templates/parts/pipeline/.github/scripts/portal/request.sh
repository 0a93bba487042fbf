#!/usr/bin/env bash
# Asks the portal and prints the HTTP status of its answer; 000 where it gives none in time, or where it is no place to
# send a token to. Never fails: who asks says what no answer means.
#
# request.sh METHOD PATH ANSWER [BODY]     ANSWER: file for what it says; BODY: file with the JSON to send
# PORTAL_URL                               the portal's backend, such as https://portal.example.com
# PORTAL_CONTENT_TYPE                      of BODY, application/json by default
# PORTAL_TIMEOUT                           seconds for one attempt, 20 by default; three attempts at most
set -euo pipefail

method=$1 path=$2 answer=$3 body=${4:-}

unanswered() {
  echo "::warning title=Portal::$1" >&2
  : >"$answer"
  echo 000
  exit 0
}

case ${PORTAL_URL:-} in
  https://*[^/] | http://localhost:* | http://127.0.0.1:*) ;;
  *) unanswered 'The variable PORTAL_URL must be the https:// address of the portal, without a slash at its end.' ;;
esac

token=$(bash "${BASH_SOURCE%/*}/token.sh") || unanswered "There is no token for $PORTAL_URL."

options=(--silent --show-error --connect-timeout 5 --max-time "${PORTAL_TIMEOUT:-20}" --max-filesize 10485760)
# Nothing here does harm when it is said twice.
options+=(--retry 2 --retry-connrefused --retry-delay 1 --request "$method" --output "$answer" --write-out '%{http_code}')
if [[ -n $body ]]; then
  options+=(--header "Content-Type: ${PORTAL_CONTENT_TYPE:-application/json}" --data-binary "@$body")
fi

status=$(curl "${options[@]}" --config - "$PORTAL_URL$path" <<<"header = \"Authorization: Bearer $token\"") ||
  unanswered "$PORTAL_URL$path gave no answer."
echo "$status"
