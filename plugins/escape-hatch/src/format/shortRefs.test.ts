import { shortRefs } from './shortRefs';

describe('shortRefs', () => {
  it.each([
    [
      'Member of group:default/ml-team, for stage Owner.',
      'Member of ml-team, for stage Owner.',
    ],
    [
      'You are not in the group that owns component:default/web.v2 (group:default/web-team).',
      'You are not in the group that owns web.v2 (web-team).',
    ],
    ['Named as user:default/ann.', 'Named as ann.'],
    ['Member of group:acme/ml-team.', 'Member of group:acme/ml-team.'],
  ])('says %p as %p', (sentence, expected) => {
    expect(shortRefs(sentence)).toBe(expected);
  });
});
