import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { apiServiceHistory } from './apiServiceHistory';
import { buildRepositories } from './buildRepositories';
import { DemoDelivery } from './DemoDelivery';
import { joinHistories } from './joinHistories';
import { mondayOf } from './mondayOf';
import { moveHistory } from './moveHistory';
import { readHistory } from './readHistory';
import { weeksForward } from './weeksForward';

const STATE_FILE = 'demo.json';

/**
 * Makes the demo's git repositories where they are missing: all of them or none, whenever the process ends. What is
 * there stays as it is, however old it is.
 */
export async function ensureRepositories(options: {
  /** Where the recorded history lies. */
  records: string;
  /** The folder to be made. */
  repositories: string;
  now: Date;
  logger: LoggerService;
}): Promise<DemoDelivery> {
  const { repositories } = options;
  const present = await readDelivery(repositories);
  if (present) {
    return present;
  }
  const parent = dirname(repositories);
  const prefix = `${basename(repositories)}.building-`;
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefix)) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
  const building = await mkdtemp(join(parent, prefix));
  try {
    const delivery = await build({ ...options, folder: building });
    await rename(building, repositories);
    return delivery;
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
}

async function build(options: {
  records: string;
  folder: string;
  now: Date;
  logger: LoggerService;
}): Promise<DemoDelivery> {
  const { folder, logger } = options;
  const recorded = await readHistory(options.records);
  const now = Math.floor(options.now.getTime() / 1_000);
  const last = recorded.deployments[recorded.deployments.length - 1];
  const weeks = weeksForward({ last: last.committedAt, now });
  const history = joinHistories([
    moveHistory(recorded, weeks),
    apiServiceHistory({ storyEnd: mondayOf(now) }),
  ]);
  logger.info(
    `Demo repositories: rebuilding ${history.deployments.length} deployments and ${history.changes.length} changes, moved forward by ${weeks} weeks`,
  );
  const shas = await buildRepositories({
    folder,
    history,
    progress: made => logger.info(`Demo repositories: ${made}`),
  });
  const delivery: DemoDelivery = {
    startedAt: options.now.toISOString(),
    weeksForward: weeks,
    apiServiceVersions: Object.fromEntries(shas.get('api-service')!),
  };
  await writeFile(
    join(folder, STATE_FILE),
    `${JSON.stringify(delivery, null, 2)}\n`,
  );
  return delivery;
}

async function readDelivery(folder: string): Promise<DemoDelivery | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, STATE_FILE), 'utf8'));
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
