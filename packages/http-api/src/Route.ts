import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { FileAnswer } from './FileAnswer';

/** Callers that a route may have. */
export type Caller = BackstageUserPrincipal | BackstageServicePrincipal;

/** A request whose parts are as the route's schemas say. */
export interface RouteRequest<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  headers: IncomingHttpHeaders;
}

interface RouteDescription<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
> {
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** In OpenAPI's form: `/slos/{id}`. */
  path: string;
  summary: string;
  params: P;
  query: Q;
  body?: B;
  /**
   * Content types of a body that the handler gets as it was sent; `body` is then a `rawBody`. Left out, the body is
   * JSON.
   */
  consumes?: string[];
  /** Largest body in bytes. */
  bodyLimit?: number;
  /** Of a successful answer; default 200. 204 has no body. */
  status?: 200 | 201 | 202 | 204;
  response: z.ZodType;
  /** Content types of the `FileAnswer`s that the handler may give instead of JSON. */
  produces?: string[];
}

/** One route: what validates its requests, what documents it, and what answers. */
export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> extends RouteDescription<P, Q, B> {
  signed?: false;
  handle(
    request: RouteRequest<P, Q, B> & {
      credentials: BackstageCredentials<Caller>;
    },
  ): Promise<unknown | FileAnswer>;
}

/**
 * A route without credentials, whose handler checks a signature or a secret of its own. Its path needs an auth policy,
 * see `signedPaths`.
 */
export interface SignedRoute<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> extends RouteDescription<P, Q, B> {
  signed: true;
  handle(request: RouteRequest<P, Q, B>): Promise<unknown | FileAnswer>;
}

/** Keeps the types of a route's schemas for its handler. */
export function defineRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
>(route: Route<P, Q, B>): Route {
  return route as unknown as Route;
}

/** Keeps the types of a signed route's schemas for its handler. */
export function defineSignedRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
>(route: Omit<SignedRoute<P, Q, B>, 'signed'>): SignedRoute {
  return { ...route, signed: true } as unknown as SignedRoute;
}
