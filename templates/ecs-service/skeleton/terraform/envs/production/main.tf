provider "aws" {
  region = "${{ values.region }}"
}

module "platform" {
  source = "../../modules/platform"

  environment = "production"
}

module "http_service" {
  source = "../../modules/http-service"

  service_name = "${{ values.name }}"
  environment  = "production"
  team         = "${{ values.ownerName }}"

  image    = var.image
  revision = var.revision

  cpu    = ${{ values.size.cpu }}
  memory = ${{ values.size.memory }}
{%- if values.autoscaling %}

  # Follows the load: as many tasks as keep the mean CPU utilisation at 70 %.
  min_tasks = 2
  max_tasks = 10
{%- else %}

  # A fixed number; raise max_tasks to follow the load.
  min_tasks = 2
  max_tasks = 2
{%- endif %}

  # Settings that everyone may read. The application listens on 8080; PORT says so already.
  environment_variables = {}

  # Name of the environment variable = ARN of the secret in Secrets Manager. The task may read exactly these.
  secrets = {}

  # Whether the internet may reach it; if not, only client_cidrs may.
  public = ${{ values.exposure == 'public' }}
{%- if values.host %}

  # Within the environment's domain: its hosted zone gets the record and proves the certificate.
  host = "${{ values.host }}"
{%- else %}

  host = "${{ values.name }}.${module.platform.domain}"
{%- endif %}

  domain                       = module.platform.domain
  zone_id                      = module.platform.zone_id
  vpc_id                       = module.platform.vpc_id
  private_subnet_ids           = module.platform.private_subnet_ids
  public_subnet_ids            = module.platform.public_subnet_ids
  client_cidrs                 = module.platform.client_cidrs
  cluster_arn                  = module.platform.cluster_arn
  access_logs_bucket           = module.platform.access_logs_bucket
  web_acl_arn                  = module.platform.web_acl_arn
  monitoring_security_group_id = module.platform.monitoring_security_group_id
  permissions_boundary         = module.platform.permissions_boundary
}
