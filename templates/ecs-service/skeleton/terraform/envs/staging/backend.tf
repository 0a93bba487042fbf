terraform {
  # Bucket and region are the account's and come with `tofu init` (.github/scripts/terraform/init.sh). The state is encrypted and versioned there.
  backend "s3" {
    key     = "services/${{ values.name }}/staging.tfstate"
    encrypt = true
    # Two runs never write at once: the second waits for the lock, a file beside the state.
    use_lockfile = true
  }
}
