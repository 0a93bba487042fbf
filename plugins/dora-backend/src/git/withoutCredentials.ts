/** A text of git's with user names, passwords and query strings of URLs taken out. */
export function withoutCredentials(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]*@/gi, '$1')
    .replace(/(https?:\/\/[^\s'"?]*)\?[^\s'"]*/gi, '$1');
}
