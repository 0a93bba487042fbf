import { devNull } from 'node:os';

/**
 * The environment of git processes that work in the demo's repositories: nobody's configuration, hooks or variables
 * take part.
 */
export function gitEnvironment(
  settings: Record<string, string> = {},
): NodeJS.ProcessEnv {
  const entries = Object.entries({
    'core.hooksPath': devNull,
    // Whoever owns the state directory: it may be a volume
    'safe.directory': '*',
    ...settings,
  });
  return {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: `${entries.length}`,
    ...Object.fromEntries(
      entries.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}
