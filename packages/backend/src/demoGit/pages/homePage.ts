import { DemoGitUrls } from '../DemoGitUrls';
import { Branch, GitRepository } from '../repositories/GitRepository';
import { html } from './html';
import { instant } from './instant';
import { page } from './page';

/** The page of all repositories. */
export function homePage(options: {
  urls: DemoGitUrls;
  /** Each with its branches, newest first. */
  repositories: { repository: GitRepository; branches: Branch[] }[];
}): string {
  const { urls, repositories } = options;
  return page({
    title: 'Repositories',
    crumbs: [{ text: 'Demo git server' }],
    content: html`<section>
        ${repositories.length === 0
          ? html`<p>
              There is none yet: the demo makes its repositories when it first
              starts, which takes a minute.
            </p>`
          : html`<div class="scroll">
              <table>
                <caption>
                  ${repositories.length} repositories of this demo
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Repository</th>
                    <th scope="col">Newest commit</th>
                    <th scope="col">When</th>
                    <th scope="col" class="number">Branches</th>
                  </tr>
                </thead>
                <tbody>
                  ${repositories.map(
                    ({ repository: { name }, branches }) => html`<tr>
                      <th scope="row">
                        <a href="${urls.page(name)}">${name}</a>
                      </th>
                      <td>${branches[0]?.subject ?? 'None: it is empty'}</td>
                      <td class="quiet">
                        ${branches[0] && instant(branches[0].at)}
                      </td>
                      <td class="number">${branches.length}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>`}
      </section>
      <section>
        <h2>Push</h2>
        <p>
          Everybody may read. A push asks for a password: the demo’s token, with
          any user name. A push to a repository that is not there makes it.
        </p>
        <pre tabindex="0" aria-label="How to push">
git push ${urls.clone('my-service')} main</pre
        >
      </section>`,
  });
}
