import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Indicator } from '../definition/Indicator';
import { readSloDocuments } from './readSloDocuments';

const ROOT = join(__dirname, '../../../..');

interface Block {
  language: string;
  text: string;
}

interface Example {
  title: string;
  document: string;
  next?: Block;
}

/** The fenced blocks of a page. */
function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^( *)```(\w*)\n([^]*?)\n\1```$/gm)].map(
    ([, indent, language, text]) => ({
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

function examplesOf(file: string): Example[] {
  const blocks = blocksOf(readFileSync(join(ROOT, file), 'utf8'));
  return blocks.flatMap(({ language, text: document }, index) => {
    const title = `${file}, block ${index + 1}`;
    return language === 'yaml' && /^slos:$/m.test(document)
      ? [{ title, document, next: blocks[index + 1] }]
      : [];
  });
}

function queriesOf(indicator: Indicator): string {
  const queries =
    indicator.form === 'slices'
      ? { slice: indicator.query }
      : {
          good: indicator.good,
          bad: indicator.form === 'ratio' ? indicator.bad : undefined,
          total: indicator.total,
        };
  return Object.entries(queries)
    .filter(([, query]) => query !== undefined)
    .map(([name, query]) => `# ${name}\n${query}`)
    .join('\n');
}

const pages = readdirSync(join(ROOT, 'docs'), { recursive: true })
  .map(String)
  .filter(file => file.endsWith('.md'))
  .map(file => `docs/${file}`);
const readmes = ['.', 'plugins/slo', 'plugins/slo-common'].map(folder =>
  join(folder, 'README.md'),
);
const examples = [...readmes, ...pages].flatMap(examplesOf);
const wrong = examples.filter(({ next }) => next?.language === 'text');
const sound = examples.filter(example => !wrong.includes(example));
const explained = sound.filter(({ next }) => next?.language === 'promql');

describe('examples of the documentation', () => {
  it('are found', () => {
    expect(sound.length).toBeGreaterThanOrEqual(8);
    expect(explained.length).toBeGreaterThanOrEqual(6);
    expect(wrong).toHaveLength(1);
  });

  it.each(sound)('$title is read without a problem', ({ document }) => {
    const content = document;
    const { slos, problems } = readSloDocuments([
      { file: 'slo.yaml', content },
    ]);
    expect(problems).toEqual([]);
    expect(slos.length).toBeGreaterThan(0);
  });

  it.each(explained)('$title is measured by the queries below it', example => {
    const content = example.document;
    const { slos } = readSloDocuments([{ file: 'slo.yaml', content }]);
    expect(slos.map(slo => queriesOf(slo.indicator))).toEqual([
      example.next?.text,
    ]);
  });

  it.each(wrong)('$title has the problems below it', ({ document, next }) => {
    const content = document;
    const { problems } = readSloDocuments([{ file: 'slo.yaml', content }]);
    const lines = problems.map(
      ({ severity, line, column, path, message }) =>
        `${line}:${column} ${severity} ${path}: ${message}`,
    );
    expect(lines.join('\n')).toBe(next?.text);
  });
});
