import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { mountRoutes } from '@golden-path/backstage-http-api';
import express from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import { FactsUnderTest } from '../../facts/__testUtils__/FactsUnderTest';
import { SourceStore } from '../../sources/SourceStore';
import { createIngest } from '../createIngest';

/** CI of the repository of payments. */
export const PAYMENTS_CI = 'repo:acme/payments:ref:refs/heads/main';

/** The routes that events are pushed to, on a database with the services payments and orders. */
export class IngestUnderTest {
  private constructor(
    readonly facts: FactsUnderTest,
    readonly app: express.Express,
  ) {}

  static async create(
    knex: Knex,
    dora: JsonObject = {},
  ): Promise<IngestUnderTest> {
    const config = new ConfigReader({
      integrations: { github: [{ host: 'github.com' }] },
      dora: {
        pushers: [{ subject: 'demo-ci', entities: ['*'] }],
        ...dora,
      },
    });
    const facts = await FactsUnderTest.create(knex, {
      services: ['payments', 'orders'].map(name => ({
        entity_ref: `component:default/${name}`,
        name,
        repository: `github.com/acme/${name}`,
        repository_url: `https://github.com/acme/${name}`,
        pagerduty_id: `P${name.toLocaleUpperCase('en-US')}`,
      })),
    });
    const { routes } = createIngest({
      auth: mockServices.auth({ pluginId: 'dora' }),
      config,
      knex,
      logger: mockServices.logger.mock(),
      recorder: facts.recorder,
      sources: new SourceStore(),
    });
    const app = express()
      .use(
        mountRoutes({
          routes,
          httpAuth: mockServices.httpAuth({ pluginId: 'dora' }),
        }),
      )
      .use(mockErrorHandler());
    return new IngestUnderTest(facts, app);
  }

  /** A request of a service, or without credentials of Backstage. */
  post(
    path: string,
    options: {
      subject?: string;
      headers?: Record<string, string>;
      body: string | Buffer | object;
    },
  ) {
    const { subject, headers = {}, body } = options;
    const text =
      typeof body === 'string' || Buffer.isBuffer(body)
        ? body
        : JSON.stringify(body);
    return request(this.app)
      .post(path)
      .set({
        ...(subject && { authorization: serviceToken(subject) }),
        'content-type': 'application/json',
        ...headers,
      })
      .send(text);
  }

  async logged(): Promise<number> {
    const rows = await this.facts.knex('dora_events');
    return rows.length;
  }
}

function serviceToken(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'dora',
  });
}
