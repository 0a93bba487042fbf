/**
 * What the HTTP APIs of the suite's backends share: routes whose schemas validate, document and answer, and who may
 * read and push.
 *
 * @packageDocumentation
 */

export { audited } from './audited';
export { CatalogAccess } from './CatalogAccess';
export { containsNul } from './containsNul';
export { createApiRouter } from './createApiRouter';
export { entityRefSchema } from './entityRefSchema';
export { FileAnswer } from './FileAnswer';
export { mountRoutes } from './mountRoutes';
export { openApiDocument } from './openApiDocument';
export { cursorOf, offsetOf, pageOf, pageQuery } from './pageSchema';
export { PusherPolicy } from './PusherPolicy';
export { toPushTarget } from './PushTarget';
export type { PushTarget } from './PushTarget';
export { rawBody } from './rawBody';
export { defineRoute, defineSignedRoute } from './Route';
export type {
  Caller,
  Route,
  RouteDescription,
  RouteRequest,
  SignedRoute,
} from './Route';
export { signedPaths } from './signedPaths';
