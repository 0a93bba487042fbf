import type { DoraTranslation } from '../translation/useDoraTranslation';

/** Built-in kinds of sources, in the order in which they are listed. */
export const SOURCE_TYPES = [
  'gitops',
  'git',
  'cdevents',
  'github',
  'alertmanager',
  'pagerduty',
] as const;

type SourceType = (typeof SOURCE_TYPES)[number];

/** A kind of source as it is called; one that a module brought by its own name. */
export function sourceName(type: string, t: DoraTranslation): string {
  return (SOURCE_TYPES as readonly string[]).includes(type)
    ? t(`quality.sources.types.${type as SourceType}`)
    : type;
}
