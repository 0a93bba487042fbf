/** What git needs of the backend's environment: programs, proxies, certificates. */
const KEPT = [
  'PATH',
  'TMPDIR',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'no_proxy',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
];

const SETTINGS: [key: string, value: string][] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.askPass', ''],
  ['core.autocrlf', 'false'],
  ['credential.helper', ''],
  ['commit.gpgSign', 'false'],
  ['gc.auto', '0'],
  // A remote that is allowed must not lead to one that is not.
  ['http.followRedirects', 'false'],
  ['transfer.bundleURI', 'false'],
];

/**
 * The environment of git processes. They read nobody's configuration, never ask for anything, run no hook or helper,
 * and talk only HTTP(S). Credentials travel here, because arguments can be read by every user of the machine.
 */
export function gitEnvironment(options: {
  /** Value of the header Authorization, sent to nothing but the URL's origin. */
  authorization?: { url: string; value: string };
}): NodeJS.ProcessEnv {
  const { authorization } = options;
  const settings = [...SETTINGS];
  if (authorization) {
    const { origin } = new URL(authorization.url);
    settings.push([
      `http.${origin}/.extraHeader`,
      `Authorization: ${authorization.value}`,
    ]);
  }
  const kept = KEPT.filter(name => process.env[name] !== undefined);
  return {
    ...Object.fromEntries(kept.map(name => [name, process.env[name]])),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_ALLOW_PROTOCOL: 'https:http',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: `${settings.length}`,
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}
