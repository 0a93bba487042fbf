import type { DraftFields } from '../../draft/DraftFields';
import type { FieldName } from '../../draft/FieldName';
import type { FieldProblem } from '../../draft/FieldProblem';

/** The form as its fields see it. */
export interface FormState {
  fields: DraftFields;
  set: (change: Partial<DraftFields>) => void;
  /** Id of a field's control. */
  idOf: (name: FieldName) => string;
  /** What is to be said of a field now. */
  problemOf: (name: FieldName) => FieldProblem | undefined;
  messageOf: (name: FieldName) => string | undefined;
}
