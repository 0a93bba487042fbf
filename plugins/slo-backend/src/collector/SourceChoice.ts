import { assertError, InputError } from '@backstage/errors';
import type {
  Problem,
  SloDefinition,
} from '@golden-path/backstage-plugin-slo-common';
import type { SliProvider } from '@golden-path/backstage-plugin-slo-node';
import type { SloEntity } from '../documents/SloEntity';
import type { Slo } from '../slos/Slo';

/** Name by which a document asks for pushed samples although there is a source. */
const PUSH = 'push';

/** Which source measures an SLO: one for each, or pushed samples where there is none. */
export class SourceChoice {
  readonly #providers: Map<string, SliProvider>;

  /** @throws InputError when two sources have the same name */
  constructor(providers: SliProvider[]) {
    this.#providers = new Map();
    for (const provider of providers) {
      if (provider.name === PUSH || this.#providers.has(provider.name)) {
        throw new InputError(
          `SLI source '${provider.name}' (${provider.type}): expected a name of its own`,
        );
      }
      this.#providers.set(provider.name, provider);
    }
  }

  /** @throws InputError when document or annotation name a source that is not there */
  choose(entity: SloEntity, definition: SloDefinition): Slo['source'] {
    const wanted = definition.source ?? entity.prometheus ?? undefined;
    const [first] = this.#providers.values();
    const provider = wanted === undefined ? first : this.#providers.get(wanted);
    if (provider) {
      return { type: provider.type, name: provider.name };
    }
    if (wanted === undefined || wanted === PUSH) {
      return { type: PUSH, name: null };
    }
    const known = [...this.#providers.keys(), PUSH].join(', ');
    throw new InputError(
      `no metric source is named '${wanted}'; expected one of ${known}`,
    );
  }

  /** What is wrong with the sources that definitions ask for. */
  problems(entity: SloEntity, definitions: SloDefinition[]): Problem[] {
    return definitions.flatMap(definition => {
      try {
        this.choose(entity, definition);
        return [];
      } catch (error) {
        assertError(error);
        const { file, indicatorLine, line } = definition.location;
        return {
          severity: 'error' as const,
          file,
          line: indicatorLine ?? line,
          column: 1,
          path: definition.name,
          message: error.message,
        };
      }
    });
  }
}
