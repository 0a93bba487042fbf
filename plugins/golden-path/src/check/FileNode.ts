import type {
  CheckedFile,
  Finding,
} from '@golden-path/backstage-plugin-golden-path-common';
import { gitopsLast } from './gitopsLast';
import { type Tally, tallyOf } from './Tally';

/** A file or a folder of what a template would make. */
export interface FileNode {
  /** From the workspace. */
  path: string;
  /** Of a folder that holds nothing but a folder, both: `environments/staging`. */
  name: string;
  /** Of all findings in it. */
  tally: Tally;
  /** Folders first, each by name; undefined for files. */
  children?: FileNode[];
}

/** Files as a tree. The folders at the top stay apart: each is a repository, the service's own first. */
export function toTree(files: CheckedFile[], findings: Finding[]): FileNode[] {
  const nodes = level(
    files.map(({ path }) => path),
    findings,
    '',
  );
  return nodes.sort((a, b) => gitopsLast(a.path, b.path));
}

function level(paths: string[], findings: Finding[], prefix: string) {
  const nodes = new Map<string, FileNode>();
  for (const path of paths) {
    const rest = path.slice(prefix.length);
    const slash = rest.indexOf('/');
    const name = slash < 0 ? rest : rest.slice(0, slash);
    if (!nodes.has(name)) {
      const own = prefix + name;
      nodes.set(
        name,
        slash < 0
          ? { path: own, name, tally: tallyIn(findings, own) }
          : folder({ own, name, paths, findings, isTop: prefix === '' }),
      );
    }
  }
  return [...nodes.values()].sort(
    (a, b) =>
      Number(a.children === undefined) - Number(b.children === undefined) ||
      (a.name < b.name ? -1 : 1),
  );
}

function folder(options: {
  own: string;
  name: string;
  paths: string[];
  findings: Finding[];
  isTop: boolean;
}): FileNode {
  const { own, name, paths, findings, isTop } = options;
  const children = level(
    paths.filter(path => path.startsWith(`${own}/`)),
    findings,
    `${own}/`,
  );
  const [only] = children;
  return !isTop && children.length === 1 && only.children
    ? { ...only, name: `${name}/${only.name}` }
    : { path: own, name, tally: tallyIn(findings, own), children };
}

function tallyIn(findings: Finding[], path: string): Tally {
  return tallyOf(
    findings.filter(({ file }) => file === path || file.startsWith(`${path}/`)),
  );
}
