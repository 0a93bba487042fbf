/**
 * A text file to be checked.
 *
 * @public
 */
export interface SourceFile {
  /** From the workspace, with `/`: `orders-api/charts/orders-api/values.yaml`. */
  path: string;
  content: string;
}
