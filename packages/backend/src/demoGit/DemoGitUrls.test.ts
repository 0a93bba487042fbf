import { DemoGitUrls } from './DemoGitUrls';

const urls = new DemoGitUrls({ backendBaseUrl: 'http://localhost:7007/' });
const base = 'http://localhost:7007/api/demo-git';

describe('DemoGitUrls', () => {
  it.each([
    [`${base}/shop`, { repository: 'shop', kind: undefined, place: '' }],
    [`${base}/shop.git`, { repository: 'shop', kind: undefined, place: '' }],
    [
      `${base}/shop/tree/main/`,
      { repository: 'shop', kind: 'tree', place: 'main/' },
    ],
    [
      `${base}/shop/blob/golden-path%2Fshop/a%20b.md`,
      { repository: 'shop', kind: 'blob', place: 'golden-path/shop/a b.md' },
    ],
    // No encoding: names nothing, and breaks nothing
    [
      `${base}/shop/blob/main/%zz`,
      { repository: 'shop', kind: 'blob', place: 'main/%zz' },
    ],
    [`${base}/`, undefined],
    [`${base}ter/shop`, undefined],
    ['http://localhost:7008/api/demo-git/shop', undefined],
    ['https://localhost:7007/api/demo-git/shop', undefined],
    ['no url', undefined],
  ])('reads %s', (url, place) => {
    expect(urls.parse(url)).toEqual(place);
  });

  it('writes what it reads', () => {
    const url = urls.place('shop', 'blob', 'golden-path/shop', 'a #?%/b.md');
    expect(url).toBe(`${base}/shop/blob/golden-path/shop/a%20%23%3F%25/b.md`);
    expect(urls.parse(url)?.place).toBe('golden-path/shop/a #?%/b.md');
  });

  it('writes the root of a branch', () => {
    expect(urls.place('shop', 'tree', 'main', '')).toBe(
      `${base}/shop/tree/main`,
    );
  });
});
