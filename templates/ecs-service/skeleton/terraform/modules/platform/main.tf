# What the platform team offers in an environment: one JSON object in one parameter, so that a service reads either all of it or none. The README lists its fields.

data "aws_ssm_parameter" "platform" {
  name = "/golden-path/${var.environment}/platform"

  lifecycle {
    postcondition {
      condition = can(jsondecode(self.insecure_value)) && alltrue([
        for field in ["vpc_id", "private_subnet_ids", "public_subnet_ids", "client_cidrs", "cluster_arn", "access_logs_bucket", "domain", "zone_id"] :
        can(jsondecode(self.insecure_value)[field])
      ])
      error_message = "Parameter /golden-path/${var.environment}/platform: expected a JSON object with vpc_id, private_subnet_ids, public_subnet_ids, client_cidrs, cluster_arn, access_logs_bucket, domain and zone_id."
    }
  }
}

locals {
  platform = jsondecode(data.aws_ssm_parameter.platform.insecure_value)
}
