import { Entity } from '@backstage/catalog-model';
import { DemoGitUrls } from '../DemoGitUrls';
import { DemoGitProcessor } from './DemoGitProcessor';

const processor = new DemoGitProcessor({
  folder: '/srv/demo state/git',
  urls: new DemoGitUrls({ backendBaseUrl: 'http://localhost:7007' }),
});
const base = 'http://localhost:7007/api/demo-git';
const entity = (
  kind: string,
  annotations?: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'shop', ...(annotations && { annotations }) },
});
const annotationsOf = async (
  given: Entity,
  target: string,
  type: string = 'url',
) =>
  (await processor.preProcessEntity(given, { type, target })).metadata
    .annotations;

describe('DemoGitProcessor', () => {
  it('says where the sources of a component are', async () => {
    expect(
      await annotationsOf(
        entity('Component', { other: 'stays' }),
        `${base}/shop/blob/main/catalog-info.yaml`,
      ),
    ).toEqual({
      other: 'stays',
      'backstage.io/source-location': `url:${base}/shop/tree/main/`,
      'golden-path.io/dora-repository': 'file:///srv/demo%20state/git/shop.git',
    });
  });

  it('gives dora no other kinds', async () => {
    expect(
      await annotationsOf(
        entity('API'),
        `${base}/shop/blob/main/apis/shop.yaml`,
      ),
    ).toEqual({
      'backstage.io/source-location': `url:${base}/shop/tree/main/apis/`,
    });
  });

  it('leaves what the component says itself', async () => {
    const annotations = {
      'backstage.io/source-location': 'url:https://example.com/acme/shop/',
      'golden-path.io/dora-repository': 'https://example.com/acme/shop',
    };
    expect(
      await annotationsOf(
        entity('Component', annotations),
        `${base}/shop/blob/main/catalog-info.yaml`,
      ),
    ).toEqual(annotations);
  });

  it.each([
    ['a location', 'Location', `${base}/shop/blob/main/all.yaml`, 'url'],
    [
      'what is elsewhere',
      'Component',
      'https://example.com/shop/blob/main/x.yaml',
      'url',
    ],
    ['no file of a branch', 'Component', `${base}/shop`, 'url'],
    ['a file', 'Component', '/srv/shop/catalog-info.yaml', 'file'],
  ])('leaves %s', async (_, kind, target, type) => {
    const given = entity(kind);
    expect(await processor.preProcessEntity(given, { type, target })).toBe(
      given,
    );
  });
});
