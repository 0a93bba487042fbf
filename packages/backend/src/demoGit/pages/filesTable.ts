import { DemoGitUrls } from '../DemoGitUrls';
import { Place } from '../repositories/findPlace';
import { TreeEntry } from '../repositories/GitRepository';
import { Html, html } from './html';

const SIZE = new Intl.NumberFormat('en-GB');

/** What a folder has. */
export function filesTable(options: {
  urls: DemoGitUrls;
  place: Place;
  entries: TreeEntry[];
}): Html {
  const { urls, place, entries } = options;
  const { repository, branch, path: folder } = place;
  const link = ({ type, path }: TreeEntry) => {
    if (type === 'other') {
      return html`${path} (link)`;
    }
    const isFolder = type === 'folder';
    const href = urls.place(
      repository.name,
      isFolder ? 'tree' : 'blob',
      branch.name,
      folder ? `${folder}/${path}` : path,
    );
    return html`<a href="${href}">${path}${isFolder ? '/' : ''}</a>`;
  };
  return html`<div class="scroll">
    <table>
      <caption>
        ${entries.length} entries of ${folder || 'the root folder'} in branch
        ${branch.name}
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" class="number">Bytes</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          entry => html`<tr>
            <th scope="row">${link(entry)}</th>
            <td class="number">
              ${entry.type === 'file' ? SIZE.format(entry.size) : ''}
            </td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
