variable "environment" {
  type        = string
  description = "Name of the environment, staging or production."
}
