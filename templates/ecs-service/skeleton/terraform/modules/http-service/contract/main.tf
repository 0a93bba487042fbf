# What a service and the platform agree on, as far as it can be known without AWS: which answers are accepted (variables.tf), and what follows from them. It
# has no provider, so its tests take a second and need no account.

locals {
  name = "${var.service_name}-${var.environment}"

  # Names of load balancers and target groups have 32 characters at most, and AWS keeps "internal-" for itself. The digest keeps two long names apart.
  free_name  = startswith(local.name, "internal-") ? "lb-${local.name}" : local.name
  short_name = length(local.free_name) <= 32 ? local.free_name : "${trimsuffix(substr(local.free_name, 0, 25), "-")}-${substr(sha256(local.name), 0, 6)}"

  # arn:aws:secretsmanager:<region>:<account>:secret:<name>, without the json key, stage and version that may follow.
  secret_arns = sort(distinct(concat(
    [for arn in values(var.secrets) : join(":", slice(split(":", arn), 0, 7))],
    var.registry_secret == null ? [] : [var.registry_secret],
  )))

  # <account>.dkr.ecr.<region>.amazonaws.com/<repository>@<digest>
  ecr            = one(regexall("^([0-9]{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/([^@:]+)@", var.image))
  ecr_repository = local.ecr == null ? null : { account = local.ecr[0], region = local.ecr[1], name = local.ecr[2] }

  required_tags = {
    Service     = var.service_name
    Environment = var.environment
    ManagedBy   = "terraform"
    Team        = var.team
  }
  # Merge required tags with optional tags; required tags win on conflict
  tags = merge(var.tags, local.required_tags)

  port           = 8080
  log_group_name = "/ecs/${local.name}"

  container = {
    name      = var.service_name
    image     = var.image
    essential = true

    portMappings = [{ name = "http", containerPort = local.port, hostPort = local.port, protocol = "tcp" }]

    environment = [
      for name, value in merge(var.environment_variables, { PORT = tostring(local.port) }) : {
        name  = name
        value = value
      }
    ]

    # Secrets from Secrets Manager — never plain env vars for credentials
    secrets = [
      for name, arn in var.secrets : {
        name      = name
        valueFrom = arn
      }
    ]

    repositoryCredentials = var.registry_secret == null ? null : { credentialsParameter = var.registry_secret }

    logConfiguration = {
      logDriver = "awslogs"
      options = {
        "awslogs-group"         = local.log_group_name
        "awslogs-region"        = var.region
        "awslogs-stream-prefix" = "ecs"
        # A container that cannot log goes on serving; what does not fit into the buffer is lost.
        "mode"            = "non-blocking"
        "max-buffer-size" = "4m"
      }
    }

    # The image runs as 10001 by itself; that it does is not left to the image.
    user                   = "10001:10001"
    privileged             = false
    readonlyRootFilesystem = true
    linuxParameters = {
      initProcessEnabled = true
      capabilities       = { drop = ["ALL"] }
      # The only place that can be written to: in memory, 64 MiB at most, gone with the task. A volume of Fargate belongs to root.
      tmpfs = [{ containerPath = "/tmp", size = 64, mountOptions = ["noexec", "nosuid", "nodev"] }]
    }

    # On SIGTERM the application answers /readyz with 503, serves what arrives meanwhile, drains and ends within 10 s.
    stopTimeout = 30

    # Resource limits in the container definition (defense in depth)
    ulimits = [{ name = "nofile", softLimit = 65536, hardLimit = 65536 }]

    # The revision, and how Prometheus finds the tasks of a service and where it reads.
    dockerLabels = {
      "org.opencontainers.image.revision" = var.revision
      "PROMETHEUS_EXPORTER_JOB_NAME"      = var.service_name
      "PROMETHEUS_EXPORTER_PORT"          = tostring(local.port)
      "PROMETHEUS_EXPORTER_PATH"          = "/metrics"
    }
  }
}
