import { isPushToken } from './isPushToken';

const basic = (credentials: string) =>
  `Basic ${Buffer.from(credentials).toString('base64')}`;

describe('isPushToken', () => {
  it.each([
    ['any user', basic('ann:a-token'), true],
    ['no user', basic(':a-token'), true],
    ['a lower-case scheme', basic('ann:a-token').replace('B', 'b'), true],
    ['another password', basic('ann:a-toke'), false],
    ['a password with more', basic('ann:a-token:x'), false],
    ['the token as user', basic('a-token:'), false],
    ['another scheme', 'Bearer a-token', false],
    ['no encoding', 'Basic a-token!', false],
    ['nothing', undefined, false],
  ])('of %s', (_, header, expected) => {
    expect(isPushToken(header, 'a-token')).toBe(expected);
  });
});
