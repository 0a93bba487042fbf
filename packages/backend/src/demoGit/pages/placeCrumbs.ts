import { DemoGitUrls } from '../DemoGitUrls';
import { Place } from '../repositories/findPlace';
import { Crumb } from './page';

/** The way to a folder or a file. */
export function placeCrumbs(urls: DemoGitUrls, place: Place): Crumb[] {
  const { repository, branch, path } = place;
  const names = path.split('/').filter(Boolean);
  const folders = [branch.name, ...names].map((text, index) => ({
    text,
    href: urls.place(
      repository.name,
      'tree',
      branch.name,
      names.slice(0, index).join('/'),
    ),
  }));
  const { text } = folders.pop()!;
  return [
    { text: 'Demo git server', href: urls.home() },
    { text: repository.name, href: urls.page(repository.name) },
    ...folders,
    { text },
  ];
}
