locals {
  # Only ECS may take the roles, and only for tasks of this account.
  task_trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account }
        ArnLike      = { "aws:SourceArn" = "arn:${local.partition}:ecs:${local.region}:${local.account}:*" }
      }
    }]
  })

  ecr_repository = module.contract.ecr_repository

  execution_statements = concat(
    [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.service.arn}:*"]
    }],
    length(module.contract.secret_arns) == 0 ? [] : [{
      Sid      = "ReadNamedSecrets"
      Effect   = "Allow"
      Action   = ["secretsmanager:GetSecretValue"]
      Resource = module.contract.secret_arns
    }],
    length(var.secret_key_arns) == 0 ? [] : [{
      Sid       = "DecryptNamedSecrets"
      Effect    = "Allow"
      Action    = ["kms:Decrypt"]
      Resource  = var.secret_key_arns
      Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.${local.region}.amazonaws.com" } }
    }],
    local.ecr_repository == null ? [] : [
      {
        Sid      = "PullImage"
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = ["arn:${local.partition}:ecr:${local.ecr_repository.region}:${local.ecr_repository.account}:repository/${local.ecr_repository.name}"]
      },
      {
        # Signing in to ECR cannot be limited to a repository.
        Sid      = "SignInToRegistry"
        Effect   = "Allow"
        Action   = ["ecr:GetAuthorizationToken"]
        Resource = ["*"]
      },
    ],
  )
}

# What ECS does before the application runs: pull the image, read the secrets, write the logs. The policy that AWS manages for it
# (AmazonECSTaskExecutionRolePolicy) reads every image and writes every log group of the account.
resource "aws_iam_role" "execution" {
  name                 = "${local.name}-execution"
  description          = "Starts the tasks of ${local.name}"
  assume_role_policy   = local.task_trust
  permissions_boundary = var.permissions_boundary
  tags                 = local.tags
}

resource "aws_iam_role_policy" "execution" {
  name   = "start-tasks"
  role   = aws_iam_role.execution.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.execution_statements })
}

# What the application itself may do: nothing, until it says what it needs.
resource "aws_iam_role" "task" {
  name                 = "${local.name}-task"
  description          = "What ${local.name} may do in AWS"
  assume_role_policy   = local.task_trust
  permissions_boundary = var.permissions_boundary
  tags                 = local.tags
}

resource "aws_iam_role_policy" "task" {
  count = var.task_policy == null ? 0 : 1

  name   = "application"
  role   = aws_iam_role.task.id
  policy = var.task_policy
}
