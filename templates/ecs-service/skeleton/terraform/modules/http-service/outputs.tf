output "url" {
  description = "Where the service is reached."
  value       = module.contract.url

  depends_on = [aws_route53_record.service]
}

output "image" {
  description = "Image that was applied last; plans of unchanged code and the search for drift take it from here."
  value       = var.image
}

output "revision" {
  description = "Commit that the image was built from."
  value       = var.revision
}

output "cluster_arn" {
  description = "ECS cluster that the service runs in."
  value       = var.cluster_arn
}

output "service_name" {
  description = "Name of the service in ECS."
  value       = aws_ecs_service.service.name
}

output "task_definition_arn" {
  description = "Task definition that was applied last."
  value       = aws_ecs_task_definition.service.arn
}

output "load_balancer_arn" {
  description = "Load balancer, for alarms and dashboards."
  value       = aws_lb.service.arn
}

output "log_group_name" {
  description = "Where the logs are."
  value       = aws_cloudwatch_log_group.service.name
}

output "task_role_arn" {
  description = "Role of the application, for the policies of what it uses."
  value       = aws_iam_role.task.arn
}

output "task_security_group_id" {
  description = "Security group of the tasks, for the rules of what they connect to."
  value       = aws_security_group.tasks.id
}

output "tags" {
  description = "Tags of everything that was made."
  value       = local.tags
}
