import { createHash } from 'node:crypto';

/** SHA-256 of files' paths and contents, whatever their order, as `sha256:` and hex digits. */
export function digestFiles(files: Map<string, Buffer>): string {
  const digest = createHash('sha256');
  const paths = [...files.keys()].sort();
  for (const path of paths) {
    digest.update(`${sha256(files.get(path)!)}  ${path}\n`);
  }
  return `sha256:${digest.digest('hex')}`;
}

/** Hex digits. */
export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
