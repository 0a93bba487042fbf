import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { SerializedFile } from '@backstage/plugin-scaffolder-node';
import { describeRefusedAnswers } from '@golden-path/backstage-plugin-golden-path-common';
import { z } from 'zod';

const TIMEOUT_MS = 60_000;

const resultSchema = z.object({
  directoryContents: z.array(
    z.object({ path: z.string(), base64Content: z.base64() }),
  ),
  output: z.record(z.string(), z.unknown()),
});

const failureSchema = z.union([
  z.object({ error: z.object({ message: z.string() }) }),
  z.object({
    errors: z.array(
      z.object({
        property: z.string(),
        message: z.string(),
        name: z.string().optional(),
        schema: z.unknown().optional(),
      }),
    ),
  }),
]);

/** What a template makes of answers when it only tries. */
export interface DryRun {
  files: SerializedFile[];
  /** As the template's `output` says. */
  output: Record<string, unknown>;
}

/** Has the scaffolder run templates without any effect, as the person who asks. */
export class ScaffolderDryRuns {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(deps: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = deps.auth;
    this.#discovery = deps.discovery;
  }

  /**
   * @throws InputError where the answers do not fit the template's parameters, or a step refuses them
   * @throws NotAllowedError where the person may not run templates
   */
  async run(options: {
    template: Entity;
    folder: SerializedFile[];
    values: Record<string, unknown>;
    credentials: BackstageCredentials;
  }): Promise<DryRun> {
    const { template, folder, values, credentials } = options;
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'scaffolder',
    });
    const baseUrl = await this.#discovery.getBaseUrl('scaffolder');
    const response = await fetch(`${baseUrl}/v2/dry-run`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({
        template,
        values,
        directoryContents: folder.map(({ path, content }) => ({
          path,
          base64Content: content.toString('base64'),
        })),
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      throw failure(template, response.status, await response.text());
    }
    const result = resultSchema.parse(await response.json());
    return {
      files: result.directoryContents.map(({ path, base64Content }) => ({
        path,
        content: Buffer.from(base64Content, 'base64'),
      })),
      output: result.output,
    };
  }
}

function failure(template: Entity, status: number, body: string): Error {
  const message = `${stringifyEntityRef(
    template,
  )} cannot be tried out: ${reasonOf(body)}`;
  if (status === 403) {
    return new NotAllowedError(message);
  }
  return status < 500 ? new InputError(message) : new Error(message);
}

/** The scaffolder tells of answers that do not fit in a form of its own. */
function reasonOf(body: string): string {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    return 'the scaffolder gave no reason';
  }
  const parsed = failureSchema.safeParse(content);
  if (!parsed.success) {
    return 'the scaffolder gave no reason';
  }
  return 'error' in parsed.data
    ? parsed.data.error.message
    : describeRefusedAnswers(parsed.data.errors).join('; ');
}
