import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { FileAnswer } from './FileAnswer';

/**
 * Callers that a route may have.
 *
 * @public
 */
export type Caller = BackstageUserPrincipal | BackstageServicePrincipal;

/**
 * A request whose parts are as the route's schemas say.
 *
 * @public
 */
export interface RouteRequest<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  /** Of the path. */
  params: z.output<P>;
  /** What follows the `?`. */
  query: z.output<Q>;
  /** `undefined` where the route takes none. */
  body: z.output<B>;
  /** As they were sent, with names in lower case. */
  headers: IncomingHttpHeaders;
}

/**
 * What every route says of itself, whoever may call it.
 *
 * @public
 */
export interface RouteDescription<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  /** HTTP's, in lower case. */
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** In OpenAPI's form: `/slos/{id}`. */
  path: string;
  /** One line for the API's description. */
  summary: string;
  /** Of the path's placeholders. */
  params: P;
  /** A strict object: parameters that it does not know are refused by name. */
  query: Q;
  /** Left out, a body is not read. */
  body?: B;
  /**
   * Content types of a body that the handler gets as it was sent; `body` is then a `rawBody`. Left out, the body is
   * JSON.
   */
  consumes?: string[];
  /** Largest body in bytes, unpacked; default 100,000. */
  bodyLimit?: number;
  /** Of a successful answer; default 200. 204 has no body. */
  status?: 200 | 201 | 202 | 204;
  /** Documents the answer; it is not checked again. */
  response: z.ZodType;
  /** Content types of the `FileAnswer`s that the handler may give instead of JSON. */
  produces?: string[];
}

/**
 * One route: what validates its requests, what documents it, and what answers.
 *
 * @public
 */
export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> extends RouteDescription<P, Q, B> {
  /** Tells it from a `SignedRoute`. */
  signed?: false;
  /** Answers; throws Backstage's errors. */
  handle(
    request: RouteRequest<P, Q, B> & {
      credentials: BackstageCredentials<Caller>;
    },
  ): Promise<unknown | FileAnswer>;
}

/**
 * A route without credentials, whose handler checks a signature or a secret of its own. Its path needs an auth policy,
 * see `signedPaths`.
 *
 * @public
 */
export interface SignedRoute<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> extends RouteDescription<P, Q, B> {
  /** Tells it from a `Route`. */
  signed: true;
  /** Checks the signature, then answers; throws Backstage's errors. */
  handle(request: RouteRequest<P, Q, B>): Promise<unknown | FileAnswer>;
}

/**
 * Keeps the types of a route's schemas for its handler.
 *
 * @public
 */
export function defineRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
>(route: Route<P, Q, B>): Route {
  return route as unknown as Route;
}

/**
 * Keeps the types of a signed route's schemas for its handler.
 *
 * @public
 */
export function defineSignedRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
>(route: Omit<SignedRoute<P, Q, B>, 'signed'>): SignedRoute {
  return { ...route, signed: true } as unknown as SignedRoute;
}
