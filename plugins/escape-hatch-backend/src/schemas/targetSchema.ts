import type { HatchTarget } from '@golden-path/backstage-plugin-escape-hatch-common';
import { z } from 'zod';

/** A name as clusters and environments have them; the exports carry it into YAML and policies. */
function name(pattern: RegExp, expected: string) {
  return z.string().regex(pattern, `expected ${expected}`);
}

const cluster = name(
  /^[A-Za-z0-9][\w.:/@-]{0,252}$/,
  'the name of a cluster such as prod-eu-1',
);
const namespace = name(
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  'the name of a Kubernetes namespace',
);
const kind = name(
  /^[A-Z][A-Za-z0-9]{0,62}$/,
  'a Kubernetes kind such as Deployment',
);
const workload = name(
  /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/,
  'the name of a Kubernetes object',
);

/** Name of an environment. */
export const environmentSchema = name(
  /^[A-Za-z0-9][\w.-]{0,62}$/,
  'the name of an environment such as production',
);

const vulnerability = name(
  /^(CVE-\d{4}-\d{4,19}|GHSA(-[23456789cfghjmpqrvwx]{4}){3})$/,
  'the id of a vulnerability such as CVE-2026-12345',
);

const fields = { cluster, namespace, kind, name: workload };

/** What is asked about. */
export const askedTargetSchema = z
  .strictObject({ ...fields, vulnerabilities: z.array(vulnerability).max(100) })
  .partial();

/** Where an escape hatch opens the gate; what is empty means all, and is left out. */
export const targetSchema = z
  .strictObject({
    ...fields,
    environments: z.array(environmentSchema).max(20),
    vulnerabilities: z.array(vulnerability).max(100),
  })
  .partial()
  .transform((target): HatchTarget | undefined => {
    const named = Object.entries(target).flatMap(([field, value]) => {
      const kept = Array.isArray(value) ? [...new Set(value)] : value;
      return kept?.length ? [[field, kept]] : [];
    });
    return named.length > 0 ? Object.fromEntries(named) : undefined;
  });
