import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the folder for mirrors, for this account alone.
 *
 * @throws when somebody else made it, as anybody can in a folder for temporary files
 */
export async function openWorkDirectory(
  directory: string,
): Promise<{ gitConfig: string }> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const found = await lstat(directory);
  const owner = process.getuid?.();
  if (!found.isDirectory() || (owner !== undefined && found.uid !== owner)) {
    throw new Error(
      `dora.workDirectory: expected a folder of this account at ${directory}`,
    );
  }
  const gitConfig = join(directory, 'local-remotes.gitconfig');
  // The process that serves a repository of this machine takes nothing from the environment, only from a file. What
  // it serves it only reads; an operator named the repository, so whose it is does not matter.
  await writeFile(gitConfig, '[safe]\n\tdirectory = *\n');
  return { gitConfig };
}
