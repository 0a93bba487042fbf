import { shortVersion } from './shortVersion';

describe('shortVersion', () => {
  it.each([
    ['5803c678b5b7fc96eb4eee9ad69cabb8bd8ea580', '5803c67'],
    [
      '5803c678b5b7fc96eb4eee9ad69cabb8bd8ea5805803c678b5b7fc96eb4eee9a',
      '5803c67',
    ],
    ['v1421', 'v1421'],
    [
      'release-5803c678b5b7fc96eb4eee9ad69cabb8bd8ea580',
      'release-5803c678b5b7fc96eb4eee9ad69cabb8bd8ea580',
    ],
    ['', ''],
  ])('%s is %s', (version, expected) => {
    expect(shortVersion(version)).toBe(expected);
  });
});
