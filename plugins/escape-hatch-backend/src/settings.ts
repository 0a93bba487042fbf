import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import type { EscapeHatchRule } from '@golden-path/backstage-plugin-escape-hatch-common';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { assertKnownKeys } from './config/assertKnownKeys';
import { parseSection } from './config/parseSection';
import { readIssuesRepository } from './config/readIssuesRepository';
import { readSigning } from './config/readSigning';
import { readApproverRef } from './rules/readApproverRef';
import { readRules } from './rules/readRules';

/** What the host decides about escape hatches. */
export interface EscapeHatchSettings {
  /** By id; the shipped defaults with what is configured over them. */
  rules: Map<string, EscapeHatchRule>;
  /** Full ref. */
  adminGroup: string;
  /** Full ref. */
  securityGroup: string;
  /** Full refs of users that are nobody in particular, and approve nothing. */
  guests: Set<string>;
  /** IANA zone of days and working days. */
  timeZone: string;
  /** How long an export may be used without contact, ms. */
  lease: number;
  /** Working days without a decision after which a request lapses. */
  lapseWorkingDays: number;
  /** Working days after which approvers are reminded, ascending. */
  reminderWorkingDays: number[];
  /** Days between quarterly reviews. */
  reviewDays: number;
  /** Days that a new owner has to confirm. */
  confirmDays: number;
  /** Days that told notices are kept. */
  retentionDays: number;
  /** Repository that issues are mirrored to, as `https://host/owner/name`. */
  issuesRepository?: string;
  /** Key that signs the signed bundle. */
  signing?: { keyId: string; algorithm: string; privateKey: string };
  /** Base URL of the app without a slash at its end, for links. */
  appUrl?: string;
}

const HOUR_MS = 3_600_000;

/** So long is an end news: with less, what was told and dropped would be told again. */
const LEAST_RETENTION = 31;

const days = (most: number, least = 1) => z.number().int().min(least).max(most);

/** @throws when a value is not what `config.d.ts` says; the message names the key */
export function readSettings(config: Config): EscapeHatchSettings {
  assertKnownKeys(config);
  const group = (name: 'adminGroup' | 'securityGroup', fallback: string) =>
    readGroup(config, `escapeHatch.${name}`, fallback);
  const adminGroup = group('adminGroup', 'group:default/platform-team');
  const securityGroup = group('securityGroup', 'group:default/security-team');
  const number = (key: string, most: number, fallback: number, least = 1) =>
    parseSection({
      config,
      key: `escapeHatch.${key}`,
      schema: days(most, least),
      fallback,
    });
  const lapseWorkingDays = number('lapse.workingDays', 250, 30);

  return {
    rules: readRules({ config, adminGroup, securityGroup }),
    adminGroup,
    securityGroup,
    guests: readGuests(config),
    timeZone: readTimeZone(config),
    lease: readLease(config),
    lapseWorkingDays,
    reminderWorkingDays: readReminders(config, lapseWorkingDays),
    reviewDays: number('review.days', 366, 92),
    confirmDays: number('ownerChange.confirmDays', 92, 14),
    retentionDays: number('retention.days', 3_660, 400, LEAST_RETENTION),
    issuesRepository: readIssuesRepository(config),
    signing: readSigning(config),
    appUrl: config.getOptionalString('app.baseUrl')?.replace(/\/+$/, ''),
  };
}

function readGroup(config: Config, key: string, fallback: string): string {
  const value = parseSection({ config, key, schema: z.string(), fallback });
  const ref = readApproverRef({ key, value });
  if (!ref.startsWith('group:')) {
    throw new Error(`${key}: expected a group, got '${value}'`);
  }
  return ref;
}

/** Whoever signs in as guest gets one of these refs: the frontend's own, or that of the guest provider. */
function readGuests(config: Config): Set<string> {
  const configured = config.getOptionalString(
    'auth.providers.guest.userEntityRef',
  );
  return new Set(
    ['user:default/guest', 'user:development/guest', configured].flatMap(ref =>
      ref ? [ref.toLocaleLowerCase('en-US')] : [],
    ),
  );
}

function readTimeZone(config: Config): string {
  const key = 'escapeHatch.timeZone';
  const zone = config.getOptionalString(key) ?? 'UTC';
  if (!IANAZone.isValidZone(zone)) {
    throw new Error(
      `${key}: expected an IANA zone such as Europe/London, got '${zone}'`,
    );
  }
  return zone;
}

function readLease(config: Config): number {
  const key = 'escapeHatch.lease';
  if (!config.has(key)) {
    return 72 * HOUR_MS;
  }
  const lease = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(lease >= HOUR_MS && lease <= 30 * 24 * HOUR_MS)) {
    throw new Error(
      `${key}: expected between an hour and 30 days, got ${lease / HOUR_MS} h`,
    );
  }
  return lease;
}

function readReminders(config: Config, lapse: number): number[] {
  const key = 'escapeHatch.reminders.workingDays';
  const reminders = parseSection({
    config,
    key,
    schema: z.array(days(250)).max(10),
    fallback: [2, 5, 10].filter(day => day < lapse),
  });
  const late = reminders.find(day => day >= lapse);
  if (late !== undefined) {
    throw new Error(
      `${key}: expected days before a request lapses (${lapse}), got ${late}`,
    );
  }
  return [...new Set(reminders)].sort((one, other) => one - other);
}
