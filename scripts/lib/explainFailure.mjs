const networkCode =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;
const networkFailure = new RegExp(
  `${networkCode.source}|RequestError|network timeout`,
);

/**
 * What a package manager's output means, in one sentence; undefined when it is
 * none of the known causes. `missingTools` are those of python3, make and g++
 * that the machine lacks.
 */
export function explainFailure(output, { missingTools = [] } = {}) {
  if (/ENOSPC|no space left on device/i.test(output)) {
    return 'The disk is full: a first start needs about 4 GB for packages (node_modules and the package cache); free some space and run the command again.';
  }
  if (/EDQUOT|disk quota exceeded/i.test(output)) {
    return 'The disk quota is used up: a first start needs about 4 GB for packages; free some space and run the command again.';
  }
  if (/YN0028|lockfile would have been modified/i.test(output)) {
    return 'yarn.lock does not match the package.json files: run `yarn install` and commit the changed yarn.lock.';
  }
  // Yarn's YN0009: an addon could not be built.
  const unbuilt = [...output.matchAll(/YN0009: │ (@?[^@\s]+)/g)];
  if (unbuilt.length) {
    const addons = unbuilt.map(([, name]) => name).join(', ');
    const tools = missingTools.length
      ? `compiling needs ${missingTools.join(
          ', ',
        )}, which this machine lacks (on Debian: apt-get install python3 make g++)`
      : 'compiling failed';
    return `No prebuilt release within reach for the native addon ${addons}, and ${tools}.`;
  }
  if (networkFailure.test(output)) {
    const code = networkCode.exec(output)?.[0] ?? 'the request failed';
    return `The package registry does not answer (${code}): check the network, proxy and registry settings, and run the command again.`;
  }
  return undefined;
}
