import type { FieldName } from './FieldName';

/** What is wrong with a field. */
export interface FieldProblem {
  field: FieldName;
  /** A sentence that says what is expected. */
  message: string;
  /** Nothing is filled in: to be said only once somebody has tried to save. */
  isMissing?: boolean;
  /** A day that would be right instead, `YYYY-MM-DD`. */
  instead?: string;
}
