import { InputError, isError, NotFoundError } from '@backstage/errors';
import { ErrorRequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { DemoGitUrls } from '../DemoGitUrls';
import { DemoRepositories } from '../repositories/DemoRepositories';
import { findPlace, Place } from '../repositories/findPlace';
import { blobPage } from './blobPage';
import { homePage } from './homePage';
import { problemPage } from './problemPage';
import { repositoryPage } from './repositoryPage';
import { sendPage } from './sendPage';
import { treePage } from './treePage';

const MAX_SHOWN_BYTES = 1024 * 1024;

/** The pages for people: repositories, a repository, a folder, a file. */
export function pageRoutes(options: {
  repositories: DemoRepositories;
  urls: DemoGitUrls;
}): Router {
  const { repositories, urls } = options;
  const router = PromiseRouter();

  router.get('/', async (_req, res) => {
    const all = await repositories.list();
    const listed = await Promise.all(
      all.map(async repository => ({
        repository,
        branches: await repository.branches(),
      })),
    );
    sendPage(res, homePage({ urls, repositories: listed }));
  });

  router.get('/:repository', async (req, res) => {
    const repository = await repositories.open(req.params.repository);
    const branches = await repository.branches();
    const defaultBranch = await repository.defaultBranch();
    const branch = branches.find(({ name }) => name === defaultBranch);
    const root = branch && {
      place: { repository, branch, path: '' },
      entries: await listFolder({ repository, branch, path: '' }),
    };
    sendPage(
      res,
      repositoryPage({ urls, repository, branches, defaultBranch, root }),
    );
  });

  router.get('/:repository/tree/:place(*)', async (req, res) => {
    const repository = await repositories.open(req.params.repository);
    const place = await findPlace(repository, req.params.place);
    const { branch, path } = place;
    const found = await repository.find(branch.commit, path);
    if (found?.type === 'file') {
      res.redirect(urls.place(repository.name, 'blob', branch.name, path));
      return;
    }
    sendPage(
      res,
      treePage({
        urls,
        place,
        entries: await listFolder(place),
        comparison: path === '' ? await compare(place) : undefined,
      }),
    );
  });

  router.get('/:repository/blob/:place(*)', async (req, res) => {
    const repository = await repositories.open(req.params.repository);
    const place = await findPlace(repository, req.params.place);
    const { branch, path } = place;
    const file = await repository.find(branch.commit, path);
    if (file?.type !== 'file') {
      throw nothingAt(place);
    }
    const content =
      file.size > MAX_SHOWN_BYTES ? undefined : await repository.read(file);
    sendPage(res, blobPage({ urls, place, file, content }));
  });

  const showProblem: ErrorRequestHandler = (error, _req, res, next) => {
    const isKnown =
      isError(error) &&
      [NotFoundError.name, InputError.name].includes(error.name);
    if (!isKnown || res.headersSent) {
      next(error);
      return;
    }
    const status = error.name === NotFoundError.name ? 404 : 400;
    sendPage(res, problemPage({ urls, message: error.message }), status);
  };
  router.use(showProblem);
  return router;
}

async function listFolder(place: Place) {
  const { repository, branch, path } = place;
  const folder = await repository.find(branch.commit, path);
  if (folder?.type !== 'folder') {
    throw nothingAt(place);
  }
  return repository.list(folder);
}

async function compare({ repository, branch }: Place) {
  const defaultBranch = await repository.defaultBranch();
  const branches = await repository.branches();
  const base = branches.find(({ name }) => name === defaultBranch);
  if (!base || base.name === branch.name) {
    return undefined;
  }
  const changes = await repository.changes(base.commit, branch.commit);
  return changes && { defaultBranch, changes };
}

function nothingAt({ repository, branch, path }: Place) {
  return new NotFoundError(
    `The branch '${branch.name}' of '${
      repository.name
    }' has nothing at '${path.slice(0, 200)}'`,
  );
}
