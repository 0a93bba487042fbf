import type { DeploymentEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Place } from './PathPattern';

/** What a commit did to one file that matters. */
export interface FileChange {
  path: string;
  place: Place;
  /** Version that the file named before; undefined for none. */
  before: string | undefined;
  /** Version that it names now. */
  after: string | undefined;
}

/** How commits become deployments. */
export interface GitOpsRules {
  /** Path of the value, for people. */
  value: string;
  shaInTag?: RegExp;
  /** Commits before this instant date no deployment; milliseconds. */
  since?: number;
  /** A commit that brings versions for so many files or services at once dates no deployment. */
  importThreshold: { files: number; services: number };
}

type Kind = 'deployment' | 'config' | 'import' | 'removal';

/** What counts most, where a commit changes several files of one service and environment. */
const WEIGHT: Kind[] = ['removal', 'config', 'import', 'deployment'];

const MAX_EVIDENCE = 900;

/**
 * The deployments that a commit of the GitOps repository stands for, one for each service and environment: another
 * version is a deployment, the same version another configuration, no version any more a removal. Versions that come
 * many at a time say what runs, not when it was deployed.
 */
export function judgeCommit(options: {
  commit: string;
  /** Committer time, in milliseconds. */
  at: number;
  /** Number of the commit in the first-parent history. */
  sequence: number;
  files: FileChange[];
  /** History begins here, so that everything looks new. */
  isBeginning: boolean;
  rules: GitOpsRules;
  revision: number;
  url?: string;
}): DeploymentEvent[] {
  const { commit, at, sequence, files, rules, revision, url } = options;
  const added = files.filter(
    ({ before, after }) => before === undefined && after !== undefined,
  );
  const services = new Set(added.map(({ place }) => place.service));
  const isImport =
    options.isBeginning ||
    added.length >= rules.importThreshold.files ||
    services.size >= rules.importThreshold.services;
  const isEarly = rules.since !== undefined && at < rules.since;

  const events = new Map<string, { kind: Kind; event: DeploymentEvent }>();
  for (const file of files) {
    const { place, before, after } = file;
    const version = after ?? before;
    if (version === undefined) {
      continue;
    }
    const kind = kindOf(file, { isImport, isEarly });
    const key = `${place.environment}/${place.service}`;
    const known = events.get(key);
    if (known && WEIGHT.indexOf(known.kind) >= WEIGHT.indexOf(kind)) {
      continue;
    }
    events.set(key, {
      kind,
      event: {
        type: 'deployment',
        id: `${commit}:${key}`,
        ...(revision > 0 && { revision }),
        ...(url && { url }),
        evidence: describe(commit, file, rules.value, kind),
        service: { by: 'dora-service', value: place.service },
        environment: place.environment,
        version,
        ...(after && rules.shaInTag && shaIn(rules.shaInTag, after)),
        finishedAt: new Date(at).toISOString().replace('.000Z', 'Z'),
        sequence,
        outcome: 'success',
        assumed: true,
        ...(kind !== 'deployment' && { kind }),
      },
    });
  }
  return [...events.values()].map(({ event }) => event);
}

function kindOf(
  { before, after }: FileChange,
  commit: { isImport: boolean; isEarly: boolean },
): Kind {
  if (after === undefined) {
    return 'removal';
  }
  if (commit.isEarly || (before === undefined && commit.isImport)) {
    return 'import';
  }
  return before === after ? 'config' : 'deployment';
}

function shaIn(
  expression: RegExp,
  version: string,
): Pick<DeploymentEvent, 'sha' | 'shortSha'> {
  const found = expression.exec(version);
  const sha = found?.[1] ?? found?.[0] ?? '';
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) {
    return { sha };
  }
  return /^[0-9a-f]{7,39}$/.test(sha) ? { shortSha: sha } : {};
}

function describe(
  commit: string,
  { path, before, after }: FileChange,
  value: string,
  kind: Kind,
): string {
  const what = () => {
    if (after === undefined) {
      return `${value} ${before} removed`;
    }
    if (before === after) {
      return `${value} ${after} unchanged`;
    }
    const change = `${value} ${before ?? 'none'} → ${after}`;
    return kind === 'import' ? `${change}, taken as an import` : change;
  };
  // A path may hold anything but NUL.
  const shown = path.replace(/\p{Cc}/gu, '?');
  return `commit ${commit.slice(0, 7)}, ${shown}, ${what()}`.slice(
    0,
    MAX_EVIDENCE,
  );
}
