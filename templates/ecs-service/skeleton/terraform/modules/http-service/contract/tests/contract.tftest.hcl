# No provider, no account: what follows from the answers, and which are refused.

variables {
  service_name          = "orders-api"
  environment           = "production"
  team                  = "shop"
  region                = "eu-west-1"
  image                 = "ghcr.io/example/orders-api@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  revision              = "0123456789abcdef0123456789abcdef01234567"
  cpu                   = 256
  memory                = 512
  min_tasks             = 2
  max_tasks             = 10
  environment_variables = { LOG_LEVEL = "info" }
  secrets               = {}
  registry_secret       = null
  domain                = "example.com"
  host                  = "orders-api.example.com"
}

run "required_tags_win" {
  variables {
    tags = { Team = "someone-else", ManagedBy = "hand", CostCentre = "42" }
  }

  assert {
    condition = output.tags == {
      Service     = "orders-api"
      Environment = "production"
      ManagedBy   = "terraform"
      Team        = "shop"
      CostCentre  = "42"
    }
    error_message = "Required tags win on conflict, further tags are kept: ${jsonencode(output.tags)}"
  }
}

run "environments_share_an_account" {
  assert {
    condition     = output.name == "orders-api-production" && output.short_name == "orders-api-production" && output.log_group_name == "/ecs/orders-api-production"
    error_message = "Names say which environment they are of."
  }
}

run "long_names_fit_and_differ" {
  variables {
    service_name = "a-name-of-exactly-forty-characters-ab-cd"
  }

  assert {
    # 40 + 1 + 10 characters; the first 25, then six of sha256("a-name-of-exactly-forty-characters-ab-cd-production").
    condition     = output.short_name == "a-name-of-exactly-forty-c-${substr(sha256("a-name-of-exactly-forty-characters-ab-cd-production"), 0, 6)}"
    error_message = "Load balancers take 32 characters, of which six tell long names apart: ${output.short_name}"
  }

  assert {
    condition     = length(output.short_name) == 32
    error_message = "Load balancers take 32 characters."
  }
}

run "no_two_hyphens_where_a_name_is_cut" {
  variables {
    service_name = "twenty-four-characters-a-and-more"
  }

  assert {
    condition     = startswith(output.short_name, "twenty-four-characters-a-") && !strcontains(output.short_name, "--") && length(output.short_name) <= 32
    error_message = "A name that is cut at a hyphen keeps one: ${output.short_name}"
  }
}

run "a_beginning_that_aws_keeps_for_itself" {
  variables {
    service_name = "internal-api"
  }

  assert {
    condition     = output.short_name == "lb-internal-api-production" && output.name == "internal-api-production"
    error_message = "Load balancers may not begin with internal-: ${output.short_name}"
  }
}

run "container_is_confined" {
  assert {
    condition = (
      output.container.readonlyRootFilesystem == true &&
      output.container.privileged == false &&
      output.container.user == "10001:10001" &&
      output.container.linuxParameters.capabilities.drop == ["ALL"]
    )
    error_message = "The container runs as 10001, without capabilities, on a read-only file system."
  }

  assert {
    condition     = output.container.essential && output.container.image == var.image && output.container.ulimits == [{ name = "nofile", softLimit = 65536, hardLimit = 65536 }]
    error_message = "The seed's container."
  }

  assert {
    condition     = output.container.portMappings == [{ name = "http", containerPort = 8080, hostPort = 8080, protocol = "tcp" }]
    error_message = "One port, 8080."
  }

  assert {
    condition     = output.container.linuxParameters.tmpfs == [{ containerPath = "/tmp", size = 64, mountOptions = ["noexec", "nosuid", "nodev"] }]
    error_message = "Only /tmp can be written to."
  }

  assert {
    condition     = output.container.logConfiguration.options["awslogs-group"] == "/ecs/orders-api-production" && output.container.logConfiguration.options["awslogs-region"] == "eu-west-1"
    error_message = "Logs go to the group of the service."
  }

  assert {
    condition     = output.container.dockerLabels["org.opencontainers.image.revision"] == "0123456789abcdef0123456789abcdef01234567"
    error_message = "A running task says which commit it is."
  }
}

run "port_is_the_platforms" {
  variables {
    environment_variables = { PORT = "1", LOG_LEVEL = "info" }
  }

  assert {
    condition     = output.container.environment == [{ name = "LOG_LEVEL", value = "info" }, { name = "PORT", value = "8080" }]
    error_message = "The load balancer asks 8080, whatever the answers say: ${jsonencode(output.container.environment)}"
  }
}

