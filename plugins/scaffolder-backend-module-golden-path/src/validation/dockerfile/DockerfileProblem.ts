/** What is wrong at a place of a Dockerfile. */
export interface DockerfileProblem {
  /** From 0, as the parser counts. */
  line: number;
  message: string;
  fix: string;
}
