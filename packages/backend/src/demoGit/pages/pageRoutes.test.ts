import { createMockDirectory } from '@backstage/backend-test-utils';
import { runAsPerson } from '../__testUtils__/runAsPerson';
import { startDemoGit } from '../__testUtils__/startDemoGit';

jest.setTimeout(60_000);

const EVIL = '<img src=x onerror=alert(1)>';
const ESCAPED = '&lt;img src=x onerror=alert(1)&gt;';

const directory = createMockDirectory();
let url: string;

beforeAll(async () => {
  directory.setContent({
    git: {},
    clone: {
      'README.md': `# Shop\n${EVIL}\n`,
      [`src/${EVIL.replace('/', '')}.txt`]: 'evil name\n',
      'src/app.ts': 'export {};\n',
      'picture.bin': Buffer.from([1, 0, 2]),
      'large.txt': 'x'.repeat(1024 * 1024 + 1),
      'old.txt': 'old\n',
    },
  });
  const server = await startDemoGit(directory);
  url = server.url;
  const git = (...args: string[]) =>
    runAsPerson(directory.resolve('clone'), ...args);
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('commit', '--quiet', `--message=Begin ${EVIL}`);
  await git('push', `${server.pushUrl}/shop.git`, 'main');
  await git('switch', '--quiet', '--create=golden-path/shop');
  directory.addContent({
    'clone/src/app.ts': 'export const changed = true;\n',
    'clone/src/new.ts': 'export {};\n',
  });
  await git('rm', '--quiet', 'old.txt');
  await git('add', '.');
  await git('commit', '--quiet', '--message=Change the shop');
  await git('push', `${server.pushUrl}/shop.git`, 'golden-path/shop');
  await git('push', `${server.pushUrl}/shop.git`, 'main:refs/heads/merged');
  await git('switch', '--quiet', '--orphan', 'alien');
  await git('commit', '--quiet', '--allow-empty', '--message=Alien');
  await git('push', `${server.pushUrl}/shop.git`, 'alien');
});

async function open(path: string) {
  const response = await fetch(`${url}${path}`);
  const markup = await response.text();
  // What a reader sees: one space for each gap
  const text = markup
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  return { response, markup, text };
}

describe('the pages of the git server', () => {
  it('list repositories', async () => {
    const { text, markup } = await open('/');
    expect(text).toContain('1 repositories of this demo');
    expect(markup).toContain(
      '<a href="http://localhost:7007/api/demo-git/shop">shop</a>',
    );
    expect(text).toContain('2026-11-20 10:00 UTC 4');
  });

  it('list branches and files', async () => {
    const { text } = await open('/shop');
    expect(text).toContain('http://localhost:7007/api/demo-git/shop.git');
    expect(text).toContain('main (default)');
    expect(text).toMatch(/golden-path\/shop\s+Change the shop/);
    expect(text).toMatch(/src\/ .*large\.txt 1,048,577 .*picture\.bin 3/);
  });

  it('list a folder', async () => {
    const { text, markup } = await open('/shop/tree/main/src/');
    expect(text).toContain('2 entries of src in branch main');
    expect(markup).toContain(
      'href="http://localhost:7007/api/demo-git/shop/blob/main/src/app.ts"',
    );
    expect(markup).toContain('<li aria-current="page">src</li>');
  });

  it('show the lines of a file', async () => {
    const { markup } = await open('/shop/blob/main/README.md');
    expect(markup).toContain('<span id="L1"># Shop</span>');
    expect(markup).toContain(`<span id="L2">${ESCAPED}</span>`);
  });

  it('say what a branch changes and how it is merged', async () => {
    const { text } = await open('/shop/tree/golden-path/shop');
    expect(text).toContain('3 files are different from main');
    expect(text).toContain('old.txt deleted');
    expect(text).toContain('src/app.ts changed');
    expect(text).toContain('src/new.ts added');
    expect(text).toContain('git merge origin/golden-path/shop');
  });

  it('say that a branch is merged', async () => {
    const { text } = await open('/shop/tree/merged');
    expect(text).toContain('All of this branch is in main: it is merged.');
  });

  it('compare no branch with nothing in common', async () => {
    const { text, response } = await open('/shop/tree/alien');
    expect(response.status).toBe(200);
    expect(text).not.toContain('Changes');
  });

  it.each([
    ['picture.bin', 'It is not text'],
    ['large.txt', 'It is too large to be shown'],
  ])('do not show %s', async (file, reason) => {
    const { text } = await open(`/shop/blob/main/${file}`);
    expect(text).toContain(reason);
  });

  it('lead from a file among folders to its page', async () => {
    const response = await fetch(`${url}/shop/tree/main/README.md`, {
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toBe(
      'http://localhost:7007/api/demo-git/shop/blob/main/README.md',
    );
  });

  it.each([
    ['/nothing', "No repository is called 'nothing'"],
    ['/shop/tree/none', "no branch at the beginning of 'none'"],
    ['/shop/tree/main/none', "has nothing at 'none'"],
    ['/shop/blob/main/src', "has nothing at 'src'"],
    ['/shop/blob/main/..%2f..%2fHEAD', "has nothing at '../../HEAD'"],
    [`/${encodeURIComponent(EVIL)}`, 'No repository is called'],
  ])('say that nothing is at %s', async (path, message) => {
    const { response, markup } = await open(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch('text/html');
    expect(markup.replaceAll('&#39;', "'")).toContain(message);
    expect(markup).not.toContain('<img');
  });

  it.each([
    '/',
    '/shop',
    '/shop/tree/main',
    '/shop/tree/main/src',
    '/shop/blob/main/README.md',
    '/shop/tree/golden-path/shop',
  ])('let nobody write markup into %s, and run nothing', async path => {
    const { response, markup } = await open(path);
    expect(response.status).toBe(200);
    expect(markup).not.toContain('<img');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
