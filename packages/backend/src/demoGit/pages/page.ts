import { Html, html } from './html';
import { pageStyle } from './pageStyle';

/** A step on the way to a page. */
export interface Crumb {
  text: string;
  /** None for the page itself. */
  href?: string;
}

/** A whole document around what a page has to say. */
export function page(options: {
  title: string;
  crumbs: Crumb[];
  content: Html;
}): string {
  const { title, crumbs, content } = options;
  const { markup } = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} – Demo git server</title>
      ${new Html(`<style>${pageStyle}</style>`)}
    </head>
    <body>
      <header>
        <nav aria-label="You are here">
          <ol>
            ${crumbs.map(({ text, href }) =>
              href
                ? html`<li><a href="${href}">${text}</a></li>`
                : html`<li aria-current="page">${text}</li>`,
            )}
          </ol>
        </nav>
      </header>
      <main>
        <h1>${title}</h1>
        ${content}
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${markup}\n`;
}
