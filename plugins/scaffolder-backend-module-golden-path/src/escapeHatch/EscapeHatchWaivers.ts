import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  EscapeHatchClient,
  type EvaluationResult,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { FindingHatch } from '@golden-path/backstage-plugin-golden-path-common';
import { isPluginAbsent } from './isPluginAbsent';

const TIMEOUT_MS = 10_000;

/** Asks the escape-hatch plugin which rules a service may leave now. */
export class EscapeHatchWaivers {
  readonly #auth: AuthService;
  readonly #client: EscapeHatchClient;

  constructor(deps: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = deps.auth;
    this.#client = new EscapeHatchClient({
      discoveryApi: deps.discovery,
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }),
      },
    });
  }

  /**
   * The active escape hatches, by rule. Where the plugin is not installed or does not answer, nothing is waived, and
   * the log says so.
   */
  async find(options: {
    entityRef: string;
    rules: string[];
    logger: LoggerService;
  }): Promise<Map<string, FindingHatch>> {
    const { entityRef, rules, logger } = options;
    const waivers = new Map<string, FindingHatch>();
    try {
      for (const result of await this.#evaluate(entityRef, rules)) {
        const { rule, hatch, expiresAt } = result;
        if (result.result === 'exempt' && hatch && expiresAt) {
          waivers.set(rule, { id: hatch, expiresAt });
        }
      }
    } catch (error) {
      logger.warn(
        `No escape hatch is considered: the escape-hatch plugin ${
          isPluginAbsent(error)
            ? 'is not installed'
            : `could not be asked, ${error}`
        }`,
      );
    }
    return waivers;
  }

  async #evaluate(
    entityRef: string,
    rules: string[],
  ): Promise<EvaluationResult[]> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'escape-hatch',
    });
    const ask = (asked: string[]) =>
      this.#client.evaluate({ entityRef, rules: asked }, { token });
    try {
      return (await ask(rules)).results;
    } catch (error) {
      if (!isUnknownRule(error)) {
        throw error;
      }
    }
    // The plugin does not know each of the rules, and refuses the question in whole.
    const answers = await Promise.all(
      rules.map(rule =>
        ask([rule]).catch(error => {
          if (isUnknownRule(error)) {
            return { results: [] };
          }
          throw error;
        }),
      ),
    );
    return answers.flatMap(({ results }) => results);
  }
}

function isUnknownRule(error: unknown): boolean {
  return ResponseError.is(error) && error.statusCode === 422;
}
