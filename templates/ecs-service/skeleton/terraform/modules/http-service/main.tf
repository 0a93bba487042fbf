# Golden path for a standard HTTP service on ECS + ALB

module "contract" {
  source = "./contract"

  service_name          = var.service_name
  environment           = var.environment
  team                  = var.team
  tags                  = var.tags
  region                = data.aws_region.current.region
  image                 = var.image
  revision              = var.revision
  cpu                   = var.cpu
  memory                = var.memory
  min_tasks             = var.min_tasks
  max_tasks             = var.max_tasks
  environment_variables = var.environment_variables
  secrets               = var.secrets
  registry_secret       = var.registry_secret
  host                  = var.host
  domain                = var.domain
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  name      = module.contract.name
  tags      = module.contract.tags
  port      = module.contract.port
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.region
}

resource "aws_ecs_task_definition" "service" {
  family                   = local.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = module.contract.task_size.cpu
  memory                   = module.contract.task_size.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  container_definitions = jsonencode([module.contract.container])

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "X86_64"
  }

  # Earlier revisions stay registered: the circuit breaker rolls back to one of them.
  skip_destroy = true

  tags = local.tags
}
