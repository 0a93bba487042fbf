import { execFileSync } from 'node:child_process';
import { checkBranch } from './checkBranch';

const names = [
  'main',
  'release/2.0',
  'a-b',
  'ünïcode',
  '-main',
  '--upload-pack=x',
  'a..b',
  'a b',
  'a~1',
  'a^',
  'a:b',
  'a?',
  'a*',
  'a[b',
  'a\\b',
  'a@{1}',
  '@',
  '.a',
  'a/.b',
  'a.lock',
  'a.lock/b',
  '/a',
  'a/',
  'a//b',
  'a.',
  'a\nb',
  '',
];

it.each(names)('judges %j as git does', name => {
  let isName = true;
  try {
    execFileSync('git', ['check-ref-format', `refs/heads/${name}`]);
  } catch {
    isName = false;
  }
  // Git takes a leading dash for an option where a branch is meant, and a lone @ for HEAD.
  const expected = isName && !name.startsWith('-') && name !== '@';
  expect(checkBranch(name) === undefined).toBe(expected);
});
