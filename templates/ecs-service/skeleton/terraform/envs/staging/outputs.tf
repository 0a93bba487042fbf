output "url" {
  description = "Where the service is reached; smoke tests ask there."
  value       = module.http_service.url
}

output "image" {
  description = "Image that was applied last; plans of unchanged code and the search for drift take it from here."
  value       = module.http_service.image
}

output "revision" {
  description = "Commit that was applied last."
  value       = module.http_service.revision
}

output "cluster_arn" {
  description = "ECS cluster that the service runs in."
  value       = module.http_service.cluster_arn
}

output "service_name" {
  description = "Name of the service in ECS."
  value       = module.http_service.service_name
}

output "task_definition_arn" {
  description = "Task definition that has to be running after an apply."
  value       = module.http_service.task_definition_arn
}
