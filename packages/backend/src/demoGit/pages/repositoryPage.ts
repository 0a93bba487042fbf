import { DemoGitUrls } from '../DemoGitUrls';
import { Place } from '../repositories/findPlace';
import {
  Branch,
  GitRepository,
  TreeEntry,
} from '../repositories/GitRepository';
import { filesTable } from './filesTable';
import { html } from './html';
import { instant } from './instant';
import { page } from './page';

/** The page of a repository: its branches, and the files of the one that a clone checks out. */
export function repositoryPage(options: {
  urls: DemoGitUrls;
  repository: GitRepository;
  /** Newest first. */
  branches: Branch[];
  defaultBranch: string;
  /** Root folder of the default branch; undefined before its first commit. */
  root?: { place: Place; entries: TreeEntry[] };
}): string {
  const { urls, repository, branches, defaultBranch, root } = options;
  return page({
    title: repository.name,
    crumbs: [
      { text: 'Demo git server', href: urls.home() },
      { text: repository.name },
    ],
    content: html`<section>
        <h2>Clone</h2>
        <pre tabindex="0" aria-label="How to clone">
git clone ${urls.clone(repository.name)}</pre
        >
      </section>
      <section>
        <h2>Branches</h2>
        ${branches.length === 0
          ? html`<p>None: nothing has been pushed yet.</p>`
          : html`<div class="scroll">
              <table>
                <caption>
                  ${branches.length} branches, the newest first
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Branch</th>
                    <th scope="col">Newest commit</th>
                    <th scope="col">SHA</th>
                    <th scope="col">When</th>
                  </tr>
                </thead>
                <tbody>
                  ${branches.map(
                    ({ name, subject, commit, at }) => html`<tr>
                      <th scope="row">
                        <a
                          href="${urls.place(
                            repository.name,
                            'tree',
                            name,
                            '',
                          )}"
                          >${name}</a
                        >
                        ${name === defaultBranch ? '(default)' : ''}
                      </th>
                      <td>${subject}</td>
                      <td><code>${commit.slice(0, 12)}</code></td>
                      <td class="quiet">${instant(at)}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>`}
      </section>
      ${root &&
      html`<section>
        <h2>Files</h2>
        ${filesTable({ urls, ...root })}
      </section>`}`,
  });
}
