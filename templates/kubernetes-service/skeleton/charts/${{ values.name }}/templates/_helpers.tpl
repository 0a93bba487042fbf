{{/* Name of all resources: the release's, with the chart's unless it contains it. */}}
{{- define "service.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What never changes about a pod of the service; deployments cannot change their selector. */}}
{{- define "service.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "service.labels" -}}
{{ include "service.selectorLabels" . }}
{{- with .Values.image.tag }}
app.kubernetes.io/version: {{ . | trunc 63 | quote }}
{{- end }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | trunc 63 | trimSuffix "-" }}
golden-path.io/owner: {{ .Values.owner | quote }}
{{- end -}}

{{/* Both parts are required: the tag says which commit runs, the digest is what is pulled. */}}
{{- define "service.image" -}}
{{- $repository := required "image.repository is empty; expected the image's name without a tag, such as ghcr.io/example/orders-api" .Values.image.repository -}}
{{- $tag := required "image.tag is empty; expected the full commit SHA that the image was built from. The pipeline writes it, together with image.digest" .Values.image.tag -}}
{{- $digest := required "image.digest is empty; expected the digest that the registry gave to the image, such as sha256:<64 hexadecimal digits>. The pipeline writes it, together with image.tag" .Values.image.digest -}}
{{- printf "%s:%s@%s" $repository $tag $digest -}}
{{- end -}}

{{/* The fewest replicas that there are by plan. */}}
{{- define "service.minimumReplicas" -}}
{{- if .Values.autoscaling.enabled }}{{ .Values.autoscaling.minReplicas }}{{ else }}{{ .Values.replicaCount }}{{ end -}}
{{- end -}}

{{/* "true" where minAvailable is at least as much as there is, so that no pod could ever be evicted. */}}
{{- define "service.blocksDrain" -}}
{{- $replicas := include "service.minimumReplicas" . | float64 -}}
{{- $minimum := toString .Values.podDisruptionBudget.minAvailable -}}
{{- if hasSuffix "%" $minimum -}}
{{- $needed := divf (mulf (trimSuffix "%" $minimum | float64) $replicas) 100 | ceil -}}
{{- ge $needed $replicas -}}
{{- else -}}
{{- ge ($minimum | float64) $replicas -}}
{{- end -}}
{{- end -}}
