import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { DemoRepositories } from '../repositories/DemoRepositories';
import { GitHttpBackend } from './GitHttpBackend';
import { isPushToken } from './isPushToken';

const FETCH = 'git-upload-pack';
const PUSH = 'git-receive-pack';

/** Git's smart HTTP: everybody fetches, who has the demo's token pushes. */
export function gitRoutes(options: {
  repositories: DemoRepositories;
  backend: GitHttpBackend;
  /** Without one nobody pushes. */
  pushToken: string | undefined;
}): Router {
  const { repositories, backend, pushToken } = options;
  const router = PromiseRouter();

  router.get('/:repository.git/info/refs', async (request, response) => {
    const { service } = request.query;
    const path = 'info/refs';
    if (service === FETCH) {
      const repository = await repositories.open(request.params.repository);
      const mayPush = false;
      await backend.serve({ repository, path, mayPush, request, response });
    } else if (service !== PUSH) {
      throw new NotFoundError(
        `Only git's smart protocol is served; expected service=${FETCH} or service=${PUSH}`,
      );
    } else if (checkPush(request, response, pushToken)) {
      const repository = await repositories.ensure(request.params.repository);
      const mayPush = true;
      await backend.serve({ repository, path, mayPush, request, response });
    }
  });

  router.post(`/:repository.git/${FETCH}`, async (request, response) => {
    const repository = await repositories.open(request.params.repository);
    await backend.serve({
      repository,
      path: FETCH,
      mayPush: false,
      request,
      response,
    });
  });

  router.post(`/:repository.git/${PUSH}`, async (request, response) => {
    if (checkPush(request, response, pushToken)) {
      const repository = await repositories.open(request.params.repository);
      await backend.serve({
        repository,
        path: PUSH,
        mayPush: true,
        request,
        response,
      });
    }
  });

  // The address of a clone, opened in a browser
  router.get('/:repository.git', (request, response) => {
    const { repository } = request.params;
    response.redirect(`${request.baseUrl}/${encodeURIComponent(repository)}`);
  });
  return router;
}

/** Whether a request may push; if it did not say who sends it, it is asked. */
function checkPush(
  request: Request,
  response: Response,
  token: string | undefined,
): boolean {
  if (token === undefined) {
    throw new NotAllowedError('Nobody may push: the demo has no token');
  }
  const isAllowed = isPushToken(request.get('authorization'), token);
  if (!isAllowed) {
    response
      .status(401)
      .set('WWW-Authenticate', 'Basic realm="Demo git server"')
      .type('text')
      .send("A push needs the demo's token as password, with any user name.\n");
  }
  return isAllowed;
}
