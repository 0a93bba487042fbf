import type {
  RiskLevel,
  RuleStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';
import { readApproverRef } from './readApproverRef';

const stageListSchema = z
  .array(
    z.strictObject({
      id: z
        .string()
        .max(63)
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id such as security'),
      title: z.string().trim().min(1),
      approvers: z.array(z.string()).min(1),
      fallback: z.array(z.string()).optional(),
    }),
  )
  .min(1, 'expected at least one stage: nothing is approved by nobody')
  .max(10);

/** Stages by risk level, as configured. */
export const stagesSchema = z.strictObject({
  low: stageListSchema.optional(),
  medium: stageListSchema.optional(),
  high: stageListSchema.optional(),
});

/**
 * The stages of each level: those that are configured, else the defaults.
 *
 * @throws when a ref is none of a group or user, or two stages of a list are called the same; the message names the key
 */
export function readStages(options: {
  /** Of the section, for messages. */
  key: string;
  configured: z.infer<typeof stagesSchema>;
  defaults: Record<RiskLevel, RuleStage[]>;
  adminGroup: string;
  securityGroup: string;
}): Record<RiskLevel, RuleStage[]> {
  const { configured, defaults } = options;
  const read = (level: RiskLevel) =>
    configured[level]?.map((stage, index, list) => {
      const at = `${options.key}.${level}[${index}]`;
      if (
        stage.id === 'long-running' ||
        list.findIndex(({ id }) => id === stage.id) !== index
      ) {
        throw new Error(
          `${at}.id: expected an id of its own, got '${stage.id}'`,
        );
      }
      const refs = (field: 'approvers' | 'fallback', values: string[]) =>
        values.map((value, position) =>
          readApproverRef({ key: `${at}.${field}[${position}]`, value }),
        );
      return {
        id: stage.id,
        title: stage.title,
        approvers: refs('approvers', stage.approvers),
        fallback: [
          ...new Set([
            ...refs('fallback', stage.fallback ?? []),
            options.adminGroup,
            options.securityGroup,
          ]),
        ],
      };
    }) ?? defaults[level];
  return { low: read('low'), medium: read('medium'), high: read('high') };
}
