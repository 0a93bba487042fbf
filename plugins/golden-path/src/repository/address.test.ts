import { addressIn, findPlace } from './address';

const github = {
  title: 'GitHub',
  url: 'https://github.com/acme',
  suffix: '',
  isShared: false,
};
const team = { ...github, title: 'Team', url: 'https://github.com/acme/team' };
const git = {
  title: 'Git',
  url: 'https://git.example.com',
  suffix: '.git',
  isShared: false,
};
const gitops = {
  title: 'GitOps',
  url: 'https://github.com/acme/gitops',
  suffix: '',
  isShared: true,
};

describe('addresses of repositories', () => {
  it.each([
    ['https://github.com/acme/orders-api', github, 'orders-api'],
    ['https://github.com/acme/team/orders-api', team, 'orders-api'],
    ['https://git.example.com/orders-api.git', git, 'orders-api'],
    ['https://git.example.com/team/orders-api.git', git, 'team/orders-api'],
    ['https://git.example.com/.git', git, ''],
    ['https://github.com/acme/gitops', gitops, ''],
  ])('%s lies in its place', (address, place, name) => {
    expect(addressIn(place, name)).toBe(address);
    expect(findPlace([github, team, git, gitops], address)).toEqual({
      place,
      name,
    });
  });

  it.each([
    'https://github.com/acmeother/orders-api',
    'https://git.example.com/orders-api',
    'https://example.com',
    '',
  ])('%s lies nowhere', address => {
    expect(findPlace([github, git, gitops], address)).toBeUndefined();
  });
});
