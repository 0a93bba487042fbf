# Prints image.tag and image.digest of a Helm values file, with a space in between; nothing where either is missing.
/^[^[:space:]#]/ { inside = ($0 ~ /^image:[[:space:]]*(#.*)?$/) }

inside && /^ +(tag|digest):/ {
  key = $1
  value = $2
  gsub(/["']/, "", value)
  found[key] = value
}

END { if (found["tag:"] != "" && found["digest:"] != "") print found["tag:"], found["digest:"] }
