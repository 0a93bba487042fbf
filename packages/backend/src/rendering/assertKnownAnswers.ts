import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { parameterNames } from '@golden-path/backstage-plugin-golden-path-common';
import { UsageError } from './UsageError';

/** What the wizard's check page keeps among the answers, whichever template it is. */
const CHECK = 'check';

/**
 * A name that is misspelt would be passed over in silence, and the default of its field taken instead.
 *
 * @throws UsageError for answers to what the template does not ask, with their names and those that it knows
 */
export function assertKnownAnswers(options: {
  template: TemplateEntityV1beta3;
  values: JsonObject;
}): void {
  const { template, values } = options;
  const known = parameterNames(template.spec.parameters);
  const unknown = Object.keys(values).filter(
    name => name !== CHECK && !known.has(name),
  );
  if (unknown.length > 0) {
    throw new UsageError(
      `The template ${template.metadata.name} does not ask for ${unknown.join(
        ', ',
      )}; expected ${
        known.size > 0 ? `some of ${[...known].join(', ')}` : 'no answers'
      }`,
    );
  }
}
