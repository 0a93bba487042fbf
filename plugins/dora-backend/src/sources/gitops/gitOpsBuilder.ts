import { InputError, toError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Knex } from 'knex';
import { z } from 'zod';
import { repositoryKey } from '../../directory/repositoryKey';
import { checkBranch } from '../../git/checkBranch';
import { GitCredentials } from '../../git/GitCredentials';
import { GitMirror } from '../../git/GitMirror';
import { type GitRemote, parseRemote } from '../../git/GitRemote';
import { commitUrl } from '../commitUrl';
import { HeldEvents } from '../HeldEvents';
import { parseEntry } from '../parseEntry';
import { readSchedule } from '../readSchedule';
import type { SourceBuilder } from '../SourceBuilder';
import { GitOpsSource } from './GitOpsSource';
import { parseValuePath } from './parseValuePath';
import { PathPattern } from './PathPattern';

const DEFAULT_THRESHOLD = { files: 10, services: 5 };

const schema = z.strictObject({
  type: z.literal('gitops'),
  id: z
    .string()
    .regex(
      /^[A-Za-z0-9_.-]{1,100}$/,
      'expected up to 100 letters, digits, dashes, dots and underscores',
    )
    .optional(),
  url: z.string().transform(orIssue(parseRemote)),
  branch: z.string().transform(orIssue(refuseBranch)).optional(),
  path: z.string(),
  value: z.string(),
  shaInTag: z.string().max(200).transform(orIssue(parseExpression)).optional(),
  since: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], {
      error: 'expected a date or an instant such as 2025-03-01',
    })
    .optional(),
  importThreshold: z
    .strictObject({
      files: z.number().int().min(1).default(DEFAULT_THRESHOLD.files),
      services: z.number().int().min(1).default(DEFAULT_THRESHOLD.services),
    })
    .default(DEFAULT_THRESHOLD),
  schedule: z.unknown().optional(),
});

/** Makes the sources of type `gitops`. */
export function gitOpsBuilder(deps: {
  knex: Knex;
  integrations: ScmIntegrationRegistry;
  /** Folder of the mirrors. */
  workDirectory: string;
}): SourceBuilder {
  const { knex, integrations, workDirectory } = deps;
  const credentials = new GitCredentials(integrations);
  return entry => {
    const { url: remote, branch, ...rules } = parseEntry(schema, entry);
    const at = <T>(name: string, parse: () => T) => {
      try {
        return parse();
      } catch (error) {
        throw new InputError(`${entry.key}.${name}: ${toError(error).message}`);
      }
    };
    const pattern = at('path', () => new PathPattern(rules.path));
    const value = at('value', () => parseValuePath(rules.value));
    const id = `gitops:${rules.id ?? nameOf(remote)}`;
    const source = new GitOpsSource({
      id,
      mirror: new GitMirror({
        workDirectory,
        id,
        remote,
        credentials,
        branch,
        refs: 'branch',
      }),
      held: new HeldEvents({ knex, source: id }),
      pattern,
      value,
      rules: {
        value: rules.value,
        shaInTag: rules.shaInTag,
        since: rules.since === undefined ? undefined : Date.parse(rules.since),
        importThreshold: rules.importThreshold,
      },
      basis: JSON.stringify([
        rules.path,
        rules.value,
        rules.shaInTag?.source,
        rules.since,
        rules.importThreshold,
      ]),
      commitUrl: commitUrl({ remote, integrations }),
    });
    return [
      {
        id,
        schedule: readSchedule(entry.config, { minutes: 1 }),
        sources: async () => [source],
      },
    ];
  };
}

/** What the repository is called in the source's id. */
function nameOf(remote: GitRemote): string {
  const key = repositoryKey(
    remote.path ? `file://${remote.path}` : remote.address,
  );
  return (key ?? remote.display)
    .replace(/[^A-Za-z0-9_.:/-]/g, '-')
    .slice(0, 200);
}

function refuseBranch(name: string): string {
  const expected = checkBranch(name);
  if (expected) {
    throw new InputError(`expected ${expected}, got '${name}'`);
  }
  return name;
}

function parseExpression(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new InputError(`expected a regular expression, got '${text}'`);
  }
}

/** A parser that throws, as a step of a schema. */
function orIssue<T>(parse: (text: string) => T) {
  return (text: string, context: z.RefinementCtx): T => {
    try {
      return parse(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: toError(error).message });
      return z.NEVER;
    }
  };
}
