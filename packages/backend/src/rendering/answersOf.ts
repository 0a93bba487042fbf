import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { getDefaultFormState, type RJSFSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { isDeepStrictEqual } from 'node:util';

/** Fields that depend on fields that depend on fields … have all appeared after so many rounds. */
const MAX_ROUNDS = 10;

/** The answers as the wizard sends them: what is not answered has the default of its field. */
export function answersOf(
  template: TemplateEntityV1beta3,
  values: JsonObject,
): JsonObject {
  const pages = [template.spec.parameters ?? []].flat() as RJSFSchema[];
  return pages.reduce(fillIn, values);
}

/** A default makes fields appear that depend on it, as it does in the browser. */
function fillIn(values: JsonObject, page: RJSFSchema): JsonObject {
  const schema: RJSFSchema = { ...withoutNames(page), type: 'object' };
  let answers = values;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const filled = getDefaultFormState(validator, schema, answers, schema);
    // Without what is undefined
    const next = JSON.parse(JSON.stringify(filled));
    if (isDeepStrictEqual(next, answers)) {
      break;
    }
    answers = next;
  }
  return answers;
}

/** Names of choices are for people, and the form library warns of where they stand. */
function withoutNames(page: RJSFSchema): RJSFSchema {
  return JSON.parse(
    JSON.stringify(page, (key, value) =>
      key === 'enumNames' ? undefined : value,
    ),
  );
}
