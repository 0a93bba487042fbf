# Both come from the pipeline; everything else about this environment stands in main.tf, where it is reviewed.

variable "image" {
  type        = string
  description = "Image to run, by digest."
}

variable "revision" {
  type        = string
  description = "Commit that the image was built from: the full SHA."
}
