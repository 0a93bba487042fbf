import type { FastifyInstance } from 'fastify';

/** The example of a route: replace it by what the service is for. */
export async function greetings(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { name: string } }>(
    '/api/greetings/:name',
    { schema: { params: GreetingParams } },
    async ({ params }) => ({ message: `Hello, ${params.name}!` }),
  );
}

const GreetingParams = {
  type: 'object',
  properties: {
    name: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9-]{0,39}$' },
  },
  required: ['name'],
};
