/**
 * Why a text is no name of a branch, in the words that follow `expected`; undefined for a name. Stricter than
 * `git check-ref-format --branch` in nothing but the leading dash, which would be taken for an option.
 */
export function checkBranch(name: string): string | undefined {
  if (name.startsWith('-')) {
    return `the name of a branch, which does not begin with a dash`;
  }
  const isBad =
    name === '' ||
    name === '@' ||
    name.length > 255 ||
    // eslint-disable-next-line no-control-regex
    /[\x00-\x20\x7f~^:?*[\\]/.test(name) ||
    /\.\.|@\{|\/\/|^\/|\/$|\.$/.test(name) ||
    name
      .split('/')
      .some(part => part.startsWith('.') || part.endsWith('.lock'));
  return isBad ? 'the name of a branch, such as main' : undefined;
}
