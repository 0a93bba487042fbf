output "name" {
  description = "Name of everything that is made: the service and its environment, so that both environments may share an account."
  value       = local.name
}

output "short_name" {
  description = "The same in 32 characters at most, as load balancers and target groups are named."
  value       = local.short_name
}

output "secret_arns" {
  description = "ARNs of exactly the secrets that are named, as a policy needs them."
  value       = local.secret_arns
}

output "ecr_repository" {
  description = "Account, region and name of the image's repository if it lies in ECR; null for other registries."
  value       = local.ecr_repository
}

output "tags" {
  description = "Tags of everything that is made."
  value       = local.tags
}

output "container" {
  description = "Definition of the container, as ECS takes it."
  value       = local.container
}

output "port" {
  description = "Port that the container listens on."
  value       = local.port
}

output "log_group_name" {
  description = "Log group that the container writes to."
  value       = local.log_group_name
}

output "task_size" {
  description = "CPU units and MiB of a task, a pair that Fargate has."
  value       = { cpu = var.cpu, memory = var.memory }
}

output "scaling" {
  description = "Fewest and most tasks."
  value       = { min = var.min_tasks, max = var.max_tasks }
}

output "url" {
  description = "Where the service is reached."
  value       = "https://${var.host}"
}
