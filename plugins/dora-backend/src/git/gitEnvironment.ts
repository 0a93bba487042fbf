/** What git and ssh need of the backend's environment: programs, proxies, certificates, keys. */
const KEPT = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'TMPDIR',
  'SSH_AUTH_SOCK',
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
  ['credential.helper', ''],
  ['fetch.recurseSubmodules', 'false'],
  ['fetch.writeCommitGraph', 'true'],
  ['transfer.bundleURI', 'false'],
  // A git in the background would outlive the pass, and work in the mirror together with the next one.
  ['gc.autoDetach', 'false'],
  ['maintenance.autoDetach', 'false'],
];

/**
 * The environment of git processes. They never ask for anything, run no hook or helper, and talk only the named
 * protocols. Headers travel here, because arguments can be read by every user of the machine.
 */
export function gitEnvironment(options: {
  /** Of `https`, `http`, `ssh`, `git` and `file`. */
  protocols: string[];
  /** File that stands for the user's configuration of git. */
  globalConfig: string;
  /** Sent to URLs that begin with `url`. */
  header?: { url: string; value: string };
}): NodeJS.ProcessEnv {
  const { protocols, globalConfig, header } = options;
  const settings = [...SETTINGS];
  if (header) {
    settings.push([`http.${header.url}.extraHeader`, header.value]);
  }
  const kept = KEPT.filter(name => process.env[name] !== undefined);
  return {
    ...Object.fromEntries(kept.map(name => [name, process.env[name]])),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    // Empty, so that neither a program nor the terminal is asked.
    GIT_ASKPASS: '',
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=20',
    GIT_ALLOW_PROTOCOL: protocols.join(':'),
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_CONFIG_GLOBAL: globalConfig,
    GIT_CONFIG_COUNT: `${settings.length}`,
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}
