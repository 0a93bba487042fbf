import { DemoGitUrls } from '../DemoGitUrls';
import { Place } from '../repositories/findPlace';
import { TreeEntry } from '../repositories/GitRepository';
import { html } from './html';
import { page } from './page';
import { placeCrumbs } from './placeCrumbs';

/** The page of a file; its lines are fragments `#L1`. */
export function blobPage(options: {
  urls: DemoGitUrls;
  place: Place;
  file: TreeEntry;
  /** Undefined where it is too large to be shown. */
  content: Buffer | undefined;
}): string {
  const { urls, place, file, content } = options;
  const { branch, path } = place;
  return page({
    title: path,
    crumbs: placeCrumbs(urls, place),
    content: html`<section>
      <p class="quiet">
        ${file.size} bytes, branch ${branch.name}, commit
        <code>${branch.commit.slice(0, 12)}</code>
      </p>
      ${body(path, content)}
    </section>`,
  });
}

function body(path: string, content: Buffer | undefined) {
  if (!content) {
    return html`<p>It is too large to be shown: clone the repository.</p>`;
  }
  if (content.includes(0)) {
    return html`<p>It is not text: clone the repository.</p>`;
  }
  const lines = content.toString('utf8').replace(/\n$/, '').split('\n');
  return html`<pre
    class="file"
    tabindex="0"
    aria-label="${path}"
  ><code>${lines.map(
    (line, index) => html`<span id="L${index + 1}">${line}</span>`,
  )}</code></pre>`;
}
