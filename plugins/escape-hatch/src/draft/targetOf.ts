import type { HatchTarget } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { DraftFields } from './DraftFields';

const NAMES = ['cluster', 'namespace', 'kind', 'name'] as const;
const SETS = ['environments', 'vulnerabilities'] as const;

/** The machine target of a form; undefined where nothing is named: everywhere. */
export function targetOf(fields: DraftFields): HatchTarget | undefined {
  const target: HatchTarget = {};
  for (const name of NAMES) {
    const text = fields[name].trim();
    if (text) {
      target[name] = text;
    }
  }
  for (const name of SETS) {
    if (fields[name].length > 0) {
      target[name] = fields[name];
    }
  }
  return Object.keys(target).length > 0 ? target : undefined;
}
