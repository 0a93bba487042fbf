/** What the environment decides. */
export interface Settings {
  /** The port to listen on. */
  port: number;
  /** How long requests are still taken after SIGTERM, until nobody sends any. */
  shutdownDelaySeconds: number;
}

/** @throws where a variable is no number within its limits, naming it */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    port: readInteger(env, 'PORT', { byDefault: 8080, min: 0, max: 65_535 }),
    // Four and the five of draining stay below the ten seconds that a stop may take.
    shutdownDelaySeconds: readInteger(env, 'SHUTDOWN_DELAY_SECONDS', {
      byDefault: 3,
      min: 0,
      max: 4,
    }),
  };
}

function readInteger(
  env: NodeJS.ProcessEnv,
  name: string,
  { byDefault, min, max }: { byDefault: number; min: number; max: number },
): number {
  const text = env[name] || String(byDefault);
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new Error(
      `${name} must be a whole number from ${min} to ${max}, but is '${text}'`,
    );
  }
  return value;
}
