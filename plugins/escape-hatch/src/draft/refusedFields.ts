import type { FieldProblem } from './FieldProblem';
import { type FieldName, fieldOfPath } from './FieldName';

/** Where the guards of the API look that name no path. */
const GUARDS: Record<string, FieldName> = {
  'unknown-rule': 'rules',
  'rule-not-waivable': 'rules',
  'expiry-in-past': 'expiresAt',
  'expiry-beyond-cap': 'expiresAt',
  'start-after-expiry': 'startsAt',
};

const NAMED = /^([\w.[\]-]+): (.+)$/s;

/**
 * The fields that a refusal of the backend is about. It begins with the name of a guard, with the path of a field, or
 * with both; several paths are parted by semicolons: `target.namespace: expected …; rules[0]: expected …`. Empty where
 * it is about no field.
 */
export function refusedFields(message: string): FieldProblem[] {
  return message.split(/; (?=[\w.[\]-]+: )/).flatMap(part => {
    let sentence = part;
    let field: FieldName | undefined;
    for (let named = NAMED.exec(part); named; named = NAMED.exec(sentence)) {
      const [, name, rest] = named;
      const meant = fieldOfPath(name) ?? GUARDS[name] ?? field;
      if (!meant && name !== 'field-missing') {
        break;
      }
      field = meant;
      sentence = rest;
    }
    return field ? [{ field, message: capital(sentence) }] : [];
  });
}

/** Messages of the API go on from a path; at a field they stand alone. */
function capital(sentence: string): string {
  return `${sentence.charAt(0).toLocaleUpperCase('en-GB')}${sentence.slice(1)}`;
}
