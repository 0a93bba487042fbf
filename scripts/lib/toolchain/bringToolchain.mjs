import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explainFailure } from '../explainFailure.mjs';
import { run } from '../process/run.mjs';
import { runPhase } from '../runPhase.mjs';
import { UserError } from '../UserError.mjs';
import { cacheDirectory } from './cacheDirectory.mjs';
import { cachedToolchain } from './cachedToolchain.mjs';
import { nodePackageName } from './nodePackageName.mjs';
import { runningToolchain } from './runningToolchain.mjs';
import { toolVersions } from './toolVersions.mjs';

/**
 * Node.js 22 and Yarn 4: those that run this command if they fit, else from
 * the cache folder, into which npm brings them once.
 */
export async function bringToolchain() {
  const running = runningToolchain();
  if (running) {
    return running;
  }
  const nodePackage = nodePackageName({
    platform: process.platform,
    arch: process.arch,
    musl: isMusl(),
  });
  const directory = join(
    cacheDirectory(),
    `node-${toolVersions.node}-yarn-${toolVersions.yarn}`,
  );
  const cached = cachedToolchain(directory, nodePackage);
  if (cached) {
    return cached;
  }
  await runPhase(
    `Bring Node.js ${toolVersions.node} and Yarn ${toolVersions.yarn}`,
    () => install(directory, nodePackage),
  );
  const brought = cachedToolchain(directory, nodePackage);
  if (!brought) {
    throw new UserError(
      `The Node.js ${toolVersions.node} that npm brought into ${directory} does not run on this system.`,
    );
  }
  return brought;
}

/**
 * Into a folder of its own, which is then renamed: a kill leaves either
 * nothing or the whole. The package of this very system instead of `node`,
 * which would install it from within a script, and a later npm run would
 * remove its headers.
 */
async function install(directory, nodePackage) {
  let staging;
  try {
    mkdirSync(dirname(directory), { recursive: true });
    staging = mkdtempSync(`${directory}-`);
    const { code, output } = await run('npm', [
      'install',
      `--prefix=${staging}`,
      '--global=false',
      '--ignore-scripts',
      // npm's own patience, over two minutes, looks like a standstill.
      '--fetch-retry-mintimeout=1000',
      '--fetch-retry-maxtimeout=5000',
      '--no-audit',
      '--no-fund',
      '--no-save',
      `${nodePackage}@${toolVersions.node}`,
      `@yarnpkg/cli-dist@${toolVersions.yarn}`,
    ]);
    if (code !== 0) {
      throw new UserError(
        explainFailure(output) ??
          `npm could not install ${nodePackage}@${
            toolVersions.node
          } and @yarnpkg/cli-dist@${toolVersions.yarn}:\n${output.trim()}`,
      );
    }
    rmSync(directory, { recursive: true, force: true });
    renameSync(staging, directory);
  } catch (error) {
    if (error instanceof UserError) {
      throw error;
    }
    throw new UserError(
      explainFailure(String(error)) ??
        `The cache folder ${dirname(directory)} cannot be used: ${
          error.message
        }`,
    );
  } finally {
    if (staging) {
      rmSync(staging, { recursive: true, force: true });
    }
  }
}

function isMusl() {
  // Else the report looks up the names of all network addresses.
  process.report.excludeNetwork = true;
  return (
    process.platform === 'linux' &&
    !process.report.getReport().header.glibcVersionRuntime
  );
}
