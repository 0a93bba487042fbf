import type { FastifyServerOptions } from 'fastify';

/** One JSON object a line, with the fields that every service here has: time, level, message, service. */
export function logging({
  logTo,
}: {
  logTo?: NodeJS.WritableStream;
}): NonNullable<FastifyServerOptions['logger']> {
  return {
    base: { service: '${{ values.name }}' },
    messageKey: 'message',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
    ...(logTo && { stream: logTo }),
  };
}
