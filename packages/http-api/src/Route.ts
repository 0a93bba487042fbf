import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { z } from 'zod';

/** Callers that a route may have. */
export type Caller = BackstageUserPrincipal | BackstageServicePrincipal;

/** One route: what validates its requests, what documents it, and what answers. */
export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  method: 'get' | 'post';
  /** In OpenAPI's form: `/slos/{id}`. */
  path: string;
  summary: string;
  params: P;
  query: Q;
  body?: B;
  /** Largest body in bytes. */
  bodyLimit?: number;
  response: z.ZodType;
  handle(request: {
    params: z.output<P>;
    query: z.output<Q>;
    body: z.output<B>;
    credentials: BackstageCredentials<Caller>;
  }): Promise<unknown>;
}

/** Keeps the types of a route's schemas for its handler. */
export function defineRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
>(route: Route<P, Q, B>): Route {
  return route as unknown as Route;
}
