/**
 * The steps of `npm test` before the tests themselves, in their order: the
 * type check writes the declarations that the API reports are made from.
 */
export const checks = [
  {
    name: 'Package metadata',
    command: 'backstage-cli',
    args: ['repo', 'fix', '--publish', '--check'],
  },
  { name: 'Format', command: 'prettier', args: ['--check', '.'] },
  {
    name: 'Types',
    command: 'tsc',
    args: ['--skipLibCheck', 'true', '--incremental', 'false'],
  },
  {
    name: 'Lint',
    command: 'backstage-cli',
    args: ['repo', 'lint', '--max-warnings', '0'],
  },
  {
    name: 'API reports',
    command: 'yarn',
    args: ['build:api-reports:only', '--ci'],
  },
  {
    name: 'Unused dependencies',
    command: 'yarn',
    args: ['build:knip-reports', '--ci'],
  },
  {
    name: 'Catalog info',
    command: 'backstage-repo-tools',
    args: ['generate-catalog-info', '--ci'],
  },
  { name: 'Duplicate packages', command: 'yarn', args: ['dedupe', '--check'] },
];
