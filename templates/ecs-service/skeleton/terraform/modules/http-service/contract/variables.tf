variable "service_name" {
  type        = string
  description = "Name of the service."

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$", var.service_name)) && !strcontains(var.service_name, "--")
    error_message = "service_name: expected 1 to 40 lower-case letters, digits and single hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "environment" {
  type        = string
  description = "Name of the environment, staging or production."

  validation {
    condition     = contains(["staging", "production"], var.environment)
    error_message = "environment: expected staging or production."
  }
}

variable "team" {
  type        = string
  description = "The team that owns the service, as the catalog names it."

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9._-]{0,61}[a-zA-Z0-9])?$", var.team))
    error_message = "team: expected the name of a group of the catalog, without its kind and namespace."
  }
}

variable "tags" {
  type        = map(string)
  default     = {}
  description = "Further tags. The required ones win on conflict."
}

variable "region" {
  type        = string
  description = "AWS region that the logs are written to."
}

variable "image" {
  type        = string
  description = "Image to run, by digest: what was scanned and signed is what runs."

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9./:_-]*@sha256:[0-9a-f]{64}$", var.image))
    error_message = "image: expected <registry>/<name>@sha256:<64 hexadecimal digits>. A tag can be moved to another image after the scan."
  }
}

variable "revision" {
  type        = string
  description = "Commit that the image was built from: the full SHA."

  validation {
    condition     = can(regex("^[0-9a-f]{40}$", var.revision))
    error_message = "revision: expected the 40 hexadecimal digits of a commit. DORA finds the changes of a deployment by it."
  }
}

variable "cpu" {
  type        = number
  description = "CPU units of a task; 1024 are one vCPU."
}

variable "memory" {
  type        = number
  description = "Memory of a task in MiB."

  validation {
    # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
    condition = contains(
      lookup({
        "256"   = [512, 1024, 2048]
        "512"   = [for gib in range(1, 5) : gib * 1024]
        "1024"  = [for gib in range(2, 9) : gib * 1024]
        "2048"  = [for gib in range(4, 17) : gib * 1024]
        "4096"  = [for gib in range(8, 31) : gib * 1024]
        "8192"  = [for gib in range(16, 61, 4) : gib * 1024]
        "16384" = [for gib in range(32, 121, 8) : gib * 1024]
      }, tostring(var.cpu), []),
      var.memory
    )
    error_message = "cpu, memory: Fargate has no tasks with ${var.cpu} CPU units and ${var.memory} MiB. The smallest are 256 with 512, 1024 or 2048, and 512 with 1024 to 4096."
  }
}

variable "min_tasks" {
  type        = number
  description = "Fewest tasks."

  validation {
    condition     = var.min_tasks >= 1 && var.min_tasks == floor(var.min_tasks)
    error_message = "min_tasks: expected a whole number from 1."
  }

  validation {
    condition     = var.environment != "production" || var.min_tasks >= 2
    error_message = "min_tasks: production needs two tasks at least, so that the loss of one availability zone is not the loss of the service."
  }
}

variable "max_tasks" {
  type        = number
  description = "Most tasks. The same as min_tasks turns autoscaling off."

  validation {
    condition     = var.max_tasks >= var.min_tasks && var.max_tasks == floor(var.max_tasks)
    error_message = "max_tasks: expected a whole number that is not below min_tasks (${var.min_tasks})."
  }
}

variable "environment_variables" {
  type        = map(string)
  description = "Environment variables that are no secrets."

  validation {
    condition     = alltrue([for name in keys(var.environment_variables) : can(regex("^[A-Z_][A-Z0-9_]*$", name))])
    error_message = "environment_variables: expected names of upper-case letters, digits and underscores."
  }

  validation {
    condition = alltrue([
      for name in keys(var.environment_variables) :
      !can(regex("(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS?)(_|$)", name))
    ])
    error_message = "environment_variables: credentials belong to secrets. What stands here can be read in the state, in plans and by everyone who may describe a task."
  }
}

variable "secrets" {
  type        = map(string)
  description = "Environment variables that are secrets: the name, and the ARN of the secret in Secrets Manager."

  validation {
    condition     = alltrue([for name in keys(var.secrets) : can(regex("^[A-Z_][A-Z0-9_]*$", name))])
    error_message = "secrets: expected names of upper-case letters, digits and underscores."
  }

  validation {
    # The six characters at the end are chosen by Secrets Manager. Without them the policy would need a wildcard, which
    # the next secret with this prefix would match as well.
    condition = alltrue([
      for arn in values(var.secrets) :
      can(regex("^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6}(:[A-Za-z0-9_.-]*:[A-Za-z_]*:[A-Za-z0-9-]*)?$", arn))
    ])
    error_message = "secrets: expected the full ARN of a secret in Secrets Manager with its six characters at the end, optionally with :<json key>:<stage>:<version>; never the secret itself."
  }

  validation {
    condition     = length(setintersection(keys(var.secrets), keys(var.environment_variables))) == 0
    error_message = "secrets: a name stands in environment_variables, too. ECS would refuse the task."
  }
}

variable "registry_secret" {
  type        = string
  nullable    = true
  description = "ARN of the secret that has the user name and password for the image's registry; null for ECR and for public images."

  validation {
    condition     = var.registry_secret == null || can(regex("^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6}$", var.registry_secret))
    error_message = "registry_secret: expected the full ARN of a secret in Secrets Manager with its six characters at the end."
  }
}

variable "domain" {
  type        = string
  description = "Domain of the hosted zone that the host's record is written to."
}

variable "host" {
  type        = string
  description = "DNS name that the service is reached by."

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$", var.host)) && length(var.host) <= 253
    error_message = "host: expected a DNS name in lower case, such as orders.example.com."
  }

  validation {
    condition     = var.host == var.domain || endswith(var.host, ".${var.domain}")
    error_message = "host: ${var.host} is not within ${var.domain}, the domain of the hosted zone; its record and its certificate could not be made there."
  }
}