run "secrets_are_references" {
  variables {
    secrets = {
      DATABASE_URL = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/orders-AbCdEf"
      API_KEY      = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/keys-GhIjKl:payment::"
      OTHER_KEY    = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/keys-GhIjKl:other:AWSCURRENT:"
    }
    registry_secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-MnOpQr"
  }

  assert {
    condition = output.container.secrets == [
      { name = "API_KEY", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/keys-GhIjKl:payment::" },
      { name = "DATABASE_URL", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/orders-AbCdEf" },
      { name = "OTHER_KEY", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/keys-GhIjKl:other:AWSCURRENT:" },
    ]
    error_message = "The container gets references: ${jsonencode(output.container.secrets)}"
  }

  assert {
    condition = output.secret_arns == tolist([
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-MnOpQr",
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/keys-GhIjKl",
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/orders-AbCdEf",
    ])
    error_message = "A policy needs each secret once, without its json key: ${jsonencode(output.secret_arns)}"
  }

  assert {
    condition     = output.container.repositoryCredentials == { credentialsParameter = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-MnOpQr" }
    error_message = "The registry's password is a reference, too."
  }
}

run "nothing_to_read_without_secrets" {
  assert {
    condition     = length(output.secret_arns) == 0 && output.container.repositoryCredentials == null && output.ecr_repository == null
    error_message = "Without secrets there is nothing to allow."
  }
}

run "image_in_ecr" {
  variables {
    image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/orders-api@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  }

  assert {
    condition     = output.ecr_repository == { account = "123456789012", region = "eu-central-1", name = "shop/orders-api" }
    error_message = "The repository is found in the image: ${jsonencode(output.ecr_repository)}"
  }
}

run "one_task_is_enough_for_staging" {
  variables {
    environment = "staging"
    min_tasks   = 1
    max_tasks   = 1
  }

  assert {
    condition     = output.scaling == { min = 1, max = 1 }
    error_message = "Staging may run a single task."
  }
}

run "host_is_the_domain_itself" {
  variables {
    host = "example.com"
  }

  assert {
    condition     = output.url == "https://example.com"
    error_message = "The domain itself is within the domain."
  }
}

# Refused.

run "name_with_upper_case" {
  command = plan
  variables { service_name = "Orders" }
  expect_failures = [var.service_name]
}

run "name_with_two_hyphens" {
  command = plan
  variables { service_name = "orders--api" }
  expect_failures = [var.service_name]
}

run "name_of_41_characters" {
  command = plan
  variables { service_name = "a-name-of-one-more-than-forty-characters1" }
  expect_failures = [var.service_name]
}

run "unknown_environment" {
  command = plan
  variables { environment = "prod" }
  expect_failures = [var.environment]
}

run "team_with_kind" {
  command = plan
  variables { team = "group:default/shop" }
  expect_failures = [var.team]
}

run "image_by_tag" {
  command = plan
  variables { image = "ghcr.io/example/orders-api:latest" }
  expect_failures = [var.image]
}

run "short_revision" {
  command = plan
  variables { revision = "0123456" }
  expect_failures = [var.revision]
}

run "pair_that_fargate_lacks" {
  command = plan
  variables {
    cpu    = 256
    memory = 4096
  }
  expect_failures = [var.memory]
}

run "cpu_that_fargate_lacks" {
  command = plan
  variables { cpu = 300 }
  expect_failures = [var.memory]
}

run "one_task_in_production" {
  command = plan
  variables { min_tasks = 1 }
  expect_failures = [var.min_tasks]
}

run "half_a_task" {
  command = plan
  variables { min_tasks = 2.5 }
  expect_failures = [var.min_tasks]
}

run "most_below_fewest" {
  command = plan
  variables { max_tasks = 1 }
  expect_failures = [var.max_tasks]
}

run "password_in_the_open" {
  command = plan
  variables { environment_variables = { DATABASE_PASSWORD = "hunter2" } }
  expect_failures = [var.environment_variables]
}

run "token_in_the_open" {
  command = plan
  variables { environment_variables = { GITHUB_TOKEN = "hunter2" } }
  expect_failures = [var.environment_variables]
}

run "api_key_in_the_open" {
  command = plan
  variables { environment_variables = { STRIPE_API_KEY = "hunter2" } }
  expect_failures = [var.environment_variables]
}

run "a_key_that_is_no_credential" {
  command = plan
  variables { environment_variables = { SORT_KEY = "name", KEYBOARD = "qwerty" } }

  assert {
    condition     = length(output.container.environment) == 3
    error_message = "Only names of credentials are refused."
  }
}

run "secret_by_its_value" {
  command = plan
  variables { secrets = { DATABASE_URL = "postgres://db.example.com/orders" } }
  expect_failures = [var.secrets]
}

run "secret_without_its_end" {
  command = plan
  variables { secrets = { DATABASE_URL = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/orders" } }
  expect_failures = [var.secrets]
}

run "secret_by_wildcard" {
  command = plan
  variables { secrets = { DATABASE_URL = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/*" } }
  expect_failures = [var.secrets]
}

run "secret_and_setting_of_one_name" {
  command = plan
  variables {
    environment_variables = { DATABASE_URL = "postgres://localhost/orders" }
    secrets               = { DATABASE_URL = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/orders-AbCdEf" }
  }
  expect_failures = [var.secrets]
}

run "registry_secret_by_its_name" {
  command = plan
  variables { registry_secret = "registry" }
  expect_failures = [var.registry_secret]
}

run "host_of_another_domain" {
  command = plan
  variables { host = "orders.example.org" }
  expect_failures = [var.host]
}

run "host_that_only_ends_alike" {
  command = plan
  variables { host = "badexample.com" }
  expect_failures = [var.host]
}
