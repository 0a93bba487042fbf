# The module as a whole, with a provider that makes up what AWS would answer. Few runs with many assertions: each run starts the provider anew.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_region" {
    defaults = { region = "eu-west-1" }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/orders-api-production" }
  }

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1"
      domain_validation_options = [{
        domain_name           = "orders-api.example.com"
        resource_record_name  = "_1.orders-api.example.com"
        resource_record_type  = "CNAME"
        resource_record_value = "_2.acm-validations.aws"
      }]
    }
  }
}

variables {
  service_name = "orders-api"
  environment  = "production"
  team         = "shop"
  image        = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders-api@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  revision     = "0123456789abcdef0123456789abcdef01234567"

  public             = false
  host               = "orders-api.example.com"
  domain             = "example.com"
  zone_id            = "Z0123456789"
  vpc_id             = "vpc-0a1b2c3d"
  private_subnet_ids = ["subnet-a", "subnet-b"]
  public_subnet_ids  = ["subnet-c", "subnet-d"]
  client_cidrs       = ["10.0.0.0/16"]
  cluster_arn        = "arn:aws:ecs:eu-west-1:123456789012:cluster/production"
  access_logs_bucket = "example-access-logs"
}

run "internal_service" {
  assert {
    condition = (
      aws_ecs_task_definition.service.cpu == "256" &&
      aws_ecs_task_definition.service.memory == "512" &&
      aws_ecs_task_definition.service.network_mode == "awsvpc" &&
      aws_ecs_task_definition.service.requires_compatibilities == toset(["FARGATE"])
    )
    error_message = "Without an answer, a task has 256 CPU units and 512 MiB on Fargate."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.service.container_definitions)[0] == jsondecode(jsonencode(module.contract.container))
    error_message = "What the contract says is what ECS gets."
  }

  assert {
    condition     = aws_ecs_task_definition.service.execution_role_arn == aws_iam_role.execution.arn && aws_ecs_task_definition.service.task_role_arn == aws_iam_role.task.arn
    error_message = "What starts the task and what runs in it have roles of their own."
  }

  assert {
    condition     = one(aws_ecs_service.service.deployment_circuit_breaker).enable && one(aws_ecs_service.service.deployment_circuit_breaker).rollback && aws_ecs_task_definition.service.skip_destroy
    error_message = "The circuit breaker rolls back, to a task definition that is still there."
  }

  assert {
    condition     = aws_ecs_service.service.wait_for_steady_state && aws_ecs_service.service.deployment_minimum_healthy_percent == 100
    error_message = "Apply waits for the deployment, which never takes capacity away."
  }

  assert {
    condition     = aws_lb.service.internal && aws_lb.service.subnets == toset(["subnet-a", "subnet-b"]) && length(aws_wafv2_web_acl_association.service) == 0
    error_message = "The load balancer of an internal service is in the private subnets."
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.clients : "${rule.cidr_ipv4}:${rule.from_port}-${rule.to_port}"] == ["10.0.0.0/16:443-443"]
    error_message = "Only the named ranges, and only HTTPS."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.load_balancer.referenced_security_group_id == aws_security_group.load_balancer.id && aws_vpc_security_group_ingress_rule.load_balancer.from_port == 8080 && length(aws_vpc_security_group_ingress_rule.monitoring) == 0
    error_message = "Only the load balancer reaches the tasks."
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_egress_rule.tasks : "${rule.cidr_ipv4}:${rule.from_port}"] == ["0.0.0.0/0:443"]
    error_message = "The tasks reach HTTPS and nothing else."
  }

  assert {
    condition     = aws_lb_listener.https.port == 443 && aws_lb_listener.https.protocol == "HTTPS" && startswith(aws_lb_listener.https.ssl_policy, "ELBSecurityPolicy-TLS13-1-2-")
    error_message = "TLS 1.2 or 1.3."
  }

  assert {
    condition     = aws_acm_certificate.service.domain_name == "orders-api.example.com" && aws_route53_record.service.name == "orders-api.example.com" && aws_route53_record.validation.name == "_1.orders-api.example.com"
    error_message = "Certificate, record and validation are of the host."
  }

  assert {
    condition     = aws_lb_target_group.service.health_check[0].path == "/readyz" && aws_lb_target_group.service.port == 8080 && aws_lb_target_group.service.target_type == "ip"
    error_message = "Requests go to tasks that are ready."
  }

  assert {
    condition     = aws_lb.service.enable_deletion_protection && aws_lb.service.access_logs[0].enabled && aws_lb.service.access_logs[0].bucket == "example-access-logs"
    error_message = "Deletion protection and access logs are on unless someone says otherwise."
  }

  assert {
    condition     = aws_cloudwatch_log_group.service.retention_in_days == 365 && aws_cloudwatch_log_group.service.kms_key_id == aws_kms_key.logs.arn && aws_kms_key.logs.enable_key_rotation
    error_message = "Logs are kept for a year, encrypted with a key that rotates."
  }

  assert {
    condition     = jsondecode(aws_kms_key.logs.policy).Statement[1].Condition.ArnEquals["kms:EncryptionContext:aws:logs:arn"] == "arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/orders-api-production"
    error_message = "The key is for this log group alone."
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : "${statement.Sid}: ${join(" ", statement.Action)} on ${join(" ", statement.Resource)}"] == [
      "WriteLogs: logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/orders-api-production:*",
      "PullImage: ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer on arn:aws:ecr:eu-west-1:123456789012:repository/orders-api",
      "SignInToRegistry: ecr:GetAuthorizationToken on *",
    ]
    error_message = "Logs of this service, and its image: ${aws_iam_role_policy.execution.policy}"
  }

  assert {
    condition     = length(aws_iam_role_policy.task) == 0
    error_message = "The application may do nothing in AWS until it says what it needs."
  }

  assert {
    condition     = jsondecode(aws_iam_role.task.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "123456789012"
    error_message = "Only ECS of this account takes the roles."
  }

  assert {
    condition     = aws_appautoscaling_target.service.min_capacity == 2 && aws_appautoscaling_target.service.max_capacity == 10 && aws_appautoscaling_policy.cpu.target_tracking_scaling_policy_configuration[0].target_value == 70
    error_message = "2 to 10 tasks at 70 %."
  }

  assert {
    condition     = aws_appautoscaling_target.service.resource_id == "service/production/orders-api-production"
    error_message = "Autoscaling names cluster and service: ${aws_appautoscaling_target.service.resource_id}"
  }
}

