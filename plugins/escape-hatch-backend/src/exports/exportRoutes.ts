import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  defineRoute,
  entityRefSchema,
  FileAnswer,
  type Caller,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import { canonicalJson } from '../audit/canonicalJson';
import { sha256 } from '../audit/sha256';
import { isAboutVulnerabilities } from '../rules/isAboutVulnerabilities';
import { resolveRule } from '../rules/resolveRule';
import type { EscapeHatchSettings } from '../settings';
import type { ActiveSet } from './ActiveSet';
import type { Bundles } from './Bundles';
import type { ExportFilter } from './ExportFilter';
import { gatekeeperConfigMaps } from './gatekeeperConfigMaps';
import { hatchData } from './hatchData';
import { kyvernoExceptions } from './kyvernoExceptions';
import { trivyIgnore } from './trivyIgnore';
import { yamlDocuments } from './yamlDocuments';

const name = z.string().min(1).max(253);

const selection = {
  /** Hatches that count in this cluster. */
  cluster: name.optional(),
  /** Hatches that count in this namespace. */
  namespace: name.optional(),
  /** Hatches that count in this environment. */
  environment: name.optional(),
  /** Hatches of this entity. */
  entityRef: entityRefSchema.optional(),
};

const GZIP = 'application/gzip';
const YAML = 'application/yaml; charset=utf-8';

/** What policy engines, scanners and pipelines load: the active set, each in its own form. */
export function exportRoutes(options: {
  active: ActiveSet;
  bundles: Bundles;
  settings: EscapeHatchSettings;
  /** Exports hold the whole active set, or they say nothing: it is for services, and for people who may read all. */
  assertMayExport: (credentials: BackstageCredentials<Caller>) => Promise<void>;
}): Route[] {
  const { active, bundles, settings, assertMayExport } = options;
  const policiesOf = (rule: string) => resolveRule(settings, rule)?.policies;
  const scanned = (rule: string) => isAboutVulnerabilities(settings, rule);

  const bundle = (signed: boolean) =>
    defineRoute({
      method: 'get',
      path: signed
        ? '/bundles/escape-hatches-signed.tar.gz'
        : '/bundles/escape-hatches.tar.gz',
      summary: `OPA bundle of the active escape hatches${
        signed ? ', signed' : ''
      }`,
      params: z.strictObject({}),
      query: z.strictObject(selection),
      response: z.any(),
      produces: [GZIP],
      handle: async ({ query, credentials }) => {
        await assertMayExport(credentials);
        if (signed && !bundles.signs) {
          throw new NotFoundError(
            'No key for signed bundles is configured: escapeHatch.signing',
          );
        }
        const { content, etag } = await bundles.get({ filter: query, signed });
        return new FileAnswer({ contentType: GZIP, content, etag });
      },
    });

  const file = (route: {
    id: 'gatekeeper' | 'conftest' | 'trivy';
    summary: string;
    contentType: string;
    render: (filter: ExportFilter) => Promise<string>;
  }) =>
    defineRoute({
      method: 'get',
      path: `/exports/${route.id}`,
      summary: route.summary,
      params: z.strictObject({}),
      query: z.strictObject(selection),
      response: z.any(),
      produces: [route.contentType],
      handle: async ({ query, credentials }) => {
        await assertMayExport(credentials);
        return toAnswer(route.contentType, await route.render(query));
      },
    });

  return [
    bundle(false),
    bundle(true),
    file({
      id: 'conftest',
      summary: 'The active escape hatches as data for conftest',
      contentType: 'application/json; charset=utf-8',
      render: async filter =>
        canonicalJson(
          hatchData({ snapshot: await active.now(), filter, scanned }),
        ),
    }),
    file({
      id: 'gatekeeper',
      summary: 'The active escape hatches as a ConfigMap per namespace',
      contentType: YAML,
      render: async filter =>
        yamlDocuments({
          comment: 'Active escape hatches, for Gatekeeper to sync',
          documents: gatekeeperConfigMaps({
            snapshot: await active.now(),
            filter,
            gated: rule => Boolean(policiesOf(rule)?.gatekeeper.length),
          }),
        }),
    }),
    defineRoute({
      method: 'get',
      path: '/exports/kyverno',
      summary: "The active escape hatches as Kyverno's PolicyExceptions",
      params: z.strictObject({}),
      query: z.strictObject({
        ...selection,
        /** Group of the custom resource that the cluster has. */
        api: z
          .enum(['policies.kyverno.io', 'kyverno.io'])
          .default('policies.kyverno.io'),
      }),
      response: z.any(),
      produces: [YAML],
      handle: async ({ query: { api, ...filter }, credentials }) => {
        await assertMayExport(credentials);
        const documents = kyvernoExceptions({
          snapshot: await active.now(),
          filter,
          api,
          policiesOf: rule => policiesOf(rule)?.kyverno ?? [],
        });
        const comment = 'Active escape hatches, for Kyverno';
        return toAnswer(YAML, yamlDocuments({ comment, documents }));
      },
    }),
    file({
      id: 'trivy',
      summary: 'Accepted vulnerabilities as a .trivyignore.yaml',
      contentType: YAML,
      render: async filter =>
        yamlDocuments({
          comment: 'Vulnerabilities that active escape hatches accept',
          documents: [
            trivyIgnore({
              snapshot: await active.now(),
              filter,
              scanned,
            }),
          ],
        }),
    }),
  ];
}

function toAnswer(contentType: string, content: string): FileAnswer {
  return new FileAnswer({
    contentType,
    content,
    etag: `"${sha256(content)}"`,
  });
}
