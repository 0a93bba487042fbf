import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { concealDatabaseError } from './concealDatabaseError';
import { expressPath } from './expressPath';
import { FileAnswer } from './FileAnswer';
import { findNul } from './findNul';
import { readBody } from './readBody';
import { sendFile } from './sendFile';
import type { Route, SignedRoute } from './Route';

/**
 * An express router that authenticates, validates and answers as the routes say. What is malformed is answered with
 * 400 and its JSON path, a body that is too large with 413; what handlers throw, by its Backstage error.
 *
 * @public
 */
export function mountRoutes(options: {
  routes: (Route | SignedRoute)[];
  httpAuth: HttpAuthService;
}): express.Router {
  const router = Router();
  for (const route of options.routes) {
    router[route.method](expressPath(route.path), async (req, res) => {
      // An `Authorization` header of a signed request is not Backstage's.
      const credentials = route.signed
        ? undefined
        : await options.httpAuth.credentials(req, {
            allow: ['user', 'service'],
          });
      const request = {
        params: parse(route.params, req.params, 'path'),
        query: parse(route.query, req.query, 'query'),
        body: await readRequestBody(route, req, res),
        headers: req.headers,
      };
      try {
        const answer = route.signed
          ? await route.handle(request)
          : await route.handle({ ...request, credentials: credentials! });
        await send(res, route.status ?? 200, answer);
      } catch (error) {
        throw concealDatabaseError(error);
      }
    });
  }
  return router;
}

async function readRequestBody(
  route: Route | SignedRoute,
  req: express.Request,
  res: express.Response,
): Promise<unknown> {
  if (!route.body) {
    return undefined;
  }
  const { consumes, bodyLimit } = route;
  const body = await readBody(req, res, { consumes, limit: bodyLimit });
  return consumes ? body : parse(route.body, body, 'body');
}

async function send(
  res: express.Response,
  status: number,
  answer: unknown,
): Promise<void> {
  if (answer instanceof FileAnswer) {
    await sendFile(res, status, answer);
  } else if (status === 204) {
    res.status(status).end();
  } else {
    res.status(status).json(answer);
  }
}

function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  place: string,
): z.output<T> {
  const nul = findNul(value);
  if (nul) {
    throw new InputError(
      `${z.core.toDotPath(nul) || place}: expected text without NUL characters`,
    );
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
