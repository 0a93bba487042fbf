import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that is removed when this process ends, in whatever way. */
export function temporaryDirectory(name) {
  const directory = mkdtempSync(join(tmpdir(), `golden-path-${name}-`));
  process.once('exit', () =>
    rmSync(directory, { recursive: true, force: true }),
  );
  return directory;
}
