import { z } from 'zod';
import type { Route, SignedRoute } from './Route';

const errorSchema = z.object({
  error: z.object({ name: z.string(), message: z.string() }),
});

/**
 * The OpenAPI 3.1 description of routes, written from the schemas that validate them.
 *
 * @public
 */
export function openApiDocument(options: {
  title: string;
  version: string;
  basePath: string;
  routes: (Route | SignedRoute)[];
}): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of options.routes) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: {
        summary: route.summary,
        parameters: [
          ...parameters(route.params, 'path'),
          ...parameters(route.query, 'query'),
        ],
        ...(route.signed && { security: [] }),
        ...(route.body && {
          requestBody: { required: true, content: requestContent(route) },
        }),
        responses: {
          [route.status ?? 200]: {
            description: 'OK',
            ...(route.status !== 204 && { content: responseContent(route) }),
          },
          default: {
            description: 'Error',
            content: {
              'application/json': { schema: toSchema(errorSchema, 'output') },
            },
          },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: options.title, version: options.version },
    servers: [{ url: options.basePath }],
    components: {
      securitySchemes: { backstage: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ backstage: [] }],
    paths,
  };
}

function requestContent(route: Route | SignedRoute): object {
  if (!route.consumes) {
    return {
      'application/json': { schema: toSchema(route.body!, 'input') },
    };
  }
  const { description } = route.body!.meta() ?? {};
  const schema = { type: 'string', format: 'binary', description };
  return Object.fromEntries(route.consumes.map(type => [type, { schema }]));
}

function responseContent(route: Route | SignedRoute): object {
  return {
    'application/json': { schema: toSchema(route.response, 'output') },
    ...Object.fromEntries(
      (route.produces ?? []).map(type => [
        type,
        { schema: { type: 'string' } },
      ]),
    ),
  };
}

function toSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
  });
  return rest;
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): object[] {
  const { properties = {}, required = [] } = toSchema(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}
