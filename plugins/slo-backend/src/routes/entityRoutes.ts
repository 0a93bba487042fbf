import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  type CatalogAccess,
  defineRoute,
  type Route,
} from '@golden-path/backstage-http-api';
import {
  EntityBudget,
  SLO_ANNOTATION,
} from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { toSeconds } from '../database/instants';
import { DiscoverDocuments } from '../documents/DiscoverDocuments';
import { EntityStore } from '../documents/EntityStore';
import { toSloEntity } from '../documents/SloEntity';
import { entityBudgetSchema } from '../schemas/statusSchema';
import { StatusReader } from '../status/StatusReader';

/** What an entity's page shows. */
export function entityRoutes(options: {
  knex: Knex;
  access: CatalogAccess;
  entities: EntityStore;
  discovery: DiscoverDocuments;
  reader: StatusReader;
}): Route[] {
  const { knex, access, entities, discovery, reader } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/entities/{kind}/{namespace}/{name}/budget',
      summary: 'All SLOs of an entity, or why it has none',
      params: z.strictObject({
        kind: z.string(),
        namespace: z.string(),
        name: z.string(),
      }),
      query: z.strictObject({}),
      response: entityBudgetSchema,
      async handle({ params, credentials }): Promise<EntityBudget> {
        await access.assertMayRead(credentials);
        const entityRef = stringifyEntityRef(params);
        const entity = await access.entity(entityRef, credentials);
        if (!entity) {
          throw new NotFoundError(`No entity found with ref '${entityRef}'`);
        }
        if (!entity.metadata.annotations?.[SLO_ANNOTATION]) {
          return { slos: [], reason: 'no-annotation', problems: [] };
        }
        const now = toSeconds(new Date());
        let record = await entities.get(knex, entityRef);
        if (!record) {
          // Registered a moment ago: nobody should have to wait for the next scheduled pass.
          await discovery.refresh(toSloEntity(entity), now);
          record = await entities.get(knex, entityRef);
        }
        const read = await reader.readEntity(entityRef, now);
        return {
          slos: read.map(({ status }) => status),
          reason: read.length > 0 ? null : record?.reason ?? null,
          problems: record?.problems ?? [],
          annotation: record?.annotation,
          lookedIn: shownPlace(record?.lookedIn),
        };
      },
    }),
  ];
}

/** Where documents were looked for; paths of the server's own disk are nobody's business. */
function shownPlace(url: string | undefined): string | undefined {
  return url?.startsWith('file:') ? undefined : url || undefined;
}
