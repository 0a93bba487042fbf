import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainFailure } from '../explainFailure.mjs';
import { UserError } from '../UserError.mjs';
import { missingBuildTools } from './missingBuildTools.mjs';

const SHOWN_LINES = 30;

/** A failed `yarn install` as one sentence, or as the end of its output. */
export function installFailure(output, { path }) {
  const sentence = explainFailure(output, {
    missingTools: missingBuildTools(path),
  });
  const lastLines = output.trim().split('\n').slice(-SHOWN_LINES).join('\n');
  const text = sentence ?? `yarn install failed:\n${lastLines}`;
  const log = join(tmpdir(), 'golden-path-install.log');
  try {
    writeFileSync(log, output);
    return new UserError(`${text}\n  All of Yarn's output: ${log}`);
  } catch {
    // The disk is full, or the file belongs to somebody else.
    return new UserError(text);
  }
}
