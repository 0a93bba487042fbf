import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, posix } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { readSloDocuments } from '@golden-path/backstage-plugin-slo-common';
import { toFraction } from '../filters/toFraction';
import { checkWrittenSlo } from './checkWrittenSlo';
import { renderSloDocument, type SloIndicator } from './renderSloDocument';

/** Writes the SLO document of a service. */
export function createWriteSloAction() {
  return createTemplateAction({
    id: 'slo:write',
    description:
      'Writes an SLO document to slos/<name>.yaml in a folder of the workspace, read back as the portal will read it. What the portal could not use is refused, with its line; a dry run only tells.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Promise that requests succeed',
        example: `steps:
  - id: document
    action: slo:write
    input:
      targetPath: orders
      service: orders
      name: availability
      indicator:
        kind: availability
        selector: job="orders"
        counter: http_requests_total
        success: status!~"5.."
      objective: 0.995
      window: 30d
      policy:
        - threshold: 1
          action: Feature freeze; all hands on reliability
`,
      },
      {
        description: 'Promise that requests are fast',
        example: `steps:
  - id: document
    action: slo:write
    input:
      targetPath: orders
      service: orders
      name: latency
      indicator:
        kind: latency
        selector: job="orders"
        histogram: http_request_duration_seconds_bucket
        threshold: 0.5
      objective: 0.95
      window: 28d
`,
      },
    ],
    schema: {
      input: {
        targetPath: z =>
          z.string().describe('Folder of the workspace: the repository'),
        service: z => z.string().describe('Name of the component'),
        name: z =>
          z
            .string()
            .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
            .describe('Of the SLO, and of its file'),
        description: z =>
          z.string().optional().describe("The promise in the users' words"),
        agreedWith: z =>
          z
            .string()
            .optional()
            .describe('Who on the product side agreed to it'),
        indicator: z =>
          z.discriminatedUnion('kind', [
            z
              .object({
                kind: z.literal('availability'),
                selector: z
                  .string()
                  .min(1)
                  .describe("PromQL matchers of the service's series"),
                counter: z.string().describe('Name of a counter'),
                success: z
                  .string()
                  .min(1)
                  .describe('PromQL matchers of requests that succeed'),
              })
              .passthrough(),
            z
              .object({
                kind: z.literal('latency'),
                selector: z
                  .string()
                  .min(1)
                  .describe("PromQL matchers of the service's series"),
                histogram: z
                  .string()
                  .describe("Name of a histogram's series of buckets"),
                threshold: z
                  .number()
                  .positive()
                  .describe(
                    'The longest that a good request takes, in seconds',
                  ),
              })
              .passthrough(),
          ]),
        objective: z =>
          z
            .number()
            .positive()
            .max(100)
            .describe('Fraction of 1; numbers above 1 are percent'),
        window: z => z.string().describe('Rolling window, such as 30d'),
        policy: z =>
          z
            .array(
              z.object({
                threshold: z
                  .number()
                  .positive()
                  .describe('Fraction of the budget that is used'),
                action: z
                  .string()
                  .describe(
                    'What is asked for then; nothing where it is empty',
                  ),
              }),
            )
            .optional()
            .describe("Left out, the portal's own policy applies"),
      },
      output: {
        path: z => z.string().describe('Of the document, in targetPath'),
        content: z => z.string().describe('Of the document'),
        validation: z =>
          z
            .object({
              findings: z.array(
                z.object({
                  file: z.string(),
                  line: z.number(),
                  rule: z.string(),
                  severity: z.enum(['error', 'warning']),
                  message: z.string(),
                  fix: z.string(),
                }),
              ),
              rulesPassed: z.number(),
              manifests: z.array(
                z.object({ environment: z.string(), content: z.string() }),
              ),
            })
            .describe('What the document has wrong, as golden-path:validate'),
      },
    },
    async handler(ctx) {
      const {
        targetPath,
        objective,
        indicator,
        policy = [],
        ...rest
      } = ctx.input;
      const content = renderSloDocument({
        ...rest,
        objective: toFraction(objective),
        indicator: indicator as SloIndicator,
        policy: policy.filter(({ action }) => action !== ''),
      });
      const path = `slos/${rest.name}.yaml`;
      if (!ctx.isDryRun) {
        refuseUnusable(path, content);
      }

      const folder = resolveSafeChildPath(ctx.workspacePath, targetPath);
      const file = resolveSafeChildPath(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content, { flag: 'wx' }).catch(error => {
        throw isError(error) && error.code === 'EEXIST'
          ? new ConflictError(
              `${targetPath}/${path} is there already; choose another name`,
            )
          : error;
      });
      ctx.output('path', path);
      ctx.output('content', content);
      ctx.output(
        'validation',
        checkWrittenSlo({ path: posix.join(targetPath, path), content }),
      );
    },
  });
}

function refuseUnusable(file: string, content: string): void {
  const { slos, problems } = readSloDocuments([{ file, content }]);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || slos.length !== 1) {
    const reasons = errors.map(
      ({ line, column, path, message }) =>
        `${line}:${column} ${path}: ${message}`,
    );
    throw new InputError(
      `The answers make no SLO document that can be used. ${file}: ${
        reasons.join('; ') || `it has ${slos.length} SLOs, expected one`
      }`,
    );
  }
}
