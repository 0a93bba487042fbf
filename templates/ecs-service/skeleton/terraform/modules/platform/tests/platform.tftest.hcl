mock_provider "aws" {}

variables {
  environment = "staging"
}

run "reads_the_platform" {
  override_data {
    target = data.aws_ssm_parameter.platform
    values = {
      insecure_value = "{\"vpc_id\":\"vpc-0a1b2c3d\",\"private_subnet_ids\":[\"subnet-1\",\"subnet-2\"],\"public_subnet_ids\":[\"subnet-3\",\"subnet-4\"],\"client_cidrs\":[\"10.0.0.0/16\"],\"cluster_arn\":\"arn:aws:ecs:eu-west-1:123456789012:cluster/staging\",\"access_logs_bucket\":\"logs\",\"domain\":\"staging.example.com\",\"zone_id\":\"Z1\"}"
    }
  }

  assert {
    condition     = output.private_subnet_ids[1] == "subnet-2" && output.domain == "staging.example.com"
    error_message = "The fields of the parameter are the outputs."
  }

  assert {
    condition     = output.web_acl_arn == null && output.monitoring_security_group_id == null && output.permissions_boundary == null
    error_message = "What an environment need not have is null."
  }
}

run "names_what_is_missing" {
  command = plan

  override_data {
    target = data.aws_ssm_parameter.platform
    values = {
      insecure_value = "{\"vpc_id\":\"vpc-0a1b2c3d\"}"
    }
  }

  expect_failures = [data.aws_ssm_parameter.platform]
}
