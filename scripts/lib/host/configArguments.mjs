import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../UserError.mjs';

/**
 * The arguments of `npm start --`, with every `--config` file made absolute:
 * the caller means them relative to where the command was given, the backend
 * would take them relative to its own folder.
 */
export function configArguments(args, calledFrom) {
  const result = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index];
    const inline = /^--config=(.*)$/s.exec(argument);
    if (argument === '--config' || inline) {
      const target = inline ? inline[1] : args[++index];
      result.push('--config', absoluteTarget(target, calledFrom));
    } else {
      result.push(argument);
    }
  }
  return result;
}

function absoluteTarget(target, calledFrom) {
  if (!target) {
    throw new UserError('--config needs the name of a file.');
  }
  if (/^https?:\/\//.test(target)) {
    return target;
  }
  const file = resolve(calledFrom, target);
  if (!existsSync(file)) {
    throw new UserError(`No configuration file found at ${file} (--config).`);
  }
  return file;
}
