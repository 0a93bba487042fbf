import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { greetings } from './greetings.js';
import { HttpMetrics } from './httpMetrics.js';
import { logging } from './logging.js';
import { observeRequests } from './observeRequests.js';
import { Readiness } from './readiness.js';

/** The whole service, not yet listening. */
export interface App {
  http: FastifyInstance;
  readiness: Readiness;
}

export function createApp(
  options: { logTo?: NodeJS.WritableStream } = {},
): App {
  const readiness = new Readiness();
  const metrics = new HttpMetrics();
  const http = Fastify({
    logger: logging(options),
    // A line per request is written by observeRequests: Fastify's own would hold the query, which may be secret.
    logController: new LogController({ disableRequestLogging: true }),
    // While the process stops, what still arrives is answered as ever.
    return503OnClosing: false,
    // Longer than a load balancer keeps a connection (60 s): whoever closes first must not be this side.
    keepAliveTimeout: 75_000,
    requestTimeout: 30_000,
  });

  http.setErrorHandler<Error & { statusCode?: number }>(
    (error, request, reply) => {
      const status = error.statusCode ?? 500;
      if (status < 500) {
        return reply.code(status).send({ error: error.message });
      }
      request.log.error({ err: error }, 'request failed');
      return reply.code(500).send({ error: 'internal error' });
    },
  );
  http.setNotFoundHandler((_, reply) =>
    reply.code(404).send({ error: 'not found' }),
  );

  observeRequests({ http, metrics, readiness });
  http.get('/healthz', async () => ({ status: 'ok' }));
  http.get('/readyz', async (_, reply) =>
    readiness.ready
      ? { status: 'ready' }
      : reply.code(503).send({ status: 'stopping' }),
  );
  http.get('/metrics', async (_, reply) =>
    reply.type(metrics.contentType).send(await metrics.render()),
  );
  http.register(greetings);
  return { http, readiness };
}
