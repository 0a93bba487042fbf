import { InputError } from '@backstage/errors';

/** Where a file says that it belongs. */
export interface Place {
  environment: string;
  service: string;
}

const PLACEHOLDERS = ['environment', 'service'] as const;

/**
 * A pattern of paths such as `environments/<environment>/<service>/values.yaml`. `*` stands for any text without a
 * slash, `**` as a whole part for any folders; everything else for itself.
 */
export class PathPattern {
  /** The same pattern for git, a little wider where a placeholder has the name of a part twice. */
  readonly pathspec: string;
  readonly #expression: RegExp;

  /** @throws InputError where it is no such pattern; the message goes on after the key's name */
  constructor(pattern: string) {
    const parts = checkParts(pattern);
    this.pathspec = `:(top,glob)${parts.map(toGlob).join('/')}`;
    this.#expression = new RegExp(`^${parts.map(toExpression).join('')}$`, 's');
  }

  /** The place that a path names; undefined for a path of another form. */
  match(path: string): Place | undefined {
    const groups = this.#expression.exec(path)?.groups;
    return (
      groups && { environment: groups.environment, service: groups.service }
    );
  }
}

function checkParts(pattern: string): string[] {
  const expected =
    'expected a path within the repository with <environment> and <service>, such as environments/<environment>/<service>/values.yaml';
  if (pattern.startsWith('-')) {
    throw new InputError(
      `${expected}, got '${pattern}', which begins with a dash`,
    );
  }
  const parts = pattern.split('/');
  if (
    parts.some(
      part =>
        part === '' || part === '.' || part === '..' || /\p{Cc}/u.test(part),
    )
  ) {
    throw new InputError(`${expected}, got '${pattern}'`);
  }
  for (const placeholder of PLACEHOLDERS) {
    if (pattern.split(`<${placeholder}>`).length !== 2) {
      throw new InputError(`${expected}, each once, got '${pattern}'`);
    }
  }
  const other = /<(?!environment>|service>)[^>]*>/.exec(pattern);
  if (other) {
    throw new InputError(`${expected}, got '${other[0]}' in '${pattern}'`);
  }
  if (/<environment><service>|<service><environment>/.test(pattern)) {
    throw new InputError(
      `${expected}, with something between them, got '${pattern}'`,
    );
  }
  return parts;
}

function toGlob(part: string): string {
  return part === '**'
    ? part
    : pieces(part)
        .map(piece =>
          isWild(piece) ? '*' : piece.replace(/[?[\]\\]/g, '\\$&'),
        )
        .join('')
        .replace(/\*+/g, '*');
}

function toExpression(part: string, index: number, all: string[]): string {
  const isLast = index === all.length - 1;
  if (part === '**') {
    return isLast ? '.+' : '(?:.+/)?';
  }
  const body = pieces(part)
    .map(piece => {
      if (piece === '*') {
        return '[^/]*';
      }
      return isWild(piece)
        ? `(?<${piece.slice(1, -1)}>[^/]+?)`
        : piece.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
    })
    .join('');
  return isLast ? body : `${body}/`;
}

function pieces(part: string): string[] {
  return part
    .split(/(<environment>|<service>|\*)/)
    .filter(piece => piece !== '');
}

function isWild(piece: string): boolean {
  return piece === '*' || piece === '<environment>' || piece === '<service>';
}
