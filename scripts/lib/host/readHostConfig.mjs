import { ConfigSources } from '@backstage/config-loader';
import { UserError } from '../UserError.mjs';

/**
 * Where the host will listen, and whether it has the demo sign-in, from the
 * same files and variables that the host itself reads.
 */
export async function readHostConfig({ root, args, env = process.env }) {
  const config = await load({ root, args, env });
  const appUrl = config.getString('app.baseUrl');
  const backendUrl = config.getString('backend.baseUrl');
  return {
    appUrl,
    appPort: config.getOptionalNumber('app.listen.port') ?? portOf(appUrl),
    backendUrl,
    backendPort: backendListenPort(config) ?? portOf(backendUrl),
    demoSignIn: config.has('auth.providers.demo'),
  };
}

async function load({ root, args, env }) {
  try {
    const source = ConfigSources.default({
      argv: args,
      rootDir: root,
      env,
      substitutionFunc: async name => env[name],
      watch: false,
    });
    const config = await ConfigSources.toConfig(source);
    config.close();
    return config;
  } catch (error) {
    throw new UserError(`The configuration cannot be read: ${error.message}`);
  }
}

function backendListenPort(config) {
  const listen = config.getOptional('backend.listen');
  const port = typeof listen === 'object' ? listen.port : listen;
  const digits = /(\d+)$/.exec(String(port ?? ''))?.[1];
  return digits && Number(digits);
}

function portOf(text) {
  const url = new URL(text);
  return Number(url.port) || { 'https:': 443 }[url.protocol] || 80;
}
