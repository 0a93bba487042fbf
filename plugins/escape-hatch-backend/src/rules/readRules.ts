import type { Config } from '@backstage/config';
import type {
  EscapeHatchRule,
  RiskLevel,
  RuleStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';
import { parseSection } from '../config/parseSection';
import { readStages, stagesSchema } from './readStages';
import { shippedRules } from './shippedRules';

const idSchema = z
  .string()
  .max(63)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'expected lower-case letters, digits and dashes, such as privileged-container',
  );

const nameSchema = z.string().trim().min(1);

const ruleSchema = z.strictObject({
  id: idSchema,
  title: nameSchema.optional(),
  description: nameSchema.optional(),
  waivable: z.boolean().optional(),
  maxDays: z.number().int().min(1).max(366).optional(),
  aliases: z.array(idSchema).optional(),
  stages: stagesSchema.optional(),
  policies: z
    .strictObject({
      gatekeeper: z.array(nameSchema).optional(),
      kyverno: z
        .array(
          z.strictObject({
            policy: nameSchema,
            rules: z.array(nameSchema).min(1),
          }),
        )
        .optional(),
    })
    .optional(),
  vulnerabilities: z.boolean().optional(),
});

type RuleConfig = z.infer<typeof ruleSchema>;

/**
 * The shipped rules with those of `escapeHatch.rules` over them, by id and field by field; a new id adds a rule.
 *
 * @throws when a rule is not what `config.d.ts` says; the message names the key
 */
export function readRules(options: {
  config: Config;
  adminGroup: string;
  securityGroup: string;
}): Map<string, EscapeHatchRule> {
  const { config } = options;
  const key = 'escapeHatch.rules';
  const configured = parseSection({
    config,
    key,
    schema: z.array(ruleSchema),
    fallback: [],
  });
  const stages = readStages({
    ...options,
    key: 'escapeHatch.stages',
    configured: parseSection({
      config,
      key: 'escapeHatch.stages',
      schema: stagesSchema,
      fallback: {},
    }),
    defaults: defaultStages(options),
  });
  const maxDays = parseSection({
    config,
    key: 'escapeHatch.maxDays',
    schema: z.number().int().min(1).max(366),
    fallback: 92,
  });

  const rules = new Map<string, EscapeHatchRule>(
    shippedRules.map(rule => [
      rule.id,
      { ...rule, stages, maxDays, aliases: [] },
    ]),
  );
  const seen = new Set<string>();
  configured.forEach((rule, index) => {
    const at = `${key}[${index}]`;
    if (seen.has(rule.id)) {
      throw new Error(`${at}.id: '${rule.id}' is there twice`);
    }
    seen.add(rule.id);
    rules.set(
      rule.id,
      merge({
        at,
        rule,
        base: rules.get(rule.id) ?? newRule({ at, rule, stages, maxDays }),
        groups: options,
      }),
    );
  });
  assertDistinct(rules);
  return rules;
}

/** Low and medium risk: the platform team; high risk: owner, platform and security. */
function defaultStages(groups: {
  adminGroup: string;
  securityGroup: string;
}): Record<RiskLevel, RuleStage[]> {
  const { adminGroup, securityGroup } = groups;
  const stage = (id: string, title: string, approver: string): RuleStage => ({
    id,
    title,
    approvers: [approver],
    fallback: [adminGroup, securityGroup],
  });
  const platform = stage('platform', 'Platform', adminGroup);
  return {
    low: [platform],
    medium: [platform],
    high: [
      stage('owner', 'Owner', 'owner'),
      platform,
      stage('security', 'Security', securityGroup),
    ],
  };
}

function newRule(options: {
  at: string;
  rule: RuleConfig;
  stages: Record<RiskLevel, RuleStage[]>;
  maxDays: number;
}): EscapeHatchRule {
  const { at, rule, stages, maxDays } = options;
  const { id, title, description } = rule;
  if (!title || !description) {
    throw new Error(
      `${at}: '${id}' is no shipped rule; expected 'title' and 'description' with it`,
    );
  }
  return {
    id,
    title,
    description,
    waivable: true,
    maxDays,
    aliases: [],
    stages,
    policies: { gatekeeper: [], kyverno: [] },
    vulnerabilities: false,
  };
}

function merge(options: {
  at: string;
  rule: RuleConfig;
  base: EscapeHatchRule;
  groups: { adminGroup: string; securityGroup: string };
}): EscapeHatchRule {
  const { at, rule, base, groups } = options;
  return {
    ...base,
    title: rule.title ?? base.title,
    description: rule.description ?? base.description,
    waivable: rule.waivable ?? base.waivable,
    maxDays: rule.maxDays ?? base.maxDays,
    aliases: rule.aliases ?? base.aliases,
    stages: readStages({
      ...groups,
      key: `${at}.stages`,
      configured: rule.stages ?? {},
      defaults: base.stages,
    }),
    policies: {
      gatekeeper: rule.policies?.gatekeeper ?? base.policies.gatekeeper,
      kyverno: rule.policies?.kyverno ?? base.policies.kyverno,
    },
    vulnerabilities: rule.vulnerabilities ?? base.vulnerabilities,
  };
}

/** An alias that is another rule's id, or another's alias, would mean two rules. */
function assertDistinct(rules: Map<string, EscapeHatchRule>): void {
  const owners = new Map<string, string>();
  for (const { id, aliases } of rules.values()) {
    for (const alias of aliases) {
      const other = rules.has(alias) ? alias : owners.get(alias);
      if (other !== undefined) {
        throw new Error(
          `escapeHatch.rules: alias '${alias}' of '${id}' means '${other}' already`,
        );
      }
      owners.set(alias, id);
    }
  }
}
