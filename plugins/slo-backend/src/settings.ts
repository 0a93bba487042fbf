import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import type { PolicyThreshold } from '@golden-path/backstage-plugin-slo-common';
import { z } from 'zod';

/** The plugin's configuration, apart from sources and pushers. */
export interface SloSettings {
  /** For SLOs whose document has no policy; ascending by threshold. */
  defaultPolicy: PolicyThreshold[];
  /** For time slices whose document names no objective. */
  defaultObjective: number;
  documentsSchedule: SchedulerServiceTaskScheduleDefinition;
  collectionSchedule: SchedulerServiceTaskScheduleDefinition;
  retentionDays: number;
}

const policySchema = z
  .array(
    z.strictObject({
      threshold: z.number().positive(),
      action: z.string().min(1),
      effect: z.enum(['notify', 'review', 'freeze']).optional(),
    }),
  )
  .refine(
    steps => new Set(steps.map(step => step.threshold)).size === steps.length,
    { message: 'expected every threshold once' },
  );

/** @throws when a value is not what `config.d.ts` says; the message names the key */
export function readSettings(config: Config): SloSettings {
  const policy = policySchema.safeParse(config.getOptional('slo.policy') ?? []);
  if (!policy.success) {
    throw new Error(`slo.policy: ${z.prettifyError(policy.error)}`);
  }
  const defaultObjective =
    config.getOptionalNumber('slo.sliceObjective') ?? 0.99;
  if (!(defaultObjective > 0 && defaultObjective < 1)) {
    throw new Error(
      `slo.sliceObjective: expected a fraction between 0 and 1, got ${defaultObjective}`,
    );
  }
  const retentionDays = config.getOptionalNumber('slo.retention.days') ?? 400;
  if (!(retentionDays >= 1)) {
    throw new Error(
      `slo.retention.days: expected at least one day, got ${retentionDays}`,
    );
  }
  return {
    defaultPolicy: policy.data
      .map(step => ({
        ...step,
        effect: step.effect ?? (step.threshold >= 1 ? 'freeze' : 'review'),
      }))
      .sort((a, b) => a.threshold - b.threshold),
    defaultObjective,
    documentsSchedule: readSchedule(config, 'slo.schedule.documents', {
      frequency: { minutes: 5 },
      timeout: { minutes: 15 },
    }),
    collectionSchedule: readSchedule(config, 'slo.schedule.collection', {
      frequency: { minutes: 1 },
      // As long as the work of a killed backend waits for another one.
      timeout: { seconds: 90 },
    }),
    retentionDays,
  };
}

function readSchedule(
  config: Config,
  key: string,
  fallback: SchedulerServiceTaskScheduleDefinition,
): SchedulerServiceTaskScheduleDefinition {
  const section = config.getOptionalConfig(key);
  return {
    ...(section
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(section)
      : fallback),
    scope: 'global',
  };
}
