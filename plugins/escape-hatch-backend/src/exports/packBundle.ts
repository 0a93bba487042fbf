import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

/** A `.tar.gz` of small files, the same bytes for the same files: no time, no owner, no name of a machine in it. */
export async function packBundle(
  files: { name: string; content: string }[],
): Promise<Buffer> {
  const archive = pack();
  for (const { name, content } of files) {
    archive.entry({ name, mtime: new Date(0) }, content);
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) {
    chunks.push(chunk as Buffer);
  }
  return gzipSync(Buffer.concat(chunks));
}
