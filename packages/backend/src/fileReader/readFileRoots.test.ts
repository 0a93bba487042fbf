import { ConfigReader } from '@backstage/config';
import { readFileRoots } from './readFileRoots';

const HERE = '/portal/packages/backend';
const rootsOf = (fileRoots: string[] | undefined, targets: string[]) =>
  readFileRoots(
    new ConfigReader({
      backend: { reading: { fileRoots } },
      catalog: {
        locations: targets.map(target => ({ type: 'file', target })),
      },
    }),
    HERE,
  );

describe('readFileRoots', () => {
  it.each([
    { target: '/srv/shop/catalog-info.yaml', folders: ['/srv/shop'] },
    { target: '../../examples/*/info.yaml', folders: ['/portal/examples'] },
    { target: '/srv/team-*/info.yaml', folders: ['/srv'] },
    // above the backend
    { target: '../../catalog-info.yaml', folders: [] },
    { target: '/portal/packages/backend/info.yaml', folders: [] },
    { target: '/info.yaml', folders: [] },
  ])('adds the folder of $target', ({ target, folders }) => {
    expect(rootsOf(['docs'], [target])).toEqual(['docs', ...folders]);
  });

  it('reads no files unless told to', () => {
    expect(rootsOf(undefined, ['/srv/shop/info.yaml'])).toBeUndefined();
  });
});
