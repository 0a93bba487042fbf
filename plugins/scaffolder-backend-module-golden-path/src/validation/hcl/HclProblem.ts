/** What is wrong at a place of Terraform code. */
export interface HclProblem {
  file: string;
  /** From 1. */
  line: number;
  message: string;
  fix: string;
}
