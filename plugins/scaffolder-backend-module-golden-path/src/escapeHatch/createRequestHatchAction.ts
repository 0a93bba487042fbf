import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { EscapeHatchDraft } from '@golden-path/backstage-plugin-escape-hatch-common';
import { HatchRequests } from './HatchRequests';

/** Files a request for an escape hatch. */
export function createRequestHatchAction(deps: {
  auth: AuthService;
  config: Config;
  discovery: DiscoveryService;
}) {
  const { auth, config, discovery } = deps;
  return createTemplateAction({
    id: 'escape-hatch:request',
    description:
      'Files a request for an escape hatch, as the person who runs the template. One with the same content that this person has filed and that is not decided yet is taken up again.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Ask for a container without limits',
        example: `steps:
  - id: request
    action: escape-hatch:request
    input:
      entityRef: component:default/training
      rules: [resource-limits]
      justification: Training takes what a node has, and a limit makes it fail.
      riskAssessment: It can starve its neighbours on the node.
      mitigations: It runs on nodes of its own.
      riskLevel: medium
      category: mitigated
      expiresAt: '2027-01-14'
`,
      },
    ],
    schema: {
      input: {
        entityRef: z => z.string().describe('Full ref of the service'),
        rules: z =>
          z.array(z.string()).min(1).max(10).describe('Ids of the rules'),
        justification: z => z.string().min(1).describe('Why it is needed'),
        riskAssessment: z => z.string().min(1).describe('What can go wrong'),
        mitigations: z => z.string().min(1).describe('What protects instead'),
        riskLevel: z =>
          z
            .enum(['low', 'medium', 'high'])
            .describe('How much can go wrong; it decides who approves'),
        category: z =>
          z
            .enum(['waiver', 'mitigated'])
            .describe('mitigated: something else gives the protection'),
        expiresAt: z =>
          z
            .string()
            .describe('A day whose end is meant, YYYY-MM-DD, or an instant'),
        startsAt: z =>
          z
            .string()
            .optional()
            .describe('A day or an instant; left out: on approval'),
        target: z =>
          z
            .object({
              cluster: z.string().optional(),
              namespace: z.string().optional(),
              kind: z.string().optional(),
              name: z.string().optional(),
              environments: z.array(z.string()).optional(),
              vulnerabilities: z.array(z.string()).optional(),
            })
            .optional()
            .describe('Where it opens the gate; left out: everywhere'),
        submit: z =>
          z
            .boolean()
            .optional()
            .describe('Whether it goes to the approvers at once; default true'),
      },
      output: {
        id: z => z.string().describe('Of the request'),
        number: z => z.number().describe('For people'),
        status: z => z.string().describe('submitted or draft'),
        url: z => z.string().describe('Page of the request'),
        approvals: z =>
          z.array(z.string()).describe('Who decides, in their order'),
      },
    },
    async handler(ctx) {
      const { submit = true, target = {}, ...content } = ctx.input;
      const places = Object.entries(target).filter(
        ([, value]) => value.length > 0,
      );
      const draft = {
        ...content,
        // A form sends fields that nobody has filled in.
        ...(places.length > 0 && { target: Object.fromEntries(places) }),
        submit,
      } as EscapeHatchDraft;
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await ctx.getInitiatorCredentials(),
        targetPluginId: 'escape-hatch',
      });
      const requests = new HatchRequests({ discovery, token });
      const app = config.getString('app.baseUrl').replace(/\/+$/, '');

      if (ctx.isDryRun) {
        const approvals = await requests.preview(draft, ctx.logger);
        ctx.output('id', 'dry-run');
        ctx.output('number', 0);
        ctx.output('status', submit ? 'submitted' : 'draft');
        ctx.output('url', `${app}/escape-hatches`);
        ctx.output('approvals', approvals);
        return;
      }
      const filed = await ctx.checkpoint({
        key: 'request',
        fn: () =>
          requests.file(draft, {
            requester: ctx.user?.ref,
            logger: ctx.logger,
          }),
      });
      ctx.output('id', filed.id);
      ctx.output('number', filed.number);
      ctx.output('status', filed.status);
      ctx.output(
        'url',
        `${app}/escape-hatches/${encodeURIComponent(filed.id)}`,
      );
      ctx.output('approvals', filed.approvals);
    },
  });
}
