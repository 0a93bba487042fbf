import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { UserError } from '../UserError.mjs';

/**
 * Listening alone is not enough: macOS lets two programs listen on one port
 * with different addresses.
 */
export async function assertPortFree(port, { usedFor }) {
  const busy = (await answers(port)) || (await cannotListen(port));
  if (busy) {
    throw new UserError(
      `Port ${port}, on which ${usedFor} listens, is taken: stop the other program (is the portal running already?) or set another port in the configuration.`,
    );
  }
}

async function answers(port) {
  const socket = connect({ port, host: 'localhost' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function cannotListen(port) {
  const server = createServer().listen(port);
  try {
    await once(server, 'listening');
    return false;
  } catch (error) {
    if (error.code === 'EACCES') {
      throw new UserError(
        `Port ${port} may not be used by this account: set one above 1023.`,
      );
    }
    return error.code === 'EADDRINUSE';
  } finally {
    server.close();
  }
}
