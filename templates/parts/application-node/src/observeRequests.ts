import type { FastifyInstance } from 'fastify';
import type { HttpMetrics } from './httpMetrics.js';
import type { Readiness } from './readiness.js';

/** Asked by the platform, not by users: neither counted nor logged. */
const PLATFORM_ROUTES = new Set(['/healthz', '/readyz', '/metrics']);

/** Counts and logs each request, by the template of its route. */
export function observeRequests(options: {
  http: FastifyInstance;
  metrics: HttpMetrics;
  readiness: Readiness;
}): void {
  const { http, metrics, readiness } = options;

  http.addHook('onRoute', ({ method, url }) => {
    if (!PLATFORM_ROUTES.has(url)) {
      for (const one of [method].flat()) {
        metrics.announce({ method: one, route: url, status: 200 });
        metrics.announce({ method: one, route: url, status: 500 });
      }
    }
  });

  http.addHook('onSend', async (_, reply) => {
    // Sends the client to another instance with its next request.
    if (!readiness.ready) {
      reply.header('connection', 'close');
    }
  });

  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unmatched';
    if (PLATFORM_ROUTES.has(route)) {
      return;
    }
    const { method } = request;
    const status = reply.statusCode;
    const seconds = Math.round(reply.elapsedTime * 1000) / 1e6;
    metrics.observe({ method, route, status, seconds });
    request.log.info({ method, route, status, seconds }, 'request');
  });
}
