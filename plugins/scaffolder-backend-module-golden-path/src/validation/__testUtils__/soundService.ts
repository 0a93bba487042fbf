/** Pinned by what looks like a commit. */
export const SHA = '0123456789abcdef0123456789abcdef01234567';
export const DIGEST = `sha256:${'ab'.repeat(32)}`;

/** A small service in whose files every rule but that of Terraform looks at something and finds nothing. */
export const soundService: Record<string, string> = {
  'orders-api/catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: orders-api
  annotations:
    golden-path.io/slo: slos/*.yaml
    backstage.io/techdocs-ref: dir:.
spec:
  type: service
  lifecycle: production
  owner: group:default/platform-team
`,
  'orders-api/mkdocs.yml': `site_name: orders-api
`,
  'orders-api/Dockerfile': `FROM node:22@${DIGEST} AS build
RUN npm ci

FROM node:22@${DIGEST}
COPY --from=build /app /app
USER 10001:10001
HEALTHCHECK NONE
CMD ["node", "main.js"]
`,
  'orders-api/src/metrics.ts': `export const duration = new Histogram({
  name: 'http_request_duration_seconds',
  buckets: [0.1, 0.25, 0.5, 1],
});
`,
  'orders-api/slos/orders-api.yaml': `service: orders-api
owner: platform-team
slos:
  - name: latency
    sli:
      metric: histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{job="orders-api"}[5m])))
    target: 0.5
    window: 30d
`,
  'orders-api/.github/workflows/deploy.yml': `name: Deploy
on:
  push:
    branches: [main]
permissions: {}
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
    outputs:
      tag: \${{ steps.build.outputs.tag }}
    steps:
      - uses: actions/checkout@${SHA} # v4
        with:
          persist-credentials: false
      - id: build
        run: docker build --tag "$IMAGE" .
        env:
          IMAGE: \${{ github.repository }}:\${{ github.sha }}
      - name: Scan
        run: trivy image --exit-code 1 --severity CRITICAL "$IMAGE"
      - name: Push
        run: docker push "$IMAGE"
  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - run: bash scripts/deploy.sh "$TAG"
        env:
          TAG: \${{ needs.build.outputs.tag }}
`,
  'orders-api/.github/workflows/drift.yml': `name: Drift
on:
  schedule:
    - cron: '0 4 * * *'
permissions: {}
jobs:
  drift:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - run: tofu plan -detailed-exitcode
`,
  'orders-api/scripts/deploy.sh': `#!/usr/bin/env bash
set -euo pipefail
# never kubectl apply
kubectl get pods
`,
  'orders-api/charts/orders-api/Chart.yaml': `apiVersion: v2
name: orders-api
version: 0.1.0
`,
  'orders-api/charts/orders-api/values.yaml': `replicaCount: 2
image:
  repository: ghcr.io/example/orders-api
  tag: ""
resources:
  requests:
    cpu: 100m
    memory: 128Mi
  limits:
    cpu: 500m
    memory: 512Mi
livenessProbe:
  httpGet: { path: /healthz, port: 8080 }
readinessProbe:
  httpGet: { path: /readyz, port: 8080 }
podSecurityContext:
  runAsNonRoot: true
  seccompProfile: { type: RuntimeDefault }
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
`,
  'orders-api/charts/orders-api/values.schema.json': `{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "replicaCount": { "type": "integer", "minimum": 1 },
    "image": { "type": "object", "required": ["repository", "tag"] },
    "resources": { "type": "object" },
    "livenessProbe": {},
    "readinessProbe": {},
    "podSecurityContext": { "type": "object" },
    "securityContext": { "type": "object" }
  }
}
`,
  'orders-api/charts/orders-api/templates/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  replicas: {{ .Values.replicaCount }}
  selector:
    matchLabels: { app: orders-api }
  template:
    metadata:
      labels: { app: orders-api }
    spec:
      securityContext: {{- toYaml .Values.podSecurityContext | nindent 8 }}
      containers:
        - name: orders-api
          image: {{ .Values.image.repository }}:{{ .Values.image.tag }}
          resources: {{- toYaml .Values.resources | nindent 12 }}
          livenessProbe: {{- toYaml .Values.livenessProbe | nindent 12 }}
          readinessProbe: {{- toYaml .Values.readinessProbe | nindent 12 }}
          securityContext: {{- toYaml .Values.securityContext | nindent 12 }}
`,
  'gitops/environments/production/orders-api/values.yaml': `replicaCount: 3
image:
  tag: ${SHA}
`,
  'gitops/namespaces/orders-api.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: orders-api-production
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny-all
  namespace: orders-api-production
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`,
};

/** Terraform code of it, which takes longest to read. */
export const soundTerraform: Record<string, string> = {
  'orders-api/terraform/main.tf': `variable "name" {
  type = string
}

locals {
  tags = { for key, my_value in { Name = var.name } : key => my_value.id }
}

resource "aws_lb" "service" {
  name = "\${var.name}-lb"
  tags = local.tags
}

module "http" {
  source = "./modules/http"
  arn    = aws_lb.service.arn
}

output "url" {
  value = module.http.url
}
`,
  'orders-api/terraform/modules/http/main.tf': `variable "arn" {
  type = string
}

variable "port" {
  type    = number
  default = 8080
}

output "url" {
  value = "\${var.arn}:\${var.port}"
}
`,
};
