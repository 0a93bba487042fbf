import { posix } from 'node:path';
import type { SerializedFile } from '@backstage/plugin-scaffolder-node';
import type { FileOwnership } from '@golden-path/backstage-plugin-golden-path-common';
import { z } from 'zod';

const PROVENANCE_FILE = '.golden-path.json';

const provenanceSchema = z.object({
  files: z.record(
    z.string(),
    z.object({ ownership: z.enum(['managed', 'merge', 'seed']) }),
  ),
});

/** Who owns which of the files, by path, as each `.golden-path.json` among them says. */
export function ownershipOf(
  files: SerializedFile[],
): Map<string, FileOwnership> {
  const ownership = new Map<string, FileOwnership>();
  for (const { path, content } of files) {
    if (posix.basename(path) === PROVENANCE_FILE) {
      const provenance = provenanceSchema.parse(
        JSON.parse(content.toString('utf8')),
      );
      for (const [file, owned] of Object.entries(provenance.files)) {
        ownership.set(posix.join(posix.dirname(path), file), owned.ownership);
      }
    }
  }
  return ownership;
}
