import { commandOnPath } from '../process/commandOnPath.mjs';
import { UserError } from '../UserError.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** The installed browser; none is ever downloaded. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    return env.CHROMIUM_PATH;
  }
  const found = names.map(name => commandOnPath(name, env.PATH)).find(Boolean);
  if (!found) {
    throw new UserError(
      'The browser tests need Chromium: none of ' +
        `${names.join(
          ', ',
        )} is on the PATH (on Debian: apt-get install chromium); or name it with CHROMIUM_PATH.`,
    );
  }
  return found;
}
