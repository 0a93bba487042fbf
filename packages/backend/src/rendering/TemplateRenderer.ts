import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import gitlabModule from '@backstage/plugin-scaffolder-backend-module-gitlab';
import type { JsonObject } from '@backstage/types';
import {
  describeRefusedAnswers,
  type RefusedAnswer,
  type ValidationReport,
} from '@golden-path/backstage-plugin-golden-path-common';
import goldenPathModule from '@golden-path/backstage-plugin-scaffolder-backend-module-golden-path';
import { answersOf } from './answersOf';
import { OfflineCatalog } from './OfflineCatalog';
import { readTemplate } from './readTemplate';
import { readTemplateFolder } from './readTemplateFolder';
import { silentLogger } from './silentLogger';

/** What a template makes of answers. */
export interface Rendering {
  /** By path in the workspace, such as `orders-api/Dockerfile`, in the order of the paths. */
  files: Map<string, Buffer>;
  /** Null where the template checks nothing. */
  validation: ValidationReport | null;
  /** As the template's `output` says. */
  output: JsonObject;
}

/**
 * Renders templates by the scaffolder's own engine, in a dry run: a backend with the scaffolder, the golden path's
 * actions and nothing else, on the loopback interface, whose database is in memory. It reaches no network.
 */
export class TemplateRenderer {
  readonly #url: string;
  readonly #token: string;
  readonly #stop: () => Promise<void>;

  private constructor(options: {
    url: string;
    token: string;
    stop: () => Promise<void>;
  }) {
    this.#url = options.url;
    this.#token = options.token;
    this.#stop = options.stop;
  }

  /**
   * @param options - `entities`: all of the catalog; without it every entity that is asked for exists. `remotes`:
   * prefixes of the URLs of git repositories that may be answered, beside those of the hosts of source control
   */
  static async start(
    options: { entities?: Entity[]; remotes?: string[] } = {},
  ): Promise<TemplateRenderer> {
    const { entities, remotes = [] } = options;
    const token = randomBytes(24).toString('base64url');
    const directory = await mkdtemp(join(tmpdir(), 'golden-path-render-'));
    let server: Server | undefined;

    const backend = createBackend();
    backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () =>
          new ConfigReader(rendererConfig({ token, directory, remotes })),
      }),
    );
    backend.add(silentLogger);
    backend.add(
      rootHttpRouterServiceFactory({
        configure(context) {
          server = context.server;
          context.applyDefaults();
        },
      }),
    );
    backend.add(
      createServiceFactory({
        service: coreServices.discovery,
        deps: {},
        factory: () => {
          const getBaseUrl = async (plugin: string) =>
            `${urlOf(server)}/api/${plugin}`;
          return { getBaseUrl, getExternalBaseUrl: getBaseUrl };
        },
      }),
    );
    backend.add(
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => new OfflineCatalog({ entities }),
      }),
    );
    backend.add(scaffolderPlugin);
    backend.add(githubModule);
    backend.add(gitlabModule);
    backend.add(goldenPathModule);
    await backend.start();
    return new TemplateRenderer({
      url: urlOf(server),
      token,
      async stop() {
        await backend.stop();
        await rm(directory, { recursive: true, force: true });
      },
    });
  }

  async stop(): Promise<void> {
    await this.#stop();
  }

  /**
   * @param options - `folder`: of the template, with `template.yaml`; `values`: answers of the wizard, where what is
   * left out has the default of its field
   * @throws InputError for answers that the template refuses, with each and why
   * @throws UsageError for a folder that has no template
   */
  async render(options: {
    folder: string;
    values: JsonObject;
  }): Promise<Rendering> {
    const { folder, values } = options;
    const template = await readTemplate(folder);
    const contents = await readTemplateFolder(folder);
    const response = await fetch(`${this.#url}/api/scaffolder/v2/dry-run`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${this.#token}`,
      },
      body: JSON.stringify({
        template,
        values: answersOf(template, values),
        directoryContents: contents.map(({ path, content }) => ({
          path,
          base64Content: content.toString('base64'),
        })),
      }),
    });
    const body = await response.json();
    if (!response.ok) {
      throw new InputError(reasonOf(body));
    }
    const files: Array<{ path: string; base64Content: string }> =
      body.directoryContents;
    return {
      files: new Map(
        files
          .map(({ path, base64Content }): [string, Buffer] => [
            path,
            Buffer.from(base64Content, 'base64'),
          ])
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
      validation: body.output.validation ?? null,
      output: body.output,
    };
  }
}

function rendererConfig(options: {
  token: string;
  directory: string;
  remotes: string[];
}): JsonObject {
  const { token, directory, remotes } = options;
  return {
    app: { baseUrl: 'http://127.0.0.1' },
    backend: {
      baseUrl: 'http://127.0.0.1',
      listen: { host: '127.0.0.1', port: 0 },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'renderer' } },
        ],
      },
      workingDirectory: directory,
    },
    events: { useEventBus: 'never' },
    goldenPath: { git: { remotes: remotes.map(url => ({ url })) } },
  };
}

function urlOf(server: Server | undefined): string {
  const { port } = server?.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** The scaffolder tells of answers that do not fit in a form of its own. */
function reasonOf(body: {
  error?: { message: string };
  errors?: RefusedAnswer[];
}): string {
  return body.errors
    ? describeRefusedAnswers(body.errors).join('\n')
    : body.error?.message ?? JSON.stringify(body);
}
