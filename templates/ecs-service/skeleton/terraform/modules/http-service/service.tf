resource "aws_ecs_service" "service" {
  name             = local.name
  cluster          = var.cluster_arn
  task_definition  = aws_ecs_task_definition.service.arn
  launch_type      = "FARGATE"
  platform_version = "LATEST"

  # From here on autoscaling has the number.
  desired_count = module.contract.scaling.min

  # New tasks first, old ones gone when those are healthy.
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = 60
  availability_zone_rebalancing      = "ENABLED"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  # Apply ends when the deployment has; .github/scripts/terraform/verify-rollout.sh then tells a rollback from a success.
  wait_for_steady_state = true

  # A shell in production is a change that no commit knows of.
  enable_execute_command  = false
  enable_ecs_managed_tags = true
  propagate_tags          = "SERVICE"

  network_configuration {
    subnets          = var.private_subnet_ids
    security_groups  = [aws_security_group.tasks.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.service.arn
    container_name   = var.service_name
    container_port   = local.port
  }

  timeouts {
    create = "20m"
    update = "20m"
  }

  tags = local.tags

  lifecycle {
    ignore_changes = [desired_count]
  }

  # A target group without a listener has no health, and tasks without their policy cannot start.
  depends_on = [aws_lb_listener.https, aws_iam_role_policy.execution, aws_vpc_security_group_egress_rule.tasks]
}
