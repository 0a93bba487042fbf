/** The values file that the mission gives, word for word. */
export const SEED_VALUES = `\
# charts/service-template/values.yaml — opinionated defaults
replicaCount: 2

image:
  repository: ""  # required — no default
  tag: ""         # required — set by CI
  pullPolicy: IfNotPresent

service:
  type: ClusterIP
  port: 8080

resources:
  # Sensible defaults; teams override per service
  requests:
    cpu: 100m
    memory: 128Mi
  limits:
    cpu: 500m
    memory: 512Mi

# Required probes — admission webhook rejects pods without these
livenessProbe:
  httpGet:
    path: /healthz
    port: 8080
  initialDelaySeconds: 30
  periodSeconds: 10
  failureThreshold: 3

readinessProbe:
  httpGet:
    path: /readyz
    port: 8080
  initialDelaySeconds: 5
  periodSeconds: 5

# Security context: no privilege escalation by default
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: ["ALL"]

# Autoscaling enabled by default for production
autoscaling:
  enabled: false  # teams opt in
  minReplicas: 2
  maxReplicas: 10
  targetCPUUtilizationPercentage: 70

# PodDisruptionBudget for HA
podDisruptionBudget:
  enabled: true
  minAvailable: 1
`;
