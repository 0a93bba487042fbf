/**
 * An answer that does not fit a template's parameters, as the scaffolder tells of it in the `errors` of its answer 400.
 *
 * @public
 */
export interface RefusedAnswer {
  /** From the answers: `instance.resources.cpuLimit`, or `instance` where it is about all of them. */
  property: string;
  /** In the words of JSON Schema: `does not match pattern "^[a-z]+$"`. */
  message: string;
  /** The keyword that is broken, such as `pattern`. */
  name?: string;
  /** The schema that has the keyword. */
  schema?: unknown;
}
