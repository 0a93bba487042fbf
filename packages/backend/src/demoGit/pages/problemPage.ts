import { DemoGitUrls } from '../DemoGitUrls';
import { html } from './html';
import { page } from './page';

/** Says what is not there, or what is wrong with a request. */
export function problemPage(options: {
  urls: DemoGitUrls;
  message: string;
}): string {
  const { urls, message } = options;
  return page({
    title: 'Not found',
    crumbs: [
      { text: 'Demo git server', href: urls.home() },
      { text: 'Not found' },
    ],
    content: html`<section><p>${message}.</p></section>`,
  });
}
