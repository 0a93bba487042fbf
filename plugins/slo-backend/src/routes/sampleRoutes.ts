import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  type CatalogAccess,
  defineRoute,
  type PusherPolicy,
  toPushTarget,
  type Route,
} from '@golden-path/backstage-http-api';
import type { SamplesResult } from '@golden-path/backstage-plugin-slo-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { toSeconds } from '../database/instants';
import { PolicyAnnouncer } from '../policy/PolicyAnnouncer';
import { readSamples } from '../samples/readSamples';
import { samplesRequestSchema } from '../samples/sampleSchema';
import { windowSeconds } from '../slos/Slo';
import { SloStore } from '../slos/SloStore';
import { historySeconds } from '../tiles/tileLevels';
import { TileRecorder } from '../tiles/TileRecorder';

/** 10,000 samples with all their digits. */
const BODY_LIMIT = 2 * 1024 * 1024;

/** Pushed measurements. */
export function sampleRoutes(options: {
  auth: AuthService;
  knex: Knex;
  access: CatalogAccess;
  slos: SloStore;
  pushers: PusherPolicy;
  recorder: TileRecorder;
  announcer: PolicyAnnouncer;
}): Route[] {
  const { auth, knex, access, slos, pushers, recorder, announcer } = options;
  return [
    defineRoute({
      method: 'post',
      path: '/slos/{id}/samples',
      summary: 'Good and total of tiles; the same tile again replaces it',
      params: z.strictObject({ id: z.string() }),
      query: z.strictObject({}),
      body: samplesRequestSchema,
      bodyLimit: BODY_LIMIT,
      response: z.object({
        accepted: z.number(),
        unchanged: z.number(),
      }) satisfies z.ZodType<SamplesResult>,
      async handle({ params, body, credentials }): Promise<SamplesResult> {
        const slo = await slos.get(knex, params.id);
        if (!slo) {
          throw new NotFoundError(`No SLO found with id '${params.id}'`);
        }
        const subject = serviceSubject(auth, credentials);
        const entity = await access.entity(slo.entityRef, credentials);
        pushers.assertMayPush(subject, [toPushTarget(slo.entityRef, entity)]);
        if (slo.source.type !== 'push') {
          throw new ConflictError(
            `SLO '${slo.name}' of '${slo.entityRef}' is measured by ${slo.source.type} '${slo.source.name}'; samples cannot be pushed`,
          );
        }
        const now = toSeconds(new Date());
        // Refused before the series is locked or made, where its width is not needed to know better.
        const keepSeconds = historySeconds(windowSeconds(slo));
        readSamples({ ...body, tileSeconds: null, keepSeconds, now });
        const recording = await recorder.record({
          sloId: slo.id,
          generation: slo.generation,
          now,
          prepare: series => {
            const { tileSeconds, tiles } = readSamples({
              ...body,
              tileSeconds: series.tileSeconds,
              keepSeconds,
              now,
            });
            return {
              series: { ...series, tileSeconds },
              tiles,
              sourceName: subject.subject,
            };
          },
        });
        if (!recording) {
          throw new ConflictError(
            `SLO '${slo.name}' of '${slo.entityRef}' was redefined meanwhile; push again`,
          );
        }
        await announcer.announce([recording], now);
        return {
          accepted: recording.changed,
          unchanged: body.samples.length - recording.changed,
        };
      },
    }),
  ];
}

function serviceSubject(auth: AuthService, credentials: BackstageCredentials) {
  if (!auth.isPrincipal(credentials, 'service')) {
    throw new NotAllowedError(
      'Samples are pushed with a service token; expected one that may speak for the entity',
    );
  }
  return credentials.principal;
}
