import { DemoGitUrls } from '../DemoGitUrls';
import { Place } from '../repositories/findPlace';
import { FileChange, TreeEntry } from '../repositories/GitRepository';
import { filesTable } from './filesTable';
import { Html, html } from './html';
import { page } from './page';
import { placeCrumbs } from './placeCrumbs';

/** The page of a folder; that of a branch's root says what the branch changes, and how it is merged. */
export function treePage(options: {
  urls: DemoGitUrls;
  place: Place;
  entries: TreeEntry[];
  /** What the branch has different from the default one, where it is another. */
  comparison?: { defaultBranch: string; changes: FileChange[] };
}): string {
  const { urls, place, entries, comparison } = options;
  const { repository, branch, path } = place;
  return page({
    title: path || branch.name,
    crumbs: placeCrumbs(urls, place),
    content: html`${comparison && changesSection(urls, place, comparison)}
      <section>
        <h2>Files</h2>
        <p class="quiet">
          ${repository.name}, ${branch.name}, commit
          <code>${branch.commit.slice(0, 12)}</code>: ${branch.subject}
        </p>
        ${filesTable({ urls, place, entries })}
      </section>`,
  });
}

function changesSection(
  urls: DemoGitUrls,
  { repository, branch }: Place,
  comparison: { defaultBranch: string; changes: FileChange[] },
): Html {
  const { defaultBranch, changes } = comparison;
  if (changes.length === 0) {
    return html`<section>
      <h2>Changes</h2>
      <p>All of this branch is in ${defaultBranch}: it is merged.</p>
    </section>`;
  }
  return html`<section>
      <h2>Changes</h2>
      <div class="scroll">
        <table>
          <caption>
            ${changes.length} files are different from ${defaultBranch}
          </caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            ${changes.map(
              ({ path, status }) => html`<tr>
                <th scope="row">
                  ${status === 'deleted'
                    ? path
                    : html`<a
                        href="${urls.place(
                          repository.name,
                          'blob',
                          branch.name,
                          path,
                        )}"
                        >${path}</a
                      >`}
                </th>
                <td>${status}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>
    <section>
      <h2>Merge</h2>
      <p>In a clone of ${repository.name}:</p>
      <pre tabindex="0" aria-label="How to merge">
git fetch origin
git switch ${defaultBranch}
git merge origin/${branch.name}
git push origin ${defaultBranch}</pre
      >
    </section>`;
}
