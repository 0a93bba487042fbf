import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ProcessGroup } from '../process/ProcessGroup.mjs';
import { UserError } from '../UserError.mjs';

const SHOWN_LINES = 60;

/**
 * `npm start`, as a user would, with its output in a file. Resolves when it
 * says that the portal is ready.
 */
export async function startPortal({ root, env, args, logFile }) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  let output = '';
  let ready;
  const isReady = new Promise(resolve => {
    ready = resolve;
  });
  const group = ProcessGroup.start('npm', ['start', '--', ...args], {
    cwd: root,
    env,
    onOutput: text => {
      log.write(text);
      output = (output + text).slice(-100_000);
      if (output.includes('✓ The portal is ready')) {
        ready();
      }
    },
  });
  const ended = group.exited.then(() => {
    const lastLines = output.trim().split('\n').slice(-SHOWN_LINES).join('\n');
    throw new UserError(`The portal did not start:\n${lastLines}`);
  });
  ended.catch(() => {});
  await Promise.race([isReady, ended]);
  return group;
}
