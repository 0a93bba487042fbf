import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { concealDatabaseError } from './concealDatabaseError';
import { containsNul } from './containsNul';
import { readJsonBody } from './readJsonBody';
import type { Route } from './Route';

/** An express router that authenticates, validates and answers as the routes say. */
export function mountRoutes(options: {
  routes: Route[];
  httpAuth: HttpAuthService;
}): express.Router {
  const router = Router();
  for (const route of options.routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    router[route.method](path, async (req, res) => {
      const credentials = await options.httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      const body = route.body
        ? await readJsonBody(req, res, route.bodyLimit)
        : undefined;
      const request = {
        params: parse(route.params, req.params, 'path'),
        query: parse(route.query, req.query, 'query'),
        body: route.body && parse(route.body, body, 'body'),
        credentials,
      };
      try {
        res.json(await route.handle(request));
      } catch (error) {
        throw concealDatabaseError(error);
      }
    });
  }
  return router;
}

function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  place: string,
): z.output<T> {
  if (containsNul(value)) {
    throw new InputError(`${place}: expected text without NUL characters`);
  }
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new InputError(
      result.error.issues
        .flatMap(issue => describeIssue(issue, place))
        .slice(0, 20)
        .join('; '),
    );
  }
  return result.data;
}

/** What is wrong and where; what is not known is named by its own path, not by that of what it stands in. */
function describeIssue(issue: z.core.$ZodIssue, place: string): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      key =>
        `${z.core.toDotPath([...issue.path, key])}: unknown in the ${place}`,
    );
  }
  return [`${z.core.toDotPath(issue.path) || place}: ${issue.message}`];
}