run "public_service" {
  variables {
    public                       = true
    web_acl_arn                  = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/platform/1"
    monitoring_security_group_id = "sg-0a1b2c3d"
    tags                         = { Team = "someone-else", CostCentre = "42" }
    image                        = "ghcr.io/example/orders-api@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    registry_secret              = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-MnOpQr"
    secret_key_arns              = ["arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"]
    secrets = {
      DATABASE_URL = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/orders-AbCdEf:url::"
    }
  }

  assert {
    condition     = !aws_lb.service.internal && aws_lb.service.subnets == toset(["subnet-c", "subnet-d"])
    error_message = "The load balancer of a public service is in the public subnets."
  }

  assert {
    condition     = one(aws_wafv2_web_acl_association.service).web_acl_arn == "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/platform/1"
    error_message = "It stands behind the firewall."
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.clients : "${rule.cidr_ipv4}:${rule.from_port}-${rule.to_port}"] == ["0.0.0.0/0:443-443"]
    error_message = "Everybody, and only HTTPS."
  }

  assert {
    condition     = one(aws_ecs_service.service.network_configuration).subnets == toset(["subnet-a", "subnet-b"]) && !one(aws_ecs_service.service.network_configuration).assign_public_ip
    error_message = "The tasks stay in the private subnets."
  }

  assert {
    condition     = one(aws_vpc_security_group_ingress_rule.monitoring).referenced_security_group_id == "sg-0a1b2c3d"
    error_message = "Prometheus reads the tasks directly."
  }

  assert {
    condition     = one(aws_lb_listener_rule.metrics.condition).path_pattern[0].values == toset(["/metrics"]) && aws_lb_listener_rule.metrics.action[0].fixed_response[0].status_code == "404"
    error_message = "Clients of the load balancer do not get the metrics."
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : "${statement.Sid}: ${join(" ", statement.Action)} on ${join(" ", statement.Resource)}"] == [
      "WriteLogs: logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/orders-api-production:*",
      "ReadNamedSecrets: secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-MnOpQr arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/orders-AbCdEf",
      "DecryptNamedSecrets: kms:Decrypt on arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    ]
    error_message = "The named secrets and nothing of ECR: ${aws_iam_role_policy.execution.policy}"
  }

  assert {
    condition = alltrue([
      for tags in [
        aws_ecs_service.service.tags, aws_ecs_task_definition.service.tags, aws_lb.service.tags, aws_lb_target_group.service.tags, aws_lb_listener.https.tags,
        aws_lb_listener_rule.metrics.tags, aws_security_group.load_balancer.tags, aws_security_group.tasks.tags, aws_cloudwatch_log_group.service.tags,
        aws_kms_key.logs.tags, aws_iam_role.execution.tags, aws_iam_role.task.tags, aws_acm_certificate.service.tags, aws_appautoscaling_target.service.tags,
        aws_vpc_security_group_ingress_rule.load_balancer.tags, aws_vpc_security_group_egress_rule.load_balancer_to_tasks.tags,
      ] : tags == tomap({ Service = "orders-api", Environment = "production", ManagedBy = "terraform", Team = "shop", CostCentre = "42" })
    ])
    error_message = "Each resource has the required tags, and they win."
  }

  assert {
    condition     = aws_ecs_service.service.propagate_tags == "SERVICE"
    error_message = "Tasks have the tags of their service."
  }
}

run "refused_internal_service" {
  command = plan

  variables {
    client_cidrs       = []                                                   # nobody may connect
    private_subnet_ids = ["subnet-a", "subnet-a"]                             # one zone
    egress             = { postgres = { port = 5432, cidr = "0.0.0.0/0" } }   # a database port to everywhere
    log_retention_days = 100                                                  # a number that CloudWatch lacks
    task_policy        = "AdministratorAccess"                                # no policy
    secret_key_arns    = ["arn:aws:kms:eu-west-1:123456789012:alias/secrets"] # a key by its alias
    cluster_arn        = "production"                                         # a cluster by its name
    vpc_id             = "default"
    access_logs_bucket = "s3://logs"
    cpu_target_percent = 100
  }

  expect_failures = [
    var.client_cidrs,
    var.private_subnet_ids,
    var.egress,
    var.log_retention_days,
    var.task_policy,
    var.secret_key_arns,
    var.cluster_arn,
    var.vpc_id,
    var.access_logs_bucket,
    var.cpu_target_percent,
  ]
}

run "refused_public_service" {
  command = plan

  variables {
    public            = true
    web_acl_arn       = null          # no firewall
    public_subnet_ids = ["subnet-c"]  # one zone
    client_cidrs      = ["0.0.0.0/0"] # says in another way that it is public
  }

  expect_failures = [var.web_acl_arn, var.public_subnet_ids, var.client_cidrs]
}
