import {
  Composer,
  LineCounter,
  isMap,
  isScalar,
  visit,
  type Document,
  type Tags,
} from 'yaml';
import { YamlDocument, type YamlFile } from './YamlFile';
import { tokenizeYaml } from './tokenizeYaml';

/** 512 Ki: no file that a person writes is larger. */
const MAX_CHARACTERS = 512 * 1024;
/** One mistake drags others behind it. */
const MAX_ERRORS = 10;
/** As the yaml library counts them: what aliases multiply by. */
const MAX_ALIASES = 100;

/**
 * Which YAML a reader of the file speaks: `kubernetes` is what kubectl, Helm and Argo CD read (YAML 1.1, where `on` and `yes` are
 * true, but neither dates nor base-60 numbers), `core` is YAML 1.2.
 */
export type YamlDialect = 'kubernetes' | 'core';

/** Reads a YAML file within limits of size, depth and aliases. Never throws on what stands in it. */
export function readYaml(options: {
  path: string;
  text: string;
  dialect: YamlDialect;
}): YamlFile {
  const { path, text, dialect } = options;
  const refused = (line: number, message: string): YamlFile => ({
    path,
    documents: [],
    errors: [{ line, message }],
  });
  if (text.length > MAX_CHARACTERS) {
    return refused(
      1,
      `expected at most ${MAX_CHARACTERS} characters, got ${text.length}`,
    );
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const line = text.slice(0, nul).split('\n').length;
    return refused(line, 'expected text, got the character \\u0000');
  }
  const lines = new LineCounter();
  const tokens = tokenizeYaml(text, lines);
  if ('refusal' in tokens) {
    return refused(lines.linePos(tokens.offset).line, tokens.refusal);
  }
  const composed = [
    ...new Composer({
      ...(dialect === 'kubernetes'
        ? { version: '1.1', customTags: withoutTimes }
        : { version: '1.2' }),
      merge: true,
      // Found below: the library compares every key with every other one.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    }).compose(tokens.tokens),
  ];
  const errors = composed
    .flatMap(document => [
      ...document.errors.map(({ pos, message }) => ({ at: pos[0], message })),
      ...repeatedKeys(document),
    ])
    .slice(0, MAX_ERRORS)
    .map(({ at, message }) => ({ line: lines.linePos(at).line, message }));
  if (errors.length > 0) {
    return { path, documents: [], errors };
  }
  const documents: YamlDocument[] = [];
  for (const document of composed) {
    try {
      const value = document.toJS({ maxAliasCount: MAX_ALIASES });
      documents.push(new YamlDocument(document, { lines, value }));
    } catch (error) {
      const { line } = lines.linePos(document.range[0]);
      return refused(line, (error as Error).message);
    }
  }
  return { path, documents, errors: [] };
}

/** The library's YAML 1.1 without what Kubernetes' reader takes for text. */
function withoutTimes(tags: Tags): Tags {
  return tags.filter(
    tag =>
      typeof tag === 'string' ||
      (tag.tag !== 'tag:yaml.org,2002:timestamp' &&
        (tag as { format?: string }).format !== 'TIME'),
  );
}

function repeatedKeys(
  document: Document.Parsed,
): { at: number; message: string }[] {
  const repeated: { at: number; message: string }[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      if (!isMap(map)) {
        return;
      }
      for (const { key } of map.items) {
        if (isScalar(key) && typeof key.value !== 'symbol') {
          const name = String(key.value);
          if (seen.has(name)) {
            const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
            repeated.push({
              at: key.range?.[0] ?? 0,
              message: `The key '${shown}' is there twice`,
            });
          }
          seen.add(name);
        }
      }
    },
  });
  return repeated;
}
