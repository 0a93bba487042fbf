import { withoutCredentials } from './withoutCredentials';

it.each([
  [
    "fatal: unable to access 'https://ann:s3cret@host/x.git/': 403",
    "fatal: unable to access 'https://host/x.git/': 403",
  ],
  ['https://ghp_abc@github.com/a/b', 'https://github.com/a/b'],
  ['https://host/x?private_token=abc&y=z more', 'https://host/x more'],
  ['ssh://git@host/x and http://a:b@c/d', 'ssh://host/x and http://c/d'],
  ['nothing to hide: a@b', 'nothing to hide: a@b'],
])('cuts %j', (text, expected) => {
  expect(withoutCredentials(text)).toBe(expected);
});
