import { access, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';

/** Where repositories lay beside the folder that they are in now. */
const FORMER_NAME = 'repositories';

/** Moves the repositories of an older demo to where they are now, unless there are some already. */
export async function moveRepositories(options: {
  /** The folder where they are now. */
  repositories: string;
  logger: LoggerService;
}): Promise<void> {
  const { repositories, logger } = options;
  const former = join(dirname(repositories), FORMER_NAME);
  const isWhole = await exists(join(former, 'demo.json'));
  if (former !== repositories && isWhole && !(await exists(repositories))) {
    await rename(former, repositories);
    logger.info(
      `Demo repositories: moved from ${former} to ${repositories}, with all that was in them`,
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
