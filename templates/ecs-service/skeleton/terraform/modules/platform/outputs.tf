output "vpc_id" {
  description = "VPC of the environment."
  value       = local.platform.vpc_id
}

output "private_subnet_ids" {
  description = "Private subnets, one for each availability zone."
  value       = local.platform.private_subnet_ids
}

output "public_subnet_ids" {
  description = "Public subnets, one for each availability zone."
  value       = local.platform.public_subnet_ids
}

output "client_cidrs" {
  description = "IPv4 ranges that may connect to internal services."
  value       = local.platform.client_cidrs
}

output "cluster_arn" {
  description = "ECS cluster of the environment."
  value       = local.platform.cluster_arn
}

output "access_logs_bucket" {
  description = "S3 bucket for the access logs of load balancers."
  value       = local.platform.access_logs_bucket
}

output "domain" {
  description = "Domain below which services get their names."
  value       = local.platform.domain
}

output "zone_id" {
  description = "Public hosted zone of the domain."
  value       = local.platform.zone_id
}

output "web_acl_arn" {
  description = "Web application firewall of public services; null where the environment has none, and then no public services either."
  value       = lookup(local.platform, "web_acl_arn", null)
}

output "monitoring_security_group_id" {
  description = "Security group of Prometheus; null where nothing reads metrics."
  value       = lookup(local.platform, "monitoring_security_group_id", null)
}

output "permissions_boundary" {
  description = "Policy that bounds the roles of services; null where the account demands none."
  value       = lookup(local.platform, "permissions_boundary", null)
}
