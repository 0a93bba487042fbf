import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { GithubError } from '../github/GithubError';
import type { IssueStore } from '../github/IssueStore';
import type { OwnIssues } from '../github/OwnIssues';
import { resolveRule } from '../rules/resolveRule';
import type { EscapeHatchSettings } from '../settings';
import { demandIssue } from './demandText';
import type { InsightReader } from './InsightReader';

/** Of one opening, ms. */
const TIMEOUT = 25_000;

/** Opens issues that ask for a change of the golden path: one for each rule and period of 90 days. */
export class DemandIssues {
  readonly #reader: InsightReader;
  readonly #store: IssueStore;
  readonly #issues: OwnIssues | undefined;
  readonly #clock: { now(): number };
  readonly #settings: EscapeHatchSettings;

  constructor(options: {
    reader: InsightReader;
    store: IssueStore;
    /** Left out where no repository is configured. */
    issues?: OwnIssues;
    clock: { now(): number };
    settings: EscapeHatchSettings;
  }) {
    this.#reader = options.reader;
    this.#store = options.store;
    this.#issues = options.issues;
    this.#clock = options.clock;
    this.#settings = options.settings;
  }

  /**
   * @returns the issue for a rule, which may have been there already
   * @throws NotFoundError for a rule that there is not
   * @throws ConflictError where no repository is configured, or too few ask for the rule
   * @throws ServiceUnavailableError where GitHub could not be asked
   */
  async open(idOrAlias: string): Promise<{ url: string }> {
    const rule = resolveRule(this.#settings, idOrAlias)?.id;
    if (!rule) {
      throw new NotFoundError(`No rule found with id '${idOrAlias}'`);
    }
    const issues = this.#issues;
    if (!issues) {
      throw new ConflictError(
        'No issue can be opened, for escapeHatch.issues.repository is not configured',
      );
    }
    const { from, servicesTotal, rules } = await this.#reader.demand(
      this.#clock.now(),
    );
    const demand = rules.find(found => found.rule === rule);
    if (!demand?.hasSignal) {
      throw new ConflictError(
        `Too few ask to leave the rule '${rule}' to say that the golden path needs updating`,
      );
    }
    const earlier = await this.#store.countOfRule(rule, from);
    const subject = `rule:${rule}:${earlier + 1}`;
    const signal = AbortSignal.timeout(TIMEOUT);
    try {
      return await issues.hold(
        { subject, rule, signal },
        async ({ marker, make }) => {
          const settings = this.#settings;
          const text = demandIssue({ demand, servicesTotal, marker, settings });
          return { url: (await make(text)).url };
        },
      );
    } catch (error) {
      throw error instanceof GithubError
        ? new ServiceUnavailableError(error.message, error)
        : error;
    }
  }
}
