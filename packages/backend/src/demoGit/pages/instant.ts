import { Html, html } from './html';

/** An instant for people and machines. */
export function instant(at: Date): Html {
  const text = at.toISOString();
  return html`<time datetime="${text}"
    >${text.slice(0, 10)} ${text.slice(11, 16)} UTC</time
  >`;
}
