# Sets image.tag and image.digest of a Helm values file and leaves every other byte of it as it is: order, comments and blank
# lines are the team's. Fails where the file does not have exactly one of each, on lines of their own.
#
# awk -v tag=… -v digest=… -f set-image.awk values.yaml

# What begins at the margin ends the mapping before.
/^[^[:space:]#]/ {
  inside = ($0 ~ /^image:[[:space:]]*(#.*)?$/)
  indent = ""
}

inside && /^ +[^[:space:]#]/ {
  match($0, /^ +/)
  if (indent == "") indent = substr($0, 1, RLENGTH)
  if (substr($0, 1, RLENGTH) == indent) {
    key = substr($0, RLENGTH + 1)
    sub(/:.*/, "", key)
    if (key == "tag" || key == "digest") {
      comment = match($0, /[[:space:]]+#.*$/) ? substr($0, RSTART) : ""
      old = substr($0, length(indent) + length(key) + 2)
      old = substr(old, 1, length(old) - length(comment))
      if (old !~ /^([[:space:]]+("[^"]*"|'[^']*'|[A-Za-z0-9._:-]+))?[[:space:]]*$/) {
        strange = 1
        exit
      }
      seen[key]++
      # In quotes: a commit such as 1234e567… would be a number.
      print indent key ": \"" (key == "tag" ? tag : digest) "\"" comment
      next
    }
  }
}

{ print }

END { exit strange || !(seen["tag"] == 1 && seen["digest"] == 1) }
