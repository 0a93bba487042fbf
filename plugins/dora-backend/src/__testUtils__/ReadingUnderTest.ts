import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogAccess, FileAnswer } from '@golden-path/backstage-http-api';
import { doraReadPermission } from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { createReading } from '../createReading';
import { openDatabase } from '../database/openDatabase';
import { readSettings } from '../settings';
import { FactTables } from './FactTables';

const ZONE = 'Europe/London';

/** The routes that answer questions about facts, without a host around them. */
export class ReadingUnderTest {
  readonly knex: Knex;
  readonly facts: FactTables;
  readonly #reading: ReturnType<typeof createReading>;

  private constructor(knex: Knex, reading: ReturnType<typeof createReading>) {
    this.knex = knex;
    this.facts = new FactTables(knex, ZONE);
    this.#reading = reading;
  }

  static async create(options: {
    knex: Knex;
    entities: Entity[];
  }): Promise<ReadingUnderTest> {
    const config = mockServices.rootConfig({
      data: {
        integrations: { github: [{ host: 'github.com' }] },
        dora: { timeZone: ZONE },
      },
    });
    const knex = await openDatabase(
      mockServices.database({ knex: options.knex }),
    );
    const access = new CatalogAccess({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: options.entities }),
      permissions: mockServices.permissions(),
      readPermission: doraReadPermission,
    });
    const reading = createReading({
      access,
      config,
      knex,
      settings: readSettings(config),
      sources: { list: async () => [] },
    });
    return new ReadingUnderTest(knex, reading);
  }

  /** What a GET answers, checked against what the route says that it answers. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async get(path: string, query: Record<string, string> = {}): Promise<any> {
    const [, id] = /^\/deployments\/(.+)$/.exec(path) ?? [];
    const route = this.#reading.routes.find(
      it =>
        it.method === 'get' &&
        it.path === (id === undefined ? path : '/deployments/{id}'),
    )!;
    const answer = await route.handle({
      params: id === undefined ? {} : { id },
      query: route.query.parse(query),
      body: undefined,
      headers: {},
      credentials: mockCredentials.user(),
    });
    return answer instanceof FileAnswer
      ? textOf(answer)
      : route.response.parse(answer);
  }

  /** All items of a list, page by page. */
  async all(
    path: string,
    query: Record<string, string> = {},
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
  ): Promise<any[]> {
    const items = [];
    let cursor: string | undefined;
    do {
      const page = await this.get(path, {
        ...query,
        ...(cursor && { cursor }),
      });
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  }
}

async function textOf({ content }: FileAnswer): Promise<string> {
  let text = '';
  for await (const part of Buffer.isBuffer(content) ? [content] : content) {
    text += part;
  }
  return text;
}
