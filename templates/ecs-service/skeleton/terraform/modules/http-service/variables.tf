# What the service says. Its rules stand in contract/variables.tf.

variable "service_name" {
  type        = string
  description = "Name of the service (used for all resource names)"
}

variable "environment" {
  type        = string
  description = "Name of the environment, staging or production."
}

variable "team" {
  type        = string
  description = "The team that owns the service, as the catalog names it."
}

variable "image" {
  type        = string
  description = "Docker image URI (required), by digest."
}

variable "revision" {
  type        = string
  description = "Commit that the image was built from: the full SHA (required)."
}

variable "cpu" {
  type        = number
  default     = 256
  description = "CPU units of a task; 1024 are one vCPU."
}

variable "memory" {
  type        = number
  default     = 512
  description = "Memory of a task in MiB. Fargate offers certain pairs of CPU and memory only."
}

variable "min_tasks" {
  type        = number
  default     = 2
  description = "Fewest tasks."
}

variable "max_tasks" {
  type        = number
  default     = 10
  description = "Most tasks. The same as min_tasks turns autoscaling off."
}

variable "cpu_target_percent" {
  type        = number
  default     = 70
  description = "Mean CPU utilisation of the tasks that autoscaling keeps, in percent."

  validation {
    condition     = var.cpu_target_percent >= 10 && var.cpu_target_percent <= 90
    error_message = "cpu_target_percent: expected 10 to 90. Above, a new task comes too late."
  }
}

variable "environment_variables" {
  type        = map(string)
  default     = {}
  description = "Environment variables that are no secrets."
}

variable "secrets" {
  type        = map(string)
  default     = {}
  description = "Environment variables that are secrets: the name, and the ARN of the secret in Secrets Manager."
}

variable "secret_key_arns" {
  type        = list(string)
  default     = []
  description = "ARNs of the KMS keys that the secrets are encrypted with. Empty where they are encrypted with the key that AWS manages."

  validation {
    condition     = alltrue([for arn in var.secret_key_arns : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[a-zA-Z0-9-]+$", arn))])
    error_message = "secret_key_arns: expected ARNs of KMS keys; an alias would say nothing about which key may be used."
  }
}

variable "registry_secret" {
  type        = string
  default     = null
  description = "ARN of the secret that has the user name and password for the image's registry; null for ECR and for public images."
}

variable "task_policy" {
  type        = string
  default     = null
  description = "IAM policy (JSON) of what the application itself may do in AWS; null for nothing."

  validation {
    condition     = var.task_policy == null || can(jsondecode(var.task_policy).Statement)
    error_message = "task_policy: expected an IAM policy in JSON, as jsonencode or aws_iam_policy_document makes it."
  }
}

variable "tags" {
  type        = map(string)
  default     = {}
  description = "Further tags. The required ones win on conflict."
}

# Where it runs. The environments read all of it from what the platform team publishes.

variable "public" {
  type        = bool
  description = "Whether the load balancer is reachable from the internet. If not, it has private addresses only."
}

variable "host" {
  type        = string
  description = "DNS name that the service is reached by."
}

variable "domain" {
  type        = string
  description = "Domain of the hosted zone; the host lies within it."
}

variable "zone_id" {
  type        = string
  description = "Public hosted zone in Route 53 that the host's record and the validation of its certificate are written to."
}

variable "vpc_id" {
  type        = string
  description = "VPC that the service runs in."

  validation {
    condition     = can(regex("^vpc-[0-9a-f]+$", var.vpc_id))
    error_message = "vpc_id: expected the id of a VPC, such as vpc-0a1b2c3d4e5f67890."
  }
}

variable "private_subnet_ids" {
  type        = list(string)
  description = "Private subnets of the tasks, and of the load balancer of an internal service, in two availability zones at least."

  validation {
    condition     = length(distinct(var.private_subnet_ids)) >= 2
    error_message = "private_subnet_ids: expected two subnets at least, in different availability zones."
  }
}

variable "public_subnet_ids" {
  type        = list(string)
  default     = []
  description = "Public subnets of the load balancer of a public service, in two availability zones at least."

  validation {
    condition     = !var.public || length(distinct(var.public_subnet_ids)) >= 2
    error_message = "public_subnet_ids: a public service needs two subnets at least, in different availability zones."
  }
}

variable "client_cidrs" {
  type        = list(string)
  default     = []
  description = "Who may connect to an internal service: IPv4 ranges such as the VPC's. A public service is open to all."

  validation {
    condition     = alltrue([for range in var.client_cidrs : can(cidrnetmask(range))])
    error_message = "client_cidrs: expected IPv4 ranges such as 10.0.0.0/16."
  }

  validation {
    condition     = var.public || length(var.client_cidrs) > 0
    error_message = "client_cidrs: an internal service that nobody may connect to serves nobody."
  }

  validation {
    condition     = !contains(var.client_cidrs, "0.0.0.0/0")
    error_message = "client_cidrs: 0.0.0.0/0 makes a service public; say public = true instead."
  }
}

variable "egress" {
  type = map(object({
    port = number
    cidr = string
  }))
  default = {
    https = { port = 443, cidr = "0.0.0.0/0" }
  }
  description = "Where the tasks may connect to, by name. ECS itself needs 443 to the registry, Secrets Manager and CloudWatch."

  validation {
    condition     = alltrue([for rule in values(var.egress) : can(cidrnetmask(rule.cidr)) && rule.port >= 1 && rule.port <= 65535])
    error_message = "egress: expected for each name a port from 1 to 65535 and an IPv4 range such as 10.0.0.0/16."
  }

  validation {
    condition     = alltrue([for rule in values(var.egress) : rule.cidr != "0.0.0.0/0" || rule.port == 443])
    error_message = "egress: only 443 may be open to everywhere. Name the ranges that other ports are needed for."
  }
}

variable "monitoring_security_group_id" {
  type        = string
  default     = null
  description = "Security group of Prometheus, which reads /metrics from the tasks; null if nothing does."
}

variable "cluster_arn" {
  type        = string
  description = "ECS cluster that the service runs in."

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:ecs:[a-z0-9-]+:[0-9]{12}:cluster/[A-Za-z0-9_-]+$", var.cluster_arn))
    error_message = "cluster_arn: expected the ARN of an ECS cluster."
  }
}

variable "access_logs_bucket" {
  type        = string
  description = "S3 bucket that the load balancer writes its access logs to."

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.access_logs_bucket))
    error_message = "access_logs_bucket: expected the name of an S3 bucket."
  }
}

variable "web_acl_arn" {
  type        = string
  default     = null
  description = "Web application firewall of a public service."

  validation {
    condition     = !var.public || var.web_acl_arn != null
    error_message = "web_acl_arn: a public service stands behind the platform's web application firewall."
  }
}

variable "permissions_boundary" {
  type        = string
  default     = null
  description = "ARN of the policy that bounds the roles, where the account demands one; null for none."
}

# How long it keeps what it had.

variable "log_retention_days" {
  type        = number
  default     = 365
  description = "Days that logs are kept. A year, so that an incident can be compared with the same season."

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days: expected one of the numbers that CloudWatch has, such as 30, 90, 365 or 731."
  }
}

variable "deletion_protection" {
  type        = bool
  default     = true
  description = "Whether the load balancer refuses to be deleted. Set it to false in a change of its own before a service is taken away."
}
